"""Says what happened to the people a figure counts, from the word of the right clause."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.reports.company import told_by
from serai.core.reports.cues import Cue
from serai.core.reports.deaths import of_bodies, of_no_violence
from serai.core.reports.directions import by_direction
from serai.core.reports.distances import FARTHEST, PASSIVE, to_the_left, to_the_right
from serai.core.reports.measures import Kind, kind_of_a_thing, load_of, rate_of
from serai.core.reports.spots import Spot
from serai.core.reports.subjects import by_subject, only_counted

TOO_FAR = 6.0  # beyond this, no word in the sentence belongs to one of a few people
RATED = frozenset(
    [
        "arrived",
        "fled",
        "returned",
        "departed",
        "moved",
        "displaced",
        "assisted",
        "registered",
        "killed",
        "died",
        "injured",
        "other",
    ]
)
NEAR_BY = 2.0  # room is for those named right behind it
AT_ONCE = 1.0  # a word in front this near tells of the figure, not one behind its list
HERE_TOO = 1.0  # what happened to them outweighs that they were here
FAR_OFF = 2.5  # beyond this, the way people take says more than a word of happening
FEW = 13
COUNTED = ("person", "family")
NOUN_SAYS = {"killed", "injured", "missing", "arrived", "departed"}
HARMED = ("killed", "injured", "missing")
LISTED = ("registered", "moved")
MOVED_HURT = {
    "killed": (),
    "injured": ("moved", "died", "killed", "departed"),
    "missing": ("moved",),
}  # deaths verified are deaths
NOUN_HINTS = {
    "fighters": "strength",
    "held": "held",
    "displaced": "displaced",
    "returned": "returned",
}
FITS_RETURNEES = ("assisted", "registered", "need", "killed", "injured", "occupancy")
PART_OF = re.compile(
    r"(?:\bincluding (?:those|the bodies|the remains) of|\b[Aa]mong (?:the|its|these|those) [^.;,]{3,60}? (?:are|were|is|was)|\bincluding|\bincludes?|\bamong (?:them|whom|those)(?: (?:were|are|was))?|\bof (?:whom|them|which)|\bof those|\bamong them|\bcomprising|\bcomprised of|\bmostly|\bthem being|\bincluded|:)\W*(?:were |are |at least |about |some |around |over |more than |nearly |almost |up to |as many as |an estimated |approximately )*$",
    re.IGNORECASE,
)
OF_WHOLE = re.compile(r"\W*Of [^,;]{3,70}, (?:only |just |about |some |around |at least )*")
WHO_THEY_ARE = re.compile(r" (?:were|are|was) (?:women|children|men|boys|girls|minors|elderly)\b")
AMONG_THOSE = re.compile(r"\b[Aa]mong (?:those|the \w+|them) who (?:[a-z]+ ){0,3}$")
# Of those who crossed at Torkham, 6,500 were deportees.
OF_THOSE = re.compile(r"\W*(?:Of|of) (?:those|the \w+) who (?:[a-z]+ ){0,2}")
OF_PART = re.compile(
    r"[^.,;:\d]{0,60}, (?:about |some |only |at least |more than |nearly |around )?"
)
ARE = re.compile(r"[^.;,]{0,40}\b(?:are|were|was|is)\s(?:also |about |some |at least )*")
OF_THEM = re.compile(
    r"\s(?:were|are|was) (?:all )?from (?:the )?[A-Z]|[^.;,]{0,30}\s(?:were|was|are) (?:also )?among (?:them|those)\b|\s+(?:\w+ )?(?:of (?:them|whom|these|those)|among them)\b",
    re.IGNORECASE,
)
ARMY = re.compile(
    r"(?:fighters|troops|soldiers|militants|rebels|gunmen|forces|men|force|contingent|mission|unit|militia|force|army|brigade|battalion|garrison|contingent|regiment|faction|corps|column|movement|front|group|strength)\b"
)
HAD = ("O:had", "O:has")
LIVING = re.compile(r"\b(?:residents|inhabitants)$")
COORDINATED = re.compile(
    r"(?: and [a-z]+)?(?:,|,? and|,? plus|,? along with|,? together with|,? as well as|,? alongside)\s(?:another )?"
)
AFFECTED = re.compile(r"\baffected population\b", re.IGNORECASE)
OF_OTHERS = ("of them", "of whom", "of those", "of these")
WHICH = re.compile(
    r"\s(?:trapped|stranded|besieged|stuck|held|in need|wounded|injured|living|sheltering|hiding|queu(?:e)?ing|sleeping|displaced)\b"
)
REFUGEES = re.compile(r"\b(?:refugees|asylum[- ]seekers)$")
THERE_ARE = re.compile(r"\bthere (?:are|were) (?:still |now )?$", re.IGNORECASE)
SOMEWHERE = re.compile(r"[^,.;:\d]{0,30}\s(?:in|at|inside|across) (?:the |its |our )?[A-Z\d]")
NEXT_TO = re.compile(r"\s(?:only |just |another |the )?")
VICTIMS = re.compile(
    r"\b(?:landmine|mine|blast|bomb|ied|explosion|burn|gunshot|shrapnel|shelling) (?:victims|survivors)$",
    re.IGNORECASE,
)
POPULATION = re.compile(r"\bpopulations?\b")
CAMP = re.compile(
    r"\b(?:camps?|sites?|shelters?|cent(?:re|er)s?|settlement)\b|^\W*(?:\w+ )?population\W",
    re.IGNORECASE,
)
PRISON = re.compile(r"\b(?:prisons?|jails?|detention|cells?|police|warders?)\b", re.IGNORECASE)
TOTAL = re.compile(r"\b(?:numbers?|total|figure|tally|count|how many)\b", re.IGNORECASE)
REACHED = re.compile(
    r"\b(?:reach(?:ed|es|ing)?|to|at|is|was|hit|passed|topped|exceed(?:ed|s)|stands? at|than|risen to)\s+(?:now\s+)?$",
    re.IGNORECASE,
)
# The number of refugees who have crossed has passed 2,000: the word of reaching is its hedge.
PASSED = re.compile(
    r"(?:has |have |had )?(?:now |already |since )?(?:passed|topped|exceed(?:s|ed)|surpassed)\b",
    re.IGNORECASE,
)
# Families continue to arrive at the bridge at a rate of 5,000 a day.
# A commander surrendered with 23 of his men.
WITH = re.compile(r"[^,.;:\d]{0,30}\bwith (?:another |some |about |all |his |her |their )?")
WENT = frozenset(["surrendered", "departed", "returned"])
AT_A_RATE = re.compile(r"[^,.;:\d]{0,60}\bat (?:a|the) rate of (?:about |some |up to |around )?")
NEWLY = re.compile(r"\bnew(?:ly arrived)?\s", re.IGNORECASE)
WHO = re.compile(r",?\swho\s(?:(?:had|have|has|later|then|also)\s)*")


def kind_of(
    text: str, spots: list[Spot], index: int, cues: list[Cue], before: Kind | None
) -> Kind | None:
    """The kind of one figure; `before` is the kind of the figure before it in the sentence."""
    spot = spots[index]
    if spot.noun.unit not in (*COUNTED, ""):
        return kind_of_a_thing(text, spot)
    load = load_of(text, spot)
    if load:
        return load
    best = _nearest(text, spots, index, cues)
    name, rule = _weighed(text, spot, best, before, cues)
    if name == "occupancy" and POPULATION.search(rule) and AFFECTED.search(text):
        name = "need"
    elif name == "occupancy" and POPULATION.search(rule) and not CAMP.search(text):
        name = "population"
    if (
        name == "occupancy"
        and rule in HAD
        and LIVING.search(spot.noun.words)
        and not CAMP.search(text)
    ):
        name = "population"
    if name is None:
        return _coming(text, spot)
    rate = rate_of(text, spot) if name in RATED else None
    unit = spot.noun.unit or "person"
    far = best[0] if best and rule[1:2] == ":" else 0.0
    if far > TOO_FAR and spot.number < FEW:
        return None  # flights resumed a day after two bombers struck
    return Kind(name, f"{unit}/{rate}" if rate else unit, rule, far)


def _coming(text: str, spot: Spot) -> Kind | None:
    """With 4,000 women and children a day: people who come, where no word says what they do."""
    counted = spot.noun.sort in ("people", "displaced", "family")
    rate = rate_of(text, spot) if counted else None
    return Kind("arrived", f"{spot.noun.unit}/{rate}", "rate:") if rate else None


def _weighed(
    text: str, spot: Spot, best: tuple[float, Cue] | None, before: Kind | None, cues: list[Cue]
) -> tuple[str | None, str]:
    sort = spot.noun.sort
    cost = best[0] if best else FARTHEST
    if (
        before
        and cost > 1.5
        and not (best and _told_of_them(text, spot, best[1]))
        and _is_part(text, spot)
        and before.unit.startswith(("person", "family"))
    ):
        return (sort if sort in NOUN_SAYS else before.name), "part-of"
    if said := _said_by_noun(text, spot, best):
        return said
    if cost > FAR_OFF and (told := _by_build(text, spot)):
        return told
    if not best:
        return only_counted(text, spot) or _by_noun(text, spot)
    if _outweighs(sort, best[1].kind) and not _is_of_a_camp(text, spot):
        return NOUN_HINTS[sort], f"noun:{sort}"
    return told_by(text, spot, best[1], cues)


def _by_build(text: str, spot: Spot) -> tuple[str, str] | None:
    """What the way people take says, or who did something to them, where the verb is unknown."""
    way = by_direction(text, spot)
    return way or (by_subject(text, spot) if spot.noun.sort in ("people", "family") else None)


def _said_by_noun(
    text: str, spot: Spot, best: tuple[float, Cue] | None
) -> tuple[str | None, str] | None:
    """The dead are dead and arrivals have arrived, whatever else the sentence tells of them."""
    sort = spot.noun.sort
    if spot.noun.words.startswith("strong "):
        return "strength", "noun:strong"
    if sort == "fighters" and spot.number >= FEW and _are_there(text, spot):
        return "strength", "noun:there"
    if of_bodies(text, spot.start):
        return "killed", "noun:bodies"
    if VICTIMS.search(spot.noun.words) and (best is None or best[1].kind == "assisted"):
        return "injured", "noun:victims"
    stronger = best and best[0] < 1 and best[1].kind in MOVED_HURT.get(sort, LISTED)
    if sort not in NOUN_SAYS or stronger:
        return None
    return ("died" if of_no_violence(text, spot) else sort), f"noun:{sort}"


def _are_there(text: str, spot: Spot) -> bool:
    """There are 5,000 rebels in the city, whoever was killed before."""
    there = THERE_ARE.search(text, 0, spot.start) and SOMEWHERE.match(text, spot.end)
    return bool(there and not PRISON.search(text, spot.end))


def _told_of_them(text: str, spot: Spot, cue: Cue) -> bool:
    """Among them 400 militants who gave themselves up: the part has a word of its own."""
    return bool(
        cue.start >= spot.end and WHO.fullmatch(text, max(spot.noun.end, spot.end), cue.start)
    )


def _by_noun(text: str, spot: Spot) -> tuple[str | None, str]:
    """What the noun alone says, in a sentence without a word of happening."""
    sort = spot.noun.sort
    if sort == "fighters" and spot.number < FEW:
        return None, "few"  # two suicide bombers killed 31: the two are not a force
    if sort in ("people", "displaced") and NEWLY.search(spot.noun.words):
        return "arrived", "noun:new"
    if sort == "displaced" and REFUGEES.search(spot.noun.words) and SOMEWHERE.match(text, spot.end):
        return "occupancy", "noun:refugees"
    return NOUN_HINTS.get(sort), f"noun:{sort}"


def _outweighs(sort: str, kind: str) -> bool:
    """Returnees have returned, fighters who remain are strength, whatever the verb."""
    if sort == "returned":
        return kind not in FITS_RETURNEES
    if sort == "held":
        return kind in ("occupancy", "remaining")
    return sort == "fighters" and kind in ("remaining", "occupancy", "need")


def _is_of_a_camp(text: str, spot: Spot) -> bool:
    """A relief camp has inmates too, in the English of South Asia."""
    inmates = spot.noun.words.endswith("inmates") and CAMP.search(text)
    return bool(inmates and not PRISON.search(text))


def _is_part(text: str, spot: Spot) -> bool:
    return bool(
        (OF_WHOLE.fullmatch(text, 0, spot.start) and WHO_THEY_ARE.match(text, spot.end))
        or PART_OF.search(text[max(0, spot.start - 60) : spot.start])
        or OF_THEM.match(text, spot.end)
        or re.search(r"\bof (?:them|whom)$", text[spot.start : spot.noun.end or spot.end])
    )


def _nearest(text: str, spots: list[Spot], index: int, cues: list[Cue]) -> tuple[float, Cue] | None:
    spot = spots[index]
    noun_end = max(spot.noun.end, spot.end)
    list_end, steps = _end_of_list(text, spots, index)
    steps = 0 if steps and _told_at_once(text, spots, index, cues) else steps
    best: tuple[float, Cue] | None = None
    which = WHICH.match(text, noun_end) and _acted_on(text, spot, cues)
    for cue in cues:
        cost = _cost(text, spot, cue, spots)
        if steps and cue.start >= noun_end and cue.side in "SB":
            cost = min(cost, _shared(text, list_end, cue, spots) + steps * 0.4)
        cost += 4 * bool(which and cue.start == noun_end + 1)
        cost += HERE_TOO * (cue.words in ("here", "there"))
        if cost < (best[0] if best else FARTHEST) and _may_tell(text, cue, cost, spot, spots, cues):
            best = (cost, cue)
    return best


def _told_at_once(text: str, spots: list[Spot], index: int, cues: list[Cue]) -> bool:
    """Killed 68 people and 105 are missing: the word in front of a figure leaves none behind it."""
    spot = spots[index]
    before = (cue for cue in cues if cue.end <= spot.start)
    return any(_cost(text, spot, cue, spots) <= AT_ONCE and _fits(cue, spot) for cue in before)


def _shared(text: str, list_end: int, cue: Cue, spots: list[Spot]) -> float:
    """How far a word stands from a list that shares it; of the last alone it tells who they are."""
    if WHO.match(text, list_end):
        return FARTHEST
    return to_the_right(text, list_end, cue, spots)


def _cost(text: str, spot: Spot, cue: Cue, spots: list[Spot]) -> float:
    """How far a word of happening stands from a figure, on the side it tells from."""
    noun_end = max(spot.noun.end, spot.end)
    if cue.start >= noun_end and cue.side in "SB":
        return to_the_right(text, noun_end, cue, spots)
    if cue.end <= spot.start and cue.side in "OBL":
        total = cue.side == "B" and _is_total(text, cue, spot)
        cost = min(1.5 if total else FARTHEST, to_the_left(text, spot, cue, spots))
        direct = cue.words.endswith(" for") or cue.kind == "population"
        return cost - 2 * (direct and not text[cue.end : spot.start].strip())
    if cue.side == "S" and cue.end <= spot.start:
        return _told_before(text, cue, spot)
    # 300 displaced people
    inside = cue.start >= spot.end and cue.end <= noun_end and cue.side == "B"
    return 1.0 if inside else FARTHEST


def _may_tell(
    text: str, cue: Cue, cost: float, spot: Spot, spots: list[Spot], cues: list[Cue]
) -> bool:
    if cue.kind == "capacity" and cost > NEAR_BY:
        return False
    others = [one for one in spots if one is not spot]
    return (
        _fits(cue, spot)
        and not _is_given(cue, cues)
        and not any(_is_noun(cue, one, spot) or _is_whose(text, cue, one) for one in others)
    )


def _acted_on(text: str, spot: Spot, cues: list[Cue]) -> bool:
    """Rescued 179 civilians trapped there: what was done to them stands right in front."""
    return any(
        cue.side in "OB" and NEXT_TO.fullmatch(text, cue.end, spot.start)
        for cue in cues
        if cue.end <= spot.start
    ) and not PASSIVE.search(text, max(0, spot.start - 24), spot.start)


def _end_of_list(text: str, spots: list[Spot], index: int) -> tuple[int, int]:
    """Where a list of figures ends that shares one verb: 77 staff, 40 fighters and four civilians."""
    end, steps = max(spots[index].noun.end, spots[index].end), 0
    if spots[index].noun.sort in NOUN_SAYS:
        return end, steps
    for spot in spots[index + 1 :]:
        if spot.noun.words in OF_OTHERS or not COORDINATED.fullmatch(text, end, spot.start):
            break
        end, steps = max(spot.noun.end, spot.end), steps + 1
    return end, steps


def _is_given(cue: Cue, cues: list[Cue]) -> bool:
    """2,146 households received tents: what is received is aid, not the next people."""
    received = cue.side == "O" and cue.words.startswith("receiv")
    return received and any(one.start == cue.start and one.kind == "assisted" for one in cues)


def _is_noun(cue: Cue, other: Spot, spot: Spot) -> bool:
    """Whether a word only says whom another figure counts: 300 wounded."""
    if other.start > spot.start:
        return other.end <= cue.start and cue.end <= other.noun.end
    return other.end <= cue.start and cue.end == other.noun.end and other.noun.sort in HARMED


def _is_whose(text: str, cue: Cue, other: Spot) -> bool:
    """12,000 in the south and 30,000 who crossed: a word of another figure's own clause."""
    return bool(WHO.fullmatch(text, max(other.end, other.noun.end), cue.start))


def _told_before(text: str, cue: Cue, spot: Spot) -> float:
    """The number who crossed has reached 370,000; among those who came out are 20 children."""
    if AMONG_THOSE.search(text[: cue.start]) and ARE.fullmatch(text, cue.end, spot.start):
        return 0.5
    if OF_THOSE.fullmatch(text, 0, cue.start) and OF_PART.fullmatch(text, cue.end, spot.start):
        return 0.5
    if AT_A_RATE.fullmatch(text, cue.end, spot.start):
        return 0.5
    if cue.kind in WENT and WITH.fullmatch(text, cue.end, spot.start):
        return AT_ONCE
    return 1.5 if _is_total(text, cue, spot) else FARTHEST


def _is_total(text: str, cue: Cue, spot: Spot) -> bool:
    reached = REACHED.search(text[: spot.start]) or PASSED.match(text, spot.start)
    return bool(reached and TOTAL.search(text[: cue.start]))


def _fits(cue: Cue, spot: Spot) -> bool:
    sort = spot.noun.sort
    if cue.kind in ("ordnance", "facilities"):
        return False
    if cue.kind == "fled" and cue.words == "sent":
        return sort != "fighters"
    if cue.words == "found":
        return "survivor" in spot.noun.words
    if cue.kind == "strength" or cue.words in ("fell", "fallen"):
        return sort == "fighters" or cue.words == "under arms" or bool(ARMY.match(cue.words))
    if cue.kind in ("held", "freed", "surrendered"):
        return spot.noun.unit != "family" or cue.kind == "freed"
    return not (cue.kind in ("occupancy", "need") and sort == "fighters")
