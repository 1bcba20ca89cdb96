"""Reads numbers as Arabic reports write them: both sets of digits, words, duals, vague plurals."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_shares import shares_in
from serai.core.reports.arabic_words import NOUNS

LONGEST = 15  # digits of a number anyone could mean
_ONES = {
    1: "واحد واحدة احد إحدى", 2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي", 3: "ثلاث ثلاثة", 4: "أربع أربعة", 5: "خمس خمسة", 6: "ست ستة",
    7: "سبع سبعة", 8: "ثمان ثماني ثمانية ثمانٍ", 9: "تسع تسعة", 10: "عشر عشرة",
    20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "أربعون أربعين", 50: "خمسون خمسين", 60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين",
    100: "مئة مائة مية", 200: "مئتان مئتين مائتان مائتين مئتي مائتي مئتا مائتا", 300: "ثلاثمئة ثلاثمائة", 400: "أربعمئة أربعمائة", 500: "خمسمئة خمسمائة",
    600: "ستمئة ستمائة", 700: "سبعمئة سبعمائة", 800: "ثمانمئة ثمانمائة ثمانيمائة ثمانيمئة", 900: "تسعمئة تسعمائة",
}  # fmt: skip
ONES = {plain(word): number for number, words in _ONES.items() for word in words.split()}
_SCALES = {
    1000: "ألف ألفا آلاف", 10**6: "مليون مليونا ملايين", 10**9: "مليار مليارا مليارات",
}  # fmt: skip
SCALES = {plain(word): number for number, words in _SCALES.items() for word in words.split()}
_DUALS = {
    2000: "ألفان ألفين ألفي",
    2 * 10**6: "مليونان مليونين مليوني",
    2 * 10**9: "ملياران ملياري مليارين",
}
DUALS = {plain(word): number for number, words in _DUALS.items() for word in words.split()}
# Two thousand people: before what it counts the dual loses its last letter.
TWO_OF = frozenset(plain("ألفا مليونا مليارا").split())
TWO_OF_THEM = re.compile(r"\s(?:ال)?(?P<whom>[^\W\d]{2,})")
PARTS = {plain("نصف"): 0.5, plain("ربع"): 0.25}
_VAGUE = {
    10: "عشرات العشرات",
    100: "مئات المئات مءات",
    1000: "آلاف الآلاف",
    10**6: "ملايين الملايين",
}
VAGUE = {plain(word): number for number, words in _VAGUE.items() for word in words.split()}
FEW = plain("بضع|بضعة|عدة|عدد من")


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


_thousands = r"\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+|(?:[' ]\d{3})+)"  # one sign between all
_digits = rf"{_thousands}(?![\d]|[.,]\d)|\d+(?:[.,]\d+)?"
_scale = rf"(?:{_any(SCALES)})"
_word = rf"(?:{_any((*ONES, *DUALS, *SCALES))})"
# What may follow another number word at once: three hundred, five-teen, six thousand.
_after = rf"(?:{_any([*SCALES, *(word for word, number in ONES.items() if number in (10, 100))])})"
_figure = rf"(?:{_digits})(?:\s{_scale}(?!\w))?"
_half = rf"(?:{_any(PARTS)})\s(?:{_any(SCALES)})"
_term = rf"(?:{_figure}|{_half}|{_word})"
_scaled = rf"(?:(?:{_digits})\s{_scale}|{_half}|{_word})"
_more = rf"(?:\s(?:و\s?(?:نصف|ربع)(?:\sال(?:الف|مليون))?(?!\w)|و\s?{_term}(?!\w)|{_after}(?!\w)))*"
_one = rf"(?:{_scaled}(?!\w){_more}|(?:{_digits}))"
_vague = rf"(?:(?:{FEW})\s(?:{_any(VAGUE)}|{_any(SCALES)})|(?:{_any(VAGUE)})(?:\s(?:من\s)?(?:{_any(k for k in VAGUE if k.startswith('ال'))}))?)"
NUMBER = re.compile(
    rf"(?<![\w.,/-])(?P<lead>(?:و|ف|ب|ل|ك|لل|ال)?(?:ـ|-|\s)?)(?:(?P<vague>{_vague})|(?P<low>{_one})"
    rf"(?:\s?(?P<joint>-|–|الي|او|و|حتي)\s?(?:ال)?(?P<high>{_one}))?)(?![\w]|[-:/]\d|[.,]\d)"
)
BETWEEN = re.compile(r"(?:ما\s)?بين\s(?:ال)?$")
FROM = re.compile(r"(?<!\w)من\s$")
ALONE = ("احد", "احدي")  # one of them, and Sunday
ORDINAL = re.compile(r"(?:حادي|ثاني|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع)\w?\s$")
CHANGED = re.compile(r"(?:ارتفع|ارتفعت|ارتفاع|زاد|زادت|انخفض|انخفضت|تراجع|قفز)\w*\s[^,.]{0,50}$")


class Number(msgspec.Struct, frozen=True):
    """A number or range: where it stands in plain letters and its bounds, before any hedge."""

    start: int
    end: int
    low: float
    high: float | None  # None for a vague plural
    ranged: bool = False
    written: bool = False


def numbers(text: str) -> list[Number]:
    """All numbers of a plain text.

    >>> [(n.low, n.high) for n in numbers(plain("ما بين ٣٠٠ و400 أسرة، ألفي شخص، عشرات الآلاف"))]
    [(300, 400), (2000, 2000), (10000, None)]
    """
    found: list[Number] = []
    at = 0
    while match := NUMBER.search(text, at):
        made = _made(text, match)
        found += made
        at = max(made[-1].end if made else match.end(), match.start() + 1)
    return found


def value(words: str) -> float:
    """The value of one number in digits or words, in plain letters.

    >>> value(plain("ثلاثمئة وخمسين ألفا")), value("25 الف"), value(plain("مليون ونصف"))
    (350000, 25000, 1500000)
    """
    total = part = last_scale = 0.0
    for raw in re.findall(r"\d[\d,.' ]*\d|\d|[^\W\d]+", words):
        word = _bare(raw)
        if word[:1].isdigit():
            part += _in_digits(word, words)
        elif word in SCALES and raw not in SCALES and raw.startswith("ال") and total:
            continue  # a million and a half of the million
        elif word in PARTS:
            if last_scale:
                total += PARTS[word] * last_scale
                last_scale = 0
            else:
                part += PARTS[word]
        elif word in DUALS:
            total += DUALS[word]
            last_scale = DUALS[word] / 2
        elif word in SCALES:
            total += (part or 1) * SCALES[word]
            part, last_scale = 0, SCALES[word]
        else:
            part = _added(part, word)
    amount = total + part
    return int(amount) if amount == int(amount) else amount


def _added(part: float, word: str) -> float:
    """A small number after others: three, hundred is 300, five, ten is fifteen."""
    number = ONES.get(word, 0)
    return part * 100 if number == 100 and 3 <= part <= 9 else part + number


def held_in(quote: str) -> set[float]:
    """Every number read in a quote, and the two of a dual noun."""
    words = plain(quote)
    found = {bound for one in numbers(words) for bound in (one.low, one.high) if bound is not None}
    found |= {one.share for one in shares_in(words)}
    return found | ({2.0} if any(is_dual(word) for word in words.split()) else set())


def is_dual(word: str) -> bool:
    """Whether a noun may say by its ending that there are two: عائلتين."""
    return word.endswith(("ان", "ين")) and len(word) > 4


def _bare(word: str) -> str:
    known = (ONES, DUALS, SCALES, PARTS)
    if any(word in table for table in known) or word[:1].isdigit():
        return word
    return word.removeprefix("و").removeprefix("ال")


def _in_digits(word: str, words: str) -> float:
    if re.fullmatch(r"\d+[.,]\d{1,2}", word) or re.fullmatch(r"\d+[.,]\d{4,}", word):
        word = word.replace(",", ".")
    elif re.fullmatch(r"\d+\.\d{3}", word) and re.search(_scale, words):
        pass  # 1.250 مليون has a decimal point
    else:
        word = re.sub(r"[,.' ]", "", word)
    return float(word) if len(word) <= LONGEST else 0.0


def _made(text: str, match: re.Match[str]) -> list[Number]:
    start = match.end("lead")
    if match["vague"]:
        return [Number(start, match.end(), _vague_bound(match["vague"]), None, False, True)]
    if re.search(rf"\d{{{LONGEST + 1},}}", match.group()):
        return []
    low_text, high_text = match["low"], match["high"]
    written = not any(sign.isdigit() for sign in low_text)
    low_text, pair = _in_range_words(text, match, low_text)
    if pair:
        return [Number(start, match.end("low"), pair[0], pair[1], True, written)]
    low = value(low_text)
    if low_text in TWO_OF and _counts(text, match.end("low")):
        low *= 2
    if high_text and _joins(text, match, low):
        high = value(high_text)
        low = _scaled_like(low_text, low, high_text)
        if high > low:
            return [Number(start, match.end("high"), low, high, True, written)]
    if not low or low_text in ALONE or ORDINAL.search(text[max(0, start - 12) : start]):
        return []
    return [Number(start, match.end("low"), low, low, False, written)]


def _counts(text: str, end: int) -> bool:
    """Whether what is counted follows a number at once."""
    counted = TWO_OF_THEM.match(text, end)
    return counted is not None and counted["whom"] in NOUNS


def _in_range_words(
    text: str, match: re.Match[str], words: str
) -> tuple[str, tuple[float, float] | None]:
    """Between 300 and 400: the "and" that otherwise adds here joins two ends."""
    if not BETWEEN.search(text[: match.start()] + match["lead"]):
        return words, None
    for cut in re.finditer(r"\s(?:و|الي)\s?(?=[\dا-ي])", words):
        low, high = value(words[: cut.start()]), value(words[cut.end() :])
        low = _scaled_like(words[: cut.start()], low, words[cut.end() :])
        if 0 < low < high:
            return words, (low, high)
    return words, None


def _joins(text: str, match: re.Match[str], low: float) -> bool:
    """Whether two numbers with a word between them are the ends of one range."""
    joint, before = match["joint"], text[: match.start()] + match["lead"]
    high = value(match["high"])
    low = _scaled_like(match["low"], low, match["high"])
    if high <= low:
        return False
    if joint == "و":
        return bool(BETWEEN.search(before))
    if joint in ("الي", "حتي"):
        return not (CHANGED.search(before) and FROM.search(before))
    return joint in ("-", "–") or high <= 2 * low + 1


def _scaled_like(low_text: str, low: float, high_text: str) -> float:
    """3 to 4 thousand begins at three thousand."""
    found = re.search(rf"({_scale})(?!\w)", high_text)
    if not found or low >= SCALES[found.group(1)] or re.search(rf"{_scale}", low_text):
        return low
    scaled = low * SCALES[found.group(1)]
    return scaled if scaled < value(high_text) else low


def _vague_bound(words: str) -> float:
    amounts = [VAGUE.get(w, SCALES.get(w, 0)) for w in words.split()]
    kept = [amount for amount in amounts if amount]
    return kept[0] * kept[1] if len(kept) > 1 else kept[0] if kept else 100
