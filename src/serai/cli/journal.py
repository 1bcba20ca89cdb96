"""`serai journal`: proving the journal, and making the tables anew from it."""

import typer

from serai.cli import station
from serai.cli.answers import Code, Stop
from serai.cli.progress import step

app = typer.Typer(no_args_is_help=True, help="Prove the journal, or rebuild the tables from it.")


@app.command()
def verify(data: station.Data = station.DATA_DEFAULT) -> None:
    """Check every chain, signature and projected row; exit code 3 when something differs.

    Example: serai journal verify --data /srv/serai
    """
    station.opened(data)
    from serai.journal.verify import verify as prove

    with step("Reading every event and rebuilding every table beside the real one"):
        verdict = prove()
    for difference in verdict.differences:
        print(difference)
    if verdict.differences:
        raise Stop(f"the journal does not verify: {verdict.differences[0]}", Code.UNSOUND)
    print(
        f"Sound: {verdict.events:,} events, {verdict.commits:,} signatures, "
        f"{verdict.tables} tables as the events say."
    )


@app.command()
def rebuild(data: station.Data = station.DATA_DEFAULT) -> None:
    """Make every projected table anew from the events.

    Example: serai journal rebuild --data /srv/serai
    """
    station.opened(data)
    from serai.journal.rebuild import rebuild as make_anew

    with step("Making every table anew"):
        events = make_anew()
    print(f"Made from {events:,} events.")
