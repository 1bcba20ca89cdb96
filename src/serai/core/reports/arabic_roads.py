"""Finds the places an Arabic sentence names by a road: the road to Tawila, the bridge of Sake."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

from serai.core.gazetteer import find
from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_places import FIRST_OF_TWO, NOT_A_NAME, Mention

NAME_WORDS = 3
NAME = re.compile(r"[\w'-]+(?:\s[\w'-]+){0,2}")
_leads = r"(?:طريق|الطريق|طريقي|طرق|الطرق|جسر|محور|محاور|المحور|حاجز|حاجزي|حاجزا|نقطه\sتفتيش|اوتوستراد|شارع|دوار|نقيل|عقبه|جبهه|جبهات|قاطع|نفق|مفرق|مثلث|تقاطع|سد)"
_between = r"(?:\s(?:الدولي|العام|السريع|الساحلي|الرييسي|الصحراوي|الزراعي|الواصله?|الرابطه?|الموديه?|الممتده?|الوحيده?|بين|الي|من|ب|نحو|باتجاه|في|عند|قرب|مدينه|بلده|قريه|ما))*"
ROAD = re.compile(
    rf"(?<!\w)(?:و|ف|ب|ل|لل)?(?P<lead>{_leads})(?P<way>{_between})\s(?P<name>(?=[\w]))"
)
# Words that a road, not a place, is told by.
ORDINARY = frozenset(
    plain(
        "على في من إلى عن مع بين قرب عند خارج داخل تحت بسبب إثر بعد قبل منذ حتى اليوم أمس صباح مساء فجر ليل يوم و أو ثم الذي التي حيث أن إن كل آخر خلال حول عبر إمداد رئيسي رئيسية ترابي دولي عام جديد جديدة مقطوع مقطوعا مغلق مغلقا سالك تفتيش أمني أمنية عسكري عسكرية مؤقت طيار وهمي احتجاجا العودة القتال الإمداد التماس ترابية إسمنتية لا ما هو هي هذا تضرر سيرا معبد فرعي فرعية بديل البديل المطار المدينة البلدة القرية القوات الجيش قوات الأمن تابع تابعة"
    ).split()
)


def road_mentions(text: str) -> list[Mention]:
    """The places that a road, a bridge or a front is named by."""
    found: list[Mention] = []
    for match in ROAD.finditer(text):
        start = match.start("name")
        if size := _named(text, start, bool(match["way"])):
            found.append(Mention(start, size, "here", _kind(text[start:size])))
    return found


def _named(text: str, start: int, led: bool) -> int:
    """Where the name ends; a name nobody knows has one word, or two where the second is its own."""
    run = NAME.match(text, start)
    words = run.group().split() if run else []
    for size in range(len(words), 0, -1):
        name = " ".join(words[:size])
        if len(name) > 2 and name not in ORDINARY and find(name):
            return start + len(name)
    if not words or words[0] in ORDINARY or words[0] in NOT_A_NAME or len(words[0]) < 3:
        return 0
    if (
        words[0][0].isdigit()
        or words[0].endswith(("ها", "هم"))
        or words[0].startswith(("ال", "يو", "تو"))
    ):
        return (
            start + len(words[0])
            if words[0].startswith("ال") and not words[0].endswith(("ي", "يه"))
            else 0
        )
    two = words[1:] and (
        words[0] in FIRST_OF_TWO or (words[1].startswith("ال") and words[1] not in ORDINARY)
    )
    return start + len(" ".join(words[: 2 if two else 1]))


def _kind(name: str) -> str:
    place = find(name)
    return "camp" if place and place.is_camp else "wide" if place and place.is_wide else "town"
