"""A `serai` that has everything imported: `python warm_serai.py`, one command a line of JSON.

A station's command spends a second on imports before it does anything. Here one process imports
once and forks for each command: every command is a process of its own, with its own environment,
streams and exit code, as for a script. Whatever is about the start itself runs `python -m serai`.
"""

import gc
import io
import json
import os
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from typing import Any

OWNER_ONLY = 0o600
# none of them reads a setting or a variable of serai when it is imported
BEFORE = (
    "django.contrib.auth.hashers", "django.core.management.commands.migrate",
    "django.db.backends.sqlite3.base", "django.db.migrations.executor", "django.forms",
    "django.template.loader_tags", "nacl.signing", "numpy", "openpyxl", "serai.cli.command",
    "serai.core.events", "serai.core.matching", "serai.core.reports", "serai.nameindex",
    "serai.simulation.operation",
)  # fmt: skip


def main() -> None:
    """Answers the exit code of each command, until there are no more."""
    _warm()
    gc.freeze()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            answers.close()
            _become(json.loads(line))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), file=answers, flush=True)


def _warm() -> None:
    for module in BEFORE:
        import_module(module)
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        import_module("serai.cli.command").run(["forecast", "no-such-file.csv"])
    import_module("serai.core.reports").read("About 400 people fled Hajin, officials said.")
    gc.collect()


def _become(asked: dict[str, Any]) -> None:
    """Ends like any process: what it left open is closed on the way out."""
    signal.alarm(asked["seconds"])  # a command that hangs is ended, and answers what ended it
    os.environ.clear()
    os.environ.update(asked["environment"])
    for stream, file in ((1, asked["out"]), (2, asked["err"])):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT, OWNER_ONLY), stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.argv = ["serai", *asked["words"]]
    import_module("serai.cli").main()


if __name__ == "__main__":
    main()
