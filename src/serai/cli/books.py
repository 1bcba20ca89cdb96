"""`serai books`: who stands where at any hour, as a table, as JSON, or for another bookkeeper."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table

from serai.cli import station
from serai.cli.answers import Code, Stop

app = typer.Typer(invoke_without_command=True)
FORMATS = ("beancount",)


@app.callback()
def books(
    context: typer.Context,
    at: Annotated[
        str,
        typer.Option(
            metavar="TIME", help="ISO 8601, in the station's zone or with Z; now when left out."
        ),
    ] = "",
    place: Annotated[str, typer.Option(metavar="P", help="Only this place, by its id.")] = "",
    json: Annotated[bool, typer.Option("--json", help="JSON for scripts.")] = False,
    data: station.Data = station.DATA_DEFAULT,
) -> None:
    """Who stands where: named and unnamed, on the road, outside; the sum is always zero.

    Examples: serai books --at 2019-02-22T18:00 --place suwar; serai books --json
    """
    context.obj = data
    if context.invoked_subcommand:
        return
    station.opened(data)
    from serai.journal.wall import now_ms
    from serai.registry.books import books_at

    _check_place(place)
    # read only now: Django has set the clock to the station's zone
    found = msgspec.to_builtins(books_at(moment(at) if at else now_ms(), place))
    if json:
        print(msgspec.json.encode(found).decode())
    else:
        _print_table(found)
    total = everybody(found)
    if not place and total:
        raise Stop(f"the books do not balance: {total:+d} people", Code.UNSOUND)


@app.command()
def export(
    context: typer.Context,
    format: Annotated[str, typer.Option(help=f"One of: {', '.join(FORMATS)}.")] = FORMATS[0],
    out: Annotated[Path | None, typer.Option(help="A file; else standard output.")] = None,
    data: Annotated[
        Path | None,
        typer.Option("--data", metavar="DIR", resolve_path=True, help="The station's folder."),
    ] = None,
) -> None:
    """Write every posting for an independent bookkeeper (beancount checks it with bean-check).

    Example: serai books export --format beancount --out people.beancount
    """
    if format not in FORMATS:
        raise Stop(f"No format {format!r}; there is {', '.join(FORMATS)}.", Code.USAGE)
    station.opened(data or context.obj)
    from serai.registry.books import beancount_lines

    if out is None:
        for line in beancount_lines():
            print(line)
        return
    with out.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in beancount_lines())
    print(f"Written: {out}")


def moment(text: str) -> int:
    """Milliseconds since 1970 of a time as people write it; without a zone it is
    the station's.

    >>> moment("2019-02-22T18:00:00Z")
    1550858400000
    """
    try:
        return int(datetime.fromisoformat(text).astimezone().timestamp() * 1000)
    except (ValueError, OverflowError, OSError) as error:
        raise Stop(
            f"{text!r} is no time; write it like 2019-02-22T18:00 or 2019-02-22T16:00Z"
        ) from error


def everybody(found: dict[str, Any]) -> int:
    """The sum over every account, the outside ones included: zero when the books balance."""
    inside = sum(one["total"] for one in found["places"])
    return int(inside + found["on_the_road"] + sum(found["outside"].values()))


def _check_place(place: str) -> None:
    from serai.registry.models import Place

    if place and not Place.objects.filter(id=place).exists():
        known = ", ".join(Place.objects.order_by("position").values_list("id", flat=True)) or "none"
        raise Stop(f"No place {place!r} in these books; there are: {known}")


def _print_table(found: dict[str, Any]) -> None:
    table = Table(box=None)
    table.add_column("place")
    for heading in ("named", "unnamed", "total"):
        table.add_column(heading, justify="right")
    for one in found["places"]:
        unnamed = sum(one["unnamed"].values())
        table.add_row(one["place"], f"{one['named']:,}", f"{unnamed:,}", f"{one['total']:,}")
    table.add_row("(on the road)", "", "", f"{found['on_the_road']:,}")
    for account, count in found["outside"].items():
        table.add_row(f"({account})", "", "", f"{count:,}")
    console = Console(highlight=False)
    console.print(f"People at {_local(found['at'])}")
    console.print(table)
    for one in found["discrepancies"]:
        place, at = one["place"], _local(one["at"])
        console.print(f"does not fit: {place} at {at}: {one['amount']:+d}, {one['status']}")


def _local(at: str) -> str:
    """A moment to the minute on the clocks of the station's zone, as --at takes it."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%dT%H:%M")
