"""What a reader hands back from one report: claims, hazards, and what it could not settle."""

from datetime import date

import msgspec

CORE_KINDS = frozenset(
    [
        "arrived",
        "fled",
        "displaced",
        "moved",
        "departed",
        "returned",
        "remaining",
        "occupancy",
        "registered",
        "killed",
        "died",
        "injured",
        "missing",
        "held",
        "freed",
        "surrendered",
        "strength",
        "share",
        "vehicles",
        "load",
        "area",
        "ordnance",
        "assisted",
        "need",
    ]
)
CONTEXT_KINDS = frozenset(
    [
        "capacity",
        "facilities",
        "supplies",
        "money",
        "distance",
        "duration",
        "change",
        "population",
        "other",
    ]
)


class Meta(msgspec.Struct, frozen=True):
    """What is known of a report beside its words; an unknown date stays unknown."""

    id: str = ""
    title: str = ""
    source: str = ""
    report_date: date | None = None


class Claim(msgspec.Struct, frozen=True):
    """One figure as one report states it; `text[start:end] == quote` holds for every claim."""

    doc: str
    start: int
    end: int
    quote: str
    low: float | None
    high: float | None
    unit: str
    kind: str
    what: str | None = None
    attributed_to: str | None = None
    chain: tuple[str, ...] = ()  # speaker, carrier, publisher, as far as they are named
    place: str | None = None
    place_from: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    hedge: str = "exact"
    certainty: str = "stated"
    group: str | None = None
    factors: tuple[float, ...] = ()  # 15 trucks with 40 people each: 15 and 40
    product: float | None = None
    repeats: tuple[tuple[int, int], ...] = ()  # spans where the same sentence is printed again
    rules: tuple[str, ...] = ()
    witness: bool = False  # the speaker is a private person, masked in exports
    described: str = ""  # what the text calls a private person beside the name: a mother of three


class Hazard(msgspec.Struct, frozen=True):
    """A danger to people or roads that a report names: mines, strikes, shelling, attacks."""

    doc: str
    start: int
    end: int
    quote: str
    hazard: str
    place: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    attributed_to: str | None = None
    certainty: str = "stated"


class Reading(msgspec.Struct, frozen=True):
    """Everything read from one report, over exactly the `text` the spans point into."""

    text: str
    meta: Meta
    report_date: date | None
    claims: tuple[Claim, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    problems: tuple[str, ...] = ()
