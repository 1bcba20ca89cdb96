"""A run of one station's events as it travels: events as authored, and the signature at its end."""

import msgspec

from serai.journal import chain, sql

EVENTS_PER_SEGMENT_MAX = 5_000
KIND_LETTERS_MAX, PURPOSE_LETTERS_MAX, ACTOR_LETTERS_MAX = 60, 60, 150
NUMBERS_MAX = (2**31 - 1, 2**31 - 1, 2**63 - 1, 2**63 - 1)  # epoch, version, number, clock
_FIELDS = "station, epoch, seq, hlc, kind, version, actor, purpose, refs, body, prev, hash"


class Stored(msgspec.Struct, frozen=True):
    """One event exactly as its author wrote it."""

    station: str
    epoch: int
    seq: int
    hlc: int
    kind: str
    version: int
    actor: str
    purpose: str
    refs: str
    body: bytes
    prev: bytes
    hash: bytes

    @property
    def place(self) -> tuple[str, int, int]:
        """Where in which chain the event stands."""
        return self.station, self.epoch, self.seq

    def computed_hash(self) -> bytes:
        """The hash its content asks for."""
        header = (*self.place, self.hlc, self.kind, self.version)
        told = (self.actor, self.purpose, self.refs)
        return chain.event_hash((*header, *told), self.body, self.prev)


class Segment(msgspec.Struct, frozen=True):
    """Events of one station and epoch that follow each other, signed over the last one's hash."""

    public_key: bytes
    events: tuple[Stored, ...]
    signature: bytes


def fault(segment: Segment) -> str:
    """Why a segment cannot be believed, in words; empty when it is what its station wrote."""
    if not 0 < len(segment.events) <= EVENTS_PER_SEGMENT_MAX:
        return "a segment holds 1 to 5,000 events"
    first = segment.events[0]
    if not all(map(_fits, segment.events)):
        return "a header is too long or a number too large"
    if chain.station_id(segment.public_key) != first.station:
        return "the key is not the station's"
    if not chain.signed_by(segment.public_key, segment.events[-1].hash, segment.signature):
        return "the signature does not fit"
    return _broken_link(segment.events)


def segments_of(station: str, public_key: bytes) -> list[Segment]:
    """Everything this journal holds of a station, cut at its commits."""
    ends = sql.every(
        "SELECT epoch, last_seq, signature FROM journal_commit WHERE station = %s"
        " ORDER BY epoch, last_seq",
        (station,),
    )
    rows = sql.every(
        f"SELECT {_FIELDS} FROM journal_event WHERE station = %s ORDER BY epoch, seq",  # noqa: S608
        (station,),
    )
    events = [Stored(*row[:9], *map(bytes, row[9:])) for row in rows]
    found, start = [], 0
    for epoch, last_seq, signature in ends:
        stop = start
        while stop < len(events) and events[stop].place <= (station, epoch, last_seq):
            stop += 1
        found.append(Segment(public_key, tuple(events[start:stop]), bytes(signature)))
        start = stop
    return [segment for segment in found if segment.events]


def _fits(event: Stored) -> bool:
    words = len(event.kind) <= KIND_LETTERS_MAX and len(event.purpose) <= PURPOSE_LETTERS_MAX
    numbers = (event.epoch, event.version, event.seq, event.hlc)
    return (
        words
        and len(event.actor) <= ACTOR_LETTERS_MAX
        and all(0 <= number <= most for number, most in zip(numbers, NUMBERS_MAX, strict=True))
    )


def _broken_link(events: tuple[Stored, ...]) -> str:
    for number, event in enumerate(events):
        name = f"event {event.station}.{event.epoch}.{event.seq}"
        if event.hash != event.computed_hash():
            return f"{name} was changed after it was written"
        if number == 0:
            continue
        before = events[number - 1]
        follows = (before.station, before.epoch, before.seq + 1)
        if event.place != follows or event.prev != before.hash:
            return f"{name} does not follow the one before it"
    return ""
