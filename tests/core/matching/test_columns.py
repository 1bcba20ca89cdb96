"""Keys made in columns are the keys that each person gives alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from serai.core.matching import keys
from serai.core.matching.columns import KeyColumns
from serai.core.matching.told import Chain, Told

WORDS = (
    "hasan",
    "حسن",
    "khaled",
    "خالد",
    "al-jubouri",
    "fatima",
    "abu yousef",
    "عبد الله",
    "layla",
)
_words = some.sampled_from(WORDS)
_chains = some.builds(Chain, some.lists(_words, min_size=1, max_size=7).map(tuple), some.booleans())
_people = some.builds(
    Told,
    chains=some.lists(_chains, max_size=3, unique=True).map(tuple),
    kunyas=some.lists(some.tuples(some.sampled_from((1, 2)), _words), max_size=2).map(tuple),
    sons=some.lists(_words, max_size=1).map(tuple),
    sex=some.sampled_from((0, 1, 2)),
    born=some.none() | some.integers(1880, 2100).map(lambda year: (year, year)),
    place=some.sampled_from(("", "KM", "iq-0107")),
)


@pytest.mark.parametrize("singles", [False, True])
@given(people=some.lists(_people, max_size=6))
def test_many_people_give_the_keys_that_each_gives_alone(people: list[Told], singles: bool) -> None:
    texts = ["", *WORDS]
    places = ["KM", "iq-0107"]
    columns = KeyColumns()
    for person in people:
        place = len(texts) + places.index(person.place) if person.place else 0
        chains = [(int(one.given), *map(texts.index, one.words)) for one in person.chains]
        for parent, eldest in (*person.kunyas, *((person.sex, son) for son in person.sons)):
            columns.call(len(columns), parent, texts.index(eldest))
        columns.take(person.sex, person.year, place, chains)
    table = np.zeros((2, len(texts) + len(places)), np.uint64)
    for number, codes in enumerate(
        [(), *map(keys.codes, WORDS), *((keys.code(one),) for one in places)]
    ):
        table[: len(codes), number] = codes
    numbers = np.arange(7, 7 + len(people), dtype=np.uint64)
    expected = [
        row for number, one in zip(numbers.tolist(), people, strict=True)
        for row in keys.rows_of(one, number, singles=singles)
    ]  # fmt: skip
    assert columns.rows(table[0], table[1], numbers, singles=singles).tolist() == sorted(expected)
