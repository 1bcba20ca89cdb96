"""One or two files of people as columns of numbers: what a join and NumPy can work on.

Every word of a name becomes the number of its usual skeleton: of the few skeletons that a word
may have, the one that most people of the files share, so that one word is one number.
"""

import multiprocessing
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np

from serai.core.matching.keys import sounds_of
from serai.core.matching.scoring import PLACE_MARK
from serai.core.matching.told import MAN, Record, Told, told
from serai.core.names import kept

WORDS = 4  # of a name: the given one and three others
NONE = -1
RECORDS_MAX = 30_000_000
CHUNK = 20_000
WORKERS = 2
YEAR_UNKNOWN = 9999
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int32]]


class People(msgspec.Struct):
    """Everybody of the files, in their order; those of the right file come after the left."""

    ids: list[str]
    lines: list[bytes]  # as they were read, for the second look
    left: int  # how many belong to the left file; all of them when there is one file only
    words: Numbers  # (n, 4) numbers of skeletons, NONE where there is no word
    eldest: Numbers  # the skeleton of the eldest son, by kunya or household
    sex: Numbers
    first_year: Numbers  # 0 where not known
    last_year: Numbers
    place: Numbers
    home: Numbers  # the household
    people_with: Counter[str]  # how many people have a skeleton or a place
    word_bits: np.ndarray[tuple[int], np.dtype[np.float32]]  # by skeleton number
    place_bits: np.ndarray[tuple[int], np.dtype[np.float32]]
    sons: dict[int, tuple[str, ...]]

    def __len__(self) -> int:
        return len(self.ids)

    def share(self, sound: str) -> float:
        """Which share of everybody has this skeleton."""
        return max(1, self.people_with[sound]) / len(self.ids)

    def told(self, number: int) -> Told:
        """One person, ready for the full comparison."""
        record = msgspec.json.decode(self.lines[number], type=Record)
        return told(record, self.sons.get(number, ()))


class _Read(msgspec.Struct):
    """What one worker made of a chunk of lines."""

    ids: list[str]
    words: list[list[tuple[str, ...]]]
    kunyas: list[tuple[tuple[int, str], ...]]
    facts: list[tuple[int, int, int, str, str, str, str]]  # sex, years, place, home, role, given
    counted: Counter[str]


def read_people(left: Path, right: Path | None = None) -> People:
    """Reads the files and numbers what is in them.

    Raises ValueError with the file and the line where a line is no person.
    """
    lines = _lines(left)
    mine = len(lines)
    if right is not None:
        lines += _lines(right)
    if len(lines) > RECORDS_MAX:
        raise ValueError(f"At most {RECORDS_MAX:,} people at once; here are {len(lines):,}.")
    chunks = [lines[start : start + CHUNK] for start in range(0, len(lines), CHUNK)]
    parts = _in_parallel(chunks)
    return _numbered(lines, mine, parts)


def _lines(path: Path) -> list[bytes]:
    check = msgspec.json.Decoder(Record)
    found: list[bytes] = []
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                check.decode(line)
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                raise ValueError(f"{path}, line {number}: {error}") from error
            found.append(line)
    return found


def _in_parallel(chunks: Sequence[Sequence[bytes]]) -> list[_Read]:
    if len(chunks) < WORKERS:
        return [_read(chunk) for chunk in chunks]
    with multiprocessing.get_context("fork").Pool(WORKERS) as pool:
        return pool.map(_read, chunks, chunksize=1)


def _read(lines: Sequence[bytes]) -> _Read:
    decode = msgspec.json.Decoder(Record).decode
    out = _Read([], [], [], [], Counter())
    for line in lines:
        record = decode(line)
        one = told(record)
        out.ids.append(record.id)
        chain = one.chains[0] if one.chains else None
        heard = [kept(word) for word in chain.words] if chain else []
        if len(heard) > WORDS:
            heard = [*heard[: WORDS - 1], heard[-1]]  # the family name stands last
        out.words.append(heard if chain is None or chain.given else [(), *heard[: WORDS - 1]])
        out.kunyas.append(one.kunyas)
        born = one.born or (0, 0)
        given = chain.words[0] if chain and chain.given else ""
        home, role = record.household or "", record.role or ""
        out.facts.append((one.sex, *born, one.place, home, role, given))
        out.counted.update(sounds_of(one))
        if one.place:
            out.counted[PLACE_MARK + one.place] += 1
    return out


def _numbered(lines: list[bytes], mine: int, parts: Sequence[_Read]) -> People:
    counted: Counter[str] = Counter()
    for part in parts:
        counted.update(part.counted)
    people = len(lines)
    sounds, places, homes = _Numbering(), _Numbering(), _Numbering()
    words = np.full((people, WORDS), NONE, np.int32)
    eldest = np.full(people, NONE, np.int32)
    facts = np.zeros((people, 5), np.int32)
    facts[:, 3:] = NONE
    roles: list[tuple[str, str]] = []
    at = 0
    for part in parts:
        for heard, kunyas, told_of in zip(part.words, part.kunyas, part.facts, strict=True):
            for place, alternatives in enumerate(heard):
                if alternatives:
                    words[at, place] = sounds.number(_usual(alternatives, counted))
            if kunyas:
                eldest[at] = sounds.number(_usual(kept(kunyas[0][1]), counted))
            sex, first, last, where, home, role, given = told_of
            facts[at] = (
                sex, first, last, places.number(where) if where else NONE,
                homes.number(home) if home else NONE,
            )  # fmt: skip
            roles.append((role, given))
            at += 1
    sons = _eldest_sons(words, facts, roles, eldest)
    return People(
        ids=[one for part in parts for one in part.ids],
        lines=lines,
        left=mine,
        words=words,
        eldest=eldest,
        sex=facts[:, 0].copy(),
        first_year=facts[:, 1].copy(),
        last_year=facts[:, 2].copy(),
        place=facts[:, 3].copy(),
        home=facts[:, 4].copy(),
        people_with=counted,
        word_bits=_bits((counted[sound] for sound in sounds.known), people),
        place_bits=_bits((counted[PLACE_MARK + place] for place in places.known), people),
        sons=sons,
    )


class _Numbering:
    """Numbers things in the order they come."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def number(self, thing: str) -> int:
        return self.known.setdefault(thing, len(self.known))


def _usual(alternatives: Iterable[str], counted: Counter[str]) -> str:
    return max(alternatives, key=lambda one: (counted[one], one))


def _bits(counts: Iterable[int], people: int) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    found = np.fromiter(counts, np.float64)
    return (-np.log2(np.maximum(found, 1) / max(1, people))).astype(np.float32)


def _eldest_sons(
    words: Numbers, facts: Numbers, roles: Sequence[tuple[str, str]], eldest: Numbers
) -> dict[int, tuple[str, ...]]:
    """The eldest son of each parent whose household stands in the file with its roles."""
    oldest: dict[int, tuple[int, int]] = {}  # household -> year of birth, who
    for at, (role, given) in enumerate(roles):
        home, year = int(facts[at, 4]), int(facts[at, 1]) or YEAR_UNKNOWN
        if role == "child" and given and facts[at, 0] == MAN and home != NONE:
            oldest[home] = min(oldest.get(home, (year, at)), (year, at))
    found: dict[int, tuple[str, ...]] = {}
    for at, (role, _) in enumerate(roles):
        son = oldest.get(int(facts[at, 4])) if role in ("father", "mother") else None
        if son is not None:
            found[at] = (roles[son[1]][1],)
            if eldest[at] == NONE:
                eldest[at] = words[son[1], 0]
    return found
