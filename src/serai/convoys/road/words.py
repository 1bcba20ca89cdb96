"""The road in words: kinds of danger, how well a place is known, how old a thing is."""

from datetime import date

from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from serai.core.hazards import age

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
SURFACES = (
    ("asphalt", _("Asphalt")),
    ("gravel", _("Gravel")),
    ("track", _("Track in the desert")),
)
_KINDS, _STATUSES, _SURFACES = dict(KINDS), dict(STATUSES), dict(SURFACES)


def kind_words(what: str) -> str:
    """The name of a danger; the word itself when another version of serai wrote it."""
    return str(_KINDS.get(what, what))


def status_words(status: str) -> str:
    """The name of a status."""
    return str(_STATUSES.get(status, status))


def surface_words(surface: str) -> str:
    """The kind of a road; "" when nobody said so."""
    return str(_SURFACES.get(surface, surface))


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
