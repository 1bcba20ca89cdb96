"""The sitrep as files: PDF, workbook, CSV, HXL-tagged CSV, and its places as GeoJSON."""

import json
from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from serai.documents.onepage import PDF, Block, OnePage, as_pdf, printed
from serai.documents.tables import CSV, XLSX, Table, Value, csv_file, xlsx
from serai.situation.pictures import arrivals_across
from serai.situation.sitrep import Sitrep
from serai.situation.sitrep_blocks import (
    HIDDEN,
    blocks_of,
    change_words,
    headline_words,
    headlines_block,
    hidden_words,
    moment_words,
)

GEOJSON = "application/geo+json"
TAGS = (
    "#date+reported", "#meta+part", "#indicator+name", "#indicator+detail+name",
    "#indicator+value+num", "#description",
)  # fmt: skip


class Form(NamedTuple):
    """A form of the sitrep: its kind for browsers, and how it is made."""

    kind: str
    made: Callable[[Sitrep, str], bytes]


def page_of(found: Sitrep, station: str) -> OnePage:
    """The sheet to print."""
    return OnePage(
        title=_("Situation report"),
        lines=(moment_words(found), station),
        headlines=tuple(
            (printed(one.value), headline_words(one.key), change_words(one))
            for one in found.headlines
        ),
        blocks=tuple(_without_sources(one) for one in blocks_of(found)),
        foot=(
            hidden_words(),
            _("“Not known” is no zero. Reported figures are what others said; nobody here vouches "
              "for them. The whole tables are in the workbook of the same hour."),
        ),
        more=_("and {n} more in the workbook."),
        language=get_language() or "en",
        rtl=get_language_bidi(),
        picture=str(arrivals_across(found.moment)),
        picture_title=_("Counted in by day"),
    )  # fmt: skip


def pdf(found: Sitrep, station: str) -> bytes:
    """One printed page."""
    return as_pdf(page_of(found, station))


def workbook(found: Sitrep, station: str) -> bytes:
    """A sheet for every part, and one that says what it is."""
    sheets = [_sheet(one) for one in (headlines_block(found), *blocks_of(found))]
    return xlsx([*sheets, _about(found, station)])


def plain_csv(found: Sitrep, station: str) -> bytes:
    """Every number in a row of its own."""
    return csv_file(_long(found, tagged=False))


def hxl_csv(found: Sitrep, station: str) -> bytes:
    """The same with the row of tags by which other agencies' tools know the columns."""
    return csv_file(_long(found, tagged=True))


def geojson(found: Sitrep, station: str) -> bytes:
    """Every place with its people; null where they are hidden."""
    features = [
        {
            "type": "Feature",
            "geometry": None
            if one.latitude is None or one.longitude is None
            else {"type": "Point", "coordinates": [one.longitude, one.latitude]},
            "properties": {
                "place": one.id,
                "name": one.name,
                "name_ar": one.name_ar,
                "kind": one.kind,
                "people": people,
                "capacity": one.capacity or None,
                "at": found.moment.local.isoformat("T", "minutes"),
            },
        }
        for one, people in found.standings
    ]
    made = {"type": "FeatureCollection", "features": features}
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


FORMS: dict[str, Form] = {
    "pdf": Form(PDF, pdf),
    "xlsx": Form(XLSX, workbook),
    "csv": Form(CSV, plain_csv),
    "hxl.csv": Form(CSV, hxl_csv),
    "geojson": Form(GEOJSON, geojson),
}


def _without_sources(block: Block) -> Block:
    """On paper the sources stand in one line below instead of a column."""
    if block.id != "standards":
        return block
    sources = "; ".join(dict.fromkeys(f"{row[0]}: {row[-1]}" for row in block.rows))
    return Block(
        block.id, block.title, block.head[:-1], tuple(row[:-1] for row in block.rows),
        f"{block.note} {sources}",
    )  # fmt: skip


def _sheet(block: Block) -> Table:
    return Table(block.title, block.head, block.rows, rtl=get_language_bidi())


def _about(found: Sitrep, station: str) -> Table:
    rows = (
        (_("moment"), found.moment.local.isoformat("T", "minutes")),
        (_("station"), station),
        (_("hidden"), hidden_words()),
        *((one.title, one.note) for one in blocks_of(found) if one.note),
    )
    return Table(_("About"), (_("what"), _("which")), rows, rtl=get_language_bidi())


def _long(found: Sitrep, *, tagged: bool) -> Table:
    head = (_("hour"), _("part"), _("figure"), _("of what"), _("number"), _("in words"))
    hour = found.moment.local.isoformat("T", "minutes")
    rows = [
        (hour, block.title, _plain(row[0]), words, *_number(value))
        for block in (headlines_block(found), *blocks_of(found))
        for row in block.rows
        for words, value in zip(block.head[1:], row[1:], strict=True)
    ]
    return Table(
        _("Situation report"), head, tuple(rows), TAGS if tagged else (), rtl=get_language_bidi()
    )


def _plain(value: Value) -> Value:
    """Without the signs that keep a direction on the screen."""
    return value.strip("\u2066\u2069") if isinstance(value, str) else value


def _number(value: Value) -> tuple[Value, Value]:
    """A number, or the words that stand in its place."""
    if isinstance(value, int):
        return value, ""
    return "", _("hidden") if value == HIDDEN else _plain(value)
