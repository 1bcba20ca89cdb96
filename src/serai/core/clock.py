"""A hybrid logical clock: wall time that never runs backwards, in one integer.

The upper 48 bits are milliseconds since 1970 (UTC), the lower 16 a counter. Two events of one
station never share a reading; a laptop whose clock jumps back keeps counting forward.
Kulkarni and others, "Logical Physical Clocks", 2014.
"""

from datetime import UTC, datetime

COUNTER_BITS = 16
MAX_DRAG_MS = 10 * 60 * 1000  # a peer's clock moves ours by ten minutes at most
SECOND_MS = 1_000
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
ONE_BREATH_MS = 1_000  # commands that follow each other this closely are told apart by moment


def tick(last: int, wall_ms: int) -> int:
    """The reading of the next event here, given the last reading and the wall clock.

    >>> tick(0, 5) == 5 << 16
    True
    >>> tick((9 << 16) | 3, 5) == (9 << 16) | 4
    True
    """
    fresh = wall_ms << COUNTER_BITS
    return max(last + 1, fresh)


def witness(last: int, remote: int, wall_ms: int) -> int:
    """Our reading after seeing a peer's: it may pull us forward, but only by `MAX_DRAG_MS`.

    >>> witness(0, (10**6) << 16, 0) == MAX_DRAG_MS << 16
    True
    """
    ceiling = (wall_ms + MAX_DRAG_MS) << COUNTER_BITS
    return max(last, min(remote, ceiling))


def moment_after(last: int, wall_ms: int) -> int:
    """The moment of the next command here: later than the last, even within one millisecond.

    A count and the loss written right after it must stay in their order in every sum "until then".
    A clock that was set back by more than a breath is believed.

    >>> moment_after(5 << 16, 5), moment_after(7 << 16, 6), moment_after(5 << 16, 9)
    (6, 8, 9)
    >>> moment_after((5 + HOUR_MS) << 16, 5)
    5
    """
    gone_ms = wall_ms - wall_ms_of(last)
    return wall_ms if gone_ms > 0 or gone_ms < -ONE_BREATH_MS else wall_ms_of(last) + 1


def wall_ms_of(reading: int) -> int:
    """The milliseconds inside a reading."""
    return reading >> COUNTER_BITS


def from_ms(at_ms: int) -> datetime:
    """Milliseconds since 1970 as an aware time in UTC.

    >>> from_ms(0).isoformat()
    '1970-01-01T00:00:00+00:00'
    """
    return datetime.fromtimestamp(at_ms / 1000, UTC)


def to_ms(moment: datetime) -> int:
    """An aware time as milliseconds since 1970."""
    assert moment.tzinfo is not None, "a time without a zone names no moment"
    return int(moment.timestamp() * 1000)
