"""`serai simulate`: the events of a made-up operation as a file, one JSON object a line."""

from pathlib import Path
from typing import Annotated

import typer

from serai.cli.answers import Code, Stop
from serai.cli.progress import step
from serai.core.operation import OPERATION

SEED_DEFAULT = 2019
SCALE_MIN = 0.001
Scale = Annotated[
    float, typer.Option(min=SCALE_MIN, max=1, help="0.01 tells it with a hundredth of the people.")
]


def simulate(
    out: Annotated[Path, typer.Option(help="Where to write, one JSON object a line.")],
    operation: Annotated[str, typer.Option(help="Which operation.")] = OPERATION,
    seed: Annotated[int, typer.Option(help="The same seed gives the same file.")] = SEED_DEFAULT,
    scale: Scale = 1.0,
) -> None:
    """Write the events of a made-up operation to a file; no station is needed or touched.

    Example: serai simulate --operation baghuz-2019 --seed 7 --out events.jsonl
    """
    if operation != OPERATION:
        raise Stop(f"There is no operation {operation!r}; there is {OPERATION}.", Code.USAGE)
    from serai.simulation.operation import operation as live_through
    from serai.simulation.operation import write_jsonl

    with out.open("wb") as file:
        with step(f"Living through {operation} with seed {seed}"):
            drafts = live_through(seed, scale=scale).drafts
        write_jsonl(drafts, file)
    print(f"{len(drafts):,} events in {out}")
