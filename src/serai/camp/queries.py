"""What the camp pages show: how full the sections are, who waits for shelter, who was seen when."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from serai.camp.models import Allotment, Roofless, Section, Shelter
from serai.core.clock import DAY_MS
from serai.core.shelter import (
    FAMILY_UNIT_CAPACITY_MAX,
    SUGGESTIONS_MAX,
    Room,
    is_step_free_needed,
    suggestions,
)
from serai.journal import sql
from serai.registry.models import Person
from serai.web.templatetags.serai import ago, person_name

ROWS_A_PAGE = 25
_CROWD = (
    "SELECT (SELECT SUM(count) FROM registry_balance WHERE place = %s),"
    " (SELECT COUNT(*) FROM camp_roofless WHERE place = %s)"
)
_SEEN_HERE = (
    "SELECT household, id, own, father, grandfather, family, kunya, seen_at FROM registry_person"
    " WHERE household IN ({marks}) AND place = %s AND alive"
    " ORDER BY relation <> 'head', COALESCE(NULLIF(born_to, ''), '9'), id"
)
_NAMES = ("own", "father", "grandfather", "family", "kunya")
_WAITING = (  # the first of a household is its head, or who is the oldest there
    "SELECT wait.household, wait.people, wait.since, one.token,"
    " one.own, one.father, one.grandfather, one.family, one.kunya"
    " FROM (SELECT household, people, since FROM camp_roofless WHERE place = %s"
    "  ORDER BY since, household LIMIT %s OFFSET %s) wait"
    " JOIN registry_person one ON one.household = wait.household AND one.place = %s AND one.alive"
    " ORDER BY wait.since, wait.household, one.relation <> 'head',"
    " COALESCE(NULLIF(one.born_to, ''), '9'), one.id"
)
_MARK = (
    '<label class="chip"><input type="checkbox" name="%s" value="%s">'
    '<span>%s <small class="muted">%s</small></span></label>'
)
_FAMILY = (
    '<div class="chips whole">%s</div>'
    '<details><summary>%s</summary><div class="chips">%s</div></details>'
)


class Waiting(msgspec.Struct, frozen=True):
    """A household in the camp without a unit."""

    household: str
    size: int
    since: int
    token: str
    head: dict[str, str]  # the parts of the name


class Seen(NamedTuple):
    """A member of a household who stands here: their names, and when they were last seen."""

    household: str
    id: str
    own: str
    father: str
    grandfather: str
    family: str
    kunya: str
    seen_at: int


class Sleeper(NamedTuple):
    """A household in a section: its unit, and marks to tick for its members who stand here."""

    household: str
    unit: str
    chips: SafeString


def sections(place: str) -> list[Section]:
    """Every section of a camp with its sums, in the order of names."""
    return sorted(Section.objects.filter(place=place), key=lambda one: natural(one.section))


def natural(section: str) -> list[tuple[int, str]]:
    """A key that sorts P2 before P10.

    >>> sorted(["P10-A", "P2-A"], key=natural)
    ['P2-A', 'P10-A']
    """
    parts = "".join(one if one.isdigit() else f" {one} " for one in section).split()
    digits: list[tuple[int, str]] = []
    for part in parts:
        digits.append((int(part), "") if part.isascii() and part.isdigit() else (0, part))
    return digits


def section_of(place: str, section: str) -> Section | None:
    """One section with its sums."""
    return Section.objects.filter(place=place, section=section).first()


def units_page(place: str, section: str, number: str) -> Page[Shelter]:
    """The units of a section, as they stand in the row."""
    rows = Shelter.objects.filter(place=place, section=section).order_by("number", "unit")
    return Paginator(rows, ROWS_A_PAGE).get_page(number)


def sleepers_page(
    place: str, section: str, number: str, unseen_days: int, now_ms: int
) -> Page[Any]:
    """The households of a section by unit; with `unseen_days`, those with somebody not seen."""
    rows = Allotment.objects.filter(place=place, section=section)
    if unseen_days:
        unseen = Person.objects.filter(
            household=OuterRef("household"), place=place, seen_at__lt=now_ms - unseen_days * DAY_MS
        )
        rows = rows.filter(Exists(unseen))
    ordered = rows.order_by("number", "unit", "household").values_list("household", "unit")
    page: Page[Any] = Paginator(ordered, ROWS_A_PAGE).get_page(number)
    chips = _chips([household for household, _ in page], place)
    page.object_list = [Sleeper(home, unit, chips.get(home, SafeString())) for home, unit in page]
    return page


def standing_of(households: list[str], place: str) -> list[str]:
    """The members of households who stand at a place."""
    rows = Person.objects.filter(household__in=households, place=place, alive=True)
    return list(rows.order_by("id").values_list("id", flat=True))


def waiting_page(place: str, number: str) -> Page[Any]:
    """Households in the camp without a unit, who came first first."""
    rows = Roofless.objects.filter(place=place).order_by("since", "household")
    page: Page[Any] = Paginator(rows, ROWS_A_PAGE).get_page(number)
    found: dict[str, Waiting] = {}
    for row in sql.every(_WAITING, (place, ROWS_A_PAGE, max(0, page.start_index() - 1), place)):
        if row[0] not in found:
            head = dict(zip(_NAMES, row[4:], strict=True))
            found[row[0]] = Waiting(row[0], row[1], row[2], row[3], head)
    page.object_list = list(found.values())
    return page


def crowd(place: str) -> tuple[int, int]:
    """How many people stand in the camp, with names or without; how many households wait."""
    row = sql.one(_CROWD, (place, place)) or (0, 0)
    return int(row[0] or 0), int(row[1])


def suggested(place: str, people: Iterable[Person]) -> list[Room]:
    """The units to offer to a household first."""
    everyone = list(people)
    step_free = is_step_free_needed(person.needs for person in everyone)
    size = len(everyone)
    rows = Shelter.objects.filter(place=place, people=0, capacity__gte=size)
    shared = Shelter.objects.filter(
        place=place, capacity__gt=FAMILY_UNIT_CAPACITY_MAX, people__gt=0,
        capacity__gte=F("people") + size,
    )  # fmt: skip
    order = ("-accessible" if step_free else "accessible", "capacity", "section", "number")
    best = [*rows.order_by(*order)[:SUGGESTIONS_MAX], *shared.order_by(*order)[:SUGGESTIONS_MAX]]
    rooms = (Room(r.unit, r.section, r.capacity, r.people, r.accessible) for r in best)
    return suggestions(rooms, size, step_free)


def _chips(households: list[str], place: str) -> dict[str, SafeString]:
    """Marks for households and their members who stand at a place: head first, then by age.

    A section prints a hundred of these, so they are put together here and not by the template.
    """
    if not households:
        return {}
    found: dict[str, list[Seen]] = {}
    keys = sql.padded(households)
    for row in sql.every(_SEEN_HERE.format(marks=sql.marks(len(keys))), (*keys, place)):
        one = Seen(*row)
        found.setdefault(one.household, []).append(one)
    words = _Words()
    return {home: _marks(members, words) for home, members in found.items()}


class _Words:
    """What a page of marks says again and again, worded once."""

    def __init__(self) -> None:
        self.never = escape(gettext("never seen"))
        self.one_by_one = escape(gettext("One by one"))
        self.times: dict[int, str] = {}

    def seen(self, at_ms: int) -> str:
        """How long ago."""
        if at_ms not in self.times:
            self.times[at_ms] = ago(at_ms) or self.never
        return self.times[at_ms]


def _marks(members: list[Seen], words: _Words) -> SafeString:
    """One mark for a whole household, and folded behind it one for each of them."""
    chips = "".join(
        _MARK % ("people", escape(one.id), person_name(one), words.seen(one.seen_at))
        for one in members
    )
    if len(members) == 1:
        return SafeString(f'<div class="chips whole">{chips}</div>')
    everybody = escape(gettext("All %(n)s") % {"n": len(members)})
    first = f"<bdi><b>{everybody}</b> · {person_name(members[0])}</bdi>"
    longest = words.seen(min(one.seen_at for one in members))
    whole = _MARK % ("households", escape(members[0].household), first, longest)
    return SafeString(_FAMILY % (whole, words.one_by_one, chips))
