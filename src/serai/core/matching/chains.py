"""Two chains of names beside each other: which word is which, what is missing, what disagrees."""

from collections.abc import Callable
from typing import NamedTuple

from serai.core.matching import weights
from serai.core.matching.told import Chain

CHAIN_WORDS_MAX = 6

WordBits = Callable[[str, str], float]
Pairing = list[tuple[int, int]]


class Aligned(NamedTuple):
    """How two chains fit: the bits of all words, those of the given name, and the pairs."""

    bits: float
    given: float
    pairs: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]  # what is missing, swapped or different
    former: tuple[str, ...] = ()  # the words of a spelling that was corrected since


def aligned(mine: Chain, theirs: Chain, word_bits: WordBits) -> Aligned:
    """The best way to lay two chains beside each other."""
    left, right = mine.words[:CHAIN_WORDS_MAX], theirs.words[:CHAIN_WORDS_MAX]
    table = [[word_bits(one, other) for other in right] for one in left]
    best = _fit(table, left, right, mine.given and theirs.given)
    if not (len(left) > 1 and len(right) > 1) or best.given > 0:
        return best
    for order in _other_orders(table):
        turned = _fit([table[i] for i in order], tuple(left[i] for i in order), right, True)
        bits = turned.bits + weights.SWAPPED
        if turned.given > 0 and bits > best.bits:
            best = Aligned(bits, turned.given, turned.pairs, (*turned.notes, "swapped"))
    return best


def _other_orders(table: list[list[float]]) -> list[list[int]]:
    """Given and father's name turned round, or the family name first."""
    count, wide = len(table), len(table[0])
    found = []
    if table[0][1] > 0 and table[1][0] > 0:
        found.append([1, 0, *range(2, count)])
    if count > 2 and table[count - 1][0] > 0:
        found.append([count - 1, *range(count - 1)])
    if count > 2 and table[0][wide - 1] > 0:
        found.append([*range(1, count), 0])
    return found


def _fit(
    table: list[list[float]], left: tuple[str, ...], right: tuple[str, ...], givens: bool
) -> Aligned:
    pairs = _in_order(table)
    bits = sum(table[i][j] for i, j in pairs)
    notes: list[str] = []
    given = table[0][0] if pairs and pairs[0] == (0, 0) else 0.0
    if given <= 0 and givens:
        penalty, note = _given_apart(pairs, len(left), len(right))
        bits += penalty
        given = penalty
        notes.append(note)
    elif not givens:
        given = max((table[i][j] for i, j in pairs if not i or not j), default=0.0)
        bits += weights.GIVEN_NOT_TOLD
        if pairs and _amid(pairs, len(left), len(right)):
            bits += weights.LONE_AMID
    missing, differ = _gaps(pairs, len(left), len(right), int(given <= 0 and givens))
    if not givens:
        missing = min(missing, 1)  # beside a kunya nobody tells more than a word
    if not givens and not pairs:
        bits += weights.LONE_ABSENT[min(max(len(left), len(right)), len(weights.LONE_ABSENT)) - 1]
    else:
        bits += missing * weights.PART_MISSING + differ * weights.PART_DIFFERS
    notes += ["missing"] * bool(missing) + ["differs"] * bool(differ)
    return Aligned(bits, given, tuple((left[i], right[j]) for i, j in pairs), tuple(notes))


def _given_apart(pairs: Pairing, left: int, right: int) -> tuple[float, str]:
    if pairs and (pairs[0][0] == 0 or pairs[0][1] == 0) and left > 1 and right > 1:
        return weights.GIVEN_SHIFTED, "shifted"
    if pairs and (left == 1 or right == 1):
        return weights.GIVEN_SHIFTED, "shifted"
    return weights.GIVEN_DIFFERS, "given differs"


def _amid(pairs: Pairing, left: int, right: int) -> bool:
    """Whether the one word beside a kunya is a name of the forefathers on the other side."""
    return min(left, right) == 1 and all(0 < max(pair) < max(left, right) - 1 for pair in pairs)


def _gaps(pairs: Pairing, left: int, right: int, givens: int) -> tuple[int, int]:
    """How many parts one side lacks, and how many both have differently."""
    missing = differ = 0
    before = (-1, -1)
    for pair in (*pairs, (left, right)):
        mine, theirs = pair[0] - before[0] - 1, pair[1] - before[1] - 1
        if before == (-1, -1) and givens:
            mine, theirs = max(0, mine - 1), max(0, theirs - 1)
        both = min(mine, theirs)
        differ += both
        missing += max(mine, theirs) - both
        before = pair
    return missing, differ


def _in_order(table: list[list[float]]) -> Pairing:
    """The pairs of words, in the order of both chains, that say most."""
    rows, columns = len(table), len(table[0])
    if all(i < columns and table[i][i] > 0 for i in range(rows)) and rows == columns:
        return [(i, i) for i in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        row, below, here = table[i], best[i + 1], best[i]
        for j in range(columns - 1, -1, -1):
            top = below[j] if below[j] > here[j + 1] else here[j + 1]
            if row[j] > 0 and below[j + 1] + row[j] > top:
                top = below[j + 1] + row[j]
            here[j] = top
    found: Pairing = []
    i = j = 0
    while i < rows and j < columns:
        if table[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + table[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
