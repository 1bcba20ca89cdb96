"""Reading the journal back: one event, the history of one subject, how much there is."""

from collections.abc import Sequence

from serai.core.events import Body
from serai.journal import sql
from serai.journal.projecting import history_of
from serai.journal.recorded import COLUMNS, Recorded, recorded


def event_by_id(event_id: str) -> Recorded | None:
    """The event with this id (`station.epoch.seq`), when this station has and understands it."""
    station, _, rest = event_id.partition(".")
    epoch, _, seq = rest.partition(".")
    if not (epoch.isdigit() and seq.isdigit()):
        return None
    row = sql.one(
        f"SELECT {COLUMNS} FROM journal_event WHERE station = %s AND epoch = %s AND seq = %s",  # noqa: S608
        (station, int(epoch), int(seq)),
    )
    return None if row is None else recorded(row)


def events_about(subject: str) -> list[Recorded]:
    """Everything written about a subject (`person:…`, `household:…`), in order of display."""
    return sorted(history_of([subject])[subject], key=lambda event: event.order)


def events_since(local: int, kinds: Sequence[type[Body]]) -> list[Recorded]:
    """The events of these kinds that came into this journal after its `local`-th, in that order."""
    rows = sql.every(
        f"SELECT {COLUMNS} FROM journal_event WHERE id > %s"  # noqa: S608 - marks
        f" AND kind IN ({sql.marks(len(kinds))}) ORDER BY id",
        (local, *(kind.kind for kind in kinds)),
    )
    return [event for event in map(recorded, rows) if event is not None]


def event_count() -> int:
    """How many events the journal holds."""
    row = sql.one("SELECT COUNT(*) FROM journal_event")
    return int(row[0]) if row else 0
