"""Reads numbers as reports write them: digits, words, dozens, ranges, tens of thousands."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports.word_index import words_in

UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "lakh": 10**5}
SHORT = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9}
# The low bounds ACLED publishes for words that give no number.
VAGUE = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000,
         "millions": 10**6, "lakhs": 10**5}  # fmt: skip
LONGEST = 15  # digits of a number anyone could mean

_digit = r"\d{1,3}(?:,\d{3})+(?![\d,]*\d)(?:\.\d+)?|\d{1,3}(?:[ ']\d{3})+(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?"
_small = (
    r"(?:(?:" + "|".join(TENS) + r")(?:[- ](?:" + "|".join(list(UNITS)[1:10]) + r"))?|"
    + "|".join(sorted(UNITS, key=len, reverse=True)) + r")"
)  # fmt: skip
_scale = r"(?:" + "|".join(SCALES) + r")"
_written = (
    rf"(?:{_small}|a|another|half a|a quarter of a|a couple(?: of)?)(?:[- ]{_scale})+(?:(?:,? and |[ -]){_small}(?:[- ]{_scale})*)*"
    rf"|(?:(?:half )?a|two|three|four|five|six|ten|several|a few|a couple(?: of)?) dozen|half(?: of)? a(?=\s(?:square|sq)\b)|{_small}"
)
_figure = (
    rf"(?:{_digit})(?:[ -]{_scale}\b|(?:k|m|mn|bn)\b(?=\s+(?:people|persons|refugees|children|of|idps|displaced|syrians|civilians|women|internally|afghans|in)))?"
    rf"|\b(?:{_written})\b"
)
_vague = (
    r"\b(?:(?:tens|hundreds|dozens|scores) of )?(?:thousands|millions|hundreds|lakhs)\b"
    r"|\b(?:tens|dozens|scores)\b|\b(?:several|a few|many|some few) (?:hundred|thousand|million)s?\b"
)
NUMBER = re.compile(
    rf"(?<![\w.,$€£#/])(?<!\d[-:])(?:(?P<vague>{_vague})|"
    rf"(?P<low>{_figure})(?:\s?(?P<joint>-|to|or|and|/|,? (?:or )?(?:maybe|perhaps|possibly|even))\s?(?P<high>{_figure}))?)(?![\d]|[-:]\d|[.,]\d)",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\b(?:between|from|anywhere from|anything between)\s*$", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:rose|rise[ns]?|rising|increas\w+|grew|grow\w*|jump\w*|climb\w*|surg\w+|swell\w*|swollen|"
    r"doubl\w+|went|fell|fall\w*|drop\w*|decreas\w+|declin\w+|down|up|shrunk|shrank|soar\w*)\b"
    r"[^.;]{0,60}$",
    re.IGNORECASE,
)
# One in five, three out of ten: a share, when the whole is a round number nobody counted.
RATIO = re.compile(
    rf"(?P<part>one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:(?:people|persons?|child(?:ren)?|famil(?:y|ies)|households?|residents?|wom[ae]n|refugees?|girls?|boys?|patients?|houses?|homes?|buildings?|schools?|hospitals?|adults?|residents?|farmers?|mothers?) (?=(?:in|out of) \w+(?:$|[.,;)]| (?:of|is|are|was|were|has|have|had|needs?|lives?|lacks?|in|who|uses?|there|cannot|can|could|eats?|sleeps?|relies|rely|says?|said|had|lost)\b)))?(?:(?:in|out of)(?: every)?|of every) "
    rf"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twenty|(?:[2-9]|10|20|50|100)\b(?![,.]?\d))(?! (?:{'|'.join(SCALES)}))\b",
    re.IGNORECASE,
)
OUT_OF = re.compile(
    rf"\s(?:out )?of (?:a total of |the |its |their |our |his |her |my |all |these |those |some |about )*(?:{_figure})(?=\s[a-z])",
    re.IGNORECASE,
)
NUMERALS = frozenset([*UNITS, *TENS, *SCALES, *VAGUE, "dozen", "couple", "half", "quarter"])
AREA_CODE = re.compile(r"0\d")  # call 0770 555 0134
_any_digit = re.compile(r"\d")
_OF_WORDS = re.compile(r"[- ]+|,\s*")
_DIGIT_TEXT = re.compile(_digit)


class Number(msgspec.Struct, frozen=True):
    """A number or range in a sentence: where it stands and its bounds, before any hedge."""

    start: int
    end: int
    low: float
    high: float | None  # None for a vague plural
    ranged: bool = False
    written: bool = False  # in words, not digits
    share: bool = False  # one in five: a percentage


def numbers(text: str) -> list[Number]:
    """All numbers of an evened sentence.

    >>> [(n.low, n.high) for n in numbers("Between 14,000 and 18,000 men, two dozen trucks")]
    [(14000, 18000), (24, 24)]
    """
    found: list[Number] = []
    if not holds_number(text):
        return found
    at = 0
    while match := NUMBER.search(text, at):
        ratio = RATIO.match(text, match.start())
        made = [_share(ratio)] if ratio else _numbers_of(text, match)
        found += made
        at = max(made[-1].end if made else match.end(), match.start() + 1)
    return found


def holds_number(text: str) -> bool:
    """Whether any number can stand in a text; most sentences of a report hold none."""
    return bool(_any_digit.search(text)) or not NUMERALS.isdisjoint(words_in(text))


def _share(ratio: re.Match[str]) -> Number:
    percent = _whole(round(100 * value(ratio["part"]) / value(ratio["whole"]), 2))
    return Number(ratio.start(), ratio.end(), percent, percent, share=True)


def _numbers_of(text: str, match: re.Match[str]) -> list[Number]:
    if match["vague"]:
        return [Number(match.start(), match.end(), vague_bound(match["vague"]), None, False, True)]
    if any(sign.isdigit() and not sign.isascii() for sign in match.group()):
        return []  # digits of Arabic are read in Arabic
    low_text, high_text = match["low"], match["high"]
    if (
        sum(sign.isdigit() for sign in match.group()) > LONGEST * 2
        or sum(sign.isdigit() for sign in low_text) > LONGEST
        or AREA_CODE.match(low_text)
    ):
        return []
    low = value(low_text)
    written = not low_text[0].isdigit()
    single = Number(match.start("low"), match.end("low"), low, low, False, written)
    if not high_text:
        return [single]
    high = value(high_text)
    if not _joins(text, match, low, high):
        return [single]
    low = _scaled_like(low_text, low, high_text, high)
    return [Number(match.start("low"), match.end("high"), low, high, True, written)]


def _joins(text: str, match: re.Match[str], low: float, high: float) -> bool:
    """Whether two numbers with a word between them are the ends of one range."""
    joint, before = match["joint"].casefold(), text[: match.start()]
    low = _scaled_like(match["low"], low, match["high"], high)
    if high <= low:
        return False
    if joint == "and":
        return bool(re.search(r"\bbetween\s*$", before, re.IGNORECASE))
    if joint == "to":
        return not (CHANGED.search(before) and re.search(r"\bfrom\s*$", before, re.IGNORECASE))
    if joint.endswith(("or", "maybe", "perhaps", "possibly", "even")):
        return high <= 2 * low + 1 or high <= 10
    return joint == "-"


def _scaled_like(low_text: str, low: float, high_text: str, high: float) -> float:
    """2 to 3 million begins at two million, 70-80,000 at seventy thousand."""
    if low < 1000 <= high and high_text.endswith(",000") and low * 1000 < high:
        return low * 1000
    scale = re.search(r"(hundred|thousand|million|billion)$", high_text, re.IGNORECASE)
    if scale and low < SCALES[scale.group(1).casefold()] and not re.search(_scale, low_text):
        scaled = low * SCALES[scale.group(1).casefold()]
        return scaled if scaled < high else low
    return low


def vague_bound(words: str) -> float:
    """The low bound of a vague plural.

    >>> vague_bound("tens of thousands")
    10000
    """
    parts = words.casefold().split()
    if parts[-1] in VAGUE and parts[0] in VAGUE and len(parts) > 1:
        first = 10 if parts[0] in ("dozens", "scores") else VAGUE[parts[0]]
        return first * VAGUE[parts[-1]]
    if parts[-1] in VAGUE:
        return VAGUE[parts[-1]]
    return SCALES.get(parts[-1].rstrip("s"), 100)


def value(words: str) -> float:
    """The value of one number in digits or words.

    >>> value("1.2 million"), value("two hundred and ten"), value("half a million")
    (1200000, 210, 500000)
    """
    lowered = words.casefold().strip()
    digits = _DIGIT_TEXT.match(lowered)
    if not digits:
        return _whole(_in_words(lowered))
    amount = _in_digits(digits.group())
    rest = lowered[digits.end() :].strip(" -")
    return _whole(amount * SCALES.get(rest, SHORT.get(rest, 1)))


def _in_digits(text: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", text):
        text = text.replace(".", "")
    text = re.sub(r"[,' ]", "", text)
    return float(text) if len(text) <= LONGEST * 2 else 0.0


def _in_words(text: str) -> float:
    if "dozen" in text:
        return _dozens(text)
    text = text.replace("a quarter of a", "quarter").replace("half a ", "half ")
    total, part = 0.0, 0.0
    for word in _OF_WORDS.split(text.replace("couple of", "couple")):
        if word in UNITS or word in TENS:
            part += UNITS.get(word, 0) + TENS.get(word, 0)
        elif word in ("half", "quarter", "couple"):
            part = {"half": 0.5, "quarter": 0.25, "couple": 2}[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in SCALES:
            total += (part or 1) * SCALES[word]
            part = 0
    return total + part


def _dozens(text: str) -> float:
    first = text.split(" dozen", maxsplit=1)[0]
    if first.startswith("half"):
        return 6
    if first.startswith(("a couple", "several", "a few")):
        return 24
    return 12 * (UNITS.get(first) or 1)


def _whole(amount: float) -> float:
    return int(amount) if amount == int(amount) else amount
