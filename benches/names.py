"""Who is found among a million: our index beside pg_trgm and FTS5, the same people and searches.

    python benches/names.py --people 1000000 --searches 1000 [--hidden] [--without-others]

Prints recall at 1 and 10 by script, sex, kunya and dropped part, p50 and p95 of waiting and of
processor time, false alerts on people who are not there, what adding one person costs, build time,
size, memory, and the ratio to pg_trgm in the same run: the first `--others` searches go to all
three, in turns. `--hidden` hides real Arabic names of the development pairs among the people and
asks for them in Latin; only of the fifth that no table was counted on. `--ready INDEX SEARCHES`
also searches a file that `serai names index build` made, so that ten million people stand beside
pg_trgm's million.
"""

import argparse
import os
import resource
import shutil
import sqlite3
import sys
import tempfile
import time
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from random import Random
from statistics import quantiles

import msgspec

from serai.core.matching import told
from serai.core.matching.search import search
from serai.core.matching.told import Record
from serai.core.names import script, tokens
from serai.nameindex.build import Build
from serai.nameindex.file import IndexFile
from serai.simulation.people import humans, in_arabic, record_of
from serai.simulation.sightings import Sighting, sighting_of, strangers

HERE = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("SERAI_SHARED", HERE.parent / "shared"))
HELD_OUT = 5  # every fifth of the development pairs was not counted in the tables of sounds
TOP = 10
KUNYAS = 300  # searches by a kunya, beside the others
KUNYA_TRIES = 40
ADDED = 300
P95 = 18  # of twenty parts
ALERT_BITS = 0.0  # the band "possible"

Ask = Callable[[Record], list[str]]


def main() -> int:
    """Builds, asks, prints."""
    asked = _arguments()
    people, sightings, kunyas = _people(asked.people, asked.seed, asked.searches)
    hidden = list(_hidden(asked.searches)) if asked.hidden else []
    folder = Path(tempfile.mkdtemp(prefix="serai-names-"))
    began, cpu = time.perf_counter(), time.process_time()
    build = Build()
    for record in [*people, *(record for record, _ in hidden)]:
        build.take(record)
    build.write(folder / "index")
    size = (folder / "index").stat().st_size / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"built {asked.people:,} in {time.perf_counter() - began:.0f} s"
          f" ({time.process_time() - cpu:.0f} s of processor), {size:.0f} MB,"
          f" {size * 1e6 / asked.people:.0f} bytes a person; {memory:.1f} GB of memory,"
          " people and searches among them", flush=True)  # fmt: skip
    del build
    books = IndexFile(folder / "index")
    _report("serai", lambda one: _ours(books, one), sightings)
    _report("serai, by kunya", lambda one: _ours(books, one), kunyas)
    _alerts(books, sightings, list(strangers(asked.searches, asked.seed)))
    if hidden:
        _report("serai, hidden", lambda one: _ours(books, one), [seen for _, seen in hidden])
    if not asked.without_others:
        theirs = _beside(people, sightings[: asked.others], lambda one: _ours(books, one))
        if asked.ready:
            _ready(*asked.ready, asked.searches, theirs)
    _add(folder / "index", asked.seed)
    shutil.rmtree(folder)
    return 0


def _beside(people: list[Record], sightings: list[Sighting], ours: Ask) -> float:
    """The same searches by all three, in the same minutes; answers pg_trgm's p95 in ms."""
    fts5 = _fts5(people)
    with _pg_trgm(people) as pg_trgm:
        mine = _report("serai, the same searches", ours, sightings)
        theirs = _report("pg_trgm", pg_trgm, sightings)
        again = _report("serai, once more", ours, sightings)
    plain = _report("FTS5 trigram", fts5, sightings)
    print(f"p95: {theirs / max(mine, again):.1f} times faster than pg_trgm,"
          f" {plain / max(mine, again):.1f} times faster than FTS5")  # fmt: skip
    return theirs


def _ready(index: Path, file: Path, most: int, theirs: float) -> None:
    """A file that was built before, cold and warm, beside pg_trgm's p95."""
    books = IndexFile(index)
    lines = file.read_bytes().splitlines()
    seen = [msgspec.json.decode(line, type=Sighting) for line in lines[:: len(lines) // most or 1]]
    for state in ("cold", "warm"):
        mine = _report(f"serai, {books.people():,} people, {state}", lambda one: _ours(books, one),
                       seen[:most])  # fmt: skip
    print(f"p95 of {books.people():,} people: {theirs / mine:.1f} times faster than pg_trgm")


def _add(path: Path, seed: int) -> None:
    """What it takes to add one person who is searchable at once."""
    books, dice = IndexFile(path, writing=True), Random(seed + 2)
    spent = []
    for one in humans(ADDED, seed + 2, mark="n"):
        record = msgspec.convert(msgspec.to_builtins(record_of(dice, one)), Record)
        began = time.process_time()
        books.add(record.id, told(record))
        spent.append((time.process_time() - began) * 1000)
    cuts = quantiles(spent, n=20)
    print(f"adding one person: p50 {cuts[9]:.2f} ms, p95 {cuts[P95]:.2f} ms of processor")
    books.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--searches", type=int, default=500)
    parser.add_argument("--others", type=int, default=200, help="searches that all three do")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--hidden", action="store_true")
    parser.add_argument("--without-others", action="store_true")
    parser.add_argument("--ready", type=Path, nargs=2, metavar=("INDEX", "SEARCHES"))
    return parser.parse_args()


def _people(
    count: int, seed: int, searches: int
) -> tuple[list[Record], list[Sighting], list[Sighting]]:
    desk, later = Random(seed), Random(seed + 1)
    people, seen, called = [], [], []
    for number, one in enumerate(humans(count, seed), 1):
        first = record_of(desk, one)
        people.append(msgspec.convert(msgspec.to_builtins(first), Record))
        if later.random() * (count - number + 1) < searches - len(seen):
            seen.append(sighting_of(later, one, in_arabic(first.names[0]), number))
        if one.son and later.random() * (count - number + 1) < 3 * (KUNYAS - len(called)):
            tries = (sighting_of(later, one, in_arabic(first.names[0]), number)
                     for _ in range(KUNYA_TRIES))  # fmt: skip
            called += [again for again in tries if again.kunya][:1]
    return people, seen, called


def _hidden(most: int) -> Iterator[tuple[Record, Sighting]]:
    path = SHARED / "data/names/fullname_pairs.tsv"
    if not path.exists():
        print(f"no development pairs at {path}; nothing hidden")
        return
    rows = [line.split("\t") for line in path.read_text().splitlines()[1:]]
    Random(5).shuffle(rows)
    taken: set[str] = set()
    for latin, arabic, _, country, _, entity in rows:
        both = tokens(latin), tokens(arabic)
        if entity in taken or zlib.crc32(entity.encode()) % HELD_OUT or min(map(len, both)) < 2:
            continue
        if (script(both[0][0]), script(both[1][0])) != ("latin", "arabic"):
            continue
        taken.add(entity)
        yield (
            Record(entity, (arabic,)),
            Sighting(entity, (latin,), of=entity, script=country if len(country) == 2 else "other"),
        )
        if len(taken) == most:
            return


def _report(name: str, ask: Ask, sightings: Iterable[Sighting]) -> float:
    hits: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    spent, worked = [], []
    for seen in sightings:
        query = _query(seen)
        began, cpu = time.perf_counter(), time.process_time()
        found = ask(query)
        worked.append((time.process_time() - cpu) * 1000)
        spent.append((time.perf_counter() - began) * 1000)
        place = found.index(seen.of) if seen.of in found else TOP
        for group in _groups(seen):
            count = hits[group]
            count[0] += 1
            count[1] += place == 0
            count[2] += place < TOP
    cuts, cpus = quantiles(spent, n=20), quantiles(worked, n=20)
    print(f"{name}: p50 {cuts[9]:.1f} ms, p95 {cuts[P95]:.1f} ms waited;"
          f" {cpus[9]:.1f} and {cpus[P95]:.1f} ms of this process")  # fmt: skip
    for group, (count, first, ten) in sorted(hits.items()):
        print(f"  {group:22} {count:5}  R@1 {first / count:.3f}  R@10 {ten / count:.3f}",
              flush=True)  # fmt: skip
    return cuts[P95]


def _query(seen: Sighting) -> Record:
    return Record(seen.id, seen.names, seen.sex, seen.birth_year_from, seen.birth_year_to,
                  seen.place)  # fmt: skip


def _groups(seen: Sighting) -> Iterator[str]:
    yield "all"
    yield f"script {seen.script}"
    yield f"sex {seen.sex or 'not told'}"
    if seen.kunya:
        yield "kunya"
    elif seen.dropped:
        yield f"dropped {seen.dropped}"
    if seen.typo:
        yield "slip of the pen"
    if seen.swapped:
        yield "swapped"


def _ours(books: IndexFile, query: Record) -> list[str]:
    found = search(books, told(query), TOP).found
    ids = books.ids([one.number for one in found])
    return [ids[one.number] for one in found]


def _alerts(books: IndexFile, known: list[Sighting], new: list[Sighting]) -> None:
    right = wrong = false = 0
    for seen in (*known, *new):
        found = search(books, told(_query(seen)), 1).found
        if not found or found[0].fit.bits < ALERT_BITS:
            continue
        if not seen.of:
            false += 1
        elif books.ids([found[0].number])[found[0].number] == seen.of:
            right += 1
        else:
            wrong += 1
    print(f"at “possible”: top-1 right {right / len(known):.3f}, wrong {wrong / len(known):.3f};"
          f" false alert on a new person {false / len(new):.3f}")  # fmt: skip


def _plain(names: Iterable[str]) -> str:
    spread = unicodedata.normalize("NFKD", " ".join(names).lower())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def _fts5(people: list[Record]) -> Ask:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE person USING fts5(name, id UNINDEXED, tokenize=trigram)")
    database.executemany("INSERT INTO person VALUES (?, ?)",
                         ((_plain(one.names), one.id) for one in people))  # fmt: skip

    def ask(query: Record) -> list[str]:
        text = _plain(query.names)
        trigrams = {text[at : at + 3].replace('"', "") for at in range(len(text) - 2)}
        match = " OR ".join(f'"{one}"' for one in sorted(trigrams) if len(one) == 3)
        rows = database.execute(
            "SELECT id FROM person WHERE name MATCH ? ORDER BY rank LIMIT ?", (match, TOP)
        )
        return [row[0] for row in rows]

    return ask


class _pg_trgm:  # noqa: N801 - used as a function
    """PostgreSQL's trigrams on the same names, in a throw-away cluster."""

    def __init__(self, people: list[Record]) -> None:
        self._people = people

    def __enter__(self) -> Ask:
        import psycopg

        sys.path.insert(0, str(HERE / "tests/postgresql"))
        from cluster import cluster

        self._cluster = cluster()
        connection = psycopg.connect(self._cluster.__enter__(), autocommit=True)
        connection.execute("CREATE EXTENSION pg_trgm")
        connection.execute("CREATE TABLE person (id text, name text)")
        with connection.cursor().copy("COPY person FROM STDIN") as copy:
            for one in self._people:
                copy.write_row((one.id, _plain(one.names)))
        connection.execute("CREATE INDEX ON person USING gin (name gin_trgm_ops)")
        connection.execute("ANALYZE person")
        self._connection = connection

        def ask(query: Record) -> list[str]:
            text = _plain(query.names)
            rows = connection.execute(
                "SELECT id FROM person WHERE name %% %s ORDER BY similarity(name, %s) DESC"
                " LIMIT %s", (text, text, TOP),
            )  # fmt: skip
            return [row[0] for row in rows]

        return ask

    def __exit__(self, *raised: object) -> None:
        self._connection.close()
        self._cluster.__exit__(None, None, None)


if __name__ == "__main__":
    sys.exit(main())
