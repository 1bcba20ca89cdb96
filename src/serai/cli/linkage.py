"""`serai linkage`: which records of whole registries may be the same people."""

from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from serai.cli import station
from serai.cli.answers import Code, Stop, existing
from serai.cli.progress import bar

if TYPE_CHECKING:
    from serai.core.events import Proposed
    from serai.linkage.registry import People

app = typer.Typer(no_args_is_help=True, help="Link whole registries, and queue what was found.")
ENGINES = ("own", "duckdb", "splink", "spark")
HUNDREDTHS = 100
LEAST_DEFAULT = 2.0
BITS_MOST = 1_000.0
NO_PAIRS = (
    "{path} holds no pairs: it must be Parquet with the columns left, right, bits, as linkage run "
    "writes it."
)
KILLED = (
    "A worker was ended from outside, mostly for want of memory. Run the same command again: what "
    "was compared is kept."
)


@app.command()
def run(
    left: Annotated[Path, typer.Option(help="People, one JSON object a line.")],
    out: Annotated[Path, typer.Option(help="Where to write the pairs, as Parquet.")],
    right: Annotated[Path | None, typer.Option(help="The other registry; else left alone.")] = None,
    engine: Annotated[str, typer.Option(help="own, duckdb, splink, or spark.")] = "own",
    spark: Annotated[str, typer.Option(help="A Spark: sc://host:port, or local[2].")] = "",
    least: Annotated[
        float,
        typer.Option(
            min=-BITS_MOST,
            max=BITS_MOST,
            help="Bits a pair needs to be listed; from 4 on it is “very likely”.",
        ),
    ] = LEAST_DEFAULT,
) -> None:
    """Find the records that may be one person; a run that was cut off goes on where it stopped.

    Example: serai linkage run --left camp.jsonl --right transit.jsonl --out pairs.parquet
    """
    _sound(engine, left, right, out)
    try:
        from serai.linkage.job import link

        with bar("Linking", HUNDREDTHS) as tell:
            people, found = link(left, right, out, least, engine, tell, spark)
    except ImportError as missing:
        raise Stop(_missing(missing), Code.SURROUNDINGS) from missing
    except ValueError as error:
        raise Stop(str(error), Code.REFUSED) from error
    except BrokenExecutor as error:
        raise Stop(KILLED, Code.SURROUNDINGS) from error
    _told_of(people, left, right)
    pairs = "1 pair" if len(found) == 1 else f"{len(found):,} pairs"
    print(f"{pairs} of {len(people):,} people in {out}")


@app.command()
def books(
    data: station.Data = station.DATA_DEFAULT,
    least: Annotated[
        float, typer.Option(min=-BITS_MOST, max=BITS_MOST, help="Bits a pair needs to wait.")
    ] = LEAST_DEFAULT,
) -> None:
    """Compare everybody in a station's books, whoever registered them; pairs wait for people.

    Example: serai linkage books --data data
    """
    station.opened(data)
    try:
        from serai.linkage.books import propose
    except ModuleNotFoundError as missing:
        raise Stop(_missing(missing), Code.SURROUNDINGS) from missing
    from serai.journal.store import Author

    with bar("Linking", HUNDREDTHS) as tell:
        people, pairs, fresh = propose(data, least, Author("linkage", "registration"), tell)
    print(f"{people:,} people, {pairs:,} pairs; {fresh:,} of them are new in the queue.")


@app.command()
def queue(
    pairs: Annotated[Path, typer.Option(help="Pairs of records of this station, as Parquet.")],
    data: station.Data = station.DATA_DEFAULT,
) -> None:
    """Put pairs of this station's records into its review queue; nothing is decided.

    Example: serai linkage queue --pairs pairs.parquet --data data
    """
    told = _pairs_of(existing(pairs))
    station.opened(data)
    from serai.journal.store import Author
    from serai.registry.pairs import in_the_books, propose_pairs

    here = in_the_books(told)
    if len(here) < len(told):
        strange = len(told) - len(here)
        typer.echo(f"Left out, not two records of these books: {strange:,} pairs.", err=True)
    fresh = propose_pairs("linkage", here, Author("linkage", "registration"))
    print(f"{fresh:,} pairs wait now; {len(here) - fresh:,} were known.")


def _pairs_of(path: Path) -> "list[Proposed]":
    try:
        from pyarrow import ArrowException, parquet
    except ModuleNotFoundError as missing:
        raise Stop(_missing(missing), Code.SURROUNDINGS) from missing
    from serai.core.events import Proposed

    try:
        rows = parquet.read_table(path).to_pylist()
        told = [(row["left"], row["right"], row["bits"]) for row in rows]
        return msgspec.convert(told, list[Proposed])
    except (ArrowException, KeyError, msgspec.ValidationError) as error:
        raise Stop(NO_PAIRS.format(path=path), Code.REFUSED) from error


def _sound(engine: str, left: Path, right: Path | None, out: Path) -> None:
    if engine not in ENGINES:
        raise Stop(f"There is no engine {engine!r}; there are {', '.join(ENGINES)}.", Code.USAGE)
    for path in (left, right):
        if path is not None:
            existing(path)
    if out.is_dir():
        raise Stop(f"{out} is a folder; name a file to write the pairs to.", Code.USAGE)


def _told_of(people: "People", left: Path, right: Path | None) -> None:
    """Says what the files lack; ends the command where nothing could be found for that."""
    from serai.linkage.doubts import doubts

    for sentence, hopeless in doubts(people, left, right):
        if hopeless:
            raise Stop(sentence, Code.REFUSED)
        typer.echo(sentence, err=True)


def _missing(missing: ImportError) -> str:
    if not missing.name:  # what a library says of what it lacks itself
        return f"{missing} See the README: whole registries."
    extra = "spark" if (missing.name or "").startswith("pyspark") else "linkage"
    return f"This needs {missing.name}; install it with: pip install 'serai[{extra}]'"
