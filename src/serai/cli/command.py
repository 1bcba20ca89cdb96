"""The commands by name, and how their errors become one line and a code."""

import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException

from serai.cli import (
    books,
    demo,
    forecast,
    journal,
    linkage,
    names,
    opening,
    places,
    reports,
    road,
    simulate,
    sitrep,
    up,
)
from serai.cli.answers import Code, Stop, sentence_for

INTERRUPTED = 130  # what shells expect after Ctrl+C

app = typer.Typer(
    name="serai",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Keeps the books of people: counted, named, cared for, moved, housed, found again.",
    epilog="Exit codes: 0 done, 1 refused, 2 wrong usage, 3 does not verify or balance, "
    "4 surroundings (port, folder, disk, database).",
)
app.command("init")(opening.init)
app.command("up")(up.up)
app.command("demo")(demo.demo)
app.command("forecast")(forecast.forecast)
app.command("sitrep")(sitrep.sitrep)
app.add_typer(simulate.app, name="simulate")
app.add_typer(books.app, name="books")
app.add_typer(journal.app, name="journal")
app.add_typer(linkage.app, name="linkage")
app.add_typer(names.app, name="names")
app.add_typer(places.app, name="places")
app.add_typer(reports.app, name="reports")
app.add_typer(road.app, name="road")


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and answers its exit code."""
    try:
        return int(app(args=list(arguments), prog_name="serai", standalone_mode=False) or 0)
    except (KeyboardInterrupt, typer.Abort):
        return _say("stopped", INTERRUPTED)
    except SystemExit:  # typer's own way out when the reader, such as `head`, has seen enough
        return Code.OK
    except Exception as error:
        end = _ending(error)
        if end is None:
            raise
        return _say(str(end), end.code)


def _ending(error: Exception) -> Stop | None:
    if isinstance(error, Stop):
        return error
    if isinstance(error, TyperException):
        words = error.format_message() or "no such command"
        return Stop(f"{words} See: serai --help", Code.USAGE)
    return sentence_for(error)


def _say(sentence: str, code: int) -> int:
    print(f"serai: {' '.join(sentence.split())}", file=sys.stderr)
    return code
