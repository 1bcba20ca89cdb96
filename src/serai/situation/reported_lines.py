"""A claim beside our number as one line of words, and the panel of such lines on the wall."""

from collections.abc import Callable, Sequence

import msgspec
from django.utils.safestring import SafeString

from serai.core.script import in_script
from serai.situation import claim_words as words
from serai.situation.moment import Moment
from serai.situation.reported import Held, panel
from serai.situation.whereabouts import Spot
from serai.web.letters import reads_arabic
from serai.web.printed import printed

Named = Callable[[str], str]


class Line(msgspec.Struct, frozen=True):
    """What is printed of a claim: who said how many of what, where and when, and our number."""

    report: str
    figure: int
    source: str
    measure: str
    where: str
    said: str
    bare: str
    days: str
    counted: int | None
    look: str
    difference: str
    books_at: str


class Shown(msgspec.Struct, frozen=True):
    """The lines of the wall, and the hour that links carry on."""

    ranges: tuple[tuple[Line, ...], ...]
    latest: tuple[Line, ...]
    waiting: int
    asked: str


def line_of(one: Held, name_of: Named) -> Line:
    """A claim beside our number, in words; `name_of` names our places."""
    claim = one.claim
    place = in_script(claim.place or claim.place_from, reads_arabic())
    return Line(
        report=claim.report,
        figure=claim.number,
        source=claim.source,
        measure=words.measure_words(one.beside.measure),
        where=name_of(one.place) if one.place else place,
        said=words.claimed_words(claim),
        bare=words.number_words(claim.low, claim.high),
        days=words.days_words(one.beside.first_on, one.beside.last_on),
        counted=one.counted,
        look="good" if not one.difference else "warn" if words.far(one) else "note",
        difference=words.difference_words(one),
        books_at=f"{one.beside.last_on}T23:59",
    )


def panel_of(
    moment: Moment, places: Sequence[Spot], name_of: Named
) -> tuple[list[Line], SafeString]:
    """The alarms of the wall as lines, and the panel of reported figures, printed."""
    found = panel(moment, places)
    shown = Shown(
        ranges=tuple(tuple(line_of(one, name_of) for one in members) for members in found.ranges),
        latest=tuple(line_of(one, name_of) for one in found.latest),
        waiting=found.waiting,
        asked=moment.asked,
    )
    alarms = [line_of(alarm.held, name_of) for alarm in found.alarms]
    return alarms, printed("situation/reported_panel.html", shown)
