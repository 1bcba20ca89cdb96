"""Reading a file of people in pieces, several at once: every written word is read only once.

A worker opens the file itself, reads the lines that begin in its piece, and answers columns of
numbers. The words behind the numbers are the piece's own until `registry` puts pieces together.
"""

from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from serai.core.matching.scoring import COMPOUND, PLACE_MARK
from serai.core.matching.told import (
    SEXES,
    YEAR_FIRST,
    YEAR_LAST,
    Record,
    place_key,
    told,
    years,
)
from serai.core.names import tokens
from serai.nameindex.file import Packed, packed_told
from serai.nameindex.households import CHILD, PARENT
from serai.nameindex.lines import UNREADABLE, line
from serai.nameindex.spelling import Spelling

WORDS = 4  # of a name that are compared at first: the given one and three others
ADDRESS_WORDS = 8
ADDRESS_MARK = "#"  # before a word of an address among the words
PHONE_DIGITS = 8  # the last ones; country codes and zeros before them are written in many ways
PIECE_BYTES = 16_000_000
PARENTS = frozenset(("father", "mother", "head", "spouse", "parent"))
DATE_DIGITS = 8
FACTS = 10
GIVEN, UNGIVEN, OF_FAMILY = 1, 2, 3  # kinds of plain names; the last ends with Abu X
SEVERAL = 2
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int32]]


class Row(Record, frozen=True, omit_defaults=True):
    """One line: a person, with what many registries know beside names, years and place."""

    born_on: str | None = ""  # 1986-04-30, or 19860430
    address: str | None = ""  # words in any order: street, quarter, post code
    phone: str | None = ""


class Piece(msgspec.Struct):
    """A piece of a file."""

    path: str
    begin: int
    end: int


class Part(msgspec.Struct):
    """What a worker made of one piece; words and places by their number in `texts`."""

    lines: int
    error: str = ""
    ids: list[str] = []
    packed: list[bytes] = []  # everybody as the index of names keeps them
    texts: list[str] = []
    homes: list[str] = []  # of each person
    words: Numbers = np.zeros((0, WORDS), np.int32)
    address: Numbers = np.zeros((0, ADDRESS_WORDS), np.int32)
    # sex, first and last year, place, role, own name, eldest by kunya, born on, phone, name
    facts: Numbers = np.zeros((0, FACTS), np.int32)
    borne: Numbers = np.zeros(0, np.int32)  # by how many people, word by word


def pieces_of(path: Path) -> list[Piece]:
    """The pieces of a file."""
    size = path.stat().st_size
    return [Piece(str(path), at, min(size, at + PIECE_BYTES)) for at in range(0, size, PIECE_BYTES)]


def read(piece: Piece) -> Part:
    """Reads the lines that begin in this piece; stops at one that is no person."""
    reading, number = _Reading(), 0
    for number, raw in _lines(piece):
        if not raw.strip():
            continue
        try:
            row = _row(number, raw)
        except ValueError as error:
            return Part(number, str(error))
        reading.take(row)
    return reading.part(number)


def _row(number: int, raw: bytes) -> Row:
    """One line; read once more, as kindly as can be, where it has other shapes."""
    with suppress(*UNREADABLE):
        row = _decode(raw)
        if row.names:
            return row
    found = line(number, raw)
    if found.record is None:
        raise ValueError(found.sentence.partition(": ")[2])
    return Row(**msgspec.structs.asdict(found.record), **_more(raw))


def _more(raw: bytes) -> dict[str, Any]:
    """What only a whole registry tells, where something of the line has another shape."""
    told = _any(raw.decode("utf-8-sig"))
    return {name: str(told.get(name) or "") for name in ("born_on", "address", "phone")}


_decode = msgspec.json.Decoder(Row).decode
_any = msgspec.json.Decoder().decode
_encode = msgspec.msgpack.encode


def _lines(piece: Piece) -> Iterator[tuple[int, bytes]]:
    with Path(piece.path).open("rb") as file:
        at = piece.begin
        if at:
            file.seek(at - 1)
            at += len(file.readline()) - 1  # a line that began in the piece before
        for number, raw in enumerate(file, 1):
            if at >= piece.end:
                return
            at += len(raw)
            yield number, raw


class _Reading:
    """Takes people one by one."""

    def __init__(self) -> None:
        self.spelling = Spelling()
        self.ids: list[str] = []
        self.homes: list[str] = []
        self.packed: list[bytes] = []
        self.words, self.address = array("i"), array("i")
        self.facts, self.borne = array("i"), array("i")

    def take(self, row: Row) -> None:
        """Takes a person."""
        plain = None
        if len(row.names) == 1 and not row.mother:
            plain = self.spelling.plain(row.names[0])
        if plain:
            self._take(row, Packed(0, 0, 0, 0, ((1, *plain),)))
            self.borne.extend(set(plain))
            return
        person = told(row)
        if row.names and not row.names[0].strip():  # what follows is not the given name
            person = person._replace(
                chains=tuple(one._replace(given=False) for one in person.chains)
            )
        packed = packed_told(person, self.spelling.number)
        self._take(row, packed)
        borne = {word for chain in packed.chains for word in chain[1:]}
        self.borne.extend(borne.union(packed.kunyas[1::2]))

    def _take(self, row: Row, one: Packed) -> None:
        given, *words = one.chains[0] if one.chains else (1,)
        sex = one.sex or SEXES.get((row.sex or "").lower(), 0)
        born_on = _date(row.born_on) if row.born_on else 0
        year = born_on // 10_000 or None
        born = years(row.birth_year_from or year, row.birth_year_to or year) or (0, 0)
        place = self.spelling.number(PLACE_MARK + place_key(row.place)) if row.place else 0
        self.ids.append(row.id)
        self.homes.append(row.household or "")
        self.packed.append(_encode((sex, *born, place, *msgspec.structs.astuple(one)[4:])))
        heard = words if given else [0, *words]
        plain = len(heard) <= WORDS and len(one.chains) < SEVERAL and not one.mother
        if len(heard) > WORDS:
            heard[WORDS - 1 : -1] = []  # the family name stands last
        self.words.extend((*heard, 0, 0, 0, 0)[:WORDS])
        self.address.extend(self._address(row.address) if row.address else _NO_ADDRESS)
        role = PARENT if row.role in PARENTS else CHILD if row.role == "child" else 0
        own, eldest = (words[0] if words and given else 0), (one.kunyas or (0, 0))[1]
        phone = _phone(row.phone) if row.phone else 0
        name = self._kind(one) if plain else 0
        self.facts.extend((sex, *born, place, role, own, eldest, born_on, phone, name))

    def part(self, lines: int) -> Part:
        """Everything taken, as columns."""
        borne = np.bincount(_column(self.borne), minlength=len(self.spelling))
        address = _column(self.address).reshape(-1, ADDRESS_WORDS)
        return Part(
            lines, "", self.ids, self.packed, ["", *(text for _, text in self.spelling.rows())],
            self.homes, _column(self.words).reshape(-1, WORDS),
            address if address.any() else address[:, :0],
            _column(self.facts).reshape(-1, FACTS), borne.astype(np.int32),
        )  # fmt: skip

    def _kind(self, one: Packed) -> int:
        """What kind of plain name it is; 0 where it is none after all."""
        given, *words = one.chains[0] if one.chains else (0,)
        if not one.kunyas:
            return GIVEN if given else UNGIVEN
        text = self.spelling.text
        family = words and text(words[-1]).endswith(f"{COMPOUND}{text(one.kunyas[1])}")
        if family or len(one.kunyas[::2]) > 1:
            return OF_FAMILY if given and len(one.kunyas[::2]) == 1 else 0
        return GIVEN if given else UNGIVEN

    def _address(self, text: str) -> list[int]:
        words = dict.fromkeys(text.lower().replace(",", " ").split())
        folded = dict.fromkeys(
            word if any(map(str.isdigit, word)) else "".join(tokens(word)) or word for word in words
        )
        found = [self.spelling.number(ADDRESS_MARK + word) for word in folded][:ADDRESS_WORDS]
        self.borne.extend(found)
        return found + [0] * (ADDRESS_WORDS - len(found))


_NO_ADDRESS = [0] * ADDRESS_WORDS


def _column(values: "array[int]") -> Numbers:
    return np.frombuffer(values, np.int32) if len(values) else np.zeros(0, np.int32)


def _date(text: str) -> int:
    """A day as the number 19860430; 0 when it is none."""
    digits = _digits(text)
    if len(digits) != DATE_DIGITS:
        return 0
    if not YEAR_FIRST <= int(digits[:4]) <= YEAR_LAST:  # the day stands first
        digits = digits[4:] + digits[2:4] + digits[:2]
    return int(digits) if YEAR_FIRST <= int(digits[:4]) <= YEAR_LAST else 0


def _phone(text: str) -> int:
    digits = _digits(text)
    return int(digits[-PHONE_DIGITS:]) if len(digits) >= PHONE_DIGITS else 0


def _digits(text: str) -> str:
    return "".join(str(int(one)) for one in text if one.isdecimal())
