"""Any form of any room sent twice is written once: a tired finger taps again."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from tests.a_family import FATHER, MOTHER, SON, register, who

import serai
from serai.journal.models import Event

SignedIn = Callable[..., Client]
TEMPLATES = Path(serai.__file__).parent
POSTING = re.compile(r'<form method="post".*?</form>', re.DOTALL)
# what writes no entry: language and place of the header, and accounts, which set and never add
WITHOUT = ("web/parts/house.html",)

SENT = {
    "a group": ("reception", "/reception/", {"total": "43"}),
    "a household": (
        "registration",
        "/registration/",
        {"rows": "6", "m0-own": "Rana", "m0-sex": "f", "m0-age": "30"},
    ),
    "a correction": (
        "registration",
        f"/registration/person/{who(SON)}/correction/",
        {"own": "Umar", "age": "14", "sex": "m", "papers": "none"},
    ),
    "a death": (
        "registration",
        f"/registration/person/{who(SON)}/death/",
        {"circumstances": "fever", "told_by": "the mother"},
    ),
    "a lane": (
        "screening",
        "/screening/household/jubouri/",
        {"people": [who(MOTHER)], "lane": "women", "outcome": "go on"},
    ),
    "a separation": (
        "screening",
        "/screening/separation/jubouri/",
        {"people": [who(FATHER)], "kin": [who(MOTHER)], "lane": "men", "target": "screening",
         "reason": "Questions", "authority": "Team 2", "review_on": "{soon}"},
    ),
    "a triage": ("care", f"/care/person/{who(SON)}/", {"word": "minimal"}),
    "a referral": (
        "care",
        f"/care/referral/{who(MOTHER)}/",
        {"target": "hospital", "reason": "surgery", "review_on": "{soon}"},
    ),
    "a convoy": ("convoys", "/convoys/opening/", {"target": "al-hol", "trucks": "1",
                 "truck_seats": "40"}),
    "an entitlement": (
        "relief",
        "/relief/entitlements/new/",
        {"name": "Water", "unit": "litre", "quantity": "15", "per": "person", "period_days": "1"},
    ),
    "units": ("camp", "/camp/units/", {"section": "A", "first": "1", "last": "3", "capacity": "6"}),
    "a request": (
        "tracing",
        "/tracing/family/jubouri/request/",
        {"sought-0-own": "Samir", "sought-0-sex": "male"},
    ),
    "a headcount": ("situation", "/situation/headcounts/", {"place": "reception", "counted": "4"}),
}  # fmt: skip


@pytest.mark.parametrize("what", SENT)
def test_a_form_sent_twice_is_written_once_and_told_so(
    what: str, station: str, signed_in: SignedIn
) -> None:
    from datetime import timedelta

    from serai.registry.members import today

    room, address, form = SENT[what]
    register()
    browser = signed_in(room, place="al-hol" if room in ("camp", "relief") else "reception")
    soon = (today() + timedelta(days=7)).isoformat()
    typed = {name: soon if value == "{soon}" else value for name, value in form.items()}
    before = Event.objects.count()
    first = browser.post(address, typed | {"operation": "one-tap"})
    assert first.status_code == 303, first.content.decode()
    written = Event.objects.count()
    assert written > before
    second = browser.post(address, typed | {"operation": "one-tap"}, follow=True)
    assert Event.objects.count() == written
    assert second.status_code == 200
    assert "nothing was written twice" in second.content.decode()


def test_every_form_that_writes_carries_the_id_of_its_one_sending() -> None:
    bare = [
        f"{path.relative_to(TEMPLATES)}: {form[:90]}"
        for path in sorted(TEMPLATES.glob("*/templates/**/*.html"))
        for form in POSTING.findall(path.read_text(encoding="utf-8"))
        if "operation" not in form and not str(path).endswith(WITHOUT)
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("room", "sent_to", "found"),
    [
        ("convoys", "/convoys/c1/boarding/", "/convoys/c1/"),
        ("convoys", "/convoys/c1/withdrawal/h1/", "/convoys/c1/"),
        ("camp", "/camp/shelter/h1/leaving/", "/camp/shelter/h1/"),
        ("relief", "/relief/handouts/x/return/", "/relief/"),
        ("registration", "/registration/person/p1/decision/", "/registration/"),
    ],
)
def test_an_answer_without_a_page_before_it_leads_to_what_it_is_about(
    signed_in: SignedIn, room: str, sent_to: str, found: str
) -> None:
    """A browser that hides where it comes from is sent to the address of the form, and on."""
    answer = signed_in(room).get(sent_to, headers={"accept": "text/html"})
    assert (answer.status_code, answer["Location"]) == (302, found)
