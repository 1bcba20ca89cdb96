"""Counts what is written in Latin letters for what is written in Arabic ones.

    python tools/write_sounds.py ../shared/data/names/fullname_pairs.tsv

Writes the tables of src/serai/core/matching/sounds.py. Words of the two spellings of a name are
laid beside each other by a shared skeleton; every fifth entity is held out, for benches/names.py.
"""

import sys
import textwrap
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from math import log2
from pathlib import Path

from serai.core.matching.likeness import coarse_arabic, coarse_latin
from serai.core.names import Variant, script, variants, words
from serai.core.names.tables import ARABIC_CONSONANTS, LATIN_CONSONANTS

TARGET = Path(__file__).resolve().parents[1] / "src/serai/core/matching/sounds.py"
HELD_OUT = 5
SEEN_MAX = 5  # a word that is written thus by many counts as five
FINE_FROM, LETTERS_FROM = 6, 3  # times that a spelling must have been seen
PRIOR_COARSE, PRIOR_FINE, PRIOR_LETTERS, PRIOR_LATIN = 2.0, 3.0, 2.0, 1e-5
VOWELS = "-aeiou*"
MARK = "# Consonants.\n"  # what stands above it is written by hand

Counts = Counter[tuple[str, ...]]
Table = dict[tuple[str, ...], float]


def main() -> int:
    """Writes the tables anew below the part that is written by hand."""
    units, slots = _counted(Path(sys.argv[1]))
    coarse: Counts = Counter()
    for (place, arabic, latin), count in slots.items():
        coarse[place, coarse_arabic(arabic), coarse_latin(latin)] += count
    rough = _ratios(coarse, PRIOR_COARSE, {})
    fine = _ratios(slots, PRIOR_FINE, rough)
    head = TARGET.read_text().partition(MARK)[0]
    TARGET.write_text(head + "\n".join((
        _block("Consonants.", "LETTERS", _letters(units)),
        _block("Vowels at the beginning, inside and at the end of a word.", "FINE",
               {key: bits for key, bits in fine.items() if slots[key] >= FINE_FROM}),
        _block("The same by kind, for what is written seldom.", "COARSE", rough),
        _block("Two spellings of one vowel, both in Latin letters.", "LATIN", _latin(slots)),
    )))  # fmt: skip
    return 0


def _counted(path: Path) -> tuple[Counts, Counts]:
    """How often each letter and each vowel is written for another one."""
    seen: Counter[tuple[str, str]] = Counter(_pairs(path))
    units: Counts = Counter()
    slots: Counts = Counter()
    for (latin, arabic), count in seen.items():
        weight = min(count, SEEN_MAX) ** 0.5
        both = _aligned(latin, arabic)
        assert both is not None
        mine, theirs = both
        for one, other in zip(mine.units, theirs.units, strict=True):
            units[other, one] += weight
        last = len(mine.slots) - 1
        for at, (one, other) in enumerate(zip(mine.slots, theirs.slots, strict=True)):
            slots["first" if not at else "last" if at == last else "inner", other, one] += weight
    return units, slots


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text().splitlines()[1:]:
        latin, arabic, *_, entity = line.split("\t")
        if zlib.crc32(entity.encode()) % HELD_OUT == 0:
            continue
        left = [word for word in words(arabic) if script(word) == "arabic"]
        for word in words(latin):
            found = next((one for one in left if _aligned(word, one)), None)
            if script(word) == "latin" and found:
                left.remove(found)
                yield word, found


def _aligned(latin: str, arabic: str) -> tuple[Variant, Variant] | None:
    for one in variants(latin):
        for other in variants(arabic):
            if one.skeleton == other.skeleton and len(one.units) == len(other.units):
                return one, other
    return None


def _ratios(counts: Counts, prior: float, rough: Table) -> Table:
    """Bits by which the two are written together more often than by chance."""
    total: Counter[str] = Counter()
    left: Counts = Counter()
    right: Counts = Counter()
    for (place, arabic, latin), count in counts.items():
        total[place] += count
        left[place, arabic] += count
        right[place, latin] += count
    found: Table = {}
    for key, count in counts.items():
        place, arabic, latin = key
        chance = left[place, arabic] * right[place, latin] / total[place]
        usual = 2 ** rough.get((place, coarse_arabic(arabic), coarse_latin(latin)), 0.0)
        found[key] = log2((count + prior * usual) / (chance + prior))
    return found


def _letters(units: Counts) -> Table:
    """The same for consonants, among those that may stand for one class."""
    found: Table = {}
    for (arabic, latin), count in units.items():
        shared = _classes(arabic) & _classes(latin)
        if count < LETTERS_FROM or not shared:
            continue
        near = [key for key in units if _classes(key[0]) & shared and _classes(key[1]) & shared]
        total = sum(units[key] for key in near)
        mine = sum(units[key] for key in near if key[0] == arabic)
        theirs = sum(units[key] for key in near if key[1] == latin)
        chance = mine * theirs / total
        found[arabic, latin] = log2((count + PRIOR_LETTERS) / (chance + PRIOR_LETTERS))
    return found


def _classes(letter: str) -> set[str]:
    more = ("T",) if letter == "ه" else ()
    bare = letter.rstrip("0123456789")
    return set(
        "".join((*ARABIC_CONSONANTS.get(letter, ()), *LATIN_CONSONANTS.get(bare, ()), *more))
    )


def _latin(slots: Counts) -> Table:
    """What one Latin spelling of a vowel makes of another, through the Arabic one."""
    found: Table = {}
    for place in ("first", "inner", "last"):
        by: dict[str, Counter[str]] = defaultdict(Counter)
        for (where, arabic, latin), count in slots.items():
            if where == place:
                by[arabic][coarse_latin(latin)] += count
        total = sum(sum(one.values()) for one in by.values())
        alone: Counter[str] = Counter()
        joint: Counter[tuple[str, str]] = Counter()
        for spelt in by.values():
            size = sum(spelt.values())
            for one, count in spelt.items():
                alone[one] += count / total
            for one, other in product(spelt, repeat=2):
                joint[one, other] += spelt[one] * spelt[other] / size / total
        for one, other in product(VOWELS, repeat=2):
            chance = alone[one] * alone[other] + PRIOR_LATIN
            found[place, one, other] = log2((joint[one, other] + PRIOR_LATIN) / chance)
    return found


def _block(words_: str, name: str, table: Table) -> str:
    rows: dict[tuple[str, ...], list[tuple[str, float]]] = defaultdict(list)
    for (*key, last), bits in table.items():
        rows[tuple(key)].append((last, bits))
    lines: list[str] = []
    for key, cells in rows.items():
        lines += textwrap.wrap(_row(key, cells), 96, subsequent_indent="    ",
                               break_long_words=False, break_on_hyphens=False)  # fmt: skip
    text = "\n".join(lines)
    return f'# {words_}\n{name} = _read(\n    """\n{text}\n"""\n)\n'


def _row(key: Iterable[str], cells: list[tuple[str, float]]) -> str:
    told = " ".join(f"{one or '_'}={bits:.1f}" for one, bits in sorted(cells, key=lambda c: -c[1]))
    return f"{' '.join(part or '_' for part in key)} : {told}"


if __name__ == "__main__":
    sys.exit(main())
