"""`serai places`: the places of an operation, listed and opened."""

from pathlib import Path
from typing import Annotated, get_args

import typer

from serai.cli import station
from serai.cli.answers import Stop
from serai.core.counts import COUNT_MAX

app = typer.Typer(no_args_is_help=True, help="List the places people can stand at, or open one.")
ACTOR = "serai places"


@app.command("list")
def list_places(data: station.Data = station.DATA_DEFAULT) -> None:
    """Print every place: its id, kind, name, and how many people stand there.

    Example: serai places list --data /srv/serai
    """
    station.opened(data)
    from serai.registry.queries import balances, places

    found, people = places(), balances()
    if not found:
        print("No place is open yet. Open one: serai places open --help")
    for place in found:
        total = sum(people.get(place.id, {}).values())
        print(f"{place.id:<14} {place.kind:<10} {total:>8,}  {place.name}")


@app.command("open")
def open_one(  # noqa: PLR0913, PLR0917 - each is an option of the command
    place: Annotated[str, typer.Argument(help="Its id: small letters, digits and hyphens.")],
    name: Annotated[str, typer.Argument(help="What people call it.")],
    kind: Annotated[
        str,
        typer.Option(help="front, reception, screening, transit, camp, hospital or holding."),
    ] = "reception",
    name_ar: Annotated[str, typer.Option(help="Its name in Arabic.")] = "",
    capacity: Annotated[
        int, typer.Option(min=0, max=COUNT_MAX, help="People it has room for; 0: unknown.")
    ] = 0,
    position: Annotated[
        int, typer.Option(min=0, max=COUNT_MAX, help="Its turn along the route.")
    ] = 0,
    latitude: Annotated[float | None, typer.Option(min=-90, max=90, help="Degrees north.")] = None,
    longitude: Annotated[
        float | None, typer.Option(min=-180, max=180, help="Degrees east.")
    ] = None,
    data: station.Data = station.DATA_DEFAULT,
) -> None:
    """Open a place, or write the facts of an open one anew.

    Example: serai places open north-gate "North gate" --kind reception --capacity 300
    """
    station.opened(data)
    from serai.core.places import Place, PlaceKind
    from serai.core.refusal import Refusal
    from serai.journal.store import Author
    from serai.registry.commands import open_place
    from serai.web.letters import plain

    kinds = get_args(PlaceKind)
    if kind not in kinds:
        raise Stop(f"{kind} is no kind of place. Kinds are: {', '.join(kinds)}.")
    named = (plain(name), plain(name_ar))
    told = Place(place, *named, kind, latitude, longitude, capacity, "", position)  # type: ignore[arg-type]
    outcome = open_place(told, Author(ACTOR, "station"))
    if isinstance(outcome, Refusal):
        raise Stop(str(outcome))
    print(f"{told.name} is open as {place}.")


@app.command()
def load(
    file: Annotated[Path, typer.Argument(help="GeoNames' XX.txt, or OCHA's CSV, XLSX, GeoJSON.")],
    country: Annotated[
        list[str] | None, typer.Option(help="Only this country, by three letters; may be repeated.")
    ] = None,
    data: station.Data = station.DATA_DEFAULT,
) -> None:
    """Teach the station the places of a country from a file you bring.

    Example: serai places load SY.txt --data /srv/serai
    """
    station.opened(data)
    from serai.core.countries import country as known
    from serai.core.refusal import Refusal
    from serai.documents.place_files import loaded, places_in
    from serai.registry import loaded_places

    wanted = frozenset(code.upper() for code in country or ())
    for code in wanted:
        if not known(code):
            raise Stop(f"{code} is no country's code. Codes have three letters, as SYR or IRQ.")
    with file.open("rb") as lines:
        found = places_in(lines, file.name, wanted)
    if isinstance(found, Refusal):
        raise Stop(str(found))
    brought, total = loaded(found), loaded_places.keep(found)
    print(
        f"{brought.places:,} places of {', '.join(brought.countries)} are known now; {total:,} in "
        "all. A station that is being served knows them once it is started again."
    )
