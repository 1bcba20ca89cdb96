"""Finds the places an Arabic sentence names, and their role: where, from where, to where."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from itertools import pairwise

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.arabic_letters import plain

WORD = re.compile(r"[\w'-]+")
NEAR, FAR_ROLES = 3, 12
NAME_WORDS = 4

# Words after which a name comes even if nobody knows it.
TOWNS = frozenset(
    plain(
        "مدينة بلدة قرية مخيم محافظة ولاية ناحية قضاء حي معبر مديرية ضاحية بلدات مدينتي بلدتي قريتي محافظتي مخيمي حيي قرى مدن أحياء مخيمات محافظات مديريات ريفي ولايتي جزيرة إقليم"
    ).split()
)
# Words that may stand before a name, but also before others.
LOOSE = frozenset(
    plain(
        "ريف منطقة جيب سهل وادي جبل مستشفى مستشفيات مشفى مركز بادية سواحل ساحل شواطئ ضواحي محيط أطراف مشارف شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط مناطق منطقتي سوق مطار ميناء قاعدة ضفاف مدخل حدود مستوطنة شمالي_شرق ريفها جنوبي_شرق قبالة"
    ).split()
)
AREAS = frozenset((plain("منطقة"),))
CAMPS = frozenset(plain("مخيم مخيمي مخيمات").split())
WIDE = frozenset(plain("محافظة محافظتي ولاية ولايتي إقليم ريف ريفي محافظات").split())
FIRST_OF_TWO = frozenset(
    plain(
        "أبو أم تل دير عين رأس خان كفر بيت جسر معرة وادي جبل الشيخ شيخ بني بنت ذي باب خربة بئر نهر حمام الشعب"
    ).split()
)
SIDES = frozenset(plain("الشرقي الغربي الشمالي الجنوبي الشرقية الغربية الشمالية الجنوبية").split())
ROLES = {plain(word): role for role, words in (
    ("from", "من عن"), ("to", "إلى باتجاه صوب نحو لـ"), ("here", "في داخل قرب خارج حول عبر على قبالة بين لدى أمام ضمن جنوب شمال شرق غرب شرقي غربي جنوبي شمالي وسط بمحيط محيط")) for word in words.split()}  # fmt: skip
BACK = {plain(word): what for what, words in (
    ("camp", "المخيم للمخيم بالمخيم"), ("town", "المدينة البلدة القرية الجيب الحي الضاحية الناحية"), ("wide", "القطاع المحافظة المنطقة الولاية الإقليم القضاء البلاد الجزيرة")) for word in words.split()}  # fmt: skip
FRONTS = ("وب", "ول", "فب", "و", "ف", "ب", "ل")
NOT_NAMES = frozenset(
    plain(
        "آخر اليوم أمس جديد جديدة الحدود عام أي كل ما هذا هذه التي الذي الماضي الماضية صور حجة طويلة كاملة غير مختلفة أخرى عدة واحد واحدة مؤقت مؤقتة إيواء استقبال النازحين اللاجئين للنازحين للاجئين صحي صحية التحديث الصحة الإعلام الأمم المتحدة الجديد الجديدة سكنية زراعية حدودية واسعة منه منها فيه فيها سيطرة خفض آمنة عازلة نزاع جبلية صحراوية قريبة مجاورة نائية محاصرة محررة تماس عمليات الخيام النزوح قصف اشتباكات"
    ).split()
)
ORGANISATION = frozenset(
    plain("حكومة وزارة جيش شرطة قوات رئيس رئاسة سفارة وكالة مرصد منظمة هيئة").split()
)


class Mention(msgspec.Struct, frozen=True):
    """A place named in a plain sentence."""

    start: int
    end: int
    role: str  # here, from, to, or "" when nothing says it
    kind: str  # camp, town, wide; or what "the camp" goes back to
    back: bool = False


class Word(msgspec.Struct, frozen=True):
    """A word with what stands fixed to its front: بالباغوز is ب and الباغوز."""

    start: int
    end: int
    text: str
    bare: str
    front: str


def mentions(text: str) -> list[Mention]:
    """The places named in a plain sentence, in order."""
    words = [_word(found) for found in WORD.finditer(text)]
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention, size = _at(text, words, at, found[-1] if found else None)
        if mention:
            found.append(mention)
        at += size
    return found


def _word(found: re.Match[str]) -> Word:
    text = found.group()
    for front in FRONTS:
        bare = text.removeprefix(front)
        if text.startswith(front) and len(bare) > 2 and _leads(bare):
            return Word(found.start(), found.end(), text, bare, front)
    if text.startswith("لل") and len(text) > 4:
        return Word(found.start(), found.end(), text, "ال" + text[2:], "ل")
    return Word(found.start(), found.end(), text, text, "")


def _leads(bare: str) -> bool:
    return (
        bare.startswith("ال")
        or bare in TOWNS
        or bare in LOOSE
        or bare in ROLES
        or find(bare) is not None
    )


def _at(text: str, words: list[Word], at: int, last: Mention | None) -> tuple[Mention | None, int]:
    """The place that begins at a word, and how many words it takes."""
    word = words[at]
    role = _role(text, words, at, last)
    if (word.bare in BACK or word.text in BACK) and not _sided(words, at):
        kind = BACK.get(word.bare) or BACK[word.text]
        if role or at == 0:
            return Mention(word.end - len(word.bare), word.end, role, kind, True), 1
    lead = at
    while lead < len(words) - 1 and (words[lead].bare if lead == at else words[lead].text) in (
        TOWNS | LOOSE
    ):
        lead += 1
    leads = [words[at].bare, *(words[i].text for i in range(at + 1, lead))] if lead > at else []
    size = _known(text, words, lead, bool(leads))
    if not size and leads and (leads[-1] in TOWNS or leads[-1] in AREAS):
        size = _unknown(words, lead)
    if not size and word.bare in BACK:
        size = 2  # the southern suburb
    if not size or (not leads and not role):
        return None, 1
    end = lead + size
    if end < len(words) and words[end].text in SIDES and leads:
        end += 1
    start = word.end - len(word.bare)
    return Mention(
        start, words[end - 1].end, role, _kind(text, start, words[end - 1].end, leads)
    ), end - at


def _sided(words: list[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].text in SIDES


def _kind(text: str, start: int, end: int, leads: list[str]) -> str:
    if any(lead in CAMPS for lead in leads):
        return "camp"
    if leads and leads[0] in WIDE:
        return "wide"
    place = find(text[start:end]) or (find(text[start:end].split(" ", 1)[-1]) if leads else None)
    return "camp" if place and place.is_camp else "wide" if place and place.is_wide else "town"


def _known(text: str, words: list[Word], at: int, led: bool) -> int:
    """How many words from here make the longest name the gazetteer knows."""
    for size in range(min(NAME_WORDS, len(words) - at), 0, -1):
        part = words[at : at + size]
        if any(text[one.end : two.start] != " " for one, two in pairwise(part)):
            continue
        first = part[0].bare if not led else part[0].text
        name = " ".join([first, *(word.text for word in part[1:])])
        if name in NOT_NAMES or len(name) < 3:
            continue
        if find(name):
            return size
    return 0


def _unknown(words: list[Word], at: int) -> int:
    """A name nobody knows, after a word such as village: one word, or two of a compound."""
    if at >= len(words) or words[at].text in NOT_NAMES or words[at].text[0].isdigit():
        return 0
    if words[at].text in FIRST_OF_TWO and at + 1 < len(words):
        return 2
    return 1


def _role(text: str, words: list[Word], at: int, last: Mention | None) -> str:
    word = words[at]
    if word.front.endswith("ب"):
        return "here"
    if word.front.endswith("ل"):
        return "to"
    if last and at and text[last.end : word.end - len(word.bare)].strip(" ,") in ("و", ""):
        return last.role
    if not at:
        return "here" if word.bare in (TOWNS | LOOSE) else ""
    before = words[at - 1]
    if text[before.end : word.start].strip(' "'):
        return ""
    return ROLES.get(before.bare, ROLES.get(before.text, ""))
