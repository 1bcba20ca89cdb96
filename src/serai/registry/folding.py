"""Folding of names for search by the beginning of a word: case, marks, forms of letters, digits.

Finds a name as it was written, in either script. Meeting across scripts is matching's work.
"""

import re
import unicodedata
from functools import lru_cache

_ARABIC = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه",
        "ک": "ك", "ی": "ي", "ە": "ه", "ـ": "", "ء": "",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=50_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words of a name.

    >>> words("Abū-Aḥmad")
    ('abu', 'ahmad')
    >>> words("فاطمة أحمد")
    ('فاطمه', 'احمد')
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_WORD.findall(bare.translate(_ARABIC)))
