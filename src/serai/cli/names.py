"""`serai names`: an index of people that finds them across scripts, and two names compared."""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from serai.cli.answers import Code, Stop
from serai.cli.progress import bar

if TYPE_CHECKING:
    from serai.core.matching import Comparison
    from serai.nameindex.file import IndexFile
    from serai.nameindex.lines import Line

app = typer.Typer(no_args_is_help=True, help="Find people across scripts; compare two names.")
index = typer.Typer(no_args_is_help=True, help="The index of names of a whole file of people.")
app.add_typer(index, name="index")

TOLD_EVERY = 20_000
LIMIT_DEFAULT = 5
LIMIT_MAX = 100
OUTDATED = (
    "{path} was made by another version of serai, which heard names otherwise. Make it anew: serai "
    "names index build"
)
DAMAGED = "The index is damaged. Make it anew: serai names index build"
SAMPLED_BYTES = 100_000  # of whose lines the length of the others is guessed, for the bar


@index.command()
def build(
    people: Annotated[Path, typer.Option("--in", help="People, one JSON object a line.")],
    out: Annotated[Path, typer.Option(help="The index to be written; replaced if it is there.")],
) -> None:
    """Build the index of a file of people.

    Example: serai names index build --in people.jsonl --out people.index
    """
    from serai.nameindex.build import Build
    from serai.nameindex.lines import lines

    _writable(out)
    making, refused, doubted, unread = Build(), 0, 0, 0
    with bar("Reading", _lines_about(people)) as tell:
        for line in lines(people):
            refused += _told_of(line)
            doubted += bool(line.record and line.sentence)
            if line.record is not None and not making.take(line.record):
                unread += 1
                if not line.sentence:
                    _say(
                        f"line {line.number}: no name could be read; kept, and found by no search."
                    )
            if line.number % TOLD_EVERY == 0:
                tell(line.number)
    if not len(making):
        raise Stop(f"{people}: not one person could be read; nothing was written.", Code.REFUSED)
    with bar("Writing", len(making)) as tell:
        twice = making.write(out, tell)
    for identity in twice:
        _say(f"id {identity} stands in more than one line; all of them are in the index.")
    print(f"{len(making):,} people in {out}, {out.stat().st_size / 1e6:,.0f} MB")
    if refused:
        raise Stop(f"{refused:,} lines were not taken; see the sentences above.", Code.REFUSED)


@app.command()
def search(
    index: Annotated[Path, typer.Option(help="The index, as `index build` wrote it.")],
    queries: Annotated[Path, typer.Option(help="Who is looked for, one JSON object a line.")],
    limit: Annotated[
        int, typer.Option(min=1, max=LIMIT_MAX, help="Answers a search.")
    ] = LIMIT_DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a search.")] = False,
) -> None:
    """Find the people of a file of searches, best first.

    Example: serai names search --index people.index --queries q.jsonl --limit 5 --json
    """
    from serai.nameindex.lines import lines

    found, refused, asked = _opened(index), 0, 0
    for line in lines(queries):
        asked += 1
        refused += _told_of(line)
        if line.record is not None:
            row = _answer(found, line, limit)
            if as_json:
                print(msgspec.json.encode(row).decode())
            else:
                _print(row)
    if not asked:
        _say(f"{queries}: nobody is looked for in it.")
    if refused:
        searches = "1 search was" if refused == 1 else f"{refused:,} searches were"
        raise Stop(f"{searches} not read; see the sentences above.", Code.REFUSED)


@app.command()
def compare(
    one: Annotated[str, typer.Argument(help="A name, in any script.")],
    other: Annotated[str, typer.Argument(help="Another.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    arabic: Annotated[bool, typer.Option("--arabic", help="The reasons in Arabic.")] = False,
) -> None:
    """Say whether two names may be one person's, and why.

    Example: serai names compare "Kazim Ali al-Jubouri" "كاظم علي الجبوري"
    """
    from serai.core.matching import compare as compared
    from serai.core.matching.reasons import band_words
    from serai.core.names import words

    for name in (one, other):
        if not words(name):
            raise Stop(f"No name can be read in “{name[:60]}”.", Code.REFUSED)
    found = compared(one, other)
    if as_json:
        print(msgspec.json.encode(_row(found)).decode())
        return
    language = "ar" if arabic else "en"
    print(band_words(found.band, found.reasons, language))
    print(found.line(language))


def _lines_about(path: Path) -> int:
    """How many lines a file may have."""
    with path.open("rb") as file:
        some = file.read(SAMPLED_BYTES)
    return path.stat().st_size * some.count(b"\n") // max(1, len(some))


def _answer(found: "IndexFile", line: "Line", limit: int) -> dict[str, Any]:
    from serai.core.matching import told
    from serai.nameindex.answers import answers

    assert line.record is not None
    try:
        found_here, sentence = answers(found, told(line.record), limit)
    except sqlite3.DatabaseError as error:
        raise Stop(DAMAGED, Code.SURROUNDINGS) from error
    row: dict[str, Any] = {
        "query": line.record.id,
        "candidates": [{"id": identity, **_row(one)} for identity, one in found_here],
    }
    return {**row, "note": sentence} if sentence else row


def _row(found: "Comparison") -> dict[str, Any]:
    return {
        "band": found.band, "bits": round(found.bits, 2),
        "reasons": [reason.text() for reason in found.reasons],
    }  # fmt: skip


def _writable(out: Path) -> None:
    """Ends the command before anything is read where the answer has no place."""
    if out.is_dir():
        raise Stop(f"{out} is a folder; name a file for the index.", Code.USAGE)
    if not out.parent.is_dir():
        raise Stop(f"There is no folder {out.parent}.", Code.REFUSED)


def _opened(path: Path) -> "IndexFile":
    from serai.nameindex.file import IndexFile, NotAnIndex, Outdated

    if not path.is_file():
        raise Stop(f"{path} is not there. Make it: serai names index build", Code.REFUSED)
    try:
        return IndexFile(path)
    except Outdated:
        raise Stop(OUTDATED.format(path=path), Code.REFUSED) from None
    except NotAnIndex:
        raise Stop(f"{path} is not an index of names.", Code.REFUSED) from None


def _told_of(line: "Line") -> bool:
    """Says what was not understood; answers whether the line was refused."""
    if line.sentence:
        _say(line.sentence)
    return line.record is None


def _say(sentence: str) -> None:
    typer.echo(sentence, err=True)


def _print(row: dict[str, Any]) -> None:
    print(f"{row['query']}: {row.get('note') or ('' if row['candidates'] else 'nobody')}")
    for one in row["candidates"]:
        print(f"  {one['id']}  {one['band']}: {' · '.join(one['reasons'])}")
