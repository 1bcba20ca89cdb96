"""The sitrep as small tables in the language of the reader: page, PDF and files print these."""

from collections import Counter

from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from serai.core.forecast import COUNTS_MIN
from serai.core.road import SegmentStatus, ends
from serai.core.script import in_script
from serai.core.suppression import SMALL_MAX
from serai.documents.onepage import Block, printed
from serai.documents.tables import Value
from serai.situation import claim_words
from serai.situation.files import nationality_words
from serai.situation.forecast import span_words
from serai.situation.pictures import band_words
from serai.situation.population import BANDS
from serai.situation.sentences import kind_words
from serai.situation.sitrep import Headline, Need, Sitrep
from serai.web.letters import reads_arabic

HIDDEN = "*"
LEFT_TO_RIGHT = "\u2066{}\u2069"


def blocks_of(found: Sitrep) -> tuple[Block, ...]:
    """Every part of the sitrep, in the order of the page."""
    return (
        _places(found),
        _ages(found),
        _nationalities(found),
        _forecast(found),
        _reported(found),
        _backlog(found),
        _needs(found),
        _shelter(found),
        _books(found),
        _road(found),
    )


def headline_words(key: str) -> str:
    """A number at the head of the page, in words."""
    return {
        "counted_in": _("counted in"),
        "on_the_road": _("on the road"),
        "in_camp": _("in camp"),
        "inside": _("in the operation"),
        "unnamed": _("without a name yet"),
    }[key]


def change_words(one: Headline) -> str:
    """Since yesterday, with its sign."""
    if one.change is None:
        return _("yesterday not known")
    if not one.change:
        return _("as yesterday")
    sign = "+" if one.change > 0 else "\N{MINUS SIGN}"
    shown = LEFT_TO_RIGHT.format(sign + printed(abs(one.change)))
    return _("%(n)s since yesterday") % {"n": shown}


def headlines_block(found: Sitrep) -> Block:
    """The numbers at the head as a table, for files."""
    rows = tuple(
        (headline_words(one.key), one.value, _known(one.change)) for one in found.headlines
    )
    head = (_("figure"), _("people"), _("since yesterday"))
    return Block("headlines", _("At this hour"), head, rows)


def hidden_words() -> str:
    """What the star means."""
    return _("* hidden: fewer than %(n)s people, or a number that would give such a one away.") % {
        "n": SMALL_MAX + 1
    }


def place_words(found: Sitrep, place: str) -> str:
    """The name of a place in the reader's language."""
    language = get_language() or "en"
    for one, _people in found.standings:
        if one.id == place:
            return one.named_in(language)
    return in_script(place, reads_arabic())


def _known(value: int | None) -> Value:
    return _("not known") if value is None else value


def _shown(value: int | None) -> Value:
    return HIDDEN if value is None else value


def _places(found: Sitrep) -> Block:
    language = get_language() or "en"
    rows: list[tuple[Value, ...]] = [
        (one.named_in(language), _shown(people), one.capacity or "–")
        for one, people in found.standings
    ]
    rows.append((_("on the road"), _shown(found.on_the_road), "–"))
    rows.append((_("everybody"), _shown(found.inside), "–"))
    head = (_("place"), _("people"), _("room for"))
    return Block("places", _("Where everybody is"), head, tuple(rows))


def _ages(found: Sitrep) -> Block:
    ages = found.ages
    rows: list[tuple[Value, ...]] = [
        (LEFT_TO_RIGHT.format(band_words(band)) if band != "unknown" else _("age not known"),
         *map(_shown, cells[:2]), _shown(total))
        for band, cells, total in zip(BANDS, ages.cells, ages.rows, strict=False)
    ]  # fmt: skip
    rows.append((_("sex not known"), "–", "–", _shown(ages.rows[-1])))
    rows.append((_("everybody"), *map(_shown, ages.columns[:2]), _shown(ages.total)))
    head = (_("years"), _("women and girls"), _("men and boys"), _("all"))
    note = _("People with a name, in UNHCR's age bands.")
    return Block("ages", _("Age and sex"), head, tuple(rows), note)


def _nationalities(found: Sitrep) -> Block:
    rows: list[tuple[Value, ...]] = [
        (nationality_words(code), people) for code, people in found.nationalities
    ]
    kinds, people = found.others
    if kinds:
        words = _("%(n)s other nationalities, each of few people") % {"n": kinds}
        rows.append((words, people if people > SMALL_MAX else HIDDEN))
    rows.append((_("everybody with a name"), _shown(found.ages.total)))
    return Block("nationality", _("Nationality"), (_("nationality"), _("people")), tuple(rows))


def _backlog(found: Sitrep) -> Block:
    rows = tuple(
        (
            place_words(found, one.place),
            one.waiting if not 0 < one.waiting <= SMALL_MAX else HIDDEN,
            one.free,
            _("nobody leaves") if one.days is None and one.waiting else str(one.days or 0),
        )
        for one in found.backlog
    )
    head = (_("place"), _("wait for a seat"), _("seats free"), _("days at this pace"))
    note = "" if rows else _("Nobody waits for the road on.")
    return Block("backlog", _("Waiting for the road"), head, rows, note)


def _shelter(found: Sitrep) -> Block:
    shelter = found.shelter
    rows = (
        (_("people in camp"), shelter.in_camp),
        (_("with a unit to sleep in"), _known(shelter.roofed)),
        (_("without one"), _known(shelter.without)),
    )
    return Block("shelter", _("Shelter"), (_("who"), _("people")), rows)


def _needs(found: Sitrep) -> Block:
    rows = tuple(_need(one) for one in found.needs)
    head = (_("what"), _("standard"), _("needed"), _("handed out"), "%", _("source"))
    note = _(
        "For %(n)s people. Daily figures: handed out by token in the last 24 hours, and parcels "
        "while they last. What runs from tanks and taps is not in the books."
    ) % {"n": printed(found.people)}
    return Block("standards", _("Relief and shelter against the standards"), head, rows, note)


def _need(one: Need) -> tuple[Value, ...]:
    standard = one.standard
    figure = f"{standard.figure:g} {_(standard.unit)}"
    percent = one.percent
    return (
        _(standard.name), figure, one.needed, _known(one.given),
        "–" if percent is None else percent, _(standard.source),
    )  # fmt: skip


def _books(found: Sitrep) -> Block:
    rows = tuple(
        (kind_words(kind), number) for kind, number in sorted(Counter(found.open_kinds).items())
    )
    note = "" if rows else _("Everything balances.")
    head = (_("kind"), _("open"))
    return Block("books", _("What does not balance"), head, rows, note)


def _reported(found: Sitrep) -> Block:
    rows = tuple(
        (
            _("%(source)s: %(what)s, %(where)s")
            % {
                "source": one.claim.source,
                "what": claim_words.measure_words(one.beside.measure),
                "where": place_words(found, one.place or one.claim.place),
            },
            claim_words.claimed_words(one.claim),
            claim_words.days_words(one.beside.first_on, one.beside.last_on),
            _known(one.counted),
        )
        for one in found.reported
    )
    head = (_("who said what"), _("reported"), _("when"), _("counted"))
    note = "" if rows else _("No accepted report stands beside our numbers.")
    return Block("reported", _("Reported beside counted"), head, rows, note)


def _road(found: Sitrep) -> Block:
    rows: list[tuple[Value, ...]] = [(_("convoys overdue"), found.road.late_count)]
    rows += [(_segment(found, one), _status(one)) for one in found.road.held]
    head = (_("what"), _("state"))
    return Block("road", _("The road"), head, tuple(rows))


def _segment(found: Sitrep, one: SegmentStatus) -> str:
    joined = ends(one.segment, [place.id for place, _people in found.standings])
    return " – ".join(place_words(found, end) for end in joined)


def _status(one: SegmentStatus) -> str:
    words = _("closed") if one.status == "closed" else _("with caution")
    return f"{words}: {one.reason}" if one.reason else words


def _forecast(found: Sitrep) -> Block:
    bands = found.outlook.sums()
    rows = tuple((span_words(days), band.low, band.median, band.high) for days, band in bands)
    head = (_("arrivals in"), _("from"), _("middle"), _("to"))
    if rows:
        note = _("Four times in five the number lies in the band.")
    else:
        note = _("Fewer than %(n)s days of counts: no forecast.") % {"n": COUNTS_MIN}
    return Block("forecast", _("Forecast"), head, rows, note)


def moment_words(found: Sitrep) -> str:
    """The hour of the sitrep."""
    day = formats.date_format(found.moment.local, "j F Y")
    hour = formats.time_format(found.moment.local, "H:i")
    return _("%(day)s, %(hour)s") % {"day": day, "hour": hour}
