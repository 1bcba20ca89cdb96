"""`serai road`: the road of an operation, listed and loaded."""

from pathlib import Path
from typing import Annotated

import typer

from serai.cli import station
from serai.cli.answers import Stop

app = typer.Typer(no_args_is_help=True, help="List the road between the places, or load one.")
ACTOR = "serai road"


@app.command("list")
def list_segments(data: station.Data = station.DATA_DEFAULT) -> None:
    """Print every segment: the places it joins, kilometres, usual hours, kind of road.

    Example: serai road list --data /srv/serai
    """
    station.opened(data)
    from serai.registry.roads import route

    known = route()
    if not known.road.segments:
        print("Nobody has described this road yet. Load one: serai road load --help")
    for one in known.road.segments:
        hours = f"{one.hours:g} h" if one.hours else ""
        told = " (stations disagree)" if known.differing(one.segment) else ""
        line = (
            f"{one.source:<14} {one.target:<14} {one.kilometres:>7g} km  {hours:<7} {one.surface}"
        )
        print(f"{line}{told}".rstrip())


@app.command()
def load(
    file: Annotated[Path, typer.Argument(help="CSV with from,to,km,hours,kind; or GeoJSON lines.")],
    data: station.Data = station.DATA_DEFAULT,
) -> None:
    """Describe the road of an operation from a file; segments known otherwise are written anew.

    Places are named by id or name and have to be open. Kinds of road: asphalt, gravel, track.

    Example: serai road load road.csv --data /srv/serai
    """
    station.opened(data)
    from serai.convoys.road.describing import describe_road
    from serai.core.refusal import Refusal
    from serai.documents.road_files import road_in
    from serai.journal.store import Author
    from serai.registry.queries import places

    found = road_in(file.read_bytes(), file.name, places())
    if isinstance(found, Refusal):
        raise Stop(str(found))
    outcome = describe_road(found, Author(ACTOR, "convoys"))
    if isinstance(outcome, Refusal):
        raise Stop(str(outcome))
    print(f"{len(found):,} segments read, {outcome:,} of them new or different.")
