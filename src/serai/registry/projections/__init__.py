"""How the shared tables follow from the events, one file a noun."""

from serai.registry.projections.arrivals import ArrivalRows, TokenRows
from serai.registry.projections.books import BalanceSums, DaySums, FlowSums, LegRows
from serai.registry.projections.headcounts import Headcounts
from serai.registry.projections.households import HouseholdRows, SeparationRows
from serai.registry.projections.namekeys import NameKeys
from serai.registry.projections.pairs import CountedTwice, PairRows
from serai.registry.projections.people import ElsewhereRows, PersonRows
from serai.registry.projections.places import PlaceRows
from serai.registry.projections.presence import Presences
from serai.registry.projections.worklist import DisputedRows, NegativeBalances, NoteRows

PROJECTIONS = (
    PlaceRows(),
    LegRows(),
    BalanceSums(),
    FlowSums(),
    DaySums(),
    Headcounts(),
    NegativeBalances(),
    ArrivalRows(),
    TokenRows(),
    HouseholdRows(),
    SeparationRows(),
    PersonRows(),
    Presences(),
    NameKeys(),
    ElsewhereRows(),
    DisputedRows(),
    NoteRows(),
    PairRows(),
    CountedTwice(),
)
