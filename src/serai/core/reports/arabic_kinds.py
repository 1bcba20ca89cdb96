"""Says what happened to the people that a number counts in an Arabic sentence."""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re

import msgspec

from serai.core.reports.arabic_cues import Cue
from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_nouns import WORD, Noun
from serai.core.reports.arabic_numbers import Number
from serai.core.reports.arabic_words import NOUNS

FAR = 130.0  # letters and breaks from a figure beyond which a word says nothing of it
BARE_NEAR = 34.0  # the same for a number without a noun
CLOSE = 18.0
FREED_NEAR = 64.0  # letters from words of freeing to the captives they are told of
BY_NOUN = {"percent": "share", "vehicle": "vehicles", "capacity": "capacity"}
STRONG = ("killed", "injured", "missing", "held", "died", "returned")
CARRIED_AWAY = (
    "moved",
    "arrived",
    "assisted",
    "freed",
    "occupancy",
    "departed",
    "registered",
    "need",
    "held",
)
DEAD, DEAD_CARRIED = ("killed", "died"), ("moved", "arrived", "departed")
CONTEXT = ("facilities", "supplies", "money", "distance", "duration", "other", "ordnance", "area")
AMONG = re.compile(
    r"(?:و|ف)?(?:من\s)?(?:بمعدل|بمتوسط|مقابل|مقارنه\sمع|بينهم|بينهن|بينها|معهم|معهن|برفقتهم|منهم|منها|منهن|ضمنهم|معظمهم|غالبيتهم|اغلبهم)(?:\s(?:ال)?(?:نحو|حوالي|اكثر\sمن|ما\sلا\sيقل\sعن|علي\sالاقل))?\s*$"
)
_about = r"(?:(?:نحو|حوالي|اكثر\sمن|قرابه|زهاء|ما\sيقارب|اقل\sمن|ما\sبين|بين)\s)?"
# The number of the displaced rose to: the noun says what became of them.
COUNTED = re.compile(
    rf"(?:(?<!ما\s)(?:ارتفع|[يت]رتفع|وصل|[يت]صل|زاد|انخفض|تراجع)(?:ت)?(?:\s[^,]{{0,70}})?\sالي|(?:بلغ|[يت]بلغ|تجاوز|[يت]تجاوز|تخطي|[يت]تخطي|[يت]قارب|[يت]قدر|قدر|[يت]ناهز|فاق|[يت]فوق)(?:ت)?(?:\s(?:\w+\s){{0,5}}?عدد\w*\s[^,]{{0,60}})?)\s(?:ب\s?)?{_about}$"
)
COUNT_OF = re.compile(
    r"(?<!\w)(?:و|ل|ف|ب)?(?:ال)?(?:عدد|اعداد|مجموع|اجمالي|حصيله)\s(?P<whom>(?:\w+\s){1,5})"
)
BECOME = {plain(word): kind for kind, words in (
    ("returned", "عائدة عائد عائدين"), ("displaced", "نازحة مهجرة مشردة لاجئة"), ("remaining", "محاصرة عالقة محاصرين عالقين متبقين باقين"), ("registered", "مسجلة مسجلين"), ("held", "محتجزة"), ("need", "متضررة متضررين محتاجين"),
    ("departed", "مغادرين مغادرة خارجين"), ("arrived", "واصلين واصلة وافدين وافدة قادمين داخلين"), ("fled", "فارين فارة هاربين"), ("occupancy", "قاطنين مقيمين نزلاء"), ("assisted", "مستفيدين مستفيدة"), ("surrendered", "مستسلمين"), ("freed", "محررين مفرج ناجين"),
) for word in words.split()}  # fmt: skip
SORTS = frozenset(("displaced", "missing", "held", "injured", "killed", "died", "returned"))
# The agency puts their number at: a number of what was told before.
THE_NUMBER = re.compile(
    rf"(?<!\w)(?:العدد|عددهم|عددها|الرقم|عددهن)\s(?:(?:الفعلي|الحقيقي|الاجمالي|الكلي)\s)?(?:(?:بلغ|[يت]بلغ|تجاوز|[يت]تجاوز|[يت]زيد\sعن|[يت]زيد\sعلي|[يت]قارب|[يت]قدر|قدر|[يت]فوق|وصل|[يت]صل|ارتفع)\s)?(?:ب\s?|الي\s)?{_about}(?:ب)?$"
)
# Three medics were among the dead.
AMONG_THE = re.compile(
    rf"(?:\s\w+){{0,2}}?\s(?:من\s)?(?:بين|ضمن|في\sعداد)\s(?:ال|عداد\sال)(?P<whom>{'|'.join(word for word, (sort, _) in NOUNS.items() if sort in SORTS - {'displaced', 'returned'})})(?!\w)"
)
# A family lost fourteen of its members.
OF_ITS_OWN = re.compile(r"\sمن\s(?:افراد|ابناء|عناصر|مقاتلي|جنود|اطفال)\w{1,3}(?!\w)")
# A number before a word nobody knows counts that, not people: 12 of some kind of team.
UNKNOWN_THING = re.compile(
    r"\s(?!(?:هذه|مره|حتفه|جنسيه|لاحقه|نتيجه|عاده|اضافه|بنسبه|مقارنه|غالبيه|خلفه|معه|منه|عنه|فيه|به|له)(?!\w))\w{3,}ه(?!\w)"
)
SIZE = re.compile(r"قوام\w*|عديد\w*|تعداد\w*")
HELD_BY = re.compile(r"\s(?:\w+\s)?(?:و|س)?[يت]?(?:ضم|حمل|قل)")
HOLDS = re.compile(r"[يت]?ضم(?:ت|هم)?|[يت]حمل")
GROUPS = re.compile(r"(?:قافله|دفعه|رحله|مجموعه|وجبه|حافلات|شاحنات|موجه)(?:\s\w+){0,3}\s(?:و|س)?$")
FELL = re.compile(r"سقط|سقوط")
AND = re.compile(
    r"(?:[\w%]+\s){0,6}(?:,\s?)?(?:و|و\s|او\s|الي\sجانب\s|فضلا\sعن\s|اضافه\sالي\s|بالاضافه\sالي\s)(?:نحو\s|حوالي\s|اكثر\sمن\s)?$"
)
FORMER = re.compile(r"\s(?:ال)?سابق(?:ا|ين|ون|ه|ات)?(?!\w)")  # 40 former prisoners went home
OTHERS = re.compile(r"\s*(?:اخرون|اخرين|اخر|اخري)(?!\w)")
OF_THEM = re.compile(r"\s*(?:من|منهم|منهن|علي\sالاقل|شخصا|فقط)(?!\w)")
EACH = re.compile(
    r"(?:في|علي\sمتن|تقل|يقل)?\s?كل\s(?:منها|واحده|شاحنه|حافله|مركبه|سياره|قارب)\s(?:منها\s)?(?:نحو\s|حوالي\s)?$"
)
REACHES = re.compile(
    r"(?:ي|ت|و)?\w?صل\w*(?:\s(?:عدد|حصيل|الحصيل)\w*(?:\s\w+){0,4})?\sالي(?:\s(?:نحو|حوالي|اكثر\sمن|قرابه|ما\sبين|بين|ما))?"
)
# 94 families of 381 members: the same people again.
HOLDING = re.compile(
    r"\d[\d.,]*\s\w+(?:\s\w+)?\s?,?\s(?:و)?"
    r"(?:تضم|يضم|ضمت|تضمن|مولفه\sمن|مكونه\sمن|اي|بواقع|بمجموع)\s(?:(?:نحو|حوالي|قرابه|زهاء|ما\sيقارب|اكثر\sمن)\s)?$"
)
# A batch of 40 people arrived: the word of its size says nothing of what happened.
GROUP = re.compile(r"(?:دفعه|مجموعه|قافله|وجبه|موجه|رحله)\s(?:\w+\s)?$")
STILL = ("missing", "need", "held", "occupancy", "displaced", "injured")
BESIDE = 14.0
ASIDE = re.compile(
    r"(?:\s\w+)?\s?,\s(?:اي|بما\sيعادل|يمثلون|تضم|(?:من\s)?بينهم|منهم|معظمهم|غالبيتهم|من\sبينهن)\s[^,]{2,60},"
)
BREAK = re.compile(r"[,:;\"]")
# After they set out, since the offensive began: when it was, not what became of those counted.
SINCE_THEN = re.compile(r"(?<!\w)(?:منذ|قبل|بعد|عقب|اثر|خلال|اثناء|لدي|عند|بدء|بدايه|انطلاق)\s$")
NEXT_OF_THEM = re.compile(r"\s(?:منهم|منها|منهن)\s(?:\w+\s)?\d")
OF_LAST = re.compile(r",\s(?:من\s)?$")
THEM = re.compile(r"\s(?:منهم|منهن|منها)(?!\w)")
AS_WHAT = re.compile(r"(?:\s\w+){0,1}?\s(?P<word>\w+(?:ين|ون))(?!\w)")
AND_VERB = re.compile(r"(?:فيما|بينما|في\sحين|لكن|حيث|كما|اذ)(?!\w)")


def kind_of(
    text: str, number: Number, noun: Noun, cues: list[Cue], others: list[int], last: str | None
) -> str | None:
    """The kind of a figure, or None when nothing says what the number is of."""
    before = text[: number.start]
    if noun.sort in BY_NOUN or noun.sort in CONTEXT:
        return BY_NOUN.get(noun.sort, noun.sort)
    if EACH.search(before):
        return "load"
    if among := AMONG_THE.match(text, max(noun.end, number.end)):
        return NOUNS[among["whom"]][0]
    cues = [of_people for cue in cues if (of_people := _of_people(cue, text))]
    if noun.sort in STRONG and not FORMER.match(text, noun.end):
        apart = [cue for cue in cues if not number.end <= cue.start < noun.end]
        return _carried_away(noun, _nearest(text, number, noun, apart, others))
    return _by_words(text, number, noun, cues, others, last)


def _by_words(
    text: str, number: Number, noun: Noun, cues: list[Cue], others: list[int], last: str | None
) -> str | None:
    """What the words around people say of them, when their noun says nothing."""
    before = text[: number.start]
    near = _nearest(text, number, noun, cues, others)
    if THE_NUMBER.search(before):
        return next((cue.kind for cue in reversed(cues) if cue.end < number.start), last)
    of_them = OF_LAST.search(before) and THEM.match(text, number.end)
    if last and (of_them or _goes_on(before, number, near, others)):
        return last
    near = _of_its_size(near, cues, text, number, noun, others, last)
    return _said_of(text, number, noun, _rather(near, cues, text, number, noun, others))


def _said_of(text: str, number: Number, noun: Noun, near: tuple[Cue, float] | None) -> str | None:
    """What the nearest word says, unless the people counted are called by what became of them."""
    before = text[: number.start]
    counted = bool(COUNTED.search(before))
    told = _as_what(text, noun) or (counted and _counted(before, noun))
    if told and (near is None or near[0].kind == "remaining" or counted):
        return told
    if near and near[0].kind == "missing" and OF_ITS_OWN.match(text, number.end):
        return "killed"
    if near and (noun.sort or _bare_counts(number, near, text[noun.end :])):
        return near[0].kind
    return "displaced" if noun.sort == "displaced" else None


def _carried_away(noun: Noun, near: tuple[Cue, float] | None) -> str:
    """The wounded who are moved, the missing who are freed; otherwise what their noun says."""
    carried = DEAD_CARRIED if noun.sort in DEAD else CARRIED_AWAY
    carried = (*carried, *DEAD) if noun.sort == "injured" else carried
    freed = near and near[0].kind == "freed"
    reach = FREED_NEAR if freed and noun.sort == "held" else 2 * CLOSE if freed else CLOSE
    if near and near[0].kind in carried and near[1] < reach:
        return near[0].kind
    return noun.sort


def _as_what(text: str, noun: Noun) -> str:
    """Seven million Syrians are still displaced: what they are said to be."""
    found = AS_WHAT.match(text, noun.end)
    sort = NOUNS.get(found["word"], ("", ""))[0] if found else ""
    return sort if sort in ("displaced", "missing", "held") else ""


def _counted(before: str, noun: Noun) -> str:
    """The number of displaced rose to: the noun that is counted says what became of them."""
    counted = list(COUNT_OF.finditer(before))
    words = WORD.findall(counted[-1]["whom"]) if counted else ()
    bare = [word.removeprefix("و").removeprefix("لل").removeprefix("ال") for word in words]
    sorts = [NOUNS.get(word, ("", ""))[0] for word in bare]
    told = [BECOME[word] for word in bare if word in BECOME]
    told += [sort for sort in sorts if sort in SORTS]
    if told:
        return told[0]
    return "displaced" if noun.sort == "displaced" else ""


def _of_people(cue: Cue, text: str) -> Cue | None:
    """Fell, of people: they were killed; arms and houses that were hit say nothing of people."""
    if cue.kind not in ("ordnance", "facilities"):
        return cue
    fell = FELL.match(text, cue.start)
    return msgspec.structs.replace(cue, kind="killed") if fell else None


def _goes_on(
    before: str, number: Number, near: tuple[Cue, float] | None, others: list[int]
) -> bool:
    """Among them 12, and 30 children: the kind of the figure before holds on."""
    earlier = max((start for start in others if start < number.start), default=-1)
    if HOLDING.search(before[-55:]):
        return True
    if near and near[0].start > earlier and near[1] < BESIDE:
        return False
    if AMONG.search(before[-40:]):
        return True
    return bool(AND.search(before[-50:])) and bool(others) and _unled(near, others, number)


def _of_its_size(
    near: tuple[Cue, float] | None,
    cues: list[Cue],
    text: str,
    number: Number,
    noun: Noun,
    others: list[int],
    last: str | None,
) -> tuple[Cue, float] | None:
    """The group, which numbers 951 people, left: its size says nothing of what they did."""
    if near is None or noun.sort == "fighters" or not _is_size(text, near[0]):
        return near
    rest = [cue for cue in cues if cue.kind != "vehicles" and not _is_size(text, cue)]
    return _nearest(text, number, noun, rest, others) or (
        (msgspec.structs.replace(near[0], kind=last or "moved"), near[1])
        if near[0].kind in ("occupancy", "vehicles")
        else near
    )


def _is_size(text: str, cue: Cue) -> bool:
    words = text[cue.start : cue.end]
    if SIZE.fullmatch(words):
        return True
    if cue.kind == "vehicles":
        return bool(HELD_BY.match(text, cue.end))
    return bool(HOLDS.fullmatch(words) and GROUPS.search(text[: cue.start]))


def _rather(
    near: tuple[Cue, float] | None,
    cues: list[Cue],
    text: str,
    number: Number,
    noun: Noun,
    others: list[int],
) -> tuple[Cue, float] | None:
    """Still missing, still in need: "still" gives way to what it says of the people."""
    if near is None or near[0].kind != "remaining":
        return near
    said = [cue for cue in cues if cue.kind in STILL and cue.start > near[0].start]
    return _nearest(text, number, noun, said, others) or near


def _unled(near: tuple[Cue, float] | None, others: list[int], number: Number) -> bool:
    """Whether no word of happening stands between the figure before and this one."""
    earlier = max((start for start in others if start < number.start), default=-1)
    return near is None or near[0].start < earlier or near[1] > 60


def _bare_counts(number: Number, near: tuple[Cue, float], after: str) -> bool:
    if (number.written and number.low < 3) or UNKNOWN_THING.match(after):
        return False
    reach = BARE_NEAR if number.high is not None else 2 * BARE_NEAR
    return near[1] <= reach or bool(OTHERS.match(after) or (near[1] < 60 and OF_THEM.match(after)))


def _nearest(
    text: str, number: Number, noun: Noun, cues: list[Cue], others: list[int]
) -> tuple[Cue, float] | None:
    costs = [
        (cue, _cost(text, number, noun, cue, others))
        for cue in cues
        if not GROUP.search(text, 0, cue.start)
    ]
    return min((pair for pair in costs if pair[1] < FAR), key=lambda pair: pair[1], default=None)


def _cost(text: str, number: Number, noun: Noun, cue: Cue, others: list[int]) -> float:
    """How far a word of happening is from a figure: letters, commas, and other figures between."""
    end = max(number.end, noun.end)
    if cue.end <= number.start:
        if cue.side == "F" or REACHES.fullmatch(text[cue.start : number.start].strip()):
            return FAR
        between, extra = text[cue.end : number.start], 0.0
        low, high = cue.end, number.start
    elif cue.start >= end:
        aside = ASIDE.match(text, end)
        end = aside.end() if aside and aside.end() <= cue.start else end
        between, extra = text[end : cue.start], 12.0
        if cue.side == "L" or re.search(r"(?:^|\s)و$", between) or AND_VERB.search(between):
            return FAR
        if SINCE_THEN.search(text[: cue.start]) or NEXT_OF_THEM.match(text, cue.end):
            return FAR
        low, high = end, cue.start
        if len(between) > 34:
            extra += 60
    else:
        return 6.0 if cue.start >= number.end else FAR
    crossed = sum(low <= other < high for other in others)
    said = 70 * bool(re.search(r"(?<!\w)(?:و?ان|بان)(?!\w)", between))
    weak = 14 if cue.side == "L" and cue.kind == "remaining" else 0
    return (
        len(" ".join(between.split()))
        + extra
        + 22 * len(BREAK.findall(between))
        + 45 * crossed
        + said
        + weak
    )
