"""Chooses the place an Arabic figure holds for, and where people came from."""

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from serai.core.reports.arabic_days import Phrase
from serai.core.reports.arabic_figures import Figure
from serai.core.reports.arabic_places import Mention, mentions
from serai.core.reports.arabic_speakers import Speaker, Voices
from serai.core.reports.reading import Meta

TAKEN = frozenset(("held", "missing"))  # where people were taken from is where it holds
THERE = re.compile(r"\s(?:\w+\s)?(?:فيها|فيه|بها|داخلها|بداخلها|داخله)(?!\w)")
BULLETS = ("-", "*", "•", "·", "▪", "●")
MOVING = frozenset(
    ("arrived", "fled", "displaced", "moved", "departed", "returned", "vehicles", "load")
)
STATES = frozenset(
    (
        "occupancy",
        "remaining",
        "strength",
        "share",
        "area",
        "need",
        "capacity",
        "population",
        "held",
        "missing",
        "distance",
        "facilities",
    )
)


class Setting(msgspec.Struct):
    """What is carried from sentence to sentence."""

    meta: Meta
    report: date | None
    home: str | None
    voices: Voices
    camp: str | None = None
    town: str | None = None
    city: str | None = None  # the last one that is no village
    wide: str | None = None
    land: str | None = None  # the first wide place named, which "the country" goes back to
    last: str | None = None
    day: Phrase | None = None
    kind: str | None = None


class Spot(msgspec.Struct, frozen=True):
    """A sentence with what was found in it."""

    text: str
    base: int
    figures: list[Figure]
    places: Sequence[Mention]
    days: list[Phrase]
    speakers: list[Speaker]


def place_of(spot: Spot, figure: Figure, setting: Setting) -> tuple[str | None, str | None, str]:
    """Place, place of origin, and the rule that found them."""
    moving = figure.kind in MOVING
    origin = _best(spot, figure, [m for m in spot.places if m.role == "from"]) if moving else None
    goal = _best(spot, figure, [m for m in spot.places if m.role == "to"]) if moving else None
    goal = None if goal and _crossed(spot, figure, goal) else goal
    rest: Sequence[Mention] = [m for m in spot.places if m.role != "from"]
    if THERE.match(spot.text, figure.end):
        rest = [m for m in spot.places if m.end <= figure.start][-1:]
    apart = moving or (figure.kind in STATES and figure.kind not in TAKEN)
    rest = rest or ([] if apart else spot.places)
    chosen = goal or _best(spot, figure, rest)
    if chosen and origin and not goal and _is_rather(origin, chosen, spot, figure):
        chosen = None
    source = _meant(spot, origin, setting) if origin else None
    if chosen:
        return _meant(spot, chosen, setting), source, f"place:{chosen.role or 'named'}"
    if origin and figure.kind in ("arrived", "returned") and (near := by_speaker(spot, setting)):
        return near, source, "place:speaker"
    if origin:
        return source, source, "place:origin"
    if near := by_speaker(spot, setting):
        return near, None, "place:speaker"
    bullet = spot.text.lstrip()[:1] in BULLETS
    carried = (setting.home or setting.last) if bullet else (setting.last or setting.home)
    return carried, None, "place:carried"


def _is_rather(origin: Mention, chosen: Mention, spot: Spot, figure: Figure) -> bool:
    """Whether people who left are told of where they left, not of a place named in passing."""
    if figure.kind in ("arrived", "returned"):
        return False
    if chosen.kind == "wide" and origin.kind != "wide":
        return True
    return _cost(spot, figure, chosen) > _cost(spot, figure, origin)


def by_speaker(spot: Spot, setting: Setting) -> str | None:
    """The place in a speaker's name: the health ministry in Gaza."""
    for one in mentions(spot.text):
        if is_inside(one, spot.speakers) and not one.back:
            return spot.text[one.start : one.end]
    return None


def _meant(spot: Spot, one: Mention, setting: Setting) -> str:
    """The camp, the town: the one named before."""
    name = spot.text[one.start : one.end]
    if not one.back:
        return name
    if name.removeprefix("ال") == "بلاد":
        return setting.land or setting.wide or name
    if name.removeprefix("ال").startswith("مدينه") and setting.city:
        return setting.city
    known = {"camp": setting.camp, "town": setting.town, "wide": setting.wide}[one.kind]
    return known or setting.last or name


def _best(spot: Spot, figure: Figure, found: Sequence[Mention]) -> Mention | None:
    return min(found, key=lambda one: _cost(spot, figure, one), default=None)


def _cost(spot: Spot, figure: Figure, one: Mention) -> float:
    low, high = (figure.end, one.start) if one.start >= figure.end else (one.end, figure.start)
    between = spot.text[low:high]
    crossed = _crossed(spot, figure, one)
    sides = (
        8 * (one.start < figure.start)
        + 25 * (one.kind == "wide")
        + 30 * (not one.role)
        + 12 * one.joined
    )
    return len(between) + 15 * between.count(",") + 40 * crossed + sides


def _crossed(spot: Spot, figure: Figure, one: Mention) -> int:
    """How many other figures stand between a figure and a place."""
    low, high = (figure.end, one.start) if one.start >= figure.end else (one.end, figure.start)
    return sum(low <= other.start < high for other in spot.figures if other is not figure)


def is_inside(one: Mention, speakers: list[Speaker]) -> bool:
    return any(s.start <= one.start and one.end <= s.end for s in speakers if s.start >= 0)
