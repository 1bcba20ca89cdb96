"""One run of a linkage from files to a table of pairs; what was done already is not done again.

Beside the table, a folder keeps every slice that was compared, with a mark of the files it belongs
to. A run that was cut off goes on there; other files, or another version, begin anew.
"""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as arrow
from pyarrow import parquet

from serai.linkage.blocking import candidates, keys_of
from serai.linkage.choice import Choice, band, chosen, compared, comparing, lifted
from serai.linkage.coarse import Pairs, scored
from serai.linkage.registry import People, read_people

PEOPLE_PER_SLICE = 25_000
VERSION = 1
Tell = Callable[[int], None]  # how much of the whole is done, in hundredths
READ, KEYED, PAIRED, REST = 30, 35, 65, 35


def link(
    left: Path,
    right: Path | None,
    out: Path,
    least: float,
    engine: str = "duckdb",
    tell: Tell = lambda done: None,
    spark_url: str = "",
) -> tuple[People, list[Choice]]:
    """Compares the files and writes the pairs as Parquet; answers them too."""
    people = read_people(left, right)
    tell(READ)
    parts = _parts_of(out, left, right, engine)
    with comparing(people) as each:
        pairs = _together(_slices(people, parts, engine, tell, spark_url))
        tell(PAIRED)
        full = compared(people, pairs, each, lambda done, of: tell(PAIRED + REST * done // of))
    pairs = lifted(people, full)
    found = chosen(pairs, least)
    write_pairs(people, found, out)
    shutil.rmtree(parts)
    return people, found


def write_pairs(people: People, found: list[Choice], out: Path) -> None:
    """The pairs as a Parquet table: left, right, bits, band; the file is there whole or not."""

    table = arrow.table(
        {
            "left": arrow.array([people.ids[one.first] for one in found], arrow.string()),
            "right": arrow.array([people.ids[one.second] for one in found], arrow.string()),
            "bits": arrow.array([one.bits for one in found], arrow.float32()),
            "band": arrow.array([band(one.bits) for one in found], arrow.string()),
        }
    )
    half = out.with_name(out.name + ".half")
    parquet.write_table(table, half)
    half.replace(out)


def _slices(people: People, parts: Path, engine: str, tell: Tell, spark_url: str) -> list[Pairs]:
    if engine == "duckdb":
        return _own(people, parts, tell)
    splinked = import_module("serai.linkage.splinked").splinked  # Splink is slow to load
    return [_kept(parts, "0", lambda: splinked(people, engine, spark_url))]


def _own(people: People, parts: Path, tell: Tell) -> list[Pairs]:

    who, key = keys_of(people)
    tell(KEYED)
    slices = max(1, -(-people.left // PEOPLE_PER_SLICE))
    with duckdb.connect() as store:
        store.execute("SET threads TO 2")
        store.register("told", arrow.table({"who": who, "key": key}))
        done = {int(path.stem) for path in parts.glob("*.npz")}
        found = [_load(parts / f"{number}.npz") for number in sorted(done)]
        for number, first, second in candidates(store, people, slices, done):
            found.append(_save(parts / f"{number}.npz", scored(people, first, second)))
            tell(KEYED + (PAIRED - KEYED) * (number + 1) // slices)
    return found


def _kept(parts: Path, name: str, make: Callable[[], Pairs]) -> Pairs:
    path = parts / f"{name}.npz"
    return _load(path) if path.exists() else _save(path, make())


def _together(slices: list[Pairs]) -> Pairs:
    nothing = Pairs(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.float32))
    columns = [(one.first, one.second, one.bits) for one in (*slices, nothing)]
    first, second, bits = (np.concatenate(column) for column in zip(*columns, strict=True))
    return Pairs(first, second, bits)


def _save(path: Path, pairs: Pairs) -> Pairs:
    half = path.with_suffix(".half")
    with half.open("wb") as file:
        np.savez(file, first=pairs.first, second=pairs.second, bits=pairs.bits)
    half.replace(path)
    return pairs


def _load(path: Path) -> Pairs:
    with np.load(path) as kept:
        return Pairs(kept["first"], kept["second"], kept["bits"])


def _parts_of(out: Path, left: Path, right: Path | None, engine: str) -> Path:
    """The folder of what was compared already; emptied when it belongs to something else."""
    folder = out.with_name(out.name + ".parts")
    mark = json.dumps([VERSION, engine, *(_digest(one) for one in (left, right) if one)])
    held = folder / "mark"
    if folder.exists() and (not held.exists() or held.read_text() != mark):
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    held.write_text(mark)
    return folder


def _digest(path: Path) -> str:
    found = sha256()
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            found.update(chunk)
    return found.hexdigest()
