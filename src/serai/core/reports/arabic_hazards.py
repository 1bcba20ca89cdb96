"""Reads the dangers an Arabic report names for people and roads, by the names English ones have."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from datetime import date

import msgspec

from serai.core.reports.arabic_choices import Setting, Spot, place_of
from serai.core.reports.arabic_days import Phrase
from serai.core.reports.arabic_figures import Figure
from serai.core.reports.arabic_no_danger import is_no_danger
from serai.core.reports.arabic_nouns import Noun
from serai.core.reports.arabic_numbers import Number
from serai.core.reports.arabic_roads import bare_mentions, road_mentions
from serai.core.reports.hazards import LASTING, STAYING, clause_of
from serai.core.reports.no_danger import DEVICES, STANDING

NEXT = 12  # letters between a mine and its explosion
FAR = 70  # the same within a clause that names the arms
BREAK = re.compile(r"[,;:.\"]")
_pre = r"(?<!\w)(?:[وف]?(?:ال|بال|كال|لل|ب|ل)?)"
_way = r"(?:(?:ال)?(?:طريق|طرق|طرقات|معبر|معابر|جسر|جسور|منفذ|منافذ|مطار|مرفا|ميناء|عباره|حدود|مدرج|سكه|مفرق|تقاطع|اوتوستراد|ممر|ممرات|شارع|نفق)(?:ا|ين|ان|ي)?)(?!\w)"
_up_to = r"(?:\w+\s){0,%d}?"
_shut = r"(?:ال)?(?:مقطوع|مغلق|مسدود|مدمر|منهار|متضرر|معطل|متوقف)(?:ا|ه|ين)?(?!\w)|غير\s(?:سالك|صالح|امن)\w*|خارج\sالخدمه"
_drone = r"(?:ال)?(?:طاير\w+|مسير(?:ه|ات|تين|تان)|طيران|مقاتلات|مروحي\w+|درون)"
_hit = r"(?:قصف|استهدف|هاجم|ضرب|اغار|شن|نفذ)(?:ت|وا)?"
_vehicle = r"(?:ال)?(?:سيار|شاحن|مركب|دراج|الي|صهريج|عرب|حافل|باص|جرار|تكتك|توكتوك)\w*"
_assault = (
    r"(?<!\w)(?:و|ف)?(?:هاجم|اقتحم|خطف|اختطف|احرق|نهب|سلب|اعترض|اغتال|اضرم|فجر)(?:ت|وا)?(?!\w)"
)
# What it is, words that a sentence must hold before its pattern is tried, the pattern.
_HAZARDS: tuple[tuple[str, str, str], ...] = (
    ("suicide car bomb", "مفخخ ملغوم متفجرات", rf"(?<!طايره\s){_pre}{_vehicle}\s(?:\w+\s)?(?:(?:ال)?(?:مفخخ|ملغوم)\w*|محمله?\sبال?متفجرات)|{_pre}مفخخ(?:ه|ات|تين|تان)(?=\s(?:انفجر|استهدف|ضرب|هز|وسط|في|قرب|علي)|\s?[,.]|$)"),
    ("suicide attack", "انتحاري ناسف نفسه انفسهم", rf"{_pre}(?:هجوم|هجمات|هجومين|تفجير|تفجيرات|عمليه|عمليات)\s(?:\w+\s)?(?:ال)?انتحاري\w*|{_pre}انتحاري\w*\s(?:فجر|يفجر|يرتدي)|(?<!\w)(?:[وف]?[يت]?)فجر(?:ت|وا|ا|ون)?\s(?:\w+\s){0,2}?(?:نفسه|نفسها|انفسهم)(?!\w)|{_pre}(?:حزام|احزمه)\s(?:ال)?ناسف\w*"),
    ("land mines", "لغم الغام الغم لغوم تطهر تطهير", rf"{_pre}(?:لغم(?:ا|ين|ان|ت|وا)?|الغام(?:ا)?|ملغوم(?:ه|ا)?|ملغم(?:ه|ا)?|تلغيم)(?!\w)|(?:لم|غير)\s(?:[يت]طهر|مطهر)\w*"),
    ("IEDs", "عبو متفجر افخاخ شراك مفخخ جسم اجسام قنبل قنابل تفجير", rf"{_pre}(?:عبو(?:ه|ات|تين|تان)\s(?:\w+\s)?(?:(?:ال)?(?:ناسف|متفجر|لاصق|مزروع|مفخخ)\w*|بدايي\w*)|(?:فخ|افخاخ|شراك|شرك)\s(?:ال)?(?:متفجر|خداعي|مفخخ)\w*|(?:منزل|منازل|بيوت|بيت|مبان\w?|مبني|ابواب)\s(?:ال)?(?:مفخخ|ملغم)\w*|(?:جسم|اجسام)\s(?:ال)?متفجر\w*|(?:قنبل|قناب)\w+\s(?:ال)?(?:مزروع|لاصق|محلي)\w*|عبو(?:ه|ات|تين|تان)(?=\s(?:زرع|انفجر|استهدف|تحت|علي\sجانب|قرب))|(?:جسم|اجسام)\s(?:غريب|مشبوه|مجهول)\w*|انفجار\sقنبل\w+)|(?:انفجر|تفجر|انفجار)\w*\s(?:\w+\s)?(?:قنبل|قناب)\w+(?!\s(?:ال)?(?:عنقودي|يدوي))"),
    ("unexploded ordnance", "منفجر تنفجر ينفجر مخلفات عنقودي متفجره ذخاير ذخيره ملوث", rf"{_pre}(?:\w+\s)?(?:غير\s(?:ال)?(?:منفجر|متفجر)\w*|لم\s[تي]نفجر)(?!\w)|{_pre}مخلفات\s(?:ال)?(?:حرب|حروب|قصف|عدوان|معارك|متفجر|غير|قتال|عمليات|تنظيم|داعش|عسكري|حربي)\w*|{_pre}(?:ذخاير|قنابل|قنبله)\s(?:ال)?عنقودي\w*|(?:انفجر|انفجار|لهو|عبث)\w*\s(?:\w+\s){{0,2}}?(?:ال|ب|بال)?(?:ذخير|ذخاير|قذيف)\w*|ملوث\w*\s(?:\w+\s)?ب(?:ال)?(?:ذخاير|متفجر|مخلفات)\w*|{_pre}ذخاير\s(?:جرف|منتشر|متناثر|مدفون|خطر|قابل|متروك)\w*"),
    ("planted explosives", "متفجرات", rf"(?:زرع|يزرع|تزرع|فخخ|زرعت|زراعه)\w*\s{_up_to % 2}(?:ال|ب|بال)?متفجرات|{_pre}متفجرات\s(?:ال)?(?:مزروع|زرع)\w*"),
    ("air strike", "غار جوي طاير مسير طيران مقاتلات مروحي درون برميل براميل ضربات ضربه", rf"{_pre}(?:غار(?:ه|ات|تين|تان)(?!\sامني)|(?:ضرب|هجم|قصف|استهداف|هجوم)\w*\s{_up_to % 2}(?:جوي\w*|ب?(?:ال)?(?:مسير|طاير|طيران)\w*)|(?:برميل|براميل)\s(?:ال)?متفجر\w*)(?!\w)|(?<!\w)(?:و|ف)?{_hit}\s{_up_to % 2}(?:ب)?{_drone}|{_pre}{_drone.replace('(?:ال)?', '')}\s{_up_to % 3}{_hit}(?!\w)|(?<!\w)(?:و|ف)?(?:سقط|انفجر|تحطم|اغار)(?:ت)?\s{_up_to % 1}(?:ب)?{_drone}|(?:شن|نفذ)\w*\s(?:\w+\s){{0,3}}?ضرب(?:ه|ات|تين)(?!\s(?:امنيه|استباقيه\sضد))|{_pre}{_drone.replace('(?:ال)?', '')}\s{_up_to % 2}(?:تحلق|حلقت|حلق|سقطت|انفجرت|القت)|(?:تحليق|حلق|تحلق)\w*\s{_up_to % 2}{_drone}"),
    ("shelling", "قصف قذيف قذاي صاروخ صواريخ مدفعي هاون راجم", rf"(?<!\w)(?:و|ف)?(?:استهدف|دك|ضرب)(?:ت)?\s(?:\w+\s)?(?:ب?)(?:ال)?مدفعي\w*|(?<!\w)(?:[وف]?(?:ال|بال|لل|ب|ل|ي|ت)?)قصف(?:ت|ا|وا|ها|ه|هم)?(?!\w)|{_pre}(?:قذيف(?:ه|تين|تان)|قذايف|رشق\w*\sصاروخي\w*|(?:هجوم|ضرب|هجم)\w*\s(?:ب)?(?:ال)?(?:صاروخ|صواريخ|قذايف)\w*|(?:ال)?مدفعيه\s{_up_to % 2}(?:قصف|استهدف|دك)\w*|راجمات|هاون)(?!\w)|(?:تساقط|انهمر|انهال|سقط|اصاب|استهدف|استهداف|ضرب|انفجر|اطلق|سقوط|امطر)\w*\s{_up_to % 2}(?:ب|علي\s)?(?:ال)?(?:صاروخ|صواريخ|هاون|قذيف|قذاي)\w*|{_pre}(?:صاروخ|صواريخ)\w*\s{_up_to % 2}(?:سقط|اصاب|استهدف|ضرب|انفجر)\w*"),
    ("ground fighting", "اشتباك معارك مواجهات قتال نار رصاص قنص قناص كمين كماين كمينا اقتح توغل بري", rf"{_pre}(?:اشتباك(?:ات|ا|ين)?|معارك|مواجهات\s(?:\w+\s)?(?:عنيف|مسلح|بين|دامي|عسكري)\w*|قتال\s(?:ال)?(?:عنيف|ضار|بين|داير|مستمر|محتدم|شرس)\w*|تبادل\w*\s(?:ل)?(?:اطلاق\s)?(?:ال)?نار|قنص(?:ا)?|قناص\w*|رصاص(?:ه)?\s(?:ال)?(?:طايش|قناص|قنص|راجع)\w*|كمين(?:ا|ين)?|كماين|توغل\w*|اقتحام\w*|هجوم\s(?:\w+\s)?بري\w*)(?!\w)|(?<!\w)(?:و|ف)?(?:[يت]قتحم|اقتحم|توغل|[يت]توغل|اشتبك|نصب\w*\sكمين)\w*"),
    ("attack", "خطف ختطف عصاب اختطاف اضرم احرق القنبل قنبل رشق مسلح مجهول ارهابي لصوص هجوم هجمات هاجم اعتد انفجار انفجر تفجير نار سطو قطاع خلايا نيران تفجر يفجر فجر سلب نهب", rf"{_pre}(?:هجوم(?:ا|ين|ان)?|هجمات|(?:ي|ت)?هاجم(?:ت|وا|ون|ه|ها|هم)?|انفجار(?:ات|ا|ين|ان)?|تفجير(?:ات|ا|ين|ان)?|انفجر(?:ت|تا|ا)?|سطو\s(?:ال)?مسلح|قطاع\s(?:ال)?طرق|عصاب(?:ه|ات)\s(?:\w+\s)?(?:مسلح|سلب|خطف|نهب|تقطع)\w*|(?:عمليات|حوادث|حادثه|عمليه|محاوله|ظاهره|موجه)\s(?:ال)?(?:خطف|اختطاف|سلب|نهب|سطو|تشليح|تقطع|اغتيال|قتل)(?!\w)|(?:ال)?تقطع(?:ات)?\s(?:القبلي|المسلح)\w*|خلايا\s(?:\w+\s)?(?:نايمه|التنظيم|داعش)|هجوم\sمسلح)(?!\w)|(?:اطلق\w*|[يت]طلق\w*|اطلاق|فتح\w*|[يت]فتح\w*)\s{_up_to % 3}(?:ال)?(?:نار|رصاص|نيران)(?:ها|هم)?(?!\w)|(?<!\w)(?:و|ف)?(?:خطف|اختطف|[يت]خطف|[يت]ختطف)(?:ت|وا)?\s(?!ال?(?:انظار|اضواء|كاس|لقب|فوز|قلوب|ابصار))|(?:القي|القت|القوا|رمي|رموا|رشق)\s(?:\w+\s){{0,2}}?(?:قنبل|قناب|زجاج)\w+|[يت]?تعرض(?:ت|وا|ون)?\s(?:\w+\s){{0,5}}?(?:ل|لل)(?:ل)?(?:نهب|سلب|سطو|خطف|اختطاف|هجوم|هجمات|اعتداء|كمين|تشليح|اطلاق|سرقه)|(?:اضرم|احرق|[يت]حرق)(?:ت|وا)?\s(?:\w+\s){{0,3}}?(?:ب|بال|ال)?(?:سيار|شاحن|حافل|منازل|بيوت|خيام|متاجر|اليات|صهاريج|قري)\w*|(?<!\w)(?:نهب|سلب)(?:ت|وا)?\s(?:\d+\s|\w+\s)?(?:ال)?(?:مسافر|قافل|شاحن|سيار|مدني|عابر|مخازن|مستودع|مساعدات|سوق|متاجر)\w*|تحت\s(?:ال)?(?:نار|نيران)|{_assault}\w*\s(?:\w+\s)?(?:مسلح|مجهول|ارهابي|لصوص|قطاع)\w*|(?:مسلح|مجهول|ارهابي)(?:ون|ين|وها)\s{_up_to % 2}{_assault}|(?<!\w)(?:و|ف)?(?:[يت]سلب|سلب|[يت]نهب|نهب)\w*\s{_up_to % 2}(?:ال)?(?:مسافر|قافل|شاحن|سيار|مدني|عابر)\w*"),
    ("checkpoint", "حاجز حواجز تفتيش متراس متاريس ساتر سواتر اتاو رسوم اطارات فتش ادراج مكوس جباي", rf"{_pre}(?:حاجز(?:ا|ين|ان)?|حواجز|(?:نقط(?:ه|تي|تا)?|نقاط|نقطتين|نقطتان)\s(?:ال)?تفتيش|متراس|متاريس|(?:ساتر|سواتر)\s(?:ال)?ترابي\w*|اتاو(?:ه|ات)|مكوس|جبايات)(?!\w)|(?:[يت]فرض|فرض|[يت]دفع|دفع|[يت]تقاضي|[يت]جبي)\w*\s(?:\w+\s){{0,3}}?(?:رسوم|اتاو|مبالغ|مكوس|جباي)\w*|اطارات\s(?:ال)?(?:مشتعل|محترق|سيارات)\w*|(?:اعيد|اعاد|ارجع|رد)\w*\s(?:\w+\s){{0,3}}?ادراج\w+|(?:اوقف|[يت]وقف|استوقف)\w*\s(?:\w+\s){{0,2}}?(?:ال)?(?:شاحن|سيار|حافل|قافل|مسافر|مار)\w*"),
    ("road cut", "عزل معزول عباره عبور منع تستطيع يستطيع يمكن تتمكن يتمكن اوقف وصول حركه علق تعذر توقف تعطل قطع غلق غلاق قطاع سد مدمر دمر انهار انهي متضرر تضرر سالك جرف نسف فجر تفجير نار مقطوع خارج متوقف معطل صالح عزل غمر", rf"(?<!\w)(?:و|ف|ب)?(?:[يت]?(?:قطع|غلق)|اغلق|اقفل|دمر|انهار|تضرر|جرف|نسف|فجر|سد|[يت]سد|عطل|غمر|انقطع|انهي|طمر|ردم|حاصر)(?:ت|وا|ون|تا|ا)?\s{_up_to % 4}{_way}|(?:[يت]?تعذر|توقف\w*|[يت]توقف|تعطل\w*|[يت]تعطل)\s(?:حركه\s)?(?:ال)?(?:مرور|عبور|سير|تنقل|حركه)\s{_up_to % 2}{_way}|(?:اوقف|علق|عطل|شل)(?:ت)?\s(?:ال)?(?:حركه|مرور|سير|رحلات|عباره|عبارات|ملاحه|قطارات)(?!\w)|توقف(?:ت)?\s(?:ال)?(?:عباره|عبارات|معديه|معديات|ملاحه|قطارات)(?!\w)|(?:لا|لم|لن)\s(?:[يت](?:ستطيع|ستطع|تمكن|مكن)|[يت]عد\sبامكان)\w*\s(?:\w+\s){{0,3}}?(?:ال)?(?:وصول|عبور|مرور|دخول|خروج|تنقل|سلوك)|(?:[يت]منع|منع)(?:ت|وا|ون)?\s(?:\w+\s){{0,2}}?(?:ال)?(?:مرور|عبور|دخول|وصول|تنقل)\s(?:ال)?(?:شاحن|قافل|قوافل|سيار|حافل|مساعدات|مدني|اهالي|ناس|مركبات)\w*|(?<!\w)(?:و|ف)?(?:عزل(?:ت)?|انعزل(?:ت)?|معزول(?:ه|ا)?|بقيت\sمعزوله)\s(?!سياسي|دولي|رييس|وزير|محافظ)|{_pre}(?:قطع|اغلاق|انقطاع|انهيار|تدمير|تفجير|نسف|سد)\s{_up_to % 3}{_way}|{_pre}{_way}(?:\s\w+){{0,7}}?\s(?:{_shut}|(?:قطع|اغلق|انهار|دمر|تضرر|انقطع)(?:ت)?(?!\w))"),
    ("flood", "سيول سيل فيضان غمر طوفان سد مياه امطار وحل منسوب تربه انهيار انزلاق فاض ثلجي", rf"{_pre}(?:سيول|سيل|فيضان(?:ات|ا)?|طوفان|(?:انهيار|انزلاق)(?:ات)?\s(?:ال|لل|في\sال)?(?:ارضي|ثلجي|طيني|تربه|صخري)\w*)(?!\w)|(?:انهار|انهيار|تصدع|انفجر)(?:ت)?\s(?:ال)?(?:سد|سدود|سداد)(?!\w)|(?:حول|تحول)(?:ت)?\s(?:\w+\s){{0,5}}?(?:الي\s)(?:\w+\s)?(?:ال)?(?:وحل|اوحال|طين|مستنقع|انهار|بحير|برك)\w*|(?:ارتفع|[يت]رتفع|ارتفاع)(?:ت)?\s(?:\w+\s)?منسوب|(?:اجتاح|داهم|اغرق|[يت]جتاح|[يت]غمر)(?:ت)?\s(?:ال)?(?:مياه|امطار|سيول)|غمر(?:ت|تها|ته)?\s{_up_to % 2}(?:ال)?(?:مياه|امطار)|(?:فاض|فاضت)\s(?:نهر|النهر|مياه|المياه|الوادي|وادي)"),
    ("change of control", "سيطر استول استعاد بيد قبضه دخل انسحب تقدم", r"(?<!\w)(?:و|ف)?(?:[يت]?سيطر|استولي|استولت|استعاد|بسط\w*\sسيطر\w*|احكم\w*\sسيطر\w*)(?:ت|وا)?\s(?:\w+\s){0,6}?علي\s(?!الوضع|الازمه|الاسعار|الحريق|النيران|مشاعر|نفس)(?:كامل\s|معظم\s)?|(?<!\w)(?:و|ف)?(?:اعلن|بسط|احكم|فرض|استعاد)\w*\s(?:\w+\s){0,3}?(?:ال)?سيطر(?:ه|ته|تها|تهم)\s(?:\w+\s)?علي\s|(?<!\w)(?:و|ف)?(?:سقط\w*|سقوط)\s(?:\w+\s){1,4}?(?:بيد|في\sيد|في\sقبضه|تحت\sسيطر\w*)(?!\w)|(?<!\w)(?:و|ف)?(?:استعاد|دخل|حرر)(?:ت|وا)?\s(?:ال)?(?:جيش|قوات|فصايل|متمرد\w+|مسلحو|مقاتلو|حركه|معارضه)(?:\s(?:ال)?(?:معارضه|حكوم\w+|عراقي\w*|سوري\w*|سوداني\w*|وطني|عربي|مسلح\w*|امن\w*|دعم|سريع|مشترك\w*|طالبان)){0,3}\s(?=(?:مدينه|بلده|قريه|معبر|حقل|مطار|قاعده|ناحيه|محافظه|حي)\s|(?:ال)?\w{3,}(?:\s(?:يوم|امس|فجر|صباح|مساء|بعد|من|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت)|\s?[.,]|\s?$))|(?<!\w)(?:و|ف)?انسحب(?:ت|وا)?\s(?:\w+\s){1,4}?من\s(?!ال?(?:اجتماع|جلس|محادث|مفاوض|اتفاق|مباراه|بطول|منافس|لجن|معاهد|سباق))"),
)  # fmt: skip
HAZARDS = tuple((name, tuple(stems.split()), re.compile(words)) for name, stems, words in _HAZARDS)
EXPLODED = re.compile(
    r"انفج|تفجير|اصيب|اصابه|مقتل|قتل|جرح|استشهد|وفاه|توفي|ادي\sالي|اودي|ادت\sالي|دهس|داس"
)
NOW = re.compile(
    r"(?<!\w)(?:و|ف)?(?:(?:لا|ما)\s[يت]?زال\w*|[يت]وجد\w*|[يت]شكل\w*|[يت]نتشر\w*|منتشر\w*|[يت]ستهدف\w*|[يت]شهد\w*|[يت]دور|[يت]ستمر\w*|مستمر\w*|متواصل\w*|[يت]تواصل\w*|[يت]هدد\w*|[يت]قيم\w*|[يت]نصب\w*|[يت]تعرض\w*|[يت]عيق\w*|[يت]عرقل\w*|[يت]منع\w*|مقطوع\w*|مغلق\w*|مزروع\w*|خطر\w*|[يت]متلي\w*|[يت]حاصر\w*|(?<!لم\s)ي(?!وم|نا|ون|ول|من|سار|مين|هود)\w{3,})(?!\w)"
)
PAST = re.compile(r"(?<!\w)(?:كان|كانت|قبل|سابقا)(?!\w)")
AT_ONE = re.compile(
    r"(?:علي|قرب|عند|في|استهدف|امام|قبل|خلف|بجوار|استهدفت|محيط|بالقرب\sمن|وسط)\s(?:\w+\s){0,3}$"
)
_SURE = ("checkpoint", "road cut", "flood")


class Told(msgspec.Struct, frozen=True):
    """A danger of a plain sentence: what, the clause that says it, where, on which days."""

    name: str
    start: int
    end: int
    place: str | None
    days: tuple[date | None, date | None]


def told_in(spot: Spot, setting: Setting) -> list[Told]:
    """Each danger of a sentence, with its place and days."""
    found: list[Told] = []
    named = _named(spot.text, spot.days, setting.report)
    if not named:
        return found
    roads = road_mentions(spot.text)
    places = sorted([*spot.places, *(one for one in roads if not _taken(one.start, spot))],
                    key=lambda one: one.start)  # fmt: skip
    for name, match in named:
        start, end = clause_of(spot.text, match.start(), match.end())
        here = Spot(spot.text, spot.base, [], places, spot.days, spot.speakers)
        stand = Figure(match.start(), match.end(), Number(0, 0, 0, 0), Noun(0), "exact", "hazard")
        place, _, rule = place_of(here, stand, setting)
        if rule == "place:carried" and not places and (bare := bare_mentions(spot.text)):
            here = Spot(spot.text, spot.base, [], bare, spot.days, spot.speakers)
            place, _, _ = place_of(here, stand, setting)
        days = _days(name, match, spot, (start, end), setting)
        if any((one.name, one.place, one.days) == (name, place, days) for one in found):
            continue  # the same danger of the same place, told on in one sentence
        found.append(Told(name, start, end, place, days))
    return found


def _taken(start: int, spot: Spot) -> bool:
    return any(one.start <= start < one.end for one in spot.places)


def _named(words: str, days: list[Phrase], report: date | None) -> list[tuple[str, re.Match[str]]]:
    """Each danger once a clause, without those that another one of it says more exactly."""
    told: list[tuple[str, re.Match[str]]] = []
    for name, stems, pattern in HAZARDS:
        if not any(stem in words for stem in stems):
            continue
        for match in pattern.finditer(words):
            if is_no_danger(name, words, match, days, report):
                continue
            if not any(_covers(other, before, name, match) for before, other in told):
                told.append((name, match))
    return told


def _covers(other: re.Match[str], before: str, name: str, match: re.Match[str]) -> bool:
    """Whether a danger is another one's word: the explosion of a mine, a bomb at a checkpoint."""
    first, then = sorted((other, match), key=lambda one: one.start())
    between = match.string[first.end() : then.start()]
    if before == name:
        return not BREAK.search(between)
    if name == "checkpoint":
        return then is match and bool(AT_ONE.search(between))
    if name in _SURE:
        return False
    gap = then.start() - first.end()
    if name == "attack" and not BREAK.search(between):
        weapon = before in DEVICES or before == "suicide attack"
        return gap < (FAR if before == "checkpoint" or weapon else NEXT)
    return gap < (NEXT if name == "unexploded ordnance" else 0)


def _days(
    name: str, match: re.Match[str], spot: Spot, clause: tuple[int, int], setting: Setting
) -> tuple[date | None, date | None]:
    words = spot.text[clause[0] : clause[1]]
    lasting = name in LASTING and not EXPLODED.search(words)
    now = bool(NOW.search(words)) and not PAST.search(words)
    own = [one for one in spot.days if not one.said]
    if (now and name in STANDING) or name in STAYING:
        last = clause[1]
        own = [one for one in own if one.end <= last and (not now or clause[0] <= one.start)]
    if near := min(own, key=lambda one: _far(spot.text, match, one), default=None):
        return near.first, near.last
    if lasting:
        return setting.report, None
    spoken = next((one.last for one in spot.days if one.said and one.last), None)
    if spoken:
        return (spoken if now else None), spoken
    still = name in STAYING or (name in STANDING and name not in LASTING and not setting.day)
    if now or still:
        return setting.report, setting.report
    return (setting.day.first, setting.day.last) if setting.day else (None, None)


def _far(words: str, match: re.Match[str], one: Phrase) -> int:
    between = (
        words[match.end() : one.start]
        if one.start >= match.end()
        else words[one.end : match.start()]
    )
    return len(between) + 20 * between.count(",")
