"""A search that asks for everything at once finds whom the usual one finds, in three questions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import pytest

from serai.core.matching import Record, told
from serai.core.matching.at_once import search_at_once
from serai.core.matching.search import search
from serai.core.matching.summed import Rows
from serai.core.matching.told import Told
from serai.nameindex.build import Build
from serai.nameindex.file import IndexFile
from serai.simulation.people import humans, in_arabic, record_of
from serai.simulation.sightings import sighting_of

PEOPLE = 400
ODD_NAMES = (("Qqq", "Xxx", "Zzz"), ("Ahmad",), ("Abdul", "Rahman", "Jubouri"), ("Smaht",))


class Asked:
    """An index that counts its questions; one with nothing to ask for is none."""

    def __init__(self, books: IndexFile) -> None:
        self.books = books
        self.questions: Counter[str] = Counter()

    def people(self) -> int:
        return self.books.people()

    def sounds(self, asked: Sequence[str], starts: Sequence[str], most: int) -> Mapping[str, int]:
        self.questions["words"] += bool(asked)
        return self.books.sounds(asked, starts, most)

    def rows(self, ranges: Sequence[tuple[int, int, int]]) -> list[Rows]:
        self.questions["keys"] += bool(ranges)
        return self.books.rows(ranges)

    def told(self, numbers: Sequence[int]) -> Mapping[int, Told]:
        self.questions["people"] += bool(numbers)
        return self.books.told(numbers)


def _as_read(made: Any) -> Record:
    return Record(
        made.id, made.names, made.sex, made.birth_year_from, made.birth_year_to, made.place
    )


@pytest.fixture(scope="module")
def sought() -> list[Told]:
    rng = Random(5)
    seen = [
        sighting_of(rng, one, in_arabic(record_of(rng, one).names[0]), number)
        for number, one in enumerate(humans(PEOPLE, 5))
    ][:60]
    odd = [Record("odd", (" ".join(names),)) for names in ODD_NAMES]
    return [told(one) for one in (*map(_as_read, seen), *odd)]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> IndexFile:
    path = tmp_path_factory.mktemp("names") / "index"
    rng, build = Random(5), Build()
    for one in humans(PEOPLE, 5):
        build.take(_as_read(record_of(rng, one)))
    build.write(path)
    return IndexFile(path)


def test_it_finds_the_same_people_with_the_same_fit(index: IndexFile, sought: list[Told]) -> None:
    for one in sought:
        usual, at_once = (look(index, one, 5) for look in (search, search_at_once))
        assert at_once.found == usual.found
        assert at_once.crowd == usual.crowd


def test_it_asks_once_for_words_for_keys_and_for_people(
    index: IndexFile, sought: list[Told]
) -> None:
    asked = Asked(index)
    for one in sought:
        search_at_once(asked, one, 5)
    usual = Asked(index)
    for one in sought:
        search(usual, one, 5)
    joined = 0.25  # of these names have words that one writer joins: the walk does not foresee them
    most = dict.fromkeys(("words", "keys", "people"), len(sought))
    most["words"] += int(joined * len(sought))
    assert all(asked.questions[what] <= most[what] for what in most), asked.questions
    assert asked.questions.total() < 0.8 * usual.questions.total()
