"""`serai reports`: reading the figures of public reports, and scoring the reader on gold rows."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from serai.cli.answers import Code, Stop

app = typer.Typer(no_args_is_help=True, help="Read the figures of public reports, or score it.")
READ_AT_ONCE = (".txt", ".html", ".htm", ".md", ".jsonl", ".ndjson", ".json")


@app.command()
def read(
    files: Annotated[list[Path], typer.Argument(help="Text, HTML, JSON Lines, or folders.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON row a claim.")] = False,
    hazards: Annotated[bool, typer.Option(help="The dangers named instead of figures.")] = False,
    masked: Annotated[bool, typer.Option(help="Without names of private witnesses.")] = False,
) -> None:
    """Read every figure of the reports, with its source and exact words.

    Example: serai reports read reports.jsonl --json > claims.jsonl
    """
    for reading in _readings(files):
        for problem in reading.problems:
            typer.echo(f"{reading.meta.id}: {problem}", err=True)
        if hazards:
            _print_hazards(reading)
        else:
            _print_claims(reading, as_json, masked)


@app.command()
def score(
    gold: Annotated[Path, typer.Option(help="Gold claims, one JSON row each.")],
    predictions: Annotated[Path | None, typer.Option(help="Rows of another reader.")] = None,
    documents: Annotated[Path | None, typer.Option(help="The reports.jsonl of the gold.")] = None,
    misses: Annotated[bool, typer.Option(help="Print every miss.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as one JSON row.")] = False,
) -> None:
    """Score claims against gold rows; without predictions, reads the gold's own documents.

    Example: serai reports score --gold seed-claims.jsonl
    """
    from serai.core.reports.exports import row
    from serai.core.reports.score import score as scored

    rows = _json_rows(gold)
    if predictions:
        said = _json_rows(predictions)
    else:
        listed = documents or gold.parent / "reports.jsonl"
        said = [row(claim) for reading in _readings([listed]) for claim in reading.claims]
    result = scored(rows, said)
    if as_json:
        print(json.dumps(result.figures()))
        return
    for name, figure in result.figures().items():
        print(f"{name:22} {figure:.3f}")
    for miss in result.misses if misses else ():
        print(miss)


def _readings(files: list[Path]) -> list[Any]:
    from serai.core.reports import Meta
    from serai.core.reports import read as read_report
    from serai.core.reports.groups import grouped_across

    return grouped_across(
        [
            read_report(
                str(document.get("text") or ""),
                Meta(
                    id=str(document.get("id") or ""),
                    title=str(document.get("title") or ""),
                    source=str(document.get("source") or document.get("publisher") or ""),
                    report_date=_day(document.get("report_date")),
                ),
            )
            for document in _documents(files)
        ]
    )


def _documents(files: list[Path]) -> Iterator[dict[str, Any]]:
    for file in files:
        if file.is_dir():
            yield from _documents(sorted(p for p in file.iterdir() if p.suffix in READ_AT_ONCE))
        elif file.suffix in (".jsonl", ".ndjson"):
            for row in _json_rows(file):
                yield _with_text(row, file.parent)
        else:
            yield _from_file(file)


def _with_text(row: dict[str, Any], folder: Path) -> dict[str, Any]:
    """A row that only names its file gets the words from beside it."""
    if "text" not in row and row.get("file"):
        row = {**row, "text": (folder / str(row["file"])).read_text(encoding="utf-8")}
    text = row.get("text")
    return {**row, "text": text if isinstance(text, str) else ""}


def _from_file(file: Path) -> dict[str, Any]:
    from serai.core.reports.pages import decoded, looks_like_html, words_of

    text, title = decoded(file.read_bytes()), ""
    if looks_like_html(text):
        text, title = words_of(text)
    return {"id": file.name, "text": text, "title": title}


def _json_rows(file: Path) -> list[dict[str, Any]]:
    rows = []
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            raise Stop(f"{file}, line {number}: this is no JSON row.", Code.REFUSED) from None
        if not isinstance(row, dict):
            raise Stop(f"{file}, line {number}: a row must be an object.", Code.REFUSED)
        rows.append(row)
    return rows


def _day(written: Any) -> date | None:
    try:
        return date.fromisoformat(str(written)[:10])
    except ValueError:
        return None


def _print_claims(reading: Any, as_json: bool, masked: bool) -> None:
    from serai.core.reports.exports import masked_row, row

    for claim in reading.claims:
        made = masked_row(claim) if masked else row(claim)
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


def _print_hazards(reading: Any) -> None:
    for hazard in reading.hazards:
        made = {name: getattr(hazard, name) for name in hazard.__struct_fields__}
        print(json.dumps(made, ensure_ascii=False, default=str))
