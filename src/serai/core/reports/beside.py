"""What of a claim can be held beside our own count: which number, where, over which days.

Nothing is averaged and nothing is chosen: every claim keeps its own ends, and the difference is
counted minus whichever end it passes.
"""

from typing import Literal

import msgspec

Measure = Literal["present", "arrived", "left", "remaining", "died", "registered"]
MEASURES: tuple[Measure, ...] = ("present", "arrived", "left", "remaining", "died", "registered")
Why = Literal["thing", "part", "expected", "nowhere", "undated", ""]

COMES = frozenset(("arrived", "moved", "displaced", "returned"))
GOES = frozenset(("fled", "departed", "moved", "displaced"))
STAYS: dict[str, Measure] = {
    "occupancy": "present",
    "remaining": "remaining",
    "died": "died",
    "registered": "registered",
}
SO_FAR = frozenset(("died", "registered"))  # a sum since the beginning, unless days are said
# Words for everybody: any other noun counts a part of the people, which we do not count apart.
EVERYBODY = frozenset(
    (
        "", "people", "persons", "individuals", "civilians", "residents", "inhabitants", "souls",
        "displaced", "displaced people", "displaced persons", "idps", "arrivals", "new arrivals",
        "evacuees", "refugees", "refugees and displaced people",
    )
)  # fmt: skip
# The same in Arabic, in the plain letters of the reader: a displaced one, two, many.
_ONE = ("شخص", "مدني", "نازح", "لاجي", "مواطن", "مهجر", "وافد", "فرد", "ساكن", "انسان")
_ENDINGS = ("", "ا", "ان", "ين", "ون")
EVERYBODY_ARABIC = frozenset(
    (
        *(one + ending for one in _ONE for ending in _ENDINGS),
        "اشخاص",
        "افراد",
        "سكان",
        "ناس",
        "نسمه",
    )
)


class Said(msgspec.Struct, frozen=True):
    """The parts of a claim that a comparison needs; days are ISO dates or empty."""

    kind: str
    unit: str
    low: float | None
    high: float | None
    place_key: str = ""
    from_key: str = ""
    first_on: str = ""
    last_on: str = ""
    what: str = ""
    certainty: str = "stated"
    part: bool = False  # of another figure of the same sentence


class Beside(msgspec.Struct, frozen=True):
    """One number of ours that a claim stands beside. `first_on` empty: since the beginning."""

    measure: Measure
    key: str
    first_on: str
    last_on: str


def beside(said: Said) -> list[Beside]:
    """Every number of ours that the claim can be held beside.

    >>> march = Said("arrived", "person", 5200, 5200, "camp", "", "2019-03-05", "2019-03-07")
    >>> [(one.measure, one.first_on) for one in beside(march)]
    [('arrived', '2019-03-05')]
    """
    return [] if why_not(said) else list(_measures(said))


def why_not(said: Said) -> Why:
    """Why a claim stands beside nothing of ours; empty when it does."""
    if said.unit != "person" or said.kind not in {*COMES, *GOES, *STAYS}:
        return "thing"
    if said.certainty == "expected":
        return "expected"
    if said.part or part_of(said.what):
        return "part"
    if not said.last_on:
        return "undated"
    if not _measures(said):
        return "nowhere" if not (said.place_key or said.from_key) else "undated"
    return ""


def part_of(what: str) -> str:
    """The part of the people that a noun counts; empty when it counts everybody.

    >>> part_of("Displaced people"), part_of("المدنيين"), part_of("children"), part_of("طفل")
    ('', '', 'children', 'طفل')
    """
    noun = what.casefold().strip()
    whole = noun in EVERYBODY or noun.removeprefix("ال") in EVERYBODY_ARABIC
    return "" if whole else noun


def _measures(said: Said) -> list[Beside]:
    if said.kind in STAYS:
        measure = STAYS[said.kind]
        first = said.first_on if measure in SO_FAR else said.last_on
        return [Beside(measure, said.place_key, first, said.last_on)] if said.place_key else []
    if not said.first_on:
        return []  # since when it is meant is not said
    found = []
    origin = said.from_key or (said.place_key if said.kind in ("fled", "departed") else "")
    if said.kind in GOES and origin:
        found.append(Beside("left", origin, said.first_on, said.last_on))
    if said.kind in COMES and said.place_key and said.place_key != said.from_key:
        found.append(Beside("arrived", said.place_key, said.first_on, said.last_on))
    return found


def difference(counted: int, low: float | None, high: float | None) -> int:
    """How many more (or fewer, below zero) we counted than was said; 0 within what was said.

    >>> difference(8_100, 5_200, 5_200), difference(8_100, 12_000, None), difference(70, 60, None)
    (2900, -3900, 0)
    """
    if low is not None and counted < low:
        return round(counted - low)
    if high is not None and counted > high:
        return round(counted - high)
    return 0


def passed(counted: int, low: float | None, high: float | None) -> int:
    """By how many our count is above all that was said to be left; 0 while it is not."""
    most = high if high is not None else low
    return max(0, round(counted - most)) if most is not None else 0
