"""Rows of pairs of records, and of people who stand in the books twice because of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model

from serai.core.events import PairDecided, PairsProposed
from serai.core.events.pairs import pair_of
from serai.core.places import is_outside
from serai.core.registers import Write, disputed, live, shown
from serai.journal import rows as table
from serai.journal import sql
from serai.journal.projection import Batch, Derived, Projection, Row, as_json
from serai.journal.recorded import Recorded
from serai.journal.rows import KEYS_A_STATEMENT
from serai.registry.models import Discrepancy, Pair

OPEN, SAME, UNSURE = "open", "same", "unsure"
_SLOT = "twice|person:"
_STANDING = "SELECT id, registered_at, place FROM registry_person"
_EDGES = "SELECT first, second, decided_at FROM registry_pair"
Edges = dict[str, dict[str, int]]  # record -> the other record -> when they were joined


class PairRows(Derived):
    """One row a pair that was proposed or decided."""

    model = Pair
    prefix = "pair"
    reads = (PairsProposed, PairDecided)

    def rows(self, identity: str, events: Sequence[Recorded]) -> Iterable[Row]:
        """The best proposal, and the live decision; of two that differ, neither holds."""
        writes = [
            Write(one.id, one.order, one.refs, (one.body.decision, one.body.note))
            for one in events
            if isinstance(one.body, PairDecided)
        ]
        alive = live(writes)
        ids = {write.event for write in alive}
        last = next((one for one in reversed(events) if one.id in ids), None)
        first, second, bits, reasons, proposed_at = _proposal(identity, events)
        decision, note = shown(alive) if alive else (OPEN, "")
        decisions = {write.value[0] for write in alive}
        yield {
            "id": identity,
            "first": first,
            "second": second,
            "state": UNSURE if len(decisions) > 1 else decision,
            "disputed": disputed(alive) if len(decisions) > 1 else False,
            "bits": bits,
            "reasons": reasons,
            "proposed_at": proposed_at,
            "decided_at": last.body.at if last else 0,
            "actor": last.actor if last else "",
            "note": note,
            "live": as_json([write.event for write in alive]),
        }


class CountedTwice(Projection):
    """A discrepancy for every further record of one human being that stands in the books."""

    models: tuple[type[Model], ...] = (Discrepancy,)

    def apply(self, batch: Batch) -> None:
        """Looks again at the records that the batch joins, parts or moves."""
        touched = _touched(batch)
        if not touched:
            return
        edges = _every_edge() if batch.complete else _edges_from(touched)
        decided = {one for event in batch.events for one in _decided(event)}
        groups = _groups(touched & (edges.keys() | decided), edges)
        everyone = sorted({person for group in groups for person in group})
        standing = _standing(everyone)
        found = [row for group in groups for row in _further(group, standing, edges)]
        about = [_SLOT + person for person in everyone]
        table.renew(Discrepancy, about, ((row["subject"], row) for row in found))


def _proposal(identity: str, events: Sequence[Recorded]) -> tuple[str, str, float, str, int]:
    """The two records; the most bits a matcher found, with its reasons; when it first did."""
    first = second = ""
    best, reasons, proposed_at = 0.0, "[]", 0
    for event in events:
        body = event.body
        if isinstance(body, PairDecided):
            first, second = sorted((body.first, body.second))
        elif isinstance(body, PairsProposed):
            for one in body.pairs:
                if one.first not in identity:  # one event proposes hundreds: most end here
                    continue
                if pair_of(one.first, one.second) != identity:
                    continue
                first, second = sorted((one.first, one.second))
                proposed_at = min(proposed_at or body.at, body.at)
                if reasons == "[]" or one.bits > best:
                    best, reasons = one.bits, as_json(one.reasons)
    return first, second, best, reasons, proposed_at


def _decided(event: Recorded) -> tuple[str, ...]:
    body = event.body
    return (body.first, body.second) if isinstance(body, PairDecided) else ()


def _touched(batch: Batch) -> set[str]:
    """Records that the batch joins, parts or moves."""
    touched: set[str] = set()
    for event in batch.events:
        if isinstance(event.body, PairDecided):
            touched.update(_decided(event))
        else:
            touched.update(event.moves)
    return touched


def _every_edge() -> Edges:
    return _joined(sql.every(f"{_EDGES} WHERE state = %s", (SAME,)))


def _edges_from(touched: Iterable[str]) -> Edges:
    """The edges that lead away from these records, by however many steps."""
    edges: Edges = {}
    waiting = sorted(touched)
    asked = set(waiting)
    while waiting:
        keys = sql.padded(waiting[:KEYS_A_STATEMENT])
        waiting = waiting[KEYS_A_STATEMENT:]
        marks = sql.marks(len(keys))
        beside = "UNION ".join(
            f"{_EDGES} WHERE state = %s AND {end} IN ({marks}) " for end in ("first", "second")
        )
        for record, others in _joined(sql.every(beside, (SAME, *keys, SAME, *keys))).items():
            edges.setdefault(record, {}).update(others)
        waiting += sorted(edges.keys() - asked)
        asked.update(edges)
    return edges


def _joined(rows: Iterable[Sequence[Any]]) -> Edges:
    found: Edges = {}
    for first, second, at in rows:
        found.setdefault(first, {})[second] = at
        found.setdefault(second, {})[first] = at
    return found


def _groups(touched: Iterable[str], edges: Edges) -> list[list[str]]:
    """Everybody joined to one of these, by edges of any length; a record alone is a group."""
    groups: list[list[str]] = []
    seen: set[str] = set()
    for person in sorted(touched):
        if person in seen:
            continue
        group, waiting = [person], [person]
        seen.add(person)
        while waiting:
            fresh = [one for one in edges.get(waiting.pop(), ()) if one not in seen]
            seen.update(fresh)
            group += fresh
            waiting += fresh
        groups.append(sorted(group))
    return groups


def _standing(people: Sequence[str]) -> dict[str, tuple[int, str]]:
    """When each was registered and where they stand, of those whom the books have somewhere."""
    found: dict[str, tuple[int, str]] = {}
    for start in range(0, len(people), KEYS_A_STATEMENT):
        keys = sql.padded(list(people[start : start + KEYS_A_STATEMENT]))
        statement = f"{_STANDING} WHERE alive AND id IN ({sql.marks(len(keys))})"
        for person, at, place in sql.every(statement, keys):
            if place and not is_outside(place):
                found[person] = (at, place)
    return found


def _further(
    group: Sequence[str], standing: dict[str, tuple[int, str]], edges: Edges
) -> Iterable[Row]:
    present = sorted((standing[one][0], one) for one in group if one in standing)
    for _, person in present[1:]:
        kept = present[0][1]
        joined = max(edges[person].values()) if person in edges else 0
        yield {
            "id": f"twice:{person}",
            "subject": _SLOT + person,
            "kind": "twice",
            "place": standing[person][1],
            "at": joined,
            "amount": -1,
            "people": as_json([kept, person]),
            "facts": as_json({"kept": kept, "kept_at": standing[kept][1], "further": person}),
        }
