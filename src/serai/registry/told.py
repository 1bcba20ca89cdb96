"""What the books tell of a person, made ready to be compared with somebody else."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

import msgspec

from serai.core import names
from serai.core.matching.keys import NUMBER_BITS
from serai.core.matching.told import SEXES, WOMAN, Chain, Told, place_key
from serai.core.people import Age, Names
from serai.core.people import Person as Written

HEADS = frozenset(("head", "spouse"))  # whose eldest son a kunya names
_names = msgspec.json.Decoder(Names)

Years = tuple[int, int] | None


@lru_cache(maxsize=10_000)
def number_of(person: str) -> int:
    """A person's number in the keys of names: the same at every station."""
    digest = blake2b(person.encode(), digest_size=4).digest()
    return int.from_bytes(digest, "little") >> (32 - NUMBER_BITS)


def told_of(
    spellings: Iterable[Names], sex: str, born: Years, origin: str, sons: tuple[str, ...] = ()
) -> Told:
    """A person with every spelling of their names."""
    chains: dict[Chain, None] = {}
    kunyas: dict[tuple[int, str], None] = {}
    mother: tuple[str, ...] = ()
    for one in spellings:
        words, given = _chain(one)
        if words:
            chains[Chain(words, given)] = None
        for parent, eldest in _kunyas(one):
            kunyas[parent, eldest] = None
        mother = mother or _words(one.mother)
    return Told(tuple(chains), tuple(kunyas), sons, SEXES.get(sex, 0), born, _place(origin), mother)


def told_as_written(person: Written, sons: tuple[str, ...] = ()) -> Told:
    """A person as an event writes them."""
    both = (person.names, person.other_names)
    spellings = [one for one in both if one]
    return told_of(spellings, person.sex, years_of(person.age), person.origin, sons)


def told_in_row(written: Names, other: str, sex: str, born: tuple[str, str], origin: str) -> Told:
    """A person as their row in the registry has them."""
    spellings = [written, *([_names.decode(other)] if other else [])]
    years = (int(born[0][:4]), int(born[1][:4])) if born[0] and born[1] else None
    return told_of(spellings, sex, years, origin)


def years_of(age: Age) -> Years:
    """The years of birth that an age allows."""
    between = age.born_between()
    return (between[0].year, between[1].year) if between else None


def sons_of(person: Written, members: Iterable[Written]) -> tuple[str, ...]:
    """The eldest son of a head of household or spouse, by the words of his own name."""
    if person.relation not in HEADS:
        return ()
    sons = [one for one in members if one.relation == "child" and one.sex == "male"]
    if not sons:
        return ()
    eldest = min(sons, key=lambda one: (years_of(one.age) or (9999, 0), one.person))
    return _words(eldest.names.own)[:1]


def _chain(one: Names) -> tuple[tuple[str, ...], bool]:
    own = _words(one.own)
    return (*own, *_words(one.father), *_words(one.grandfather), *_words(one.family)), bool(own)


def _kunyas(one: Names) -> list[tuple[int, str]]:
    found = []
    for text in (one.kunya, one.own):
        if text and (called := _called(text)):
            sex, eldest = names.kunya(called)
            found.append((WOMAN if sex == "f" else 1, eldest))
    return found


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    return names.parts(text).words if text else ()


@lru_cache(maxsize=50_000)
def _called(text: str) -> str:
    return names.parts(text).kunya


@lru_cache(maxsize=5_000)
def _place(origin: str) -> str:
    return place_key(origin)
