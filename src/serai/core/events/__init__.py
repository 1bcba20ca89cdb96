"""Every fact serai can write down, one class each; `docs/events.md` lists them all."""

from serai.core.events.body import (
    BODY_BYTES_MAX,
    KINDS,
    Body,
    PostingBody,
    decode,
    encode,
    household,
    person,
)
from serai.core.events.books import (
    BooksAdjusted,
    DiscrepancyAssigned,
    DiscrepancySettled,
    HeadcountTaken,
    MovementRecorded,
    PostingReversed,
)
from serai.core.events.camp import ShelterAllotted, ShelterLeft, SheltersOpened, Unit
from serai.core.events.care import TRIAGE_WORDS, ReferralMade, TriageRecorded, TriageWord
from serai.core.events.convoys import (
    BoardingWithdrawn,
    ConvoyDeparted,
    ConvoyOpened,
    ConvoyReceived,
    HouseholdBoarded,
    PeopleCheckedOff,
    ReceiptClosed,
    Vehicle,
)
from serai.core.events.reception import ArrivalCounted
from serai.core.events.registration import (
    DeathRecorded,
    HouseholdRegistered,
    MemberAdded,
    MemberMoved,
    PersonCorrected,
    PersonSeen,
)
from serai.core.events.relief import (
    EntitlementSet,
    Item,
    ReliefHanded,
    ReliefReturned,
    StockCounted,
    StockLeg,
    StockMoved,
)
from serai.core.events.screening import (
    ScreeningRecorded,
    SeparationEnded,
    SeparationRecorded,
    SeparationReviewed,
)
from serai.core.events.station import PlaceOpened, StationOpened
from serai.core.events.tracing import Sought, TracingClosed, TracingRequested

__all__ = [
    "BODY_BYTES_MAX", "KINDS", "TRIAGE_WORDS",
    "ArrivalCounted", "BoardingWithdrawn", "Body", "BooksAdjusted", "ConvoyDeparted",
    "ConvoyOpened", "ConvoyReceived", "DeathRecorded", "DiscrepancyAssigned", "DiscrepancySettled",
    "EntitlementSet", "HeadcountTaken", "HouseholdBoarded", "HouseholdRegistered", "Item",
    "MemberAdded", "MemberMoved", "MovementRecorded", "PeopleCheckedOff", "PersonCorrected",
    "PersonSeen", "PlaceOpened", "PostingBody", "PostingReversed", "ReceiptClosed",
    "ReferralMade", "ReliefHanded", "ReliefReturned", "ScreeningRecorded", "SeparationEnded",
    "SeparationRecorded", "SeparationReviewed", "ShelterAllotted", "ShelterLeft", "SheltersOpened",
    "Sought", "StationOpened", "StockCounted", "StockLeg", "StockMoved", "TracingClosed",
    "TracingRequested", "TriageRecorded", "TriageWord", "Unit", "Vehicle",
    "decode", "encode", "household", "person",
]  # fmt: skip
