"""Keys under which a person is found: pairs of skeletons, each packed into one 64-bit integer.

From the left: 29 bits of the key's hash, 2 of sex, 7 of the year of birth, 25 of the person's
number. So everybody with one key stands together, men before women, by year of birth, and a range
of integers is a question.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from serai.core.matching.told import Chain, Told
from serai.core.names import kept

NUMBER_BITS, YEAR_BITS, SEX_BITS = 25, 7, 2
PEOPLE_MAX = 1 << NUMBER_BITS
YEAR_BASE = 1899  # year 1 of the seven bits is 1900
YEAR_MAX = (1 << YEAR_BITS) - 1
YEAR_SHIFT = NUMBER_BITS
SEX_SHIFT = YEAR_SHIFT + YEAR_BITS
HASH_SHIFT = SEX_SHIFT + SEX_BITS
HASH_BITS = 63 - HASH_SHIFT
WORDS_MAX = 5  # of a chain that give keys

TRIPLE_WORDS_MAX = 4
FAMILY_FROM = 3  # words of a chain; the last is the family's name then

GIVEN, OTHER, SINGLE, AT_PLACE, KUNYA, KUNYA_AT_PLACE, KUNYA_WITH, TRIPLE, WHOLE = range(1, 10)
WORD64 = (1 << 64) - 1
MIX, STIR = 0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93


@lru_cache(maxsize=300_000)
def code(sound: str) -> int:
    """64 bits of a skeleton or a place."""
    return int.from_bytes(blake2b(sound.encode(), digest_size=8).digest(), "little")


def hashed(kind: int, first: int, second: int = 0) -> int:
    """The hash of a key of two codes; in order for all kinds but OTHER."""
    if kind == OTHER:
        mixed = (first + second) & WORD64 ^ (first * second & WORD64)
    else:
        mixed = (first * 3 + second * 5) & WORD64 ^ (first >> 7)
    mixed = (mixed + kind * STIR) & WORD64
    mixed = (mixed ^ mixed >> 32) * MIX & WORD64
    return mixed >> (64 - HASH_BITS)


def year_bits(year: int) -> int:
    """A year of birth in seven bits; 0 is not known."""
    return min(YEAR_MAX, max(1, year - YEAR_BASE)) if year else 0


def packed(key: int, sex: int, year: int, number: int) -> int:
    """One row of the index."""
    return key << HASH_SHIFT | sex << SEX_SHIFT | year_bits(year) << YEAR_SHIFT | number


def keys_of(person: Told) -> set[int]:
    """The hashes of every key of a person."""
    found: set[int] = set()
    place = code(person.place) if person.place else 0
    for chain in person.chains:
        found.update(_of_chain(chain, place))
    return found | kunya_keys_of(person)


def kunya_keys_of(person: Told) -> set[int]:
    """The hashes of the keys that a person's kunya and eldest sons give."""
    found: set[int] = set()
    place = code(person.place) if person.place else 0
    for parent, eldest in (*person.kunyas, *((person.sex, son) for son in person.sons)):
        found.update(_of_kunya(person, parent, eldest, place))
    return found


def sounds_of(person: Told) -> set[str]:
    """Every skeleton a person is counted under."""
    words = {word for chain in person.chains for word in chain.words}
    words.update(word for _, word in person.kunyas)
    return {sound for word in words for sound in kept(word)}


def rows_of(person: Told, number: int, *, singles: bool = False) -> list[int]:
    """The rows of the index that find a person; with `singles` every word finds them alone."""
    assert 0 <= number < PEOPLE_MAX
    found = keys_of(person)
    if singles:
        for chain in person.chains:
            for word in chain.words[:WORDS_MAX]:
                found.update(_alone(word))
    person_bits = packed(0, person.sex, person.year, number)
    return sorted([key << HASH_SHIFT | person_bits for key in found])


@lru_cache(maxsize=200_000)
def codes(word: str) -> tuple[int, ...]:
    """The codes under which a word is kept."""
    return tuple(code(sound) for sound in kept(word))


# Brothers share the words of their fathers and families share their towns: what two words give is
# worked out once.
@lru_cache(maxsize=50_000)
def _pair(kind: int, first: str, second: str) -> tuple[int, ...]:
    return tuple(hashed(kind, a, b) for a in codes(first) for b in codes(second))


@lru_cache(maxsize=50_000)
def _at_place(word: str, place: int) -> tuple[int, ...]:
    return tuple(hashed(AT_PLACE, one, place) for one in codes(word))


@lru_cache(maxsize=20_000)
def _alone(word: str) -> tuple[int, ...]:
    return tuple(hashed(SINGLE, one) for one in codes(word))


def _of_chain(chain: Chain, place: int) -> Iterator[int]:
    words = chain.words[:WORDS_MAX]
    if len(words) == 1:
        yield from _alone(words[0])
    for first, word in enumerate(words):
        kind = OTHER if first or not chain.given else GIVEN
        for other in words[first + 1 :]:
            yield from _pair(kind, word, other)
    if place:
        yield from _at_place(words[0], place)
        if len(words) >= FAMILY_FROM:
            yield from _at_place(words[-1], place)
    if chain.given:
        yield from _of_three(words)


def _of_three(words: tuple[str, ...]) -> Iterator[int]:
    """The given name with two of the words after it, as they are usually pronounced."""
    usual = [codes(word)[0] for word in words[:TRIPLE_WORDS_MAX]]
    if len(words) == 2:
        yield hashed(WHOLE, *usual)
    for second in range(1, len(usual)):
        for third in range(second + 1, len(usual)):
            yield hashed(TRIPLE, usual[0], beside(usual[second], usual[third]))


def beside(second: int, third: int) -> int:
    """One code of two words in order."""
    return (second * 7 + third * 11) & WORD64


def _of_kunya(person: Told, parent: int, eldest: str, place: int) -> Iterator[int]:
    beside: Iterable[str] = {word for chain in person.chains for word in chain.words[:WORDS_MAX]}
    for son in codes(eldest):
        yield hashed(KUNYA, son, parent)
        if place:
            yield hashed(KUNYA_AT_PLACE, son + parent & WORD64, place)
        for word in beside:
            yield from (hashed(KUNYA_WITH, son + parent & WORD64, one) for one in codes(word))
