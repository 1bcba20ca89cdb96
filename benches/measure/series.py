"""Daily arrivals to forecast: real series from files beside the project, and made-up regimes."""

import csv
import os
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("SERAI_SHARED", ROOT.parent / "shared" / "data")) / "arrivals"
FLOWS = ("uk_small_boats_2018_2022", "ukraine_to_poland_2022", "ukraine_to_hungary_2022")
DAILY_FROM = 700  # of the boats: before, nearly every day is empty
TOTAL, TOTAL_DAYS = "south_sudan_reported_cumulative_2013_2017", 130  # daily only at first
DAYS, SEED = 160, 7


def real() -> dict[str, Floats]:
    """The series that are there; none where the files are not."""
    found = {name: _flow(SHARED / f"{name}.csv") for name in FLOWS if _is_there(name)}
    if "uk_small_boats_2018_2022" in found:
        found["uk_small_boats_2018_2022"] = found["uk_small_boats_2018_2022"][DAILY_FROM:]
    if _is_there(TOTAL):
        found["south_sudan_steps_2013_2014"] = _steps(SHARED / f"{TOTAL}.csv")
    return found


def made_up() -> dict[str, Floats]:
    """One series of each regime we could think of; the seed is fixed."""
    chance = np.random.default_rng(SEED)
    regimes: dict[str, Callable[[Generator], Floats]] = {
        "bursts, short": lambda one: _bursts(one, 0.3, 0.35, 0.8, 400),
        "bursts, long": lambda one: _bursts(one, 0.15, 0.2, 1.0, 2000),
        "a sea and its weather": _sea,
        "ramp, decay, weekends": _ramp,
        "a level that wanders": _wanders,
        "shut to a trickle": _trickle,
        "one great influx": _influx,
        "closed at weekends": _weekends,
        "a few a day": _few,
    }
    return {name: regime(chance) for name, regime in regimes.items()}


def _is_there(name: str) -> bool:
    return (SHARED / f"{name}.csv").exists()


def _flow(file: Path) -> Floats:
    with file.open(encoding="utf-8") as rows:
        return np.array([float(row["arrivals"]) for row in csv.DictReader(rows)])


def _steps(file: Path) -> Floats:
    """What a running total grew by, where two days in a row were reported; else unknown."""
    with file.open(encoding="utf-8") as rows:
        totals = {date.fromisoformat(day): int(total) for day, total in list(csv.reader(rows))[1:]}
    first = min(totals)
    days = [first + timedelta(days=n) for n in range(TOTAL_DAYS + 1)]
    return np.array(
        [
            max(0, totals[day] - totals[eve]) if day in totals and eve in totals else np.nan
            for eve, day in pairwise(days)
        ]
    )


def _people(chance: Generator, means: Floats, size: float) -> Floats:
    """Negative binomial counts around these means."""
    return chance.poisson(chance.gamma(size, np.maximum(means, 1e-9) / size)).astype(float)


def _bursts(chance: Generator, opens: float, shuts: float, spread: float, usual: float) -> Floats:
    means, is_open, level = np.zeros(DAYS), False, usual
    for day in range(DAYS):
        was, draw = is_open, chance.random()
        is_open = draw > shuts if was else draw < opens
        if is_open and not was:
            level = usual * np.exp(spread * chance.normal())
        means[day] = level if is_open else 0
    return np.where(means > 0, _people(chance, means, 2.5), 0.0)


def _sea(chance: Generator) -> Floats:
    weather = np.zeros(DAYS)
    for day in range(1, DAYS):
        weather[day] = 0.55 * weather[day - 1] + 0.9 * chance.normal()
    season = np.exp(5 + 0.8 * np.sin(np.arange(DAYS) / 25))
    return _people(chance, season * np.exp(weather - 0.5), 3.0)


def _ramp(chance: Generator) -> Floats:
    day = np.arange(DAYS)
    means = 30_000 * np.exp(-(((day - 25) / 14) ** 2)) + 9000 * np.exp(-day / 90) + 300
    week = np.array([1, 1.05, 1.1, 1.2, 1.15, 0.8, 0.7])[day % 7]
    return _people(chance, means * week * _wandering(chance, 0.04), 120.0)


def _wanders(chance: Generator) -> Floats:
    week = np.array([1, 1, 1, 1.1, 1.1, 0.95, 0.9])[np.arange(DAYS) % 7]
    return _people(chance, 5000 * _wandering(chance, 0.12) * week, 60.0)


def _trickle(chance: Generator) -> Floats:
    counts = _people(chance, 800 * _wandering(chance, 0.08), 8.0)
    for start, end in ((40, 52), (70, 74), (100, 130)):
        counts[start:end] = chance.poisson(6, end - start)
    return counts


def _influx(chance: Generator) -> Floats:
    day = np.arange(DAYS)
    return _people(chance, np.where(day < 30, 20, 15_000 * np.exp(-(day - 30) / 18) + 300), 6.0)


def _weekends(chance: Generator) -> Floats:
    closed = np.arange(DAYS) % 7 >= 5
    return np.where(closed, chance.poisson(3, DAYS), _people(chance, np.full(DAYS, 600.0), 10.0))


def _few(chance: Generator) -> Floats:
    return _people(chance, 2.5 * _wandering(chance, 0.1), 2.0)


def _wandering(chance: Generator, step: float) -> Floats:
    return np.asarray(np.exp(np.cumsum(chance.normal(size=DAYS) * step)))
