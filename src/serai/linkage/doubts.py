"""What a file of people lacks, in sentences for whoever made it: people, names, their own ids."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np

from serai.linkage.reading import Row
from serai.linkage.registry import NONE, People


def doubts(people: People, left: Path, right: Path | None) -> Iterator[tuple[str, bool]]:
    """Sentences, and whether nothing can be found for that reason."""
    yield from _of_file(people, left, slice(0, people.left))
    if right is not None:
        yield from _of_file(people, right, slice(people.left, len(people)))


def _of_file(people: People, path: Path, which: slice) -> Iterator[tuple[str, bool]]:
    count = len(people.words[which])
    if not count:
        yield f"{path}: there is nobody in this file.", True
        return
    facts = (people.words, people.eldest[:, None], people.address)
    told = [(some[which] != NONE).any(1) for some in facts]
    told += [some[which] > 0 for some in (people.born_on, people.phone)]
    unnamed = int(count - told[0].sum())
    if unnamed:
        sentence = f"{path}: {unnamed:,} of {count:,} people have no name that can be read."
        yield sentence + _unknown(path), not np.any(told)
    twice = count - len(set(map(hash, people.ids[which])))
    if twice:
        yield f"{path}: lines whose id an earlier line has: {twice:,}.", False


def _unknown(path: Path) -> str:
    """The first line's columns that mean nothing here: another word for the names, mostly."""
    with path.open("rb") as file:
        first = next((raw for raw in file if raw.strip()), b"{}")
    columns = msgspec.json.decode(first.decode("utf-8-sig"))
    strange = [name for name in columns if name not in {*Row.__struct_fields__, "name"}]
    if not strange:
        return ""
    known = ", ".join(Row.__struct_fields__)
    return f" Not known here: {', '.join(strange)}. Known are {known}."
