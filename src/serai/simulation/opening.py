"""The first morning: places, entitlements, and the people who were in the camp before."""

from collections.abc import Iterator

from serai.core.events import ArrivalCounted, PlaceOpened, SegmentDescribed
from serai.core.ledger import counted_in
from serai.core.operation import PLACES, ROUTE
from serai.simulation.arrivals import OPENING_PEOPLE
from serai.simulation.days import moment
from serai.simulation.goods import set_entitlements
from serai.simulation.story import Story

OPENING_SHARES = (("man", 0.13), ("woman", 0.28), ("boy", 0.295), ("girl", 0.295))
COORDINATOR = "coordinator"


def open_operation(story: Story) -> None:
    """Everything that stands before the first truck."""
    for number, place in enumerate(PLACES):
        story.log.add(
            PlaceOpened(at=moment(0, 3.0) + number, place=place), COORDINATOR, "situation"
        )
    for body in described(moment(0, 3.1)):
        story.log.add(body, COORDINATOR, "convoys")
    set_entitlements(story, moment(0, 3.2))
    _count_camp(story, moment(0, 4.0))


def described(at: int) -> Iterator[SegmentDescribed]:
    """The road of the training operation, a millisecond a segment."""
    for number, one in enumerate(ROUTE):
        yield SegmentDescribed(
            at=at + number, source=one.source, target=one.target, kilometres=float(one.kilometres)
        )


def _count_camp(story: Story, at: int) -> None:
    """9,454 people stood in the camp on 4 December, counted and not named."""
    people = round(OPENING_PEOPLE * story.scale)
    counts = {band: int(people * share) for band, share in OPENING_SHARES}
    counts["woman"] += people - sum(counts.values())
    body = ArrivalCounted(
        at=at, arrival=story.log.new_id(at), code="G-0", place="al-hol", counts=counts,
        came_from="in the camp before", legs=counted_in("outside", "al-hol", counts),
    )  # fmt: skip
    story.log.add(body, "al-hol-gate-1", "reception")
