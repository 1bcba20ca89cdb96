"""Somebody links files that are not as they should be, or the run is killed."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest
from tests.cli.conftest import Serai, one_line

from serai.linkage import pool
from serai.linkage.registry import read_people


def test_a_file_that_is_not_there_and_an_unknown_engine_are_told(
    serai: Serai, tmp_path: Path
) -> None:
    nowhere, out = tmp_path / "nobody.jsonl", tmp_path / "pairs.parquet"
    assert "nobody.jsonl" in one_line(serai("linkage", "run", "--left", nowhere, "--out", out))
    nowhere.write_text("")
    ran = serai("linkage", "run", "--left", nowhere, "--out", out, "--engine", "magic")
    assert ran.returncode == 2
    assert "own, duckdb, splink, spark" in one_line(ran)


def test_a_line_that_is_no_person_is_named(serai: Serai, tmp_path: Path) -> None:
    file = tmp_path / "people.jsonl"
    file.write_text('{"id": "1", "names": ["Hasan Ali"]}\nnot json\n')
    ran = serai("linkage", "run", "--left", file, "--out", tmp_path / "pairs.parquet")
    assert ran.returncode == 1
    assert "line 2" in one_line(ran)


def test_a_file_with_nobody_and_one_without_names_are_refused_with_what_is_known(
    serai: Serai, tmp_path: Path
) -> None:
    empty, strange, out = (tmp_path / name for name in ("empty", "strange", "pairs.parquet"))
    empty.write_text("")
    strange.write_text('{"id": "1", "Full name": "Hasan Ali"}\n')
    assert "nobody in this file" in one_line(serai("linkage", "run", "--left", empty, "--out", out))
    ran = serai("linkage", "run", "--left", strange, "--out", out)
    assert ran.returncode == 1
    assert "Full name" in one_line(ran)
    assert "names" in one_line(ran)


def test_one_name_instead_of_a_list_and_numbers_instead_of_texts_are_read(tmp_path: Path) -> None:
    file = tmp_path / "people.jsonl"
    file.write_text('{"id": 7, "name": "Hasan Ali", "born_on": 19860430, "phone": 9647701234567}\n')
    people = read_people(file)
    assert people.ids == ["7"]
    assert people.told(0).chains[0].words == ("hasan", "ali")
    assert (people.born_on.tolist(), people.phone.tolist()) == ([19860430], [1234567])


def test_a_worker_that_is_killed_ends_the_run_instead_of_waiting_for_ever() -> None:
    with pytest.raises(BrokenExecutor), pool.workers() as each:
        list(each(_killed_at, [1, 2, 3]))
    with pool.workers() as each:
        assert list(each(str, range(9))) == [str(one) for one in range(9)]


def test_workers_end_with_a_command_that_is_killed(tmp_path: Path) -> None:
    told = tmp_path / "workers"
    code = (
        "import multiprocessing, os, signal\nfrom pathlib import Path\n"
        "from serai.linkage.pool import workers\n"
        "with workers() as each:\n"
        "    ids = [str(one.pid) for one in multiprocessing.active_children()]\n"
        f"    Path({str(told)!r}).write_text(' '.join(ids))\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -signal.SIGKILL
    workers = told.read_text().split()
    assert len(workers) == pool.WORKERS
    for _ in range(100):
        if not any(_runs(one) for one in workers):
            return
        time.sleep(0.1)
    raise AssertionError(workers)


def _killed_at(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _runs(process: str) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
