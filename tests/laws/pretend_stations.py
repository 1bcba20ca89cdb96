"""Stations that live in memory: each writes a real chain with its own key and its own bad clock."""

from dataclasses import dataclass, field
from hashlib import sha256

from hypothesis import strategies as st
from nacl.signing import SigningKey

from serai.core import clock, events, ledger
from serai.core.events.body import Body
from serai.core.events.convoys import Vehicle
from serai.core.events.relief import StockLeg
from serai.core.people import Age, Names, Person
from serai.core.places import Place
from serai.journal import chain
from serai.journal.segments import Segment, Stored

PLACES = ("reception", "suwar", "al-hol")
PEOPLE = tuple(f"p{number}" for number in range(6))
HOUSEHOLDS = ("h0", "h1", "h2")
GROUPS = ("a0", "a1")
CONVOYS = ("c0", "c1")
BANDS = ("man", "woman", "girl", "unknown")
# so few readings that stations often write at the very same one
CLOCK_READINGS = st.sampled_from([1_000, 1_000, 1_001, 2_000, 50_000])
MOMENTS = st.sampled_from([1_000, 3_600_000, 3_600_000, 7_200_500, 90_000_000])


@dataclass
class PretendStation:
    """Writes events, and hands them over as signed segments."""

    name: str
    seq: int = 0
    hlc: int = 0
    head: bytes = chain.GENESIS
    segments: list[Segment] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.key = SigningKey(sha256(self.name.encode()).digest())
        self.public_key = bytes(self.key.verify_key)
        self.station = chain.station_id(self.public_key)

    def write(self, body: Body, wall_ms: int, refs: tuple[str, ...] = ()) -> str:
        """One event in a segment of its own; answers its id."""
        self.seq += 1
        self.hlc = clock.tick(self.hlc, wall_ms)
        content = events.encode(body)
        told = (self.name, "test", " ".join(refs))
        header = (self.station, 1, self.seq, self.hlc, body.kind, body.version, *told)
        prev, self.head = self.head, chain.event_hash(header, content, self.head)
        stored = Stored(*header, content, prev, self.head)
        signature = chain.sign(self.key, self.head)
        self.segments.append(Segment(self.public_key, (stored,), signature))
        return f"{self.station}.1.{self.seq}"


accounts = st.builds(ledger.account, st.sampled_from(PLACES), st.sampled_from(BANDS))


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    """Any event, about few people and places, so that events meet often."""
    return draw(draw(st.sampled_from(_KINDS)))


@st.composite
def _counted(draw: st.DrawFn) -> Body:
    counts = draw(st.dictionaries(st.sampled_from(BANDS), st.integers(1, 9), min_size=1))
    place = draw(st.sampled_from(PLACES))
    group = draw(st.sampled_from(GROUPS))
    legs = ledger.counted_in("outside", place, counts)
    return events.ArrivalCounted(
        at=draw(MOMENTS), arrival=group, code=group, place=place, counts=counts, legs=legs,
        station_mark="7K", token_first=draw(st.integers(0, 3)), token_last=draw(st.integers(0, 5)),
    )  # fmt: skip


@st.composite
def _registered(draw: st.DrawFn) -> Body:
    place = draw(st.sampled_from(PLACES))
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    members = tuple(
        Person(person=one, names=draw(_names), sex=draw(_sexes), age=draw(_ages), relation=relation)
        for one, relation in zip(people, ("head", "spouse", "child"), strict=False)
    )
    drawn = [(one, draw(st.sampled_from(("outside", *BANDS)))) for one in people]
    return events.HouseholdRegistered(
        at=draw(MOMENTS), household=draw(st.sampled_from(HOUSEHOLDS)), place=place,
        members=members, arrival=draw(st.sampled_from(("", *GROUPS))),
        token=draw(st.sampled_from(("", "7K00-000C"))), legs=ledger.resolved(place, drawn),
    )  # fmt: skip


@st.composite
def _moved(draw: st.DrawFn) -> Body:
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True))
    source, target = draw(_roads), draw(_roads)
    legs = ledger.moved(source, target, people)
    convoy = draw(st.sampled_from(CONVOYS))
    kind = draw(st.sampled_from((1, 2, 3)))
    if kind == 1:
        return events.MovementRecorded(at=draw(MOMENTS), legs=legs)
    if kind == 2:
        road = ledger.moved(source, f"convoy:{convoy}", people)
        return events.ConvoyDeparted(at=draw(MOMENTS), convoy=convoy, place=source, legs=road)
    road = ledger.moved(f"convoy:{convoy}", target, people)
    return events.ConvoyReceived(at=draw(MOMENTS), convoy=convoy, place=target, legs=road)


@st.composite
def _pair_decided(draw: st.DrawFn) -> Body:
    one, other = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=2, unique=True))
    decision = draw(st.sampled_from(("same", "same", *events.DECISIONS)))
    return events.PairDecided(at=draw(MOMENTS), first=one, second=other, decision=decision)


_roads = st.sampled_from((*PLACES, "convoy:c0"))
_names = st.builds(Names, own=st.sampled_from(("Layla", "ليلى", "Hasan")), father=st.just("Ali"))
_sexes = st.sampled_from(("female", "male", "unknown"))
_ages = st.builds(Age, months=st.integers(0, 900), noted_on=st.just("2019-02-01"))
_person, _household = st.sampled_from(PEOPLE), st.sampled_from(HOUSEHOLDS)
_place, _convoy = st.sampled_from(PLACES), st.sampled_from(CONVOYS)
_stock = st.builds(
    StockLeg, st.just("store:reception"), st.just("issued"), st.just("water"), st.integers(1, 9)
)
_people = st.lists(_person, min_size=1, max_size=3, unique=True).map(tuple)
_list = st.sampled_from(("l0", "l1"))
_FIGURE = events.Figure(kind="arrived", unit="person", low=450.0, high=450.0, place="Al-Hol")
_report = st.sampled_from(("r0", "r1", "r|2"))
_claim = st.sampled_from(("k0", "k1", "k|2"))
_FORGED = ("water|" + "9" * 99,)  # a grant that no station writes
_claims = st.lists(_claim, min_size=1, max_size=3).map(tuple)
_read_claims = st.lists(
    st.builds(events.ReadClaim, claim=_claim, start=st.just(0), end=st.integers(-1, 99),
              quote=st.just("400 people"), figure=st.just(_FIGURE)), max_size=3,
).map(tuple)  # fmt: skip

_KINDS = (
    _counted(), _registered(), _registered(), _moved(), _moved(),
    st.builds(events.PlaceOpened, at=MOMENTS, place=st.builds(
        Place, place=_place, name=st.sampled_from(("One", "Two")))),
    st.builds(events.HeadcountTaken, at=MOMENTS, place=_place, counted=st.integers(0, 12)),
    st.builds(events.PersonCorrected, at=MOMENTS, person=_person, names=_names),
    st.builds(events.PersonCorrected, at=MOMENTS, person=_person, sex=_sexes),
    st.builds(events.MemberMoved, at=MOMENTS, person=_person, source=_household,
              target=_household, relation=st.sampled_from(("child", "sibling"))),
    st.builds(events.DeathRecorded, at=MOMENTS, person=_person, place=_place,
              household=_household, legs=st.builds(
                  lambda one: ledger.moved("reception", "death", [one]), _person)),
    st.builds(events.PersonSeen, at=MOMENTS, people=_people, place=_place),
    st.builds(events.ScreeningRecorded, at=MOMENTS, people=_people, place=_place,
              lane=st.sampled_from(("family", "men")), outcome=st.just("go on")),
    st.builds(events.SeparationRecorded, at=MOMENTS, separation=st.sampled_from(("s0", "s1")),
              person=_person, kin=_people, household=_household, reason=st.just("r"),
              authority=st.just("x"), place=_place, target=_place,
              review_on=st.sampled_from(("2019-02-01", "2019-03-01"))),
    st.builds(events.SeparationEnded, at=MOMENTS, separation=st.sampled_from(("s0", "s1")),
              person=_person, household=_household, outcome=st.just("together")),
    st.builds(events.TriageRecorded, at=MOMENTS, person=_person, place=_place,
              word=st.sampled_from(events.TRIAGE_WORDS)),
    st.builds(events.ConvoyOpened, at=MOMENTS, convoy=_convoy, code=_convoy, source=_place,
              target=_place, vehicles=st.just((Vehicle("v1", "truck 1", 4),))),
    st.builds(events.HouseholdBoarded, at=MOMENTS, convoy=_convoy, vehicle=st.just("v1"),
              household=_household, people=_people),
    st.builds(events.BoardingWithdrawn, at=MOMENTS, convoy=_convoy, household=_household),
    st.builds(events.PeopleCheckedOff, at=MOMENTS, convoy=_convoy, place=_place, people=_people,
              end=st.sampled_from(("departure", "arrival"))),
    st.builds(events.ReceiptClosed, at=MOMENTS, convoy=_convoy, place=_place),
    st.builds(events.SegmentStatusSet, at=MOMENTS, segment=st.just("suwar--shaddadah"),
              status=st.sampled_from(("open", "caution", "closed")),
              until=st.sampled_from((0, 3_600_000))),
    st.builds(events.HazardNoted, at=MOMENTS, hazard=st.sampled_from(("d0", "d1")),
              what=st.sampled_from(("mine", "flood")), latitude=st.just(35.5),
              longitude=st.just(40.7), precision=st.sampled_from(("spot", "area")),
              from_on=st.sampled_from(("", "2019-02-01", "soon"))),
    st.builds(events.HazardLifted, at=MOMENTS, hazard=st.sampled_from(("d0", "d1"))),
    st.builds(events.WayTaken, at=MOMENTS, convoy=_convoy,
              segments=st.sampled_from((("suwar--shaddadah",), ("a b", "no--road"), ()))),
    st.builds(events.DepartureAllowed, at=MOMENTS, convoy=_convoy,
              segments=st.just(("suwar--shaddadah",)), allowed_by=st.just("Hala")),
    st.builds(events.EntitlementSet, at=MOMENTS, entitlement=st.just("water"),
              item=st.just("water"), name=st.sampled_from(("Water", "Drink")),
              name_ar=st.just("ماء"), unit=st.just("litre"), per=st.just("person"),
              quantity=st.integers(1, 3),
              period_days=st.just(1)),
    st.builds(events.ReliefHanded, at=MOMENTS, household=_household, place=_place,
              store=st.just("store:reception"), collected_by=st.one_of(st.just(""), _person),
              grants=st.sampled_from((("water|1",), ("water|1", "water|2"), _FORGED)),
              legs=st.tuples(_stock)),
    st.builds(events.ReliefReturned, at=MOMENTS, household=_household, legs=st.tuples(_stock),
              event=st.integers(1, 6).map(lambda back: f"@{back}")),
    st.builds(events.StockMoved, at=MOMENTS, legs=st.tuples(_stock)),
    st.builds(events.StockCounted, at=MOMENTS, store=st.just("store:reception"),
              item=st.just("water"), quantity=st.integers(0, 9)),
    st.builds(events.SheltersOpened, at=MOMENTS, place=_place, section=st.just("P1"),
              units=st.just((events.Unit("P1-1", 4), events.Unit("P1-2", 2)))),
    st.builds(events.ShelterAllotted, at=MOMENTS, household=_household, place=_place,
              section=st.just("P1"), unit=st.sampled_from(("P1-1", "P1-2")), people=_people,
              left_unit=st.sampled_from(("", "P1-1"))),
    st.builds(events.ShelterLeft, at=MOMENTS, household=_household, unit=st.just("P1-1")),
    st.builds(events.TracingRequested, at=MOMENTS, request=st.just("r1"), code=st.just("T-1"),
              household=_household, sought=st.builds(events.Sought, names=_names)),
    st.builds(events.TracingClosed, at=MOMENTS, request=st.just("r1"), household=_household,
              outcome=st.just("found")),
    st.builds(events.ExpectedListTaken, at=MOMENTS, list=_list, title=st.just("Hajin"),
              place=_place, rows=st.just((("Name", "Age"), ("Hasan Ali", "35"))),
              heads=st.integers(0, 2), columns=st.just(("name", "age"))),
    st.builds(events.ExpectedRowsAdded, at=MOMENTS, list=_list, start=st.sampled_from((2, 3)),
              rows=st.just((("Layla Yusuf", "30"),))),
    st.builds(events.ExpectedColumnsSet, at=MOMENTS, list=_list,
              columns=st.sampled_from((("own", ""), ("", "name")))),
    st.builds(events.ExpectedPersonTicked, at=MOMENTS, list=_list, row=st.integers(2, 3),
              taken_back=st.booleans()),
    _pair_decided(), _pair_decided(),
    st.builds(events.PairsProposed, at=MOMENTS, engine=st.just("names"), pairs=st.lists(
        st.builds(events.Proposed, _person, _person, st.sampled_from((1.5, 4.0)),
                  st.sampled_from(((), ("same town",)))), max_size=3).map(tuple)),
    st.builds(events.DoubleCountReversed, at=MOMENTS, person=_person, kept=_person,
              cause=st.just("twice"), legs=st.builds(
                  lambda one: ledger.moved("al-hol", "outside", [one]), _person)),
    st.builds(events.ReportTaken, at=MOMENTS, report=_report, text=st.just("400 people fled."),
              digest=st.just("d"), source=st.sampled_from(("OCHA", "IRC")),
              reported_on=st.just("2019-03-08"), dated_by=st.just("typed"),
              supersedes=st.sampled_from(("", "", "r0", "r1"))),
    st.builds(events.ReportRead, at=MOMENTS, report=_report, reader=st.just("grammar"),
              reader_version=st.sampled_from(("1", "2")), claims=_read_claims),
    st.builds(events.ReportWithdrawn, at=MOMENTS, report=_report, restored=st.booleans()),
    st.builds(events.ClaimsJudged, at=MOMENTS, report=_report, claims=_claims,
              verdict=st.sampled_from(events.VERDICTS),
              corrected=st.sampled_from((None, _FIGURE))),
    st.builds(events.ClaimsCompared, at=MOMENTS, comparison=st.sampled_from(("k0", "k1")),
              claims=_claims, relation=st.sampled_from(events.RELATIONS)),
)  # fmt: skip
