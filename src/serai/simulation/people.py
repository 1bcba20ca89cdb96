"""People for measuring searches: invented households, and the same people written down again.

Shares follow what is known of such registers: households of about 4.6, a father present in 62 of
100, children who carry father's, grandfather's and family name while the mother keeps her own
line, two thirds of the records in Arabic script, every eighth without a year of birth.
"""

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Literal

import msgspec

from serai.core.operation import TOWNS
from serai.simulation.name_words import Drawn, Word, Words, words_of

COUNT_MAX = 20_000_000
YEAR_NOW = 2019
REGIONS = Drawn([("mashriq", 0.88), ("maghreb", 0.05), ("east", 0.07)])
FATHER_SHARE = 0.62
MOTHER_SHARE = 0.93
CHILDREN = Drawn(
    [(0, 7.0), (1, 12.0), (2, 18.0), (3, 22.0), (4, 18.0), (5, 13.0), (6, 7.0), (8, 3)]
)
ARABIC_SHARE = 0.68
GRANDFATHER_SHARE = 0.85
FAMILY_SHARE = 0.93
KUNYA_SHARE = 0.06
NO_YEAR_SHARE = 0.12
YEAR_SPREADS = Drawn([(0, 45.0), (1, 20.0), (2, 20.0), (4, 15.0)])
PLACES = 600
PLACE_SHARE = 0.95

Role = Literal["father", "mother", "child"]
Sex = Literal["female", "male"]


class Chain(msgspec.Struct, frozen=True, eq=False):
    """The words of one person's name; everybody has all four, records may not."""

    own: Word
    father: Word
    grandfather: Word
    family: Word


class Human(msgspec.Struct, frozen=True, eq=False):
    """One invented person as they are, before anybody writes them down."""

    id: str
    household: str
    role: Role
    sex: Sex
    born: int
    place: str
    chain: Chain
    son: Word | None = None  # the eldest, whose name a kunya takes


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of `people.jsonl`."""

    id: str
    names: tuple[str, ...]
    sex: str = ""
    birth_year_from: int = 0
    birth_year_to: int = 0
    place: str = ""
    household: str = ""
    role: str = ""


def humans(count: int, seed: int, mark: str = "p") -> Iterator[Human]:
    """Exactly `count` invented people, household by household."""
    assert 0 < count <= COUNT_MAX
    rng, made, home = Random(f"{mark}{seed}"), 0, 0  # noqa: S311 - invented people
    while made < count:
        home += 1
        for one in _household(rng, f"{mark}h{home:07}"):
            if made == count:
                return
            made += 1
            yield msgspec.structs.replace(one, id=f"{mark}{made:08}")


def record_of(rng: Random, one: Human) -> Record:
    """The person as a desk writes them down the first time."""
    arabic = rng.random() < ARABIC_SHARE
    chain = one.chain
    parts = [chain.own, chain.father]
    parts += [chain.grandfather] if rng.random() < GRANDFATHER_SHARE else []
    parts += [chain.family] if rng.random() < FAMILY_SHARE else []
    names = [" ".join(spelt(rng, word, arabic) for word in parts)]
    if one.son and rng.random() < KUNYA_SHARE:
        names.append(kunya(rng, one, arabic))
    first, last = _years(rng, one.born)
    return Record(
        one.id, tuple(names), one.sex, first, last,
        one.place if rng.random() < PLACE_SHARE else "", one.household, one.role,
    )  # fmt: skip


@cache
def places_drawn() -> Drawn[str]:
    """Places by Zipf's law: towns with a name first, then villages with a number."""
    named = [town.name for town in TOWNS][:PLACES]
    told = named + [f"Village {number}" for number in range(1, PLACES - len(named) + 1)]
    return Drawn((place, 1 / rank) for rank, place in enumerate(told, 1))


def in_arabic(name: str) -> bool:
    """Whether the record was written in Arabic script.

    >>> in_arabic("أم خالد"), in_arabic("Um Khalid")
    (True, False)
    """
    return any("\u0600" <= letter <= "\u06ff" for letter in name)


def spelt(rng: Random, word: Word, arabic: bool) -> str:
    """The word as this clerk writes it."""
    if not arabic:
        told = word.latin.one(rng)
        return told.replace("Al ", "Al-", 1) if told[:3] == "Al " and rng.random() < 0.6 else told
    told = word.arabic.one(rng)
    if told[:3] == "عبد" and len(told) > 5 and rng.random() < 0.6:
        return f"عبد {told[3:]}"
    return told


def kunya(rng: Random, one: Human, arabic: bool) -> str:
    """Abu or Umm, and the eldest son."""
    assert one.son is not None
    if arabic:
        start = "أم" if one.sex == "female" else "أبو"
    else:
        start = rng.choice(("Um", "Umm", "Oum") if one.sex == "female" else ("Abu", "Abou"))
    return f"{start} {spelt(rng, one.son, arabic)}"


def _household(rng: Random, home: str) -> Iterator[Human]:
    words = words_of()[REGIONS.one(rng)]
    place = places_drawn().one(rng)
    father, mother = _chain(rng, words, "male"), _chain(rng, words, "female")
    born = int(rng.triangular(1940, 1999, 1984))
    children = _children(rng, words, father, born)
    son = next((own for own, sex, _ in children if sex == "male"), None)
    if rng.random() < FATHER_SHARE:
        yield Human("", home, "father", "male", born, place, father, son)
    if rng.random() < MOTHER_SHARE:
        hers = min(YEAR_NOW - 16, born + int(rng.triangular(-3, 14, 4)))
        yield Human("", home, "mother", "female", hers, place, mother, son)
    for own, sex, year in children:
        chain = Chain(own, father.own, father.father, father.family)
        yield Human("", home, "child", sex, year, place, chain)


def _chain(rng: Random, words: Words, sex: Sex) -> Chain:
    own = (words.women if sex == "female" else words.men).one(rng)
    return Chain(own, words.men.one(rng), words.men.one(rng), words.families.one(rng))


def _children(rng: Random, words: Words, father: Chain, born: int) -> list[tuple[Word, Sex, int]]:
    """Eldest first; no two of one sex in a household bear the same name."""
    found: list[tuple[Word, Sex, int]] = []
    year = max(born + int(rng.triangular(18, 34, 22)), 1975)
    for _ in range(CHILDREN.one(rng)):
        sex: Sex = "female" if rng.random() < 0.49 else "male"
        own = (words.women if sex == "female" else words.men).one(rng)
        if year <= YEAR_NOW and own is not father.own and all(own is not one for one, *_ in found):
            found.append((own, sex, year))
        year += 1 + int(rng.random() * 3)
    return found


def _years(rng: Random, born: int) -> tuple[int, int]:
    if rng.random() < NO_YEAR_SHARE:
        return 0, 0
    spread = YEAR_SPREADS.one(rng)
    off = born + round(rng.triangular(-spread, spread, 0)) if spread else born
    return off - spread, min(YEAR_NOW, off + spread)
