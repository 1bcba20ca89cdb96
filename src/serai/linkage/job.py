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
from serai.linkage.choice import Choice, band, chosen, lifted
from serai.linkage.coarse import Pairs, scored
from serai.linkage.full import Each, compared, people_here, workers
from serai.linkage.registry import Numbers, People, read_people

PEOPLE_PER_SLICE = 25_000
PAIRS_PER_PIECE = 10_000
VERSION = 2
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
    people = read_people(left, right, lambda done, of: tell(READ * done // of))
    parts = _parts_of(out, left, right, engine)
    with workers(people) as each:
        pairs = _together(_slices(people, parts, engine, each, tell, spark_url))
        tell(PAIRED)
        pairs = _together(_in_full(pairs, parts, each, tell))
    found = chosen(lifted(people, pairs), least)
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


def _slices(
    people: People, parts: Path, engine: str, each: Each, tell: Tell, spark_url: str
) -> list[Pairs]:
    if engine == "duckdb":
        return _own(people, parts, each, tell)
    splinked = import_module("serai.linkage.splinked").splinked  # Splink is slow to load
    return [_kept(parts, "0", lambda: splinked(people, engine, spark_url))]


def _own(people: People, parts: Path, each: Each, tell: Tell) -> list[Pairs]:
    """The pairs that DuckDB joins by their keys, after a first look by the workers."""
    who, key = keys_of(people)
    tell(KEYED)
    slices = max(1, -(-people.left // PEOPLE_PER_SLICE))
    with duckdb.connect() as store:
        store.execute("SET threads TO 2")
        store.register("told", arrow.table({"who": who, "key": key}))
        done = {int(path.stem) for path in parts.glob("[0-9]*.npz")}
        found = {number: _load(parts / f"{number}.npz") for number in done}
        for number, pairs in each(_looked_at, candidates(store, people, slices, done)):
            found[number] = _save(parts / f"{number}.npz", pairs)
            tell(KEYED + (PAIRED - KEYED) * (number + 1) // slices)
    return [found[number] for number in sorted(found)]


def _looked_at(work: tuple[int, Numbers, Numbers]) -> tuple[int, Pairs]:
    number, first, second = work
    return number, scored(people_here(), first, second)


def _in_full(pairs: Pairs, parts: Path, each: Each, tell: Tell) -> list[Pairs]:
    """The same pairs with the bits of the full comparison, piece by piece."""
    pieces = range(0, len(pairs), PAIRS_PER_PIECE)
    paths = [parts / f"full-{at}.npz" for at in pieces]
    found = {at: _load(path) for at, path in zip(pieces, paths, strict=True) if path.exists()}
    left = [at for at in pieces if at not in found]
    work = (pairs.where(slice(at, at + PAIRS_PER_PIECE)) for at in left)
    for at, told in zip(left, each(compared, work), strict=True):
        found[at] = _save(parts / f"full-{at}.npz", told)
        tell(PAIRED + REST * len(found) // len(pieces))
    return [found[at] for at in pieces]


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
