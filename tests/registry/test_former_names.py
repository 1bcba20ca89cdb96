"""A spelling that was corrected, or that another station wrote, still finds the person."""

import pytest
from tests.registration.a_household import DESK, family, row

from serai.core.people import Age, Names
from serai.core.refusal import Refusal
from serai.journal.rebuild import rebuild
from serai.journal.verify import verify
from serai.registration.commands import correct_person, decide, refs_of
from serai.registry.beginnings import beginning
from serai.registry.known import in_words, told_by, who_may_be
from serai.registry.models import NameKey, NameSound, Person
from serai.registry.queries import find_people
from serai.registry.told import told_of
from serai.registry.undo import take_back

pytestmark = pytest.mark.usefixtures("station")
WRITTEN = Names(own="Zaynab", father="Khalil", family="Jubouri")


@pytest.fixture
def corrected() -> str:
    """A girl first written down as Layla Ali Jubouri, whose name is Zaynab Khalil Jubouri."""
    family()
    return corrected_to(WRITTEN)


def corrected_to(names: Names) -> str:
    person = row("Layla")
    assert not isinstance(
        correct_person(person.id, {"names": names}, refs_of(person, "names"), DESK), Refusal
    )
    return person.id


@pytest.mark.parametrize("typed", ["Layla Ali", "ليلى علي الجبوري", "Leila"])
def test_a_spelling_corrected_since_still_finds_the_person_and_is_said(
    corrected: str, typed: str
) -> None:
    (found,) = [one for one in find_people(typed) if one.id == corrected]
    assert (found.own, found.earlier) == ("Zaynab", "Layla Ali Jubouri")


def test_the_name_that_is_shown_needs_no_remark(corrected: str) -> None:
    (found,) = [one for one in find_people("Zaynab Khalil") if one.id == corrected]
    assert found.earlier == ""


def test_gate_list_and_tracing_compare_with_the_best_spelling_and_say_which(corrected: str) -> None:
    told = told_of([Names("Layla", "Ali", family="Jubouri")], "female", None, "")
    best = next(one for one in who_may_be(told) if one.person.id == corrected)
    assert in_words(best)["reasons"][0] == "earlier written Layla Ali Jubouri"
    assert best.comparison.reasons[0].text("ar") == "كُتب الاسم سابقًا Layla Ali Jubouri"
    kinds = [reason.kind for reason in best.comparison.reasons]
    assert kinds.count("same") == 3
    assert "given differs" not in kinds


def test_words_cut_short_find_by_an_earlier_spelling_too(corrected: str) -> None:
    assert {one.id: one.earlier for one in beginning("Lay Jub", 5)} == {
        corrected: "Layla Ali Jubouri"
    }


def test_of_two_spellings_written_blindly_both_find_before_and_after_the_decision() -> None:
    family()
    person = row("Layla")
    refs = refs_of(person, "names")
    for own in ("Zaynab", "Maryam"):
        correct_person(person.id, {"names": Names(own=own, father="Ali")}, refs, DESK)
    for _ in range(2):
        found = {
            typed: [one.earlier for one in find_people(typed) if one.id == person.id]
            for typed in ("Zaynab Ali", "Maryam Ali", "Layla Ali")
        }
        assert found == {
            "Zaynab Ali": ["Zaynab Ali"], "Maryam Ali": [""], "Layla Ali": ["Layla Ali Jubouri"],
        }  # fmt: skip
        decide(person.id, "names", 1, DESK)
    assert verify().differences == ()


def test_keys_are_the_same_bytes_one_by_one_and_all_at_once(corrected: str) -> None:
    def held() -> list[object]:
        people = Person.objects.order_by("id").values_list("id", "former_names")
        keys = NameKey.objects.order_by("id").values_list("id", "keys")
        sounds = NameSound.objects.order_by("id").values_list("id", "people")
        return [*people, *((one, bytes(some)) for one, some in keys), *sounds]

    before = held()
    assert verify().differences == ()
    rebuild()
    assert held() == before


def test_a_correction_that_was_taken_back_leaves_nothing(corrected: str) -> None:
    from serai.core.events import PersonCorrected
    from serai.journal.reading import events_about

    event = events_about(f"person:{corrected}")[-1].id
    assert not isinstance(take_back([event], (PersonCorrected,), DESK), Refusal)
    one = Person.objects.get(id=corrected)
    assert (one.own, one.former_names) == ("Layla", "")
    assert [found.id for found in find_people("Zaynab Khalil")] == []
    assert verify().differences == ()


def test_a_handful_of_spellings_is_kept_the_newest_first(corrected: str) -> None:
    for number in range(8):
        person = Person.objects.get(id=corrected)
        names = Names(own=f"Name{chr(97 + number)}")
        correct_person(corrected, {"names": names}, refs_of(person, "names"), DESK)
    kept = Person.objects.get(id=corrected).former_names
    assert kept.count("own") == 6
    assert kept.startswith('[{"own":"Nameg"}')


def test_a_correction_of_age_alone_keeps_no_spelling() -> None:
    family()
    person = row("Layla")
    age = Age(months=96, noted_on="2019-03-01")
    correct_person(person.id, {"age": age}, refs_of(person, "age"), DESK)
    assert Person.objects.get(id=person.id).former_names == ""


def test_somebody_else_is_not_found_by_it(corrected: str) -> None:
    assert told_by("Layla Ali").chains[0].former is False
    assert all(one.id == corrected for one in find_people("Layla"))
