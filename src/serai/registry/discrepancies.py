"""The worklist: what does not fit, with its owner, age and state, and who was last seen there."""

from collections.abc import Iterable, Sequence

import msgspec

from serai.core.clock import HOUR_MS
from serai.journal import sql
from serai.registry.models import Discrepancy, DiscrepancyNote, Person

OPEN_SHOWN_MAX = 500
LAST_SEEN_SHOWN_MAX = 50
OPEN, EXPLAINED, CORRECTED = "open", "explained", "corrected"
_WITH_NOTES = (
    "SELECT one.id, one.kind, one.place, one.at, one.amount, one.people, one.facts,"
    ' note.owner, note.status, note.explanation, note."by" FROM registry_discrepancy one'
    " LEFT JOIN registry_discrepancynote note ON note.id = one.id"
)
_NEWEST = " ORDER BY one.at DESC, one.id LIMIT %s"
_PEOPLE = msgspec.json.Decoder(list[str])
_FACTS = msgspec.json.Decoder(dict[str, object])


class Listed(msgspec.Struct, frozen=True):
    """A discrepancy with what people wrote beside it."""

    id: str
    kind: str
    place: str
    at: int
    amount: int
    people: tuple[str, ...]
    facts: dict[str, object]
    owner: str
    status: str
    explanation: str
    by: str

    def age_hours(self, now_ms: int) -> int:
        """Whole hours since it arose."""
        return max(0, now_ms - self.at) // HOUR_MS


def discrepancies(
    *, place: str = "", kind: str = "", until_ms: int | None = None, limit: int = OPEN_SHOWN_MAX
) -> list[Listed]:
    """Every discrepancy, newest first, with its state."""
    asked = discrepancies_asked(place=place, kind=kind, until_ms=until_ms, limit=limit)
    found = sql.every(asked.statement, asked.values)
    return [
        Listed(
            id=row[0],
            kind=row[1],
            place=row[2],
            at=row[3],
            amount=row[4],
            people=tuple(_PEOPLE.decode(row[5])),
            facts=_FACTS.decode(row[6]),
            owner=row[7] or "",
            status=row[8] or OPEN,
            explanation=row[9] or "",
            by=row[10] or "",
        )
        for row in found
    ]


def discrepancies_asked(
    *, place: str = "", kind: str = "", until_ms: int | None = None, limit: int = OPEN_SHOWN_MAX
) -> sql.Question:
    """The question for them, to be asked with others."""
    asked = {"place = %s": place or None, "kind = %s": kind or None, "at <= %s": until_ms}
    wanted = {f"one.{name}": value for name, value in asked.items() if value is not None}
    where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
    return sql.Question(f"{_WITH_NOTES}{where}{_NEWEST}", (*wanted.values(), limit), 11)


def open_count() -> int:
    """How many are open."""
    settled = DiscrepancyNote.objects.exclude(status=OPEN).values("id")
    return Discrepancy.objects.exclude(id__in=settled).count()


def discrepancy(identity: str) -> Listed | None:
    """One discrepancy; None when the books fit again or never did not."""
    row = Discrepancy.objects.filter(id=identity).first()
    return None if row is None else _listed(row, DiscrepancyNote.objects.filter(id=row.id).first())


def discrepancies_of(identities: Iterable[str]) -> list[Listed]:
    """Those of these discrepancies that exist, with their state."""
    wanted = list(identities)
    rows = Discrepancy.objects.filter(id__in=wanted).order_by("id")
    notes = DiscrepancyNote.objects.in_bulk(wanted)
    return [_listed(row, notes.get(row.id)) for row in rows]


def last_seen_there(one: Listed) -> Sequence[Person]:
    """People last seen at the place before the hour of the discrepancy, latest first."""
    if one.people:
        return list(Person.objects.filter(id__in=one.people[:LAST_SEEN_SHOWN_MAX]))
    seen: Iterable[Person] = Person.objects.filter(
        seen_place=one.place, seen_at__lte=one.at, alive=True
    ).order_by("-seen_at", "id")[:LAST_SEEN_SHOWN_MAX]
    return list(seen)


def _listed(row: Discrepancy, note: DiscrepancyNote | None) -> Listed:
    return Listed(
        id=row.id,
        kind=row.kind,
        place=row.place,
        at=row.at,
        amount=row.amount,
        people=tuple(_PEOPLE.decode(row.people)),
        facts=_FACTS.decode(row.facts),
        owner=note.owner if note else "",
        status=note.status if note else OPEN,
        explanation=note.explanation if note else "",
        by=note.by if note else "",
    )
