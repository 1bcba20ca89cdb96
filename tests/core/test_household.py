"""Who is drawn from which band, and what a row takes over from the head."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from serai.core.household import NOBODY_COUNTED, Row, band_of, completed, draw
from serai.core.ledger import UNNAMED_BANDS
from serai.core.people import Names

counts = st.dictionaries(st.sampled_from(UNNAMED_BANDS), st.integers(0, 12))
families = st.lists(st.sampled_from(UNNAMED_BANDS), max_size=30).map(
    lambda bands: [(f"p{number}", band) for number, band in enumerate(bands)]
)


@given(counts, families)
def test_drawing_never_takes_more_than_remain_and_loses_nobody(
    remaining: dict[str, int], members: list[tuple[str, str]]
) -> None:
    pairs = draw(remaining, members)  # type: ignore[arg-type]
    assert [person for person, _ in pairs] == [person for person, _ in members]
    taken = Counter(band for _, band in pairs)
    outside = taken.pop(NOBODY_COUNTED, 0)
    assert all(count <= remaining.get(band, 0) for band, count in taken.items())
    assert outside == max(0, len(members) - sum(remaining.values()))


@given(counts, families)
def test_whoever_finds_their_own_band_is_drawn_from_it(
    remaining: dict[str, int], members: list[tuple[str, str]]
) -> None:
    pairs = draw(remaining, members)  # type: ignore[arg-type]
    own = Counter(
        band for (_, wished), (_, band) in zip(members, pairs, strict=True) if wished == band
    )
    wished = Counter(band for _, band in members)
    assert all(own[band] >= min(count, remaining.get(band, 0)) for band, count in wished.items())


def test_a_tall_boy_counted_as_a_man_takes_nobody_elses_place() -> None:
    assert draw({"man": 1, "unknown": 1}, [("boy", "boy"), ("father", "man")]) == [
        ("boy", "unknown"),
        ("father", "man"),
    ]


def test_bands_turn_at_eighteen() -> None:
    assert [band_of("male", 17), band_of("male", 18), band_of("female", 18)] == [
        "boy",
        "man",
        "woman",
    ]
    assert band_of("unknown", 30) == band_of("female", None) == "unknown"


def test_children_of_a_woman_without_a_husband_take_her_family_name_only() -> None:
    mother = Row(Names(own="Layla", father="Hasan", family="Jubouri"), sex="female", years=30)
    child = Row(Names(own="Omar"), sex="male", years=4)
    filled = completed([mother, child])[1]
    assert filled.relation == "child"  # too young for a spouse
    assert filled.names == Names(own="Omar", family="Jubouri")


def test_children_of_a_woman_with_a_husband_take_his_chain() -> None:
    mother = Row(Names(own="Layla", father="Hasan", family="Jubouri"), sex="female", years=30)
    father = Row(Names(own="Sami", father="Karim", family="Dulaimi"), years=35)
    child = Row(Names(own="Omar"), sex="male", years=4)
    filled = completed([mother, father, child])
    assert filled[1].sex == "male"
    assert filled[2].names.full() == "Omar Sami Karim Dulaimi"


def test_what_was_overtyped_is_not_taken_over_and_a_dash_means_nothing_is_known() -> None:
    head = Row(
        Names(own="Sami", father="Karim", family="Dulaimi"),
        sex="male",
        nationality=("IRQ",),
        origin="qaim",
    )
    wife = Row(Names(own="Layla"), nationality=("SYR",))
    child = Row(Names(own="Omar", father="-", family="Azzawi"), sex="male", origin="-")
    filled = completed([head, wife, child])
    assert filled[1].nationality == ("SYR",)
    assert filled[1].names.father == ""
    assert filled[2].names == Names(own="Omar", grandfather="Karim", family="Azzawi")
    assert (filled[2].nationality, filled[2].origin) == (("IRQ",), "")


def test_children_take_the_mothers_family_name_where_the_father_gave_none() -> None:
    mother = Row(Names(own="Layla", family="Jubouri"), sex="female", years=30)
    father = Row(Names(own="Omar", father="Ali"), sex="male", years=35)
    son = completed([mother, father, Row(Names(own="Hasan"), sex="male", years=4)])[2]
    assert son.names.full() == "Hasan Omar Ali Jubouri"
