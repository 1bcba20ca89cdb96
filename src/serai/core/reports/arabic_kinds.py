"""Says what happened to the people a number counts in an Arabic sentence, and what it counts."""

import re
from collections.abc import Iterator

import msgspec

from serai.core.reports.arabic_letters import plain
from serai.core.reports.arabic_numbers import Number
from serai.core.reports.arabic_words import BETWEEN, CUES, DUALS, FRONTS, NOUNS

WORD = re.compile(r"[\w²]+|%")
NOUN_WITHIN = 3  # words from a number to what it counts
FAR = 130.0  # letters and breaks from a figure beyond which a word says nothing of it
BARE_NEAR = 34.0  # the same for a number without a noun
CLOSE = 18.0
BY_NOUN = {"percent": "share", "vehicle": "vehicles"}
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
PEOPLE_KINDS = frozenset(("people", "nation", "displaced", "fighters", "family"))
AMONG = re.compile(
    r"(?:و|ف)?(?:من\s)?(?:مقابل|مقارنه\sمع|بينهم|بينهن|بينها|معهم|معهن|برفقتهم|منهم|منها|منهن|ضمنهم|معظمهم|غالبيتهم|اغلبهم)(?:\s(?:ال)?(?:نحو|حوالي|اكثر\sمن|ما\sلا\sيقل\sعن|علي\sالاقل))?\s*$"
)
# The number of the displaced rose to: the noun says what became of them.
COUNTED = re.compile(
    r"(?:(?:ارتفع|وصل|زاد)(?:ت)?(?:\sعدد\w*\s[^,]{0,60})?\sالي|(?:بلغ|تجاوز|تخطي)(?:ت)?(?:\sعدد\w*\s[^,]{0,60})?)\s(?:(?:نحو|حوالي|اكثر\sمن|قرابه)\s)?$"
)
AND = re.compile(
    r"(?:[\w%]+\s){0,6}(?:,\s?)?(?:و|و\s|او\s|الي\sجانب\s|فضلا\sعن\s|اضافه\sالي\s|بالاضافه\sالي\s)(?:نحو\s|حوالي\s|اكثر\sمن\s)?$"
)
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
BREAK = re.compile(r"[,:;]")
# After they set out, since the offensive began: when it was, not what became of those counted.
SINCE_THEN = re.compile(r"(?<!\w)(?:منذ|قبل|بعد|عقب|اثر|خلال|اثناء|لدي|عند|بدء|بدايه|انطلاق)\s$")
OF_LAST = re.compile(r",\s(?:من\s)?$")
THEM = re.compile(r"\s(?:منهم|منهن|منها)(?!\w)")
LESS_THAN = frozenset(plain("تقل يقل").split())
AS_WHAT = re.compile(r"(?:\s\w+){0,1}?\s(?P<word>\w+(?:ين|ون))(?!\w)")
AND_VERB = re.compile(r"(?:فيما|بينما|في\sحين|لكن|حيث|كما|اذ)(?!\w)")


class Noun(msgspec.Struct, frozen=True):
    """What a number counts: where its word ends, its sort and unit."""

    end: int
    sort: str = ""
    unit: str = ""
    word: str = ""


class Cue(msgspec.Struct, frozen=True):
    """A word of happening."""

    start: int
    end: int
    kind: str
    side: str


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
        if (
            word.isdigit()
            or (word not in BETWEEN and seen and word not in DESCRIBED)
            or word in STOPS
        ):
            break
        at, seen = found.end(), seen + 1
    return Noun(end)


DESCRIBED = frozenset(plain("ألف مليون جديد جديدة إضافي إضافية عسكري قوات فصائل").split())
STOPS = frozenset(plain("في إلى عن أن إن على منهم بينهم منها بينها و آخرون آخرين آخر").split()) - {
    plain("في")
}


SHELTER = plain("إيواء")
SHELTERS = frozenset(plain("مركز مراكز دار دور مخيم مخيمات مدرسة مدارس لمراكز بمراكز").split())
VIA = plain("عبر")
BODIES = frozenset(
    plain(
        "قوات وزارة منظمة لجنة هيئة دائرة مديرية وكالة جمعية مؤسسة مفوضية مكتب برنامج صندوق جهاز"
    ).split()
)


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
    ):
        if form in NOUNS:
            return NOUNS[form]
    return None


def duals_in(text: str) -> list[tuple[int, int, Noun]]:
    """Nouns that say two by their ending: طفلين."""
    found = []
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


def cues_in(text: str) -> list[Cue]:
    """All words of happening in a plain sentence, in order."""
    words = list(WORD.finditer(text))
    found: list[Cue] = []
    for index, match in _outside_names(words):
        for front, form in _forms(match.group()):
            options = CUES.get(form)
            if not options:
                continue
            if form == VIA and found and not text[found[-1].end : match.start()].strip():
                break  # they left by way of Rafah: no crossing of its own
            if _is_no_cue(text, words, index, form, found):
                break
            for rest, kind, side in options:
                tail = words[index + 1 : index + 1 + len(rest)]
                if tuple(word.group() for word in tail) == rest:
                    end = tail[-1].end() if tail else match.end()
                    found.append(Cue(match.start() + len(front), end, kind, side))
                    break
            break
    return found


def _outside_names(words: list[re.Match[str]]) -> Iterator[tuple[int, re.Match[str]]]:
    """The words that are no part of an organisation's name: the forces of swift support."""
    named = False
    for index, match in enumerate(words):
        named = named and match.group().startswith(("ال", "وال"))
        if not named:
            yield index, match
            named = any(form in BODIES for _, form in _forms(match.group()))


def _is_no_cue(
    text: str, words: list[re.Match[str]], index: int, form: str, found: list[Cue]
) -> bool:
    """A shelter is a house; who left by way of Rafah made no crossing of its own."""
    if form in LESS_THAN and text[words[index].end() :].startswith(" عن"):
        return True
    if form == SHELTER:
        return index > 0 and words[index - 1].group() in SHELTERS
    before = text[found[-1].end : words[index].start()] if found else "-"
    return form == VIA and not before.strip()


def _forms(word: str) -> list[tuple[str, str]]:
    return [
        ("", word),
        *(
            (front, word[len(front) :])
            for front in FRONTS
            if word.startswith(front) and len(word) - len(front) > 1
        ),
    ]


def kind_of(
    text: str, number: Number, noun: Noun, cues: list[Cue], others: list[int], last: str | None
) -> str | None:
    """The kind of a figure, or None when nothing says what the number is of."""
    before = text[: number.start]
    if EACH.search(before) or noun.sort in BY_NOUN or noun.sort in CONTEXT:
        return "load" if EACH.search(before) else BY_NOUN.get(noun.sort, noun.sort)
    near = _nearest(text, number, noun, cues, others)
    if noun.sort in STRONG:
        apart = [cue for cue in cues if not number.end <= cue.start < noun.end]
        return _carried_away(noun, _nearest(text, number, noun, apart, others))
    of_them = OF_LAST.search(before) and THEM.match(text, number.end)
    if last and (of_them or _goes_on(before, number, near, others)):
        return last
    near = _rather(near, cues, text, number, noun, others)
    if near and near[0].kind == "remaining" and (told := _as_what(text, noun)):
        return told
    if noun.sort == "displaced" and (near is None or COUNTED.search(before)):
        return "displaced"
    counts = near and (noun.sort or _bare_counts(number, near, text[noun.end :]))
    return near[0].kind if near and counts else None


def _carried_away(noun: Noun, near: tuple[Cue, float] | None) -> str:
    """The wounded who are moved, the missing who are freed; otherwise what their noun says."""
    carried = DEAD_CARRIED if noun.sort in DEAD else CARRIED_AWAY
    reach = 2 * CLOSE if near and near[0].kind == "freed" else CLOSE
    if near and near[0].kind in carried and near[1] < reach:
        return near[0].kind
    return noun.sort


def _as_what(text: str, noun: Noun) -> str:
    """Seven million Syrians are still displaced: what they are said to be."""
    found = AS_WHAT.match(text, noun.end)
    sort = NOUNS.get(found["word"], ("", ""))[0] if found else ""
    return sort if sort in ("displaced", "missing", "held") else ""


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
    if number.written and number.low < 3:
        return False
    return near[1] <= BARE_NEAR or bool(
        OTHERS.match(after) or (near[1] < 60 and OF_THEM.match(after))
    )


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
        if SINCE_THEN.search(text[: cue.start]):
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
