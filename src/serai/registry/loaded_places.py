"""The places a station has loaded from a file its people brought, kept beside its database."""

import os
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from serai.core.gazetteer.rows import Place, lines_of

FILE = "places.tsv"


def text() -> str:
    """The lines of the places loaded so far; empty when nobody loaded any."""
    try:
        return _file().read_text(encoding="utf-8")
    except OSError:
        return ""


def keep(places: Iterable[Place]) -> int:
    """Adds places to the station's, the newer in place of the same one; answers how many it has."""
    lines = {_mark(line): line for line in text().splitlines()}
    lines |= {_mark(line): line for line in lines_of(places).splitlines()}
    part = _file().with_suffix(".part")
    part.write_text("".join(f"{line}\n" for line in lines.values()), encoding="utf-8")
    os.replace(part, _file())
    return len(lines)


def _mark(line: str) -> str:
    """What tells a place from others: its P-code or number, else its name and position."""
    keys, _, rest = line.partition("|")
    return rest.rpartition("|")[2] or f"{keys.partition(';')[0]}|{rest.rpartition('|')[0]}"


def _file() -> Path:
    return Path(settings.DATA) / FILE
