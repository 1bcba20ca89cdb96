"""How far a long command has come: bars for a terminal, plain lines for a log. All on stderr."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

errors = Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def step(words: str) -> Iterator[None]:
    """A step whose length nobody knows."""
    if not errors.is_terminal:
        errors.print(words, markup=False)
        yield
        return
    with errors.status(words):
        yield
    errors.print(f"{words}: done", markup=False)


class _Tenths:
    """For a log: one line every tenth of the way."""

    def __init__(self, total: int) -> None:
        self.total = max(1, total)
        self.told = 0

    def __call__(self, done: int) -> None:
        tenth = done * 10 // self.total
        if tenth > self.told:
            self.told = tenth
            errors.print(f"  {tenth * 10} %", markup=False)


@contextmanager
def bar(words: str, total: int) -> Iterator[Callable[[int], None]]:
    """A step of known length; the block calls what it gets with how many are done."""
    if not errors.is_terminal:
        errors.print(f"{words} ({total:,})", markup=False)
        yield _Tenths(total)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=errors) as progress:
        task = progress.add_task(words, total=total)
        yield lambda done: progress.update(task, completed=done)
        progress.update(task, completed=total)
