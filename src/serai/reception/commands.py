"""What the gate writes: a group was counted in and given tokens, or its count was taken back."""

from collections.abc import Sequence

import msgspec

from serai.core.events import (
    ROWS_PER_EVENT_MAX,
    ArrivalCounted,
    ExpectedColumnsSet,
    ExpectedListTaken,
    ExpectedPersonTicked,
    ExpectedRowsAdded,
)
from serai.core.expected import COLUMNS, HEAD_ROWS_MAX, guessed, head_rows
from serai.core.ids import TOKENS_PER_STATION
from serai.core.ledger import counted_in
from serai.core.refusal import Refusal, gettext_noop
from serai.journal import sql
from serai.journal.store import Author, Pen, writing
from serai.reception.models import ExpectedList, ExpectedPerson, ExpectedTick
from serai.reception.queries import count_of, taken_list
from serai.reception.tally import PEOPLE_PER_GROUP_MAX, tokens_for
from serai.registry.commands import reverse_with
from serai.registry.models import Arrival
from serai.registry.queries import unnamed_at
from serai.registry.rules import place_refusal, time_refusal

OUTSIDE = "outside"
TITLE_LETTERS_MAX = 80
NO_LIST = gettext_noop("There is no such list. Look among the lists of your place.")
CODE_PREFIX = "G-"
CODES_A_STEP = 20
_AFTER_ALL_LETTERS = "~"
_LAST_NUMBER = (
    "SELECT number FROM registry_token WHERE code >= %s AND code < %s ORDER BY code DESC LIMIT 1"
)
_CODES_LATELY = (
    "SELECT code FROM registry_arrival WHERE event LIKE %s AND code LIKE %s"
    " ORDER BY at DESC LIMIT %s"
)
_CODES_AMONG = (
    "SELECT code FROM registry_arrival"  # noqa: S608
    f" WHERE event LIKE %s AND code IN ({sql.marks(CODES_A_STEP)})"
)


class ArrivalDraft(msgspec.Struct, frozen=True):
    """A group as the clerk counted it. `tokens` None gives one token a likely household."""

    place: str
    counts: dict[str, int]
    came_from: str = ""
    came_by: str = ""
    conditions: tuple[str, ...] = ()
    tokens: int | None = None
    at: int = 0  # 0 means now


def count_arrival(
    draft: ArrivalDraft, author: Author, operation: str = ""
) -> ArrivalCounted | Refusal:
    """Brings a group into the books, unnamed, under a code and with its tokens."""
    with writing(author, operation) as pen:
        refusal = _wrong_with(draft, pen)
        if refusal:
            return refusal
        people = sum(draft.counts.values())
        tokens = tokens_for(people) if draft.tokens is None else draft.tokens
        first = _highest_token(pen.station_mark) + 1
        if first + tokens > TOKENS_PER_STATION:
            return Refusal(gettext_noop("This station has no token numbers left."), field="tokens")
        body = ArrivalCounted(
            at=draft.at or pen.now_ms,
            arrival=pen.new_id(),
            code=_next_code(pen.station),
            place=draft.place,
            counts=draft.counts,
            came_from=draft.came_from,
            came_by=draft.came_by,
            conditions=draft.conditions,
            station_mark=pen.station_mark,
            token_first=first if tokens else 0,
            token_last=first + tokens - 1 if tokens else -1,
            legs=counted_in(OUTSIDE, draft.place, draft.counts),
        )
        pen.append(body)
        return body


def reverse_arrival(arrival: str, cause: str, author: Author, operation: str = "") -> str | Refusal:
    """Takes a count back, while nobody of the group has a name; answers the event's id."""
    with writing(author, operation) as pen:
        row = Arrival.objects.filter(id=arrival).first()
        if row is None:
            return Refusal(gettext_noop("No group has this number. Look it up in the list."))
        return _why_it_stays(row) or reverse_with(pen, row.event, cause)


def _wrong_with(draft: ArrivalDraft, pen: Pen) -> Refusal | None:
    people = sum(draft.counts.values())
    tokens = draft.tokens or 0
    if any(count < 0 for count in draft.counts.values()) or people == 0:
        return Refusal(gettext_noop("Count at least one person."), field="total")
    if people > PEOPLE_PER_GROUP_MAX:
        return Refusal(
            gettext_noop(
                "%(people)s people are too many for one group. "
                "Split them into groups of %(most)s at most."
            ),
            {"people": people, "most": PEOPLE_PER_GROUP_MAX},
            field="total",
        )
    if not 0 <= tokens <= people:
        return Refusal(
            gettext_noop(
                "Give between 0 and %(people)s tokens: one a household, at most one each."
            ),
            {"people": people},
            field="tokens",
        )
    return place_refusal(draft.place) or time_refusal(draft.at, pen.now_ms)


def _why_it_stays(row: Arrival) -> Refusal | None:
    if row.reversed:
        return Refusal(gettext_noop("The count of %(code)s was taken back before."), _facts(row))
    if row.total_named:
        return Refusal(
            gettext_noop(
                "%(named)s of %(total)s people of %(code)s have names by now, so the count stays. "
                "Correct the households instead."
            ),
            {**_facts(row), "named": row.total_named, "total": row.total},
        )
    standing = unnamed_at(row.place)
    gone = sum(max(count - standing.get(band, 0), 0) for band, count in count_of(row).items())
    if gone:
        return Refusal(
            gettext_noop("%(gone)s people of %(code)s have left this place, so the count stays."),
            {**_facts(row), "gone": gone},
        )
    return None


def _facts(row: Arrival) -> dict[str, str | int]:
    return {"code": row.code}


def _highest_token(mark: str) -> int:
    # codes of one mark sort like their numbers, so the index answers without a scan
    last = sql.one(_LAST_NUMBER, (mark, mark + _AFTER_ALL_LETTERS))
    return int(last[0]) if last else 0


def _next_code(station: str) -> str:
    """The code after this station's last: from the groups counted latest on, while there are more.

    A group may be written down late, under a time before that of others.
    """
    ours = f"{station}.%"
    last = _highest(sql.every(_CODES_LATELY, (ours, f"{CODE_PREFIX}%", CODES_A_STEP)))
    while further := _highest(sql.every(_CODES_AMONG, (ours, *_codes_after(last)))):
        last = further
    return f"{CODE_PREFIX}{last + 1}"


def _codes_after(last: int) -> list[str]:
    return [f"{CODE_PREFIX}{number}" for number in range(last + 1, last + 1 + CODES_A_STEP)]


def _highest(codes: Sequence[tuple[str]]) -> int:
    """The highest number of these codes; 0 where none holds one."""
    numbers = (code.removeprefix(CODE_PREFIX) for (code,) in codes)
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def take_expected_list(
    rows: Sequence[tuple[str, ...]], title: str, place: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Keeps a list of expected people as it came, with a guess of its columns; answers its id."""
    heads = head_rows(rows)
    with writing(author, operation) as pen:
        refusal = place_refusal(place)
        if refusal:
            return refusal
        identity = pen.new_id()
        pen.append(
            ExpectedListTaken(
                at=pen.now_ms,
                list=identity,
                title=title.strip()[:TITLE_LETTERS_MAX],
                place=place,
                rows=tuple(rows[:ROWS_PER_EVENT_MAX]),
                heads=heads,
                columns=guessed(rows, heads),
            )
        )
        for start in range(ROWS_PER_EVENT_MAX, len(rows), ROWS_PER_EVENT_MAX):
            more = tuple(rows[start : start + ROWS_PER_EVENT_MAX])
            pen.append(ExpectedRowsAdded(at=pen.now_ms, list=identity, start=start, rows=more))
        return identity


def withdraw_expected_list(identity: str, author: Author, operation: str = "") -> str | Refusal:
    """Takes a list back that was brought in by mistake; answers the event's id."""
    with writing(author, operation) as pen:
        taken = taken_list(identity)
        if taken is None or not ExpectedList.objects.filter(id=identity).exists():
            return Refusal(NO_LIST)
        ticked = ExpectedTick.objects.filter(list=identity, came=True).count()
        if ticked:
            sentence = gettext_noop("People of this list were ticked already: %(n)s. So it stays.")
            return Refusal(sentence, {"n": ticked})
        return reverse_with(pen, taken.id, "brought in by mistake")


def set_columns(
    identity: str, columns: tuple[str, ...], heads: int, author: Author, operation: str = ""
) -> str | Refusal:
    """A person says what the columns of a list hold; answers the event id."""
    with writing(author, operation) as pen:
        row = ExpectedList.objects.filter(id=identity).first()
        if row is None:
            return Refusal(NO_LIST)
        used = [column for column in columns if column]
        if any(column not in COLUMNS for column in columns) or not 0 <= heads <= HEAD_ROWS_MAX:
            return Refusal(gettext_noop("Choose from the list what each column holds."))
        if not {"name", "own", "family"} & set(used):
            return Refusal(gettext_noop("No column holds a name yet. Choose the one that does."))
        refs = msgspec.json.decode(row.live, type=tuple[str, ...])
        body = ExpectedColumnsSet(at=pen.now_ms, list=identity, columns=columns, heads=heads)
        return pen.append(body, refs=refs)


def tick_expected(
    identity: str, row: int, came: bool, place: str, author: Author, operation: str = ""
) -> str | Refusal:
    """Somebody of a list came, or did not after all; answers the event id."""
    with writing(author, operation) as pen:
        if not ExpectedPerson.objects.filter(id=f"{identity}/{row}").exists():
            return Refusal(NO_LIST)
        held = ExpectedTick.objects.filter(id=f"{identity}/{row}").first()
        refs = msgspec.json.decode(held.live, type=tuple[str, ...]) if held else ()
        body = ExpectedPersonTicked(
            at=pen.now_ms, list=identity, row=row, taken_back=not came, place=place
        )
        return pen.append(body, refs=refs)
