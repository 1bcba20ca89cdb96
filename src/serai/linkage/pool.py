"""Two workers beside the command: they end with it, and it ends where one of them is killed."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

WORKERS = 2
AHEAD = 3  # pieces of work that wait for a worker, so that memory stays bounded
Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]


@contextmanager
def workers() -> Iterator[Each]:
    """A `map` over work, done by forked workers in order.

    Raises concurrent.futures.BrokenExecutor where a worker is killed.
    """
    pool = ProcessPoolExecutor(WORKERS, get_context("fork"), initializer=_end_with_the_command)
    try:
        pool.submit(int).result()  # forked now, before any engine starts threads of its own
        yield lambda function, work: _in_step(pool, function, work)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_step(
    pool: ProcessPoolExecutor, function: Callable[[Any], Any], work: Iterable[Any]
) -> Iterator[Any]:
    """The answers in order; of what is to be done only a little is made ahead."""
    waiting: deque[Future[Any]] = deque()
    for one in work:
        waiting.append(pool.submit(function, one))
        if len(waiting) > AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _end_with_the_command() -> None:
    """A command that is killed tells nobody, and its workers would wait for ever."""
    Thread(target=_watch, daemon=True).start()


def _watch() -> None:
    command = parent_process()
    if command is not None:
        wait([command.sentinel])
        os._exit(1)
