"""A person's row: corrections keep history, concurrent ones stay both, beginnings find."""

import pytest

from serai.core import events, ledger
from serai.core.people import Names, Person
from serai.journal.rebuild import rebuild
from serai.journal.store import Author, writing
from serai.journal.verify import verify
from serai.registry.discrepancies import discrepancies
from serai.registry.models import Person as PersonRow
from serai.registry.queries import find_people

pytestmark = pytest.mark.django_db


@pytest.fixture
def layla(station: str, clerk: Author, now_ms: int) -> str:
    """Layla Hasan, registered at the reception; the id of the event that says so."""
    told = Person(person="p1", names=Names(own="ليلى", father="حسن", kunya="أم عمر"), sex="female")
    with writing(clerk) as pen:
        legs = ledger.resolved("reception", [("p1", "outside")])
        return pen.append(
            events.HouseholdRegistered(
                at=now_ms, household="h1", place="reception", members=(told,), legs=legs
            )
        )


def test_a_correction_replaces_what_it_saw(layla: str, clerk: Author, now_ms: int) -> None:
    with writing(clerk) as pen:
        body = events.PersonCorrected(at=now_ms, person="p1", names=Names(own="ليلى", family="ع"))
        pen.append(body, refs=(layla,))
    person = PersonRow.objects.get(id="p1")
    assert (person.family, person.father, person.disputed) == ("ع", "", "")
    assert discrepancies() == []


def test_two_corrections_that_did_not_see_each_other_are_both_kept_for_a_person_to_decide(
    layla: str, clerk: Author, now_ms: int
) -> None:
    with writing(clerk) as pen:
        for sex in ("male", "unknown"):
            body = events.PersonCorrected(at=now_ms, person="p1", sex=sex)
            pen.append(body, refs=(layla,))
    (row,) = discrepancies()
    assert (row.kind, row.people, row.facts) == (
        "disputed",
        ("p1",),
        {"fields": ["sex"], "stations": 1},
    )
    person = PersonRow.objects.get(id="p1")
    assert person.disputed == '{"sex":["male","unknown"]}'
    assert person.sex == "unknown"


def test_deciding_a_dispute_ends_it(layla: str, clerk: Author, now_ms: int) -> None:
    with writing(clerk) as pen:
        seen = [
            pen.append(events.PersonCorrected(at=now_ms, person="p1", sex=sex), refs=(layla,))
            for sex in ("male", "unknown")
        ]
        pen.append(events.PersonCorrected(at=now_ms, person="p1", sex="female"), refs=tuple(seen))
    assert discrepancies() == []
    assert PersonRow.objects.get(id="p1").sex == "female"


def test_a_person_moved_from_where_the_books_do_not_have_them_is_a_row_by_name(
    layla: str, clerk: Author, now_ms: int
) -> None:
    with writing(clerk) as pen:
        legs = ledger.moved("suwar", "al-hol", ["p1"])
        pen.append(events.MovementRecorded(at=now_ms + 1, legs=legs))
    kinds = {row.kind: row for row in discrepancies()}
    assert kinds["elsewhere"].people == ("p1",)
    assert kinds["elsewhere"].place == "reception"
    assert kinds["negative"].place == "suwar"
    assert verify().differences == ()


@pytest.mark.parametrize("typed", ["ليل", "ليلى حس", "ام عمر", "حَسَن ليلى", "ليلي"])
def test_beginnings_of_name_parts_find_the_person(layla: str, typed: str) -> None:
    assert [person.id for person in find_people(typed)] == ["p1"]


@pytest.mark.parametrize("typed", ["", "  ", "ليلى زيد", "؟!", "x" * 10_000, "%"])
def test_what_fits_nobody_finds_nobody(layla: str, typed: str) -> None:
    assert find_people(typed) == []


@pytest.fixture
def two_called_khatib(station: str, clerk: Author, now_ms: int) -> None:
    """Safiya Abdallah al-Khatib, seen last, and her brother Salim."""
    names = Names(own="صفية", father="عبدالله", family="الخطيب")
    others = Names(own="Safiya", father="Abdallah", family="Al-Khatib")
    people = (
        Person(person="p2", names=names, other_names=others, sex="female"),
        Person(person="p3", names=Names(own="سليم", father="عبد الله", family="الخطيب")),
    )
    with writing(clerk) as pen:
        legs = ledger.resolved("reception", [("p2", "outside"), ("p3", "outside")])
        pen.append(
            events.HouseholdRegistered(
                at=now_ms, household="h2", place="reception", members=people, legs=legs
            )
        )
        pen.append(
            events.PersonSeen(at=now_ms + 1, people=("p2",), place="reception", occasion="meal")
        )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("الخ", ["p2", "p3"]),
        ("الخطيب صف", ["p2"]),
        ("الخطيب سليم", ["p3"]),
        ("Al-Kha Saf", ["p2"]),
        ("الخ زيد", []),
    ],
)
def test_words_cut_short_find_people_in_any_order_the_one_seen_last_first(
    two_called_khatib: None, typed: str, found: list[str]
) -> None:
    assert [person.id for person in find_people(typed)] == found


def test_people_who_share_a_number_are_both_found_and_parted_again(
    layla: str, clerk: Author, now_ms: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("serai.registry.projections.namekeys.number_of", lambda person: 7)
    monkeypatch.setattr("serai.registry.projections.people.number_of", lambda person: 7)
    rebuild()
    told = Person(person="p9", names=Names(own="ليلى", father="حسن"), sex="female")
    with writing(clerk) as pen:
        legs = ledger.resolved("reception", [("p9", "outside")])
        registered = events.HouseholdRegistered(
            at=now_ms, household="h9", place="reception", members=(told,), legs=legs
        )
        first = pen.append(registered)
    assert {person.id for person in find_people("ليلى حسن")} == {"p1", "p9"}
    assert verify().differences == ()
    with writing(clerk) as pen:
        corrected = events.PersonCorrected(at=now_ms, person="p9", names=Names(own="نور"))
        pen.append(corrected, refs=(first,))
    both = {person.id: person.earlier for person in find_people("ليلى حسن")}
    assert both == {"p1": "", "p9": "ليلى حسن"}
    assert verify().differences == ()
