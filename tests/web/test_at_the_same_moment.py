"""Two people press their buttons in the same moment: one wins or both are shown, never an error."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from tests.camp.sheltering import open_units
from tests.conftest import PASSWORD, USUAL_PLACES, open_station
from tests.convoys.loading import Family, new_convoy, on_the_road, register

from serai.access.accounts import create_account
from serai.access.roles import ROLES
from serai.camp.models import Allotment
from serai.convoys.commands import board
from serai.convoys.models import Convoy
from serai.core.events import Item
from serai.journal.store import Author
from serai.journal.verify import verify
from serai.reception.commands import ArrivalDraft, count_arrival
from serai.registry.models import Arrival, Household, Person, Token
from serai.registry.queries import balances
from serai.relief.commands import receive_delivery, set_entitlement
from serai.relief.drafts import EntitlementDraft
from serai.relief.stores import stores

pytestmark = pytest.mark.django_db(transaction=True)

Post = tuple[str, dict[str, object]]
GATE = Author("amal", "reception")


@pytest.fixture(autouse=True)
def _books_stay_sound() -> object:
    open_station()
    yield
    assert verify().differences == ()
    assert sum(sum(bands.values()) for bands in balances().values()) == 0


def two_people(room: str, place: str = "") -> list[Client]:
    role = next(name for name, one in ROLES.items() if one.rooms[0] == room)
    browsers = []
    for name in ("amal", "karim"):
        browser = Client(raise_request_exception=False)
        account = create_account(f"{name}-{room}", role, place or USUAL_PLACES[room], PASSWORD)
        browser.force_login(account)
        browsers.append(browser)
    return browsers


def at_once(browsers: list[Client], *posts: Post) -> list[HttpResponse]:
    """Everybody sends at the same moment; the answers in the order of the posts."""
    start = Barrier(len(posts))

    def send(browser: Client, post: Post) -> HttpResponse:
        try:
            start.wait(10)
            return browser.post(*post)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(posts)) as people:
        return list(people.map(send, browsers, posts))


def statuses(answers: list[HttpResponse]) -> list[int]:
    return sorted(answer.status_code for answer in answers)


def test_two_desks_register_with_one_token_and_one_is_told_who_was_first() -> None:
    count_arrival(ArrivalDraft("reception", {"unknown": 9}), GATE)
    token = Token.objects.order_by("number")[0].code
    form = {"rows": "6", "token": token, "m0-own": "Rana", "m0-sex": "f", "m0-age": "30"}
    answers = at_once(two_people("registration"), *[("/registration/", form)] * 2)
    assert statuses(answers) == [303, 422]
    loser = next(one for one in answers if one.status_code == 422).content.decode()
    assert re.search("by (amal|karim)-registration for the household of Rana", loser)
    assert Household.objects.count() == 1
    assert balances()["reception"] == {"named": 1, "unknown": 8}


def test_two_desks_correct_one_person_and_both_values_are_shown() -> None:
    family = register("jubouri", 2)
    desks = two_people("registration")
    address = f"/registration/person/{family.people[0]}/correction/"
    forms = [_as_loaded(desk.get(address).content.decode()) for desk in desks]
    names = ("Hassan", "Husain")
    posts = [(address, {**form, "own": own}) for form, own in zip(forms, names, strict=True)]
    assert statuses(at_once(desks, *posts)) == [303, 303]
    page = desks[0].get("/registration/jubouri/").content.decode()
    assert all(own in page for own in names)
    assert "names" in Person.objects.get(id=family.people[0]).disputed


def test_a_count_is_taken_back_while_its_people_get_names() -> None:
    count_arrival(ArrivalDraft("reception", {"unknown": 3}), GATE)
    group, token = Arrival.objects.get(), Token.objects.order_by("number")[0].code
    desk, gate = two_people("registration")[0], two_people("reception")[0]
    form = {"rows": "6", "token": token, "m0-own": "Rana", "m0-sex": "f", "m0-age": "30"}
    answers = at_once(
        [desk, gate], ("/registration/", form), (f"/reception/{group.id}/reversal/", {})
    )
    assert statuses(answers) == [303, 422]


def test_one_family_boards_two_convoys_and_travels_with_one() -> None:
    family = register("jubouri", 5)
    convoys = [new_convoy().convoy for _ in range(2)]
    posts = [(f"/convoys/{one}/boarding/", {"code": family.token}) for one in convoys]
    assert statuses(at_once(two_people("convoys"), *posts)) == [303, 422]
    assert sorted(Convoy.objects.values_list("boarded", flat=True)) == [0, 5]


def test_the_last_seats_go_to_one_of_two_families() -> None:
    families, convoy = [register("jubouri", 5), register("azzawi", 5)], new_convoy(seats=8).convoy
    posts = [(f"/convoys/{convoy}/boarding/", {"code": one.token}) for one in families]
    assert statuses(at_once(two_people("convoys"), *posts)) == [303, 422]
    assert Convoy.objects.get().boarded == 5


def test_a_family_is_put_on_while_the_convoy_leaves() -> None:
    first, late = register("jubouri", 5), register("azzawi", 3)
    convoy = new_convoy().convoy
    board(convoy, first.household, GATE)
    answers = at_once(
        two_people("convoys"),
        (f"/convoys/{convoy}/departure/", {}),
        (f"/convoys/{convoy}/boarding/", {"code": late.token}),
    )
    assert answers[0].status_code == 303
    assert balances()[f"convoy:{convoy}"]["named"] in (5, 8)


def test_two_gates_of_the_camp_receive_everybody_once() -> None:
    convoy = on_the_road(register("jubouri", 5))
    post = (f"/camp/receipt/{convoy}/", {"who": "everybody"})
    assert set(statuses(at_once(two_people("camp"), post, post))) <= {200, 303, 422}
    assert balances()["al-hol"] == {"named": 5}
    assert f"convoy:{convoy}" not in balances()


def test_the_last_tent_goes_to_one_of_two_families() -> None:
    families = [register(name, 4, place="al-hol") for name in ("jubouri", "azzawi")]
    open_units(count=1)
    posts = [(f"/camp/shelter/{one.household}/", {"unit": "A-1"}) for one in families]
    assert statuses(at_once(two_people("camp"), *posts)) == [303, 422]
    assert Allotment.objects.filter(unit="A-1").count() == 1


def test_the_last_water_goes_to_one_of_two_families() -> None:
    families = [register(name, 4, place="al-hol") for name in ("jubouri", "azzawi")]
    posts = [("/relief/", _water(family)) for family in families]
    assert statuses(at_once(two_people("relief"), *posts)) == [303, 422]
    assert stores()["al-hol"] == {"water": 1}


def test_two_desks_hand_the_same_water_to_one_family_once() -> None:
    family = register("jubouri", 2, place="al-hol")
    post = ("/relief/", _water(family))
    answers = at_once(two_people("relief"), post, post)
    assert statuses(answers) == [303, 422]
    loser = next(one for one in answers if one.status_code == 422).content.decode()
    assert re.search("(amal|karim)-relief", loser)
    assert stores()["al-hol"] == {"water": 3}


def _water(family: Family) -> dict[str, object]:
    """Water for one of two families of four, and one litre more."""
    store = Author("yusuf", "relief")
    if not stores():
        draft = EntitlementDraft(
            item="", name="Water", name_ar="", unit="litre", per="person", quantity=1, period_days=1
        )
        set_entitlement(draft, store)
        receive_delivery("al-hol", [Item("water", 5)], "lorry", store)
    from serai.relief.models import Entitlement

    thing = Entitlement.objects.get().id
    return {"household": family.household, "token": family.token, "entitlements": [thing]}


def _as_loaded(page: str) -> dict[str, str]:
    """The correction form as the browser holds it."""
    from html import unescape

    inputs = re.findall(r'<input[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"', page)
    form = {name: unescape(value) for name, value in inputs if name != "csrfmiddlewaretoken"}
    return {"papers": "none", **form}
