"""How alike two written words sound: bits for or against one word, given a shared skeleton.

Letters and the vowels between them are compared one by one with what is written for the same
sound in both scripts (`sounds.py`, counted on real pairs), so that سالم speaks for Salem and
سليم for Salim although their skeletons are one.
"""

from functools import lru_cache
from typing import NamedTuple

from serai.core.matching import weights
from serai.core.matching.sounds import COARSE, FINE, LATIN, LETTERS
from serai.core.names import Variant, asked, bare, script, variants
from serai.core.names.compounds import is_gods, is_servant
from serai.core.names.tables import OF_NO_ONE_LETTER

SAME, SOUND, NEAR = "same", "sound", "near"
NEAR_LETTERS_MIN = 3
NEAR_BARE_MIN = 4
AYN, SEVERAL = "ع", "*"
SHORT_U = frozenset(("-", "و"))  # Kurdish and Turkmen write عمر as عومر
MAQSURA = frozenset(("ا", "ي"))
_LONG = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("aa", "a"), ("y", "i"), ("w", "u"), ("v", "u"))


class Likeness(NamedTuple):
    """How two words are alike, by which skeleton, and what that says beyond the skeleton."""

    kind: str
    skeleton: str
    bits: float


@lru_cache(maxsize=300_000)
def sounds(word: str) -> frozenset[str]:
    """Every skeleton of a word."""
    return frozenset(asked(word))


@lru_cache(maxsize=400_000)
def likeness(one: str, other: str) -> Likeness | None:
    """How alike two folded words are; None when they are different words."""
    if (is_gods(one) and is_servant(other)) or (is_gods(other) and is_servant(one)):
        return None  # Abd al-Ilah sounds like Abd Allah, and is another name
    if one == other or bare(one) == bare(other):
        return Likeness(SAME, variants(one)[0].skeleton, weights.SAME[script(one)])
    if sounds(one).isdisjoint(sounds(other)):
        return _near(one, other)
    best: Likeness | None = None
    for mine in variants(one):
        for theirs in variants(other):
            if mine.skeleton == theirs.skeleton:
                bits = _sound(script(one), mine, script(other), theirs)
                bits += weights.PART_OF_WORD * (mine.part != theirs.part)
                if best is None or bits > best.bits:
                    best = Likeness(SOUND, mine.skeleton, bits)
    return best


@lru_cache(maxsize=100_000)
def begins(one: str, other: str) -> bool:
    """Whether a word may be the beginning of another, as far as it is typed.

    >>> begins("has", "hasan"), begins("has", "حسن"), begins("al", "علي"), begins("has", "kamal")
    (True, True, True, False)
    """
    if script(one) == script(other) and bare(other).startswith(bare(one)):
        return True
    start = variants(one)[0].skeleton.rstrip("aiu")
    if not start:
        return False
    bare_start = start.lstrip("vwy")
    return any(
        sound.startswith(start) or (bare_start and sound.lstrip("vwy").startswith(bare_start))
        for sound in asked(other)
    )


def _sound(my_script: str, mine: Variant, their_script: str, theirs: Variant) -> float:
    if len(mine.units) != len(theirs.units):
        return weights.SOUND_UNEVEN
    if my_script == their_script:
        return _within(my_script, mine, theirs)
    if my_script == "arabic":
        mine, theirs = theirs, mine
    last = len(mine.slots) - 1
    total = sum(
        slot_bits(_at(place, last), arabic, latin)
        for place, (latin, arabic) in enumerate(zip(mine.slots, theirs.slots, strict=True))
    )
    letters = sum(
        0.0 if latin in OF_NO_ONE_LETTER else LETTERS.get((arabic, latin), weights.LETTER_UNKNOWN)
        for latin, arabic in zip(mine.units, theirs.units, strict=True)
    )
    return _trusted(total + max(weights.LETTERS_LEAST, letters))


def slot_bits(place: str, arabic: str, latin: str) -> float:
    """What vowels written in both scripts at one place of a word say for one word."""
    found = FINE.get((place, arabic, latin))
    if found is None:
        coarse = coarse_latin(latin)
        found = COARSE.get((place, coarse_arabic(arabic), coarse), weights.SLOT_UNKNOWN)
        if AYN in arabic:  # Doaa: it may be heard as a vowel of its own
            found = max(found, COARSE.get((place, SEVERAL, coarse), found))
    return found


def coarse_latin(slot: str) -> str:
    """A written vowel of Latin script as a, e, i, o, u, none or several.

    >>> [coarse_latin(slot) for slot in ("oo", "", "iya", "ah")]
    ['u', '-', '*', 'a']
    """
    slot = slot.strip("h")
    for long, short in _LONG:
        slot = slot.replace(long, short)
    kept = ""
    for letter in slot:
        if letter in "aeiou" and letter != kept[-1:]:
            kept += letter
    return kept if len(kept) == 1 else "*" if kept else "-"


def coarse_arabic(slot: str) -> str:
    """A written vowel of Arabic script: alef, waw, ya, none or several."""
    slot = slot.replace("ع", "").replace("ھ", "").replace("ه", "ا")
    return slot if len(slot) == 1 else "*" if slot else "-"


def _within(one_script: str, mine: Variant, theirs: Variant) -> float:
    """Another spelling in the same script."""
    if one_script != "latin":
        return _within_arabic(mine, theirs)
    last = len(mine.slots) - 1
    total = sum(
        LATIN.get((_at(place, last), coarse_latin(one), coarse_latin(other)), weights.SLOT_UNKNOWN)
        for place, (one, other) in enumerate(zip(mine.slots, theirs.slots, strict=True))
    )
    return min(_trusted(total), weights.SPELT_LATIN)


def _within_arabic(mine: Variant, theirs: Variant) -> float:
    last = len(mine.slots) - 1
    differ, bits = 0, 0.0
    for at, (one, other) in enumerate(zip(mine.slots, theirs.slots, strict=True)):
        both = frozenset((coarse_arabic(one), coarse_arabic(other)))
        if len(both) == 1:
            continue
        ayn = one[:1] == other[:1] == AYN
        if (at == 1 < last - 1 or (not at and ayn)) and both == SHORT_U:
            bits += weights.SPELT_FULL
        elif at == last and both == MAQSURA:
            bits += weights.SPELT_MAQSURA
        else:
            differ += 1
    bits += weights.LETTER_UNUSUAL * (mine.letters + theirs.letters)
    return bits + weights.SPELT_ARABIC[min(differ, len(weights.SPELT_ARABIC) - 1)]


def _trusted(total: float) -> float:
    """Letters of one word depend on one another: less is believed of what speaks for a word."""
    trust = weights.SOUND_TRUST if total > 0 else weights.SOUND_TRUST_AGAINST
    return max(weights.SOUND_MIN, min(weights.SOUND_MAX, total * trust))


def _at(place: int, last: int) -> str:
    return "first" if not place else "last" if place == last else "inner"


def _near(one: str, other: str) -> Likeness | None:
    mine, theirs = variants(one)[0].skeleton, variants(other)[0].skeleton
    if max(len(mine), len(theirs)) >= NEAR_LETTERS_MIN and one_letter_apart(mine, theirs):
        return Likeness(NEAR, mine, 0.0)
    if script(one) == script(other):
        left, right = bare(one), bare(other)
        if min(len(left), len(right)) >= NEAR_BARE_MIN and one_letter_apart(left, right):
            return Likeness(NEAR, mine, 0.0)
    return None


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter more, less, other, or two turned round make the words the same.

    >>> [one_letter_apart("HSN", other) for other in ("HSSN", "SHN", "KRM")]
    [True, True, False]
    """
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or one == other:
        return one == other
    start = 0
    while start < len(short) and short[start] == long[start]:
        start += 1
    if len(short) != len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return True
    turned = long[start : start + 2][::-1]
    return short[start : start + 2] == turned and short[start + 2 :] == long[start + 2 :]
