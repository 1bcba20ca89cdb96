"""Knows what a number counts that leaves its noun or its word of happening to the one before."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports import hedges
from serai.core.reports.measures import Kind
from serai.core.reports.nouns import Noun
from serai.core.reports.numbers import Number

# Two ventilators: a plural nobody here knows is a noun of its own, not one left out.
UNKNOWN = re.compile(
    r"\s(?!(?:across|always|sometimes|perhaps|overseas|besides|\w+wards)\b)[a-z]{3,}(?<![isu])s\b(?! (?:was|were|are|is|have|of them)\b)"
)
SPOKE_OF = re.compile(
    r"\b(?:spoke of|speaks? of|said|says|put|puts|estimates?|counts|counted|recorded|listed|gave|maybe|perhaps|about|another)\b",
    re.IGNORECASE,
)
NOT_HANDED_ON = frozenset(
    ["percent", "USD", "money", "day", "week", "month", "year", "hour", "minute", "km", "m", "mile"]
)
PARALLEL = re.compile(
    r"(?:\s(?:on|in|at|from|to|through|yesterday|last|today|this|of|near|by)\b[^.;:]{0,40}?|\s+)?[,;]?\s(?:and|or|then|but)\s(?:[a-z]+ to |another |a further |only |just |(?:now )?(?:there (?:are|were)|it (?:has|holds|hosts)) (?:now )?)?|[^.;:]{0,70}?,\s{4,}",
    re.IGNORECASE,
)
OF_THE = re.compile(
    r"(?:\b(?:out )?of (?:the |its |their |our |those |these |a total of )|(?:^|[;:\"] ?)of )(?:some |about |around |more than |nearly |over )?$",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"(?:\bput(?:s|ting)? (?:it|the (?:figure|number|toll|total)|that (?:number|figure)|their number) at|\b(?:up|down|fall|rise|drop|increase|decline|jump) from|\bcompared (?:with|to)|\bagainst|, from|\b(?:double|twice|triple|half|(?:two|three|four|five|ten) times) (?:the|its|their))\s*$",
    re.IGNORECASE,
)
# Three buses came on Monday, five on Tuesday and none on Wednesday.
DRIVES_ON = re.compile(
    r"\s[^.;:\d]{0,60}?(?:,|,? and|,? but|;)\s(?:then |only |just |another |a further )*"
)
ALSO = re.compile(r"\s[^.;:,]{0,60}?,?\sand\s(?:another |a further |only |just )?", re.IGNORECASE)
AT_PLACE = re.compile(
    r"\s(?:in|at|on|from|to|into|near|by|inside|within|across)\s(?:the |nearby |northern |southern |eastern |western )*(?:[A-Z]|(?:[a-z]+ )?(?:hospitals?|camps?|schools?|clinics?|mosques?|church(?:es)?|bases?|stations?|classrooms?|tents?|halls?|buildings?|shelters?|sites?|cent(?:re|er)s?|homes|houses|settlements?|basements?)\b)"
)
# in a place, or on a day, which is blanked out
PLACED = re.compile(AT_PLACE.pattern + r"|\s(?:on|in|by|over|during)?\s{4,}")
GOES_ON = re.compile(r"\s[^.;:\d]{0,60};\s(?:only |now |but |some |just )*")
THERE_NOW = re.compile(
    r"[;,]\s(?:and |but |now )?(?:there|it|they) (?:are|were|had|have|is) (?:now )?$"
)
VERB = re.compile(
    r"\s(?:remain|are|were|have|had|left|stayed|arrived|crossed|returned|fled|came|went|died|turned)\w*\b"
)
# 2,000 hryvnias a month, children 3,000
OTHERS_PAID = re.compile(r"[^.;:\d]{0,30}(?:,|;|,? and|,? but)\s(?:[a-z]+ ){0,3}")
NEXT = re.compile(r"\s[^.;:,]{0,60}?,\s")
FROM_TO = re.compile(r"(?:[^,.;]{0,40}[,;])?\s*(?:to|from)\s*")
# 30,000 in Derna, 3,000 in Albayda and 1,000 in Tocra
LISTED = re.compile(
    r"\s(?:in|at|from|to|near|around|within|inside|across)\s(?:the\s)?[A-Z][^.;:,()\d]{0,40}(?:;|,|,? and|; and)\s(?:another |a further )?"
)
# took in 8,000; in Bor, 9,000
# Slovakia 128,000 and Romania 79,000
NAMED_IN = re.compile(r"(?:,|;|,? and)\s(?:the\s)?(?:[A-Z][\w-]+,?\s){1,3}(?:with )?")
# The total rose; 200 more could follow: another lot of the same.
FOLLOWS = re.compile(
    r"\s(?:(?:could|may|might|will|would|can|were|are|was|is|have|has|had|(?:expected|due|likely|set|about|still) to|soon|then|later|also|on \w+) )*follow(?:ed|s|ing)?\b(?! (?:up|by|the|their|its|his|her)\b)"
)
# 1,211 families (8,477 persons): one count in two units.
SAME_IN_BRACKETS = re.compile(r"\s?(?:\(|/ ?|, or )(?:or |i\.e\. |equivalent to )?")
CAPACITY = re.compile(
    r"\b(?:planned|built|designed|meant|intended|laid out|set up|room|space|beds|capacity)(?: for| of| to \w+)\s(?:about |some |only |just |up to |around )?$|\b(?:can|could) (?:hold|take|house|shelter|host|accommodate)\s(?:about |some |only |just |up to |around )?$"
)
TAKING_IN = re.compile(
    r"[^.;:\d]{0,60}\b(?:took in|takes? in|taken in|has|had|holds?|held|hosts?|hosted|hosting|shelters?|houses?|received|receives|admitted)\s(?:now |already |about |some |another |only |more than )*"
)
OPENS_CLAUSE = re.compile(r"[;,](?: and| but| while)? (?:only |another |a further )?$")
OF_FAMILIES = re.compile(
    r"\s+of (?:the |these |those |all |its |their )*(?:[a-z]+ ){0,2}?(?:families|households|hhs)\b"
)
MOVEMENTS = frozenset(["arrived", "departed", "fled", "moved", "returned", "freed"])
BY_ORIGIN = re.compile(r"\s(?:from|in|at|to)\s[^.;:,\d]{2,40},\s(?:and )?")
THEN = re.compile(r"[^.;:\d]{0,40},? (?:and )?then\s(?:came |another )?")
ALONGSIDE = re.compile(
    r"[^.;:\d]{0,90}?,? (?:along with|together with|as well as|alongside|in addition to|plus)\s(?:another )?"
)
SINCE = re.compile(r"\s+(?:since|over|in|on|by|after|before|during|while|when)\s")
COUNTED = re.compile(
    r",[^;]*\b(?:recorded|counted|confirmed|verified|documented|identified) (?:only |just )?$"
)
# took in 310 and 455 families respectively
RESPECTIVELY = re.compile(r"[^.;\d]{0,60}\brespectively\b")
# 13 fighters of the one side and 19 of the Turkish-backed factions
OF_A_GROUP = re.compile(
    r"\sof (?:the|its|their) (?:[\w-]+ ){0,3}?(?:factions?|groups?|units?|companies|side|army|militias?|brigades?)\b"
)
TOTALLED = re.compile(
    r"\b(?:total|number|figure|toll|count|tally)\b[^.;]{0,30}\b(?:at|to|is|was|reached|reaches)\s$|[;,]\s[^.;]{0,25}\b(?:it|there) (?:was|were|is|are|had (?:been|reached))\s(?:already |only |now )?$"
)
LED_IN = re.compile(r"[;,]\s(?:and\s)?(?:in|at|from|to|near)\s(?:the\s)?[A-Z][^.;:()\d]{0,30}?,?\s")
AT = re.compile(r"\s(?:in|at|around|near|on|under|inside|along)\s")
REST = re.compile(r"\bthe (?:remaining|other|last|first) $")
GAP = 60  # letters across which a verb can be left out
TOLD_BY_NOUN = frozenset(["killed", "injured", "missing", "arrived", "departed"])
JOINED = re.compile(r"\s*(?:,|and|, and|,? plus)\s*", re.IGNORECASE)
WHO_THEY_ARE = re.compile(
    r",? (?:were |are |was )?(?:women|children|men|boys|girls|minors|elderly)\b"
)


class Figure(msgspec.Struct, frozen=True):
    """A counted figure of a sentence, with offsets into the sentence."""

    start: int
    end: int
    number: Number
    low: float | None
    high: float | None
    hedge: str
    noun: Noun
    kind: Kind

    @property
    def what(self) -> str | None:
        """The words that say what is counted."""
        return self.noun.words or None


class Seen(msgspec.Struct, frozen=True):
    """A number with its hedge and noun, before its kind is known."""

    number: Number
    hedged: hedges.Hedged
    noun: Noun


def inherited(text: str, seen: list[Seen]) -> list[Seen]:
    """2,200 families on Sunday and 1,750 on Monday; of 3,100 houses, 400: the noun said once."""
    for index in range(1, len(seen)):
        earlier, one = seen[index - 1], seen[index]
        if not earlier.noun.unit:
            if (
                RESPECTIVELY.search(text, one.noun.end)
                and text[earlier.number.end : one.hedged.start] == " and "
            ):
                noun = msgspec.structs.replace(one.noun, end=earlier.number.end, words="")
                seen[index - 1] = Seen(earlier.number, earlier.hedged, noun)
            continue
        if _of_a_share(text, earlier, one):
            seen[index] = Seen(one.number, one.hedged, Noun(one.number.end, "family", "family", ""))
            continue
        if earlier.noun.unit == "person" and OF_A_GROUP.match(text, one.number.end):
            noun = msgspec.structs.replace(one.noun, unit="person", sort=earlier.noun.sort)
            seen[index] = Seen(one.number, one.hedged, noun)
            continue
        if one.noun.words.startswith("of ") and _hands_on(text, earlier, one):
            noun = msgspec.structs.replace(one.noun, unit=earlier.noun.unit, sort=earlier.noun.sort)
            seen[index] = Seen(one.number, one.hedged, noun)
        elif not one.noun.unit and _goes_on(text, earlier, one):
            noun = Noun(one.number.end, earlier.noun.unit, earlier.noun.sort, "")
            seen[index] = Seen(one.number, one.hedged, noun)
    return seen


def _of_a_share(text: str, earlier: Seen, one: Seen) -> bool:
    """80 per cent of the households stay in the open; some 900 have been taken in."""
    shared = earlier.noun.unit == "percent" and OF_FAMILIES.match(text, earlier.noun.end)
    if not shared or one.noun.unit:
        return False
    subject = OPENS_CLAUSE.search(text, earlier.noun.end, one.hedged.start)
    return bool(subject and VERB.match(text, one.number.end))


def _goes_on(text: str, earlier: Seen, one: Seen) -> bool:
    """Whether a bare number counts what the number before it does."""
    between = text[max(earlier.noun.end, earlier.number.end) : one.hedged.start]
    if earlier.noun.unit in NOT_HANDED_ON:
        return bool(earlier.noun.sort == "money" and OTHERS_PAID.fullmatch(between))
    if UNKNOWN.match(text, max(one.number.end, one.hedged.end)):
        return False
    unit = earlier.noun.unit
    if REST.search(text[: one.hedged.start]):
        return True
    if unit in ("family", "vehicle") and GOES_ON.fullmatch(between):
        return bool(VERB.match(text, one.number.end))
    if unit == "item" and THERE_NOW.search(between):
        return True  # the cemetery had 700 graves; there are 1,150 now
    part = len(between) < GAP and OF_THE.search(text[: earlier.hedged.start])
    people = unit in ("person", "family")
    beside = people and (_is_beside(text, between, one) or _is_taken_in(text, between, earlier))
    return bool(beside or part or PARALLEL.fullmatch(between))


def _is_taken_in(text: str, between: str, earlier: Seen) -> bool:
    """Planned for 4,000 families, the camp took in 310: families again."""
    planned = CAPACITY.search(text, 0, earlier.hedged.start)
    return bool(planned and TAKING_IN.fullmatch(between))


def _hands_on(text: str, earlier: Seen, one: Seen) -> bool:
    """Whether "of them" counts what the figure before counts: 640 of 1,800 families."""
    if earlier.noun.unit == "family":
        return not WHO_THEY_ARE.match(text, one.noun.end)
    return earlier.noun.unit != "person"


def _is_beside(text: str, between: str, one: Seen) -> bool:
    """Whether a bare number stands beside another with a place of its own."""
    if ALSO.fullmatch(between):
        return bool(PLACED.match(text, one.number.end))
    return bool(NEXT.fullmatch(between) and AT_PLACE.match(text, one.number.end))


def _in_other_words(text: str, between: str, one: Seen, last: Kind) -> Kind | None:
    """One count in two units, or another lot of the same that followed."""
    people = one.noun.sort in ("people", "displaced", "family") and one.noun.unit
    if people and one.noun.unit != last.unit and SAME_IN_BRACKETS.fullmatch(between):
        return Kind(last.name, one.noun.unit, last.rule, last.far)
    if last.name in MOVEMENTS and FOLLOWS.match(text, max(one.noun.end, one.number.end)):
        return Kind(last.name, one.noun.unit or last.unit, last.rule)
    return None


def joined_kind(text: str, earlier: Seen, one: Seen, last: Figure) -> Kind | None:
    """32 troops and 58 rebels, from 200 to 300: the second of two takes the kind of the first."""
    if last.kind.name == "vehicles" and not one.noun.unit:
        between = text[last.end : one.hedged.start]
        other = COMPARED.search(between) or DRIVES_ON.fullmatch(between)
        return last.kind if other and not UNKNOWN.match(text, one.number.end) else None
    if not last.kind.unit.startswith(("person", "family")):
        return None
    alike = one.noun.sort in ("people", "family") and "/" not in last.kind.unit
    if (alike or not one.noun.unit) and COMPARED.search(text[last.end : one.hedged.start]):
        return msgspec.structs.replace(last.kind, unit=one.noun.unit or last.kind.unit)
    if last.number is not earlier.number:
        return None
    between = text[max(last.end, earlier.number.end) : one.hedged.start]
    return _in_other_words(text, between, one, last.kind) or _beside(
        text, between, (earlier, one), last
    )


def _beside(text: str, between: str, both: tuple[Seen, Seen], last: Figure) -> Kind | None:
    """What the second of two figures takes from the first that stands beside it."""
    earlier, one = both
    later = last.kind.name in MOVEMENTS and THEN.fullmatch(between)
    if one.noun.unit in ("person", "family") and (later or ALONGSIDE.fullmatch(between)):
        return Kind(last.kind.name, one.noun.unit, "alongside")
    bare = not one.noun.unit and not earlier.noun.unit
    handed_on = one.noun.unit == last.kind.unit and not one.noun.words
    same = (
        # 3,000 people arrived in Aden and 1,500 in Mukalla
        (handed_on and _is_beside(text, between, one))
        or (not one.noun.unit and LISTED.fullmatch(between) and PLACED.match(text, one.number.end))
        or (not one.noun.unit and (LED_IN.fullmatch(between) or NAMED_IN.fullmatch(between)))
        or (bare and ALSO.fullmatch(between) and SINCE.match(text, one.number.end))
        or (
            last.kind.rule in ("part-of", "alongside")
            and one.noun.sort not in TOLD_BY_NOUN
            and JOINED.fullmatch(between)
        )
        or (not one.noun.unit and FROM_TO.fullmatch(between))
        or (bare and last.kind.rule == "part-of" and BY_ORIGIN.fullmatch(between))
    )
    return last.kind if same else None


def given_too(text: str, one: Seen, last: Figure) -> bool:
    """2,146 households received tents, 12,600 persons cash: the verb is left out."""
    between = text[last.end : one.hedged.start]
    if last.kind.name == "occupancy":
        return (
            between.endswith(" and ") and len(between) < GAP and bool(AT.match(text, one.noun.end))
        )
    return last.kind.name == "assisted" and "," in between and len(between) < GAP


def told_after(text: str, one: Seen, last: Figure) -> bool:
    """At least 25 died; survivors speak of 50: the same count by somebody else."""
    between = text[last.end : one.hedged.start]
    spoken = (";" in between and SPOKE_OF.search(between)) or COUNTED.search(between)
    return bool(spoken or TOTALLED.search(between))
