"""Events of the road: segments described, opened and closed, hazards noted, who allowed what."""

from collections.abc import Iterable

from serai.core.counts import Hours, Kilometres, Moment
from serai.core.events.body import Body, event
from serai.core.road import as_segment, segment_between


def segment_subject(segment: str) -> str:
    """The subject key of a segment."""
    return f"segment:{as_segment(segment)}"


@event("segment_described")
class SegmentDescribed(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A piece of road between two places, as somebody knows it; both directions are one segment.

    `hours` are those it usually takes by day, 0 when nobody said so. `surface` is asphalt, gravel
    or track. The refs name the descriptions this one replaces; where two stations described one
    segment without knowing of each other, both stand until a person decides.
    """

    source: str
    target: str
    kilometres: Kilometres
    hours: Hours = 0
    surface: str = ""

    @property
    def segment(self) -> str:
        """The id of the segment."""
        return segment_between(self.source, self.target)

    def subjects(self) -> Iterable[str]:
        return (segment_subject(self.segment),)


@event("segment_dropped")
class SegmentDropped(Body, frozen=True, omit_defaults=True, kw_only=True):
    """The road no longer has this segment. The refs name the descriptions it answers."""

    segment: str
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        return (segment_subject(self.segment),)


@event("hazard_noted")
class HazardNoted(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A danger on or near the road. Noted anew with refs to what it corrects.

    `place` is in words, `segment` names a piece of the road. `precision` says how far off the
    position may be: spot, town, area, region. `from_on` and `until_on` are ISO dates. `source` is
    who says so, `report` the id or address of a report it was read in.
    """

    hazard: str
    what: str
    place: str = ""
    segment: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: str = "town"
    from_on: str = ""
    until_on: str = ""
    source: str = ""
    words: str = ""
    report: str = ""

    def subjects(self) -> Iterable[str]:
        return (f"hazard:{self.hazard}",)


@event("hazard_lifted")
class HazardLifted(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A danger is over, or was none. The refs name the notes it answers; later ones stand."""

    hazard: str
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        return (f"hazard:{self.hazard}",)


@event("segment_status_set")
class SegmentStatusSet(Body, frozen=True, omit_defaults=True, kw_only=True):
    """A segment is open, to be driven with caution, or closed; `until` 0 means until changed.

    `authority` decided it. The refs name the statuses this one replaces; where two stations set
    one without knowing of the other, both stand and the worse one holds.
    """

    segment: str
    status: str
    reason: str = ""
    authority: str = ""
    until: Moment = 0

    def subjects(self) -> Iterable[str]:
        return (segment_subject(self.segment),)


@event("departure_allowed")
class DepartureAllowed(Body, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody with a name let a convoy leave though segments ahead of it were closed.

    Written together with the departure. The refs name the closures that were known.
    """

    convoy: str
    segments: tuple[str, ...]
    allowed_by: str
    reason: str = ""

    def subjects(self) -> Iterable[str]:
        return (f"convoy:{self.convoy}",)


@event("way_taken")
class WayTaken(Body, frozen=True, omit_defaults=True, kw_only=True):
    """The segments a convoy drives, in their order; written together with the departure.

    What is closed or described later does not change the way of a convoy that has left.
    """

    convoy: str
    segments: tuple[str, ...]

    def subjects(self) -> Iterable[str]:
        return (f"convoy:{self.convoy}",)
