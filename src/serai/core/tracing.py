"""The words of tracing: how a request can end, and what is known of somebody looked for."""

from datetime import date

from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import Word

FOUND = "found"
CLOSINGS: tuple[Word, ...] = (
    Word(FOUND, gettext_noop("Found, and the family knows")),
    Word("found dead", gettext_noop("Known to be dead, and the family knows")),
    Word("withdrawn", gettext_noop("The family withdrew it")),
    Word("not found", gettext_noop("Nothing more can be done from here")),
)


def closing_label(key: str) -> str:
    """The English label of an ending, the key of its translations.

    >>> closing_label("withdrawn")
    'The family withdrew it'
    """
    return next((word.label for word in CLOSINGS if word.key == key), key)


def last_seen_refusal(last_seen_on: str, today: date) -> Refusal | None:
    """Why this cannot be the day somebody was last seen; an unknown day may stay empty."""
    if not last_seen_on:
        return None
    try:
        day = date.fromisoformat(last_seen_on)
    except ValueError:
        return Refusal(gettext_noop("Write the day as year-month-day."), field="last_seen_on")
    if day > today:
        return Refusal(
            gettext_noop("The day they were last seen lies in the future."), field="last_seen_on"
        )
    return None
