"""How long the whole operation takes to seal and project, and how fast tables are made anew.

The same projected rows go by plain `executemany` into equal tables of an empty SQLite file in the
same run: what the same bytes cost without events, folding or proof.
"""

import argparse
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from measure.figures import Watch, at_least, at_most
from measure.station import empty

SEED = 2019
SECONDS_MOST = 90.0
PERSON_EVENTS_LEAST = 280_000
EVENTS_A_SECOND_LEAST = 20_000

Tables = list[tuple[str, list[str], list[tuple[Any, ...]]]]  # creation, indexes, rows


def main() -> None:
    """Loads the operation, rebuilds it, and prints both beside plain inserts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="0.1: a tenth of the people")
    scale: float = parser.parse_args().scale
    with empty() as folder:
        from serai.journal.load import load
        from serai.journal.rebuild import rebuild
        from serai.simulation.operation import baghuz_2019

        with Watch() as living:
            drafts = list(baghuz_2019(SEED, scale=scale))
        people = sum(_people_in(draft.body) for draft in drafts)
        with Watch() as loading:
            load(drafts)
        print(f"lived through in {living.seconds:.1f} s: {len(drafts):,} events of the journal")
        print("person events, named or counted:", at_least(people, PERSON_EVENTS_LEAST * scale))
        print("sealed and projected in", at_most(loading.seconds, SECONDS_MOST, " s"))
        del drafts
        with Watch() as rebuilding:
            events = rebuild()
        tables = _tables()
        rows = sum(len(found) for _, _, found in tables)
        plain = _plain(folder / "plain.sqlite3", tables)
        print(
            f"rebuilt {rows:,} rows in {rebuilding.seconds:.1f} s,"
            f" {rebuilding.processor_seconds:.1f} s of them on the processor"
        )
        seconds = rebuilding.processor_seconds
        print("a second of processor time:")
        print("  journal events:", at_least(events / seconds, EVENTS_A_SECOND_LEAST))
        print("  person events: ", at_least(people / seconds, EVENTS_A_SECOND_LEAST))
        print(f"the same rows by executemany: {plain:.1f} s on the processor,", end=" ")
        print(f"rebuilding takes {seconds / plain:.2f} times as long")


def _people_in(body: Any) -> int:
    """The people an event names, or those it counts when it names nobody."""
    named = sum(subject.startswith("person:") for subject in dict.fromkeys(body.subjects()))
    return named or sum(leg.count for leg in body.posting())


def _tables() -> Tables:
    from serai.journal import rows, sql
    from serai.journal.projecting import projected_models

    found: Tables = []
    for model in projected_models():
        name = model._meta.db_table
        made = sql.every(
            "SELECT sql FROM sqlite_master WHERE tbl_name = %s AND sql IS NOT NULL"
            " ORDER BY type DESC",  # the table before its indexes
            (name,),
        )
        columns = ", ".join(f'"{column}"' for column in rows.shape_of(model).columns)
        held = sql.every(f'SELECT {columns} FROM "{name}"')
        marks = ", ".join("?" * len(rows.shape_of(model).columns))
        insertion = f'INSERT INTO "{name}" ({columns}) VALUES ({marks})'
        found.append((made[0][0], [insertion, *(one[0] for one in made[1:])], held))
    return found


def _plain(path: Path, tables: Tables) -> float:
    from serai.project.database import SQLITE_OPTIONS

    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(str(SQLITE_OPTIONS["init_command"]))
    for creation, _, _ in tables:
        database.execute(creation)
    with Watch() as watch:
        database.execute("BEGIN IMMEDIATE")
        for _, (insertion, *indexes), rows in tables:
            database.executemany(insertion, rows)
            _run(database, indexes)
        database.execute("COMMIT")
    return watch.processor_seconds


def _run(database: sqlite3.Connection, statements: Iterable[str]) -> None:
    for statement in statements:
        database.execute(statement)


if __name__ == "__main__":
    main()
