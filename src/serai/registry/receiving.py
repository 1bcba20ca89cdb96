"""What every page that receives a convoy shares: who is still expected, and what was ticked."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext, ngettext

from serai.core.manifest import Manifest
from serai.core.refusal import Refusal
from serai.journal.store import Author
from serai.registry.manifests import manifest_of, names_of, vehicle_lists
from serai.registry.models import Person
from serai.registry.receipts import Receipt, receive, receive_everybody
from serai.registry.ticks import PEOPLE_PER_LIST_MAX, ticked

MISSING_SHOWN_MAX = 200


def arrival_context(convoy: str, place: str, vehicle: str | None) -> dict[str, Any]:
    """Who is still expected, by vehicle and family, and whose family is torn."""
    told = manifest_of(convoy)
    ticks = told.received | told.gone
    shown = vehicle if vehicle is not None else _first_unfinished(told)
    missing = told.missing()
    rows = Person.objects.in_bulk(missing[:MISSING_SHOWN_MAX])
    return {
        "told": told,
        "opened": told.opened,
        "vehicles": vehicle_lists(told, told.departed, ticks, shown),
        "vehicle": shown,
        "left": told.left(),
        "received": len(told.received) + told.unnamed_off,
        "gone": len(told.gone),
        "missing": [rows[one] for one in missing[:MISSING_SHOWN_MAX] if one in rows],
        "missing_count": told.expected(),
        "unnamed": told.unnamed_missing(),
        "torn": names_of(_torn(told)) if told.received else "",
        "diverted": told.opened is not None and told.opened.target != place,
        "here": place,
    }


def receive_ticked(
    typed: QueryDict, convoy: str, vehicle: str | None, place: str, author: Author
) -> Receipt | Refusal:
    """Receives whom a submitted page means: all of them, all but the marked, the marked, a code."""
    operation = typed.get("operation", "")[:64]
    marked = typed.getlist("people")[:PEOPLE_PER_LIST_MAX]
    if not typed.get("code", "").strip() and typed.get("who") == "everybody":
        return receive_everybody(convoy, place, author, operation, apart=marked)
    told = manifest_of(convoy)
    shown = vehicle if vehicle is not None else _first_unfinished(told)
    waiting = told.missing()
    people = ticked(typed, _homes(told), [one for one in waiting if told.vehicle_of(one) == shown])
    if isinstance(people, Refusal):
        return people
    if typed.get("code", "").strip():
        people = [one for one in people if one in waiting] or people
    return receive(convoy, people, place, author, operation)


def receipt_words(receipt: Receipt) -> str:
    """What a receipt wrote, in one or two sentences."""
    sentence = ngettext(
        "%(count)s person received, %(expected)s still expected.",
        "%(count)s people received, %(expected)s still expected.",
        receipt.count,
    ) % {"count": receipt.count, "expected": receipt.expected}
    if not receipt.expected:
        sentence = ngettext(
            "%(count)s person received. Everybody on this convoy has arrived.",
            "%(count)s people received. Everybody on this convoy has arrived.",
            receipt.count,
        ) % {"count": receipt.count}
    if receipt.already is None:
        return sentence
    return f"{sentence} {gettext(receipt.already.sentence) % receipt.already.facts}"


def _first_unfinished(told: Manifest) -> str:
    """The first vehicle of the list from which somebody is still expected."""
    waiting = {told.vehicle_of(one) for one in told.missing()}
    order = [one.vehicle for one in told.opened.vehicles] if told.opened else []
    return next((one for one in [*order, ""] if one in waiting), order[0] if order else "")


def _homes(told: Manifest) -> dict[str, str]:
    listed = {one: told.boarded[one].household for one in told.departed if one in told.boarded}
    unlisted = Person.objects.in_bulk([one for one in told.departed if one not in listed])
    return listed | {one: row.household for one, row in unlisted.items()}


def _torn(told: Manifest) -> list[str]:
    """Who is still expected while others of their family have come off."""
    homes = {one: listed.household for one, listed in told.boarded.items()}
    arrived = {homes[one] for one in told.received if one in homes}
    return [one for one in told.missing() if homes.get(one) in arrived]
