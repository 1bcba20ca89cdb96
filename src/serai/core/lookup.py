"""Finding an entry of a short list (countries, towns, needs) by the beginning of its words.

Works in Latin and Arabic script alike: accents, vowel marks, the article and the spellings of
alef, ya and ta marbuta make no difference.
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

Entry = TypeVar("Entry")

FOUND_MAX = 20
ARTICLE = "ال"
ARTICLE_LEAVES = 2  # letters that must remain when the article is cut off

_LETTERS = str.maketrans({"ة": "ه", "ى": "ي", "ـ": "", "ı": "i", "ø": "o", "ک": "ك", "ی": "ي"})
_BREAKS = str.maketrans(dict.fromkeys("'’‘`()،,.-–/", " "))


def folded_words(text: str) -> list[str]:
    """The words of a text without case, accents, vowel marks and Arabic article.

    >>> folded_words("Côte d'Ivoire"), folded_words("الصّين")
    (['cote', 'd', 'ivoire'], ['صين'])
    """
    spread = unicodedata.normalize("NFKD", text.translate(_BREAKS))
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return [_without_article(word) for word in plain.casefold().translate(_LETTERS).split()]


def beginning_with(
    text: str, entries: Iterable[Entry], names: Callable[[Entry], Iterable[str]]
) -> list[Entry]:
    """Entries one of whose names has, for every word typed, a word that begins with it.

    An entry whose name begins with the first word typed comes before the others.
    """
    typed = folded_words(text)
    if not typed:
        return []
    ranked = [(rank, entry) for entry in entries if (rank := _rank(typed, names(entry)))]
    ranked.sort(key=lambda pair: pair[0])  # stable: the list's own order within one rank
    return [entry for _, entry in ranked[:FOUND_MAX]]


def _without_article(word: str) -> str:
    if word.startswith(ARTICLE) and len(word) - len(ARTICLE) >= ARTICLE_LEAVES:
        return word[len(ARTICLE) :]
    return word


def _rank(typed: list[str], names: Iterable[str]) -> int:
    """0 no match, 1 a name is exactly this, 2 a name begins with it, 3 a later word does."""
    best = 0
    for name in names:
        words = folded_words(name)
        if not all(any(word.startswith(part) for word in words) for part in typed):
            continue
        rank = 1 if words == typed else 2 if words[0].startswith(typed[0]) else 3
        best = min(best or rank, rank)
    return best
