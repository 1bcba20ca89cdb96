"""The words of the screening lanes: queues and next steps, none of them about what a person did.

Screens show the label in the reader's language; events hold the key, which never changes.
"""

from datetime import date, timedelta

import msgspec

from serai.core.refusal import Refusal, gettext_noop

REVIEW_DAYS_USUAL = 7
REVIEW_DAYS_MAX = 90

GO_ON = "go on"
WAIT = "wait"
SEPARATE_SITE = "separate site"
REUNITED = "reunited"
RELEASED = "released"
DIED = "died"


class Word(msgspec.Struct, frozen=True):
    """A key for the books, its label for the screen, and a line that explains it."""

    key: str
    label: str
    hint: str = ""


LANES: tuple[Word, ...] = (
    Word("family", gettext_noop("Family"), gettext_noop("adults with their children")),
    Word("women", gettext_noop("Women"), gettext_noop("women without men of the family")),
    Word("men", gettext_noop("Men"), gettext_noop("men and older boys")),
    Word("child alone", gettext_noop("Child alone"), gettext_noop("no adult of the family here")),
    Word("medical", gettext_noop("Medical"), gettext_noop("hurt, ill, pregnant or newborn")),
    Word("needs help", gettext_noop("Needs help"), gettext_noop("older, disabled or exhausted")),
)
OUTCOMES: tuple[Word, ...] = (
    Word(GO_ON, gettext_noop("Goes on"), gettext_noop("to the next step, with the family")),
    Word(WAIT, gettext_noop("Waits"), gettext_noop("stays on the list of this lane")),
    Word("nurse", gettext_noop("Sees a nurse"), gettext_noop("before anything else")),
    Word("protection", gettext_noop("Sees protection"), gettext_noop("a child or adult at risk")),
    Word(SEPARATE_SITE, gettext_noop("Separate site"), gettext_noop("opens a separation")),
)
REVIEW_OUTCOMES: tuple[Word, ...] = (
    Word("goes on", gettext_noop("It goes on")),
    Word("reunion planned", gettext_noop("A day for the reunion is set")),
    Word("not decided", gettext_noop("Not decided yet")),
    Word("not looked at", gettext_noop("Nobody could look at it")),
)
END_OUTCOMES: tuple[Word, ...] = (
    Word(REUNITED, gettext_noop("The family is together again")),
    Word(RELEASED, gettext_noop("Released, and back here")),
    Word("lives apart", gettext_noop("Belongs to another household now")),
    Word(DIED, gettext_noop("The person died")),
)
REASONS: tuple[str, ...] = (
    gettext_noop("Identity to be cleared"),
    gettext_noop("Questions by the authority"),
    gettext_noop("Care for a child without family"),
    gettext_noop("Care in hospital"),
    gettext_noop("Illness that spreads"),
)

_LABELS = {word.key: word.label for word in (*LANES, *OUTCOMES, *REVIEW_OUTCOMES, *END_OUTCOMES)}


def label(key: str) -> str:
    """The English label of a word, the key of its translations; an unknown word stays itself.

    >>> label("separate site"), label("by river")
    ('Separate site', 'by river')
    """
    return _LABELS.get(key, key)


def is_one_of(words: tuple[Word, ...], key: str) -> bool:
    """Whether the key is one of these words."""
    return any(word.key == key for word in words)


def review_refusal(review_on: str, today: date) -> Refusal | None:
    """Why this cannot be the day of a review; None when it can."""
    if not review_on:
        return Refusal(
            gettext_noop("Give the day on which somebody looks at this again."), field="review_on"
        )
    try:
        day = date.fromisoformat(review_on)
    except ValueError:
        return Refusal(gettext_noop("Write the review day as year-month-day."), field="review_on")
    if day <= today:
        return Refusal(gettext_noop("The review day must lie in the future."), field="review_on")
    if day > today + timedelta(days=REVIEW_DAYS_MAX):
        return Refusal(
            gettext_noop("Nobody waits longer than %(days)s days for a review."),
            {"days": REVIEW_DAYS_MAX},
            field="review_on",
        )
    return None


def days_overdue(review_on: str, today: date) -> int:
    """Days since the review was due: 3 when it is three days late, below 1 when it is not.

    >>> days_overdue("2019-03-01", date(2019, 3, 4)), days_overdue("", date(2019, 3, 4))
    (3, 0)
    """
    try:
        return (today - date.fromisoformat(review_on)).days
    except ValueError:
        return 0
