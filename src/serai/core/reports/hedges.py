"""Reads how firmly a figure is given: about, more than, up to; stated, estimated, possible."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports.word_index import WordIndex

BEFORE = (
    ("atleast", r"at (?:the )?least|no (?:fewer|less) than|not less than|a minimum of|minimum(?: of)?|upwards? of|>=|≥|from at least"),
    ("upto", r"up to|as many as|as much as|a maximum of|maximum(?: of)?|no more than|not more than|at most|no (?:bigger|larger|greater|wider) than|as high as|(?:reach(?:es|ed|ing)?|exceeds?) up to|<=|≤"),
    ("over", r"(?:well |far |slightly |just |a little |even )?(?:more than|(?<!handed )(?<!handing )(?<!hand )(?<!turned )(?<!taken )over|above|beyond|in excess of|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|(?:has|have|had)(?: now| already| since)? (?:passed|topped)|greater than|larger than|past|topp(?:ed|ing))|>"),
    ("under", r"(?:well |far |slightly |just |a little )?(?:less than|fewer than|under|below|short of)|<"),
    ("nearly", r"nearly|almost|close to|just under|just short of|not quite|approaching|nearing|as nearly|nigh on"),
    ("about", r"about|around|approximately|approx\.?|roughly|some|circa|an estimated|estimated(?: at)?|or so|in the region of|(?:some)?where (?:near|around)|an average of|on average|ca\.?|~|≈|more or less|just over|perhaps|maybe|possibly|probably|an additional estimated"),
)  # fmt: skip
AFTER = (
    (
        "over",
        r"\s?\+|\s?-?\s?plus\b|,?\s(?:or|and)\s(?:more|above|upwards?)\b(?!\s(?:arriv|com|are|were|is|people|famil|flee|fled|follow|join|than|left|wait|cross|die|keep))|,? if not more\b",
    ),
    ("about", r"\s(?:or so|or thereabouts|approximately|approx)\b|-odd\b|-some\b|-ish\b"),
    ("atleast", r",?\s(?:at (?:the )?(?:very )?least|at a minimum|minimum)\b"),
    ("upto", r",?\s(?:at (?:the )?most|or (?:fewer|less)|maximum|max)\b"),
)
FILLER = r"(?:(?:the|a|an|another|a further|a total of|total of|other|additional|further|only|just|these|those|all|its|their|our|an additional|a staggering|a whopping)\s+)*"
_before = re.compile(
    r"(?:^|(?<=[\s(\"',;:-]))(?:" + "|".join(f"(?P<{name}>{words})" for name, words in BEFORE) + rf")\s*{FILLER}$",
    re.IGNORECASE,
)  # fmt: skip
_about_word = re.compile(r"^(?:perhaps|maybe|possibly|probably)", re.IGNORECASE)
_after = re.compile("|".join(f"(?P<{name}>{words})" for name, words in AFTER), re.IGNORECASE)
_opening = re.compile(r"\b(?:between|from)\s*$", re.IGNORECASE)
POSSIBLE = (
    r"\b(?:(?-i:may)(?! (?:\d|of|and|to))|might|could|maybe|perhaps|possibly|probably|likely|fears?|feared|"
    r"suspected to be|potentially|thought to)\b"
)
ESTIMATED = re.compile(r"\b(?:an estimated|estimat\w+)\s", re.IGNORECASE)
MAYBE = r"\b(?:may be|might be|could be|maybe|perhaps|possibly)\b"
ESTIMATE = (
    r"\b(?:estimat\w+|believe[sd]?|reckons?|projections? show|extrapolat\w+|assess(?:es|ed)? that|"
    r"by (?:its|their|our) count)\b"
)
EXPECTED = (
    r"\b(?:expect(?:s|ed|ing|ation)?|(?<!their )(?<!his )(?<!her )(?<!own )(?<!good )will|plan(?:s|ned(?! for (?:about |some |up to )?\d)|ning)?|prepar(?:es?|ed|ing) (?:for|to)|"
    r"anticipat\w+|project(?:s|ed)|forecast|predict\w*|set to|is to|are to|would|aims? to|hop(?:es?|ed|ing) to|"
    r"intends? to|targets? to|by the end of)\b"
)
CLAIMED = re.compile(
    r", [^,.;]{3,60}\bclaim(?:s|ed)\b|, according to (?:(?:local|unconfirmed|media|initial|early|some) )+(?:reports|media)\b"
)
REPORTED = (
    r"\b(?:reportedly|(?:was|were|been|being|is|are|as|also) reported|reported(?= (?:to|by|missing|killed|dead)\b)|allegedly|alleged(?= to)|unconfirmed|unverified|den(?:ied|ies|y)|(?:media|newspapers?|press|reports|activists on social media|state tv|television) (?:also )?(?:reported|said|says|say)|rumou?rs?|rumou?red|"
    r"said to|(?:(?:local|media|unconfirmed|initial|early|press|news|some|other|earlier|first|conflicting|were|are|of|from|by|and|to) |^\W*)reports (?:of|that|say|indicate|suggest)|apparently|claim(?:s|ed)?(?! (?:[\w,]+ ){1,3}lives\b| the li(?:ves|fe)\b)|accused|i heard|"
    r"according to (?:local |unconfirmed |media |initial |some )*(?:reports|media|sources|witnesses|activists))\b"
)
SURE = (
    ("possible", MAYBE),
    ("estimate", ESTIMATE),
    ("reported", REPORTED),
    ("possible", POSSIBLE),
    ("expected", EXPECTED),
)
_sure = WordIndex([words for _, words in SURE])


class Hedged(msgspec.Struct, frozen=True):
    """The hedge around a number, and where the words of number and hedge begin and end."""

    start: int
    end: int
    hedge: str


def hedged(text: str, start: int, end: int, ranged: bool, vague: bool) -> Hedged:
    """Finds the hedge of the number at `start`..`end` in a sentence."""
    after = _after.match(text, end)
    before = _before.search(text, max(0, start - 60), start)
    opening = _opening.search(text, max(0, start - 10), start) if ranged else None
    first = opening.start() if opening else before.start() if before else start
    last = after.end() if after else end
    if vague:
        return Hedged(first, last, "vague")
    if ranged:
        return Hedged(first, last, "range")
    if after and (not before or before.lastgroup == "about"):
        return Hedged(first, last, after.lastgroup or "exact")
    name = before.lastgroup if before else "exact"
    return Hedged(first, last, _unless_a_guess(text[first:start], name or "exact"))


def _unless_a_guess(words: str, hedge: str) -> str:
    """Maybe and perhaps say how sure somebody is, not how near the number comes."""
    return "exact" if hedge == "about" and _about_word.match(words) else hedge


def bounds(low: float, high: float | None, hedge: str) -> tuple[float | None, float | None]:
    """The low and high bound of a hedged number; None where it is open."""
    if hedge in ("over", "atleast", "vague"):
        return low, None
    if hedge in ("upto", "under"):
        return None, high
    return low, high


def certainty(clause: str, own_words: str) -> str:
    """How the clause puts a figure: stated, estimate, reported, possible or expected."""
    if ESTIMATED.search(own_words):
        return "estimate"
    first = min((number for number, _ in _sure.found(clause)), default=None)
    return "stated" if first is None else SURE[first][0]
