"""Law 3: the server is killed in the middle of the clerks' work; what was answered is there.

Three clerks count groups through the web application while the server is killed with signal 9 at
a random moment, two hundred times (SERAI_KILLS for more). Every count that was answered must be
in the journal with its rows, and nothing may be half there.
"""

import http.client
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.laws.killed_server import CSRF

KILLS = int(os.environ.get("SERAI_KILLS", "200"))
CLERKS = 3
SEED = 20190301
WAIT_SECONDS_MAX = 0.06
FIRST_ANSWER_SECONDS_MAX = 60
SERVER = Path(__file__).parent / "killed_server.py"
VERIFY = (
    "import django; django.setup(); from serai.journal.verify import verify;"
    "print('\\n'.join(verify().differences) or 'sound')"
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.sqlite,  # it is a station's own file that must survive
]


class Station:
    """The warm parent of the servers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ, "SERAI_DATA": str(folder), "SERAI_DATABASE": "",
            "DJANGO_SETTINGS_MODULE": "serai.project.settings",
        }  # fmt: skip
        self.parent = subprocess.Popen(
            [sys.executable, str(SERVER), str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=self.environment,
        )  # fmt: skip
        self.cookies = self._line()

    def serve(self) -> tuple[int, int]:
        """A fresh server's process and port."""
        assert self.parent.stdin is not None
        self.parent.stdin.write("\n")
        self.parent.stdin.flush()
        process, port = self._line().split()
        return int(process), int(port)

    def kill(self, process: int) -> None:
        """Signal 9, and waits until it is gone."""
        os.kill(process, signal.SIGKILL)
        assert self._line() == "gone"

    def _line(self) -> str:
        assert self.parent.stdout is not None
        return self.parent.stdout.readline().strip()


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Station]:
    station = Station(tmp_path)
    yield station
    station.parent.kill()
    station.parent.wait()


def test_a_count_that_was_answered_survives_the_kill(killed: Station) -> None:
    chance = random.Random(SEED)
    answered: list[str] = []
    for number in range(KILLS):
        process, port = killed.serve()
        stop = threading.Event()
        clerks = [
            threading.Thread(target=_count, args=(killed, port, f"{number}-{one}", answered, stop))
            for one in range(CLERKS)
        ]
        for clerk in clerks:
            clerk.start()
        _until_answered(answered, len(answered) + 1)
        time.sleep(chance.uniform(0, WAIT_SECONDS_MAX))
        killed.kill(process)
        stop.set()
        for clerk in clerks:
            clerk.join()
    kept, groups, people, balance = _found(killed.folder)
    print(f"seed {SEED}: {KILLS} kills, {len(answered)} answered, {len(kept)} kept")
    assert len(answered) >= KILLS, "the clerks hardly got to work: the test proves nothing"
    assert set(answered) <= kept
    assert groups == len(kept)
    assert people == balance == 3 * len(kept)
    assert _verified(killed) == "sound"


def _until_answered(answered: list[str], wanted: int) -> None:
    """Waits for the first answer of a server, so that every kill falls into work."""
    patience = time.monotonic() + FIRST_ANSWER_SECONDS_MAX
    while len(answered) < wanted and time.monotonic() < patience:
        time.sleep(0.002)


def _count(
    station: Station, port: int, clerk: str, answered: list[str], stop: threading.Event
) -> None:
    headers = {"Cookie": station.cookies, "Content-Type": "application/x-www-form-urlencoded"}
    number = 0
    while not stop.is_set():
        number += 1
        form = {"operation": f"{clerk}-{number}", "csrfmiddlewaretoken": CSRF, "woman": "3"}
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            line.request("POST", "/reception/", urlencode(form), headers)
            status = line.getresponse().status
        except (OSError, http.client.HTTPException):
            return
        assert status in (302, 303), f"the gate answered {status}"
        answered.append(form["operation"])


def _found(folder: Path) -> tuple[set[str], int, int, int]:
    """The operations kept, the groups, the people in them, and the books of the place."""
    with sqlite3.connect(folder / "station.sqlite3") as database:
        kept = {row[0] for row in database.execute("SELECT operation FROM journal_operation")}
        groups, people = database.execute(
            "SELECT COUNT(*), COALESCE(SUM(total), 0) FROM registry_arrival"
        ).fetchone()
        balance = database.execute(
            "SELECT COALESCE(SUM(count), 0) FROM registry_balance WHERE place = 'reception'"
        ).fetchone()[0]
    return kept, groups, people, balance


def _verified(station: Station) -> str:
    return subprocess.run(
        [sys.executable, "-c", VERIFY], env=station.environment, capture_output=True, text=True,
        check=True,
    ).stdout.strip()  # fmt: skip
