"""Why two people may be one, in words: the same reasons in English and Arabic, no raw number."""

from collections.abc import Sequence
from typing import NamedTuple

from serai.core.matching import weights
from serai.core.matching.likeness import NEAR, Likeness, begins, likeness
from serai.core.matching.scoring import Fit, Share
from serai.core.matching.told import Told
from serai.core.names.shown import shown

REASONS_MAX = 5
VERY_LIKELY, POSSIBLE, WEAK, UNLIKELY = "very likely", "possible", "weak", "unlikely"
BANDS = {
    VERY_LIKELY: ("Very likely the same person", "على الأرجح الشخص نفسه"),
    POSSIBLE: ("Possibly the same person", "ربما الشخص نفسه"),
    WEAK: ("Only a weak likeness", "شبه ضعيف فقط"),
    UNLIKELY: ("Hardly the same person", "من غير المرجّح أنه الشخص نفسه"),
}
# For few words that all agree: nothing is against it, and nothing tells one from the many.
FITS = ("Fits, as many others do", "مطابق، وكثيرون غيره كذلك")
AGAINST = frozenset(
    (
        "near", "given differs", "shifted", "swapped", "differs", "kunya differs", "year apart",
        "years apart", "near age", "other age", "other place", "other sex", "mother differs",
    )
)  # fmt: skip
WORDS = {
    "same": ("{one} ({rarity})", "{one} ({rarity})"),
    "spelt": ("{one} = {other} ({rarity})", "{one} = {other} ({rarity})"),
    "begun": ("{one}… = {other}", "{one}… = {other}"),
    "near": ("{one} is close to {other}", "{one} قريب من {other}"),
    "earlier": ("earlier written {name}", "كُتب الاسم سابقًا {name}"),
    "given differs": ("the given names differ", "الاسم الأول مختلف"),
    "shifted": ("one’s name may be the other’s father’s", "قد يكون اسم أحدهما اسم والد الآخر"),
    "swapped": ("the names stand in another order", "الأسماء بترتيب مختلف"),
    "missing": ("a part of the name is not given", "جزء من الاسم غير مذكور"),
    "differs": ("a part of the name differs", "جزء من الاسم مختلف"),
    "kunya": ("called after the eldest son", "يُكنّى باسم الابن الأكبر"),
    "same kunya": ("the same kunya", "الكنية نفسها"),
    "kunya differs": ("called after another son", "الكنية باسم ابن آخر"),
    "same age": ("the years of birth agree", "سنوات الميلاد متوافقة"),
    "year apart": ("born a year apart", "فرق الميلاد سنة واحدة"),
    "years apart": ("born two years apart", "فرق الميلاد سنتان"),
    "near age": ("born {years} years apart", "فرق الميلاد {years} سنوات"),
    "other age": ("born {years} years apart", "فرق الميلاد {years} سنة"),
    "same place": ("from the same town", "من البلدة نفسها"),
    "other place": ("from another town", "من بلدة أخرى"),
    "other sex": ("man and woman", "رجل وامرأة"),
    "mother": ("the mothers’ names agree", "اسم الأم متطابق"),
    "family": (
        "others of the family stand in the same household",
        "آخرون من العائلة مسجَّلون في الأسرة نفسها",
    ),
    "mother differs": ("the mothers’ names differ", "اسم الأم مختلف"),
}
YEARS_APART = {0: "same age", 1: "year apart", 2: "years apart"}
YEARS_FEW = 10  # up to here Arabic counts them in the plural
RARITY = ("1 in {n}", "واحد من كل {n}")


class Reason(NamedTuple):
    """One reason: its kind, what fills its sentence, how many bits it weighs."""

    kind: str
    facts: dict[str, str]
    bits: float

    def text(self, language: str = "en") -> str:
        """The reason in words."""
        which = int(language.startswith("ar"))
        facts = dict(self.facts)
        if "n" in facts:
            facts["rarity"] = RARITY[which].format(n=facts["n"])
        return WORDS[self.kind][which].format(**facts)


def band_words(band: str, reasons: Sequence[Reason], language: str = "en") -> str:
    """A band in words; of a low one that nothing speaks against, that too little was said.

    >>> named = Reason("spelt", {"one": "Ahmad", "other": "احمد", "n": "7"}, 3.0)
    >>> band_words(UNLIKELY, [named]), band_words(WEAK, [named, Reason("differs", {}, -3.0)])
    ('Fits, as many others do', 'Only a weak likeness')
    """
    agree = reasons and AGAINST.isdisjoint(reason.kind for reason in reasons)
    words = FITS if agree and band in (WEAK, UNLIKELY) else BANDS[band]
    return words[int(language.startswith("ar"))]


def band_of(bits: float) -> str:
    """The band of a sum of bits.

    >>> [band_of(bits) for bits in (5, 1, -2, -9)]
    ['very likely', 'possible', 'weak', 'unlikely']
    """
    if bits >= weights.VERY_LIKELY:
        return VERY_LIKELY
    if bits >= weights.POSSIBLE:
        return POSSIBLE
    return WEAK if bits >= weights.WEAK else UNLIKELY


def reasons_for(
    one: Told, other: Told, fit: Fit, share: Share, *, unfinished: bool = False
) -> list[Reason]:
    """The reasons that weigh most, at most five; before them which earlier spelling they are of."""
    found = [_word(mine, theirs, share, unfinished) for mine, theirs in fit.chain.pairs]
    found += [Reason(note, {}, _WEIGHTS[note]) for note in fit.chain.notes]
    found += [reason for reason in _beside(one, other, fit) if reason.bits]
    found.sort(key=lambda reason: -abs(reason.bits))
    return [*_earlier(fit.chain.former), *found[:REASONS_MAX]]


_WEIGHTS = {
    "given differs": weights.GIVEN_DIFFERS, "shifted": weights.GIVEN_SHIFTED,
    "swapped": weights.SWAPPED, "missing": weights.PART_MISSING, "differs": weights.PART_DIFFERS,
}  # fmt: skip


def _word(mine: str, theirs: str, share: Share, unfinished: bool) -> Reason:
    alike = likeness(mine, theirs)
    if alike is None or (unfinished and alike.kind == NEAR and begins(mine, theirs)):
        return Reason("begun", {"one": shown(mine), "other": shown(theirs)}, 2.0)
    often = share(alike.skeleton)
    facts = {"one": shown(mine), "other": shown(theirs), "n": _rounded(1 / often)}
    kind = "same" if mine == theirs else "spelt" if _one_word(alike) else "near"
    return Reason(kind, facts, min(weights.WORD_MAX, 1 / often))


def _one_word(alike: Likeness) -> bool:
    """Whether two spellings are of one word; Mahmoud only sounds like Mohammed."""
    return alike.kind != NEAR and alike.bits >= weights.SPELT_FROM


def _earlier(words: tuple[str, ...]) -> list[Reason]:
    """That the name was written otherwise once, on whatever paper this person holds."""
    return [Reason("earlier", {"name": " ".join(map(shown, words))}, 0.0)] if words else []


def _beside(one: Told, other: Told, fit: Fit) -> list[Reason]:
    agrees = "same kunya" if _called_alike(one, other) else "kunya"
    found = [
        Reason(agrees if fit.kunya > 0 else "kunya differs", {}, fit.kunya)
        if fit.kunya > 0 or fit.kunya <= weights.KUNYA_DIFFERS
        else Reason("kunya", {}, 0.0),
        Reason("other sex", {}, min(0.0, fit.sex)),
        Reason("same place" if fit.place > 0 else "other place", {}, fit.place),
        Reason("family", {}, fit.family),
        Reason("mother" if fit.mother > 0 else "mother differs", {}, fit.mother),
    ]
    if one.born is not None and other.born is not None:
        apart = max(one.born[0] - other.born[1], other.born[0] - one.born[1], 0)
        kind = YEARS_APART.get(apart) or ("near age" if apart <= YEARS_FEW else "other age")
        found.append(Reason(kind, {"years": str(apart)}, fit.age or 0.1))
    return found


def _called_alike(one: Told, other: Told) -> bool:
    """Whether both told a kunya, and the same, rather than one that the other's son explains."""
    return any(likeness(a, b) for _, a in one.kunyas for _, b in other.kunyas)


def _rounded(number: float) -> str:
    """A count in one or two figures: nobody believes 1 in 8,192.

    >>> _rounded(8192), _rounded(7.7), _rounded(31)
    ('8,000', '8', '30')
    """
    whole = max(1, round(number))
    digits = len(str(whole)) - 1
    return f"{round(whole, -digits) if digits else whole:,}"
