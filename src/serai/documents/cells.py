"""One cell of a spreadsheet as somebody would read it aloud."""

from datetime import date, datetime

COLUMNS_MAX = 40
CELL_LETTERS_MAX = 200

Row = tuple[str, ...]


def said(value: object) -> str:
    """A cell as text: whole numbers without a point, dates as ISO.

    >>> said(35.0), said(date(1990, 5, 2)), said(" Hasan  Ali "), said(None)
    ('35', '1990-05-02', 'Hasan Ali', '')
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = "".join(letter if letter.isprintable() else " " for letter in str(value))
    return " ".join(text.split())[:CELL_LETTERS_MAX]
