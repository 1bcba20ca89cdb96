"""`serai demo`: a training station that has lived through Baghuz 2019, served at once."""

from pathlib import Path
from typing import Annotated

import typer

from serai.cli import folder as at
from serai.cli import station
from serai.cli.answers import Stop
from serai.cli.loading import load_operation
from serai.cli.simulate import SEED_DEFAULT, Scale
from serai.cli.up import HOST_DEFAULT, PORT_DEFAULT, Host, Port, alone, check_port, serve
from serai.journal.wall import TRAINING_FILE, TRAINING_PASSWORD

STATION_NAME = "Training: Baghuz 2019"


def demo(
    seed: Annotated[
        int | None, typer.Option(help="Another seed gives other people; 2019 when left out.")
    ] = None,
    scale: Scale = 1.0,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Throw the training away, begin anew.")
    ] = False,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Only make it, then end.")] = False,
    port: Port = PORT_DEFAULT,
    host: Host = HOST_DEFAULT,
    data: station.Data = station.DATA_DEFAULT,
) -> None:
    """Make a training station with the operation of Baghuz 2019 (once), and serve it.

    Examples: serai demo; serai demo --fresh --seed 7; serai demo --data /tmp/try --no-serve
    """
    if not no_serve:
        check_port(host, port)
    if fresh:
        _begin_anew(data)
    if at.is_station(data):
        _open_training(data, seed)
    else:
        at.check_unclaimed(data)
        _make(data, SEED_DEFAULT if seed is None else seed, scale)
    _print_sign_in()
    if not no_serve:
        serve(data, host, port)


def _begin_anew(data: Path) -> None:
    if not data.exists() or at.was_interrupted(data):
        return  # an interrupted one is thrown away in any event
    if at.is_station(data) and not at.is_training(data):
        raise Stop(
            f"{data} holds a station with real people in it; --fresh only deletes trainings."
        )
    if at.is_training(data):
        with alone(data):
            station.throw_away(data)


def _open_training(data: Path, seed: int | None) -> None:
    at.check_format(data)
    if not at.is_training(data):
        raise Stop(f"{data} holds a station that is no training; serve it with: serai up")
    held = (data / TRAINING_FILE).read_text().split()[0]
    if seed is not None and held != str(seed):
        raise Stop(f"The training in {data} has seed {held}; add --fresh to begin with {seed}.")
    station.opened(data)


def _make(data: Path, seed: int, scale: float) -> None:
    with station.making(data):
        from serai.access.accounts import training_accounts
        from serai.journal.wall import begin_training

        story_ends_ms = load_operation(STATION_NAME, seed, scale)
        training_accounts(TRAINING_PASSWORD)
        begin_training(data, seed, story_ends_ms)


def _print_sign_in() -> None:
    from serai.access.roles import ROLES

    print("Everybody in this station is invented. Sign in with any of these names:")
    print(f"  {', '.join(ROLES)}")
    print(f"Password of all of them: {TRAINING_PASSWORD}", flush=True)
