"""Events before they have a journal: drafts in time order, and the log they are collected in."""

from collections.abc import Callable, Iterable
from random import Random
from typing import BinaryIO

import msgspec

from serai.core.events import Body
from serai.core.ids import RANDOM_BYTES, new_id

PLACEHOLDER = "@"  # "headcount:@12" means: the id that draft 12 gets when it is loaded


class Draft(msgspec.Struct, frozen=True):
    """One event to be written. `refs` are positions of earlier drafts in the same stream."""

    at_ms: int
    actor: str
    purpose: str
    body: Body
    refs: tuple[int, ...] = ()


class Entry(msgspec.Struct):
    """A draft whose position is not known yet. `refs` are serial numbers of the log."""

    at_ms: int
    serial: int
    actor: str
    purpose: str
    body: Body
    refs: tuple[int, ...]
    completed: Callable[[Body, list[int]], Body] | None = None


class Log:
    """Collects drafts in any order; `drafts` puts them in the order of time.

    Everything random in one run comes from the one seeded source held here.
    """

    def __init__(self, seed: int) -> None:
        self.rng = Random(f"baghuz 2019 {seed}")  # noqa: S311 - a story, not a secret
        self.entries: list[Entry] = []

    def add(self, body: Body, actor: str, purpose: str, refs: tuple[int, ...] = ()) -> int:
        """Notes an event at its own time; the answer is its serial number for later refs."""
        serial = len(self.entries)
        self.entries.append(Entry(body.at, serial, actor, purpose, body, refs))
        return serial

    def new_id(self, at_ms: int) -> str:
        """A fresh id, the same in every run of the same seed."""
        return new_id(at_ms, self.rng.randbytes(RANDOM_BYTES))

    def sorted_until(self, end_ms: int) -> list[Entry]:
        """The entries up to a moment, in the order of time."""
        kept = [entry for entry in self.entries if entry.at_ms <= end_ms]
        kept.sort(key=lambda entry: (entry.at_ms, entry.serial))
        return kept

    def drafts(self, end_ms: int) -> list[Draft]:
        """The finished stream up to a moment; what happens later is not told."""
        kept = self.sorted_until(end_ms)
        position = [-1] * len(self.entries)
        for index, entry in enumerate(kept):
            position[entry.serial] = index
        return [_draft(entry, position) for entry in kept]


def write_jsonl(drafts: Iterable[Draft], file: BinaryIO) -> None:
    """Writes one JSON object a line: at, kind, version, actor, purpose, refs, body."""
    encode = msgspec.json.Encoder().encode
    for draft in drafts:
        line = {
            "at": draft.at_ms,
            "kind": draft.body.kind,
            "version": draft.body.version,
            "actor": draft.actor,
            "purpose": draft.purpose,
            "refs": draft.refs,
            "body": draft.body,
        }
        file.write(encode(line) + b"\n")


def _draft(entry: Entry, position: list[int]) -> Draft:
    refs = tuple(position[serial] for serial in entry.refs)
    body = entry.body if entry.completed is None else entry.completed(entry.body, position)
    return Draft(entry.at_ms, entry.actor, entry.purpose, body, refs)
