"""Finds the places an Arabic sentence names by a road: the road to Tawila, the bridge of Sake."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.gazetteer import find
from serai.core.reports.arabic_ordinary import ORDINARY
from serai.core.reports.arabic_places import FIRST_OF_TWO, WORD, Mention, is_word

SHORTEST = 2  # letters of a name
NAME = re.compile(r"\w[\w'-]*(?:\s\w[\w'-]*){0,2}")
_leads = r"(?:طريق|الطريق|طريقي|طرق|الطرق|جسر|محور|محاور|المحور|حاجز|حاجزي|حاجزا|نقطه\sتفتيش|اوتوستراد|شارع|دوار|نقيل|عقبه|جبهه|جبهات|قاطع|نفق|مفرق|مثلث|تقاطع|سد)"
_between = r"(?:\s(?:الدولي|العام|السريع|الساحلي|الرييسي|الصحراوي|الزراعي|الواصله?|الرابطه?|الموديه?|الممتده?|الوحيده?|[A-Za-z]{1,2}-?\d+|ام\s?-?\d+|رقم\s\d+|بين|الي|من|ب|نحو|باتجاه|في|عند|قرب|مدينه|بلده|قريه|ما))*"
ROAD = re.compile(
    rf"(?<!\w)(?:و|ف|ب|ل|لل)?(?P<lead>{_leads})(?P<way>{_between})\s(?P<name>(?=[\w]))"
)


# Words by which a place that no gazetteer holds is told: near, on the edge of, in the fields of.
_near = r"(?:قرب|بالقرب\sمن|محيط|اطراف|مشارف|ضواحي|تخوم|حقول|حقل|سوق|مدخل|مداخل|ريف|باديه|مزارع|بساتين|جرود|احياء|(?:شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي))"
# Shells fell on a village that no gazetteer holds.
_fire = r"(?:قذيفه|قذايف|صاروخ|صواريخ|غاره|غارات|غارتين|قصف|القصف|هجوم|هجوما|براميل|الصواريخ|القذايف|هجمات|السيطره|سيطرتها|سيطرته|سيطر|سيطرت|سيطروا|استولي|استولت)"
ON = re.compile(rf"(?<!\w)(?:و|ف|ب)?{_fire}(?:\s\w+){{0,2}}?\sعلي\s(?P<name>(?=\w))")
BESIDE = re.compile(rf"(?<!\w)(?:و|ف|ب|ل)?{_near}\s(?P<name>(?=\w))")


def road_mentions(text: str) -> list[Mention]:
    """The places that a road, a bridge, a front or the fields around are named by."""
    found: dict[int, Mention] = {}
    for match in (*ROAD.finditer(text), *BESIDE.finditer(text), *ON.finditer(text)):
        start = match.start("name")
        if end := _named(text, start, match.re is ROAD):
            found.setdefault(start, Mention(start, end, "here", _kind(text[start:end])))
    return [found[start] for start in sorted(found)]


def bare_mentions(text: str) -> list[Mention]:
    """The names of the gazetteer a sentence holds where no word says what they are to it."""
    words = [found.span() for found in WORD.finditer(text)]
    found: list[Mention] = []
    for at, (start, _) in enumerate(words):
        for size in (2, 1):
            end = words[at + size - 1][1] if at + size <= len(words) else start
            name = text[start:end]
            single = size == 1 and (len(name) <= SHORTEST or is_word(name))
            if end > start and not single and name not in ORDINARY and find(name):
                found.append(Mention(start, end, "here", _kind(name)))
                break
    return found


def _named(text: str, start: int, road: bool) -> int:
    """Where the name ends; a name nobody knows has one word, or two where the second is its own."""
    run = NAME.match(text, start)
    words = run.group().split() if run else []
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        if len(name) > SHORTEST and name not in ORDINARY and find(name):
            return start + len(name)
    led = len(words) > 1 and words[0] in FIRST_OF_TWO
    if not words or (_is_ordinary(words[0]) and not led) or (road and _describes(words[0])):
        return 0
    own = words[0].startswith("ال") or len(words) == 1 or not words[1].startswith("ال")
    two = len(words) > 1 and (words[0] in FIRST_OF_TWO or not (own or _is_ordinary(words[1])))
    return start + len(" ".join(words[: 2 if two else 1]))


def _is_ordinary(word: str) -> bool:
    """Whether a word is one of the language, by our own lists, rather than a name."""
    bare = word.removeprefix("ال")
    if len(bare) < SHORTEST or word[0].isdigit() or word.endswith(("ها", "هم", "هن", "نا")):
        return True
    return is_word(word)


def _describes(word: str) -> bool:
    """The coastal road: a word that only tells what kind of road it is."""
    return word.startswith("ال") and word.endswith(("ي", "يه", "يون", "يين", "ات"))


def _kind(name: str) -> str:
    place = find(name)
    return "camp" if place and place.is_camp else "wide" if place and place.is_wide else "town"
