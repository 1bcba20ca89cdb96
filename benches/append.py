"""How fast one event is written with everything that follows from it, beside a bare row's commit.

Both on real files, synced before they answer (WAL, synchronous=FULL), in alternating blocks, so
that whatever else the machine does slows both alike.
"""

import sqlite3
import statistics
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from time import perf_counter

from measure.figures import at_least, milliseconds
from measure.station import SMALL, opened, training

RATIO_LEAST = 0.4
ROUNDS = 12
APPENDS_A_BLOCK = 100
ROW_BYTES = 300  # what an event row takes

Write = Callable[[], None]


def main() -> None:
    """Alternates blocks of bare commits and appends, and prints both with their ratio."""
    with training(SMALL) as folder:
        opened(folder)
        bare = _bare(folder / "bare.sqlite3")
        mix = _mix()
        kinds = {name: _appending(bodies) for name, bodies in mix.items()}
        all_bare: list[float] = []
        times: dict[str, list[float]] = {name: [] for name in kinds}
        ratios: list[float] = []
        for _ in range(ROUNDS):
            bare_block = _block(bare, APPENDS_A_BLOCK)
            ours_block: list[float] = []
            for name, write in kinds.items():
                block = _block(write, APPENDS_A_BLOCK // len(kinds))
                times[name].extend(block)
                ours_block.extend(block)
            all_bare.extend(bare_block)
            ratios.append((sum(bare_block) / len(bare_block)) / (sum(ours_block) / len(ours_block)))
        ours = [one for block in times.values() for one in block]
        print(
            f"bare row     {milliseconds(all_bare)}  {len(all_bare) / sum(all_bare):,.0f} a second"
        )
        for name, block in times.items():
            print(f"{name:12} {milliseconds(block)}")
        print(f"all four     {milliseconds(ours)}  {len(ours) / sum(ours):,.0f} a second")
        print("ratio to bare, median of rounds:", at_least(statistics.median(ratios), RATIO_LEAST))


def _bare(path: Path) -> Write:
    """One row a commit through Python's sqlite3, with the station's own settings."""
    from serai.project.database import SQLITE_OPTIONS

    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(str(SQLITE_OPTIONS["init_command"]))
    database.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    body = bytes(ROW_BYTES)

    def write() -> None:
        database.execute("BEGIN IMMEDIATE")
        database.execute("INSERT INTO event (body) VALUES (?)", (body,))
        database.execute("COMMIT")

    return write


def _appending(bodies: "Iterator[Callable[..., object]]") -> Write:
    from serai.journal.store import Author, writing

    author = Author("bench", "reception")

    def write() -> None:
        with writing(author) as pen:
            pen.append(next(bodies)(pen))

    return write


def _mix() -> "dict[str, Iterator[Callable[..., object]]]":
    from serai.core.events import ArrivalCounted, PersonSeen, ReliefHanded, ScreeningRecorded
    from serai.core.ledger import counted_in
    from serai.core.relief import handed_from
    from serai.registry.models import Household, Person

    households = list(Household.objects.exclude(token="").order_by("id")[:400])
    people = {one.id: [] for one in households}
    for person, household in Person.objects.filter(household__in=people).values_list(
        "id", "household"
    ):
        people[household].append(person)
    families = [(one, tuple(people[one.id])) for one in households if people[one.id]]
    numbers = iter(range(1_000_000))

    def count(pen):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        counts = {"man": 3, "woman": 15, "boy": 12, "girl": 10}
        first = 100_000 + 10 * next(numbers)
        return ArrivalCounted(
            at=pen.now_ms, arrival=pen.new_id(), code=f"G-{first}", place="reception",
            counts=counts, came_from="baghuz", came_by="truck", station_mark=pen.station_mark,
            token_first=first, token_last=first + 9,
            legs=counted_in("outside", "reception", counts),
        )  # fmt: skip

    def hand(one, members):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return lambda pen: ReliefHanded(
            at=pen.now_ms, household=one.id, place="al-hol", store="al-hol",
            grants=(f"water|{next(numbers)}", f"food|{next(numbers)}"),
            legs=handed_from("al-hol", {"water": 5 * one.size, "food": one.size}),
            token=one.token, collected_by=members[0],
        )  # fmt: skip

    def see(members):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return lambda pen: PersonSeen(
            at=pen.now_ms, people=members, place="al-hol", occasion="meal"
        )

    def screen(members):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        return lambda pen: ScreeningRecorded(
            at=pen.now_ms, people=members, place="screening", lane="women", outcome="on"
        )

    return {
        "gate count": cycle([count]),
        "hand-out": cycle([hand(one, members) for one, members in families]),
        "family seen": cycle([see(members) for _, members in families]),
        "screening": cycle([screen(members) for _, members in families]),
    }


def _block(write: Write, count: int) -> list[float]:
    times = []
    for _ in range(count):
        start = perf_counter()
        write()
        times.append(perf_counter() - start)
    return times


if __name__ == "__main__":
    main()
