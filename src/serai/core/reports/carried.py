"""Knows the kind of a figure that goes on from the one before it, in its sentence or the last."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports.counting import HARMED, SMALL
from serai.core.reports.elided import SPOKE_OF, Seen
from serai.core.reports.measures import Kind
from serai.core.reports.nouns import NOUNS

HUNDRED = 100
IT_WAS = re.compile(r"\b(?:it|that) (?:was|is)\b", re.IGNORECASE)
TOTAL = re.compile(r"\b(?:total|altogether|in all)\b", re.IGNORECASE)
DAILY = re.compile(r"^\s*(?:people )?(?:in a|a|per|each|every) day\b", re.IGNORECASE)
TALLY = re.compile(
    r"\b(?:numbers?|count|total|so far|toll|tally|altogether)\b[^:]{0,30}:", re.IGNORECASE
)
WORDS = 10  # of a sentence that continues the figure of the one before
CONTINUED = re.compile(
    r"\bnumbers?\b|\bfigure\b|\btotal\b|\b(?:are|were|is) (?:thought|believed|estimated|known|said) to have\b"
)
EXPECTS = re.compile(
    r"\b(?:[Ww]e|[Tt]hey|[Ii]t|officials|authorities) (?:now |also |still )?(?:expects?|fears?|anticipates?|await|could see|may see)\s$"
)
NUMBER_OF = re.compile(
    r"\bnumber of (?:[\w-]+ ){0,3}?(?P<noun>refugees|idps|displaced|people|persons|residents|families|households|returnees|civilians|dead|deaths|fatalities|injured|wounded|missing|evacuees|arrivals|prisoners|detainees|hostages)\b"
    r"[^.;]{0,70}?\b(?:reached|reaches|at|to|is|was|exceeds|exceeded|passed|topped)\s*$",
    re.IGNORECASE,
)
OF_NOUN = {"evacuees": "moved", "returnees": "returned"}
STOCKS = ("occupancy", "registered", "remaining", "arrived", "capacity")
AMONG = re.compile(
    r"\s+of (?:them|these|those) (?:are|were|is|come|came)\b|\s(?:were|are|was) (?:women|children|minors|boys|girls|infants|babies|elderly|from [A-Z]|from (?:the )?[a-z]+ (?:bank|coast|side))\b|[^.;,]{0,30}\s(?:were|was|are) (?:also )?among (?:them|those)\b",
    re.IGNORECASE,
)
INCLUDED = re.compile(r"\b(?:include[sd]?|of them|of whom|among them)\W*(?:were )?$", re.IGNORECASE)
# Nineteen of the patients were under fifteen: which of those told of before.
OF_THE_SAME = re.compile(r"\s(?:more )?of (?:the|these|those|its|their|our) ")
WERE_CHILDREN = re.compile(
    r"\s(?:were|are|was) (?:(?!not\b)[a-z]+ )?(?:women|children|men|boys|girls|minors|elderly|infants|babies|civilians|soldiers|students|pupils|foreigners|teenagers|toddlers)\b"
)
WHO_THEY_WERE = re.compile(r"\s(?:were|was|are|is|came|come|had|have)\b")
# Officials say the number is 200,000; that makes 12,742 refugees
THE_NUMBER = re.compile(
    r"\b(?:the|that|this|their|its) (?:overall |total |real |true |actual )?(?:number|figure|total|count|tally)\b(?: (?:is|was|has|had|now|already|may|might|could|be|to|at|stands?|stood|reached|as|believed|thought|put|closer|rose|risen|grown|climbed|therefore|so far|by then))+\s\"?$"
    r"|\bput(?:s|ting)? (?:the|that|their) (?:number|figure|total) at\s$|(?:^|[;,.]\s)(?:that|this|which) (?:makes|made|brings it to|takes it to)\s(?:it\s)?$|, making\s(?:it )?$|(?:[Ss]un|[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur)day's total (?:was|is|came to|reached)\s$",
    re.IGNORECASE,
)
UNSURE = 2.0  # how far a word of happening is that tells less than what the number is said to be of
LISTED = re.compile(r"(?:^|; ?|\. ?)\W*[A-Z][\w' /-]{2,40}: $")
LIST_ENDS = re.compile(r"\s*(?:[;,.]|$)")
LISTED_FROM = 10
KEPT = frozenset(["person", "family"])


def of_the_number(text: str, one: Seen, kind: Kind | None, before: Kind | None) -> Kind | None:
    """The kind of what is only called the number, whatever the rest of the sentence tells."""
    words = text[: one.hedged.start]
    unsure = kind is None or kind.far > UNSURE
    if unsure and not one.noun.unit and (told := number_of(text, one)):
        return told
    if kind is None and not one.noun.unit and (listed := in_a_list(text, one, before)):
        return listed
    counted = before and before.unit.split("/")[0] in KEPT and before.name != "capacity"
    if not counted or one.noun.sort not in ("", "people", "displaced", "family"):
        return None
    if before and THE_NUMBER.search(words):
        return Kind(before.name, one.noun.unit or before.unit.split("/")[0], "the-number")
    return of_the_same(text, one, before) if kind is None else None


def in_a_list(text: str, one: Seen, before: Kind | None) -> Kind | None:
    """Kutupalong: 189,000; Unchiprang: 26,000: what was counted before, place by place."""
    if before is None or before.unit.split("/")[0] not in KEPT or one.number.low < LISTED_FROM:
        return None
    named = LISTED.search(text[: one.hedged.start])
    ends = LIST_ENDS.match(text, one.number.end)
    return Kind(before.name, before.unit.split("/")[0], "listed") if named and ends else None


def of_the_same(text: str, one: Seen, before: Kind | None) -> Kind | None:
    """Thirteen of the passengers were Saudis: some of the people of the sentence before."""
    same = OF_THE_SAME.match(text, one.number.end) and one.noun.unit == "person"
    if before and same and WHO_THEY_WERE.match(text, one.noun.end):
        return Kind(before.name, "person", "of-the-same")
    return None


def who_they_were(text: str, one: Seen, before: Kind | None) -> Kind | None:
    """62 were children: of those told of before."""
    counted = before and before.unit.split("/")[0] in KEPT and before.name != "capacity"
    if not before or not counted or one.noun.unit not in ("", "person"):
        return None
    were = WERE_CHILDREN.match(text, max(one.noun.end, one.number.end))
    return Kind(before.name, "person", "of-the-same") if were else None


def number_of(text: str, one: Seen) -> Kind | None:
    """The number of refugees in Uganda has reached 832,000."""
    told = NUMBER_OF.search(text[: one.hedged.start])
    noun = told["noun"].casefold() if told else ""
    unit, sort = NOUNS.get(noun, ("", ""))
    if not told or unit not in KEPT or sort == "fighters":
        return None
    if sort in (*HARMED, "arrived") or noun in OF_NOUN:
        return Kind(OF_NOUN.get(noun, sort), unit, "number-of")
    displaced = noun.startswith("idp") or "displaced" in told.group()
    return Kind("displaced" if displaced else "occupancy", unit, "number-of")


def of_last(text: str, one: Seen, before: Kind | None) -> Kind | None:
    """They included 3,000 fighters: a part of the figure of the sentence before."""
    words = text[: one.hedged.start]
    if AMONG.match(text, one.number.end):
        return before
    return before if INCLUDED.search(words) and len(words) < 40 else None


def elided(text: str, one: Seen, before: Kind | None) -> Kind | None:
    """Maybe 2,000 or more: a bare number that continues the figure of the sentence before."""
    if (
        before is None
        or (":" in text and not TALLY.search(text))
        or not before.unit.startswith(("person", "family"))
        or one.noun.unit not in ("", "person", "family")
        or (
            one.number.written
            and one.number.low < (SMALL + 1 if SPOKE_OF.search(text) else HUNDRED)
        )
    ):
        return None
    words = re.sub(r"\W+", " ", text[: one.hedged.start] + " " + text[one.hedged.end :]).split()
    expected = EXPECTS.search(text, 0, one.hedged.start)
    if len(words) > WORDS and not expected and not CONTINUED.search(text):
        return None
    if one.number.low < 10:
        return None
    if before.name == "capacity":
        before = msgspec.structs.replace(before, name="occupancy")
    if DAILY.search(text[one.number.end : one.number.end + 20]):
        return Kind("arrived" if before.name in STOCKS else before.name, "person/day", "elided")
    return Kind(before.name, one.noun.unit or before.unit.split("/")[0], "elided")
