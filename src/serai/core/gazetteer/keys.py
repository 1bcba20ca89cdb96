"""Brings names of places to one spelling for looking them up, in Latin and Arabic script."""

import unicodedata

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("-_/\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00a0\t", " "),
        **dict.fromkeys("'`´ʿʾ‘’‛ʼ.\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff", ""),
    }
)
# What is left of Arabic letters once their signs are gone: one ya, one ha, no stretching.
_LETTERS = str.maketrans({"ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "ٱ": "ا"})


def folded(name: str) -> str:
    """A name without case, accents, apostrophes and hyphens, for looking it up.

    >>> folded("Al-Ḩawl")
    'al hawl'
    """
    plain = unicodedata.normalize("NFKD", name.translate(_SIGNS)).casefold().translate(_SIGNS)
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def key_of(name: str) -> str:
    """A name in either script as it is looked up: no accents, one spelling of each letter.

    >>> key_of("الحَسَكة"), key_of("إدلب")
    ('الحسكه', 'ادلب')
    """
    return folded(name).translate(_LETTERS)
