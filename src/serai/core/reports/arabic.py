"""Reads figures in Arabic reports: both sets of digits, numbers in words, hedges, verbs."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from datetime import date, timedelta

from serai.core.gazetteer import find
from serai.core.reports.arabic_words import DIGITS, HEDGES, KINDS, NOUNS, NUMBERS, SCALES
from serai.core.reports.hedges import bounds
from serai.core.reports.reading import Claim, Meta

ARABIC = re.compile(r"[\u0621-\u064a]")
LETTERS = re.compile(r"[A-Za-z\u0621-\u064a]")
_word = "|".join(sorted((*NUMBERS, *SCALES), key=len, reverse=True))
_digits = r"[0-9٠-٩]+(?:[,٬.،'][0-9٠-٩]{3})*(?:[.٫][0-9٠-٩]+)?"
_scale = "|".join(sorted(SCALES, key=len, reverse=True))
_one = rf"(?:{_digits}(?:\s(?:{_scale})(?!\w))?|(?<!\w)(?:و)?(?:{_word})(?:\s(?:و\s?)?(?:{_word}))*(?!\w))"
NUMBER = re.compile(rf"(?P<low>{_one})(?:\s?(?:-|–|إلى|و|الى)\s?(?P<high>{_one}))?")
BETWEEN = re.compile(r"(?:ما )?بين\s*$")
SENTENCE = re.compile(r"[^.!?؟\n]+(?:\.(?=\d)[^.!?؟\n]+)*[.!?؟]?")
PLACE = re.compile(
    r"(?:(?<=\s)|^)(?P<role>من|إلى|الى|في|نحو|باتجاه|قرب|داخل)\s+(?:(?:مدينة|بلدة|قرية|مخيم|محافظة|ريف|منطقة|ناحية|جيب|حي)\s+)?(?P<name>[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?)"
)
SPEAKER = re.compile(
    r"(?:قال|قالت|أعلن|أعلنت|ذكر|ذكرت|أفاد|أفادت|أكد|أكدت|أوضح|أوضحت|أشار|أشارت|صرح|بحسب|وفقا ل|وفقاً ل|حسب|نقلا عن)\s*(?P<who>(?:[\u0621-\u064a]+\s?){1,4}?)(?=\s(?:إن|أن|أنه|بأن|إنه|اليوم|أمس|في|ل|عن|يوم|،)|[،:.]|$)"
)
AS_MANY = 3


def is_arabic(text: str) -> bool:
    """Whether a text is written mostly in Arabic."""
    sample = text[:4000]
    return len(ARABIC.findall(sample)) * 2 > len(LETTERS.findall(sample)) > 0


def claims_of(text: str, even: str, meta: Meta, report: date | None) -> list[Claim]:
    """The claims of an Arabic report."""
    found: list[Claim] = []
    last: str | None = None
    for sentence in SENTENCE.finditer(even):
        words = sentence.group()
        places = _places(words)
        speaker = SPEAKER.search(words)
        for start, end, low, high, ranged in _numbers(words):
            claim = _claim(
                text,
                words,
                sentence.start(),
                (start, end, low, high, ranged),
                places or ([("here", last, 0)] if last else []),
                speaker["who"].strip() if speaker else None,
                (meta, report),
            )
            if claim:
                found.append(claim)
        last = next((name for _, name, _ in places if name), last)
    return found


def _claim(
    text: str,
    words: str,
    base: int,
    number: tuple[int, int, float, float, bool],
    places: list[tuple[str, str, int]],
    speaker: str | None,
    known: tuple[Meta, date | None],
) -> Claim | None:
    meta, report = known
    start, end, low, high, ranged = number
    noun, noun_end = _noun(words, end)
    kind = _kind(words, start, max(end, noun_end))
    if not noun or (kind is None and noun not in ("vehicle", "percent")):
        return None
    hedge, first = _hedge(words, start, ranged)
    least, most = bounds(low, high, hedge)
    place, origin = _where(places, start, kind or "")
    begin, finish = base + first, base + max(end, noun_end)
    days = _days(words, report)
    return Claim(
        doc=meta.id, start=begin, end=finish, quote=text[begin:finish], low=least, high=most,
        unit=noun, kind={"vehicle": "vehicles", "percent": "share"}.get(noun, kind or "other"),
        attributed_to=speaker, place=place, place_from=origin, date_from=days[0], date_to=days[1],
        hedge=hedge, rules=("arabic",),
    )  # fmt: skip


def value(words: str) -> float:
    """The value of a number in digits or Arabic words.

    >>> value("٢٥ ألف"), value("ثلاثة آلاف"), value("خمسمئة")
    (25000, 3000, 500)
    """
    parts = [part for part in re.split(r"\s+", words.strip()) if part]
    total, part_sum = 0.0, 0.0
    for raw in parts:
        word = raw if raw in NUMBERS or raw in SCALES else raw.removeprefix("و")
        if word[:1] in DIGITS or word[:1].isdigit():
            part_sum += _in_digits(word)
        elif word in NUMBERS:
            part_sum += NUMBERS[word]
        elif word in SCALES:
            total += (part_sum or 1) * SCALES[word]
            part_sum = 0
    amount = total + part_sum
    return int(amount) if amount == int(amount) else amount


def _in_digits(word: str) -> float:
    plain = "".join(DIGITS.get(sign, sign) for sign in word)
    plain = re.sub(r"[,٬،'](?=\d{3})", "", plain).replace("٫", ".")
    plain = plain.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", plain) else plain
    return float(plain[:15]) if re.fullmatch(r"\d+(?:\.\d+)?", plain) and len(plain) < 16 else 0.0


def _numbers(words: str) -> list[tuple[int, int, float, float, bool]]:
    found = []
    for match in NUMBER.finditer(words):
        low = value(match["low"])
        between = bool(BETWEEN.search(words[: match.start()]))
        if (
            match["high"]
            and (high := value(match["high"])) > low
            and (between or "و" not in words[match.end("low") : match.start("high")])
        ):
            scaled = re.search(r"(?:ألف|آلاف|الف)$", match["high"].strip())
            low = low * 1000 if scaled and low < 1000 else low
            found.append((match.start(), match.end(), low, high, True))
        else:
            amount = (
                value(match.group())
                if match["high"] and not re.search(r"-|–|إلى", match.group())
                else low
            )
            end = match.end() if amount != low else match.end("low")
            found.append((match.start(), end, amount, amount, False))
    return [one for one in found if one[2] > 0]


def _noun(words: str, end: int) -> tuple[str, int]:
    at = end
    for _ in range(AS_MANY):
        match = re.match(r"\s*(?:من\s)?(?:ال)?([\u0621-\u064a]+|%|٪)", words[at:])
        if not match:
            break
        at += match.end()
        name = match.group(1)
        for form in (name, name.removeprefix("ال"), name.removeprefix("و")):
            if form in NOUNS:
                return NOUNS[form], at
    return "", end


def _kind(words: str, start: int, end: int) -> str | None:
    best: tuple[float, str] | None = None
    for kind, pattern in KINDS:
        for found in pattern.finditer(words):
            gap = start - found.end() if found.end() <= start else found.start() - end + 4
            if found.start() < end and found.end() > start and found.end() <= end:
                gap = 12
            if gap >= 0 and (best is None or gap < best[0]):
                best = (gap, kind)
    return best[1] if best else None


def _hedge(words: str, start: int, ranged: bool) -> tuple[str, int]:
    before = words[:start]
    if ranged:
        opening = BETWEEN.search(before)
        return "range", opening.start() if opening else start
    for name, pattern in HEDGES:
        if found := pattern.search(before):
            return name, found.start()
    return "exact", start


def _places(words: str) -> list[tuple[str, str, int]]:
    roles = {"من": "from", "إلى": "to", "الى": "to", "نحو": "to", "باتجاه": "to"}
    found = []
    for match in PLACE.finditer(words):
        name = match["name"]
        camp = "مخيم " + name.split()[0]
        known = (
            camp
            if "مخيم" in match.group()
            else name
            if find(name)
            else name.split()[0]
            if find(name.split()[0])
            else ""
        )
        if known:
            found.append((roles.get(match["role"], "here"), known, match.start()))
    return found


def _where(
    places: list[tuple[str, str, int]], start: int, kind: str
) -> tuple[str | None, str | None]:
    moving = kind in ("fled", "arrived", "displaced", "moved", "departed", "returned")
    origin = next((name for role, name, _ in places if role == "from"), None) if moving else None
    goal = next((name for role, name, _ in places if role == "to"), None) if moving else None
    rest = [one for one in places if one[1] != origin] or places
    near = min(rest, key=lambda one: abs(one[2] - start), default=None)
    return goal or (near[1] if near else None), origin


def _days(words: str, report: date | None) -> tuple[date | None, date | None]:
    if report is None:
        return None, None
    if "أمس" in words:
        return report - timedelta(days=1), report - timedelta(days=1)
    if "اليوم" in words or "حاليا" in words:
        return report, report
    return None, report
