"""Looking for people by name: for a purpose, a few answers, and a line that says who asked what.

The log belongs to this station, is no part of the journal and never travels.
"""

from django.db import OperationalError
from django.db.models import Count

from serai.access.models import Search
from serai.core.clock import DAY_MS, HOUR_MS, SECOND_MS
from serai.core.names.unfinished import unfinished
from serai.core.refusal import Refusal, gettext_noop
from serai.journal import sql
from serai.journal.lock import only_writer
from serai.journal.store import Author, NotWritten
from serai.journal.wall import now_ms
from serai.registry.described import Description, described, is_token
from serai.registry.finding import household_with
from serai.registry.folding import words
from serai.registry.known import every_word_fits, rows_of, who_may_be
from serai.registry.members import today
from serai.registry.models import Person
from serai.registry.queries import find_people

ANSWERS_MAX = 5
LOOKED_THROUGH = 20  # people of whom those are shown who bear every word
LETTERS_MIN = 2
SEARCHES_AN_HOUR_MAX = 400  # of one account; a quick clerk needs about 200
WORDS_LETTERS_MAX = 80
COUNTED_DAYS = 7
ACCOUNTS_SHOWN_MAX = 50
SETTLED_SECONDS = 30  # what is typed on within this time is one search
_NOTE = (
    "INSERT INTO access_search (at, actor, purpose, words, answers, typing, recent)"
    " SELECT %s, %s, %s, %s, %s, %s, COUNT(*) FROM access_search WHERE actor = %s AND at > %s"
    " RETURNING recent"
)
_TYPED_ON = (
    "UPDATE access_search SET words = %s, answers = %s, at = %s"
    " WHERE id = (SELECT MAX(id) FROM access_search WHERE actor = %s AND purpose = %s)"
    " AND typing AND at > %s"
    " AND (substr(%s, 1, length(words)) = words OR substr(words, 1, length(%s)) = %s)"
    " RETURNING recent"
)


def people_called(
    text: str, author: Author, field: str = "q", *, typing: bool = False
) -> list[Person] | Refusal:
    """The people whose names fit best, a few of them; nobody for an empty or one-letter search.

    What is said beside the name counts too: Um Ali, about 27, Qaim. A last word that nobody bears
    may be a town: Um Ali Qaim.
    """
    one = described(text, today())
    if len("".join(words(one.name))) < LETTERS_MIN:
        return Refusal(gettext_noop("Write at least two letters of a name."), field=field)
    found = _found(one)
    if not found and (elsewhere := one.with_town()):
        found = _found(elsewhere)
    if typing:
        return note_typing(author, text, len(found)) or found
    return note_search(author, text, len(found), field) or found


def family_called(text: str, author: Author, field: str = "q") -> str | list[Person] | Refusal:
    """The household of the token that was typed, or the people whose names fit."""
    if is_token(text) or not text.strip():
        return household_with(text, field)
    found = people_called(text, author, field)
    if isinstance(found, Refusal) or found:
        return found
    return Refusal(
        gettext_noop("Nobody called “%(name)s” is in the books. Try fewer letters, or the token."),
        {"name": text},
        field,
    )


def note_search(author: Author, text: str, answers: int, field: str = "q") -> Refusal | None:
    """Writes one line of the log; a refusal when this account has searched too much."""
    now, asked = now_ms(), _kept(text)
    row = (now, author.actor, author.purpose, asked, answers, False, author.actor, now - HOUR_MS)
    return _too_many(_written(_NOTE, row), field)


def note_typing(author: Author, text: str, answers: int) -> Refusal | None:
    """The same for a list that follows the typing: the line grows with the words."""
    now, asked = now_ms(), _kept(text)
    since = now - SETTLED_SECONDS * SECOND_MS
    grown = (asked, answers, now, author.actor, author.purpose, since, asked, asked, asked)
    recent = _written(_TYPED_ON, grown)
    if recent is None:
        row = (now, author.actor, author.purpose, asked, answers, True, author.actor, now - HOUR_MS)
        recent = _written(_NOTE, row)
    return _too_many(recent, "")


def searches_by_account() -> list[tuple[str, int]]:
    """How often each account searched in the last week, the busiest first."""
    since = now_ms() - COUNTED_DAYS * DAY_MS
    found = Search.objects.filter(at__gt=since).values_list("actor").annotate(n=Count("id"))
    return [(actor, count) for actor, count in found.order_by("-n", "actor")[:ACCOUNTS_SHOWN_MAX]]


def _found(one: Description) -> list[Person]:
    if not one.born and not one.origin:
        return find_people(unfinished(one.name), ANSWERS_MAX)
    told = one.told()
    likely = who_may_be(told, LOOKED_THROUGH)
    return rows_of([each for each in likely if every_word_fits(told, each)][:ANSWERS_MAX])


def _kept(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())[:WORDS_LETTERS_MAX]


def _written(statement: str, values: tuple[object, ...]) -> int | None:
    """How often the account searched in the hour before; None when nothing was written."""
    try:
        with sql.database().wrap_database_errors, only_writer():  # in turn with whoever saves
            rows = sql.every(statement, values)
    except OperationalError as error:
        raise NotWritten(str(error)) from error  # no search without a line in the log
    return int(rows[0][0]) if rows else None


def _too_many(recent: int | None, field: str) -> Refusal | None:
    if recent is None or recent < SEARCHES_AN_HOUR_MAX:
        return None
    sentence = gettext_noop(
        "Your account has searched %(most)s times in the last hour. Use tokens for a while, "
        "or speak with the administrator."
    )
    return Refusal(sentence, {"most": SEARCHES_AN_HOUR_MAX}, field)
