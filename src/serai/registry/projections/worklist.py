"""Rows of the worklist that the books themselves produce, and what people wrote beside them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Model

from serai.core.clock import HOUR_MS
from serai.core.events import (
    BooksAdjusted,
    DiscrepancyAssigned,
    DiscrepancySettled,
    PostingBody,
    kinds_of,
)
from serai.core.ids import stations_of
from serai.core.ledger import split_account
from serai.core.places import is_outside
from serai.journal import rows as table
from serai.journal import sql
from serai.journal.projection import Batch, Derived, Projection, Row, as_json
from serai.journal.recorded import Recorded
from serai.registry.models import Discrepancy, DiscrepancyNote
from serai.registry.projections.people import PERSON_KINDS, Fields, fields_of

_SLOT = "negative|"


class NegativeBalances(Projection):
    """An account inside the operation that fell below zero: more people left than were there."""

    models: tuple[type[Model], ...] = (Discrepancy,)
    kinds = kinds_of(PostingBody)

    def apply(self, batch: Batch) -> None:
        """Looks again at every account the batch touches."""
        changes: dict[str, int] = defaultdict(int)
        for event in batch.events:
            for leg in event.body.posting():
                changes[leg.source] -= leg.count
                changes[leg.target] += leg.count
        inside = [one for one in changes if not is_outside(split_account(one)[0])]
        for start in range(0, len(inside), table.KEYS_A_STATEMENT):
            held = _held(inside[start : start + table.KEYS_A_STATEMENT])
            # of accounts that were above zero and are, there is no row and will be none
            looked_at = [row for row in held if min(row[3], row[3] - changes[row[0]]) < 0]
            if looked_at:
                below = [(_SLOT + row[0], _below_zero(*row)) for row in looked_at if row[3] < 0]
                table.renew(Discrepancy, [_SLOT + row[0] for row in looked_at], below)


class NoteRows(Derived):
    """Owner, status and explanation of a discrepancy."""

    model = DiscrepancyNote
    prefix = "discrepancy"
    reads = (DiscrepancyAssigned, DiscrepancySettled, BooksAdjusted)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The last owner, and the last explanation or correction."""
        owner, status, explanation, by, at = "", "open", "", "", 0
        for event in events:
            body = event.body
            if isinstance(body, DiscrepancyAssigned):
                owner = body.owner
            elif isinstance(body, DiscrepancySettled):
                status, explanation, by, at = "explained", body.explanation, event.actor, body.at
            elif isinstance(body, BooksAdjusted):
                status, explanation, by, at = "corrected", body.cause, event.actor, body.at
        yield {
            "id": identity,
            "owner": owner,
            "status": status,
            "explanation": explanation,
            "by": by,
            "at": at,
        }


class DisputedRows(Derived):
    """A person about whom stations wrote different values, none having seen the other's."""

    model = Discrepancy
    prefix = "person"
    slot = "disputed"
    reads = PERSON_KINDS

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """One row a person, naming the fields."""
        found = fields_of(identity, events) if len(events) > 1 else None
        if found is not None and found.disputed:
            yield {
                "id": f"disputed:{identity}",
                "kind": "disputed",
                "place": "",
                "at": events[-1].body.at,
                "amount": len(found.disputed),
                "people": as_json([identity]),
                "facts": as_json({"fields": sorted(found.disputed), "stations": _wrote(found)}),
            }


def _wrote(found: Fields) -> int:
    """How many stations wrote what is disputed."""
    events = [event for field in found.disputed for event in found.written_by[field]]
    return stations_of(events)


def _held(accounts: list[str]) -> list[tuple[str, str, str, int]]:
    keys = sql.padded(accounts)
    rows = sql.every(
        f"SELECT id, place, band, count FROM registry_balance WHERE id IN ({sql.marks(len(keys))})",  # noqa: S608
        keys,
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _below_zero(account: str, place: str, band: str, count: int) -> Row:
    return {
        "id": f"negative:{account}",
        "kind": "negative",
        "place": place,
        "at": _since(place, band),
        "amount": count,
        "people": "[]",
        "facts": as_json({"band": band}),
    }


def _since(place: str, band: str) -> int:
    """The hour since which the account has been below zero, in milliseconds."""
    changes = sql.every(
        "SELECT hour, came - went + renamed FROM registry_hourlyflow"
        " WHERE place = %s AND band = %s ORDER BY hour",
        (place, band),
    )
    total, since = 0, 0
    for hour, change in changes:
        since = hour if total >= 0 > total + change else since
        total += change
    return int(since) * HOUR_MS
