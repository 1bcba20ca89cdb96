"""The books of a whole operation at any hour, and the independent checker that must accept them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from serai.core.clock import HOUR_MS, from_ms
from serai.journal.load import load
from serai.registry.books import beancount_lines, books_at
from serai.registry.models import Headcount
from serai.simulation.operation import Operation, operation

pytestmark = pytest.mark.django_db
SEED = 11
SCALE = 0.01


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Operation]:
    """A small operation, in the books for all tests of this file; each sees it untouched."""
    with django_db_blocker.unblock(), transaction.atomic():
        small = operation(SEED, scale=SCALE)
        load(small.drafts)
        yield small
        transaction.set_rollback(True)


def test_every_account_together_is_zero_at_every_hour_of_the_operation(told: Operation) -> None:
    first, last = told.drafts[0].at_ms, told.drafts[-1].at_ms
    for at_ms in range(first, last + HOUR_MS, 97 * HOUR_MS):
        books = books_at(at_ms)
        assert books.total() == 0, books
        assert all(place.total >= 0 for place in books.places), books


def test_planted_miscounts_are_found_by_place_and_day_and_no_other(told: Operation) -> None:
    found = books_at(told.drafts[-1].at_ms).discrepancies
    assert told.planted, "nothing was planted: the test proves nothing"
    assert sorted((gap.place, gap.at, gap.amount) for gap in found) == sorted(
        (one.place, from_ms(one.at_ms).isoformat(), one.amount) for one in told.planted
    )


def test_beancount_accepts_the_books_with_every_headcount_asserted(
    told: Operation, tmp_path: Path
) -> None:
    lines = list(beancount_lines())
    assert sum(" balance " in line for line in lines) == Headcount.objects.count() > 0
    assert _checked(tmp_path, lines) == ""


def test_beancount_finds_one_person_taken_out_of_the_books(told: Operation, tmp_path: Path) -> None:
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
