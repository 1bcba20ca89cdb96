"""Tells which part of a crowd a report counts: fighters, children, women, men, or everybody."""

import re
from functools import lru_cache

from serai.core.reports.arabic_letters import plain

_CROWDS = {
    "fighters": "fighter soldier troop militant jihadist combatant gunman gunmen rebel policeman "
    "policemen serviceman servicemen مقاتل مقاتلين مقاتلون عنصر عناصر جندي جنود مسلح مسلحين عسكري "
    "عسكريين شرطي ضابط ضباط إرهابي متشدد",
    "children": "child children minor boy girl pupil infant toddler baby babies teenager orphan "
    "طفل أطفال طفلة قاصر قاصرين رضيع رضع يتيم أيتام تلميذ فتاة فتيات",
    "women": "woman women mother widow امرأة نساء سيدة سيدات أرملة أرامل نسوة",
    "men": "man men رجل رجال شاب شبان",
    "civilians": "civilian مدني مدنيين مدنيون",
}
CROWDS = {plain(word): name for name, words in _CROWDS.items() for word in words.split()}
KEPT = 5_000  # descriptions remembered
WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=KEPT)
def crowds_of(what: str | None) -> frozenset[str]:
    """The parts of a crowd these words name; none for people, families or a nation.

    >>> sorted(crowds_of("Women and children")), crowds_of("displaced people")
    (['children', 'women'], frozenset())
    """
    words = WORD.findall(plain((what or "").casefold()))
    return frozenset(crowd for word in words if (crowd := _crowd(word)))


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether two descriptions cannot be of one crowd: 3,000 fighters and 3,000 civilians."""
    mine, theirs = crowds_of(one), crowds_of(other)
    return bool(mine and theirs) and not mine & theirs


def _crowd(word: str) -> str:
    for form in (word, word.removesuffix("s"), word.removeprefix("ال"), word.removesuffix("ا")):
        if form in CROWDS:
            return CROWDS[form]
    return ""
