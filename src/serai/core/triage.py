"""The five words of SALT with their colours and shapes, and START as an aid beside them.

SALT (sort, assess, life-saving step, treatment or transport) gives the stored word. START's
steps, in our own words, help a tired nurse to find it; nothing is calculated.
"""

from datetime import date

import msgspec

from serai.core.events.care import TriageWord
from serai.core.people import ADULT_FROM_YEARS
from serai.core.refusal import gettext_noop

DEAD: TriageWord = "dead"
REVIEW_DAYS_IN_HOSPITAL = 3
HOSPITAL_REASON = gettext_noop("Care in hospital")


class Sorting(msgspec.Struct, frozen=True):
    """A word of SALT: its label, what it means, its colour and shape, who goes first (0)."""

    word: TriageWord
    label: str
    hint: str
    colour: str
    shape: str
    urgency: int


SORTINGS: tuple[Sorting, ...] = (
    Sorting(
        "immediate",
        gettext_noop("Immediate"),
        gettext_noop("dies without help now, can be saved"),
        "red",
        "octagon",
        0,
    ),
    Sorting(
        "expectant",
        gettext_noop("Expectant"),
        gettext_noop("unlikely to live with what we have; comfort, look again"),
        "grey",
        "square",
        2,
    ),
    Sorting(
        "delayed",
        gettext_noop("Delayed"),
        gettext_noop("serious, can wait safely for a while"),
        "yellow",
        "triangle",
        1,
    ),
    Sorting(
        "minimal",
        gettext_noop("Minimal"),
        gettext_noop("small injuries, can look after themselves"),
        "green",
        "circle",
        3,
    ),
    Sorting(
        "dead",
        gettext_noop("Dead"),
        gettext_noop("not breathing after the airway is opened"),
        "black",
        "cross",
        4,
    ),
)
BY_WORD: dict[str, Sorting] = {sorting.word: sorting for sorting in SORTINGS}

START: tuple[tuple[str, TriageWord], ...] = (
    (gettext_noop("Walks?"), "minimal"),
    (gettext_noop("Not breathing, and still not once the airway is open?"), "dead"),
    (gettext_noop("Breathes only once the airway is open?"), "immediate"),
    (gettext_noop("More than 30 breaths a minute?"), "immediate"),
    (gettext_noop("No pulse at the wrist, or colour back in a nail after more than 2 seconds?"),
     "immediate"),
    (gettext_noop("Cannot follow a simple request?"), "immediate"),
    (gettext_noop("None of these?"), "delayed"),
)  # fmt: skip


def urgency(word: str) -> int:
    """Who is seen first: 0 before 1; a word this station does not know comes first.

    >>> urgency("immediate"), urgency("minimal"), urgency("a word of next year")
    (0, 3, 0)
    """
    sorting = BY_WORD.get(word)
    return sorting.urgency if sorting else 0


def is_child(born_to: str, day: date) -> bool:
    """Whether somebody born no later than `born_to` (ISO date) may still be a child on this day.

    >>> is_child("2010-01-01", date(2019, 3, 1)), is_child("1980-01-01", date(2019, 3, 1))
    (True, False)
    """
    try:
        born = date.fromisoformat(born_to)
    except ValueError:
        return False
    return (day.year - born.year) - ((day.month, day.day) < (born.month, born.day)) < (
        ADULT_FROM_YEARS
    )
