"""Names of things that no two stations can invent twice, and token codes people can read aloud.

An id is 26 letters of Crockford base 32: 48 bits of time, then 80 random bits, so rows written
together lie together on disk. A token code is what stands on a person's slip of paper.
"""

from collections.abc import Iterable
from typing import NewType

from stdnum import luhn

Id = NewType("Id", str)

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U to misread
RANDOM_BYTES = 10
TOKEN_DIGITS = 5
TOKENS_PER_STATION = 32**TOKEN_DIGITS
STATION_MARK_DIGITS = 2
PAYLOAD_VERSION = "S1:"  # what a slip's QR square begins with
SCANNED_LETTERS_MAX = 40

_PAIRS = tuple(first + second for first in ALPHABET for second in ALPHABET)
# What every letter at every place adds to the check, asked of the library once: asking it for the
# ten codes of a group took a tenth of counting the group.
_CHECK_WEIGHTS = tuple(
    {letter: luhn.checksum(letter + "0" * places, ALPHABET) for letter in ALPHABET}
    for places in range(STATION_MARK_DIGITS + TOKEN_DIGITS, 0, -1)
)
_START_WEIGHTS, _MIDDLE_WEIGHTS = (
    tuple(left[pair[0]] + right[pair[1]] for pair in _PAIRS)
    for left, right in (_CHECK_WEIGHTS[2:4], _CHECK_WEIGHTS[4:6])
)
_MISREAD = str.maketrans(
    {"I": "1", "L": "1", "O": "0", "U": "V"}
    | {digit: str(ord(digit) % 16) for digit in "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"}
)


def new_id(now_ms: int, random: bytes) -> str:
    """A fresh id from the time in milliseconds and ten random bytes.

    >>> new_id(0, bytes(10))
    '00000000000000000000000000'
    """
    assert len(random) == RANDOM_BYTES
    number = (now_ms << 80) | int.from_bytes(random, "big")
    return base32(number, 26)


def base32(number: int, digits: int) -> str:
    """The number in Crockford base 32, padded on the left to `digits`.

    >>> base32(33, 3)
    '011'
    """
    letters = []
    for _ in range(digits // 2):
        number, rest = divmod(number, 1024)
        letters.append(_PAIRS[rest])
    if digits % 2:
        letters.append(ALPHABET[number % 32])
    return "".join(reversed(letters))


def token_code(station_mark: str, number: int) -> str:
    """The code on a slip: two letters of the station, five of the number, one check letter.

    The check letter is Luhn mod 32 (python-stdnum), which catches every single wrong letter.

    >>> token_code("7K", 41)
    '7K00-019C'
    >>> is_token_code("7k00-019c"), is_token_code("7K00-01C9")
    (True, False)
    """
    assert 0 <= number < TOKENS_PER_STATION
    start, middle, end = number >> 15, number >> 5 & 1023, number & 31
    first, second = station_mark[0], station_mark[1]
    total = (
        _CHECK_WEIGHTS[0][first] + _CHECK_WEIGHTS[1][second]
        + _START_WEIGHTS[start] + _MIDDLE_WEIGHTS[middle] + _CHECK_WEIGHTS[-1][ALPHABET[end]]
    )  # fmt: skip
    check = ALPHABET[-total % len(ALPHABET)]
    return f"{station_mark}{_PAIRS[start]}-{_PAIRS[middle]}{ALPHABET[end]}{check}"


def tidy_token(text: str) -> str:
    """What was typed, as a token code would be written: capitals, no spaces, no misread letters.

    >>> tidy_token(" 7koo o19c"), tidy_token("٧k٠٠-۰۱۹c")
    ('7K00-019C', '7K00-019C')
    """
    plain = "".join(letter for letter in text.upper() if letter.isalnum()).translate(_MISREAD)
    return f"{plain[:4]}-{plain[4:]}" if len(plain) > 4 else plain


def token_in(scanned: str) -> str:
    """The token code in what a scanner typed or a clerk wrote, tidied; it may still be wrong.

    >>> token_in(" s1:7k00-019c "), token_in("7koo o19c")
    ('7K00-019C', '7K00-019C')
    """
    text = scanned.strip()[:SCANNED_LETTERS_MAX]
    if text.upper().startswith(PAYLOAD_VERSION):
        text = text[len(PAYLOAD_VERSION) :]
    return tidy_token(text)


def is_token_code(text: str) -> bool:
    """Whether the check letter fits, after forgiving case, spaces and misread letters."""
    plain = tidy_token(text).replace("-", "")
    whole = STATION_MARK_DIGITS + TOKEN_DIGITS + 1
    if len(plain) != whole or any(letter not in ALPHABET for letter in plain):
        return False
    return bool(luhn.is_valid(plain, ALPHABET))


def stations_of(events: Iterable[str]) -> int:
    """How many stations wrote these events, by their ids.

    >>> stations_of(["aa.1.2", "aa.1.3"]), stations_of(["aa.1.2", "bb.1.2"])
    (1, 2)
    """
    return len({event.partition(".")[0] for event in events})


def station_mark(station: str) -> str:
    """The two letters with which a station's tokens begin, from its id (hexadecimal).

    >>> station_mark("ff" + "0" * 30)
    'ZW'
    """
    return base32(int(station[:4], 16) >> 6, STATION_MARK_DIGITS)
