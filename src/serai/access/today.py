"""Today's numbers for the front page: counted in, on the road, in camp, not in balance."""

from typing import NamedTuple

from django.db.models import Sum
from django.utils import timezone

from serai.core import clock
from serai.journal.wall import now_ms
from serai.registry.discrepancies import open_count
from serai.registry.models import Arrival, Place
from serai.registry.queries import balances, on_the_road


class Today(NamedTuple):
    """People, and discrepancies nobody has settled."""

    counted_in: int
    on_the_road: int
    in_camp: int
    unbalanced: int


def todays_numbers() -> Today:
    """The numbers of this moment; "today" begins at midnight of the place."""
    found = balances()
    camps = set(Place.objects.filter(kind="camp").values_list("id", flat=True))
    in_camp = sum(sum(bands.values()) for place, bands in found.items() if place in camps)
    return Today(_counted_since(_midnight_ms()), on_the_road(found), in_camp, open_count())


def _midnight_ms() -> int:
    now = timezone.localtime(clock.from_ms(now_ms()))
    return clock.to_ms(now.replace(hour=0, minute=0, second=0, microsecond=0))


def _counted_since(at_ms: int) -> int:
    counted = Arrival.objects.filter(at__gte=at_ms, reversed=False)
    return int(counted.aggregate(people=Sum("total"))["people"] or 0)
