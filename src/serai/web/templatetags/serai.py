"""Tags and filters of every page: names, times, numbers, fields, QR codes, small parts."""

import re
from collections.abc import Iterable
from datetime import date, tzinfo
from functools import lru_cache
from typing import Any

import segno
from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.utils import formats, timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext, pgettext

from serai.core import clock
from serai.core.operation import town
from serai.core.script import in_script
from serai.journal.wall import now_ms
from serai.web.forms import new_operation
from serai.web.letters import reads_arabic, sentence_with_names

register = template.Library()

TIMES_KEPT = 20_000  # formatted ones
QR_SCALE = 4
QR_BORDER = 2  # modules of quiet zone
QR_MASK = 2  # readers take any; trying all eight takes five times as long as one
QR_KEPT_MAX = 500
STATUSES_KEPT = 500
STATUSES = ("good", "warn", "bad", "wait", "note")
_NAME_PARTS = ("own", "father", "grandfather", "family")
_CODE = re.compile(r"(?<![\w-])(?=[\w-]*\d)[A-Z0-9]+(?:-[A-Z0-9]+)+(?![\w-])", re.ASCII)
_KEPT = r'<bdi class="kept">\g<0></bdi>'  # G-17, 7K00-019C, P4-B2-17
EARLIER = ' <span class="muted">({} <bdi>{}</bdi>)</span>'


@register.simple_tag
def person_name(person: Any) -> SafeString:
    """A person's name, kept apart from the direction of the words around it.

    Where a search found them by a spelling that was corrected since, it stands beside it.
    """
    if earlier := getattr(person, "earlier", ""):
        beside = format_html(EARLIER, gettext("earlier written"), earlier)
        return SafeString(_person_name(person) + beside)
    return _person_name(person)


def _person_name(person: Any) -> SafeString:
    full = " ".join(filter(None, [_part(person, name) for name in _NAME_PARTS]))
    kunya = _part(person, "kunya")
    if not full or not kunya:  # a list prints a hundred of these
        return SafeString(f"<bdi>{escape(full or kunya or gettext('no name yet'))}</bdi>")
    return format_html('<bdi>{}</bdi> <bdi class="muted">({})</bdi>', full, kunya)


@register.simple_tag
def person_names(people: Iterable[Any]) -> SafeString:
    """The names of several people in one line."""
    return SafeString(" · ".join(map(person_name, people)))


@register.simple_tag
def reasons(told: Iterable[str]) -> SafeString:
    """Why two people may be one, in one line."""
    return SafeString(" · ".join(map(sentence_with_names, told)))


def person_choice(person: Any, words: str) -> str:
    """A member of a family as one of a list to tick: the name, then age and relation in words."""
    return format_html("<bdi>{} {}</bdi> · {}", person.own, person.father or person.family, words)


@register.simple_tag
def comma() -> str:
    """What stands between two parts of a line, as the language of the page writes it."""
    return pgettext("between the words of a list", ", ")


@register.filter
def codes_kept(sentence: str) -> str:
    """A sentence from right to left in which no code is torn apart at the end of a line."""
    if not get_language_bidi():
        return sentence
    return SafeString(_CODE.sub(_KEPT, escape(sentence)))


@register.filter(name="clock")
def clock_time(at_ms: int | None) -> str:
    """The local time, with the day when it is another one; the exact moment in the title."""
    if not at_ms:
        return ""
    zone = timezone.get_current_timezone()
    today = _day(now_ms() // clock.MINUTE_MS, zone)
    return _hour_element(int(at_ms), today, get_language(), zone)


@register.simple_tag
def printed_at() -> str:
    """The day and hour on the station's clock, for the head of a printed page."""
    now = timezone.localtime(clock.from_ms(now_ms()))
    return str(formats.date_format(now, "j F Y H:i"))


@register.filter
def ago(at_ms: int | None) -> str:
    """How long ago, in the largest unit that fits; the exact moment in the title."""
    if not at_ms:
        return ""
    amount, unit = _distance(now_ms() - int(at_ms))
    language, zone = get_language(), timezone.get_current_timezone()
    return _ago_element(int(at_ms), amount, unit, language, zone)


@register.filter(name="day")
def day_written(day: str) -> str:
    """A day as people write it, from its ISO date; as it stands when it is no date."""
    try:
        return str(formats.date_format(date.fromisoformat(day), "j M Y"))
    except ValueError:
        return day


@register.filter
def number(count: int | None) -> str:
    """A whole number with a thin gap between thousands: the same in every language."""
    if count is None:
        return ""
    return SafeString(f"{int(count):,}".replace(",", "\N{NARROW NO-BREAK SPACE}"))


@register.simple_tag
def qr(text: str, scale: int = QR_SCALE) -> SafeString:
    """A QR code as SVG that needs no style of its own."""
    return _drawn(str(text), scale)


@lru_cache(maxsize=QR_KEPT_MAX)  # a page of slips takes longer over its codes than over the rest
def _drawn(text: str, scale: int) -> SafeString:
    code = segno.make(text, error="m", micro=False, mask=QR_MASK)
    side = code.symbol_size(scale, border=QR_BORDER)[0]
    drawn = code.svg_inline(
        border=QR_BORDER, omitsize=True, svgclass="qr", lineclass=None, title=text
    )  # with a viewBox, so that a page may draw it larger or smaller than its own size
    sized = drawn.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    return mark_safe(sized)  # noqa: S308 - segno escapes the title


@register.simple_tag
def operation() -> SafeString:
    """The hidden id that makes sending a bare button twice harmless."""
    return format_html('<input type="hidden" name="operation" value="{}">', new_operation())


@register.simple_tag
def status(kind: str, words: str) -> SafeString:
    """A status as icon and words in a colour."""
    return _status(kind, words)


@lru_cache(maxsize=STATUSES_KEPT, typed=True)  # a safe text and the same text unsafe are two
def _status(kind: str, words: str) -> SafeString:
    assert kind in STATUSES, kind
    return format_html('<span class="status {}">{}</span>', kind, words)


@register.inclusion_tag("web/parts/field.html")
def field(bound: BoundField, kind: str = "") -> dict[str, Any]:
    """Label, control, hint and error of one form field."""
    return {"field": bound, "kind": kind}


@register.inclusion_tag("web/parts/counter.html")
def counter(bound: BoundField) -> dict[str, Any]:
    """A count with a big minus and a big plus."""
    return {"field": bound}


@register.inclusion_tag("web/parts/chips.html")
def chips(bound: BoundField) -> dict[str, Any]:
    """Choices as pills to tap: checkboxes or radio buttons."""
    return {"field": bound}


@register.inclusion_tag("web/parts/progress.html")
def progress(count: int, of: int, words: str = "") -> dict[str, Any]:
    """A bar counting up against a list, with the numbers in words."""
    return {"count": count, "of": of, "words": words}


@register.inclusion_tag("web/parts/pager.html", takes_context=True)
def pager(context: template.Context, page: Page[Any]) -> dict[str, Any]:
    """The way to the pages before and after."""
    return {"page": page, "asked": _asked_without_page(context)}


@register.simple_tag(takes_context=True)
def place_name(context: template.Context, place: str) -> str:
    """A place's name in the language of the page: an open place, a town, or one that is known."""
    return place_called(context.get("house"), place)


def place_called(house: Any, place: str) -> str:
    """The same for rows made before their page; `house` knows the places of a request."""
    known = str(house.name_of(place)) if house else place
    arabic = reads_arabic()
    origin = town(place) if known == place else None
    if origin is None:
        return in_script(known, arabic) if known == place else known
    return (origin.name_ar or origin.name) if arabic else origin.name


def _part(person: Any, name: str) -> str:
    found = person.get(name) if isinstance(person, dict) else getattr(person, name, "")
    return str(found or "")


@lru_cache(maxsize=TIMES_KEPT)
def _hour_element(at_ms: int, today: date, language: str | None, zone: tzinfo) -> SafeString:
    """The whole element; a list prints the same few moments in row after row."""
    return _time_element(at_ms, _hour(at_ms, today))


@lru_cache(maxsize=TIMES_KEPT)
def _ago_element(
    at_ms: int, amount: int, unit: str, language: str | None, zone: tzinfo
) -> SafeString:
    return _time_element(at_ms, _ago_words(amount, unit))


def _time_element(at_ms: int, shown: str) -> SafeString:
    moment = timezone.localtime(clock.from_ms(at_ms))
    exact = formats.date_format(moment, "j F Y H:i:s")
    iso = moment.isoformat("T", "seconds")
    return format_html('<time datetime="{}" title="{}">{}</time>', iso, exact, shown)


@lru_cache(maxsize=4)
def _day(minute: int, zone: tzinfo) -> date:
    """The local day of a minute since 1970."""
    return timezone.localtime(clock.from_ms(minute * clock.MINUTE_MS)).date()


def _hour(at_ms: int, today: date) -> str:
    moment = timezone.localtime(clock.from_ms(at_ms))
    shown = formats.time_format(moment, "H:i")
    if moment.date() == today:
        return shown
    day = "j M" if moment.year == today.year else "j M Y"
    return gettext("%(day)s, %(hour)s") % {"day": formats.date_format(moment, day), "hour": shown}


def _distance(passed_ms: int) -> tuple[int, str]:
    """How much of the largest unit that fits has passed."""
    if passed_ms < clock.MINUTE_MS:
        return 0, ""
    if passed_ms < clock.HOUR_MS:
        return passed_ms // clock.MINUTE_MS, "minutes"
    if passed_ms < 2 * clock.DAY_MS:
        return passed_ms // clock.HOUR_MS, "hours"
    return passed_ms // clock.DAY_MS, "days"


def _ago_words(n: int, unit: str) -> str:
    if unit == "minutes":
        return ngettext("%(n)s minute ago", "%(n)s minutes ago", n) % {"n": n}
    if unit == "hours":
        return ngettext("%(n)s hour ago", "%(n)s hours ago", n) % {"n": n}
    if unit == "days":
        return ngettext("%(n)s day ago", "%(n)s days ago", n) % {"n": n}
    return gettext("just now")


def _asked_without_page(context: template.Context) -> str:
    request = context.get("request")
    if request is None:
        return ""
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode() + "&" if asked else ""
