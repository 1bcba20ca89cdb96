"""People whose names begin as somebody wrote them, word by word, in any order.

The last resort of a search: words cut short, an article without its name, the family first.
"""

from functools import reduce

import msgspec
import numpy as np

from serai.core import names
from serai.core.matching import keys
from serai.core.names.tables import ARTICLES
from serai.core.people import Names
from serai.registry.folding import words
from serai.registry.keyranges import Keys, between
from serai.registry.known import RegistryBooks
from serai.registry.models import Person
from serai.registry.told import former_in

WORDS_MAX = 8  # of a search
SOUNDS_MAX = 14  # of one beginning
BEARERS_MAX = 100_000  # of one sound
LOOKED_AT_MAX = 400
_ARTICLE = "ال"
_VOWELS, _OPENINGS = "aiu", "vwy"  # how a sound may end, and begin, that is not yet typed in full
_TAIL = (1 << keys.HASH_SHIFT) - 1
_NUMBER = (1 << keys.NUMBER_BITS) - 1
_names = msgspec.json.Decoder(Names)


def beginning(text: str, limit: int) -> list[Person]:
    """People each of whose typed words begins a word of their names; lately seen ones first."""
    typed = words(text)[:WORDS_MAX]
    numbers = _bearing(typed)[:LOOKED_AT_MAX].tolist()
    found = [one for one in Person.objects.filter(number__in=numbers) if _fits(one, typed)]
    return sorted(found, key=lambda one: (-one.seen_at, one.id))[:limit]


def _bearing(typed: tuple[str, ...]) -> Keys:
    """The numbers of those who bear a word that begins to sound like each of these.

    What begins no name by itself, as an article or half of a compound, asks for nothing.
    """
    starts = {word: _starts(word) for word in typed if word not in ARTICLES}
    asked = [start for some in starts.values() for start in some]
    if not asked:
        return np.empty(0, np.int64)
    exact = [sound for word in starts for sound in _sounds(word)]
    sounds = list(RegistryBooks(with_sons=False).sounds(exact, asked, SOUNDS_MAX))
    bearers = [
        _bearers([sound for sound in sounds if sound.startswith(some)])
        for some in starts.values()
        if some
    ]
    asking = [one for one in bearers if len(one)]
    return reduce(np.intersect1d, asking) if asking else np.empty(0, np.int64)


def _starts(word: str) -> tuple[str, ...]:
    """How the sounds begin of names that begin with this."""
    found: dict[str, None] = {}
    for sound in _sounds(word):
        start = sound.rstrip(_VOWELS)
        found.update(dict.fromkeys((start, start.lstrip(_OPENINGS))))
    return tuple(start for start in found if start)


def _sounds(word: str) -> list[str]:
    """How a word sounds, with its article and without."""
    pieces = dict.fromkeys((word, word.removeprefix(_ARTICLE)))
    return [
        sound for piece in pieces for token in names.tokens(piece) for sound in names.asked(token)
    ]


def _bearers(sounds: list[str]) -> Keys:
    hashes = [keys.hashed(keys.SINGLE, keys.code(sound)) << keys.HASH_SHIFT for sound in sounds]
    found = between([(low, low | _TAIL, BEARERS_MAX) for low in hashes])
    return np.unique(np.concatenate(found) & _NUMBER) if found else np.empty(0, np.int64)


def _fits(person: Person, typed: tuple[str, ...]) -> bool:
    """Whether names of a person begin so: those shown, else an earlier spelling, which is noted."""
    other = _names.decode(person.other_names) if person.other_names else Names()
    shown = f"{_written(person)} {_written(other)}"
    if _begin(shown, typed):
        return True
    for one in former_in(person.former_names):
        if _begin(f"{shown} {_written(one)}", typed):
            person.earlier = one.full() or one.kunya
            return True
    return False


def _written(names: Names | Person) -> str:
    return f"{names.own} {names.father} {names.grandfather} {names.family} {names.kunya}"


def _begin(names: str, typed: tuple[str, ...]) -> bool:
    borne = words(names)
    return all(any(word.startswith(start) for word in borne) for start in typed)
