"""`serai init`: a new, empty station with its keys and its first administrator."""

import secrets
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from serai.cli import folder as at
from serai.cli import station
from serai.cli.answers import Stop

if TYPE_CHECKING:
    from serai.core.events.station import StationOpened
    from serai.core.places import Place

NAME_LETTERS_MAX = 80
PASSWORD_BYTES = 9


def init(
    name: Annotated[str, typer.Option(help="What people call this station.")],
    administrator: Annotated[
        str, typer.Option(help="Sign-in of the first administrator.")
    ] = "admin",
    password: Annotated[
        str, typer.Option(envvar="SERAI_PASSWORD", help="Their password; made up when left out.")
    ] = "",
    operation: Annotated[
        str,
        typer.Option(help="Open the places and the road of this operation: baghuz-2019. Or none."),
    ] = "",
    data: station.Data = station.DATA_DEFAULT,
) -> None:
    """Make a new, empty station: its folder, keys, database, first administrator.

    Places are opened with --operation, or one by one with: serai places open

    Example: serai init --name "Desert reception" --data /srv/serai
    """
    name = name.strip()
    if not name or len(name) > NAME_LETTERS_MAX:
        raise Stop(f"The name of a station has 1 to {NAME_LETTERS_MAX} letters.")
    places = _places_of(operation)
    at.check_unclaimed(data)
    password = password or secrets.token_urlsafe(PASSWORD_BYTES)
    with station.making(data):
        _open_journal(name, places)
        _add_administrator(administrator, password)
    print(f"{name} is ready in {data}")
    print(f"Sign in as {administrator}, password {password}")
    print(f"Serve it with: serai up --data {quote(str(data))}")


def opening_event(name: str, at_ms: int) -> "StationOpened":
    """The journal's first event: which station this is, and the key it signs with."""
    from serai.core.events.station import StationOpened
    from serai.journal.identity import station_key, this_station

    public_key = bytes(station_key().verify_key).hex()
    return StationOpened(at=at_ms, station=this_station(), name=name, public_key=public_key)


def _places_of(operation: str) -> "tuple[Place, ...]":
    from serai.core.operation import OPERATION, PLACES

    if operation not in ("", OPERATION):
        raise Stop(f"There is no operation {operation}. Known: {OPERATION}.")
    return PLACES if operation else ()


def _open_journal(name: str, places: "tuple[Place, ...]") -> None:
    from serai.core.events.station import PlaceOpened
    from serai.journal.store import Author, writing
    from serai.simulation.opening import described

    with writing(Author("serai init", "station")) as pen:
        pen.append(opening_event(name, pen.now_ms))
        for place in places:
            pen.append(PlaceOpened(at=pen.now_ms, place=place))
        for segment in described(pen.now_ms) if places else ():
            pen.append(segment)


def _add_administrator(username: str, password: str) -> None:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from serai.access.accounts import create_account

    try:
        validate_password(password)
    except ValidationError as error:
        raise Stop(f"This password will not do: {' '.join(error.messages)}") from error
    create_account(username, "administrator", "", password)
