"""Setting what everybody is due, with the standards' figures as hints."""

from collections.abc import Callable

import pytest
from django.test import Client

from serai.core.events import EntitlementSet
from serai.core.refusal import Refusal
from serai.journal.store import Author, writing
from serai.relief.commands import set_entitlement
from serai.relief.drafts import EntitlementDraft
from serai.relief.models import Entitlement

pytestmark = pytest.mark.django_db
FORM = {
    "name": "Drinking water", "name_ar": "ماء", "unit": "litre", "quantity": "20",
    "per": "person", "period_days": "1",
}  # fmt: skip


def draft(**more: object) -> EntitlementDraft:
    first = {
        "item": "", "name": "Soap", "unit": "gram", "per": "person", "quantity": 500,
        "period_days": 30,
    }  # fmt: skip
    return EntitlementDraft(**{**first, **more})


def test_an_empty_list_offers_the_standards_figures(signed_in: Callable[..., Client]) -> None:
    desk = signed_in()
    page = desk.get("/relief/entitlements/").content.decode()
    assert "Nothing is set yet" in page
    assert "Sphere: 15 litres" in page
    form = desk.get("/relief/entitlements/new/", {"like": "water"}).content.decode()
    assert 'value="15"' in form


def test_a_figure_is_set_and_set_anew(signed_in: Callable[..., Client]) -> None:
    desk = signed_in()
    assert desk.post("/relief/entitlements/new/?like=water", FORM).status_code == 303
    row = Entitlement.objects.get()
    assert (row.item, row.quantity, row.name_ar) == ("water", 20, "ماء")
    assert (
        desk.post(f"/relief/entitlements/{row.id}/", {**FORM, "quantity": "0"}).status_code == 303
    )
    row = Entitlement.objects.get()
    assert (row.quantity, row.disputed) == (0, False)
    assert "no longer given" in desk.get("/relief/entitlements/").content.decode()


def test_two_stations_that_differ_are_shown_as_disputed(station: str, clerk: Author) -> None:
    set_entitlement(draft(), clerk)
    with writing(clerk) as pen:  # what an exchange would bring in: it saw nothing of ours
        pen.append(
            EntitlementSet(
                at=pen.now_ms, entitlement="soap", item="soap", name="Soap", name_ar="",
                unit="gram", per="person", quantity=250, period_days=30,
            )
        )  # fmt: skip
    assert Entitlement.objects.get().disputed
    set_entitlement(draft(entitlement="soap", item="soap", quantity=400), clerk)
    row = Entitlement.objects.get()
    assert (row.disputed, row.quantity) == (False, 400)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"name": " "}, "Give it the name"),
        ({"quantity": -1}, "Type a quantity"),
        ({"quantity": 100_001}, "Type a quantity"),
        ({"period_days": 367}, "366 at most"),
        ({"entitlement": "unknown"}, "not in the books"),
    ],
)
def test_a_wrong_entitlement_is_refused_in_words(
    station: str, clerk: Author, more: dict[str, object], sentence: str
) -> None:
    outcome = set_entitlement(draft(**more), clerk)
    assert isinstance(outcome, Refusal)
    assert sentence in str(outcome)
    assert not Entitlement.objects.exists()


def test_the_same_name_is_not_set_twice(station: str, clerk: Author) -> None:
    set_entitlement(draft(), clerk)
    outcome = set_entitlement(draft(name="SOAP", quantity=9), clerk)
    assert isinstance(outcome, Refusal)
    assert "in the list already" in str(outcome)
    assert Entitlement.objects.get().quantity == 500


def test_a_name_without_latin_letters_is_taken(station: str, clerk: Author) -> None:
    set_entitlement(draft(name="تمر", item=""), clerk)
    row = Entitlement.objects.get()
    assert row.item
    assert row.name == "تمر"


def test_an_unfinished_form_comes_back_as_typed(signed_in: Callable[..., Client]) -> None:
    answer = signed_in().post("/relief/entitlements/new/", {**FORM, "quantity": "lots"})
    assert answer.status_code == 422
    assert 'value="lots"' in answer.content.decode()
