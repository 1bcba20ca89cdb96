"""Somebody tries serai with the training operation."""

import re
import signal
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import pytest
from tests.cli.conftest import Serai, one_line, start

from serai.journal.wall import TRAINING_PASSWORD

SMALL = ("--scale", "0.005")
STORY_YEAR = 2019


def test_a_second_time_it_is_there_at_once(serai: Serai, training: Path) -> None:
    key = (training / "station.key").read_bytes()
    ran = serai("demo", "--no-serve", data=training)
    assert ran.returncode == 0, ran.stderr
    assert "Password of all of them" in ran.stdout
    assert "Sealing" not in ran.stderr
    assert (training / "station.key").read_bytes() == key


def test_the_printed_sign_in_opens_the_door(
    serving: Callable[..., object], training: Path, port: int
) -> None:
    serving("demo", data=training)
    assert "<form" in urlopen(f"http://127.0.0.1:{port}/").read().decode()


def test_made_and_served_at_one_go_its_clock_runs_on_in_the_days_of_the_story(
    serving: Callable[..., object], tmp_path: Path, port: int
) -> None:
    serving("demo", *SMALL, data=tmp_path / "station")
    page = _first_page(f"http://127.0.0.1:{port}")
    assert "Situation" in page
    assert "probably wrong" not in page
    assert f"{STORY_YEAR}" in page


def test_fresh_starts_over_with_another_seed_and_touches_nothing_else(
    serai: Serai, training: Path
) -> None:
    key = (training / "station.key").read_bytes()
    (training / "letter.txt").write_text("mine")
    ran = serai("demo", "--no-serve", "--fresh", "--seed", 7, *SMALL, data=training)
    assert ran.returncode == 0, ran.stderr
    assert (training / "station.key").read_bytes() != key
    assert (training / "letter.txt").read_text() == "mine"


def test_another_seed_without_fresh_is_refused(serai: Serai, training: Path) -> None:
    ran = serai("demo", "--no-serve", "--seed", 7, data=training)
    assert ran.returncode == 1
    assert "--fresh" in one_line(ran)


@pytest.mark.parametrize("more", [(), ("--fresh",)], ids=["open", "fresh"])
def test_a_station_with_real_people_is_never_a_training(
    serai: Serai, new_station: Path, more: tuple[str, ...]
) -> None:
    before = (new_station / "station.sqlite3").read_bytes()
    ran = serai("demo", "--no-serve", *more, data=new_station)
    assert ran.returncode == 1
    one_line(ran)
    assert (new_station / "station.sqlite3").read_bytes() == before


def test_fresh_does_not_pull_the_folder_from_under_a_running_server(
    serai: Serai, serving: Callable[..., object], training: Path
) -> None:
    serving("up", data=training)
    ran = serai("demo", "--no-serve", "--fresh", *SMALL, data=training)
    assert ran.returncode == 4
    assert "stop it first" in one_line(ran)


def test_a_killed_load_starts_over(serai: Serai, tmp_path: Path) -> None:
    folder = tmp_path / "station"
    process = start("demo", "--no-serve", "--scale", "0.05", "--data", folder)
    _wait_for(folder / "station.sqlite3")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    ran = serai("demo", "--no-serve", *SMALL, data=folder)
    assert ran.returncode == 0, ran.stderr
    assert serai("journal", "verify", data=folder).returncode == 0


def _first_page(address: str) -> str:
    browser = build_opener(HTTPCookieProcessor())
    form = browser.open(address).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form)
    assert token, form
    told = {
        "username": "coordinator",
        "password": TRAINING_PASSWORD,
        "csrfmiddlewaretoken": token[1],
    }
    sent = Request(f"{address}/sign-in/", urlencode(told).encode(), {"Origin": address})
    return str(browser.open(sent).read().decode())


def _wait_for(path: Path) -> None:
    until = time.monotonic() + 240
    while not path.exists():
        assert time.monotonic() < until, f"{path} never came"
        time.sleep(0.01)
