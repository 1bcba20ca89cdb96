"""What people type, made plain: Western digits, no invisible letters, one form of each."""

import unicodedata

from django.utils.translation import get_language

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_BREAKS = "\r\n"
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def reads_arabic() -> bool:
    """Whether the page is in a language of Arabic letters."""
    return (get_language() or "").startswith(("ar", "ckb"))


def western_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as Western ones.

    >>> western_digits("٤٣ ۷")
    '43 7'
    """
    return text.translate(_DIGITS)


def plain(text: str) -> str:
    """The text in NFC without control, direction and zero-width characters; line breaks stay.

    >>> plain("La\\u200byla\\u202e\\x00\\tHasan")
    'Layla Hasan'
    """
    spaced = unicodedata.normalize("NFC", text.replace("\t", " "))
    return "".join(
        letter
        for letter in spaced
        if letter in _BREAKS or unicodedata.category(letter) not in _INVISIBLE
    )
