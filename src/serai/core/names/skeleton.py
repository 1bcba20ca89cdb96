"""Consonant skeletons of a word: the same few for Ḥusayn, Hossein, Hüseyin, Хусейн and حسين.

Vowels, w, y, hamza and ayn fall away, doubled letters become one, and every other letter is one of
fifteen classes. A letter that people write in several ways gives several skeletons, the usual one
first. Words of one or two consonants keep how they begin and end, else Ali, Ola and Wael were one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from serai.core.names.compounds import JOINT, bare, heart, is_servant
from serai.core.names.folding import script
from serai.core.names.tables import (
    AMID,
    ARABIC_ARTICLE,
    ARABIC_CONSONANTS,
    ARABIC_PAIRS,
    BREATHED,
    BREATHS,
    FIRST_YA,
    FRENCH_OR_TURKISH,
    HARD_AFTER,
    HARD_H,
    LAST_AT,
    LAST_T,
    LATIN_BEFORE,
    LATIN_CONSONANTS,
    LATIN_SOFT,
    LATIN_VOWELS,
    LENGTHENED,
    ONE_SOUND,
    PERSIAN_OF,
    SILENT,
    SOFT_BEFORE,
    SPOKEN_AS,
)

SKELETONS_MAX = 4
KEPT_MAX = 2  # skeletons under which a word is kept; who looks for it asks for all
KEPT_COST_MAX = 1.0
HEARD_MAX = 10
CONSONANTS_MAX = 12  # of a word; what follows is not looked at
SHORT_MAX = 2  # consonants; up to here the ends of the word are kept
OTHER_MARK = "="  # before a word of a script that is not read by sound
_TRIED_MAX = 24
_FUSED_COST, _FUSED_SURE_COST = 1.5, 0.9
_HARD_H_COST = 0.3
_NO_ARTICLE_COST = 0.9  # Ilyas, Alia and Olfa begin like a word with an article
_NO_ARTICLE_BEFORE = "اي"
_NO_ARTICLE_LEAVES = 3  # letters; a word that is longer has an article
_HEART_COST = 0.95  # Salah for Salah al-Din
_SERVANT_COST = 1.2  # Karim for Abd al-Karim: asked for, not kept
_AS_WRITTEN_COST = 0.5
# What is more or less usual than other second classes. Whoever writes a g is heard as j and q too,
# so that no word need be kept under it.
_SECOND = {("ذ", "T"): 1.3, ("ظ", "T"): 1.3, ("ج", "X"): 1.3, ("ك", "G"): 1.3,
           ("c", "J"): 0.9, ("ي", "J"): 1.5, ("ح", ""): 1.3, ("ه", ""): 1.3,
           ("ذ", "Z"): 0.6, ("ض", "Z"): 0.6, ("ج", "G"): 1.1, ("ق", "G"): 1.1, ("g", "K"): 1.3,
           ("ه", "H"): 0.8, ("j", ""): 1.2, ("t", ""): 1.2, ("t", "D"): 0.4}  # fmt: skip
_DROPPED_COST = 0.45  # a letter that may be a vowel, as the v of Persian

_HARD_H = {letter: (re.compile(where), mark) for letter, (mark, where) in HARD_H.items()}
_LATIN_UNIT = re.compile("|".join(
    f"{unit}{ONE_SOUND.get(unit, '')}"
    for unit in sorted(LATIN_CONSONANTS, key=len, reverse=True)
))  # fmt: skip
# Mashhour has sh and h; of Khaddham's letters only d is doubled.
_DOUBLED = re.compile(r"([bcdfgjklmnpqrstvxz]|(?<![cdgkstz])h|kh|sh|ch|th|gh)\1+")
_FUSED = (
    re.compile(r"[ae]l(?P<rest>[a-z]{4,})"),
    re.compile(r"e(?=ch|sh|([dnrstz])\1)(?P<rest>[a-z]{5,})"),  # Essaidi, of al-Saidi
    re.compile(r"ben(?P<rest>[a-z]{3,})"),
    re.compile(r"ben[ae]?l(?P<rest>[a-z]{3,})"),  # Benlamri, of bin al-Amri
    re.compile(r"l(?P<rest>[a-km-z][a-z]{3,})"),  # Larbi, of al-Arbi; Lmrabet
    re.compile(r"l[aeou](?P<rest>[a-km-z][a-z]{3,})"),  # Lahyani, of al-Hayani
    re.compile(r"(?P<rest>[a-z]+[gl]e)s"),  # Georges, Charles
)
_FUSED_SURE = _FUSED[:3]  # so likely that the word is kept under both
_FUSED_ARABIC = (
    re.compile(r"بن(?P<rest>[^ ]{3,})"),
    re.compile(r"بل(?P<rest>[^ ]{3,})"),
)


class Variant(NamedTuple):
    """One way to hear a word: its skeleton, the letters of each consonant, the vowels between."""

    skeleton: str
    units: tuple[str, ...]
    slots: tuple[str, ...]  # one more than units: before the first, between, after the last
    cost: float = 0.0  # how unusual it is to hear the word so
    part: bool = False  # of a compound, that may stand for the whole
    letters: float = 0.0  # of the cost, what its consonants have


@lru_cache(maxsize=200_000)
def skeletons(word: str) -> tuple[str, ...]:
    """One to four skeletons of one word of a name, the usual one first.

    >>> skeletons("حسين"), skeletons("hussein"), skeletons("خالد"), skeletons("khaled")
    (('HSN',), ('HSN',), ('KLD', 'HLD'), ('KLD', 'HLD', 'KHLD'))
    >>> skeletons("علي")[0], skeletons("ali")[0], skeletons("wael")[0] == skeletons("وائل")[0]
    ('vLi', 'vLi', True)
    """
    return tuple(variant.skeleton for variant in variants(word))[:SKELETONS_MAX]


@lru_cache(maxsize=200_000)
def kept(word: str) -> tuple[str, ...]:
    """The skeletons under which a folded word is kept in an index."""
    usual = variants(word)[:KEPT_MAX]
    return tuple(one.skeleton for one in usual if one.cost <= KEPT_COST_MAX or one is usual[0])


@lru_cache(maxsize=200_000)
def asked(word: str) -> tuple[str, ...]:
    """The skeletons under which a folded word is looked for."""
    return tuple(variant.skeleton for variant in variants(word))


@lru_cache(maxsize=200_000)
def variants(word: str) -> tuple[Variant, ...]:
    """The ways to hear a folded word, the usual one first."""
    letters = bare(word)
    kind = script(letters)
    if kind == "other":
        return (Variant(OTHER_MARK + letters, (), (letters,)),)
    heard: list[Variant] = []
    for cost, text in _readings(word, letters, kind):
        pieces = _arabic(text) if kind == "arabic" else _latin(text)
        heard += _heard(pieces, kind, cost)
    if first := heart(word):
        more = _SERVANT_COST if is_servant(word) else _HEART_COST
        heard += [one._replace(cost=one.cost + more, part=True) for one in variants(first)]
    heard.sort(key=lambda one: one.cost)
    found: dict[str, Variant] = {}
    for one in heard:
        found.setdefault(one.skeleton, one)
    return tuple(found.values())[:HEARD_MAX]


def _readings(word: str, letters: str, kind: str) -> Iterator[tuple[float, str]]:
    """The word, and the word without an article or a `ben` that may be fused to it."""
    if letters in SPOKEN_AS:
        yield 0, SPOKEN_AS[letters]
        yield _AS_WRITTEN_COST, letters
        return
    yield 0, letters
    if kind == "latin":
        yield from _with_hard_h(letters)
    for pattern in _FUSED if kind == "latin" else _FUSED_ARABIC:
        if hit := pattern.fullmatch(letters):
            yield (
                _FUSED_SURE_COST if pattern in _FUSED_SURE else _FUSED_COST,
                hit["rest"],
            )
    if kind == "arabic" and letters.endswith(PERSIAN_OF) and len(letters) > len(PERSIAN_OF) + 2:
        yield _NO_ARTICLE_COST, letters.removesuffix(PERSIAN_OF) + PERSIAN_OF[-1]
    short = letters[0] in _NO_ARTICLE_BEFORE or len(letters) <= _NO_ARTICLE_LEAVES
    if kind == "arabic" and word.startswith(ARABIC_ARTICLE) and word != letters and short:
        yield _NO_ARTICLE_COST, word.replace(" ", "")


def _with_hard_h(letters: str) -> Iterator[tuple[float, str]]:
    """Magomed and Machmud, as they are pronounced."""
    for letter, (where, mark) in _HARD_H.items():
        if letter in letters and where.search(letters):
            yield _HARD_H_COST, where.sub(mark, letters)


Piece = tuple[str, tuple[str, ...]]  # letters, and the classes they may be; none is a vowel


def _arabic(text: str) -> list[Piece]:
    found: list[Piece] = []
    last = len(text) - 1
    for index, letter in enumerate(text):
        before = text[index - 1 : index]
        if letter == "ه" and index == last and index > 1:
            found.append((letter, _ARABIC_LAST_H.get(before, ("", "", "T"))))
        elif letter == "ش" and before + letter in ARABIC_PAIRS:
            found[-1] = (before + letter, ARABIC_PAIRS[before + letter])
        elif not index and letter == "ي" and index < last - 1:
            found.append((letter, FIRST_YA))
        elif letter in BREATHS and index > 1 and before in BREATHED:
            found.append((letter, (*ARABIC_CONSONANTS[letter], "")))
        elif letter != "ل" or before != "ل":
            found.append((letter, ARABIC_CONSONANTS.get(letter, ())))
    return found


# Najat; Nabih beside Sumayya, Shokouh.
_ARABIC_LAST_H = {"ا": ("", "T"), "ي": ("", "H", "T"), "و": ("", "H")}


def _latin(text: str) -> list[Piece]:
    text = _DOUBLED.sub(r"\1", text)
    found: list[Piece] = []
    index = 0
    while index < len(text):
        hit = _LATIN_UNIT.match(text, index)
        unit = hit.group() if hit else text[index]
        before = text[index - 1 : index]
        index += len(unit)
        if unit != JOINT:
            found.append(_latin_piece(unit, before, text[index : index + 1]))
    return found


def _latin_piece(unit: str, before: str, after: str) -> Piece:
    """What one letter or digraph may be between its neighbours."""
    if before and not after and (last := _latin_last(unit, before)):
        return unit, last
    if unit == "h" and before and before in LENGTHENED and after not in LATIN_VOWELS:
        return unit, ("H", "")
    # Joseph, as the north of Europe writes ya.
    if unit == "j" and not before:
        return unit, (*LATIN_CONSONANTS[unit], "")
    if unit == FRENCH_OR_TURKISH:
        return "ch", LATIN_CONSONANTS[unit]
    if unit in LATIN_SOFT and after and after in SOFT_BEFORE and unit + before != HARD_AFTER:
        return unit, LATIN_SOFT[unit]
    amid = AMID.get(unit, ()) if before else ()
    return unit, amid or LATIN_BEFORE.get((unit, after), LATIN_CONSONANTS.get(unit, ()))


def _latin_last(unit: str, before: str) -> tuple[str, ...]:
    """What the last letter of a word may be, where it may be something else than elsewhere."""
    if unit == "h":
        return ("H", "") if before in "iuo" else ("", "H")
    if unit == "t" and before in LATIN_VOWELS:
        return LAST_AT if before == "a" else LAST_T
    return ()


def _heard(pieces: list[Piece], kind: str, start: float) -> Iterator[Variant]:
    choices = [classes or ("",) for _, classes in pieces]
    for chosen in islice(product(*(range(len(one)) for one in choices)), _TRIED_MAX):
        if _uneven(pieces, chosen):
            continue
        units: list[str] = []
        slots = [""]
        consonants = ""
        costs: dict[str, float] = {}
        for (letters, _), options, which in zip(pieces, choices, chosen, strict=True):
            classes = options[which]
            usual = which if classes else which * _DROPPED_COST
            costs[letters] = _SECOND.get((letters, classes), usual) if which else 0
            if not classes:
                slots[-1] += SILENT.get(letters, letters)
                continue
            for place, letter in enumerate(classes):
                consonants += letter
                units.append(letters if not place else f"{letters}{place}")
                slots.append("")
        unusual = sum(costs.values())
        consonants = consonants[:CONSONANTS_MAX]
        for more, skeleton in _skeletons(consonants, slots, kind):
            cost = start + unusual + more
            yield Variant(skeleton, tuple(units), tuple(slots), cost, letters=unusual)


def _uneven(pieces: list[Piece], chosen: tuple[int, ...]) -> bool:
    """Whether one letter is heard in two ways in one word: nobody pronounces Haghighi so."""
    heard: dict[Piece, int] = {}
    return any(
        heard.setdefault(piece, which) != which
        for piece, which in zip(pieces, chosen, strict=True)
        if len(piece[1]) > 1
    )


def _skeletons(consonants: str, slots: list[str], kind: str) -> Iterator[tuple[float, str]]:
    short = len(consonants) <= SHORT_MAX
    ends = _ends(slots[-1] if consonants else slots[0], kind)
    if slots[-1] == "e" and consonants[-1:] in ("N", "X") and slots[-2]:
        ends = _NE
    for more, last in ends:
        for still, first in _starts(slots[0], kind) if short else [(0.0, "")]:
            yield more + still, first + consonants + last


def _starts(slot: str, kind: str) -> list[tuple[float, str]]:
    """How a short word begins: on a vowel, w, y, or its consonant."""
    if not slot:
        return [(0, "")]
    if kind == "arabic":
        return [(0, {"و": "w", "ي": "y"}.get(slot[0], "v"))]
    if slot[0] == "v":  # of Persian and Turkish: Vahid
        return [(0, "w")]
    if slot.startswith("ou") and len(slot) > 2:
        return [(0, "w"), (0.5, "v")]
    return [(0, slot[0] if slot[0] in "wy" else "v")]


def _ends(slot: str, kind: str) -> list[tuple[float, str]]:
    """How a word ends: on a, i, u or its consonant; what may be heard both ways gives both."""
    if not slot:
        return [(0, "")]
    if kind == "arabic":
        return _ARABIC_AYN_ENDS.get(slot[-2:]) or _ARABIC_ENDS.get(slot[-1], _NO_VOWEL)
    last = slot.rstrip("h")[-1:] or "a"
    if last == "e":
        return _IE if slot.endswith(("ie", "ee")) else _E
    if last in "iy":
        return _AI if slot.endswith(("ai", "ay", "ei", "ey")) else _I
    if last in "uow":
        return _U
    return _A


_NO_VOWEL = [(0.0, "")]  # a Latin letter may stand at the end of an Arabic word typed in haste
# An alef maqsura is folded into ya, so that Layla may end on what reads i.
_ARABIC_ENDS: dict[str, list[tuple[float, str]]] = {
    "ا": [(0, "a"), (1.8, "i")], "ه": [(0, "a"), (1.8, "u")],
    "ع": [(0, ""), (0.9, "i"), (1.3, "a")],
    "و": [(0, "u"), (1.6, "")], "ي": [(0, "i"), (1.5, "a")],
}  # fmt: skip
# Rabi, Mannaa, Yasu: an ayn at the end is often written by the vowel before it alone.
_ARABIC_AYN_ENDS: dict[str, list[tuple[float, str]]] = {
    "يع": [(0, ""), (0.4, "i"), (1.3, "a")], "اع": [(0, ""), (0.4, "a")],
    "وع": [(0, ""), (0.9, "u"), (1.3, "a")],
}  # fmt: skip
_IE = [(0.0, "i"), (0.9, "a"), (1.5, "")]
_NE = [(0.0, ""), (0.6, "a"), (1.2, "i")]  # Abderrahmane, Nadine
_E = [(0.0, "a"), (0.6, ""), (1.2, "i")]
_AI = [(0.0, "i"), (1.4, "a")]
_I = [(0.0, "i")]
_U = [(0.0, "u"), (1.6, ""), (1.9, "a")]
_A = [(0.0, "a"), (1.6, "i"), (1.9, "")]
