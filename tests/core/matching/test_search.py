"""An index of a few hundred invented people: who is found, and that adding equals building."""

from pathlib import Path
from random import Random

import pytest

from serai.core.matching import Record, told
from serai.core.matching.keys import rows_of
from serai.core.matching.search import search
from serai.nameindex.build import Build
from serai.nameindex.file import ROWS_A_BLOCK, IndexFile, NotAnIndex
from serai.simulation.people import humans, in_arabic, record_of
from serai.simulation.sightings import sighting_of

PEOPLE = 800
EVERYTHING = (0, (1 << 63) - 1, 1 << 30)


def _records(count: int) -> tuple[list[Record], list[Record]]:
    rng, records, seen = Random(3), [], []
    for number, one in enumerate(humans(count, 3)):
        first = record_of(rng, one)
        again = sighting_of(rng, one, in_arabic(first.names[0]), number)
        records.append(Record(**{name: getattr(first, name) for name in first.__struct_fields__}))
        seen.append(Record(one.id, again.names, again.sex, again.birth_year_from,
                           again.birth_year_to, again.place))  # fmt: skip
    return records, seen


@pytest.fixture(scope="module")
def people() -> tuple[list[Record], list[Record]]:
    return _records(PEOPLE)


@pytest.fixture(scope="module")
def index(
    people: tuple[list[Record], list[Record]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    path = tmp_path_factory.mktemp("names") / "index"
    build = Build()
    for record in people[0]:
        build.take(record)
    build.write(path)
    return path


def test_people_met_again_are_found_first(
    index: Path, people: tuple[list[Record], list[Record]]
) -> None:
    books = IndexFile(index)
    hits = 0
    for seen in people[1][:200]:
        found = search(books, told(seen), 5).found
        hits += bool(found) and books.ids([found[0].number])[found[0].number] == seen.id
    assert hits > 180


def test_a_mother_is_found_by_the_name_of_her_eldest_son(tmp_path: Path) -> None:
    build = Build()
    for record in (
        Record("m", ("فاطمة حسين الراوي",), "female", 1990, 1992, "Al-Qaim", "", "h", "mother"),
        Record("s", ("عبد الرحمن علي الجبوري",), "male", 2012, 2012, "Al-Qaim", "", "h", "child"),
        Record("t", ("كريم علي الجبوري",), "male", 2015, 2015, "Al-Qaim", "", "h", "child"),
    ):
        build.take(record)
    build.write(tmp_path / "index")
    books = IndexFile(tmp_path / "index")
    asked = Record(
        "q", ("Um Abdulrahman",), birth_year_from=1990, birth_year_to=1993, place="القائم"
    )
    (first, *_) = search(books, told(asked), 5).found
    assert books.ids([first.number]) == {first.number: "m"}


@pytest.mark.parametrize(
    "slip",
    [
        "Sawsn Mukhtar Ghazwan",
        "Daria Gazwan Mukhtar",
        "سوس نمختار غزوان",
        "أب وبدري مختار",
        "Abu Badr iMukhtar",
        "ابوبدري مختار",
        "Aou Badri Mukhtar",
        "اب بدري مختار",
        "AbuBadri",
    ],
)
def test_a_slip_of_the_pen_or_of_a_blank_does_not_hide_somebody(tmp_path: Path, slip: str) -> None:
    build = Build()
    for record in (
        Record("s", ("سوسن مختار غزوان",), "female"),
        Record("d", ("داريا غزوان مختار",), "female"),
        Record("b", ("كريم مختار", "أبو بدري"), "male"),
        *(Record(f"o{number}", (f"رجل{number} {name} {name}",), "male")
          for number, name in enumerate(("بدري", "غزوان", "مختار", "سوسن"))),
    ):  # fmt: skip
        build.take(record)
    build.write(tmp_path / "index")
    books = IndexFile(tmp_path / "index")
    found = search(books, told(Record("q", (slip,))), 3).found
    wanted = {"S": "s", "D": "d", "س": "s"}.get(slip[0], "b")
    assert books.ids([found[0].number])[found[0].number] == wanted


def test_whoever_is_added_is_found_at_once(index: Path, tmp_path: Path) -> None:
    copy = tmp_path / "index"
    copy.write_bytes(index.read_bytes())
    books = IndexFile(copy, writing=True)
    person = told(Record("new", ("Zaynab Haydar Tabbakh",), "female", 1980, 1980))
    number = books.add("new", person)
    asked = told(Record("q", ("زينب حيدر الطباخ",)))
    beside = IndexFile(copy)
    assert search(beside, asked, 5).found[0].number == number
    beside.close()
    books.close()
    assert search(IndexFile(copy), asked, 5).found[0].number == number
    assert [one.name for one in tmp_path.iterdir()] == ["index"]


def test_adding_one_by_one_writes_the_same_rows_as_building(
    index: Path, people: tuple[list[Record], list[Record]]
) -> None:
    books = IndexFile(index)
    built = set(books.rows([EVERYTHING])[0].tolist())
    numbers = range(1, len(people[0]) + 1)
    kept = books.told(numbers)
    assert built == {row for number in numbers for row in rows_of(kept[number], number)}


def test_a_range_is_answered_in_order_up_to_its_number_wherever_blocks_end(index: Path) -> None:
    books, dice = IndexFile(index), Random(7)
    (everything,) = books.rows([EVERYTHING])
    assert len(everything) > 3 * ROWS_A_BLOCK
    asked = []
    for _ in range(300):
        low = int(everything[dice.randrange(len(everything))]) + dice.randrange(-1, 2)
        asked.append((low, low + (1 << dice.randrange(1, 58)), dice.choice((5, 700, 5_000))))
    for (low, high, most), found in zip(asked, books.rows(asked), strict=True):
        inside = everything[(everything >= low) & (everything <= high)]
        assert found.tolist() == inside[:most].tolist()


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("something else")
    with pytest.raises(NotAnIndex):
        IndexFile(tmp_path / "other")
