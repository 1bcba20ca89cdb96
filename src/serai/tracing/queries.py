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
from serai.journal import sql
from serai.journal.reading import events_about
from serai.registry.discrepancies import OPEN
from serai.registry.members import day_in_words, in_words
from serai.registry.models import Discrepancy, DiscrepancyNote, Person, Separation
from serai.registry.queries import people_of
from serai.tracing.models import SoughtPerson, TracingRequest
from serai.tracing.wishes.queries import wishes_among

PAGE_ROWS = 25
HIDDEN = "hidden"  # does not want to be found: no place, no time
LOST_KINDS = ("convoy", "elsewhere")
_COUNTS = (  # a candidate of a request that is not here yet waits too
    "SELECT (SELECT COUNT(*) FROM tracing_tracingrequest WHERE closed_at {sign} 0),"
    " (SELECT COUNT(*) FROM tracing_candidate one"
    "  LEFT JOIN tracing_tracingrequest held ON held.id = one.request"
    "  WHERE one.state = 'likely' AND COALESCE(held.closed_at, 0) = 0)"
)
_SOUGHT = "SELECT * FROM tracing_soughtperson WHERE request IN ({marks}) ORDER BY request, number"

_STATES: dict[str, tuple[str, str]] = {
    "dead": ("note", gettext_noop("dead")),
    "missing": ("bad", gettext_noop("missing")),
    "apart": ("warn", gettext_noop("apart on record")),
    "road": ("wait", gettext_noop("on the road")),
    "here": ("good", gettext_noop("here")),
    "elsewhere": ("wait", gettext_noop("elsewhere")),
    "hidden": ("warn", gettext_noop("must be asked first")),
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


class Asked(msgspec.Struct, frozen=True):
    """A request with everybody it looks for."""

    request: TracingRequest
    sought: list[SoughtPerson]


class Family(msgspec.Struct, frozen=True):
    """A family's page."""

    members: list[Member]
    links: list[Link]
    lost: list[Lost]
    requests: list[Asked]
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


def counts(closed: bool) -> tuple[int, int]:
    """How many requests are open, or closed; how many candidates wait for a second person."""
    row = sql.one(_COUNTS.format(sign=">" if closed else "=")) or (0, 0)
    return int(row[0]), int(row[1])


def with_sought(rows: Sequence[TracingRequest]) -> list[Asked]:
    """The requests, each with everybody it looks for."""
    found: dict[str, list[SoughtPerson]] = {}
    ids = [one.id for one in rows]
    if not ids:
        return []
    some = sql.padded(ids)
    for one in SoughtPerson.objects.raw(_SOUGHT.format(marks=sql.marks(len(some))), some):
        found.setdefault(one.request, []).append(one)
    return [Asked(one, found.get(one.id, [])) for one in rows]


def family(household: str, place: str, day: date) -> Family | None:
    """A family with its links; None when nobody of it is in the books."""
    people = people_of(household)
    if not people:
        return None
    known = {one.id: one for one in people}
    separations = list(
        Separation.objects.filter(household=household).order_by("ended_at", "since", "id")
    )
    rows = TracingRequest.objects.filter(household=household).order_by("closed_at", "code")
    asked = with_sought(list(rows))
    hidden = set(wishes_among(known))
    lost = [one for one in _lost(known) if one.person.id not in hidden]
    apart = {one.person: one for one in separations if not one.ended_at}
    sought = {
        each.person: one.request
        for one in asked
        for each in one.sought
        if each.person and not one.request.closed_at
    }
    gone = {one.person.id for one in lost if one.kind == "convoy"} | set(sought)
    return Family(
        members=[
            _member(one, state, day, None if state == HIDDEN else apart.get(one.id), sought)
            for one in people
            for state in (HIDDEN if one.id in hidden else _state(one, place, gone, apart),)
        ],
        links=[_link(one, known) for one in separations if one.person not in hidden],
        lost=lost,
        requests=asked,
        places=_places([one for one in people if one.id not in hidden]),
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
