"""What every command checks first: the place is in the books, the time has come."""

from serai.core.clock import MINUTE_MS
from serai.core.refusal import Refusal, gettext_noop
from serai.journal import sql

AHEAD_MS = 10 * MINUTE_MS  # how far a phone's clock may run before ours


def time_refusal(at: int, now_ms: int) -> Refusal | None:
    """A time that has not come."""
    if at <= now_ms + AHEAD_MS:
        return None
    return Refusal(
        gettext_noop("This time lies in the future. Leave it empty for now."), field="at"
    )


def place_refusal(place: str) -> Refusal | None:
    """A place nobody opened."""
    if sql.one("SELECT 1 FROM registry_place WHERE id = %s", (place,)):
        return None
    return Refusal(
        gettext_noop("This place is not in the books. Choose your place of work again."),
        field="place",
    )
