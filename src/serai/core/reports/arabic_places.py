"""Finds the places an Arabic sentence names, and their role: where, from where, to where."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from serai.core.gazetteer import find
from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_numbers import ONES
from serai.core.reports.arabic_ordinary import ORDINARY
from serai.core.reports.arabic_words import CUES, DUALS, NOUNS
from serai.core.reports.place_keys import heard

WORD = re.compile(r"\w[\w'-]*")
NEAR = 3  # words in the name of a border
BORDER = "الحدود"
NAME_WORDS = 4
SENTENCES = 256  # sentences whose places are remembered
WORDS_KEPT = 20_000  # words whose parts are remembered
# Consonants of a name that is known only by its sound: after a word such as town, and alone.
LED_CONSONANTS, CONSONANTS = 3, 4

# Words after which a name comes even if nobody knows it.
TOWNS = frozenset(
    plain(
        "مدينة بلدة قرية مخيم محافظة ولاية ناحية قضاء حي معبر مديرية ضاحية بلدات مدينتي بلدتي قريتي محافظتي مخيمي حيي قرى مدن أحياء مخيمات محافظات مديريات ريفي ولايتي جزيرة إقليم سجن معسكر بلديات"
    ).split()
)
# Words that may stand before a name, but also before others.
LOOSE = frozenset(
    plain(
        "ريف منطقة جيب سهل وادي جبل مستشفى مستشفيات مشفى مركز بادية سواحل ساحل شواطئ ضواحي محيط أطراف مشارف شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط مناطق منطقتي قطاع سوق مطار ميناء قاعدة ضفاف مدخل حدود مستوطنة شوارع شارع أسطح محطة أزقة ساحة ساحات حقول مزارع بساتين أسواق مداخل مخارج أرياف مرفأ شمالي_شرق ريفها جنوبي_شرق قبالة"
    ).split()
)
AREAS = frozenset(plain("منطقة وادي جبل سهل مستشفى مشفى").split())
HOSPITALS = frozenset(plain("المستشفى المشفى").split())
CAMPS = frozenset(plain("مخيم مخيمي مخيمات").split())
SITES = frozenset(plain("مستشفى مشفى مستشفيات").split())
WIDE = frozenset(plain("قطاع محافظة محافظتي ولاية ولايتي إقليم ريف ريفي محافظات").split())
DIRECTIONS = frozenset(plain("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط داخل").split())
FIRST_OF_TWO = frozenset(
    plain(
        "أبو أم تل دير عين رأس خان كفر بيت جسر معرة وادي جبل الشيخ شيخ بني بنت ذي باب خربة بئر نهر حمام الشعب"
    ).split()
)
# First words of names that are hardly anything else: in Tell this, in Hammam that.
COMPOUNDS = frozenset(plain("تل دير رأس خان كفر حمام معرة خربة بئر").split())
SIDES = frozenset(plain("الشرقي الغربي الشمالي الجنوبي الشرقية الغربية الشمالية الجنوبية").split())
ROLES = {plain(word): role for role, words in (
    ("from", "من عن غادر غادرت غادروا يغادر تغادر مغادرة"), ("to", "إلى باتجاه صوب نحو لـ دخل دخلت دخلوا يدخل تدخل يدخلون دخول وصل وصلت وصلوا"), ("here", "يقطن تقطن يسكن تسكن يؤوي تؤوي يضم تضم يحتضن تحتضن يحوي تضمها آوى آوت استقبل استقبلت تستقبل استضاف استضافت تستضيف يستضيف شهدت تشهد قصف قصفت قصفوا استهدف استهدفت هاجم هاجمت اقتحم اقتحمت حاصر حاصرت تحاصر يحاصر حصار غمر غمرت ضرب ضربت في داخل قرب خارج حول عبر على قبالة بين لدى أمام ضمن جنوب شمال شرق غرب شرقي غربي جنوبي شمالي وسط بمحيط محيط فوق")) for word in words.split()}  # fmt: skip
BACK = {plain(word): what for what, words in (
    ("camp", "المخيم للمخيم بالمخيم"), ("town", "المدينة البلدة القرية الجيب الحي الضاحية الناحية"), ("wide", "القطاع المحافظة المنطقة الولاية الإقليم القضاء البلاد الجزيرة")) for word in words.split()}  # fmt: skip
FRONTS = ("وب", "ول", "فب", "و", "ف", "ب", "ل")
NOT_NAMES = frozenset(
    plain(
        "آخر اليوم أمس جديد جديدة الحدود عام أي كل ما هذا هذه التي الذي الماضي الماضية صور حجة كاملة غير مختلفة أخرى عدة واحد واحدة مؤقت مؤقتة إيواء استقبال النازحين اللاجئين للنازحين للاجئين صحي صحية التحديث الصحة الإعلام الأمم المتحدة الجديد الجديدة سكنية زراعية حدودية واسعة منه منها فيه فيها سيطرة خفض آمنة عازلة نزاع جبلية صحراوية قريبة مجاورة نائية محاصرة محررة تماس عمليات الخيام النزوح قصف اشتباكات السيول السيل"
    ).split()
)
SON, TO = plain("بن"), plain("إلى")
OWNED = ("هم", "هن", "ها", "نا")  # their homes, her family's
LETTERS_MIN = 3
NOT_REACHED = frozenset(
    plain(
        "أماكن الخارج الداخل نقاط نقطة مراكز مدارس دول بلدان بر جهة وجهة جهات وجهات المستشفى المستشفيات المدارس المخيمات المناطق المدن القرى البلدات مأوى ملاجئ ملجأ أقارب عدة أكثر الملاجئ العراء الحدود هناك"
    ).split()
)
ORGANISATION = frozenset(
    plain("حكومة وزارة جيش شرطة قوات رئيس رئاسة سفارة وكالة مرصد منظمة هيئة").split()
)


UNNAMED = frozenset(
    plain(
        "ميداني ميدانيا ميدانية حكومي حكومية عام خاص ولادة وطني جامعي متنقل محلي محلية واحد"
    ).split()
)

NOT_A_NAME = NOT_NAMES | NOT_REACHED | TOWNS | LOOSE


Told = frozenset[str]


class Mention(msgspec.Struct, frozen=True):
    """A place named in a plain sentence."""

    start: int
    end: int
    role: str  # here, from, to, or "" when nothing says it
    kind: str  # camp, town, wide; or what "the camp" goes back to
    back: bool = False
    joined: bool = False  # Idlib and Aleppo: the second of two


class Word(msgspec.Struct, frozen=True):
    """A word with what stands fixed to its front: بالباغوز is ب and الباغوز."""

    start: int
    end: int
    text: str
    bare: str
    front: str


@lru_cache(maxsize=SENTENCES)
def mentions(text: str, told: Told = frozenset()) -> tuple[Mention, ...]:
    """The places named in a plain sentence, in order; `told` are names that only the report knows."""
    words = [_word(found, told) for found in WORD.finditer(text)]
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention, size = _at(text, words, at, found[-1] if found else None, told)
        if mention:
            found.append(mention)
        at += size
    return tuple(found)


def is_word(word: str) -> bool:
    """Whether a word is one of the language, by our own lists, rather than a name."""
    bare = word.removeprefix("ال")
    known = (ORDINARY, NOT_A_NAME, ONES, NOUNS, DUALS, CUES, BACK, ROLES)
    return any(word in table or bare in table for table in known)


def names_told(text: str, found: Sequence[Mention]) -> Iterator[str]:
    """The names among mentions that no gazetteer holds: the village of so and so."""
    for one in found:
        words = text[one.start : one.end].split()
        while words and (words[0] in TOWNS or words[0] in LOOSE):
            del words[0]
        name = " ".join(words)
        if len(name) >= LETTERS_MIN and not one.back and not find(name):
            yield name


def _word(found: re.Match[str], told: Told) -> Word:
    text = found.group()
    for front in FRONTS if told else ():
        bare = text.removeprefix(front)
        if bare in told and text.startswith(front):
            return Word(found.start(), found.end(), text, bare, front)
    return Word(found.start(), found.end(), text, *_parted(text))


@lru_cache(maxsize=WORDS_KEPT)
def _parted(text: str) -> tuple[str, str]:
    """A word without what stands fixed to its front, and that front."""
    for front in () if text in TOWNS or text in LOOSE else FRONTS:
        bare = text.removeprefix(front)
        if text.startswith(front) and (bare in TOWNS or len(bare) > 2) and _leads(bare):
            return bare, front
    return ("ال" + text[2:], "ل") if text.startswith("لل") and len(text) > 4 else (text, "")


def _leads(bare: str) -> bool:
    return (
        bare.startswith("ال")
        or bare in TOWNS
        or bare in LOOSE
        or bare in ROLES
        or bare in FIRST_OF_TWO
        or find(bare) is not None
    )


def _at(
    text: str, words: list[Word], at: int, last: Mention | None, told: Told
) -> tuple[Mention | None, int]:
    """The place that begins at a word, and how many words it takes."""
    word = words[at]
    role, joined = _role(text, words, at, last)
    start = word.end - len(word.bare)
    if kind := _goes_back(words, at):
        return (Mention(start, word.end, role, kind, True) if role or at == 0 else None), 1
    if size := _site(words, at) if role else 0:
        kind = "wide" if word.bare == BORDER else "site"
        return Mention(start, words[at + size - 1].end, role, kind), size
    if not role and word.bare not in TOWNS and word.bare not in LOOSE:
        return None, 1
    leads, size = _leads_and_name(text, words, at, told)
    if not size and role:
        leads, size = [], _told_as_place(text, words, at, role, last)
    if not size:
        return None, 1
    found = _mention(text, words[at : at + len(leads) + size], leads, role, joined)
    within = found.back and last and not text[last.end : start].strip()
    return (None if within else found), len(leads) + size


def _mention(text: str, words: list[Word], leads: list[str], role: str, joined: bool) -> Mention:
    """A place with the words that lead to it; the north of the Strip goes back to the Strip."""
    start, end = words[0].end - len(words[0].bare), words[-1].end
    if leads and leads[-1] in DIRECTIONS and words[len(leads)].bare in BACK:
        return Mention(start, end, role, "wide", True, joined)
    return Mention(start, end, role, _kind(text, start, end, leads), joined=joined)


def _site(words: list[Word], at: int) -> int:
    """How many words name a border or a hospital, if one is named here."""
    if words[at].bare == BORDER:
        return _border(words, at)
    return 2 if words[at].bare in HOSPITALS and _is_named(words, at) else 0


def _is_named(words: list[Word], at: int) -> bool:
    """The Saudi hospital: a house known by the word after it."""
    after = words[at + 1].text if at + 1 < len(words) else ""
    return bool(re.fullmatch(r"ال\w+ي", after)) and after[2:] not in UNNAMED


def _told_as_place(text: str, words: list[Word], at: int, role: str, last: Mention | None) -> int:
    """A name nobody knows that can only be a place: from Hays to Khokha, in Qasr bin Ghashir."""
    word = words[at]
    if at + 2 < len(words) and words[at + 1].text == SON and word.text not in NOT_NAMES:
        return 3
    if word.bare in COMPOUNDS and at + 1 < len(words) and words[at + 1].text not in NOT_A_NAME:
        return 2
    paired = role == "to" and last is not None and last.role == "from" and at > 0
    if not paired or last is None or text[last.end : word.start].strip() != TO:
        return 0
    ordinary = word.text.endswith(OWNED) or len(word.bare) < LETTERS_MIN
    return 0 if ordinary or {word.text, word.bare} & NOT_A_NAME else 1


def _goes_back(words: list[Word], at: int) -> str:
    """What "the camp" goes back to; nothing for the southern suburb, which is a name."""
    if at + 1 < len(words) and words[at + 1].text in SIDES:
        return ""
    return BACK.get(words[at].bare) or BACK.get(words[at].text, "")


def _leads_and_name(text: str, words: list[Word], at: int, told: Told) -> tuple[list[str], int]:
    """The words before a name (countryside of, city of), and how many words the name has."""
    leads: list[str] = []
    form = words[at].bare
    while form in TOWNS or form in LOOSE:
        leads.append(form)
        if at + len(leads) >= len(words):
            return leads, 0
        form = words[at + len(leads)].text
        form = form[1:] if form[0] == "و" and form[1:] in TOWNS else form  # towns and villages of
    first = at + len(leads)
    if leads and leads[-1] in DIRECTIONS and first < len(words) and words[first].bare in BACK:
        return leads, 1
    size = _known(text, words, first, bool(leads), told)
    if not size and leads and (leads[-1] in TOWNS or leads[-1] in AREAS):
        size = _unknown(words, first)
    if not size and words[at].bare in BACK:
        return [], 2
    after = first + size
    if size and leads and after < len(words) and words[after].text in SIDES:
        size += 1
    return leads, size


def _border(words: list[Word], at: int) -> int:
    """How many words name a border: الحدود السورية التركية."""
    size = 1
    while at + size < len(words) and words[at + size].text.endswith("يه") and size < NEAR:
        size += 1
    return size if size > 1 else 0


def _kind(text: str, start: int, end: int, leads: list[str]) -> str:
    if any(lead in CAMPS for lead in leads):
        return "camp"
    if leads and leads[-1] in SITES:
        return "site"
    if leads and leads[0] in WIDE:
        return "wide"
    place = find(text[start:end]) or (find(text[start:end].split(" ", 1)[-1]) if leads else None)
    return "camp" if place and place.is_camp else "wide" if place and place.is_wide else "town"


def _known(text: str, words: list[Word], at: int, led: bool, told: Told) -> int:
    """How many words from here make the longest name the gazetteer knows."""
    size = 1
    while (
        size < NAME_WORDS
        and at + size < len(words)
        and words[at + size].start == words[at + size - 1].end + 1
        and text[words[at + size - 1].end] == " "
    ):
        size += 1
    while size and at < len(words):
        first = words[at].text if led else words[at].bare
        name = " ".join([first, *(word.text for word in words[at + 1 : at + size])])
        if name not in NOT_NAMES and len(name) > 2 and (name in told or find(name)):
            return size
        named = not (is_word(first) or first.startswith("و"))
        if named and heard(name, LED_CONSONANTS if led else CONSONANTS):
            return size
        size -= 1
    return 0


def _unknown(words: list[Word], at: int) -> int:
    """A name nobody knows, after a word such as village: one word, or two of a compound."""
    if at >= len(words) or words[at].text[0].isdigit():
        return 0
    if words[at].text in NOT_NAMES or words[at].text in ROLES or words[at].text in UNNAMED:
        return 0
    if words[at].text in FIRST_OF_TWO and at + 1 < len(words):
        return 2
    return 1


def _role(text: str, words: list[Word], at: int, last: Mention | None) -> tuple[str, bool]:
    """What a place is to its sentence, and whether it takes that from the place before it."""
    word = words[at]
    if last and at and text[last.end : word.end - len(word.bare)].strip(" ,") in ("و", ""):
        return last.role, True
    if word.front[-1:] in ("ب", "ل"):
        return ("here" if word.front[-1] == "ب" else "to"), False
    if not at:
        return ("here" if word.bare in (TOWNS | LOOSE) else ""), False
    before = words[at - 1]
    if text[before.end : word.start].strip(' "'):
        return "", False
    form = before.text[1:] if before.text[0] in "وف" else before.text
    return ROLES.get(before.bare, ROLES.get(form, "")), False
