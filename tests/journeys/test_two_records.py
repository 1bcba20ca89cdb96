"""One woman in Arabic at one desk and in Latin letters at another: made one, and parted again."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Browser, expect
from tests.journeys.walking import Walk, people_at_work

from serai.core.events import Inquirer, Item, SoughtPerson
from serai.core.people import Age, Names, Person
from serai.journal.store import Author
from serai.journal.verify import verify
from serai.registration.commands import register_household
from serai.registration.rules import HouseholdDraft
from serai.registry.models import Pair
from serai.relief.commands import hand_out, receive_delivery, set_entitlement
from serai.relief.drafts import EntitlementDraft, HandoutDraft
from serai.tracing.commands import RequestDraft, open_request

AtWork = Callable[..., Walk]
ARABIC = Names("فاطمة", "حسن", "علي", "الجبوري", "أم عبد الرحمن")
LATIN = Names("Fatima", "Hasan", "Ali", "Jubouri", "Um Abdulrahman")
DESK, STORE = Author("amal", "registration"), Author("bahar", "relief")


@pytest.fixture
def at_work(browser: Browser, served: str) -> AtWork:
    return people_at_work(browser, served)


def registered(names: Names, place: str) -> tuple[str, str]:
    """A woman of about 27 from Qaim alone in a household; its id and hers."""
    age = Age(basis="estimated", months=27 * 12, within_months=24, noted_on=str(date.today()))
    her = Person("", names, sex="female", age=age, relation="head", origin="qaim")
    body = register_household(HouseholdDraft(place, (her,)), DESK)
    return body.household, body.members[0].person  # type: ignore[union-attr]


def blankets_given(household: str) -> None:
    """The first record gets the blanket that everybody gets once."""
    draft = EntitlementDraft("", "Blanket", "", "household", 1, 0, "بطانية")
    set_entitlement(draft, STORE)
    receive_delivery("al-hol", [Item("blanket", 9)], "first lorry", STORE)
    outcome = hand_out(HandoutDraft(household, "al-hol", ("blanket",)), STORE)
    assert isinstance(outcome, str), str(outcome)


def _carried_everywhere(at_work: AtWork, desk: Walk, home: str, again: str) -> None:
    """Household, relief and tracing know her under both records."""
    desk.goto(f"/registration/{again}/")
    expect(desk.page.locator(f'a[href*="/registration/{home}/#"]')).to_have_count(1)
    relief = at_work("relief").goto(f"/relief/?household={again}")
    expect(relief.page.locator(".goods .status.good")).to_have_count(1)
    asked = SoughtPerson(number=1, names=Names("Fatima", "Hasan", family="Jubouri"), sex="female")
    draft = RequestDraft(Inquirer(name="Salim"), (asked,))
    request = open_request(draft, Author("cemal", "tracing")).request  # type: ignore[union-attr]
    officer = at_work("tracing").goto(f"/tracing/request/{request}/")
    expect(officer.page.locator(".candidates li")).to_have_count(1)
    officer.says("Fatima", "فاطمة")


def test_two_records_are_compared_made_one_by_a_key_and_parted_again(at_work: AtWork) -> None:
    home, first = registered(ARABIC, "al-hol")
    again, second = registered(LATIN, "al-hol")
    blankets_given(home)
    desk = at_work("registration", language="ar")
    desk.page.set_viewport_size({"width": 390, "height": 844})
    desk.goto(f"/registration/{again}/")
    desk.press(desk.page.locator(f'a[href$="/person/{second}/pairs/"]'))
    desk.says("فاطمة حسن علي الجبوري")
    desk.press(desk.page.locator(f'a[href*="/pairs/{second}/"]').first)
    assert desk.page.locator("td .status.good").count() >= 5  # told to be alike, in two scripts
    desk.keys("s")
    assert Pair.objects.get().state == "same"
    _carried_everywhere(at_work, desk, home, again)
    desk.goto(f"/registration/pairs/{first}/{second}/")
    desk.keys("u")
    assert Pair.objects.get().state == "unsure"
    desk.goto(f"/registration/{again}/").never_says(f"#{first}")
    relief = at_work("relief").goto(f"/relief/?household={again}")
    expect(relief.page.locator(".goods .status.good")).to_have_count(0)
    assert verify().differences == ()
