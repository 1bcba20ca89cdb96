"""`serai simulate`: made-up operations and made-up people as files, one JSON object a line."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Annotated, BinaryIO

import msgspec
import typer

from serai.cli.answers import Code, Stop
from serai.cli.progress import bar, step
from serai.core.operation import OPERATION

if TYPE_CHECKING:
    from serai.simulation.sightings import Sighting

app = typer.Typer()
SEED_DEFAULT = 2019
TOLD_EVERY = 10_000
COUNT_MAX = 20_000_000
SIGHTINGS_MAX = 5_000
SIGHTINGS_SHARE = 10  # every tenth person is met again, up to the number above
SCALE_MIN = 0.001
Scale = Annotated[
    float, typer.Option(min=SCALE_MIN, max=1, help="0.01 tells it with a hundredth of the people.")
]


@app.callback(invoke_without_command=True)
def simulate(
    context: typer.Context,
    out: Annotated[
        Path | None, typer.Option(help="Where to write, one JSON object a line.")
    ] = None,
    operation: Annotated[str, typer.Option(help="Which operation.")] = OPERATION,
    seed: Annotated[int, typer.Option(help="The same seed gives the same file.")] = SEED_DEFAULT,
    scale: Scale = 1.0,
) -> None:
    """Write the events of a made-up operation to a file; no station is needed or touched.

    Example: serai simulate --operation baghuz-2019 --seed 7 --out events.jsonl
    """
    if context.invoked_subcommand:
        return
    if out is None:
        raise Stop("Say where to write: --out FILE.", Code.USAGE)
    if operation != OPERATION:
        raise Stop(f"There is no operation {operation!r}; there is {OPERATION}.", Code.USAGE)
    from serai.simulation.operation import operation as live_through
    from serai.simulation.operation import write_jsonl

    with out.open("wb") as file:
        with step(f"Living through {operation} with seed {seed}"):
            drafts = live_through(seed, scale=scale).drafts
        write_jsonl(drafts, file)
    print(f"{len(drafts):,} events in {out}")


@app.command()
def people(
    count: Annotated[int, typer.Option(min=1, max=COUNT_MAX, help="How many people.")],
    out: Annotated[Path, typer.Option(help="Where to write them, one JSON object a line.")],
    seed: Annotated[int, typer.Option(help="The same seed gives the same file.")] = SEED_DEFAULT,
    second_sightings: Annotated[
        Path | None, typer.Option(help="Where to write some of them as met again.")
    ] = None,
    sightings: Annotated[
        int | None, typer.Option(min=0, help="How many are met again; else a tenth, up to 5,000.")
    ] = None,
    strangers: Annotated[
        int, typer.Option(min=0, help="How many sightings of people who are not in the file.")
    ] = 0,
) -> None:
    """Write invented people to a file, and some of them again as another clerk heard them.

    Example: serai simulate people --count 100000 --seed 7 --out people.jsonl
    """
    met = min(count // SIGHTINGS_SHARE, SIGHTINGS_MAX) if sightings is None else sightings
    wanted = min(met, count) if second_sightings else 0
    with bar("Inventing people", count) as tell, out.open("wb") as file:
        seen = _write_people(file, count, seed, wanted, tell)
    print(f"{count:,} people in {out}")
    if second_sightings:
        from serai.simulation.sightings import strangers as unknown

        lines = [*seen, *(unknown(strangers, seed) if strangers else ())]
        Random(seed).shuffle(lines)  # noqa: S311 - an order, not a secret
        with second_sightings.open("wb") as file:
            file.writelines(msgspec.json.encode(line) + b"\n" for line in lines)
        print(f"{len(lines):,} sightings in {second_sightings}")


def _write_people(
    file: BinaryIO, count: int, seed: int, wanted: int, tell: Callable[[int], None]
) -> list["Sighting"]:
    """Writes every record; answers the second sightings of exactly `wanted` people."""
    from serai.simulation.people import humans, in_arabic, record_of
    from serai.simulation.sightings import sighting_of

    desk, later = Random(f"desk{seed}"), Random(f"later{seed}")  # noqa: S311 - invented people
    seen: list[Sighting] = []
    encode = msgspec.json.encode
    for number, one in enumerate(humans(count, seed), 1):
        record = record_of(desk, one)
        file.write(encode(record) + b"\n")
        left = count - number + 1
        if later.random() * left < wanted - len(seen):
            seen.append(sighting_of(later, one, in_arabic(record.names[0]), len(seen) + 1))
        if number % TOLD_EVERY == 0:
            tell(number)
    return seen
