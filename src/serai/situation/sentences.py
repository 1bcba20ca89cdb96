"""What does not balance, said in a sentence: what was expected, what was found."""

from collections.abc import Callable
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from serai.core import clock
from serai.registry.discrepancies import Listed

HOURS_TOLD_MAX = 48


def sentence(one: Listed) -> str:
    """The discrepancy in the language of the page.

    Kinds that other rooms add are said by their amount until they have a sentence here.
    """
    told = _SENTENCES.get(one.kind, _amount)
    try:
        return told(one)
    except (KeyError, TypeError, ValueError):
        return _amount(one)  # facts another version of serai wrote


def kind_words(kind: str) -> str:
    """The name of a kind of discrepancy."""
    return {
        "headcount": _("Headcount"),
        "negative": _("Below zero"),
        "elsewhere": _("In two places"),
        "convoy": _("Convoy"),
        "handout": _("Handed out twice"),
        "disputed": _("Values that disagree"),
        "shelter": _("Shelter"),
        "twice": _("Counted twice"),
    }.get(kind, kind)


def duration(hours: int) -> str:
    """How long something has lasted: in hours up to two days, then in days."""
    if hours < HOURS_TOLD_MAX:
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    days = hours // 24
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}


def _headcount(one: Listed) -> str:
    facts = {"counted": _number(one.facts["counted"]), "expected": _number(one.facts["expected"])}
    return _("%(counted)s people were counted, %(expected)s are in the books.") % facts


def _negative(one: Listed) -> str:
    missing = ngettext(
        "%(n)s more person left than was ever counted in (%(band)s).",
        "%(n)s more people left than were ever counted in (%(band)s).",
        abs(one.amount),
    )
    return missing % {"n": abs(one.amount), "band": band_name(str(one.facts["band"]))}


def _elsewhere(one: Listed) -> str:
    return _("The same person was written down in two places at once.")


def _convoy(one: Listed) -> str:
    facts = {"code": str(one.facts["code"]), "n": abs(one.amount)}
    if one.amount > 0:
        return _("Convoy %(code)s: %(n)s came off who never got on.") % facts
    short = _("Convoy %(code)s: %(n)s got on and did not come off.") % facts
    return " ".join([short, *map(_vehicle, _listed_facts(one, "vehicles"))])


def _vehicle(row: dict[str, Any]) -> str:
    facts = {"vehicle": row["label"], "left": int(row["left"]), "received": int(row["received"])}
    return _("%(vehicle)s: %(left)s left, %(received)s received.") % facts


def _handout(one: Listed) -> str:
    facts = {
        "token": str(one.facts["token"]),
        "first_at": _moment(one.facts["first_at"]),
        "first_by": str(one.facts["first_by"]),
        "second_at": _moment(one.facts["second_at"]),
        "second_by": str(one.facts["second_by"]),
    }
    return (
        _(
            "Token %(token)s got the same relief twice: %(first_at)s from %(first_by)s, "
            "%(second_at)s from %(second_by)s."
        )
        % facts
    )


def _disputed(one: Listed) -> str:
    if "described" in one.facts:
        return _("Stations describe a segment of the road differently. The newest is shown.")
    if "segment" in one.facts:
        return _("Stations disagree whether a segment of the road is open. The worse one holds.")
    if one.facts.get("stations") == 1:
        return _(
            "Two people at one station, or two open pages there, wrote different values "
            "about one person."
        )
    return _("Stations wrote different values about one person.")


def _shelter(one: Listed) -> str:
    facts = {"unit": str(one.facts["unit"]), "n": abs(one.amount)}
    return _("Shelter %(unit)s: %(n)s people more than it should have.") % facts


def _twice(one: Listed) -> str:
    return _("One person stands in the books under two records: one of them is one too many.")


def _amount(one: Listed) -> str:
    return _("%(kind)s: a difference of %(n)s.") % {"kind": kind_words(one.kind), "n": one.amount}


_SENTENCES: dict[str, Callable[[Listed], str]] = {
    "headcount": _headcount,
    "negative": _negative,
    "elsewhere": _elsewhere,
    "convoy": _convoy,
    "handout": _handout,
    "disputed": _disputed,
    "shelter": _shelter,
    "twice": _twice,
}


def band_name(band: str) -> str:
    """A band of the books as people read it."""
    return {
        "named": _("with a name"),
        "man": _("men"),
        "woman": _("women"),
        "boy": _("boys"),
        "girl": _("girls"),
        "unknown": _("not told apart"),
    }.get(band, band)


def _listed_facts(one: Listed, name: str) -> list[dict[str, Any]]:
    found = one.facts.get(name, [])
    return list(found) if isinstance(found, list) else []


def _moment(at_ms: object) -> str:
    local = timezone.localtime(clock.from_ms(int(str(at_ms))))
    return formats.date_format(local, "j M H:i")


def _number(value: object) -> str:
    return f"{int(str(value)):,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
