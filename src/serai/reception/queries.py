"""What the gate's pages ask of the books: groups, their tokens, who of them has a name by now."""

from collections.abc import Iterable
from typing import Any

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from serai.core.events import ExpectedListTaken, PostingReversed
from serai.core.ids import is_token_code, tidy_token, token_in
from serai.core.matching import Told
from serai.core.matching.listing import lines_with
from serai.core.people import Age, Names
from serai.journal import straight
from serai.journal.reading import events_about
from serai.journal.recorded import Recorded
from serai.reception.models import ExpectedList, ExpectedPerson, ExpectedTick
from serai.registry.known import Known, who_may_be
from serai.registry.models import Arrival, Household, Token
from serai.registry.told import told_of, years_of
from serai.web.letters import western_digits

RECENT_MAX = 5
LISTS_MAX = 50
EXPECTED_PER_PAGE = 25
EXPECTED_ON_PAPER = 500
REMEMBERED_MAX = 25
FAMILY_MAX = 12  # others of a row's household who are looked for beside it
HOUSEHOLDS_MAX = 500  # no group holds more people than that, so no more households either

_RECENT = "WHERE place = %s ORDER BY at DESC, id DESC LIMIT %s"
_JSON_COUNTS = msgspec.json.Decoder(dict[str, int])
_OF_TICK = [field.attname for field in ExpectedTick._meta.concrete_fields]
_NAMES = ("own", "father", "grandfather", "family", "kunya", "mother")
_JSON_WORDS = msgspec.json.Decoder(list[str])


class BandLine(msgspec.Struct, frozen=True):
    """One band of a group: how many were counted, how many of them have names."""

    band: str
    counted: int
    named: int

    @property
    def left(self) -> int:
        """How many still wait for a name."""
        return self.counted - self.named


def count_of(arrival: Arrival) -> dict[str, int]:
    """The people counted, by band."""
    return _JSON_COUNTS.decode(arrival.counts)


def band_lines(arrival: Arrival) -> list[BandLine]:
    """Counted, named and left, band by band."""
    named = _JSON_COUNTS.decode(arrival.named)
    return [BandLine(band, count, named.get(band, 0)) for band, count in count_of(arrival).items()]


def conditions_of(arrival: Arrival) -> list[str]:
    """The flags the clerk saw."""
    return _JSON_WORDS.decode(arrival.conditions)


def groups(place: str, since_ms: int, text: str = "") -> QuerySet[Arrival]:
    """Groups counted at a place since a moment, the newest first.

    With a text: the group with this code, or the group a token was given to, of any day.
    """
    everything = Arrival.objects.order_by("-at", "-id")
    wanted = western_digits(text.strip())
    if not wanted:
        return everything.filter(place=place, at__gte=since_ms)
    found = Q(code__iexact=wanted) | Q(code__iexact=f"G-{wanted}")
    code = token_in(wanted)
    if is_token_code(code):
        token = Token.objects.filter(code=tidy_token(code)).values("arrival")
        found |= Q(id__in=token)
    return everything.filter(found)


def recent_groups(place: str) -> list[Arrival]:
    """The last groups of a gate: what the next one will most likely be like."""
    return straight.every(Arrival, _RECENT, (place, REMEMBERED_MAX))


def arrival_of(identity: str) -> Arrival | None:
    """The group with this id."""
    return Arrival.objects.filter(id=identity).first()


def tokens_of(arrival: Arrival) -> QuerySet[Token]:
    """The tokens given to a group, in the order of their numbers."""
    return Token.objects.filter(arrival=arrival.id).order_by("number", "code")


def households_of(arrival: Arrival) -> list[dict[str, Any]]:
    """The households registered out of a group, the newest first: time, token, size; no names."""
    rows = Household.objects.filter(arrival=arrival.id).order_by("-registered_at", "id")
    shown = rows.values("id", "token", "size", "registered_at", "actor")
    return [dict(row) for row in shown[:HOUSEHOLDS_MAX]]


def reversal_of(arrival: Arrival) -> Recorded | None:
    """The event that took the count back."""
    about = reversed(events_about(f"arrival:{arrival.id}"))
    return next((event for event in about if _takes_back(event, arrival.event)), None)


def _takes_back(event: Recorded, counting: str) -> bool:
    return isinstance(event.body, PostingReversed) and event.body.event == counting


def expected_lists(place: str) -> list[tuple[ExpectedList, int]]:
    """The latest lists of a place, each with how many came."""
    rows = list(ExpectedList.objects.filter(place=place).order_by("-taken_at", "id")[:LISTS_MAX])
    ticks = ExpectedTick.objects.filter(list__in=[row.id for row in rows], came=True)
    came = dict(ticks.values_list("list").annotate(Count("id")))
    return [(row, came.get(row.id, 0)) for row in rows]


def expected_list(identity: str) -> ExpectedList | None:
    """One list."""
    return ExpectedList.objects.filter(id=identity).first()


def first_rows(identity: str, most: int, row: ExpectedList) -> list[tuple[str, ...]]:
    """A few rows of a list as they stand in its file, heads first."""
    taken = taken_list(identity)
    body = taken.body if taken else None
    return list(body.rows[: row.heads + most]) if isinstance(body, ExpectedListTaken) else []


def taken_list(identity: str) -> Recorded | None:
    """The event by which a list came in."""
    about = events_about(f"expected:{identity}")
    return next((one for one in about if isinstance(one.body, ExpectedListTaken)), None)


def expected_people(
    identity: str, text: str, state: str, number: str | None, paper: bool = False
) -> Page[ExpectedPerson]:
    """The rows of a list: all, those who came, those who did not, or those who are called so."""
    rows = ExpectedPerson.objects.filter(list=identity).order_by("row")
    came = ExpectedTick.objects.filter(list=identity, came=True).values("id")
    if state == "came":
        rows = rows.filter(id__in=came)
    elif state == "waited":
        rows = rows.exclude(id__in=came)
    if not text.strip():
        return Paginator(rows, EXPECTED_ON_PAPER if paper else EXPECTED_PER_PAGE).get_page(number)
    found = _called(text, rows)
    page: Page[ExpectedPerson] = Paginator(found, EXPECTED_PER_PAGE).get_page(number)  # type: ignore[assignment]
    ids = found[max(0, page.start_index() - 1) : page.end_index()]
    held = ExpectedPerson.objects.in_bulk(ids)
    page.object_list = [held[one] for one in ids]
    return page


def _called(text: str, rows: QuerySet[ExpectedPerson]) -> list[str]:
    """The ids of those whose names, or whatever else their row says, fit what was typed."""
    told = list(rows.values_list("id", *_NAMES, "cells"))
    lines = [(" ".join(filter(None, one[1:-1])), one[-1]) for one in told]
    return [told[number][0] for number in lines_with(western_digits(text), lines)]


def ticks_of(rows: Iterable[str]) -> dict[str, ExpectedTick]:
    """The ticks of these rows."""
    return ExpectedTick.objects.in_bulk(list(rows))


def came(identity: str) -> int:
    """How many of a list came."""
    return ExpectedTick.objects.filter(list=identity, came=True).count()


def who_may_be_here(one: ExpectedPerson) -> list[Known]:
    """Who in the books may already be the person of this row."""
    family = ExpectedPerson.objects.none()
    if one.household:
        family = ExpectedPerson.objects.filter(list=one.list, household=one.household)
        family = family.exclude(id=one.id)[:FAMILY_MAX]
    return who_may_be(_told(one), family=[_told(other) for other in family])


def _told(one: ExpectedPerson) -> Told:
    names = Names(one.own, one.father, one.grandfather, one.family, one.kunya, one.mother)
    age = msgspec.json.decode(one.age, type=Age)
    return told_of([names], one.sex, years_of(age), one.origin)


def expected_person(identity: str, row: int) -> ExpectedPerson | None:
    """One row of a list, with the list's `title` and its tick, in one question."""
    title = ExpectedList.objects.filter(id=OuterRef("list")).values("title")[:1]
    tick = ExpectedTick.objects.filter(id=OuterRef("id"))
    ticked = {f"tick_{name}": Subquery(tick.values(name)[:1]) for name in _OF_TICK}
    rows = ExpectedPerson.objects.annotate(title=Subquery(title), **ticked)
    return rows.filter(id=f"{identity}/{row}").first()


def tick_of(one: ExpectedPerson) -> ExpectedTick | None:
    """The tick that came with a row."""
    if getattr(one, "tick_id", None) is None:
        return None
    return ExpectedTick(**{name: getattr(one, f"tick_{name}") for name in _OF_TICK})
