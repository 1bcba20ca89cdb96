"""Finds what a number counts in an Arabic sentence, and the nouns that say two by their ending."""

import re

import msgspec

from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_words import BETWEEN, DUALS, NOUNS

WORD = re.compile(r"[\w²]+|%")
NOUN_WITHIN = 3  # words from a number to what it counts
IN = plain("في")
OWNED = re.compile(r"(?:نا|هم|ها|هن)$")  # of our volunteers, of its staff
OWNED_MIN = 4  # letters of a noun that somebody's ending follows
DESCRIBED = frozenset(plain("ألف مليون جديد جديدة إضافي إضافية عسكري قوات فصائل").split())
STOPS = frozenset(
    plain("بجروح جراح في إلى عن أن إن على منهم بينهم منها بينها و آخرون آخرين آخر").split()
) - {plain("في")}


class Noun(msgspec.Struct, frozen=True):
    """What a number counts: where its word ends, its sort and unit."""

    end: int
    sort: str = ""
    unit: str = ""
    word: str = ""


def noun_after(text: str, end: int) -> Noun:
    """The noun a number ending at `end` counts."""
    at, seen = end, 0
    for found in WORD.finditer(text, end):
        between = text[at : found.start()]
        if seen >= NOUN_WITHIN or between.strip(' "()'):
            break
        word = found.group()
        joined = _joined(text, found)
        for form, stop in (*joined, (word, found.end())):
            if known := _known(form):
                return Noun(stop, *known, form)
        if word == IN:
            break
        if (
            word.isdigit()
            or (word not in BETWEEN and seen and word not in DESCRIBED)
            or word in STOPS
        ):
            break
        at, seen = found.end(), seen + 1
    return Noun(end)


def _joined(text: str, found: re.Match[str]) -> list[tuple[str, int]]:
    """Two words that make one unit: in the hundred, square kilometres."""
    after = WORD.search(text, found.end())
    if not after or text[found.end() : after.start()].strip():
        return []
    return [(f"{found.group()}_{after.group()}", after.end())]


def _known(word: str) -> tuple[str, str] | None:
    for form in (
        word,
        word.removeprefix("ال"),
        word.removeprefix("لل"),
        word.removeprefix("ب"),
        word.removeprefix("و"),
        word + "ن" if word.endswith(("ي", "و")) else word,  # employees of, before what they are of
    ):
        if form in NOUNS:
            return NOUNS[form]
    owned = OWNED.sub("", word)
    if owned != word and len(owned) >= OWNED_MIN:
        return NOUNS.get(owned) or NOUNS.get(owned + "ن")
    return None


# Two ambulances: before what it is for, the dual loses its last letter, as "my car" has none.
TWO_CARS = re.compile(
    r"(?<!\w)(?P<car>سيار|شاحن|طاير|حافل|قافل|عرب|عبار)ت[اي]\s(?:ال)?(?:اسعاف|نقل|شحن|دفع|اغاث\w+|مساعدات|عسكري\w+|اطفاء|ركاب|وقود|امداد\w*)(?!\w)"
)


def duals_in(text: str) -> list[tuple[int, int, Noun]]:
    """Nouns that say two by their ending: طفلين."""
    found = []
    for match in TWO_CARS.finditer(text):
        single = match["car"] + "ه"
        found.append((match.start(), match.end(), Noun(match.end(), *NOUNS[single], single)))
    for match in WORD.finditer(text):
        word = match.group()
        for front in ("", "و", "ب", "ل", "ف"):
            single = DUALS.get(word.removeprefix(front)) if word.startswith(front) else None
            if single:
                start = match.start() + len(front)
                sort, unit = NOUNS[single]
                found.append((start, match.end(), Noun(match.end(), sort, unit, single)))
                break
    return found
