"""What the books tell of a person, made ready to be compared with somebody else."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from operator import attrgetter

import msgspec

from serai.core import names
from serai.core.matching.eldest import eldest
from serai.core.matching.keys import NUMBER_BITS
from serai.core.matching.told import MAN, SEXES, WOMAN, Chain, Told, place_key
from serai.core.people import Age, Names
from serai.core.people import Person as Written

HEADS = frozenset(("head", "spouse"))  # whose eldest son a kunya names
_names = msgspec.json.Decoder(Names)
_several = msgspec.json.Decoder(list[Names])
_PARTS = attrgetter("own", "father", "grandfather", "family", "kunya", "mother")

Years = tuple[int, int] | None


@lru_cache(maxsize=10_000)
def number_of(person: str) -> int:
    """A person's number in the keys of names: the same at every station."""
    digest = blake2b(person.encode(), digest_size=4).digest()
    return int.from_bytes(digest, "little") >> (32 - NUMBER_BITS)


def told_of(
    spellings: Sequence[Names], sex: str, born: Years, origin: str, sons: tuple[str, ...] = (),
    former: Sequence[Names] = (),
) -> Told:  # fmt: skip
    """A person with every spelling of their names, those that were corrected since among them."""
    chains: dict[Chain, None] = {}
    kunyas: dict[tuple[int, str], None] = {}
    mother: tuple[str, ...] = ()
    now = len(spellings)
    for place, one in enumerate((*spellings, *former)):
        own, father, grandfather, family, kunya, hers = _PARTS(one)
        read = _read(own)
        words = read.words + _words(father) + _words(grandfather) + _words(family)
        if words:
            chain = Chain(words, bool(read.words))
            if place < now:
                chains[chain] = None
            elif chain not in chains:
                chains[chain._replace(former=True)] = None
        for called in (kunya and _read(kunya).kunya, read.kunya):
            if called:
                kunyas[_parent(called)] = None
        mother = mother or _words(hers)
    return Told(tuple(chains), tuple(kunyas), sons, SEXES.get(sex, 0), born,
                _place(origin) if origin else "", mother)  # fmt: skip


def told_as_written(
    person: Written, sons: tuple[str, ...] = (), former: Sequence[Names] = ()
) -> Told:
    """A person as an event writes them."""
    both = (person.names, person.other_names)
    spellings = [one for one in both if one]
    return told_of(spellings, person.sex, years_of(person.age), person.origin, sons, former)


def told_in_row(
    written: Names, other: str, sex: str, born: tuple[str, str], origin: str, former: str = ""
) -> Told:
    """A person as their row in the registry has them."""
    spellings = [written, *([_names.decode(other)] if other else [])]
    return told_of(spellings, sex, years_between(*born), origin, (), former_in(former))


def years_between(first: str, last: str) -> Years:
    """The years of two days as rows hold them."""
    return (int(first[:4]), int(last[:4])) if first and last else None


def former_in(text: str) -> list[Names]:
    """The earlier spellings that a person's row holds."""
    return _several.decode(text) if text else []


def years_of(age: Age) -> Years:
    """The years of birth that an age allows."""
    between = age.born_between()
    return (between[0].year, between[1].year) if between else None


def sons_of(person: Written, members: Iterable[Written]) -> tuple[str, ...]:
    """Who may be the eldest son of a head of household or spouse, by the word of his own name."""
    if person.relation not in HEADS:
        return ()
    sons = [one for one in members if one.relation == "child" and one.sex == "male"]
    return sons_among([(one.names.own, years_of(one.age)) for one in sons])


def sons_among(sons: Sequence[tuple[str, Years]]) -> tuple[str, ...]:
    """The words of those sons' own names who may be the eldest."""
    may_be = (sons[at][0] for at in eldest([born for _, born in sons]))
    return tuple(dict.fromkeys(word for own in may_be for word in _words(own)[:1]))


def _words(text: str) -> tuple[str, ...]:
    return _read(text).words if text else ()


@lru_cache(maxsize=50_000)
def _read(text: str) -> names.Parts:
    return names.parts(text)


def _parent(called: str) -> tuple[int, str]:
    sex, eldest = names.kunya(called)
    return (WOMAN if sex == "f" else MAN), eldest


@lru_cache(maxsize=5_000)
def _place(origin: str) -> str:
    return place_key(origin)
