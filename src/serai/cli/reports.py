"""`serai reports`: reading the figures of public reports, and scoring the reader on gold rows."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from serai.cli.answers import Code, Stop, existing
from serai.cli.report_files import (
    ClaimRow,
    HazardRow,
    Told,
    found_in,
    readings_of,
    readings_of_documents,
    rows_as,
)

app = typer.Typer(no_args_is_help=True, help="Read the figures of public reports, or score it.")


Json = Annotated[
    bool, typer.Option("--json", help="One JSON row a claim; always so into a file or pipe.")
]
Names = Annotated[
    bool, typer.Option("--names", help="Keep the names of private witnesses; masked without.")
]
Cleaner = Annotated[
    str, typer.Option(help="What takes menus off a page: own, or trafilatura (an extra).")
]
Day = Annotated[
    datetime | None,
    typer.Option("--date", formats=["%Y-%m-%d"], help="The day the reports came out."),
]
Reader = Annotated[
    str, typer.Option(help="Who reads: grammar, spacy (an extra), or openai (an endpoint).")
]
Endpoint = Annotated[
    str, typer.Option(help="Where the model answers; reports go there and nowhere else.")
]
Wait = Annotated[float, typer.Option(min=0.1, help="How long to wait for the model.")]
Places = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="A station whose loaded places count too."),
]


@app.command()
def read(  # noqa: PLR0913, PLR0917 - each is an option of the command
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Text, saved pages, PDF, JSON Lines of documents, folders; - reads what is pasted."
        ),
    ],
    as_json: Json = False,
    hazards: Annotated[bool, typer.Option(help="The dangers named instead of figures.")] = False,
    names: Names = False,
    cleaner: Cleaner = "own",
    day: Day = None,
    source: Annotated[str, typer.Option(help="Who published the reports.")] = "",
    reader: Reader = "grammar",
    model: Annotated[str, typer.Option(help="The spaCy pipeline, or the endpoint's model.")] = "",
    endpoint: Endpoint = "",
    wait_seconds: Wait = 120.0,
    data: Places = None,
) -> None:
    """Read every figure of the reports, with its source and exact words.

    Example: serai reports read reports.jsonl > claims.jsonl
    """
    if cleaner not in ("own", "trafilatura"):
        raise Stop(f"{cleaner} is no cleaner. Cleaners are: own, trafilatura.", Code.USAGE)
    if data:
        _bring_places_of(data)
    date = day.date() if day else None
    told = Told(cleaner, date, source, reader, model, endpoint, wait_seconds)
    found = found_in(files, told)
    for reading in readings_of_documents(found.documents, told):
        for problem in reading.problems:
            typer.echo(f"{reading.meta.id}: {problem}", err=True)
        if hazards:
            _print_hazards(reading, names)
        else:
            _print_claims(reading, as_json or not sys.stdout.isatty(), names)
    if found.refused:
        raise typer.Exit(Code.REFUSED)


def _bring_places_of(data: Path) -> None:
    from serai.cli import station

    station.opened(data)  # whose registry tells the gazetteer of its loaded places


@app.command()
def score(
    gold: Annotated[Path, typer.Option(help="Gold claims, one JSON row each.")],
    predictions: Annotated[Path | None, typer.Option(help="Rows of another reader.")] = None,
    documents: Annotated[Path | None, typer.Option(help="The reports.jsonl of the gold.")] = None,
    hazards: Annotated[Path | None, typer.Option(help="Gold hazards, one JSON row each.")] = None,
    misses: Annotated[bool, typer.Option(help="Print every miss.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as one JSON row.")] = False,
) -> None:
    """Score claims against gold rows; without predictions, reads the gold's own documents.

    Hazards are scored too when gold hazards are given.

    Example: serai reports score --gold seed-claims.jsonl
    """
    from serai.core.reports.exports import row
    from serai.core.reports.hazard_score import score_hazards
    from serai.core.reports.score import score as scored

    listed = documents or existing(gold).parent / "reports.jsonl"
    readings = readings_of([listed]) if hazards or not predictions else []
    said = (
        rows_as(predictions, ClaimRow)
        if predictions
        else [row(claim) for reading in readings for claim in reading.claims]
    )
    result = scored(rows_as(gold, ClaimRow), said)
    figures, missed = result.figures(), result.misses
    if hazards:
        dangers = [hazard for reading in readings for hazard in reading.hazards]
        found = score_hazards(rows_as(hazards, HazardRow), dangers)
        figures, missed = figures | found.figures(), missed + found.misses
    if as_json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name:22} {figure:.3f}")
    for miss in missed if misses else ():
        print(miss)


def _print_claims(reading: Any, as_json: bool, names: bool) -> None:
    from serai.core.reports.exports import masked_row, row

    for claim in reading.claims:
        made = row(claim) if names else masked_row(claim)
        if as_json:
            print(json.dumps(made, ensure_ascii=False))
        else:
            days = f"{made['date_from'] or '?'}..{made['date_to'] or '?'}"
            print(
                f"{made['doc']}:{made['start']}  {made['kind']:10} {_shown(made):>16}  "
                f"{made['place'] or '-'}  {days}  {made['attributed_to'] or '-'}  “{made['quote']}”"
            )


def _shown(made: dict[str, Any]) -> str:
    low, high = made["low"], made["high"]
    if low == high:
        return f"{low:,} {made['unit']}"
    return (
        f"{'' if low is None else f'{low:,}'}..{'' if high is None else f'{high:,}'} {made['unit']}"
    )


def _print_hazards(reading: Any, names: bool) -> None:
    from serai.core.reports.exports import masked_hazard

    private = {claim.attributed_to for claim in reading.claims if claim.witness}
    for hazard in reading.hazards:
        made = masked_hazard(hazard, () if names else private)
        print(json.dumps(made, ensure_ascii=False, default=str))
