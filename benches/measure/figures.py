"""Figures as the benches print them: middle, slow end, and the ratio beside its target."""

from collections.abc import Sequence
from time import perf_counter, process_time
from types import TracebackType


class Watch:
    """Seconds a block took: `with Watch() as watch: …`, then `watch.seconds`.

    `processor_seconds` are those this process worked: other programs cannot stretch them.
    """

    seconds = 0.0
    processor_seconds = 0.0

    def __enter__(self) -> "Watch":
        self._start, self._worked = perf_counter(), process_time()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.seconds = perf_counter() - self._start
        self.processor_seconds = process_time() - self._worked


def part(times: Sequence[float], percent: int) -> float:
    """The time that this percentage of the times does not pass."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def milliseconds(times: Sequence[float]) -> str:
    """Middle and slow end of times in seconds."""
    return f"p50 {part(times, 50) * 1000:.2f} ms  p95 {part(times, 95) * 1000:.2f} ms"


def at_most(value: float, target: float, unit: str = "") -> str:
    """The value beside a target that it should not pass."""
    return f"{value:.2f}{unit} (target ≤ {target:g}{unit}: {_word(value <= target)})"


def at_least(value: float, target: float, unit: str = "") -> str:
    """The value beside a target that it should reach."""
    return f"{value:,.2f}{unit} (target ≥ {target:,g}{unit}: {_word(value >= target)})"


def _word(reached: bool) -> str:
    return "reached" if reached else "SHORT"
