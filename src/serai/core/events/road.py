"""Events of the road: hazards noted and lifted, segments opened and closed, who allowed what."""

from collections.abc import Iterable

from serai.core.counts import Moment
from serai.core.events.body import Body, event


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
        return (f"segment:{self.segment}",)


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
