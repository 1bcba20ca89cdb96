"""One run of a linkage from files to a table of pairs; what was done already is not done again.

Beside the table, a folder keeps every slice that was compared, with a mark of the files it belongs
to. A run that was cut off goes on there; other files, or another version, begin anew.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import numpy as np
import pyarrow as arrow
from pyarrow import parquet

from serai.linkage.blocking import candidates, keys_of, slices_of
from serai.linkage.choice import Choice, band, chosen, expected, lifted
from serai.linkage.coarse import Pairs, together
from serai.linkage.full import compared, joined, joint_of, looked_at, workers
from serai.linkage.pool import WORKERS, Each
from serai.linkage.registry import People, read_people

PEOPLE_PER_SLICE = 25_000
PAIRS_PER_PIECE = 10_000
VERSION = 4
OWN = "own"
Tell = Callable[[int], None]  # how much of the whole is done, in hundredths
READ, KEYED, PAIRED, REST = 30, 35, 65, 35


def link(
    left: Path,
    right: Path | None,
    out: Path,
    least: float,
    engine: str = OWN,
    tell: Tell = lambda done: None,
    spark_url: str = "",
) -> tuple[People, list[Choice]]:
    """Compares the files and writes the pairs as Parquet; answers them too."""
    people = read_people(left, right, lambda done, of: tell(READ * done // of))
    parts = _parts_of(out, left, right, engine)
    joint = joint_of(people) if engine == OWN else None
    with workers(people, joint) as each:
        pairs = together(_slices(people, parts, engine, each, tell, spark_url))
        tell(PAIRED)
        pairs = together(_in_full(pairs, parts, each, tell))
    found = chosen(expected(people, lifted(people, pairs)), least)
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
    if engine in (OWN, "duckdb"):
        return _by_slices(people, parts, engine, each, tell)
    splinked = import_module("serai.linkage.splinked").splinked  # Splink is slow to load
    return [_kept(parts, "0", lambda: splinked(people, engine, spark_url))]


def _by_slices(people: People, parts: Path, engine: str, each: Each, tell: Tell) -> list[Pairs]:
    """The pairs that share a key, after a first look by the workers."""
    slices = slices_of(people, PEOPLE_PER_SLICE)
    paths = {number: parts / f"{number}.npz" for number, *_ in slices}
    found = {number: _load(path) for number, path in paths.items() if path.exists()}
    left = [one for one in slices if one[0] not in found]
    answers = each(joined, left) if engine == OWN else _by_duckdb(people, left, each)
    tell(KEYED)
    for number, pairs in answers:
        found[number] = _save(paths[number], pairs)
        tell(KEYED + (PAIRED - KEYED) * len(found) // len(slices))
    return [found[number] for number in sorted(found)]


def _by_duckdb(
    people: People, slices: list[tuple[int, int, int]], each: Each
) -> Iterator[tuple[int, Pairs]]:
    duckdb = import_module("duckdb")
    who, key = keys_of(people)
    with duckdb.connect() as store:
        store.execute(f"SET threads TO {WORKERS}")
        store.register("told", arrow.table({"who": who, "key": key}))
        yield from each(looked_at, candidates(store, people, slices))


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
