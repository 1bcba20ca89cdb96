"""The books at any hour, and the independent checker that must accept them."""

import subprocess
import sys
from pathlib import Path

import pytest

from serai.core import events, ledger
from serai.core.clock import HOUR_MS, from_ms
from serai.journal.load import load
from serai.journal.store import Author, writing
from serai.registry.books import beancount_lines, books_at
from serai.registry.models import Headcount
from serai.registry.queries import balances
from serai.simulation.operation import operation

pytestmark = pytest.mark.django_db
SEED = 11
SCALE = 0.01


def test_balances_of_a_past_hour_are_those_of_that_hour(
    station: str, clerk: Author, now_ms: int
) -> None:
    with writing(clerk) as pen:
        for hours, count in ((30, 5), (3, 7)):
            legs = ledger.counted_in("outside", "reception", {"man": count})
            pen.append(
                events.ArrivalCounted(
                    at=now_ms - hours * HOUR_MS,
                    arrival=f"a{hours}",
                    code="G",
                    place="reception",
                    counts={"man": count},
                    legs=legs,
                )
            )
    asked = [balances(now_ms - hours * HOUR_MS).get("reception", {}) for hours in (31, 30, 4, 3)]
    assert asked == [{}, {"man": 5}, {"man": 5}, {"man": 12}]
    assert balances()["reception"] == {"man": 12}


def test_every_account_together_is_zero_at_every_hour_of_the_operation(db: None) -> None:
    told = operation(SEED, scale=SCALE)
    load(told.drafts)
    first, last = told.drafts[0].at_ms, told.drafts[-1].at_ms
    for at_ms in range(first, last + HOUR_MS, 97 * HOUR_MS):
        books = books_at(at_ms)
        assert books.total() == 0, books
        assert all(place.total >= 0 for place in books.places), books


def test_planted_miscounts_are_found_by_place_and_day_and_no_other(db: None) -> None:
    told = operation(SEED, scale=SCALE)
    load(told.drafts)
    found = books_at(told.drafts[-1].at_ms).discrepancies
    assert told.planted, "nothing was planted: the test proves nothing"
    assert sorted((gap.place, gap.at, gap.amount) for gap in found) == sorted(
        (one.place, from_ms(one.at_ms).isoformat(), one.amount) for one in told.planted
    )


def test_beancount_accepts_the_books_with_every_headcount_asserted(
    db: None, tmp_path: Path
) -> None:
    load(operation(SEED, scale=SCALE).drafts)
    lines = list(beancount_lines())
    assert sum(" balance " in line for line in lines) == Headcount.objects.count() > 0
    assert _checked(tmp_path, lines) == ""


def test_beancount_finds_one_person_taken_out_of_the_books(db: None, tmp_path: Path) -> None:
    load(operation(SEED, scale=SCALE).drafts)
    lines = list(beancount_lines())
    start = next(
        number for number, line in enumerate(lines) if '"arrival_counted"' in line and number > 50
    )
    source, target = start + 3, start + 4
    count = int(lines[target].split()[-2])
    lines[source] = lines[source].replace(f"-{count} ", f"-{count + 1} ")
    lines[target] = lines[target].replace(f" {count} ", f" {count + 1} ")
    said = _checked(tmp_path, lines)
    account = lines[target].split()[0].rpartition(":")[0]
    assert "Balance failed" in said
    assert account in said


def _checked(folder: Path, lines: list[str]) -> str:
    """What bean-check says; nothing when it accepts."""
    file = folder / "books.beancount"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    check = "from beancount.scripts.check import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", check, str(file)], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr
