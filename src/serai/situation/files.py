"""The age–sex and nationality table as a file: the very numbers of the page."""

from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from serai.core.countries import country
from serai.documents.tables import Table, csv_file, xlsx
from serai.situation.moment import Moment
from serai.situation.pictures import band_words
from serai.situation.population import ANY, COLUMNS, PeopleTable

# HXL 1.1: the row of tags by which other agencies' tools know the columns.
_TAG_OF_BAND = {
    "0-4": "+infants+age_0_4",
    "5-11": "+children+age_5_11",
    "12-17": "+adolescents+age_12_17",
    "18-59": "+adults+age_18_59",
    "60+": "+elderly+age_60plus",
    "unknown": "+age_unknown",
    ANY: "",
}
_TAG_OF_SEX = {"female": "+f", "male": "+m", "unknown": "+sex_unknown"}
_TAGS = (
    "#country+origin+code+v_iso3",
    "#country+origin+name",
    *(f"#population{_TAG_OF_SEX[sex]}{_TAG_OF_BAND[band]}" for sex, band in COLUMNS),
    "#population+i",
)


def sex_words(sex: str) -> str:
    """A sex as a column head."""
    return {"female": _("female"), "male": _("male")}.get(sex, _("sex not known"))


def nationality_words(code: str) -> str:
    """A nationality in the language of the page; the code itself when nobody knows it."""
    if not code:
        return _("not asked")
    known = country(code)
    return known.named(get_language() or "en") if known else code


def people_as_csv(table: PeopleTable) -> bytes:
    """The table alone."""
    return csv_file(_sheet(table))


def people_as_xlsx(table: PeopleTable, moment: Moment, place: str) -> bytes:
    """The table, and a second sheet that says what it counts."""
    return xlsx([_sheet(table), _about(table, moment, place)])


def _sheet(table: PeopleTable) -> Table:
    head = [_("code"), _("nationality")]
    head += [_column(sex, band) for sex, band in COLUMNS]
    rows: list[tuple[str | int, ...]] = [
        (row.nationality, nationality_words(row.nationality), *row.counts, row.total)
        for row in table.rows
    ]
    rows.append(("", _("everybody"), *table.sums, table.total))
    return Table(
        name=_("People"),
        head=(*head, _("everybody")),
        rows=tuple(rows),
        tags=_TAGS,
        rtl=get_language_bidi(),
    )


def _column(sex: str, band: str) -> str:
    return sex_words(sex) if band == ANY else f"{sex_words(sex)} {band_words(band)}"


def _about(table: PeopleTable, moment: Moment, place: str) -> Table:
    rows = (
        (_("moment"), moment.local.strftime("%Y-%m-%d %H:%M %z")),
        (_("place"), place or _("all places and the road")),
        (_("counted"), _("people with a name, still in the operation")),
        (_("age bands"), _("UNHCR, in whole years on that day")),
        (_("people"), table.total),
    )
    return Table(_("About"), (_("what"), _("which")), rows, rtl=get_language_bidi())
