"""Claims of public reports beside our own numbers: latest, contradicting, and passed by us."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec

from serai.core.clock import HOUR_MS
from serai.core.events import (
    ClaimAdded,
    ClaimsCompared,
    ClaimsJudged,
    PlaceOpened,
    PostingBody,
    PostingReversed,
    ReportRead,
    ReportTaken,
    ReportWithdrawn,
)
from serai.core.reports.beside import (
    MEASURES,
    Beside,
    Measure,
    Said,
    Why,
    beside,
    difference,
    passed,
    why_not,
)
from serai.journal import sql
from serai.journal.wall import now_ms
from serai.registry.queries import places
from serai.situation.counted import Counted, counted
from serai.situation.models import Claim, Compared
from serai.situation.moment import Moment
from serai.situation.remembered import is_told, remembered, until_told
from serai.situation.whereabouts import Spot, Whereabouts, whereabouts

CLAIMS_MAX = 3_000  # the newest ones; a station that read more shows so many at once
ANY_DAY = "9999-12-31"
LATEST_SHOWN = 4
RANGES_SHOWN = 2
ALARMS_SHOWN = 3
CERTAIN = ("accepted", "corrected")
REJECTED = "rejected"
_READ = [
    one.attname for one in Claim._meta.concrete_fields
    if one.attname not in ("chain", "as_read", "judgements")
]  # fmt: skip
_SAYING = (
    ReportTaken, ReportRead, ReportWithdrawn, ClaimAdded, PostingReversed, ClaimsJudged,
    ClaimsCompared,
)  # fmt: skip
_COUNTING = (PostingBody, PlaceOpened)
ON_THE_WALL: tuple[Measure, ...] = ("present", "arrived", "left", "died", "remaining")
# How many claims stand and wait, and every comparison, the newest first, in one question.
_CLAIMS = (
    "SELECT " + ", ".join(f'"{name}"' for name in _READ) + " FROM situation_claim"  # noqa: S608 - names of columns
    f" WHERE standing AND state <> '{REJECTED}' AND reported_on <= %s"
    " ORDER BY reported_on DESC, report, number LIMIT %s"
)
_HEAD = (
    "SELECT '', '', '', '', COUNT(*),"
    " SUM(CASE WHEN state IN ('waiting', 'disputed') THEN 1 ELSE 0 END)"
    " FROM situation_claim WHERE standing"
    " UNION ALL SELECT comparison, claim, relation, actor, at, 0 FROM situation_compared"
)


Sides = tuple[Claim, list[Beside], Why]


class Held(msgspec.Struct, frozen=True):
    """A claim beside one of our numbers; `counted` is None where we count nothing of the sort."""

    claim: Claim
    beside: Beside
    place: str  # of the station, or ""
    counted: int | None
    difference: int

    @property
    def where(self) -> str:
        """What tells its place from others: one of ours, or the key of the words."""
        return self.place or self.beside.key

    @property
    def certain(self) -> bool:
        """Whether a person accepted it."""
        return self.claim.state in CERTAIN


class Alarm(msgspec.Struct, frozen=True):
    """We counted more people out of a place than were said to remain there."""

    held: Held
    over: int


class Panel(msgspec.Struct, frozen=True):
    """What the wall shows of reported figures."""

    alarms: tuple[Alarm, ...]
    ranges: tuple[tuple[Held, ...], ...]
    latest: tuple[Held, ...]
    waiting: int


class Figures(msgspec.Struct, frozen=True):
    """Every claim up to a moment beside our numbers, newest first, and what cannot stand there."""

    held: tuple[Held, ...]
    apart: tuple[tuple[Claim, Why], ...]
    counted: Counted
    known: Whereabouts


def panel(moment: Moment, open_places: Sequence[Spot]) -> Panel:
    """The reported figures for the wall."""
    key = ("reported", moment.at_or_now)
    return remembered(key, moment.state, now_ms(), lambda: _panel(moment, open_places))


def figures(moment: Moment) -> Figures:
    """Every claim that nobody rejected, beside our number of its days."""
    key = ("figures", moment.at_or_now)
    return remembered(
        key, moment.state, now_ms(), lambda: _figures(moment, MEASURES, moment.places or places())
    )


def said(claim: Claim) -> Said:
    """A claim's parts for comparing; days that are no days are left out."""
    return Said(
        kind=claim.kind,
        unit=claim.unit,
        low=claim.low,
        high=claim.high,
        place_key=claim.place_key,
        from_key=claim.from_key,
        first_on=a_day(claim.first_on),
        last_on=a_day(claim.last_on),
        what=claim.what,
        certainty=claim.certainty,
        part='"part-of"' in claim.rules,
    )


def a_day(text: str) -> str:
    """An ISO date, or nothing: another station may have written anything."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return ""


def claims_until(day: str) -> list[Claim]:
    """Claims of reports that stand and were published by a day, newest first."""
    rows = sql.every(_CLAIMS, (day, CLAIMS_MAX))
    return [Claim.from_db("default", _READ, row) for row in rows]


def reports_asked(moment: Moment) -> Iterator[sql.Question]:
    """The questions for what reports say, where nobody asked them since reports came."""
    if not is_told("claims", moment.state, _SAYING):
        yield sql.Question(_HEAD, (), 6)
        yield sql.Question(_CLAIMS, (ANY_DAY, CLAIMS_MAX), len(_READ))


def compared() -> dict[str, list[Compared]]:
    """Every comparison that people made, by its id."""
    found: dict[str, list[Compared]] = defaultdict(list)
    for row in Compared.objects.order_by("-at", "comparison", "id"):
        found[row.comparison].append(row)
    return dict(found)


def _figures(moment: Moment, measures: Sequence[Measure], open_places: Sequence[Spot]) -> Figures:
    known = whereabouts(open_places)
    every = _every_side(moment)
    sides = [(claim, one) for claim, found, _ in every for one in found if one.measure in measures]
    apart = tuple((claim, why) for claim, found, why in every if not found)
    asked = [one for _, one in sides]
    ours = counted(open_places, known, asked, moment.state, moment.at_ms)
    return Figures(tuple(_held(claim, one, ours) for claim, one in sides), apart, ours, known)


def _every_side(moment: Moment) -> list[Sides]:
    """Every claim by a day; all of them are kept once for all days, unless they are very many."""
    day = moment.day.isoformat()
    every = until_told("sides", moment.state, _SAYING, lambda: _sides(claims_until(ANY_DAY)))
    if len(every) < CLAIMS_MAX:
        return [one for one in every if one[0].reported_on <= day]
    return until_told(("sides", day), moment.state, _SAYING, lambda: _sides(claims_until(day)))


def _sides(claims: Iterable[Claim]) -> list[Sides]:
    """Each claim with the numbers it can be held beside, or why there is none."""
    told = [(claim, said(claim)) for claim in claims]
    return [(claim, beside(one), why_not(one)) for claim, one in told]


def _held(claim: Claim, one: Beside, ours: Counted) -> Held:
    number = ours.number(one)
    if number is None:
        gap = 0
    elif one.measure == "remaining":
        gap = passed(number, claim.low, claim.high)
    else:
        gap = difference(number, claim.low, claim.high)
    return Held(claim, one, ours.known.station(one.key), number, gap)


def _panel(moment: Moment, open_places: Sequence[Spot]) -> Panel:
    rows = until_told("claims", moment.state, _SAYING, lambda: sql.every(_HEAD))
    standing, waiting = next((int(row[4]), int(row[5] or 0)) for row in rows if not row[0])
    if not standing:
        return Panel((), (), (), waiting)
    # our own numbers are told by the hour, and only postings and reports can change them
    hour = moment.at_ms // HOUR_MS if moment.present else moment.at_ms
    held = until_told(
        ("wall", moment.present, hour), moment.state, (*_SAYING, *_COUNTING),
        lambda: _figures(moment, ON_THE_WALL, open_places).held,
    )  # fmt: skip
    found = [one for one in held if one.certain and one.counted is not None]
    ranges = _ranges(found, [row for row in rows if row[2] == "range"])[:RANGES_SHOWN]
    shown = [one for members in ranges for one in members]
    return Panel(
        alarms=tuple(_alarms(found))[:ALARMS_SHOWN],
        ranges=tuple(ranges),
        latest=tuple(one for one in _latest(found) if one not in shown)[:LATEST_SHOWN],
        waiting=waiting,
    )


def _alarms(found: Iterable[Held]) -> list[Alarm]:
    """For each place the newest report whose remainder we have counted out, and more."""
    newest: dict[str, Alarm] = {}
    for one in found:
        if one.beside.measure == "remaining" and one.difference > 0:
            newest.setdefault(one.where, Alarm(one, one.difference))
    return list(newest.values())


def _ranges(found: Sequence[Held], rows: Iterable[Sequence[Any]]) -> list[tuple[Held, ...]]:
    """What people called one thing told with different figures, the newest first."""
    by_claim = {one.claim.claim: one for one in reversed(found)}
    together: dict[str, list[Held]] = defaultdict(list)
    for comparison, claim, *_ in rows:
        if claim in by_claim:
            together[comparison].append(by_claim[claim])
    ranges = [tuple(sorted(one, key=_by_day)) for one in together.values() if len(one) > 1]
    return sorted(ranges, key=lambda one: one[-1].beside.last_on, reverse=True)


def _by_day(one: Held) -> tuple[str, str, int]:
    return one.beside.last_on, one.claim.reported_on, one.claim.number


def _latest(found: Sequence[Held]) -> list[Held]:
    """The newest claim of each sort and place; of one report the longest window."""
    newest: dict[tuple[str, str], Held] = {}
    for one in sorted(
        found, key=lambda one: (one.beside.last_on, one.beside.first_on), reverse=True
    ):
        if one.beside.measure != "remaining":
            newest.setdefault((one.beside.measure, one.where), one)
    return sorted(newest.values(), key=lambda one: one.beside.last_on, reverse=True)
