"""Tells Arabic words of danger that name none: mines cleared, lessons, memories, figures of speech."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from datetime import date

from serai.core.reports.arabic_days import Phrase
from serai.core.reports.no_danger import DEVICES, OLD, STANDING

LOOK = 80  # letters before the words of a danger
_end = r"(?:\s?\w+){%d,%d}?\s?$"
CLAUSE = re.compile(r"[,.;:\"](?!\d)")
_few = r"(?:\w[\w,.]*\s){0,%d}$"
# Because of, after: what stands before such a word says nothing of the danger behind it.
CAUSE = re.compile(
    r"(?<!\w)(?:و|ف)?(?:بسبب|بعد|اثر|نتيجه|جراء|لان|بفعل|عقب|حيث|فيما|بينما|لكن|في\sظل|وسط|الا\sان|رغم)(?!\w)"
)
GOES_ON = re.compile(
    r"(?:لا|ما|لم|لن)\s[يت]?(?:زال|زل|توقف|هدا|سلم|نقطع|نج|كف)\w*|لا\s(?:شك|سيما|يقل)"
)
NOT_SO = re.compile(
    rf"(?<!\w)(?:و|ف)?(?:لا|لم|لن|ليس|ليست|دون|بدون|بلا|عدم|بعدم|نفي|نفت|[يت]نفي|انكر\w*|خال(?:يه|يا|ي)?\sمن|خلو\w*|تراجع\w*|انخفض\w*|انخفاض|انحسار|انحسر\w*|وقف|لوقف|بوقف|توقف\w*|انتهاء|انهاء)\s{_few % 5}"
)
_safe = r"(?:ازال|انتزع|[يت]نتزع|انتزاع|ابطل\sمفعول|[يت]زيل|ازيل|ازاله|نزع|[يت]نزع|تفكيك|فكك|[يت]فكك|تطهير|طهر|ابطل|ابطال|[يت]بطل|اتلف|اتلاف|ضبط|صادر|مصادره|احبط|احباط|تعطيل|رفع|اعاد\w*\sفتح|اعاده\sفتح|تمشيط|انتشال|كشف|تدمير|تحييد|معالجه|التخلص\sمن|ازاحه)"
MADE_SAFE = re.compile(rf"(?<!\w)(?:و|ف|ب|ل|ال|بال|لل|تم\s)?{_safe}(?:ت|وا|نا|ون)?\s{_few % 7}")
BLOWN_UP = re.compile(
    rf"(?<!\w)(?:و|ف)?(?:فجر|دمر)(?:ت|وا)?\s(?:\w+\s){{0,2}}?(?:ال)?(?:جيش|فرق\w*|فريق|خبراء|قوات|هندس\w*|وحد\w*|شرطه|مهندس\w*|اجهزه)\s{_few % 6}"
)
SET_OFF = re.compile(r"(?<!\w)(?:و|ف)?فجر(?:ت|وا)?\s(?:\w+\s){0,4}$")
STORED = re.compile(
    r"(?<!\w)(?:ال|ل)?(?:معمل|معامل|مصنع|مصانع|ورشه|مستودع|مستودعات|مخزن|مخازن|مخبا|لصنع|لتصنيع|تصنيع|صنع|لتفخيخ|تفخيخ)(?!\w)"
)
# Lessons, treaties, courts and memories of a danger.
TAUGHT = re.compile(
    r"(?<!\w)(?:و|ف|ب|ل)?(?:ال|لل)?(?:تدريب\w*|درب\w*|[يت]?تعلم\w*|تعليم|درس|دروس|التعرف\sعلي|تعرف\sعلي|دوره|دورات|توعي\w*|ورشه|ورش|محاضر\w*|تمرين\w*|تمارين|مناور\w*|فيلم|وثايقي|روايه|كتاب|معرض|متحف|ذكري|احيا|احيت|احياء|نصب\sتذكاري|معاهده|اتفاقيه|حظر|مكافحه|موتمر|حكم\w*|ادين\s\w*|دورات|دروس|محاكم\w*|متهم\w*|ادين|ادانه|تورط\w*|كاسح\w*|كاشف\w*|صادرات|مبيعات|محاكاه|استجابه|لمواجهه|مواجهه|تاهيل|حمله|حملات|منع|لمنع|مسوول\w*\sعن\sملف)\s(?:\w+\s){0,5}$"
)
TITLED = re.compile(r"(?<!\w)(?:ال)?(?:تحديث|نشره|تقرير|صندوق|مشروع|خطه)\s(?:\w+\s){0,1}$")
VICTIMS = re.compile(
    r"(?<!\w)(?:من\s)?(?:ل|ال)?(?:ضحايا|مصابي|ناجين\sمن|ناجون\sمن|بينهم|مبتوري|جرحي|متضرري|برنامج|مركز|دايره|ملف|خبير|خبراء|فرقه?|فريق|قضيه)\s$"
)
ABOUT = re.compile(
    r"\s(?:قبل\s(?:وصول|تفجير|ان\s[يت]نفجر)|تدريبي\w*|وهمي\w*|افتراضي\w*|الي\sحد\sكبير\sازيل|ازيلت|ازيل|تمت\sازال\w*|تم\sتفكيك\w*)"
)
ONLY_FEARED = re.compile(
    rf"(?<!\w)(?:و|ف|ب|ل)?(?:ال)?(?:حذر\w*\s(?:\w+\s){{0,4}}?من|[يت]حذر\w*\sمن|تحذير\w*\s(?:\w+\s){{0,3}}?من|[يت]خشي\w*|خشيه|مخاوف|خوفا|تخوف\w*|خطر\s(?:حدوث|وقوع|اندلاع|تجدد)|احتمال\w*|قد|ربما|تهديد\w*|هدد\w*|تحسب\w*|استعداد\w*|استعد\w*|[يت]ستعد\w*|تجنب\w*|اذا|في\sحال|لو|[يت]توقع\w*|متوقع|[يت]خطط\w*|تخطيط|امكانيه|تفادي\w*|[يت]عتزم|التلويح|دعا\s(?:\w+\s){{0,4}}?الي|دعوات\s(?:\w+\s){{0,2}}?الي|نذر|بدات\sتلوح)\s{_few % 5}"
)
ASKED = re.compile(r"\?\s*\"?\s*$")
_figures = {
    "attack": r"(?:ا|ات)?\s(?:(?:ال)?(?:لاذع|كلامي|لفظي|اعلامي|سيبراني|الكتروني|سياسي|منظم|مرتد|كاسح)\w*|(?:ال)?(?:منتخب|فريق|خصم|ضيوف|مضيف)|(?:\w+\s)?(?:لاذع|حاد)\w*|سكاني\w*|ديموغرافي\w*|(?:ال)?(?:غضب|خلاف|جدل|نقاش|سجال|ضحك|اسعار|اسهم|بكاء|ازمه|فضيحه)\w*|في\s(?:ال)?(?:اسعار|الطلب|عدد)|(?:ت|وا)?\s(?:ال)?(?:اسعار|ازمه))|(?:ت|وا|ا)?\s(?:ال)?(?:وزير|رييس|نايب|محافظ|زعيم|مدرب|ناقد|سفير)\w*\s(?!مقتل)|(?:ا)?\s(?:\w+\s)?علي\s(?:ال)?(?:حريه|صحافه|قضاء|استقلال|ديمقراطي\w*|كرامه|معارضه|حكومه|وزير\w*|رييس\w*|سياس\w*|قانون|حقوق|تعليم|دستور|مرمي|خصوم\w*|منتقدي\w*|برلمان|اعلام|راي|فقر|فساد|قرار|خطه|موازنه|ميزانيه|اتفاق|مشروع|بيان|تصريح|مقترح)",
    "checkpoint": r"\s(?:ال)?(?:خوف|لغه|صوت|الف|الاف|مليون|مليار|صمت|نفسي|زمن|ميه|\d[\d.,]*|صفر|ثقه|بحري|طبيعي|امواج|جليدي)",
    "flood": r"\s(?:جارف\s)?من\s(?!ال?مياه|ال?امطار|ال?طين|ال?وحل)|\s(?:ال)?(?:شكاوي|طلبات|انتقادات|رسايل|بشري\w*|اقصي)",
    "shelling": r"\s(?:ال)?(?:اعلامي|كلامي|لفظي|ذهني|سياسي)\w*",
    "ground fighting": r"\s(?:ال)?(?:انتخابي|سياسي|قضايي|كلامي|لفظي|قانوني|دبلوماسي|اعلامي|بالايدي|كرويه?)\w*|\s(?:\w+\s)?(?:حول|بشان)\s(?:ال)?(?:موازنه|قانون|ميزانيه|اسعار|رواتب|اجور|ضرايب)",
    "land mines": r"\s(?:\w+\s){0,3}(?:ال)?(?:اجتماعي|سياسي|قانوني|دستوري|اقتصادي)\w*",
}  # fmt: skip
DOWNED = re.compile(
    r"(?<!\w)(?:و|ف)?(?:اسقط\w*|[يت]سقط|اعترض\w*|[يت]عترض|صد|صدت|احباط|دمر\w*\sالدفاعات)\s(?:\w+\s){0,4}$"
)
FIGURATIVE = {name: re.compile(words) for name, words in _figures.items()}
ABSTRACT = re.compile(r"(?:سكاني|اجتماعي|اقتصادي|سياسي|اعلامي|الاسعار)\w*\s$")
BROKEN = re.compile(
    r"(?<!\w)(?:و|ف)?(?:كسر|[يت]كسر|تجاوز|[يت]تجاوز|تخطي|[يت]تخطي|اقترب\w*\sمن|عند|بلغ|حطم|اخترق)(?:ت)?\s(?:\w+\s){0,2}$"
)
BARRIER = re.compile(r"\s(?:ال)?\d|\s(?:ال)?(?:ميه|ميتي|الف|مليون|خوف)")
LONG_AGO = re.compile(
    r"(?<!\w)(?:ال)?ذكري(?!\w)|قبل\s(?:\w+\s){0,2}(?:سنوات|اعوام|عقود|عقدين|عقد)(?!\w)|(?:قبل|منذ)\s(?:عشر|عشرين)\w*\s(?:عام|سن)"
)
THE_YEAR = re.compile(
    r"(?<!\w)(?:عام|سنه|العام|حرب|معركه|في|منذ|هجمات|غارات|سيول|فيضانات)\s(?P<year>(?:19|20)\d\d)(?!\d)"
)
LEFT_FROM = re.compile(r"مخلفات\s(?:ال)?(?:حرب|معارك|قتال|معركه)\w*\s(?:عام\s|سنه\s)?$")


def is_no_danger(
    name: str, words: str, match: re.Match[str], days: list[Phrase], report: date | None
) -> bool:
    """Whether the words of a match name no danger to anybody on the way."""
    before = CLAUSE.split(words[max(0, match.start() - LOOK) : match.start()])[-1]
    near = CAUSE.split(before)[-1]
    return (
        bool(ASKED.search(words))
        or _is_denied(near, name, match)
        or bool(
            TAUGHT.search(before)
            or TITLED.search(before)
            or VICTIMS.search(before)
            or ABOUT.match(words, match.end())
        )
        or _is_made_safe(name, words, before)
        or (name in ("air strike", "shelling", "suicide car bomb") and bool(DOWNED.search(before)))
        or (name not in STANDING and bool(ONLY_FEARED.search(near)))
        or _is_figurative(name, words, match)
        or _is_long_ago(words, days, report)
    )


def _is_denied(near: str, name: str, match: re.Match[str]) -> bool:
    return bool(NOT_SO.search(near)) and not GOES_ON.search(near)


def _is_made_safe(name: str, words: str, before: str) -> bool:
    """Arms that were taken away or lay in a store; roads and barriers that were opened."""
    if name not in DEVICES | {"checkpoint", "road cut", "suicide attack"}:
        return name in ("attack", "ground fighting") and bool(
            re.search(r"احب[اط]\w*\s(?:\w+\s){0,4}$", before)
        )
    if name in ("land mines", "unexploded ordnance") and SET_OFF.search(before):
        return True
    if name in DEVICES and (STORED.search(words) or BLOWN_UP.search(before)):
        return True
    safe = MADE_SAFE.search(before)
    return safe is not None and "انفج" not in before[safe.start() :]


def _is_figurative(name: str, words: str, match: re.Match[str]) -> bool:
    if (
        name == "checkpoint"
        and BROKEN.search(words[: match.start()])
        and BARRIER.match(words, match.end())
    ):
        return True
    if ABSTRACT.search(words[: match.start()]):
        return True
    return name in FIGURATIVE and bool(FIGURATIVE[name].match(words, match.end()))


def _is_long_ago(words: str, days: list[Phrase], report: date | None) -> bool:
    if LONG_AGO.search(words):
        return True
    if report is None:
        return False
    dated = [day.last for day in days if day.last and not day.since]
    if dated and any(day + OLD >= report for day in dated):
        return False
    for found in THE_YEAR.finditer(words):
        left = LEFT_FROM.search(words[: found.start("year")])
        if int(found["year"]) < report.year - 1 and not left:
            return True
    return bool(dated)
