"""What a person needs, by the field's standards: the usual figures, with their sources.

A coordinator may set another figure; that is an event, so every hour keeps the one of its time.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec

from serai.core.refusal import gettext_noop

Way = Literal["each", "shared"]  # so much for every person, or one for so many people
FIGURE_MAX = 100_000.0


class Standard(msgspec.Struct, frozen=True):
    """One figure: its words, what it is counted in, and which goods of the store count for it.

    `items` says how much of the standard one unit of a good is; `days` over how long what was
    handed out counts (0: ever). `source`, with its edition, is shown
    wherever the figure is.
    """

    id: str
    name: str
    unit: str
    figure: float
    way: Way
    source: str
    days: int = 0
    items: tuple[tuple[str, float], ...] = ()
    lasting: tuple[tuple[str, float, int], ...] = ()  # a good, its worth a day, for how many days

    def needed(self, people: int) -> int:
        """How much so many people need, a day where it is a daily figure; rounded up."""
        amount = people * self.figure if self.way == "each" else people / self.figure
        return -int(-amount // 1)

    @property
    def goods(self) -> tuple[tuple[str, float, int], ...]:
        """Every good that counts: its worth, and over how many days hand-outs of it count."""
        at_once = ((item, worth / (self.days or 1), self.days) for item, worth in self.items)
        return (*at_once, *self.lasting)

    def given(self, handed: Mapping[int, Mapping[str, int]]) -> float | None:
        """How much was handed out, counted as the standard counts; None where nothing ever was.

        `handed` holds what was handed out over so many days, by good.
        """
        known = [(item, worth, days) for item, worth, days in self.goods if item in handed[days]]
        return sum(handed[days][item] * worth for item, worth, days in known) if known else None


STANDARDS: tuple[Standard, ...] = (
    Standard(
        "water", gettext_noop("Water"), gettext_noop("litres a person a day"), 15, "each",
        "Sphere 2011, UNHCR 2018", 1, (("water", 1.0),),
    ),
    Standard(
        "food", gettext_noop("Food"), gettext_noop("× 2,100 kcal a person a day"), 1,
        "each", "Sphere, WFP 2019", 1, (("ready-food", 1.0), ("food-ration", 1.0), ("meal", 1 / 3)),
        (("food-parcel", 5.0, 30),),  # a family parcel: five people for a month (WFP)
    ),
    Standard(
        "blanket", gettext_noop("Blankets"), gettext_noop("a person"), 1, "each",
        gettext_noop("Sphere; UNHCR 2018: more in winter"), 0, (("blanket", 1.0),),
    ),
    Standard(
        "floor", gettext_noop("Covered floor"), gettext_noop("m² a person"), 3.5, "each",
        gettext_noop("Sphere; 4.5 to 5.5 in the cold"),
    ),
    Standard(
        "latrine", gettext_noop("Latrines"), gettext_noop("people for one"), 50, "shared",
        gettext_noop("UNHCR 2018, first phase; 20 later"),
    ),
    Standard(
        "tap", gettext_noop("Water taps"), gettext_noop("people for one"), 250, "shared",
        gettext_noop("Sphere, at 7.5 litres a minute"),
    ),
)  # fmt: skip
BY_ID = {one.id: one for one in STANDARDS}
