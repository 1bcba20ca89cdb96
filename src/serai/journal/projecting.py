"""Finds every room's projections and runs them over a batch of events."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db.models import Model

from serai.core.events import Body
from serai.journal import sql
from serai.journal.projection import Batch, Projection, in_order
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
    concerned, prefixes = _concerned(frozenset(type(event.body) for event in events))
    batch = Batch(events, complete, history_of, prefixes)
    for projection in concerned:
        projection.apply(batch)


@lru_cache(maxsize=512)
def _concerned(kinds: frozenset[type[Body]]) -> tuple[tuple[Projection, ...], frozenset[str]]:
    """The projections that read these kinds, and the prefixes of what they ask for."""
    concerned = tuple(
        one for one in projections() if not hasattr(one, "kinds") or not kinds.isdisjoint(one.kinds)
    )
    prefixes = (getattr(one, "prefix", "") for one in concerned)
    return concerned, frozenset(prefix for prefix in prefixes if prefix)


def history_of(
    subjects: Iterable[str], known: Sequence[Recorded] = ()
) -> dict[str, list[Recorded]]:
    """All events about each subject; an event about several is decoded once, a known one never."""
    wanted = list(subjects)
    found: dict[str, list[Recorded]] = {subject: [] for subject in wanted}
    decoded: dict[int, Recorded | None] = {event.local: event for event in known}
    for start in range(0, len(wanted), KEYS_A_STATEMENT):
        chunk = wanted[start : start + KEYS_A_STATEMENT]
        about = _about(chunk)
        _decode_missing({local for _, local in about}, decoded)
        for subject, local in about:
            event = decoded[local]
            if event is not None:
                found[subject].append(event)
    return {subject: in_order(events) for subject, events in found.items()}


def _about(subjects: list[str]) -> list[tuple[str, int]]:
    keys = sql.padded(subjects)
    found = sql.every(
        f"SELECT subject, event FROM journal_subject WHERE subject IN ({sql.marks(len(keys))})",  # noqa: S608
        keys,
    )
    return [(subject, int(local)) for subject, local in found]


def _decode_missing(locals_: set[int], decoded: dict[int, Recorded | None]) -> None:
    missing = sorted(locals_ - decoded.keys())
    for start in range(0, len(missing), KEYS_A_STATEMENT):
        chunk = sql.padded(missing[start : start + KEYS_A_STATEMENT])
        found = sql.every(
            f"SELECT {COLUMNS} FROM journal_event WHERE id IN ({sql.marks(len(chunk))})",  # noqa: S608
            chunk,
        )
        decoded.update({int(row[0]): recorded(row) for row in found})
