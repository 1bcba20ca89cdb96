"""Claims in the words of the page: what is counted, how many, when, and the difference from us."""

from datetime import date
from functools import lru_cache

from django.utils import formats
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from serai.core.reports.beside import Measure, Why
from serai.situation.models import Claim
from serai.situation.reported import Held, a_day
from serai.web.templatetags.serai import day_written

FAR_SHARE = 0.05  # a smaller difference may be the rounding of either side
LANGUAGES_KEPT = 8
DAYS_KEPT = 5_000
GAP = "\N{NARROW NO-BREAK SPACE}"


def kind_words(kind: str) -> str:
    """What a figure counts."""
    return _of_people().get(kind) or _of_things().get(kind) or kind


def kinds() -> list[tuple[str, str]]:
    """Every kind a figure can be of, those about people first."""
    return [*_of_people().items(), *_of_things().items()]


def unit_words(unit: str) -> str:
    """In what a figure is counted."""
    thing, _slash, each = unit.partition("/")
    words = {
        "person": _("people"),
        "family": _("families"),
        "vehicle": _("vehicles"),
        "item": _("pieces"),
        "km": _("km"),
        "km2": _("km²"),
        "percent": _("percent"),
    }.get(thing, thing)
    if not each:
        return words
    return _("%(what)s a %(each)s") % {"what": words, "each": _spans().get(each, each)}


def number_words(low: float | None, high: float | None) -> str:
    """How many, with an open side said in words."""
    if low is None or high is None:
        most = _n(high) if low is None else _n(low)
        return (_("up to %(n)s") if low is None else _("at least %(n)s")) % {"n": most}
    if low == high:
        return _n(low)
    return f"{_n(low)}–{_n(high)}"


def claimed_words(claim: Claim) -> str:
    """How many, as sure as the words are."""
    bare = number_words(claim.low, claim.high)
    rough = claim.hedge in ("about", "nearly") and claim.low == claim.high
    return _("about %(n)s") % {"n": bare} if rough else bare


def said_words(claim: Claim) -> str:
    """How many of what, without where and when."""
    return f"{claimed_words(claim)} {unit_words(claim.unit)}"


def days_words(first_on: str, last_on: str) -> str:
    """The days a figure is about."""
    return _days_in(first_on, last_on, get_language())


@lru_cache(maxsize=DAYS_KEPT)
def _days_in(first_on: str, last_on: str, language: str | None) -> str:
    first, last = a_day(first_on), a_day(last_on)
    if not last:
        return _("day not said")
    if not first:
        return _("until %(day)s") % {"day": day_written(last)}
    if first == last:
        return day_written(last)
    short = formats.date_format(
        date.fromisoformat(first), "j M" if first[:4] == last[:4] else "j M Y"
    )
    return _("%(first)s to %(last)s") % {"first": short, "last": day_written(last)}


def measure_words(measure: Measure) -> str:
    """Which of our numbers a claim stands beside."""
    return _measures_in(get_language())[measure]


@lru_cache(maxsize=LANGUAGES_KEPT)
def _measures_in(language: str | None) -> dict[Measure, str]:
    return {
        "present": _("People there"),
        "arrived": _("Arrivals"),
        "left": _("People who left"),
        "remaining": _("Said to remain"),
        "died": _("Deaths"),
        "registered": _("People registered"),
    }


def difference_words(held: Held) -> str:
    """What we counted against what was said, in words."""
    if held.counted is None:
        return _("not counted here")
    n = abs(held.difference)
    if held.beside.measure == "remaining":
        if not held.difference:
            return _("as many as were said to remain, or fewer")
        more = ngettext(
            "%(n)s more came out than was said to remain",
            "%(n)s more came out than were said to remain",
            n,
        )
        return more % {"n": _n(n)}
    if held.difference < 0:
        return ngettext("counted %(n)s fewer than said", "counted %(n)s fewer than said", n) % {
            "n": _n(n)
        }
    if held.difference > 0:
        return ngettext("counted %(n)s more than said", "counted %(n)s more than said", n) % {
            "n": _n(n)
        }
    exact = held.claim.low == held.claim.high
    return _("counted the same as said") if exact else _("counted within what was said")


def far(held: Held) -> bool:
    """Whether our number is far from what was said, and not only rounded."""
    ends = [one for one in (held.claim.low, held.claim.high) if one is not None]
    return abs(held.difference) > FAR_SHARE * max(ends, default=0)


def why_words(why: Why) -> str:
    """Why a claim stands beside none of our numbers."""
    return {
        "thing": _("nothing of this sort is counted here"),
        "part": _("a part of the people, which is not counted apart"),
        "expected": _("expected, not said to have happened"),
        "nowhere": _("no place is said"),
        "undated": _("since when is not said"),
        "": "",
    }[why]


def state_words(state: str) -> tuple[str, str]:
    """The look and the name of a claim's state."""
    return {
        "waiting": ("wait", _("waiting")),
        "accepted": ("good", _("accepted")),
        "corrected": ("good", _("corrected")),
        "rejected": ("bad", _("rejected")),
        "disputed": ("warn", _("judged in two ways")),
    }.get(state, ("note", state))


def relation_words(relation: str) -> str:
    """How people said that claims belong together."""
    return {
        "same": _("the same figure"),
        "range": _("a range"),
        "series": _("one running figure"),
        "different": _("different things"),
    }.get(relation, relation)


def certainty_words(certainty: str) -> str:
    """How sure the report is, where it is not simply said."""
    return {
        "estimate": _("estimate"),
        "reported": _("hearsay"),
        "possible": _("possibly"),
        "expected": _("expected"),
    }.get(certainty, "")


def hazard_words(hazard: str) -> str:
    """A danger that a report names; as it was written where another version of serai read it."""
    return _hazards_in(get_language()).get(hazard, hazard)


@lru_cache(maxsize=LANGUAGES_KEPT)
def _hazards_in(language: str | None) -> dict[str, str]:
    return {
        "suicide car bomb": _("suicide car bomb"),
        "suicide attack": _("suicide attack"),
        "land mines": _("land mines"),
        "IEDs": _("planted bombs"),
        "unexploded ordnance": _("unexploded ordnance"),
        "planted explosives": _("planted explosives"),
        "air strike": _("air strike"),
        "shelling": _("shelling"),
        "ground fighting": _("ground fighting"),
        "attack": _("attack"),
        "checkpoint": _("checkpoint"),
        "road cut": _("road cut"),
        "flood": _("flood"),
        "change of control": _("change of control"),
    }


def problem_words(problem: str) -> str:
    """What the reader could not settle."""
    if problem.startswith("only the first"):
        return _("The report is longer than what is read at once: later figures are left out.")
    if problem.startswith("the text looks wrongly decoded"):
        return _("Some letters look broken: compare with the paper before accepting.")
    if problem.startswith("a number is too long"):
        return _("A number in the words has too many digits to be a count: it is left out.")
    if problem.startswith("the report is dated in the future"):
        return _("The report is dated in the future: its days stay unknown.")
    return problem


def _n(value: float | None) -> str:
    number = value or 0
    whole = f"{number:,.0f}" if number == int(number) else f"{number:,.2f}".rstrip("0")
    return whole.replace(",", GAP)


def _spans() -> dict[str, str]:
    return {
        "day": _("day"),
        "week": _("week"),
        "month": _("month"),
        "hour": _("hour"),
        "vehicle": _("vehicle"),
    }


def _of_people() -> dict[str, str]:
    return _people_in(get_language())


def _of_things() -> dict[str, str]:
    return _things_in(get_language())


@lru_cache(maxsize=LANGUAGES_KEPT)
def _people_in(language: str | None) -> dict[str, str]:
    return {
        "arrived": _("arrived"),
        "fled": _("fled"),
        "departed": _("left"),
        "moved": _("were moved"),
        "displaced": _("were displaced"),
        "returned": _("went back home"),
        "occupancy": _("are there"),
        "registered": _("are registered"),
        "remaining": _("remain inside"),
        "died": _("died"),
        "killed": _("were killed"),
        "injured": _("were wounded"),
        "missing": _("are missing"),
        "held": _("are held"),
        "freed": _("were set free"),
        "surrendered": _("gave themselves up"),
        "strength": _("bear arms"),
        "assisted": _("got help"),
        "need": _("need help"),
    }


@lru_cache(maxsize=LANGUAGES_KEPT)
def _things_in(language: str | None) -> dict[str, str]:
    return {
        "share": _("share"),
        "vehicles": _("vehicles"),
        "load": _("people in a vehicle"),
        "capacity": _("room for"),
        "facilities": _("buildings and tents"),
        "supplies": _("goods"),
        "money": _("money"),
        "area": _("area"),
        "distance": _("distance"),
        "duration": _("time"),
        "ordnance": _("mines and shells"),
        "change": _("change"),
        "population": _("inhabitants"),
        "other": _("something else"),
    }
