"""Says whether a number with a kind is a figure at all, and not two residents who spoke."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.reports import traps
from serai.core.reports.elided import Seen
from serai.core.reports.measures import Kind

SMALL = 12  # words for numbers this small need a word of happening close by
SEVERAL = 4  # of fewer, the build of a sentence alone tells nothing
HARMED = frozenset(["killed", "died", "injured", "missing", "held", "freed"])
PER = re.compile(r"\s+per\s+[\d,]+")
NAMED_BELOW = 100
NAMED = re.compile(
    r"(?<=[a-z\"'] )(?!Some|About|Around|Nearly|Over|Only|At|The|And|But|Another)[A-Z][a-z]{3,}\s$"
)
NAMED_TOO = re.compile(r"\d(?:,| and|, and|;) (?:[A-Z][\w'-]+ ){1,3}$")  # Bama 311 and Mafa 98
OPENS = re.compile(
    r"\W*(?:(?:Only|Just|Another|But|And|Of these,?|In all,?|So far,?|By then,?|Since then,?|In total,?|Altogether,?|Yesterday,?|Today,?) |\s)*"
)
PREDICATE = re.compile(
    r"\s(?:did|were|was|had|have|has|are|reached|came|made|got|crossed|returned|stayed|left|ran|went)\b"
)
ONE_FELL = re.compile(
    r"\s(?:has |had |was |is |were )*(?:drowned|died|killed|missing|wounded|injured)\b"
)
ONE_OF = re.compile(r"\s+of (?:them|us|whom) (?:later |also )?(?:was|has|had|is|died)\b")
STAFFED = ("arrived", "occupancy", "strength", "assisted")
STAFF = re.compile(r"\b(?:doctors|nurses|surgeons|medics|midwives|teachers)$")
WHOLE = re.compile(r"(?:^|[\"';:] ?)Of (?:the|our|its|their|his|these|those) $")
PUT_AT = re.compile(
    r"\b(?:losses|dead|toll|wounded|injured)\b[^.;]{0,40} (?:at|to|as|are|were|is) $"
)
ASIDE = re.compile(r",[^,.;]{3,40},")
AT_ONCE = 60  # letters behind a number in which its own verb stands
AUXILIARIES = re.compile(
    r"\s+(?:(?:were|was|have|had|has|been|are|being|others?|more|also|later|\w+ly)\s)*"
)
PREPOSED = re.compile(r"\b(?:from|in|on|at|by|for|with|to|the)\s$")
HURTING = re.compile(
    r"\b(?:lost|bur(?:ied|ying)|kill(?:ed|ing)|wound(?:ed|ing)|injur(?:ed|ing))\s+(?:\w+ ){0,3}$"
)
WHAT_BECAME = re.compile(r"\s(?:[a-z]{3,}ed|brought|taken|held|lost|found|caught|sent|freed)\b")
OF_PLACES = re.compile(
    r"(?<!took )(?<!taken )(?<!taking )\b(?:in|across|at|inside) $"
)  # 11,900 people in 302 of them
RELATED = re.compile(r"\s(?:who|that|we|they)\s[a-z]")  # of the 34 children who reached us
BY_STAFF = re.compile(
    r"(?:with|by) [\w,]+ (?:\w+ )?(?:doctors|nurses|surgeons|medics|staff|volunteers|teachers|workers)$"
)
OF_THESE = ("of them", "of these", "of those")
# 300 amputations: a plural nobody here knows, and no word for people or for what they do.
OF_THINGS = re.compile(
    r"\s(?!(?:[a-z]*wards|across|always|sometimes|perhaps|overseas|besides)\b|[a-z]*(?:ants?|ers|ors|ees|ists|ians|eens|ese|ss|ous|us|ays|is|ves)\b)[a-z]{3,}s\b(?! (?:was|were|are|have|of them)\b)"
)


def counts(text: str, one: Seen, kind: Kind) -> bool:
    """Whether a number with a kind is a figure at all, and not two residents who spoke."""
    number, end = one.number, max(one.noun.end, one.number.end)
    persons = kind.unit.startswith(("person", "family"))
    helping = kind.name == "assisted" and BY_STAFF.search(text, one.hedged.start - 5, end)
    whole = WHOLE.search(text[: one.hedged.start]) and not WHAT_BECAME.match(text, end)
    places = OF_PLACES.search(text[: one.hedged.start]) and one.noun.words in OF_THESE
    whole = places or (whole and not RELATED.match(text, end))
    staff = number.low <= SMALL and kind.name in STAFFED and STAFF.search(one.noun.words)
    unlike = number.low < SEVERAL and kind.rule.startswith(("way:", "by:"))
    if whole or staff or helping or unlike or PER.match(text, end):
        return False  # two officials flew to Ankara; treating 25 with four doctors; 3 doctors per 10,000 people
    if persons and traps.SAYING.match(text[end : end + 60]) and number.low <= SMALL:
        return False
    if not one.noun.unit:
        return kind.unit == "vehicle" or _stands_alone(text, one, kind)
    if number.written and number.low == 1 and kind.name != "area":
        return _one_counts(text, one, kind)
    if (
        re.match(r"\s+(?:of the|of its|of his|of her)\b", text[number.end : number.end + 8])
        and number.low <= 3
        and number.written
    ):
        told = kind.name in HARMED or kind.name == "surrendered"
        return kind.unit == "vehicle" or (
            persons and (kind.rule.split(":")[0] in ("B", "O") or told)
        )
    return True


def _one_counts(text: str, one: Seen, kind: Kind) -> bool:
    if one.noun.unit == "family":
        return False  # three children of one family
    if re.search(r"\bof\s*$", text[max(0, one.hedged.start - 4) : one.hedged.start]):
        return False
    if ONE_OF.match(text, one.number.end):
        return kind.name in HARMED and kind.rule.startswith(("B:", "S:")) and kind.far < 1
    if re.match(
        r"\s+(?:of|such|another|side|day|in)\b", text[one.number.end : one.number.end + 10]
    ):
        return False
    return kind.name in (
        "killed",
        "died",
        "injured",
        "missing",
        "ordnance",
        "freed",
        "held",
        "surrendered",
    )


def _stands_alone(text: str, one: Seen, kind: Kind) -> bool:
    """A number without a noun counts people only close to the word that says what happened."""
    number = one.number
    after = text[number.end : number.end + 24]
    named = number.low < NAMED_BELOW and not number.written and NAMED.search(text[: number.start])
    if named and not NAMED_TOO.search(text[: number.start]):
        return False  # Kurdistan 9, Channel 4
    if number.written and number.low == 1:
        return bool(ONE_FELL.match(after))
    if OF_THINGS.match(text, max(number.end, one.hedged.end)):
        return False
    if re.match(r"\s*(?:[A-Z]{2,4}\b|[.,]?\d|/)", after):
        return False
    if number.written and number.low < SMALL:
        return _opens(text, one, kind) or _told_at_once(text, one, kind)
    return kind.rule != "elided" or number.low >= 2


def _told_at_once(text: str, one: Seen, kind: Kind) -> bool:
    """Four more succumbed, killing three: the word of happening is the very next."""
    side, _, words = kind.rule.partition(":")
    if side == "L" and PUT_AT.search(text[: one.hedged.start]):
        return True
    after = ASIDE.sub("", text[one.number.end : one.number.end + AT_ONCE]).casefold()
    at = after.find(words) if side in ("S", "B") else -1
    if PREPOSED.search(text[: one.hedged.start]):
        return False  # the men from four were taken, until the two are returned
    if at > 0 and AUXILIARIES.fullmatch(after, 0, at):
        return True
    return bool(HURTING.search(text[max(0, one.number.start - 40) : one.number.start]))


def _opens(text: str, one: Seen, kind: Kind) -> bool:
    """Only two reached the soldiers: a number that is the subject of its sentence."""
    subject = OPENS.fullmatch(text, 0, one.hedged.start)
    told = kind.unit == "vehicle" or kind.rule.startswith(("S:", "B:"))
    return bool(subject and told and PREDICATE.match(text, one.number.end))
