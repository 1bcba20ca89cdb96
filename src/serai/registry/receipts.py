"""Receiving a convoy: who came off it, who is still expected, and closing the receipt."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from serai.core.events import ConvoyReceived, ReceiptClosed
from serai.core.ledger import NAMED, UNNAMED_BANDS, Leg, account, moved
from serai.core.manifest import Manifest, Mark
from serai.core.places import CONVOY, convoy_place, is_convoy
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.reading import event_by_id
from serai.journal.store import Author, Pen, writing
from serai.registry.commands import reverse_with
from serai.registry.finding import household_with
from serai.registry.manifests import full_name, label_of, manifest_of, place_words, time_words
from serai.registry.models import Balance, Person, Place


class Already(Refusal, frozen=True):
    """Not wrong, only done before: shown in amber, with when and by whom."""


class Receipt(msgspec.Struct, frozen=True):
    """What a receipt wrote: its event, how many came off, how many are still expected."""

    event: str
    people: tuple[str, ...]
    count: int
    expected: int
    already: Refusal | None = None  # about somebody who had been checked before


def receive(
    convoy: str, people: Sequence[str], place: str, author: Author, operation: str = ""
) -> Receipt | Refusal:
    """Checks people off at the arrival end: they leave the road and stand at `place`.

    Whoever was received before is passed over and named; somebody else's passenger is refused.
    """
    with writing(author, operation) as pen:
        told = manifest_of(convoy)
        wrong = _place_refusal(place) or _not_under_way(told)
        if wrong is not None:
            return wrong
        rows = Person.objects.in_bulk(list(dict.fromkeys(people)))
        here = [one for one in dict.fromkeys(people) if _is_on(rows.get(one), convoy)]
        others = [refused_at(told, rows.get(one), convoy) for one in people if one not in here]
        strangers = [one for one in others if not isinstance(one, Already)]
        if strangers or not here:
            return (strangers or others or [_nobody_marked()])[0]
        legs = moved(convoy_place(convoy), place, here)
        return _received(pen, convoy, place, legs, others[0] if others else None)


def receive_everybody(
    convoy: str, place: str, author: Author, operation: str = "", apart: Collection[str] = ()
) -> Receipt | Refusal:
    """Checks off everybody still on the road with a convoy, `apart` from those named.

    People who travel without names come off only when nobody is set apart.
    """
    with writing(author, operation) as pen:
        told = manifest_of(convoy)
        wrong = _place_refusal(place) or _not_under_way(told)
        if wrong is not None:
            return wrong
        road = convoy_place(convoy)
        on_it = Person.objects.filter(place=road).order_by("id").values_list("id", flat=True)
        legs = moved(road, place, [one for one in on_it if one not in apart])
        if not apart:
            legs += _unnamed(road, place)
        if not legs:
            return Already(gettext_noop("Everybody on this convoy was received already."))
        return _received(pen, convoy, place, legs, None)


def close_receipt(
    convoy: str, place: str, author: Author, operation: str = ""
) -> ReceiptClosed | Refusal:
    """Nobody more is expected: whoever is still on the road becomes a discrepancy, by name."""
    with writing(author, operation) as pen:
        told = manifest_of(convoy)
        wrong = _place_refusal(place) or _not_under_way(told)
        if wrong is not None:
            return wrong
        if told.closed is not None:
            return Already(
                gettext_noop("This receipt was closed at %(time)s by %(actor)s."),
                {"time": time_words(told.closed.at), "actor": told.closed.actor},
            )
        body = ReceiptClosed(at=pen.now_ms, convoy=convoy, place=place)
        pen.append(body)
        return body


def take_receipt_back(
    convoy: str, event: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Undo of a receipt: the people stand on the road again."""
    with writing(author, operation) as pen:
        written = event_by_id(event)
        body = written.body if written else None
        if not isinstance(body, ConvoyReceived) or body.convoy != convoy:
            return Refusal(gettext_noop("This entry is not in the journal of this station."))
        return reverse_with(pen, event, "undone")


def of_code(text: str, everyone: Mapping[str, str]) -> list[str] | Refusal:
    """The people on a list (person → household) whose household holds a token."""
    household = household_with(text, "code")
    if isinstance(household, Refusal):
        return household
    on_list = [person for person, home in everyone.items() if home == household]
    return on_list or _members(household)


def refused_at(told: Manifest, person: Person | None, convoy: str) -> Refusal:
    """Why somebody cannot be checked off this convoy: done before, or not on it and where."""
    if person is None:
        return Refusal(gettext_noop("This person is not in the books."), field="code")
    mark = told.received.get(person.id)
    if mark is not None:
        return already(person, mark)
    return not_on(person, convoy)


def already(person: Person, mark: Mark) -> Already:
    """Somebody was ticked before: when, and by whom."""
    return Already(
        gettext_noop("%(name)s was already checked at %(time)s by %(actor)s."),
        {"name": full_name(person), "time": time_words(mark.at), "actor": mark.actor},
        field="code",
    )


def not_on(person: Person, convoy: str) -> Refusal:
    """Somebody is not on this convoy: on another one and which vehicle, or where the books say."""
    name = full_name(person)
    if is_convoy(person.place) and person.place != convoy_place(convoy):
        other = manifest_of(person.place.removeprefix(CONVOY))
        return Refusal(
            gettext_noop("%(name)s is not on this convoy (on %(code)s, %(vehicle)s)."),
            {
                "name": name,
                "code": other.opened.code if other.opened else "?",
                "vehicle": label_of(other, person.id) or "?",
            },
            field="code",
        )
    return Refusal(
        gettext_noop("%(name)s is not on this convoy: the books have them at %(place)s."),
        {"name": name, "place": place_words(person.place)},
        field="code",
    )


def _received(
    pen: Pen, convoy: str, place: str, legs: tuple[Leg, ...], before: Refusal | None
) -> Receipt:
    body = ConvoyReceived(at=pen.now_ms, convoy=convoy, place=place, legs=legs)
    count = sum(leg.count for leg in legs)
    held = Balance.objects.filter(place=convoy_place(convoy)).values_list("count", flat=True)
    event = pen.append(body)
    return Receipt(event, tuple(body.people_moved()), count, sum(held) - count, before)


def _unnamed(road: str, place: str) -> tuple[Leg, ...]:
    rows = Balance.objects.filter(place=road, count__gt=0).exclude(band=NAMED)
    counts = {row.band: row.count for row in rows}
    return tuple(
        Leg(account(road, band), account(place, band), counts[band])
        for band in UNNAMED_BANDS
        if band in counts
    )


def _place_refusal(place: str) -> Refusal | None:
    if Place.objects.filter(id=place).exists():
        return None
    return Refusal(gettext_noop("Choose first at which place you work."), field="place")


def _not_under_way(told: Manifest) -> Refusal | None:
    if told.opened is None:
        return Refusal(gettext_noop("There is no such convoy."))
    if told.status() == "loading":
        return Refusal(
            gettext_noop("%(code)s has not left yet: nobody can come off it."),
            {"code": told.opened.code},
        )
    return None


def _nobody_marked() -> Refusal:
    return Refusal(gettext_noop("Mark at least one person first."), field="people")


def _is_on(person: Person | None, convoy: str) -> bool:
    return person is not None and person.place == convoy_place(convoy)


def _members(household: str) -> list[str]:
    members = Person.objects.filter(household=household, alive=True).order_by("id")
    return list(members.values_list("id", flat=True))
