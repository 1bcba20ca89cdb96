"""A household gets a unit: one that fits, step-free where needed, never two families unawares."""

import json
from collections.abc import Callable

import pytest
from django.test import Client
from tests.camp.sheltering import OTHER_REGISTRAR, REGISTRAR, open_units, settle
from tests.convoys.loading import register

from serai.camp.commands import allot, leave_shelter, undo_allotment
from serai.camp.models import Allotment, Section, Shelter
from serai.camp.queries import crowd, suggested, waiting_page
from serai.core.events import ShelterAllotted
from serai.core.refusal import Refusal
from serai.journal.store import writing
from serai.registry.models import Discrepancy, Person

SignedIn = Callable[..., Client]
pytestmark = pytest.mark.usefixtures("station")


def allot_blindly(household: str, unit: str, people: tuple[str, ...]) -> None:
    """What another station writes that has not heard of ours."""
    with writing(OTHER_REGISTRAR) as pen:
        pen.append(
            ShelterAllotted(
                at=pen.now_ms, household=household, place="al-hol", section="A", unit=unit,
                people=people,
            )
        )  # fmt: skip


def people_of(household: str) -> list[Person]:
    return list(Person.objects.filter(household=household))


def test_two_taps_give_the_longest_waiting_family_a_unit(signed_in: SignedIn) -> None:
    register("jubouri", 4, place="al-hol")
    open_units()
    registrar = signed_in("camp")
    assert "Give a unit" in registrar.get("/camp/waiting/").content.decode()
    page = registrar.post("/camp/shelter/jubouri/", {"unit": "A-1"}, follow=True).content.decode()
    assert "4 people sleep in A-1 from now on." in page
    assert Shelter.objects.get(unit="A-1").people == 4
    assert crowd("al-hol")[1] == 0


def test_who_came_first_waits_first() -> None:
    register("first", 2, place="al-hol")
    register("second", 3, place="al-hol")
    assert [one.household for one in waiting_page("al-hol", "1")] == ["first", "second"]


def test_the_smallest_fitting_unit_comes_first_and_step_free_ones_are_kept() -> None:
    register("small", 3, place="al-hol")
    register("wheels", 3, place="al-hol", needs=("DS-PM",))
    open_units(1, capacity=8, section="A")
    open_units(1, capacity=4, section="B")
    open_units(1, capacity=4, section="C", accessible=True)
    assert [one.unit for one in suggested("al-hol", people_of("small"))] == ["B-1", "A-1", "C-1"]
    assert suggested("al-hol", people_of("wheels"))[0].unit == "C-1"


def test_a_taken_tent_is_refused_with_who_and_by_whom() -> None:
    register("first", 2, place="al-hol")
    register("second", 2, place="al-hol")
    open_units()
    settle("first", "A-1")
    refusal = allot("second", "A-1", "al-hol", OTHER_REGISTRAR)
    assert isinstance(refusal, Refusal)
    assert "A-1 is taken: Amina First, since" in str(refusal)
    assert "by rania" in str(refusal)
    assert Shelter.objects.get(unit="A-1").households == 1


def test_a_reason_lets_two_families_share_and_no_discrepancy_is_made() -> None:
    register("first", 2, place="al-hol")
    register("second", 2, place="al-hol")
    open_units()
    settle("first", "A-1")
    settle("second", "A-1", reason="sisters")
    assert Shelter.objects.get(unit="A-1").people == 4
    assert not Discrepancy.objects.exists()


def test_more_than_it_sleeps_needs_a_reason_and_stays_on_the_worklist(signed_in: SignedIn) -> None:
    register("big", 8, place="al-hol")
    open_units()
    registrar = signed_in("camp")
    answer = registrar.post("/camp/shelter/big/", {"unit": "a-1"})
    assert answer.status_code == 422
    assert "A-1 sleeps 6 and the family is 8." in answer.content.decode()
    assert 'value="a-1"' in answer.content.decode()
    registrar.post("/camp/shelter/big/", {"unit": "a-1", "reason": "no larger tent"})
    row = Discrepancy.objects.get()
    assert (row.kind, row.place, row.amount) == ("shelter", "al-hol", 2)
    assert json.loads(row.facts)["households"][0]["reason"] == "no larger tent"


def test_two_stations_that_give_one_tent_to_two_families_are_shown_both_names() -> None:
    for name in ("first", "second"):
        register(name, 2, place="al-hol")
    open_units()
    settle("first", "A-1")
    allot_blindly("second", "A-1", ("second-1", "second-2"))
    row = Discrepancy.objects.get()
    homes = [one["household"] for one in json.loads(row.facts)["households"]]
    assert homes == ["first", "second"]
    settle("second", "A-2")
    assert not Discrepancy.objects.exists()
    assert Shelter.objects.get(unit="A-1").people == 2


def test_a_family_that_two_stations_gave_two_tents_ends_up_in_one() -> None:
    family = register("first", 2, place="al-hol")
    open_units()
    settle("first", "A-1")
    allot_blindly("first", "A-2", family.people)
    facts = json.loads(Discrepancy.objects.get().facts)
    assert (facts["units"], facts["unit"]) == (["A-1", "A-2"], "A-2")
    settle("first", "A-3")
    assert not Discrepancy.objects.exists()
    sleeping = Shelter.objects.order_by("unit").values_list("people", flat=True)
    assert list(sleeping) == [0, 0, 2]


def test_a_move_frees_the_old_unit() -> None:
    register("first", 2, place="al-hol")
    open_units()
    settle("first", "A-1")
    body, _ = settle("first", "A-2")
    assert body.left_unit == "A-1"
    assert list(Shelter.objects.order_by("unit").values_list("people", flat=True)) == [0, 2, 0]
    assert Allotment.objects.get().unit == "A-2"


def test_undo_puts_the_family_back_where_it_was() -> None:
    register("first", 2, place="al-hol")
    open_units()
    _, first = settle("first", "A-1")
    _, second = settle("first", "A-2")
    assert not isinstance(undo_allotment("first", second, REGISTRAR), Refusal)
    assert Allotment.objects.get().unit == "A-1"
    assert isinstance(undo_allotment("first", first, REGISTRAR), Refusal)


def test_undo_of_a_first_unit_makes_the_family_wait_again(signed_in: SignedIn) -> None:
    register("first", 2, place="al-hol")
    open_units()
    _, event = settle("first", "A-1")
    answer = signed_in("camp").post(f"/camp/shelter/first/{event}/reversal/")
    assert answer.status_code == 303
    assert crowd("al-hol")[1] == 1
    assert Shelter.objects.get(unit="A-1").people == 0


def test_leaving_frees_the_unit(signed_in: SignedIn) -> None:
    register("first", 2, place="al-hol")
    open_units()
    settle("first", "A-1")
    registrar = signed_in("camp")
    assert registrar.post("/camp/shelter/first/leaving/").status_code == 303
    assert registrar.post("/camp/shelter/first/leaving/").status_code == 422
    assert isinstance(leave_shelter("first", REGISTRAR), Refusal)
    assert not Allotment.objects.exists()


@pytest.mark.parametrize(
    ("unit", "sentence"),
    [
        ("", "Write the unit, like P4-B2-17."),
        ("Z-9", "There is no unit Z-9 here"),
        ("'", "no unit"),
    ],
)
def test_a_wrong_unit_is_said(signed_in: SignedIn, unit: str, sentence: str) -> None:
    register("first", 2, place="al-hol")
    answer = signed_in("camp").post("/camp/shelter/first/", {"unit": unit})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_who_is_elsewhere_gets_no_unit(signed_in: SignedIn) -> None:
    register("away", 2)
    open_units()
    refusal = allot("away", "A-1", "al-hol", REGISTRAR)
    assert "the books have them at Desert reception" in str(refusal)
    assert signed_in("camp").get("/camp/shelter/nobody/").status_code == 404


def test_a_double_tap_gives_one_unit(signed_in: SignedIn) -> None:
    register("first", 2, place="al-hol")
    open_units()
    registrar = signed_in("camp")
    for _ in range(2):
        registrar.post("/camp/shelter/first/", {"unit": "A-1", "operation": "one"})
    assert Shelter.objects.get(unit="A-1").households == 1


def test_the_pages_ask_eight_questions_at_most(
    signed_in: SignedIn, asks_at_most: Callable[..., object]
) -> None:
    register("first", 2, place="al-hol")
    open_units()
    settle("first", "A-1")
    registrar = signed_in("camp")
    registrar.get("/camp/")
    for page in (
        "shelter/first/",
        "waiting/",
        "",
        "sections/A/",
        "sections/A/units/",
        "?find=amina",
    ):
        with asks_at_most(8):
            assert registrar.get(f"/camp/{page}").status_code == 200


def test_the_beds_left_in_a_familys_tent_are_not_free_and_those_of_a_hall_are(
    signed_in: SignedIn,
) -> None:
    register("first", 2, place="al-hol")
    register("second", 3, place="al-hol")
    open_units(count=2, capacity=6)
    open_units(count=1, capacity=40, section="H")
    settle("first", "A-1")
    settle("second", "H-1")
    free = Section.objects.order_by("section").values_list("section", "free", "full")
    assert list(free) == [("A", 6, 1), ("H", 37, 0)]
    shown = signed_in("camp").get("/camp/").content.decode()
    assert "<b>43</b><span>places free, in empty units and in halls" in shown


def test_undo_of_leaving_gives_the_unit_back_unless_somebody_has_it(signed_in: SignedIn) -> None:
    register("first", 2, place="al-hol")
    open_units(1, capacity=4, section="B2")
    settle("first", "B2-1")
    registrar = signed_in("camp")
    page = registrar.post("/camp/shelter/first/leaving/", follow=True).content.decode()
    undo = "/camp/shelter/first/leaving/B2-1/reversal/"
    assert undo in page
    page = registrar.post(undo, follow=True).content.decode()
    assert "The household is in B2-1 again." in page
    assert Allotment.objects.get(household="first").unit == "B2-1"
