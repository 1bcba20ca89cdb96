"""Folding of written names: marks, forms of letters, digits and invisible signs out of the way."""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

from serai.core.names.tables import (
    APOSTROPHES,
    ARABIC_CONSONANTS,
    ARABIC_FORMS,
    ARABIC_VOWELS,
    CHAT_DIGITS,
    CYRILLIC,
    HYPHENS,
    LATIN_FORMS,
    NOT_JOINED,
    SHORT_VOWEL,
    SOMALI_AYN,
    SOMALI_H,
    SPELT_OUT,
    VOWEL_FIRST,
    WRITTEN_ONE_WAY,
)

TURNED_GOD, GOD = "هللا", "الله"  # what PDF files make of the one ligature of both
LETTERS_MAX = 240  # the longest attested full names stay below this; the rest is not read
WORDS_MAX = 16

_SOFT = str.maketrans({**dict.fromkeys(APOSTROPHES, ""), **dict.fromkeys(HYPHENS, " "), "ـ": ""})
_ARABIC = str.maketrans(ARABIC_FORMS)
_KNOWN = frozenset((*ARABIC_CONSONANTS, *ARABIC_VOWELS))
_LATIN = str.maketrans(LATIN_FORMS)
_CHAT = str.maketrans(CHAT_DIGITS)
_CYRILLIC = re.compile("|".join(sorted(CYRILLIC, key=len, reverse=True)))
_RUNS = re.compile(
    r"(?P<arabic>[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7]+)"
    r"|(?P<latin>[a-z\u00df-\u024f\u0250-\u02af\u0400-\u052f\u1e00-\u1eff2-9]+)"
    r"|(?P<other>[^\W\d_]+)"
)
# Urdu writes breath after a consonant with this letter, other languages their h.
_NO_BREATH = re.compile(r"(?<![بپتجچدكگ])ھ|ھ$")
# Between two words that were joined and kept their capitals.
_LOST_BLANK = re.compile(r"(?:(?<=[A-Za-z][a-z]{2})|(?<=\b(?:Um|Om|Al|El)))(?=[A-Z][a-z]{2})")
# Arabic letters that stand for Kurdish or Uyghur sounds: a word with one of them spells its vowels.
_SPELT_OUT = re.compile(rf"{VOWEL_FIRST}|.*[{SPELT_OUT}]")
_SHORT_INSIDE = re.compile(rf"{SHORT_VOWEL}(?=.)")
_VOWEL_FIRST = re.compile(rf"{VOWEL_FIRST}(?:[{SHORT_VOWEL}ا]|(?=[وۆۇۈۋيیېێى]))")
_PLENE = re.compile(rf"(?P<before>|.*ال|عبد)(?P<word>{'|'.join(WRITTEN_ONE_WAY)})")
# The Somali alphabet has neither p nor v nor z, doubles long vowels, and writes c before no h or k.
_SOMALI = re.compile(r"(?!.*[pvz-])(?!.*c[hk])(?=.*[cx])(?=.*(?:aa|ee|ii|oo|uu|\bcabd))[a-z\s.,-]+")
_SOMALI_ALONE = re.compile(
    r"\b(?:maxamed|maxamuud|axmed|xasan|xuseen|xirsi|xalimo|cali|cumar|cabdi\w*|cilmi)\b"
)
_SOMALI_SERVANT = re.compile(r"\bc(?=abd)")
_PLAIN = re.compile(r"[a-z ]+")
_DIGIT = re.compile(r"[0-9]")
_CHAT_WORD = re.compile(r"[a-z0-9]*[a-z][a-z0-9]*")


@lru_cache(maxsize=100_000)
def tokens(text: str) -> tuple[str, ...]:
    """The folded pieces of a name as they stand between blanks and hyphens.

    >>> tokens("Abū-ʿAlī  al-Ḥusayn"), tokens("فَاطِمَةُ أحمـد")
    (('abu', 'ali', 'al', 'husayn'), ('فاطمه', 'احمد'))
    >>> tokens("Юсуф Жумабаев"), tokens("Şeyhmus"), tokens("Mo7ammad 3ali 1990")
    (('yusuf', 'zhumabaev'), ('sheyhmus',), ('mohammad', 'ali'))
    >>> tokens("JamelAdnane"), tokens("UmAhmad"), tokens("McAdam HASAN")
    (('jamel', 'adnane'), ('um', 'ahmad'), ('mcadam', 'hasan'))
    >>> tokens("کریمی"), tokens("Aliعلي"), tokens("李明"), tokens("\u200dAli\u200f 😀")
    (('كريمي',), ('ali', 'علي'), ('李明',), ('ali',))
    >>> tokens("ئەحمەد حەسەن"), tokens("ئازاد"), tokens("عبد الرحمان")
    (('احمد', 'حسن'), ('ازاد',), ('عبد', 'الرحمن'))
    """
    lowered = _LOST_BLANK.sub(" ", text[:LETTERS_MAX]).lower()
    if "x" in lowered or "c" in lowered:
        lowered = _somali(lowered)
    if _PLAIN.fullmatch(lowered):
        return tuple(lowered.split()[:WORDS_MAX])
    return tuple(chain.from_iterable(map(_pieces, lowered.split())))[:WORDS_MAX]


def script(token: str) -> str:
    """Which letters a folded piece is written in: `arabic`, `latin` or `other`."""
    first = token[:1]
    if "a" <= first <= "z":
        return "latin"
    return "arabic" if "\u0600" <= first <= "\u08ff" else "other"


@lru_cache(maxsize=100_000)
def _pieces(lowered: str) -> tuple[str, ...]:
    """What stands between two blanks; names differ, but most of their words were met before."""
    return tuple(_runs(lowered))


def _somali(lowered: str) -> str:
    """A name as it is, or with the letters marked that Somali alone reads so."""
    if not (_SOMALI.fullmatch(lowered) or _SOMALI_ALONE.search(lowered)):
        return lowered
    lowered = _SOMALI_SERVANT.sub("", lowered)
    return lowered.replace("x", SOMALI_H).replace("c", SOMALI_AYN)


def _runs(lowered: str) -> list[str]:
    found: list[str] = []
    if _SPELT_OUT.match(lowered):
        lowered = _vowels_left_out(lowered)
    plain = unicodedata.normalize("NFKC", lowered).lower().translate(_SOFT)
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    spread = unicodedata.normalize("NFC", "".join(map(_bare, unicodedata.normalize("NFC", plain))))
    for run in _RUNS.finditer(spread):
        kind = run.lastgroup
        word = run.group()
        if kind == "arabic":
            word = "".join(one for one in word.translate(_ARABIC) if one in _KNOWN)
            word = _NO_BREATH.sub("ه", word)
            word = word.replace(TURNED_GOD, GOD)
            word = _PLENE.sub(_one_way, word) if _PLENE.fullmatch(word) else word
        elif kind == "latin":
            word = _latin(word)
        if word:
            found.append(word)
    return found


def _vowels_left_out(word: str) -> str:
    """A word of Kurdish or Uyghur as Arabic would write it."""
    word = word.replace(NOT_JOINED, SHORT_VOWEL)
    return _SHORT_INSIDE.sub("", _VOWEL_FIRST.sub("ا", word))


def _one_way(hit: re.Match[str]) -> str:
    return hit["before"] + WRITTEN_ONE_WAY[hit["word"]]


def _bare(letter: str) -> str:
    """A letter without its marks, unless the mark makes it another letter."""
    if letter in LATIN_FORMS:
        return LATIN_FORMS[letter]
    if letter.isascii() or letter in ARABIC_FORMS or letter in "йїўёґ":
        return letter
    if unicodedata.combining(letter):
        return ""
    return "".join(one for one in unicodedata.normalize("NFKD", letter)
                   if not unicodedata.combining(one))  # fmt: skip


def _latin(word: str) -> str:
    word = _CYRILLIC.sub(lambda hit: CYRILLIC[hit.group()], word)
    if _DIGIT.search(word):
        word = word.translate(_CHAT) if _CHAT_WORD.fullmatch(word) else ""
        word = word.replace("'", "")
    return "".join(letter for letter in word if "a" <= letter <= "z")
