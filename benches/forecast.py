"""Bench: forecasts of arrivals beside the naive one, on real and made-up series, and their time.

Naive is the last day for every day to come (and so many times it for sums). Its band reaches as far
as four in five of the changes of that many days within the same history. The score is the weighted
interval score of the middle and the 80 % band, divided by the mean change from day to day over the
60 days before; histories are cut to 5, 7, 14 and 28 days.

Run: python benches/forecast.py [--constants]. With --constants, the constants are chosen again for
every series on all others, and judged on the one left out.
"""

import itertools
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benches.measure.series import SHARED, Floats, made_up, real  # noqa: E402

from serai.core.forecast import COUNTS_MIN, arrivals, forecast  # noqa: E402

HISTORIES = (5, 7, 14, 28)
HORIZONS = (("day", 1), ("day", 3), ("day", 7), ("sum", 3), ("sum", 7))
TARGETS = {("day", 1): 0.97, ("day", 3): 0.90, ("day", 7): 0.95}
SCALE_DAYS = 60
ORIGINS_A_SERIES = 36
SHARE = 0.8
CHOICES = {
    "SIZE_USUAL": (4.0, 10.0),
    "SMOOTH_FORGETS": (0.0, 1.5),
    "GROWTH_A_DAY": (0.5, 0.8),
}
Row = tuple[float, float, bool]  # our score, the naive score, whether it lay in our band
Scores = dict[tuple[str, int], list[Row]]


def main() -> None:
    """Prints the figures of every series, of all together, and the milliseconds a fit."""
    real_ones, others = real(), made_up()
    if not real_ones:
        print(f"real series: skipped, no files at {SHARED}")
    every = {**real_ones, **others}
    print(f"{'series':32}" + "".join(f"{f'{kind} {n}':>12}" for kind, n in HORIZONS))
    start, fits = time.process_time(), 0
    scores = {name: _scores(counts) for name, counts in every.items()}
    fits = sum(len(rows[HORIZONS[0]]) for rows in scores.values())
    spent = time.process_time() - start
    for name, rows in scores.items():
        print(_line(name, [rows]))
    if real_ones:
        print(_line("REAL, pooled", [scores[name] for name in real_ones]))
    print(_line("ALL, pooled", list(scores.values())))
    print(_ratios("ALL, mean of their ratios", list(scores.values())))
    print("wanted" + " " * 26 + "".join(f"{TARGETS.get(one, ''):>6}{'':6}" for one in HORIZONS))
    print(f"each: score / naive score, share in the band; {1000 * spent / fits:.1f} ms a fit")
    if "--constants" in sys.argv:
        _leave_one_out(every)


def _scores(counts: Floats) -> Scores:
    rows: Scores = {one: [] for one in HORIZONS}
    for scale, history, coming in _origins(counts):
        made = forecast(history.tolist())
        known = history[~np.isnan(history)]
        for kind, n in HORIZONS:
            came = float(coming[n - 1] if kind == "day" else coming[:n].sum())
            if np.isnan(came):
                continue
            band = made.days[n - 1] if kind == "day" else made.sum(n)
            ours = _score(came, band.low, band.median, band.high)
            naive = _score(came, *_naive(known, kind, n))
            size = scale * (n if kind == "sum" else 1)
            rows[kind, n].append((ours / size, naive / size, band.low <= came <= band.high))
    return rows


def _origins(counts: Floats) -> Iterator[tuple[float, Floats, Floats]]:
    """The scale, the history and the coming week, at days spread evenly over the series."""
    days = np.linspace(max(HISTORIES), len(counts) - 7, ORIGINS_A_SERIES).astype(int)
    for day, length in itertools.product(days.tolist(), HISTORIES):
        changes = np.abs(np.diff(counts[max(0, day - SCALE_DAYS) : day]))
        scale = float(np.nanmean(changes))
        history = counts[day - length : day]
        if scale > 0 and (~np.isnan(history)).sum() >= COUNTS_MIN:
            yield scale, history, counts[day : day + 7]


def _naive(known: Floats, kind: str, n: int) -> tuple[float, float, float]:
    times = n if kind == "sum" else 1
    apart = min(n, len(known) - 1)
    reach = times * float(np.quantile(np.abs(known[apart:] - known[:-apart]), SHARE))
    last = times * float(known[-1])
    return max(0.0, last - reach), last, last + reach


def _score(came: float, low: float, median: float, high: float) -> float:
    """The weighted interval score of a middle and an 80 % band (Bracher and others, 2021)."""
    outside = max(low - came, 0) + max(came - high, 0)
    interval = (1 - SHARE) * (high - low) + 2 * outside
    return (abs(came - median) / 2 + interval / 2) / 1.5


def _line(name: str, many: list[Scores]) -> str:
    """Every series weighs the same, however long it is."""
    cells = []
    for one in HORIZONS:
        ours, naive, held = np.mean([np.mean(rows[one], axis=0) for rows in many], axis=0)
        cells.append(f"{ours / naive:>6.3f}{100 * held:>4.0f} %")
    return f"{name[:31]:32}" + "".join(cells)


def _ratios(name: str, many: list[Scores]) -> str:
    """Pooled scores hang on the one series whose influx nobody could foresee; ratios do not."""
    cells = []
    for one in HORIZONS:
        means = np.array([np.mean(rows[one], axis=0) for rows in many])
        cells.append(
            f"{np.mean(means[:, 0] / means[:, 1]):>6.3f}{100 * means[:, 2].mean():>4.0f} %"
        )
    return f"{name[:31]:32}" + "".join(cells)


def _leave_one_out(every: dict[str, Floats]) -> None:
    """For each series: the constants best on all others, and how they do on it."""
    tried: list[tuple[dict[str, float], dict[str, Scores]]] = []
    kept = {name: getattr(arrivals, name) for name in CHOICES}
    for values in itertools.product(*CHOICES.values()):
        constants = dict(zip(CHOICES, values, strict=True))
        _set(constants)
        tried.append((constants, {name: _scores(counts) for name, counts in every.items()}))
    _set(kept)
    judged = []
    for left_out in every:
        constants, scores = min(
            tried, key=lambda one: sum(_ratio(one[1][name]) for name in every if name != left_out)
        )
        judged.append(scores[left_out])
        print(_line(f"left out: {left_out}", [scores[left_out]]), constants)
    print(_line("LEFT OUT, pooled", judged))


def _ratio(rows: Scores) -> float:
    return float(np.mean([np.divide(*np.mean(rows[one], axis=0)[:2]) for one in HORIZONS]))


def _set(constants: dict[str, Any]) -> None:
    for name, value in constants.items():
        setattr(arrivals, name, value)


if __name__ == "__main__":
    main()
