"""One cell of a spreadsheet as somebody would read it aloud."""

from datetime import date, datetime

from serai.core.expected import CELL_LETTERS_MAX, CUT

COLUMNS_MAX = 40

Row = tuple[str, ...]


def said(value: object) -> str:
    """A cell as text: whole numbers without a point, dates as ISO; one that is cut says so.

    >>> said(35.0), said(date(1990, 5, 2)), said(" Hasan  Ali "), said(None)
    ('35', '1990-05-02', 'Hasan Ali', '')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    whole = isinstance(value, float) and value.is_integer()
    told = str(int(value)) if whole else str(value)  # type: ignore[call-overload]
    text = "".join(letter if letter.isprintable() else " " for letter in told)
    text = " ".join(text.split())
    return text if len(text) <= CELL_LETTERS_MAX else text[: CELL_LETTERS_MAX - 1] + CUT
