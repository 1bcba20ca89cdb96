"""Finds out how the bytes of a report are written: UTF-8, UTF-16, Windows-1256 or Windows-1252."""

import codecs
import re

NAMED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{3,30})", re.I
)
TOP = 4_000  # bytes in which a page names its encoding
LOOKED_AT = 20_000
IN_WORDS = 0.6  # share of high bytes that stand beside one another in Arabic words
TORN = 0.02  # share of broken signs that a torn or mended UTF-8 text may have
ARABIC_BYTE = 6  # the first half of an Arabic letter's number
IN_SCRIPT = 0.9  # share of letters of these two scripts in a report
CONTROLS = 0.01  # share of control signs beyond which bytes are no text
# The encodings a page may name for itself; the Latin ones are read as the wider Windows-1252.
READ_AS = {
    "windows-1256": "cp1256", "cp1256": "cp1256", "iso-8859-6": "iso8859-6", "latin1": "cp1252",
    "windows-1252": "cp1252", "iso-8859-1": "cp1252", "windows-1254": "cp1254",
}  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decoded(raw: bytes) -> str:
    """The text of a file, in whatever encoding it seems to be written.

    >>> decoded("نزح ٤٠٠ شخص من هجين".encode("cp1256", "replace"))[:3]
    'نزح'
    """
    if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return raw.decode("utf-16", errors="replace")
    if name := _in_pairs(raw[:LOOKED_AT]):
        return raw.decode(name, errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded_otherwise(raw)


def is_text(text: str) -> bool:
    """Whether decoded bytes are words; a picture or a program is full of control signs."""
    sample = text[:LOOKED_AT]
    broken = len(_CONTROL.findall(sample)) + sample.count("\ufffd")
    return broken <= max(2, len(sample) * CONTROLS)


def _in_pairs(sample: bytes) -> str:
    """UTF-16 without its mark: every second byte tells the script, Latin 0 or Arabic 6.

    >>> _in_pairs("نزح ٤٠٠ شخص".encode("utf-16-le")), _in_pairs(b"400 fled"), _in_pairs(b"")
    ('utf-16-le', '', '')
    """
    for name, scripts, letters in (
        ("utf-16-le", sample[1::2], sample[0::2]),
        ("utf-16-be", sample[0::2], sample[1::2]),
    ):
        known = scripts.count(0) + scripts.count(ARABIC_BYTE)
        blanks = scripts.count(0) > letters.count(0)
        told = letters and blanks and letters.count(0) <= TORN * len(letters)
        if told and known >= IN_SCRIPT * len(scripts):
            return name
    return ""


def _decoded_otherwise(raw: bytes) -> str:
    sample = raw[:LOOKED_AT]
    mended = raw.decode("utf-8-sig", errors="replace")
    high = sum(byte >= 0x80 for byte in sample)
    if high > 8 and mended[:LOOKED_AT].count("\ufffd") <= high * TORN + 1:
        return mended.rstrip("\ufffd")
    name = _named(raw) or ("cp1256" if _in_arabic(sample) else "cp1252")
    return raw.decode(name, errors="replace")


def _named(raw: bytes) -> str:
    """The encoding that a page names in its head, if it is one that holds text."""
    found = NAMED.search(raw[:TOP])
    return READ_AS.get(found.group(1).decode("ascii").casefold(), "") if found else ""


def _in_arabic(sample: bytes) -> bool:
    """Letters of Windows-1256 stand side by side; accents of Western languages stand alone."""
    high = beside = 0
    for index, byte in enumerate(sample):
        if byte >= 0xC0:
            high += 1
            beside += index > 0 and sample[index - 1] >= 0xC0
    return high > 4 and beside > high * IN_WORDS
