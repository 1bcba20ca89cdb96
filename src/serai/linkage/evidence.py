"""What whole registries know beside names, years and place: a birthday, an address, a phone.

Each says something against a stranger and against kin: brothers and sisters share an address and a
phone, and only twins a birthday. Where a birthday is told on both sides it speaks instead of years.
"""

import numpy as np

from serai.linkage.registry import NONE, Bits, Numbers, People

BORN_SAME = 11.0
BORN_SAME_OF_KIN = 6.3  # one pair of brothers or sisters in eighty are twins
BORN_SLIP = 4.0  # one digit, or two turned round; or the day and the month
BORN_TWO_OF_THREE = 1.0
BORN_APART = -6.0
ADDRESS_TRUST = 0.5  # its words depend on one another
ADDRESS_WORD_MAX, ADDRESS_MAX = 9.0, 12.0
ADDRESS_APART = -1.0
PHONE_SAME = 8.0
_DIGITS = 10 ** np.arange(8)
_PARTS = ((1, 100), (100, 100), (10_000, 10_000))  # day, month, year of 19860430


def told(people: People) -> bool:
    """Whether anybody told more than names, years and place."""
    return bool(people.born_on.any() or people.phone.any() or people.address.shape[1])


def beside(people: People, first: Numbers, second: Numbers) -> tuple[Bits, Bits]:
    """Bits for one person against a stranger, and against kin, of everything else told."""
    born, of_kin = _birthdays(people.born_on[first], people.born_on[second])
    phones = people.phone[first]
    phone = np.where((phones > 0) & (phones == people.phone[second]), PHONE_SAME, 0)
    stranger = born + phone + _addresses(people, first, second)
    return stranger.astype(np.float32), of_kin.astype(np.float32)


def years_speak(people: People, first: Numbers, second: Numbers) -> Bits:
    """1 where years of birth speak, 0 where two birthdays do."""
    both = (people.born_on[first] > 0) & (people.born_on[second] > 0)
    return np.where(both, 0, 1).astype(np.float32)


def _birthdays(mine: Numbers, theirs: Numbers) -> tuple[Bits, Bits]:
    both = (mine > 0) & (theirs > 0)
    digits, others = (one[:, None] // _DIGITS % 10 for one in (mine, theirs))
    wrong = (digits != others).sum(1)
    turned = np.zeros(len(mine), bool)
    for at in range(len(_DIGITS) - 1):
        turned |= (digits[:, at] == others[:, at + 1]) & (digits[:, at + 1] == others[:, at])
    slip = (wrong == 1) | ((wrong == 2) & turned) | (_day_first(mine) == theirs)
    parts = [mine // divisor % size == theirs // divisor % size for divisor, size in _PARTS]
    two = np.sum(parts, axis=0) == 2
    bits = np.select([mine == theirs, slip, two], [BORN_SAME, BORN_SLIP, BORN_TWO_OF_THREE],
                     BORN_APART)  # fmt: skip
    told = np.where(both, bits, 0).astype(np.float32)
    return told, np.minimum(told, np.float32(BORN_SAME_OF_KIN))


def _day_first(day: Numbers) -> Numbers:
    """The same with day and month turned round."""
    return day // 10_000 * 10_000 + day % 100 * 100 + day // 100 % 100


def _addresses(people: People, first: Numbers, second: Numbers) -> Bits:
    """Words that both addresses have, by rarity."""
    width = people.address.shape[1]
    shared = np.zeros(len(first), np.float32)
    if not width:
        return shared
    mine, theirs = people.address[first], people.address[second]
    rarity = np.minimum(people.address_bits, ADDRESS_WORD_MAX)
    for at in range(width):
        word = mine[:, at]
        hit = (theirs == word[:, None]).any(1) & (word != NONE)
        shared += np.where(hit, rarity[word], 0)
    both = (mine[:, 0] != NONE) & (theirs[:, 0] != NONE)
    bits = np.where(shared > 0, np.minimum(shared * ADDRESS_TRUST, ADDRESS_MAX), ADDRESS_APART)
    return np.where(both, bits, 0).astype(np.float32)
