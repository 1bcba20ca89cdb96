"""An administrator serves a station."""

import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.cli.conftest import Serai, one_line, start

STROKES = """
import random, signal
from serai.cli.bell import Bell
bell = Bell()
signal.signal(signal.SIGALRM, lambda *_: bell.set())
for _ in range(3000):
    bell.clear()
    signal.setitimer(signal.ITIMER_REAL, random.uniform(0.000001, 0.00003))
    bell.wait()
print("heard")
"""


def test_a_page_comes_and_ctrl_c_ends_it_well(
    serving: Callable[..., object], new_station: Path, port: int
) -> None:
    process = serving("up", data=new_station)
    page = urlopen(f"http://127.0.0.1:{port}/").read().decode()
    assert "<form" in page
    process.send_signal(signal.SIGINT)  # type: ignore[attr-defined]
    out, _ = process.communicate(timeout=120)  # type: ignore[attr-defined]
    assert process.returncode == 0  # type: ignore[attr-defined]
    assert f"http://localhost:{port}" in out


def test_a_signal_is_heard_at_whatever_moment_it_comes() -> None:
    """With an event of threading this sleeps for good within the first hundred signals."""
    ran = subprocess.run(
        [sys.executable, "-c", STROKES], capture_output=True, text=True, timeout=240, check=False
    )
    assert ran.stdout == "heard\n", ran.stderr


def test_the_address_is_said_when_the_door_is_open(new_station: Path, port: int) -> None:
    process = start("up", "--port", port, "--host", "127.0.0.1", "--data", new_station)
    assert process.stdout
    try:
        said = process.stdout.readline()
        assert urlopen(f"http://127.0.0.1:{port}/").status == 200
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=120)
    assert f"http://localhost:{port}" in said


def test_a_taken_port_is_named_with_another_one(serai: Serai, new_station: Path, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", port))
        taken.listen()
        ran = serai("up", "--port", port, data=new_station)
    assert ran.returncode == 4
    assert f"Port {port} is taken" in one_line(ran)
    assert f"--port {port + 1}" in ran.stderr


def test_two_servers_do_not_serve_one_folder(
    serai: Serai, serving: Callable[..., object], new_station: Path, port: int
) -> None:
    serving("up", data=new_station)
    ran = serai("up", "--port", port + 1, "--host", "127.0.0.1", data=new_station)
    assert ran.returncode == 4
    assert "Another serai serves" in one_line(ran)


@pytest.mark.parametrize("wrong", ["0", "70000", "eight"])
def test_a_number_that_is_no_port_is_wrong_usage(
    serai: Serai, new_station: Path, wrong: str
) -> None:
    ran = serai("up", "--port", wrong, data=new_station)
    assert ran.returncode == 2
    assert "--port" in one_line(ran)


def test_an_address_this_machine_does_not_have(serai: Serai, new_station: Path, port: int) -> None:
    ran = serai("up", "--host", "192.0.2.77", "--port", port, data=new_station)
    assert ran.returncode == 4
    assert "no address 192.0.2.77" in one_line(ran)
