"""The road in words: kinds of danger, how well a place is known, how old a thing is."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import get_language, gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from serai.core.hazards import age
from serai.core.operation import PLACES
from serai.core.road import BY_ID

KINDS = (
    ("mine", _("Mines")),
    ("ied", _("Planted bomb")),
    ("attack", _("Attack")),
    ("strike", _("Air strike or shelling")),
    ("checkpoint", _("Checkpoint")),
    ("flood", _("Flood")),
    ("closed", _("Road cut")),
)
PRECISIONS = (
    ("spot", _("The very spot (1 km)")),
    ("town", _("The town or village (5 km)")),
    ("area", _("Somewhere around (25 km)")),
    ("region", _("Only the region")),
)
STATUSES = (
    ("open", pgettext_lazy("segment", "Open")),
    ("caution", _("With caution")),
    ("closed", _("Closed")),
)
_KINDS, _STATUSES = dict(KINDS), dict(STATUSES)


def kind_words(what: str) -> str:
    """The name of a danger; the word itself when another version of serai wrote it."""
    return str(_KINDS.get(what, what))


def status_words(status: str) -> str:
    """The name of a status."""
    return str(_STATUSES.get(status, status))


def segment_words(segment: str, name_of: Callable[[str], str] = str) -> str:
    """A segment by its two ends, as this station names them, else as the operation does."""
    known = BY_ID.get(segment)
    if known is None:
        return segment
    return f"{end_words(known.source, name_of)} – {end_words(known.target, name_of)}"


def end_words(place: str, name_of: Callable[[str], str] = str) -> str:
    """A place of the road by name, also where no such place was opened."""
    shown = name_of(place)
    if shown != place:
        return shown
    known = next((one for one in PLACES if one.place == place), None)
    if known is None:
        return place
    return known.name_ar if (get_language() or "").startswith("ar") else known.name


def age_words(on: str, today: date) -> str:
    """How long ago a day was; "" when nobody said which day."""
    count, unit = age(on, today)
    if unit == "unknown":
        return ""
    if unit == "day" and count < 2:
        return gettext("yesterday") if count else gettext("today")
    told = {
        "day": ngettext("%(n)s day ago", "%(n)s days ago", count),
        "month": ngettext("%(n)s month ago", "%(n)s months ago", count),
        "year": ngettext("%(n)s year ago", "%(n)s years ago", count),
    }[unit]
    return told % {"n": count}
