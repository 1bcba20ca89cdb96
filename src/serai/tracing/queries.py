"""What the tracing pages read: requests, and a family with all its links, whole and broken."""

from collections.abc import Sequence
from datetime import date

import msgspec
from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from serai.core.events import SeparationRecorded
from serai.core.places import is_convoy, is_outside
from serai.core.refusal import gettext_noop
from serai.core.screening import REASONS
from serai.core.tracing import closing_label
from serai.journal.reading import events_about
from serai.registry.discrepancies import OPEN
from serai.registry.members import age_in_words, day_in_words, in_words
from serai.registry.models import Discrepancy, DiscrepancyNote, Person, Separation
from serai.registry.queries import find_people, people_of
from serai.tracing.models import TracingRequest

PAGE_ROWS = 25
LIKELY_MAX = 10
LOST_KINDS = ("convoy", "elsewhere")

_STATES: dict[str, tuple[str, str]] = {
    "dead": ("note", gettext_noop("dead")),
    "missing": ("bad", gettext_noop("missing")),
    "apart": ("warn", gettext_noop("apart on record")),
    "road": ("wait", gettext_noop("on the road")),
    "here": ("good", gettext_noop("here")),
    "elsewhere": ("wait", gettext_noop("elsewhere")),
}


class Member(msgspec.Struct, frozen=True):
    """One member: in words, how they stand to this place, the open links and requests."""

    person: Person
    words: str
    state: str
    shade: str
    state_words: str
    separation: Separation | None
    review_day: str
    request: TracingRequest | None


class Link(msgspec.Struct, frozen=True):
    """A separation of the family with the people it parts."""

    separation: Separation
    review_day: str
    person: Person | None
    kin: list[Person]


class Lost(msgspec.Struct, frozen=True):
    """Something that does not fit about a member: off a convoy's list, or in two places."""

    person: Person
    kind: str
    place: str
    at: int


class Family(msgspec.Struct, frozen=True):
    """A family's page."""

    members: list[Member]
    links: list[Link]
    lost: list[Lost]
    requests: list[TracingRequest]
    places: list[str]  # where its living members stand, when more than one


class Why(msgspec.Struct, frozen=True):
    """Why a member was parted: for permitted eyes only."""

    person: Person | None
    at: int
    reason: str
    authority: str
    place: str
    target: str


def requests(closed: bool) -> QuerySet[TracingRequest]:
    """Open requests, the oldest first; or closed ones, the latest first."""
    if closed:
        return TracingRequest.objects.filter(closed_at__gt=0).order_by("-closed_at", "id")
    return TracingRequest.objects.filter(closed_at=0).order_by("opened_at", "id")


def family(household: str, place: str, day: date) -> Family | None:
    """A family with its links; None when nobody of it is in the books."""
    people = people_of(household)
    if not people:
        return None
    known = {one.id: one for one in people}
    separations = list(
        Separation.objects.filter(household=household).order_by("ended_at", "since", "id")
    )
    asked = list(TracingRequest.objects.filter(household=household).order_by("closed_at", "code"))
    lost = _lost(known)
    apart = {one.person: one for one in separations if not one.ended_at}
    sought = {one.person: one for one in asked if one.person and not one.closed_at}
    gone = {one.person.id for one in lost if one.kind == "convoy"} | set(sought)
    return Family(
        members=[
            _member(one, _state(one, place, gone, apart), day, apart.get(one.id), sought)
            for one in people
        ],
        links=[_link(one, known) for one in separations],
        lost=lost,
        requests=asked,
        places=_places(people),
    )


def reasons(household: str) -> list[Why]:
    """Why members were parted, from the journal itself: nothing of it is copied into this room.

    Ask `may(user, "separation reasons")` first.
    """
    known = {one.id: one for one in people_of(household)}
    return [
        Why(
            known.get(event.body.person),
            event.body.at,
            gettext(event.body.reason) if event.body.reason in REASONS else event.body.reason,
            event.body.authority,
            event.body.place,
            event.body.target,
        )
        for event in events_about(f"household:{household}")
        if isinstance(event.body, SeparationRecorded)
    ]


def likely(request: TracingRequest, day: date) -> list[tuple[Person, str]]:
    """People in the books whose names begin like those of the one looked for."""
    if request.person:
        found = list(Person.objects.filter(id=request.person))
    else:
        found = find_people(f"{request.own} {request.father}".strip() or request.family, LIKELY_MAX)
    return [(one, in_words(one, day)) for one in found]


def told(request: TracingRequest, day: date) -> dict[str, str]:
    """The words of a request: age, last seen, ending, in the language of the page."""
    return {
        "age": age_in_words(request.age, day),
        "last_seen": day_in_words(request.last_seen_on),
        "ending": gettext(closing_label(request.outcome)) if request.outcome else "",
    }


def opening_event(request: str) -> str:
    """The id of the event with which a request was opened: what Undo takes back."""
    return events_about(f"request:{request}")[0].id


def _lost(known: dict[str, Person]) -> list[Lost]:
    named = Q()
    for one in known:
        named |= Q(people__contains=f'"{one}"')
    settled = DiscrepancyNote.objects.exclude(status=OPEN).values("id")
    rows = Discrepancy.objects.filter(named, kind__in=LOST_KINDS).exclude(id__in=settled)
    found = []
    for row in rows.order_by("at", "id"):
        for one in msgspec.json.decode(row.people, type=list[str]):
            if one in known:
                found.append(Lost(known[one], row.kind, row.place, row.at))
    return found


def _state(person: Person, place: str, gone: set[str], apart: dict[str, Separation]) -> str:
    if not person.alive:
        return "dead"
    if person.id in gone or person.place in ("", "unknown"):
        return "missing"
    if person.id in apart:
        return "apart"
    if is_convoy(person.place):
        return "road"
    return "here" if person.place == place else "elsewhere"


def _member(
    person: Person,
    state: str,
    day: date,
    separation: Separation | None,
    sought: dict[str, TracingRequest],
) -> Member:
    shade, words = _STATES[state]
    return Member(
        person,
        in_words(person, day),
        state,
        shade,
        gettext(words),
        separation,
        day_in_words(separation.review_on) if separation else "",
        sought.get(person.id),
    )


def _link(separation: Separation, known: dict[str, Person]) -> Link:
    kin = msgspec.json.decode(separation.kin, type=list[str])
    return Link(
        separation,
        day_in_words(separation.review_on),
        known.get(separation.person),
        [known[one] for one in kin if one in known],
    )


def _places(people: Sequence[Person]) -> list[str]:
    standing = [one.place for one in people if one.alive and not is_outside(one.place)]
    found = list(dict.fromkeys(standing))
    return found if len(found) > 1 else []
