"""The same people met again: another clerk, another script, parts left out, slips of the pen."""

from collections.abc import Iterator
from random import Random

import msgspec

from serai.simulation.name_words import Drawn, Word
from serai.simulation.people import (
    ARABIC_SHARE,
    YEAR_NOW,
    Human,
    humans,
    kunya,
    places_drawn,
    spelt,
)

OTHER_SCRIPT_SHARE = 0.49
KUNYA_SHARE = 0.16  # of adults with a son
SLIP_SHARE = 0.12
SWAP_SHARE = 0.05
NO_SEX_SHARE = 0.03
NO_YEAR_SHARE = 0.10
YEARS_OFF = 5
YEAR_SPREAD = 2
DROPPED = Drawn(
    [("", 46.0), ("grandfather", 26.0), ("family", 14.0), ("father", 8.0), ("two", 6.0)]
)
KUNYA_WITH = Drawn([("family", 45.0), ("own", 30.0), ("", 25.0)])
PLACE_KNOWN = Drawn([("right", 70.0), ("", 20.0), ("wrong", 10.0)])
LETTERS = {True: "ابتحدرسعفكلمنهوي", False: "abdefhiklmnorstuwyz"}


class Sighting(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of `q.jsonl`; `of` is the person meant, empty for somebody never registered."""

    id: str
    names: tuple[str, ...]
    sex: str = ""
    birth_year_from: int = 0
    birth_year_to: int = 0
    place: str = ""
    of: str = ""
    script: str = "same"  # as in the first record, or other
    dropped: str = ""
    typo: bool = False
    swapped: bool = False
    kunya: bool = False


def sighting_of(rng: Random, one: Human, first_in_arabic: bool, number: int) -> Sighting:
    """The person as somebody else writes them down later."""
    other = rng.random() < OTHER_SCRIPT_SHARE
    arabic = first_in_arabic != other
    by_kunya = one.son is not None and rng.random() < KUNYA_SHARE
    dropped = "" if by_kunya else DROPPED.one(rng)
    words = _parts(one, dropped)
    swapped = not by_kunya and len(words) > 1 and rng.random() < SWAP_SHARE
    if swapped:
        words[0], words[1] = words[1], words[0]
    name = _by_kunya(rng, one, arabic) if by_kunya else _told(rng, words, arabic)
    slip = rng.random() < SLIP_SHARE
    first, last = _years(rng, one.born)
    return Sighting(
        f"q{number:07}", (_slipped(rng, name, arabic) if slip else name,),
        "" if rng.random() < NO_SEX_SHARE else one.sex, first, last, _place(rng, one.place),
        one.id, "other" if other else "same", dropped, slip, swapped, by_kunya,
    )  # fmt: skip


def strangers(count: int, seed: int) -> Iterator[Sighting]:
    """People who are in no register: whoever is found for them is the wrong one."""
    rng = Random(f"strangers{seed}")  # noqa: S311 - invented people
    for number, one in enumerate(humans(count, seed, mark="s"), 1):
        seen = sighting_of(rng, one, rng.random() < ARABIC_SHARE, number)
        yield msgspec.structs.replace(seen, id=f"s{number:07}", of="")


def _parts(one: Human, dropped: str) -> list[Word]:
    chain = one.chain
    gone = {"two": ("grandfather", "family")}.get(dropped, (dropped,))
    told = ("own", "father", "grandfather", "family")
    return [getattr(chain, part) for part in told if part not in gone]


def _told(rng: Random, words: list[Word], arabic: bool) -> str:
    return " ".join(spelt(rng, word, arabic) for word in words)


def _by_kunya(rng: Random, one: Human, arabic: bool) -> str:
    beside = KUNYA_WITH.one(rng)
    name = kunya(rng, one, arabic)
    return f"{name} {spelt(rng, getattr(one.chain, beside), arabic)}" if beside else name


def _slipped(rng: Random, name: str, arabic: bool) -> str:
    """One letter lost, doubled by a neighbour, wrong, or two turned round."""
    at = rng.randrange(1, len(name) - 1)
    act = rng.randrange(4)
    letter = rng.choice(LETTERS[arabic])
    if act == 0:
        return name[:at] + name[at + 1 :]
    if act == 1:
        return name[:at] + letter + name[at:]
    if act == 2:
        return name[:at] + letter + name[at + 1 :]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _years(rng: Random, born: int) -> tuple[int, int]:
    if rng.random() < NO_YEAR_SHARE:
        return 0, 0
    off = born + round(rng.triangular(-YEARS_OFF, YEARS_OFF, 0))
    return off - YEAR_SPREAD, min(YEAR_NOW, off + YEAR_SPREAD)


def _place(rng: Random, place: str) -> str:
    known = PLACE_KNOWN.one(rng)
    if known == "wrong":
        return places_drawn().one(rng)
    return place if known else ""
