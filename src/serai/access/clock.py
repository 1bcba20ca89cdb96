"""A computer whose clock is wrong: the header says so before every entry carries a wrong time.

The journal keeps its order whatever the clock says (a reading never runs backwards), so entries
still save; but "when" on every page would be untrue, and only people can set a clock.
"""

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from serai.core.clock import DAY_MS, MINUTE_MS, from_ms

BEHIND_MS_MAX = 10 * MINUTE_MS  # as far as another station may have pulled our readings
SILENT_MS_MAX = 30 * DAY_MS  # nobody leaves a station unused for longer without knowing it


class ClockDoubt(NamedTuple):
    """What the clock says beside the last entry of this station; `behind` or far ahead of it."""

    now: datetime
    last: datetime
    behind: bool


def doubt_of(now_ms: int, last_ms: int) -> ClockDoubt | None:
    """Whether the clock can be right, given when this station last wrote (0: never).

    >>> doubt_of(MINUTE_MS, 2 * MINUTE_MS), doubt_of(99 * DAY_MS, 0)
    (None, None)
    >>> doubt_of(0, DAY_MS).behind, doubt_of(99 * DAY_MS, DAY_MS).behind
    (True, False)
    """
    behind = now_ms < last_ms - BEHIND_MS_MAX
    if not last_ms or not (behind or now_ms > last_ms + SILENT_MS_MAX):
        return None
    return ClockDoubt(_here(now_ms), _here(last_ms), behind)


def _here(at_ms: int) -> datetime:
    return timezone.localtime(from_ms(at_ms))
