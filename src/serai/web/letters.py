"""What people type, made plain: Western digits, no invisible letters, one form of each."""

import re
import unicodedata

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_BREAKS = "\r\n"
_ARABIC = re.compile(r"[\u0621-\u064a\u066e-\u06d3]+(?:[ -][\u0621-\u064a\u066e-\u06d3]+)*")
_LATIN = re.compile(r"[^\W\d_\u0600-\u06ff]+(?:[ '’-][^\W\d_\u0600-\u06ff]+)*")
_LATIN_WORD = re.compile(r"(?<![\w-])[a-z]{2,}(?![\w-])")  # no name: those begin with a capital
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


def sentence_with_names(text: str) -> SafeString:
    """A sentence of either language that holds names of both scripts, in its own direction.

    The name it begins with says nothing of its direction: "حمزة (1 in 20)" is English.

    >>> sentence_with_names("حمزة (1 in 20)")
    '<bdi dir="ltr"><bdi>حمزة</bdi> (1 in 20)</bdi>'
    >>> sentence_with_names("Hamza = حمزة (واحد من كل 20)")
    '<bdi dir="rtl"><bdi>Hamza</bdi> = حمزة (واحد من كل 20)</bdi>'
    """
    from_left = bool(_LATIN_WORD.search(text)) or not _ARABIC.search(text)
    foreign = _ARABIC if from_left else _LATIN
    said, at = "", 0
    for name in foreign.finditer(text):
        said += f"{escape(text[at : name.start()])}<bdi>{escape(name[0])}</bdi>"
        at = name.end()
    return SafeString(f'<bdi dir="{"ltr" if from_left else "rtl"}">{said}{escape(text[at:])}</bdi>')
