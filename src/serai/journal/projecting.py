"""Finds every room's projections and runs them over a batch of events."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db.models import Model

from serai.core.events import Body
from serai.journal import sql
from serai.journal.projection import Asked, Batch, Projection, in_order
from serai.journal.recorded import COLUMNS, Recorded, recorded
from serai.journal.rows import KEYS_A_STATEMENT


@lru_cache(maxsize=1)
def projections() -> tuple[Projection, ...]:
    """Every projection of every app, in the order of the installed apps."""
    found: list[Projection] = []
    for app in apps.get_app_configs():
        name = f"{app.name}.projections"
        if app.name.startswith("serai.") and find_spec(name):
            found.extend(import_module(name).PROJECTIONS)
    return tuple(found)


@lru_cache(maxsize=1)
def projected_models() -> tuple[type[Model], ...]:
    """Every table that projections write, each once."""
    return tuple(dict.fromkeys(model for one in projections() for model in one.models))


def project(events: Sequence[Recorded], *, complete: bool) -> None:
    """Brings every projected table up to date with these events."""
    if not events:
        return
    concerned, asked = _concerned(frozenset(type(event.body) for event in events))
    batch = Batch(events, complete, history_of, asked)
    for projection in concerned:
        projection.apply(batch)


@lru_cache(maxsize=512)
def _concerned(kinds: frozenset[type[Body]]) -> tuple[tuple[Projection, ...], Asked]:
    """The projections that read these kinds, and of which kinds they ask for the past."""
    concerned = []
    asked: dict[str, frozenset[type[Body]]] = {}
    for one in projections():
        read: frozenset[type[Body]] | None = getattr(one, "kinds", None)
        if read is not None and kinds.isdisjoint(read):
            continue
        concerned.append(one)
        prefix = getattr(one, "prefix", "")
        if prefix:
            asked[prefix] = asked.get(prefix, frozenset()) | one.asking(kinds)
    return tuple(concerned), {prefix: read for prefix, read in asked.items() if read}


def history_of(
    subjects: Iterable[str],
    known: Sequence[Recorded] = (),
    kinds: frozenset[type[Body]] | None = None,
) -> dict[str, list[Recorded]]:
    """All events (of some kinds) about each subject, in order of display.

    An event about several is decoded once, a known one never.
    """
    wanted = list(subjects)
    found: dict[str, list[Recorded]] = {subject: [] for subject in wanted}
    decoded: dict[int, Recorded | None] = {event.local: event for event in known}
    names = None if kinds is None else sorted({body.kind for body in kinds})
    for start in range(0, len(wanted), KEYS_A_STATEMENT):
        for subject, *row in _about(wanted[start : start + KEYS_A_STATEMENT], names):
            local = row[0]
            event = decoded[local] if local in decoded else recorded(row)
            decoded[local] = event
            if event is not None:
                found[subject].append(event)
    return {subject: in_order(events) for subject, events in found.items()}


def _about(subjects: list[str], kinds: list[str] | None) -> list[tuple[Any, ...]]:
    keys = sql.padded(subjects)
    if kinds is None:
        return sql.every(_history(len(keys), 0), keys)
    return sql.every(_history(len(keys), len(kinds)), [*keys, *kinds])


@lru_cache(maxsize=512)
def _history(subjects: int, kinds: int) -> str:
    columns = ", ".join(f"told.{name}" for name in COLUMNS.split(", "))
    narrowed = f" AND about.kind IN ({sql.marks(kinds)})" if kinds else ""
    return (
        f"SELECT about.subject, {columns} FROM journal_subject AS about"  # noqa: S608
        " JOIN journal_event AS told ON told.id = about.event"
        f" WHERE about.subject IN ({sql.marks(subjects)}){narrowed}"
    )
