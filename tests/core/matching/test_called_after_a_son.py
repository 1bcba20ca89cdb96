"""A mother known by her eldest son is found, whoever of two may be the eldest, slips and all."""

import pytest

from serai.core.matching import Record, compare, told
from serai.core.matching.search import search
from serai.nameindex.build import Build
from serai.nameindex.file import IndexFile

CROWD = 60  # other families of the same towns, and women whose family is called Abu Hassan


def _family(home: str, mother: str, *sons: tuple[str, int, int]) -> list[Record]:
    her = Record(f"{home}-m", (mother,), "female", 1975, 1979, "Hajin", household=home,
                 role="mother")  # fmt: skip
    children = [
        Record(f"{home}-{at}", (name,), "male", first, last, "Hajin", household=home, role="child")
        for at, (name, first, last) in enumerate(sons)
    ]
    return [her, *children]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> IndexFile:
    build = Build()
    for at in range(CROWD):
        for one in _family(f"c{at}", "مريم صالح العبيد", ("عمر جاسم العبيد", 2001, 2001)):
            build.take(one)
        build.take(Record(f"abu{at}", ("منى خالد ابو حسن",), "female", 1977, 1977, "Hajin"))
    people = [
        *_family(
            "guess", "هدى كريم", ("حسن علي الراوي", 2000, 2006), ("نوح علي الراوي", 2002, 2002)
        ),
        *_family("late", "سعاد نزار", ("قاسم علي الراوي", 1999, 1999), ("حسن علي", 2003, 2003)),
        *_family("none", "رنا فؤاد", ("طارق علي الراوي", 0, 0), ("يزن علي الراوي", 2004, 2004)),
    ]
    for one in people:
        build.take(one)
    path = tmp_path_factory.mktemp("called") / "index"
    build.write(path)
    return IndexFile(path)


def _first(index: IndexFile, name: str) -> str:
    best = search(index, told(Record("", (name,), "female", 1974, 1980, "Hajin")), 5).found[0]
    return index.ids([best.number])[best.number]


@pytest.mark.parametrize("son", ["Hassan", "حسن", "نوح", "Noah"])
def test_either_of_two_sons_whose_guessed_ages_overlap_may_be_the_eldest(
    index: IndexFile, son: str
) -> None:
    assert _first(index, f"أم {son}") == "guess-m"


def test_a_younger_son_of_known_age_gives_no_kunya(index: IndexFile) -> None:
    found = search(index, told(Record("", ("أم حسن",), "female", 1974, 1980, "Hajin")), 5).found
    ids = index.ids([one.number for one in found if one.fit.kunya > 0])
    assert "late-m" not in ids.values()


@pytest.mark.parametrize("son", ["Tariq", "Yazan"])
def test_a_first_son_without_an_age_may_be_the_eldest_as_well_as_the_next(
    index: IndexFile, son: str
) -> None:
    assert _first(index, f"Um {son}") == "none-m"


@pytest.mark.parametrize("name", ["أمق طارق", "أ طارق", "Umj Tariq", "UmmdTariq"])
def test_a_slip_in_um_or_a_lost_blank_still_finds_her(index: IndexFile, name: str) -> None:
    found = search(index, told(Record("", (name,), "female", 1974, 1980, "Hajin")), 5).found
    assert "none-m" in index.ids([one.number for one in found]).values()


def test_a_word_the_record_has_no_room_for_counts_less_against_it() -> None:
    """Who is told by kunya and family name may be written down without the family."""
    seen = Record("", ("Um Tariq al-Rawi",))
    bits = [
        compare(seen, Record("", (name, "Um Tariq"))).bits
        for name in ("Rana Fuad", "Rana Fuad Sami", "Rana Fuad Sami Haddad")
    ]
    assert bits == sorted(bits, reverse=True)
    assert bits[0] - bits[2] > 2.0


def test_a_family_called_abu_x_is_a_weaker_kunya_than_a_son_of_that_name() -> None:
    seen = Record("", ("Abu Hassan",))
    son = compare(seen, Record("", ("Karim Salih Jabr", "Abu Hassan")))
    family = compare(seen, Record("", ("Karim Salih Abu Hassan",)))
    assert son.bits > family.bits
