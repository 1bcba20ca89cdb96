"""The words of tracing: what people say of a candidate, how somebody was told, how it ended."""

from datetime import date

from serai.core.refusal import Refusal, gettext_noop
from serai.core.screening import Word

FOUND, FOUND_DEAD = "found", "found dead"
KNOWS = (FOUND, FOUND_DEAD)  # endings in which the family knows: somebody must have told them
CLOSINGS: tuple[Word, ...] = (
    Word(FOUND, gettext_noop("Found, and the family knows")),
    Word(FOUND_DEAD, gettext_noop("Known to be dead, and the family knows")),
    Word("by themselves", gettext_noop("They found each other by themselves")),
    Word("withdrawn", gettext_noop("The family withdrew it")),
    Word("not found", gettext_noop("Nothing more can be done from here")),
)
LIKELY, NOT, CHECK = "likely", "not", "check"
VERDICTS: tuple[Word, ...] = (
    Word(LIKELY, gettext_noop("Likely the person")),
    Word(NOT, gettext_noop("Not the person")),
    Word(CHECK, gettext_noop("Needs checking")),
)
CONFIRMED, REFUTED = "confirmed", "refuted"
VERIFICATIONS: tuple[Word, ...] = (
    Word(CONFIRMED, gettext_noop("It is the person")),
    Word(REFUTED, gettext_noop("It is not the person")),
)
TELLINGS: tuple[Word, ...] = (
    Word("alive", gettext_noop("That they are alive")),
    Word("where", gettext_noop("That they are alive, and where")),
    Word("dead", gettext_noop("That they died")),
)
WAYS: tuple[Word, ...] = (
    Word("in person", gettext_noop("In person")),
    Word("by phone", gettext_noop("By phone or radio")),
    Word("in writing", gettext_noop("In writing")),
    Word("through somebody", gettext_noop("Through somebody they trust")),
)

# Who somebody is to whoever asks.
RELATED: tuple[str, ...] = (
    gettext_noop("husband"), gettext_noop("wife"), gettext_noop("son"), gettext_noop("daughter"),
    gettext_noop("father"), gettext_noop("mother"), gettext_noop("brother"),
    gettext_noop("sister"), gettext_noop("grandchild"), gettext_noop("grandparent"),
    gettext_noop("foster child"), gettext_noop("other relative"), gettext_noop("not related"),
)  # fmt: skip
# The words of a household stay where its list says so already; nobody chooses them anew.
AS_LISTED: tuple[str, ...] = (
    gettext_noop("head"),
    gettext_noop("spouse"),
    gettext_noop("child"),
    gettext_noop("parent"),
    gettext_noop("sibling"),
    gettext_noop("alone"),
)

# Where a candidate stands: judged by one, checked by another, told. `wish` waits for an answer.
DISPUTED, TOLD = "disputed", "told"
STATES: dict[str, tuple[str, str]] = {
    "": ("wait", gettext_noop("not looked at")),
    LIKELY: ("warn", gettext_noop("waits for a second person")),
    NOT: ("note", gettext_noop("not the person")),
    CHECK: ("wait", gettext_noop("needs checking")),
    DISPUTED: ("warn", gettext_noop("stations disagree")),
    CONFIRMED: ("good", gettext_noop("verified")),
    REFUTED: ("note", gettext_noop("checked: not the person")),
    TOLD: ("good", gettext_noop("the inquirer knows")),
}


def closing_label(key: str) -> str:
    """The English label of an ending, the key of its translations.

    >>> closing_label("withdrawn")
    'The family withdrew it'
    """
    return label_of(CLOSINGS, key)


def label_of(words: tuple[Word, ...], key: str) -> str:
    """The English label of a word, the key of its translations.

    >>> label_of(WAYS, "by phone")
    'By phone or radio'
    """
    return next((word.label for word in words if word.key == key), key)


def same_officer(one: str, other: str) -> bool:
    """Whether two accounts are one; nobody is a second person by writing their name otherwise.

    >>> same_officer("Amal", " amal"), same_officer("amal", "bahar")
    (True, False)
    """
    return one.strip().casefold() == other.strip().casefold()


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
