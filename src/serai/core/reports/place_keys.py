"""Tells whether two reports name one place, in whatever words and letters each names it.

A place of the gazetteer is known by its id; any other by how its words sound, so that باب الهوى and
Bab al-Hawa meet. What lies in a town is taken for the town too, but no camp for a town.
"""

# ruff: noqa: E501 - a pattern reads best on one line

import re
from functools import cache, lru_cache
from itertools import product

import msgspec

from serai.core.gazetteer import everything, find
from serai.core.gazetteer.keys import key_of
from serai.core.names.folding import script, tokens
from serai.core.names.skeleton import skeletons

WORDS_MAX, HEARD = 3, 2  # words of a name that are heard, ways to hear each
CONSONANTS_MIN = 4  # of a name that is known by its sound alone
KEPT = 20_000
_side = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central|greater|old|downtown|outside|near|outskirts of|edge of"
BEFORE = re.compile(
    rf"^(?:the )?(?:(?:city|town|village|district|port|province|governorate) of|{_side}) (?:the )?",
    re.IGNORECASE,
)
AFTER = re.compile(
    r" (?:city|town|village|district|province|governorate|state|airport|port|(?:border )?crossing|hospital|neighbou?rhood|suburb|plant|countryside)$",
    re.IGNORECASE,
)
IN_ARABIC = re.compile(
    r"^(?:(?:مدينه|بلده|قريه|ناحيه|قضاء|حي|معبر|مطار|ميناء|جسر|مستشفي|محافظه|ولايه|ضاحيه|ريف|محيط|اطراف|مشارف|شرق|غرب|شمال|جنوب|شرقي|غربي|شمالي|جنوبي|وسط|داخل) )+"
)
DIGITS = re.compile(r"\d+")
ARTICLES = frozenset(("al", "el", "as", "ash", "ad", "an", "the"))
CAMPS = frozenset(("camp", "camps", "مخيم"))
HAMZAS = str.maketrans("أإآئؤ", "اااي\u0648")


class Where(msgspec.Struct, frozen=True):
    """A place as far as a report's words tell it: by id, or by how it sounds."""

    known: str
    sounds: frozenset[str]


def meet(one: str, other: str) -> bool:
    """Whether two names may be of one place.

    >>> meet("مدينة الموصل", "Mosul"), meet("معبر باب الهوى", "Bab al-Hawa crossing")
    (True, True)
    >>> meet("Al-Hol camp", "Al-Hol"), meet("Hajin", "Susah")
    (False, False)
    """
    return any(_one(mine, theirs) for mine in wheres(one) for theirs in wheres(other))


def _one(mine: Where, theirs: Where) -> bool:
    if mine.known and theirs.known:
        return mine.known == theirs.known
    return bool(mine.sounds & theirs.sounds)


@lru_cache(maxsize=KEPT)
def wheres(name: str) -> tuple[Where, ...]:
    """The place of these words, and the town it is a part of."""
    within = AFTER.sub("", BEFORE.sub("", name))
    plain = key_of(name).translate(HAMZAS)
    bare = IN_ARABIC.sub("", plain)
    own = [_where(name)]
    for words in (within if within != name else "", bare if bare != plain else ""):
        if words:
            own.append(_where(words))
    return tuple(dict.fromkeys(own))


@lru_cache(maxsize=KEPT)
def heard(name: str, consonants: int = CONSONANTS_MIN) -> str:
    """The one place whose Latin name sounds like this Arabic one, or nothing.

    >>> heard("ميكولايف"), heard("القوات")
    ('ukr-mykolaiv', '')
    """
    words = tokens(name)
    if not words or script(words[0]) != "arabic" or words[0].startswith("ال"):
        return ""
    found: set[str] = set()
    for sound in _sounds(name):
        if sum(map(str.isupper, sound)) >= consonants:
            found |= _by_sound().get(sound, frozenset())
    return found.pop() if len(found) == 1 else ""


@cache
def _by_sound() -> dict[str, frozenset[str]]:
    """The places of the gazetteer whose Arabic name it does not hold, by how they sound."""
    found: dict[str, frozenset[str]] = {}
    for place in everything():
        for sound in _sounds(place.name):
            found[sound] = found.get(sound, frozenset()) | {place.id}
    return found


@lru_cache(maxsize=KEPT)
def marks_of(key: str) -> frozenset[str]:
    """What to look for to meet the other claims of a place, by the key of its place.

    >>> bool(marks_of("معبر باب الهوى") & marks_of("bab al hawa")), marks_of("")
    (True, frozenset())
    """
    if key in _ids():
        return frozenset([key, *sounds_of(key)])
    marks = (mark for one in wheres(key) for mark in (one.known, *one.sounds) if mark)
    return frozenset(marks) or frozenset([key] if key else [])


def known(marks: frozenset[str]) -> frozenset[str]:
    """The places of the gazetteer among marks; two that are known are told apart by these."""
    return marks & _ids()


def sounds_of(identity: str) -> frozenset[str]:
    """How the names of a place of the gazetteer sound."""
    names = _names().get(identity, ())
    return frozenset(sound for name in names if name for sound in _sounds(name))


@cache
def _names() -> dict[str, tuple[str, str]]:
    return {place.id: (place.name, place.name_ar) for place in everything()}


@cache
def _ids() -> frozenset[str]:
    return frozenset(_names())


def _where(words: str) -> Where:
    place = find(words)
    names = {words, *((place.name, place.name_ar) if place else ())}
    sounds = frozenset(sound for name in names if name for sound in _sounds(name))
    return Where(place.id if place else heard(words), sounds)


def _sounds(name: str) -> list[str]:
    """How the words of a name may be heard, in any script; its digits are kept: gate 7."""
    words = [word for word in tokens(name) if word not in ARTICLES]
    names = [word for word in words if word not in CAMPS]
    heard = [skeletons(word)[:HEARD] for word in names[:WORDS_MAX]]
    kept = ["camp"] * (len(names) < len(words)) + DIGITS.findall(key_of(name))
    return [" ".join([*kept, *one]) for one in product(*heard)] if heard else []
