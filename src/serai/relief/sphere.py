"""What the field's standards say a person needs: hints beside the entitlements, never rules.

Sources: Sphere Handbook and UNHCR's WASH, food and core-relief-item standards; what people are due
at a place is set there, by people, on the entitlements page.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from serai.core.events.relief import Per


class Figure(NamedTuple):
    """One common entitlement with the standard's figure, ready to be set."""

    item: str
    name: str
    name_ar: str
    unit: str
    per: Per
    quantity: int
    period_days: int
    says: Promise


FIGURES: tuple[Figure, ...] = (
    Figure("water", "Drinking water", "ماء للشرب", "litre", "person", 15, 1,
           _("Sphere: 15 litres a person a day, 7.5 to survive; UNHCR: 20 once things settle.")),
    Figure("meal", "Ready meal", "وجبة جاهزة", "meal", "person", 3, 1,
           _("2,100 kilocalories a person a day: three ready meals, until there is a kitchen.")),
    Figure("food-ration", "Food ration", "حصة غذائية", "day's ration", "person", 7, 7,
           _("WFP: a day's ration of 555 grams makes 2,100 kilocalories a person.")),
    Figure("blanket", "Thermal blanket", "بطانية حرارية", "blanket", "person", 1, 0,
           _("One thermal blanket a person; UNHCR's winter kit in Syria holds five a household.")),
    Figure("soap", "Soap", "صابون", "bar of 250 g", "person", 2, 30,
           _("Sphere: 250 grams for bathing and 250 for laundry a person a month.")),
    Figure("jerry-can", "Water container", "جالون ماء", "container", "household", 2, 0,
           _("One of 10 to 20 litres to carry and one to keep, a household.")),
    Figure("sleeping-mat", "Sleeping mat", "فرشة نوم", "mat", "person", 1, 0,
           _("One mat a person, with the blanket.")),
)  # fmt: skip
_BY_ITEM = {figure.item: figure for figure in FIGURES}


def figure_for(item: str) -> Figure | None:
    """The standard's figure for an item, if there is one."""
    return _BY_ITEM.get(item)
