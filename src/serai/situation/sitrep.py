"""The figures of the sitrep at one hour: asked once, frozen, and the same in every form of it.

Whatever is not known is None, never zero. Small numbers of people are hidden here, before any
page or file sees them.
"""

from collections.abc import Sequence

import msgspec

from serai.core import clock
from serai.core.standards import STANDARDS, Standard
from serai.core.suppression import SMALL_MAX, Guarded, guarded, guarded_list
from serai.journal import sql
from serai.journal.wall import now_ms
from serai.registry.backlog import Backlog
from serai.registry.discrepancies import OPEN, discrepancies
from serai.situation.moment import Moment
from serai.situation.outlook import Outlook, outlook_at
from serai.situation.population import PeopleTable, by_age_and_sex, people_table
from serai.situation.queries import Situation, Standing, situation_at
from serai.situation.remembered import remembered
from serai.situation.reported import Held, figures
from serai.situation.road import RoadNews, road_news

REPORTED_SHOWN = 12
_GIVEN = (
    "SELECT item, SUM(quantity) FROM situation_given WHERE hour > %s AND hour <= %s GROUP BY item"
)
_ROOFED = "SELECT SUM(people) FROM situation_roofed WHERE since <= %s AND (until = 0 OR until > %s)"
_STANDARDS = (
    "SELECT standard, figure, source FROM situation_standardsetting WHERE at <= %s ORDER BY at, id"
)


class Headline(msgspec.Struct, frozen=True):
    """A number at the head of the page, and what it was a day before; None where not known."""

    key: str
    value: int
    before: int | None

    @property
    def change(self) -> int | None:
        """Since yesterday at this hour."""
        return None if self.before is None else self.value - self.before


class Need(msgspec.Struct, frozen=True):
    """What a standard asks for so many people, and what was given; None where nobody counts it."""

    standard: Standard
    needed: int
    given: int | None

    @property
    def percent(self) -> int | None:
        """How much of the need was met."""
        if self.given is None or not self.needed:
            return None
        return round(100 * self.given / self.needed)


class Shelter(msgspec.Struct, frozen=True):
    """People in camps, and how many of them have a unit; None where no unit was ever given."""

    in_camp: int
    roofed: int | None

    @property
    def without(self) -> int | None:
        """People in camp without a unit."""
        return None if self.roofed is None else max(0, self.in_camp - self.roofed)


class Sitrep(msgspec.Struct, frozen=True):
    """Everything the page says of one hour."""

    moment: Moment
    made_ms: int
    headlines: tuple[Headline, ...]
    standings: tuple[tuple[Standing, int | None], ...]  # every place, its people unless hidden
    on_the_road: int | None  # unless hidden
    inside: int | None
    ages: Guarded  # by band: women and girls, men and boys, sex not known
    nationalities: tuple[tuple[str, int], ...]  # the largest first
    others: tuple[int, int]  # how many nationalities more, and their people
    named: int
    road: RoadNews
    shelter: Shelter
    people: int  # the needs are those of so many
    needs: tuple[Need, ...]
    open_kinds: tuple[str, ...]  # of every discrepancy that is open
    reported: tuple[Held, ...]
    outlook: Outlook

    @property
    def backlog(self) -> tuple[Backlog, ...]:
        """Who waits where for a seat."""
        return self.road.backlog


def sitrep_at(moment: Moment) -> Sitrep:
    """The sitrep of a moment; that of this minute is kept."""
    key = ("sitrep", moment.at_or_now)
    return remembered(key, moment.state, now_ms(), lambda: _sitrep(moment))


def standards_at(at_ms: int) -> tuple[Standard, ...]:
    """The figures that held at a moment: those set by then, else the usual ones."""
    held = {row[0]: row[1:] for row in sql.every(_STANDARDS, (at_ms,))}
    return tuple(
        msgspec.structs.replace(one, figure=held[one.id][0], source=held[one.id][1])
        if one.id in held
        else one
        for one in STANDARDS
    )


def _sitrep(moment: Moment) -> Sitrep:
    found = situation_at(moment)
    table = people_table(moment)
    places, on_the_road, inside = _places(found)
    shown, others = _nationalities(table)
    return Sitrep(
        moment=moment,
        made_ms=now_ms(),
        headlines=_headlines(found, _day_before(moment, found)),
        standings=places,
        on_the_road=on_the_road,
        inside=inside,
        ages=_ages(table),
        nationalities=shown,
        others=others,
        named=table.total,
        road=road_news(moment, found),
        shelter=Shelter(found.in_camp, _roofed(moment.at_ms)),
        people=found.inside,
        needs=_needs(moment.at_ms, found.inside),
        open_kinds=_open_kinds(moment),
        reported=_reported(moment),
        outlook=outlook_at(moment),
    )


def _day_before(moment: Moment, found: Situation) -> Situation | None:
    """The room a day earlier; None where the books do not go back so far."""
    at_ms = moment.at_ms - clock.DAY_MS
    if not found.first_ms or at_ms < found.first_ms:
        return None
    return situation_at(msgspec.structs.replace(moment, at_ms=at_ms, past=True))


def _headlines(found: Situation, before: Situation | None) -> tuple[Headline, ...]:
    names = ("counted_in", "on_the_road", "in_camp", "inside", "unnamed")
    return tuple(
        Headline(name, getattr(found, name), getattr(before, name) if before else None)
        for name in names
    )


def _places(
    found: Situation,
) -> tuple[tuple[tuple[Standing, int | None], ...], int | None, int | None]:
    """People by place and on the road, small numbers hidden, with the sum of all."""
    counts = [*(max(0, one.people) for one in found.standings), found.on_the_road]
    shown, total = guarded_list(counts)
    debts = [one.people if one.people < 0 else known
             for one, known in zip(found.standings, shown, strict=False)]  # fmt: skip
    return tuple(zip(found.standings, debts, strict=True)), shown[-1], total


def _ages(table: PeopleTable) -> Guarded:
    """By band: women and girls, men and boys, and those of unknown sex in a row of their own."""
    rows = [[female, male] for _, female, male in by_age_and_sex(table)]
    unknown = table.sums[-1]
    return guarded([[*row, 0] for row in rows] + [[0, 0, unknown]])


def _nationalities(table: PeopleTable) -> tuple[tuple[tuple[str, int], ...], tuple[int, int]]:
    """Nationalities of at least five people; smaller ones together, and never alone in sight."""
    counts = [(row.nationality, row.total) for row in table.rows]
    shown = [one for one in counts if one[1] > SMALL_MAX]
    rest = counts[len(shown) :]
    while rest and sum(count for _, count in rest) <= SMALL_MAX and shown:
        rest.insert(0, shown.pop())
    return tuple(shown), (len(rest), sum(count for _, count in rest))


def _roofed(at_ms: int) -> int | None:
    row = sql.one(_ROOFED, (at_ms, at_ms))
    return int(row[0]) if row and row[0] is not None else None


def _open_kinds(moment: Moment) -> tuple[str, ...]:
    found = discrepancies(until_ms=moment.at_or_now)
    return tuple(one.kind for one in found if one.status == OPEN)


def _needs(at_ms: int, people: int) -> tuple[Need, ...]:
    standards = standards_at(at_ms)
    windows = {days for standard in standards for _item, _worth, days in standard.goods}
    handed = {days: _handed(at_ms, days) for days in windows}
    needs = []
    for standard in standards:
        given = standard.given(handed)
        needed = standard.needed(max(0, people))
        needs.append(Need(standard, needed, None if given is None else round(given)))
    return tuple(needs)


def _handed(at_ms: int, days: int) -> dict[str, int]:
    hour = at_ms // clock.HOUR_MS
    since = hour - days * (clock.DAY_MS // clock.HOUR_MS) if days else -1
    return {item: int(quantity) for item, quantity in sql.every(_GIVEN, (since, hour))}


def _reported(moment: Moment) -> tuple[Held, ...]:
    """The newest accepted claims that stand beside a number of ours."""
    held = [one for one in figures(moment).held if one.certain and one.counted is not None]
    newest: dict[tuple[str, str], Held] = {}
    for one in _newest_first(held):
        newest.setdefault((one.beside.measure, one.where), one)
    return tuple(newest.values())[:REPORTED_SHOWN]


def _newest_first(held: Sequence[Held]) -> list[Held]:
    return sorted(held, key=lambda one: (one.beside.last_on, one.claim.reported_on), reverse=True)
