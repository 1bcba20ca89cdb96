"""What is told of a person, made ready to be compared: words of names, years, sex, place."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import msgspec

from serai.core import names

MAN, WOMAN = 1, 2
SEXES = {
    "male": MAN, "m": MAN, "man": MAN, "boy": MAN, "ذكر": MAN,
    "female": WOMAN, "f": WOMAN, "woman": WOMAN, "girl": WOMAN, "أنثى": WOMAN, "انثى": WOMAN,
}  # fmt: skip
NAMES_MAX = 8  # spellings of one person that are looked at
YEAR_FIRST, YEAR_LAST = 1880, 2100
# A town that sounds like a greater one of the same region, Al-Mayadin: it keeps its vowel.
TOWNS_ALIKE = {"madan": "MaDN", "معدان": "MaDN"}

Years = tuple[int, int]


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """One person as a script gives them: one line of JSON."""

    id: str
    names: tuple[str, ...] = ()
    sex: str | None = ""
    birth_year_from: int | None = None
    birth_year_to: int | None = None
    place: str | None = ""
    mother: str | None = ""
    household: str | None = ""
    role: str | None = ""


class Chain(NamedTuple):
    """The words of one spelling of a name; the first is the given name unless only a kunya led."""

    words: tuple[str, ...]
    given: bool = True
    former: bool = False  # written once, and corrected since


class Told(NamedTuple):
    """A person ready to be compared."""

    chains: tuple[Chain, ...]
    kunyas: tuple[tuple[int, str], ...] = ()  # sex of the parent, name of the eldest
    sons: tuple[str, ...] = ()  # eldest sons known from the household
    sex: int = 0
    born: Years | None = None
    place: str = ""
    mother: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The middle of the years of birth, 0 when not known."""
        return (self.born[0] + self.born[1]) // 2 if self.born else 0


def told(record: Record, sons: tuple[str, ...] = ()) -> Told:
    """A record made ready.

    >>> told(Record("1", ("Um Ali Fatima Hasan",), birth_year_from=1990, place="Qaim")).kunyas
    ((2, 'ali'),)
    """
    chains, kunyas = chains_of(record.names)
    sex = SEXES.get((record.sex or "").lower(), 0) or (kunyas[0][0] if kunyas else 0)
    mother = names.words(record.mother) if record.mother else ()
    return Told(
        chains, kunyas, sons, sex, years(record.birth_year_from, record.birth_year_to),
        place_key(record.place or ""), mother,
    )  # fmt: skip


def chains_of(spellings: Iterable[str]) -> tuple[tuple[Chain, ...], tuple[tuple[int, str], ...]]:
    """The chains and kunyas of a person's names; lone words of one script are parts of one name.

    >>> chains_of(["Ahmad", "Hasan", "Jubouri"])[0][0].words
    ('ahmad', 'hasan', 'jubouri')
    >>> chains, kunyas = chains_of(["Um Ali al-Jubouri"])
    >>> chains[0].words, chains[0].given, kunyas
    (('al-jubouri',), False, ((2, 'ali'),))
    """
    texts = [text for text in spellings if text][:NAMES_MAX]
    if len(texts) > 1 and all(len(text.split()) == 1 for text in texts):
        texts = _one_a_script(texts)
    chains: dict[Chain, None] = {}
    kunyas: dict[tuple[int, str], None] = {}
    for text in texts:
        read = names.parts(text)
        if read.kunya:
            sex, eldest = names.kunya(read.kunya)
            kunyas[WOMAN if sex == "f" else MAN, eldest] = None
        if read.words:
            lone = bool(read.kunya) and len(read.words) == 1
            chains[Chain(read.words, not lone)] = None
    return tuple(chains), tuple(kunyas)


@lru_cache(maxsize=20_000)
def years(first: int | None, last: int | None) -> Years | None:
    """The span of years of birth; one year that is missing is the other; 0 is not known."""
    known = [year for year in (first, last) if year and YEAR_FIRST <= year <= YEAR_LAST]
    return (min(known), max(known)) if known else None


@lru_cache(maxsize=20_000)
def place_key(place: str) -> str:
    """A place as it is compared: by sound, so that Qaim is القائم; codes as they are.

    >>> place_key("Al-Qaim") == place_key("القائم"), place_key("IQ-0107"), place_key("Village 12")
    (True, 'iq-0107', 'village 12')
    >>> place_key("Ma'dan") == place_key("معدان") != place_key("Al-Mayadin")
    True
    """
    if not place or any(letter.isdigit() for letter in place):
        return " ".join(place.lower().split())
    words = names.words(place)
    return " ".join(TOWNS_ALIKE.get(word) or names.skeletons(word)[0] for word in words)


def _one_a_script(texts: list[str]) -> list[str]:
    by_script: dict[str, list[str]] = {}
    for text in texts:
        by_script.setdefault(names.script(names.tokens(text)[0] if names.tokens(text) else ""), []
                             ).append(text)  # fmt: skip
    return [" ".join(words) for words in by_script.values()]
