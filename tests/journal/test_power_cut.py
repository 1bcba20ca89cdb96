"""The power is cut between any two disk operations: what was acknowledged is still there.

The statements are those that real gate commands send to SQLite, recorded and played again on a
simulated disk, with the same pragmas as a station's. The control with NORMAL must lose something,
or the simulation would prove nothing.
"""

import random

import apsw
import pytest
from django.db import connection
from tests.journal.simulated_disk import Disk, DiskVFS, PowerCut

from serai.core import events, ledger
from serai.journal.store import Author, writing
from serai.project.database import SQLITE_OPTIONS

CUTS = 300
CONTROL_CUTS = 80
COMMANDS = 12
SEED = 20190307
FILE = "/station.sqlite3"
Commands = list[list[str]]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.sqlite,  # PostgreSQL keeps promises of its own
]


@pytest.fixture
def recorded() -> tuple[list[str], Commands]:
    """The tables' definitions, and the statements of each command as SQLite saw them."""
    connection.ensure_connection()
    tables = [
        row[0]
        for row in connection.connection.execute(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"
            " AND (tbl_name LIKE 'journal_%' OR tbl_name LIKE 'registry_%')"
        )
    ]
    commands: Commands = []
    for number in range(COMMANDS):
        statements: list[str] = []
        connection.connection.set_trace_callback(statements.append)
        _count_a_group(number)
        connection.connection.set_trace_callback(None)
        commands.append(statements)
    return tables, commands


def test_nothing_acknowledged_is_lost_when_the_power_is_cut(
    recorded: tuple[list[str], Commands],
) -> None:
    lost, torn = _cuts(*recorded, synchronous="FULL", cuts=CUTS)
    print(f"FULL: seed {SEED}, {CUTS} cuts, {lost} lost, {torn} torn")
    assert (lost, torn) == (0, 0)


def test_the_control_without_full_sync_loses_acknowledged_work(
    recorded: tuple[list[str], Commands],
) -> None:
    lost, torn = _cuts(*recorded, synchronous="NORMAL", cuts=CONTROL_CUTS)
    print(f"NORMAL: seed {SEED}, {CONTROL_CUTS} cuts, {lost} lost, {torn} torn")
    assert lost >= CONTROL_CUTS // 2


def _count_a_group(number: int) -> None:
    with writing(Author("amal", "reception"), f"form-{number}") as pen:
        legs = ledger.counted_in("outside", "reception", {"man": 1})
        body = events.ArrivalCounted(
            at=pen.now_ms, arrival=f"a{number}", code=f"G-{number}", place="reception",
            counts={"man": 1}, legs=legs, station_mark=pen.station_mark,
            token_first=number, token_last=number,
        )  # fmt: skip
        pen.append(body)


def _cuts(tables: list[str], commands: Commands, synchronous: str, cuts: int) -> tuple[int, int]:
    asked = f"synchronous={synchronous}"
    pragmas = str(SQLITE_OPTIONS["init_command"]).replace("synchronous=FULL", asked)
    assert asked in pragmas
    created = _created(tables, pragmas)
    whole = Disk(created)
    _play(whole, commands, pragmas)
    chance = random.Random(SEED)
    lost = torn = 0
    for number in range(cuts):
        disk = Disk(created)
        disk.cut_after = chance.randrange(1, whole.operations + 1)
        acknowledged = _play(disk, commands, pragmas)
        held, sound = _found(disk.after_the_cut(SEED + number))
        lost += held < acknowledged
        torn += not sound
    return lost, torn


def _created(tables: list[str], pragmas: str) -> dict[str, bytes]:
    disk = Disk()
    database = _opened(disk, pragmas)
    for definition in tables:
        database.execute(definition)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return {name: bytes(blocks.seen) for name, blocks in disk.files.items()}


def _play(disk: Disk, commands: Commands, pragmas: str) -> int:
    """Plays the commands until the power is cut; answers how many were acknowledged."""
    acknowledged = 0
    try:
        database = _opened(disk, pragmas)
        for statements in commands:
            for statement in statements:
                database.execute(statement)
            acknowledged += 1
        disk.switch_off()
    except (PowerCut, apsw.Error):
        pass
    return acknowledged


def _found(files: dict[str, bytes]) -> tuple[int, bool]:
    """How many commands the disk holds after the cut, and whether events and rows agree."""
    if FILE not in files:
        return -1, False
    try:
        database = _opened(Disk(files), "")
        held = database.execute("SELECT COUNT(*) FROM journal_event").fetchone()[0]
        rows = database.execute(
            "SELECT COALESCE(SUM(count), 0) FROM registry_balance WHERE place = 'reception'"
        ).fetchone()[0]
        whole = database.execute("PRAGMA integrity_check").fetchone()[0]
    except apsw.Error:
        return -1, False
    return held, held == rows and whole == "ok"


def _opened(disk: Disk, pragmas: str) -> apsw.Connection:
    name = f"disk-{id(disk)}"
    vfs = DiskVFS(name, disk)
    database = apsw.Connection(FILE, vfs=name)
    disk.keep = vfs
    database.pragma("locking_mode", "exclusive")  # the simulated disk has no shared memory
    for pragma in pragmas.split(";"):
        if pragma.strip() and "mmap" not in pragma:
            database.execute(pragma)
    return database
