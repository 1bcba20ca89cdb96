"""What every command checks first: the place is in the books, the time has come."""

import re

from serai.core.clock import MINUTE_MS
from serai.core.places import Place, is_outside
from serai.core.refusal import Refusal, gettext_noop
from serai.journal import sql

AHEAD_MS = 10 * MINUTE_MS  # how far a phone's clock may run before ours
PLACE_ID_LETTERS_MAX = 40
PLACE_NAME_LETTERS_MAX = 120
_PLACE_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def opening_refusal(place: Place) -> Refusal | None:
    """A place that cannot be opened: its id is none, or an account's; its name says nothing."""
    facts: dict[str, str | int] = {"place": place.place, "most": PLACE_NAME_LETTERS_MAX}
    if not _PLACE_ID.fullmatch(place.place) or len(place.place) > PLACE_ID_LETTERS_MAX:
        return Refusal(
            gettext_noop("The id of a place has up to 40 small letters, digits and hyphens only.")
        )
    if is_outside(place.place):
        return Refusal(
            gettext_noop("The books call an account %(place)s; name it otherwise."), facts
        )
    names = (place.name, place.name_ar)
    if not place.name.strip() or not all(map(str.isprintable, names)):
        return Refusal(gettext_noop("Give the place a name that people can read."))
    if max(map(len, names)) > PLACE_NAME_LETTERS_MAX:
        return Refusal(gettext_noop("The name of a place has up to %(most)s letters."), facts)
    return None


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
