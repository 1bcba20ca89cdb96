"""What the pages of candidates read: who may be meant, who said so, who must be asked first."""

import hashlib
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec
from django.db.models import Model, OuterRef, QuerySet, Subquery
from django.utils.translation import get_language, gettext

from serai.core.tracing import LIKELY, STATES, same_officer
from serai.journal import sql, straight
from serai.registry.models import Person
from serai.tracing.candidates.nearest import WORTH_A_LOOK, Near, nearest
from serai.tracing.models import Candidate, SoughtPerson, TracingRequest, Wish
from serai.tracing.wishes.queries import Human, humans_with_rows, must_be_asked

Row = TypeVar("Row", bound=Model)

HANDLE_LETTERS = 16
_SOUGHT = "request = %s ORDER BY number"
_JUDGED = "request = %s"
_REQUEST = "id = %s"
_INQUIRER = "id = (SELECT inquirer FROM tracing_tracingrequest WHERE id = %s)"
_ids = msgspec.json.Decoder(tuple[str, ...])


class Shown(msgspec.Struct, frozen=True):
    """One candidate as the page may show them. Without a person: somebody to be asked first."""

    handle: str
    person: Person | None
    near: Near | None
    row: Candidate | None
    new: bool
    named: bool  # the family said that it is this record
    others: list[Person]  # further records of the same human being
    wishes: list[Wish]

    @property
    def state(self) -> str:
        """Where the candidate stands."""
        return self.row.state if self.row else ""

    @property
    def shade(self) -> str:
        """The colour of the state."""
        return STATES[self.state][0]

    @property
    def state_words(self) -> str:
        """The state in the language of the page."""
        return gettext(STATES[self.state][1])

    @property
    def band_words(self) -> str:
        """How likely, in words."""
        return self.near.band_words(get_language() or "en") if self.near else ""

    @property
    def reasons(self) -> list[str]:
        """Why, in words; nothing that tells who somebody is that must be asked first."""
        if self.near is None or self.person is None:
            return []
        return self.near.words(get_language() or "en")


class Looked(msgspec.Struct):
    """The candidates of one sought person, and whether the matcher was asked just now."""

    shown: list[Shown]
    asked: bool
    inquirer: Person | None


def candidates(
    request: TracingRequest, sought: SoughtPerson, everybody: list[SoughtPerson], state: str
) -> Looked:
    """Who was judged, and who is nearest by the books of this moment; each human being once."""
    found, asked = nearest(sought, state, everybody) if not request.closed_at else ((), False)
    near = {one.person: one for one in found}
    judged = _read(Candidate, _JUDGED, request.id)
    rows = {one.person: one for one in judged if one.number == sought.number}
    wanted = dict.fromkeys([*([sought.person] if sought.person else []), *near, *rows])
    wanted.pop(request.inquirer, None)
    known, people = humans_with_rows(wanted)
    people |= {one.id: one for one in _read(Person, _INQUIRER, request.id)}
    looked = set(_ids.decode(request.looked))
    shown = [
        _shown(group, near, rows, people, known, looked, sought)
        for group in _groups(wanted, known, rows)
        if group[0] in people
    ]
    shown.sort(key=lambda one: one.state != "")
    return Looked(shown, asked, people.get(request.inquirer))


def _groups(
    wanted: Iterable[str], known: dict[str, Human], rows: dict[str, Candidate]
) -> list[list[str]]:
    """Every human being once: the record that was judged first, else the nearest."""
    seen: set[str] = set()
    groups = []
    for person in wanted:
        if person in seen:
            continue
        group = sorted(known[person].records, key=lambda one: (one not in rows, one != person))
        seen.update(group)
        groups.append(group)
    return groups


def _shown(
    group: Sequence[str],
    near: dict[str, Near],
    rows: dict[str, Candidate],
    people: dict[str, Person],
    known: dict[str, Human],
    looked: set[str],
    sought: SoughtPerson,
) -> Shown:
    first = group[0]
    row = rows.get(first)
    held = next((known[one].wishes for one in group if one in known), [])
    hidden = must_be_asked(held, row)
    return Shown(
        handle=handle(sought.request, first),
        person=None if hidden else people[first],
        near=next((near[one] for one in group if one in near), None),
        row=row,
        new=bool(row is None and not looked & set(group)),
        named=sought.person in group,
        others=[] if hidden else [people[one] for one in group[1:] if one in people],
        wishes=held,
    )


def handle(request: str, person: str) -> str:
    """What stands for a person in a page that must not say who they are."""
    return hashlib.sha256(f"{request} {person}".encode()).hexdigest()[:HANDLE_LETTERS]


def sought_of(request: str) -> list[SoughtPerson]:
    """Whom a request looks for."""
    return _read(SoughtPerson, _SOUGHT, request)


def request_of(request_id: str) -> TracingRequest | None:
    """The request with this id."""
    return next(iter(_read(TracingRequest, _REQUEST, request_id)), None)


def asked_together(request_id: str) -> list[sql.Question]:
    """What the page of a request asks besides who is nearest, to be asked as one."""
    return [
        _question(TracingRequest, _REQUEST, request_id),
        _question(SoughtPerson, _SOUGHT, request_id),
        _question(Candidate, _JUDGED, request_id),
        _question(Person, _INQUIRER, request_id),
    ]


def _question(model: type[Model], where: str, value: str) -> sql.Question:
    columns = straight.named(model, "one")
    statement = f"SELECT {columns} FROM {model._meta.db_table} one WHERE {where}"  # noqa: S608
    return sql.Question(statement, (value,), len(straight.columns_of(model)))


def _read(model: type[Row], where: str, value: str) -> list[Row]:
    asked = _question(model, where, value)
    return [straight.made(model, row) for row in sql.every(asked.statement, asked.values)]


def new_among(
    requests: Sequence[TracingRequest], sought: dict[str, list[SoughtPerson]], state: str
) -> dict[str, int]:
    """How many likely candidates of each request nobody has looked at."""
    judged: dict[str, set[str]] = {}
    ids = [one.id for one in requests]
    for request, person in Candidate.objects.filter(request__in=ids).values_list(
        "request", "person"
    ):
        judged.setdefault(request, set()).add(person)
    found = {}
    for one in requests:
        known = judged.get(one.id, set()) | set(_ids.decode(one.looked)) | {one.inquirer}
        near = {
            near.person
            for each in sought.get(one.id, [])
            for near in nearest(each, state, sought[one.id])[0]
            if near.band in WORTH_A_LOOK
        }
        found[one.id] = len(near - known)
    return found


def waiting() -> QuerySet[Candidate]:
    """Likely candidates of open requests that a second person must check, the oldest first."""
    requests = TracingRequest.objects
    closed = requests.filter(closed_at__gt=0).values("id")
    code = requests.filter(id=OuterRef("request")).values("code")[:1]
    likely = Candidate.objects.filter(state=LIKELY).exclude(request__in=closed)
    return likely.annotate(code=Subquery(code)).order_by("judged_at", "id")


def mine(row: Candidate, actor: str) -> bool:
    """Whether this person proposed the candidate, and so cannot be the second."""
    return same_officer(row.judged_by, actor)
