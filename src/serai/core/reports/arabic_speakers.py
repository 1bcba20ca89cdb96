"""Finds who says a figure in an Arabic sentence: قال، أعلنت، بحسب، وفقاً لـ، نقلاً عن."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports.arabic_days import WEEKDAYS
from serai.core.reports.arabic_letters import plain

WORDS_MAX = 14


def _either(words: str) -> str:
    return "|".join(sorted(map(plain, words.split("|")), key=len, reverse=True))


_verbs = _either(
    "قال|قالت|قالوا|أعلن|أعلنت|أفاد|أفادت|ذكر|ذكرت|أكد|أكدت|أوضح|أوضحت|أشار|أشارت|صرح|صرحت|كشف|كشفت|حذر|حذرت|قدر|قدرت|تقدر|يقدر|توقع|توقعت|تتوقع|وثق|وثقت|رصد|رصدت|سجل المرصد|أحصى|أحصت|يقول|تقول|يؤكد|تؤكد|"
    "لفت|لفتت|نوه|شدد|شددت|أورد|أوردت|أبلغ|أبلغت|روى|روت|أخبر|أخبرت|تحدث|تحدثت|اعتبر|اعتبرت|نشر المرصد|بين المرصد|ادعى|ادعت|زعم|زعمت|أقر|أقرت|كتب|كتبت|يروي|تروي|نقل|يعتقد|حسبما أفاد"
)
_counted = r"(?:سجل|احصي|رصد|وثق)ت?(?=\sال(?:مفوضيه|منظمه|وزاره|امم|شبكه|هييه|سلطات|بعثه|وحده|مرصد|لجنه|اداره|بلديه)(?!\w))"
_adding = _either(
    "أضاف|أضافت|تابع|تابعت|أردف|أردفت|استطرد|ختم|ختمت|قال|قالت|أشار|أشارت|أوضح|أوضحت|أكد|أكدت|لفت|لفتت|ذكر|ذكرت|أعلن|أعلنت|تقول|يقول|أفاد|أفادت"
)
# What ends the words that name a speaker.
_event = _either(
    "مقتل|إصابة|وصول|نزوح|عودة|ارتفاع|وفاة|خروج|تسجيل|اعتقال|الإفراج|وجود|نقل|إجلاء|توزيع|استقبال|فقدان|سقوط|تهجير|تحرير|استشهاد|فرار|هروب|دخول|مغادرة|احتجاز|حصيلة|إنقاذ|تفكيك|نحو|حوالي|أكثر|مصرع|أمس|اليوم|يوم|"
    "مساء|صباح|فجر|ليل|خلال|منذ|الليلة|أنه|أنها|أنهم|إنه|إنها|إنهم|أن|إن|بأن|بأنه|بأنها|الذي|التي|الذين|إلى أن|على أن|عن|إذ|حيث|لدى|عبر|صباحا|مساء|استسلام|القبض|إلقاء|انتهاء|بدء|تدمير|إطلاق|تضرر|أول|استعادة|السيطرة|حاجة|نحو|قبل|بعد|كما|فيما|مؤخرا"
)
_media = r"ل(?:وكاله|وكالات|قناه|صحيفه|فرانس|رويترز|بي|موقع|اذاعه|شبكه|لصحف\w+|مراسل\w*|تلفزيون|لجزيره|لاناضول|سبوتنيك|راديو|سي|مجله|عربي|\s?[A-Z])"
_said_in = r"في\s(?:بيان|تقرير|تصريح|حديث|موتمر|منشور|تغريده|مقابله|تدوينه|احدث|اخر|اتصال|وقت|كلمه|مداخله|نشره|تحديث|رساله|احاطه|بيانها|تقريرها|تقريره)"
_end = rf"(?=\s(?:{_event}|{_media}|{_said_in}|{'|'.join(WEEKDAYS)})(?!\w[^\s])|\s?[,.:;\"()|]|\s?-\s|\s*$|\s\d)"
# Estimates, figures, data of a body: the body speaks.
_figures = r"(?:(?:تقديرات|بيانات|ارقام|احصاءات|احصاييات|معلومات|سجلات|تقارير|احدث\sتقديرات|اخر\sاحصاءات)\s(?=ال(?!امس|يوم)\w+\s\w|وزاره|منظمه|مكتب|مفوضيه|هييه|لجنه|اداره|برنامج))?"
_not = r"(?!(?:ان|بان|انه|انها|انهم|ب?نحو|ب?حوالي|عدد\w*|الي|عن|في|من|علي|ل|بانه|بانها|له|لها|لنا|ما|عدد|هذا|ذلك|اسمه|اسمها|هويته|هويتها)(?!\w)|\d)"
_who = rf"(?P<who>(?:[\w'-]+\.?\s){{0,{WORDS_MAX}}}?[\w'-]+(?:\s\w\.)?)"
_start = r"(?:^|(?<=[\s,.;:\"(|-]))(?:و|ف|كما\s|فيما\s|بينما\s|حيث\s|وقد\s|من\sجانبه\s?,?\s?|من\sجهته\s?,?\s?)?"
_issued = r"(?:(?:بيان|تقرير|نشره|احصاييه)\s(?:صادره?|صدرت?|نشرته)\sعن\s)?"
SAID = re.compile(
    rf"{_start}(?:{_verbs}|{_adding}|{_counted}|(?:تشير|اشارت|تظهر|اظهرت|تفيد|افادت|توضح|تبين)(?=\s(?:تقديرات|بيانات|ارقام|احصاءات|احصاييات|معلومات|سجلات|تقارير)\s))\s{_issued}{_figures}(?P<adverb>(?:ايضا|سابقا|لاحقا|اليوم|امس|بدوره|بدورها)\s)?{_not}(?!(?:{_event})(?!\w)){_who}(?P<short>\s?\([^)]{{2,40}}\))?(?P<title>\s?,\s(?:ال)?(?:متحدث|ناطق|مدير|رييس|مسوول|وهو|وهي|قايد|عضو|منسق|ممثل|مفوض|وزير|محافظ)[^,.]{{3,90}},)?{_end}"
)
ACCORDING = re.compile(
    rf"(?<!\w)(?:و)?(?:(?:حسبما|حسب\sما|بحسب\sما|وفق\sما|وفقا\sلما|علي\sما)\s(?:افاد|ذكر|قال|اعلن|اكد|اوردت?|نقل|اوضح|بين|صرح|وثق|رصد|احصي|احصت|سجل|كشف|ورد\sفي|جاء\sفي)ت?(?:ه|ها|هم)?(?:\s(?:به|عن))?(?!\w)|كما\s(?:افاد|قال|ذكر|اعلن|اكد)ت?(?!\w)|(?:بحسب|حسب|وفق|نقلا\sعن|علي\sحد\sقول)(?!\w)|وفقا\sل)"
    rf"\s?{_figures}{_not}(?!(?:{_event})(?!\w)){_who}(?P<short>\s?\([^)]{{2,40}}\))?{_end}"
)
_before_said = rf"\s(?:{_verbs})(?=\s(?:ب?ان|ب?انه|ب?انها|عن|عدد|مقتل|نزوح|وصول)(?!\w))"
HAD_SAID = re.compile(
    rf"(?:^|(?<=[\s,.;\"]))(?:و)?(?:كان|كانت)\s{_not}{_who}\s?(?:قد)?{_before_said}"
)
ADDED = re.compile(
    rf"(?:^|(?<=[\s,.;:\"]))(?:و|كما\s|ف)?(?:{_adding}|بين|توقعت?|قدرت?|وثقت?|رصدت?|سجلت?)(?P<who>)\s?(?=ان(?:ه|ها|هم)?\s|بان|الي\sان|انه\s|[:\"]|عن\s|(?:نزوح|مقتل|وصول|عوده|نحو|حوالي|اصابه|وفاه)\s)"
)
NO_SPEAKER = re.compile(
    rf"(?:{_either('تقديرات|معلومات|تقارير|أرقام رسمية|إحصاءات|إحصائيات|الاحصاءات|مصادرنا|الأرقام|بيانات|احصائية|آخر|ما|ذلك|التقديرات|اتفاق|الاتفاق|خطة|القانون|جدول')})(?!\w)|\d|(?:{_either('عدد|أكثر|نحو|حوالي|مئات|آلاف|عشرات|أن|إن|عن|في|من|إلى|على')})\s"
)
ORGANISATION = re.compile(
    _either(
        "وزارة|منظمة|مرصد|قوات|جيش|شرطة|دفاع|أمم المتحدة|مفوضية|وكالة|لجنة|هيئة|إدارة|مجلس|حكومة|اتحاد|نقابة|وحدة|شبكة|برنامج|صندوق|مكتب|تحالف|الهلال|الصليب|يونيسف|أونروا|الأونروا|سلطات|السلطات|بلدية|حركة|جمعية|مؤسسة|مركز|بعثة|وفد|قيادة|تنظيم|منصة|فريق|دائرة|مديرية|قناة|تلفزيون|صحيفة|اليونيسف|داعش|قسد|الأوتشا|أوتشا|النيابة|محكمة|مصدر|مصادر|بيان|تقرير|مستشفى|خفر|الجبهة|الفصائل|حماس|حزب"
    )
)
OFFICE = re.compile(
    _either(
        "متحدث|ناطق|مدير|رئيس|مسؤول|قائد|وزير|محافظ|منسق|ممثل|مفوض|عضو|ضابط|عقيد|عميد|لواء|نائب|سفير|أمين|مبعوث|خبير|طبيب|مسؤولة|مديرة|منسقة|مستشار|الأمين"
    )
)
# Witnesses told of without their names.
WHICH = re.compile(r"(?:الذي|التي|الذين|اللذين)\s$")
DESCRIBED = re.compile(
    rf"(?:{_either('شاهد|شهود|سكان|السكان|أهالي|الأهالي|ناشط|ناشطون|ناشطين|أحد|إحدى|نازح|نازحة|نازحون|لاجئ|لاجئون|ناجون|ناج|عامل|مسعف|ممرض|سائق|مراسل|محامي')})(?!\w)(?!.*(?:يدعي|تدعي|اسمه|اسمها))"
)
GENERIC = re.compile(r"^ال\w+$")


class Speaker(msgspec.Struct, frozen=True):
    """Who says the words of a plain sentence: where the name stands in it, or before it (-1)."""

    start: int
    end: int
    words: str  # in plain letters
    span: tuple[int, int]  # the name, in plain letters of the whole report
    after: bool  # the figure comes before: ..., according to
    witness: bool


class Voices(msgspec.Struct):
    """Who has spoken so far, for "and added" and "the ministry"."""

    known: list[Speaker] = []
    quoting: Speaker | None = None

    def speakers(self, text: str, base: int) -> list[Speaker]:
        """The speakers of a plain sentence that begins at `base` of the report."""
        own = [self._full(one) for one in _named(text, base)]
        if not own and (added := ADDED.search(text)) and self.known:
            own = [
                msgspec.structs.replace(
                    self.known[-1], start=added.start(), end=added.end(), after=False
                )
            ]
        self.known += own
        quoted = self.quoting
        if text.count('"') % 2:
            self.quoting = own[-1] if own and not quoted else None
        return own or ([msgspec.structs.replace(quoted, start=-1, end=-1)] if quoted else [])

    def _full(self, speaker: Speaker) -> Speaker:
        """The ministry that was named in full before."""
        if not GENERIC.match(speaker.words):
            return speaker
        stem = speaker.words[2:]
        for earlier in reversed(self.known):
            parts = earlier.words.split()
            if len(parts) > 1 and parts[0].removeprefix("ال") == stem:
                return msgspec.structs.replace(
                    earlier, start=speaker.start, end=speaker.end, after=speaker.after
                )
        return speaker


def _named(text: str, base: int) -> list[Speaker]:
    found = []
    for words, after in ((HAD_SAID, False), (SAID, False), (ACCORDING, True)):
        for match in words.finditer(text):
            who = match["who"].strip(' ,"')
            if WHICH.search(text[: match.start()]):
                continue  # the ministry, which confirmed: no speaker but the ministry
            if len(who) < 3 or NO_SPEAKER.match(who):
                continue
            start = match.start("who")
            short = match.groupdict().get("short")
            end = match.end("short") if short else match.end("who")
            if words is SAID and match["title"]:
                end = match.end("title") - 1
            witness = (
                not DESCRIBED.match(who)
                and not ORGANISATION.search(text[start:end])
                and not OFFICE.search(text[start:end])
            )
            found.append(
                Speaker(
                    match.start(), end, text[start:end], (base + start, base + end), after, witness
                )
            )
    found.sort(key=lambda one: one.start)
    return [
        one for index, one in enumerate(found) if not index or one.start >= found[index - 1].end
    ]


def speaker_of(start: int, found: list[Speaker]) -> Speaker | None:
    """The speaker of the figure at `start`: the last one named before it, else one named after."""
    before = [one for one in found if not one.after and one.start <= start]
    following = [one for one in found if one.after and one.start >= start]
    if following and (not before or following[0].start - start < 200):
        nearer = following[0]
        return (
            nearer
            if not before or before[-1].start < 0 or nearer.start - start < start - before[-1].end
            else before[-1]
        )
    earlier = [one for one in found if one.end <= start]
    return before[-1] if before else earlier[-1] if earlier else found[0] if found else None
