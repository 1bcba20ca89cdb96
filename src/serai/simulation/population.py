"""Who the people are: households as they come off a truck, fitted to the reported margins.

Sizes, ages and sexes follow what OCHA, REACH and the UN reported of Al-Hol in March 2019: two
thirds children, 27 % women, 7 % men, 3.5 people a household. The men who were taken apart at
the reception come on top.
"""

from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

import msgspec

from serai.core.ledger import Band
from serai.core.people import Relation, Sex
from serai.simulation.names import Lineage, Part

Value = TypeVar("Value")

SIZES = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
SIZE_SHARES = (12, 20, 24, 19, 12, 7, 3.5, 1.3, 0.7, 0.3, 0.2)
CHILD_CELLS: tuple[tuple[Sex, int, int], ...] = (
    ("male", 0, 60), ("female", 0, 60), ("male", 60, 144), ("female", 60, 144),
    ("male", 144, 216), ("female", 144, 216),
)  # fmt: skip
CHILD_SHARES = (13.7, 13.3, 15.2, 14.8, 3.6, 5.4)
ELDER_WOMAN_SHARE = 0.067
ELDER_MAN_SHARE = 0.17
WOMAN_LEADS_SHARE = 0.86
SECOND_WOMAN_SHARE = 0.10
MAN_STAYS_SHARE = 0.24
CHILDREN_ALONE_SHARE = 0.015
MAN_APART_SHARE = 0.165  # households whose man is taken apart, beside men who came without family
YOUNGEST_PARENT_MONTHS = 14 * 12
OLDEST_MOTHER_MONTHS = 48 * 12
LOOKS_GROWN_MONTHS = 16 * 12  # from here on a clerk may count a child as an adult
LOOKS_GROWN_SHARE = 0.25

NATIONALITY_SHARES: tuple[tuple[int, tuple[int, int, int]], ...] = (
    (50, (58, 36, 6)),  # up to this day of the operation: Syrians, Iraqis, others
    (79, (50, 40, 10)),
    (999, (33, 46, 21)),
)
OTHERS = ("TUR", "RUS", "TUN", "MAR", "EGY", "KAZ", "UZB", "TJK", "IDN", "AZE", "FRA", "DEU")
OTHER_SHARES = (20, 19, 9, 11, 9, 7, 8, 5, 6, 3, 2, 1)
_SYRIAN_TOWNS = ("baghuz", "susah", "shafah", "hajin", "abu-kamal", "mayadin", "deir-ez-zor",
                 "raqqah", "aleppo", "marashidah", "gharanij", "homs")  # fmt: skip
_IRAQI_TOWNS = ("qaim", "mosul", "tall-afar", "baaj", "rawah", "anah", "fallujah", "hadithah")

_SIZE_SUMS = tuple(accumulate(SIZE_SHARES))
_CHILD_SUMS = tuple(accumulate(CHILD_SHARES))
_OTHER_SUMS = tuple(accumulate(OTHER_SHARES))


class Human(msgspec.Struct):
    """One human being of the story: what is true of them, whatever the desk writes."""

    sex: Sex
    months: int
    relation: Relation
    band: Band  # the class in which the gate counts them
    apart: bool = False  # taken to the screening site
    away: bool = False  # sent to hospital from the reception
    sent: bool = False  # sent to hospital from the camp
    fate: str = ""  # where they die, if they do
    word: str = ""  # triage word, if a nurse sees them
    person: str = ""
    gone_at: int = 0  # when they died

    @property
    def adult(self) -> bool:
        """Whether they are eighteen or older."""
        return self.months >= 216

    def stands(self, at_ms: int) -> bool:
        """Whether they are alive at a moment."""
        return not self.gone_at or self.gone_at > at_ms


class Family(msgspec.Struct):
    """A household of the story, from the truck to the tent."""

    humans: list[Human]
    nationality: str
    origin: str
    named: bool = True  # registered at the reception
    household: str = ""
    token: str = ""
    registered: int = -1  # serial of the registration
    registered_at: int = 0
    not_before: int = 0  # the desk cannot write them earlier: the gate miscounted
    lasting: bool = False  # must be registered at the reception
    arrived_at: int = 0  # at the camp
    back_at: int = 0  # when the ones in hospital come back
    fed_on: int = -1
    parcels: tuple[str, ...] = ()
    parcel_at: int = 0  # when the first food parcel was handed to them
    sleeps: int = 0  # capacity of their shelter
    hurt: bool = False  # somebody goes to hospital after arrival
    father: Lineage | None = None  # whose name the children bear, once the household is written
    given: set[Part] = set()  # the own names its members bear

    def bound(self) -> list[Human]:
        """Everyone who travels on to the camp together."""
        return [
            one for one in self.humans if not (one.apart or one.away or one.fate == "reception")
        ]

    def collector(self, at_ms: int) -> str:
        """Who stands in line for the household: somebody grown, if there is one."""
        here = [one for one in self.bound() or self.humans if one.stands(at_ms)]
        here = [one for one in here if not one.sent] or here
        grown = next((one for one in here if one.adult), None)
        return (grown or here[0]).person if here else ""


def new_family(rng: Random, day: int, size: int = 0) -> Family:
    """A household without the man who is taken apart; `size` 0 draws one."""
    size = size or _drawn(rng, SIZES, _SIZE_SUMS)
    grown = _adults(rng, size)
    children = [_child(rng) for _ in range(size - len(grown))]
    for child in children:
        child.relation = _relation(child, grown)
    humans = [*grown, *children]
    if not grown:  # children alone: the eldest answers for them
        humans.sort(key=lambda one: one.months, reverse=True)
        humans[0].relation = "head" if size > 1 else "alone"
    nationality, origin = _home(rng, day)
    return Family(humans, nationality, origin)


def add_husband(rng: Random, family: Family) -> None:
    """Puts the man in front who will be taken apart."""
    months = _grown_months(rng)
    wife = next((one for one in family.humans if one.adult and one.sex == "female"), None)
    months = _beside(months, wife) if wife else months
    family.humans.insert(0, Human("male", months, "spouse", "man", apart=True))
    family.lasting = True


def lone_man(rng: Random, day: int) -> Family:
    """A man who came without family and is taken apart."""
    nationality, origin = _home(rng, day)
    man = Human("male", _grown_months(rng), "alone", "man", apart=True)
    return Family([man], nationality, origin, lasting=True)


def _adults(rng: Random, size: int) -> list[Human]:
    luck = rng.random()
    if size <= 3 and luck < CHILDREN_ALONE_SHARE * 1.8:
        return []
    if size == 1:
        return [_woman(rng, "alone") if rng.random() < 0.68 else _man(rng, "alone")]
    grown = [_woman(rng, "head")] if rng.random() < WOMAN_LEADS_SHARE + 0.02 else []
    if not grown or rng.random() < MAN_STAYS_SHARE - 0.06:
        man = _man(rng, "spouse" if grown else "head")
        man.months = _beside(man.months, grown[0]) if grown else man.months
        grown.append(man)
    if len(grown) < size and rng.random() < SECOND_WOMAN_SHARE:
        grown.append(_woman(rng, "sibling" if grown else "head"))
    return grown


def _relation(child: Human, grown: Sequence[Human]) -> Relation:
    """What a child is to the head of the household, by the years between them."""
    if not grown:
        return "sibling"
    between = grown[0].months - child.months
    if between < YOUNGEST_PARENT_MONTHS:
        return "sibling"
    is_hers = grown[0].sex == "male" or between <= OLDEST_MOTHER_MONTHS
    return child.relation if is_hers else "grandchild"


def _beside(months: int, wife: Human) -> int:
    """A husband's age as drawn, as far as it goes with his wife's."""
    return max(216, min(max(months, wife.months - 4 * 12), wife.months + 14 * 12))


def _woman(rng: Random, relation: Relation) -> Human:
    elder = rng.random() < ELDER_WOMAN_SHARE
    months = _elder_months(rng) if elder else _grown_months(rng)
    return Human("female", months, relation, "woman")


def _man(rng: Random, relation: Relation) -> Human:
    elder = rng.random() < ELDER_MAN_SHARE
    months = _elder_months(rng) if elder else _grown_months(rng)
    return Human("male", months, relation, "man")


def _child(rng: Random) -> Human:
    sex, low, high = _drawn(rng, CHILD_CELLS, _CHILD_SUMS)
    months = low + int(rng.random() * (high - low))
    band: Band = "boy" if sex == "male" else "girl"
    if months >= LOOKS_GROWN_MONTHS and rng.random() < LOOKS_GROWN_SHARE:
        band = "man" if sex == "male" else "woman"
    return Human(sex, months, "child", band)


def _grown_months(rng: Random) -> int:
    return 216 + int(rng.betavariate(1.4, 3.0) * 500)


def _elder_months(rng: Random) -> int:
    return 720 + int(rng.betavariate(1.1, 3.0) * 340)


def _home(rng: Random, day: int) -> tuple[str, str]:
    shares = next(shares for last, shares in NATIONALITY_SHARES if day <= last)
    luck = rng.random() * 100
    if luck < shares[0]:
        return "SYR", _SYRIAN_TOWNS[int(rng.random() ** 1.5 * len(_SYRIAN_TOWNS))]
    if luck < shares[0] + shares[1]:
        return "IRQ", _IRAQI_TOWNS[int(rng.random() ** 1.5 * len(_IRAQI_TOWNS))]
    return _drawn(rng, OTHERS, _OTHER_SUMS), ""


def _drawn(rng: Random, values: Sequence[Value], sums: Sequence[float]) -> Value:
    luck = rng.random() * sums[-1]
    return next(value for value, limit in zip(values, sums, strict=True) if luck < limit)
