"""The books at a moment, asked once, and brought forward by what is posted since."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

import msgspec

from serai.core import clock
from serai.core.ledger import Leg, split_account
from serai.core.places import OUTSIDE, is_convoy
from serai.journal import sql
from serai.journal.recorded import Recorded
from serai.journal.wall import now_ms
from serai.registry.queries import Balances, by_place, held_statement
from serai.situation.moment import Moment
from serai.situation.remembered import by_the_books

DAYS_SHOWN = 28
COUNTED_IN_FROM = OUTSIDE[0]
Loads = dict[str, tuple[str, int]]
_BOOKS = (  # everything the room asks of the books, in one question
    "WITH held AS ({held}), moved AS (SELECT source_place AS place, target_place,"
    " SUM(count) AS people FROM registry_postingleg"
    " WHERE at > %s AND at <= %s AND source_place <> target_place"
    " GROUP BY source_place, target_place)"
    " SELECT 'held', place, band, 0, people FROM held"
    " UNION ALL SELECT 'moved', place, target_place, 0, people FROM moved"
    " UNION ALL SELECT 'load', target_place, source_place, MIN(at), SUM(count)"
    " FROM registry_postingleg WHERE at <= %s AND target_place IN"
    " (SELECT place FROM held WHERE place >= 'convoy:' AND place < 'convoy;'"
    " UNION SELECT place FROM moved WHERE place >= 'convoy:' AND place < 'convoy;')"
    " GROUP BY target_place, source_place"
    " UNION ALL SELECT 'hour', '', '', hour, SUM(went - came) FROM registry_hourlyflow"
    " WHERE place = 'outside' AND hour >= %s AND hour <= %s GROUP BY hour"
    " UNION ALL SELECT 'first', '', '', MIN(at), 0 FROM registry_postingleg"
    " UNION ALL SELECT 'entries', '', '', MAX(id), 0 FROM journal_event"
)


class Books(msgspec.Struct, frozen=True):
    """The books at a moment: accounts, moves of the day before, loads of convoys, hours, the first.

    Loads say where each convoy of interest loaded most of its people, and when it left. Hours are
    those in which people were counted in.
    """

    held: Balances
    moved: tuple[tuple[str, str, int], ...]
    loads: Loads
    hours: tuple[tuple[int, int], ...]
    first_ms: int
    of_state: bool  # of the very state they were asked for, with nothing written since


def books_at(moment: Moment) -> Books:
    """The books, kept until a posting reaches the moment."""
    return by_the_books(
        ("books", moment.at_or_now), moment.state, now_ms(), moment.at_or_now,
        lambda: _asked(moment), lambda books, newer: _with(books, newer, moment),
    )  # fmt: skip


def _asked(moment: Moment) -> Books:
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    held, values = held_statement(moment.at_or_now)
    asked = (
        *values, moment.at_ms - clock.DAY_MS, moment.at_ms, moment.at_ms,
        _first_hour(moment), moment.at_ms // clock.HOUR_MS,
    )  # fmt: skip
    for row in sql.every(_BOOKS.format(held=held), asked):
        found[row[0]].append(row[1:])
    most: dict[str, tuple[str, int, int]] = {}
    for convoy, source, since, count in sorted(found["load"]):
        if convoy not in most or count > most[convoy][2]:
            most[convoy] = (source, since, count)
    return Books(
        held=by_place((place, band, people) for place, band, _, people in found["held"]),
        moved=tuple((source, target, int(count)) for source, target, _, count in found["moved"]),
        loads={convoy: (source, since) for convoy, (source, since, _) in most.items()},
        hours=tuple((hour, int(count)) for *_, hour, count in found["hour"]),
        first_ms=int(found["first"][0][2] or 0),
        of_state=moment.state.split(maxsplit=1)[:1] == [str(found["entries"][0][2])],
    )


def _first_hour(moment: Moment) -> int:
    start = moment.local.replace(hour=0, minute=0) - timedelta(days=DAYS_SHOWN)
    return clock.to_ms(start) // clock.HOUR_MS


def _with(books: Books, newer: Iterable[Recorded], moment: Moment) -> Books | None:
    """The books with what was posted before the moment since; None where it must be asked.

    Convoys are asked again: what they loaded most says where their people are drawn.
    """
    posted = [(one.body.at, leg) for one in newer for leg in one.body.posting()]
    until = [(at, leg) for at, leg in posted if at <= moment.at_ms]
    if not books.of_state or any(is_convoy(place) for _, leg in until for place in _ends(leg)):
        return None
    hours = (_first_hour(moment), moment.at_ms // clock.HOUR_MS)
    moments = [at for at in (books.first_ms, *(at for at, _ in posted)) if at]
    return msgspec.structs.replace(
        books,
        held=_held(books.held, [leg for _, leg in until]),
        moved=_moved(books.moved, [leg for at, leg in until if at > moment.at_ms - clock.DAY_MS]),
        hours=_hours(books.hours, posted, hours),
        first_ms=min(moments, default=0),
    )


def _held(held: Balances, legs: Sequence[Leg]) -> Balances:
    people = {place: dict(bands) for place, bands in held.items()}
    for leg in legs:
        for name, count in ((leg.source, -leg.count), (leg.target, leg.count)):
            place, band = split_account(name)
            bands = people.setdefault(place, {})
            bands[band] = bands.get(band, 0) + count
    whole = (
        (place, {band: n for band, n in bands.items() if n}) for place, bands in people.items()
    )
    return {place: bands for place, bands in whole if bands}


def _moved(
    moved: Iterable[tuple[str, str, int]], legs: Iterable[Leg]
) -> tuple[tuple[str, str, int], ...]:
    people = {(source, target): count for source, target, count in moved}
    for leg in legs:
        ends = _ends(leg)
        if ends[0] != ends[1]:
            people[ends] = people.get(ends, 0) + leg.count
    return tuple((*ends, count) for ends, count in people.items())


def _hours(
    hours: Iterable[tuple[int, int]], posted: Iterable[tuple[int, Leg]], span: tuple[int, int]
) -> tuple[tuple[int, int], ...]:
    people = dict(hours)
    for at, leg in posted:
        source, target = _ends(leg)
        hour = at // clock.HOUR_MS
        if source != target and span[0] <= hour <= span[1]:
            counted_in = (source == COUNTED_IN_FROM) - (target == COUNTED_IN_FROM)
            people[hour] = people.get(hour, 0) + counted_in * leg.count
    return tuple((hour, people[hour]) for hour in sorted(people))


def _ends(leg: Leg) -> tuple[str, str]:
    return split_account(leg.source)[0], split_account(leg.target)[0]
