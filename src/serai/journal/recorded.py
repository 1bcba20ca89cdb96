"""One event as it stands in the journal, decoded, with the places it puts named people in."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from serai.core.events import Body, decode
from serai.core.ledger import NAMED, split_account

COLUMNS = "id, station, epoch, seq, hlc, kind, version, actor, purpose, refs, body"
_NUL = b"\\u0000"
Order = tuple[int, str, int, int]


class Recorded:
    """An event of a kind this station knows. `order` is the order of display, never of truth."""

    __slots__ = (
        "_positions", "_subjects", "actor", "body", "hlc", "id", "local", "order",
        "purpose", "refs", "seen_place",
    )  # fmt: skip

    def __init__(
        self, local: int, place: tuple[str, int, int], hlc: int, header: Sequence[str], body: Body
    ) -> None:
        self.local = local
        self.id = f"{place[0]}.{place[1]}.{place[2]}"
        self.order: Order = (hlc, *place)
        self.hlc = hlc
        self.actor, self.purpose = header[0], header[1]
        self.refs: tuple[str, ...] = tuple(header[2].split())
        self.body = body
        self._subjects: tuple[str, ...] | None = None
        self._positions: dict[str, tuple[str, str]] | None = None
        self.seen_place = body.seen()[0]  # of everybody it is about; empty when it proves nothing

    @property
    def kind(self) -> str:
        """The kind of the body."""
        return self.body.kind

    @property
    def subjects(self) -> tuple[str, ...]:
        """What the event is about, each once."""
        if self._subjects is None:
            self._subjects = tuple(dict.fromkeys(self.body.subjects()))
        return self._subjects

    @property
    def moves(self) -> dict[str, tuple[str, str]]:
        """Where each named person came from and stands after this event.

        The first place is empty where the person was not named before the event.
        """
        if self._positions is None:
            self._positions = _moves(self.body)
        return self._positions

    @property
    def positions(self) -> dict[str, str]:
        """Where each named person stands after this event."""
        return {person: target for person, (_, target) in self.moves.items()}


def recorded(row: Sequence[Any]) -> Recorded | None:
    """The event of a database row (`COLUMNS`); None when its kind or content is not understood."""
    local, station, epoch, seq, hlc, kind, version, actor, purpose, refs, content = row
    written = content if isinstance(content, bytes) else as_bytes(content)
    if _NUL in written:
        return None  # no form writes it, and PostgreSQL's text cannot hold it
    try:
        body = decode(kind, version, written)
    except msgspec.MsgspecError:
        return None
    if body is None:
        return None
    return Recorded(local, (station, epoch, seq), hlc, (actor, purpose, refs), body)


def understood(rows: Iterable[Sequence[object]]) -> list[Recorded]:
    """The events of database rows, without those this station cannot read yet."""
    return [event for event in map(recorded, rows) if event is not None]


def as_bytes(content: object) -> bytes:
    """Bytes of a column: PostgreSQL answers a view, a tampered SQLite file perhaps text."""
    return content.encode() if isinstance(content, str) else bytes(content)  # type: ignore[call-overload]


def _moves(body: Body) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for leg in body.posting():
        source, source_band = split_account(leg.source)
        target, target_band = split_account(leg.target)
        before = source if source_band == NAMED else ""
        after = target if target_band == NAMED else ""
        for person in leg.people:
            found[person] = (before, after)
    return found
