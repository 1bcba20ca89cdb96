"""The command as a script meets it: a process of its own, an exit code, two streams."""

import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

HERE = Path(__file__).parent
WARM = Path(__file__).with_name("warm_serai.py")
RUN_SECONDS_MAX = 300
START_SECONDS_MAX = 180  # room for making a small training first
PASSWORD = "four words for tests"
Ran = subprocess.CompletedProcess[str]
Serai = Callable[..., Ran]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every command is a process."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.slow)


def environment() -> dict[str, str]:
    """Ours, without what points at another station."""
    return {name: text for name, text in os.environ.items() if not name.startswith("SERAI_")} | {
        "SERAI_PASSWORD": PASSWORD
    }


def start(
    *words: object, settings: dict[str, str] | None = None, **more: object
) -> "subprocess.Popen[str]":
    """Starts `serai` with these words."""
    command = [sys.executable, "-m", "serai", *map(str, words)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, env=environment() | (settings or {}), **pipes, **more)  # type: ignore[call-overload,no-any-return]


class Warm:
    """Runs commands without importing everything again for each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, str(WARM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, *words: object, settings: dict[str, str] | None = None) -> Ran:
        """The command's exit code and what it wrote."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        out, err = self.folder / "out", self.folder / "err"
        out.unlink(missing_ok=True)
        err.unlink(missing_ok=True)
        asked = {
            "words": [str(word) for word in words], "environment": environment() | (settings or {}),
            "out": str(out), "err": str(err), "seconds": RUN_SECONDS_MAX,
        }  # fmt: skip
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        code = int(self.process.stdout.readline())
        return subprocess.CompletedProcess(words, code, out.read_text(), err.read_text())


@pytest.fixture(scope="session")
def serai(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serai]:
    """`serai("books", "--json", data=folder)` runs the command to its end."""
    warm = Warm(tmp_path_factory.mktemp("warm"))

    def run(*words: object, data: Path | None = None, **more: object) -> Ran:
        told = (*words, *(("--data", data) if data else ()))
        if more.keys() <= {"settings"}:
            return warm.run(*told, **more)  # type: ignore[arg-type]
        process = start(*told, **more)
        out, err = process.communicate(timeout=RUN_SECONDS_MAX)
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    yield run
    warm.process.communicate(timeout=RUN_SECONDS_MAX)


def _made_once(paths: pytest.TempPathFactory, name: str, make: Callable[[Path], Ran]) -> Path:
    """The folder of that name, made by the first of the test processes that asks for it."""
    own = paths.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, done = shared / name / "station", shared / name / "done"
    folder.parent.mkdir(exist_ok=True)
    with (folder.parent / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            made = make(folder)
            assert made.returncode == 0, made.stderr
            done.touch()
    return folder


@pytest.fixture(scope="session")
def pattern(serai: Serai, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new station, to be copied and never changed."""
    return _made_once(
        tmp_path_factory, "pattern", lambda to: serai("init", "--name", "Desert", data=to)
    )


@pytest.fixture
def new_station(pattern: Path, tmp_path: Path) -> Path:
    """The folder of a new, empty station."""
    return Path(shutil.copytree(pattern, tmp_path / "station"))


@pytest.fixture(scope="session")
def training_pattern(serai: Serai, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small training station, to be read, or copied before it is changed."""
    small = ("demo", "--no-serve", "--scale", "0.005")
    return _made_once(tmp_path_factory, "training", lambda to: serai(*small, data=to))


@pytest.fixture
def training(training_pattern: Path, tmp_path: Path) -> Path:
    """The folder of a small training station."""
    return Path(shutil.copytree(training_pattern, tmp_path / "training"))


@pytest.fixture
def port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


@pytest.fixture
def serving(port: int) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Starts a serving command and waits until a page comes; ends it after the test."""
    running = []

    def serve(*words: object, data: Path) -> "subprocess.Popen[str]":
        process = start(*words, "--port", port, "--host", "127.0.0.1", "--data", data)
        running.append(process)
        _wait_for_a_page(process, port)
        return process

    yield serve
    for process in running:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.communicate(timeout=START_SECONDS_MAX)


def one_line(ran: Ran) -> str:
    """What the command said about its failure: exactly one line, and no traceback."""
    lines = [line for line in ran.stderr.splitlines() if line.startswith("serai: ")]
    assert len(lines) == 1, ran.stderr
    assert "Traceback" not in ran.stderr
    assert ran.stderr.splitlines()[-1] == lines[0]
    return lines[0]


def _wait_for_a_page(process: "subprocess.Popen[str]", port: int) -> None:
    until = time.monotonic() + START_SECONDS_MAX
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    process.kill()
    raise AssertionError(f"no page came: {process.communicate()}")
