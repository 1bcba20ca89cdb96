"""`serai sitrep`: the situation report of any hour as a file, in any form and language."""

from pathlib import Path
from typing import Annotated

import typer

from serai.cli import station
from serai.cli.answers import Code, Stop
from serai.cli.books import moment

LANGUAGES = ("en", "ar")
ENDINGS = ("pdf", "xlsx", "hxl.csv", "csv", "geojson", "png")


def sitrep(
    out: Annotated[Path, typer.Option(help=f"The file; its ending says which: {ENDINGS}.")],
    at: Annotated[
        str,
        typer.Option(
            metavar="TIME", help="ISO 8601, in the station's zone or with Z; now when left out."
        ),
    ] = "",
    language: Annotated[str, typer.Option(help=f"One of: {', '.join(LANGUAGES)}.")] = LANGUAGES[0],
    data: station.Data = station.DATA_DEFAULT,
) -> None:
    """Write the situation report of an hour: one printed page, a workbook, CSV, or its places.

    Example: serai sitrep --at 2019-02-22T18:00 --out sitrep.pdf --language ar
    """
    ending = next((one for one in ENDINGS if out.name.lower().endswith(f".{one}")), "")
    if not ending:
        raise Stop(f"The name of the file must end in one of: {', '.join(ENDINGS)}.", Code.USAGE)
    if language not in LANGUAGES:
        raise Stop(f"There is no language {language!r}; there are {', '.join(LANGUAGES)}.",
                   Code.USAGE)  # fmt: skip
    station.opened(data)
    content = _made(ending, at, language)
    out.write_bytes(content)
    print(f"{out}: {len(content):,} bytes")


def _made(ending: str, at: str, language: str) -> bytes:
    from django.http import HttpRequest
    from django.utils import translation

    from serai.access.places import House
    from serai.documents.onepage import as_png
    from serai.journal.wall import now_ms
    from serai.situation.moment import moment_at
    from serai.situation.sitrep import sitrep_at
    from serai.situation.sitrep_files import FORMS, page_of

    if at and moment(at) > now_ms():
        raise Stop("That hour is still to come.", Code.USAGE)
    known = House(HttpRequest())
    asked = moment_at(moment(at) if at else now_ms(), known, past=bool(at))
    with translation.override(language):
        found, name = sitrep_at(asked), known.station_name
        return as_png(page_of(found, name)) if ending == "png" else FORMS[ending].made(found, name)
