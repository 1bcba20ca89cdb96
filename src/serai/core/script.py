"""Names of places in the script of the reader, as far as the gazetteer knows them."""

import re

_ARABIC = re.compile("[\u0621-\u064a]")


def in_script(words: str, arabic: bool) -> str:
    """A place's name as the reader writes it; the words themselves where nobody knows it.

    >>> in_script("Al-Hol camp", True), in_script("هجين", False), in_script("Gate Seven", True)
    ('مخيم الهول', 'Hajin', 'Gate Seven')
    """
    if not words or bool(_ARABIC.search(words)) == arabic:
        return words
    from serai.core.gazetteer import find  # noqa: PLC0415 - loaded when somebody asks

    known = find(words)
    if known is None:
        return words
    return (known.name_ar if arabic else known.name) or words


def name_in(name: str, name_ar: str, arabic: bool) -> str:
    """The name of an open place: as it was given in the reader's script, else as it is known.

    >>> name_in("North gate", "", True), name_in("Hajin", "", True), name_in("Hajin", "ه", True)
    ('North gate', 'هجين', 'ه')
    """
    if arabic:
        return name_ar or in_script(name, arabic)
    return name
