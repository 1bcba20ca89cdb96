"""Reads letters that a PDF draws in pieces and tells beside them: dots and strokes as one letter.

Browsers draw Arabic in such pieces. The letter that is told takes the place of the widest piece,
under a sign of its own, so that where it stands and how wide it is are known as for all others.
"""

import re
from collections.abc import Mapping
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, DecodedStreamObject, NameObject, NumberObject, StreamObject

FIRST, LAST = 0xE000, 0xF8FF  # signs that mean nothing anywhere
RIGHT_TO_LEFT = "\u0590"  # letters from here on are drawn from the right
COUNTED = NameObject("/SeraiTold")  # on a font that pages share: how many signs it knows
UTF_16 = b"\xfe\xff"
TOLD = re.compile(
    rb"/Span\s*<<\s*/ActualText\s*(?P<text>\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)\s*>>\s*BDC"
    rb"(?P<pieces>.*?)EMC",
    re.DOTALL,
)
DRAWN = re.compile(rb"<(?P<glyph>[0-9A-Fa-f]{4})+>\s*Tj")
SIGN = re.compile(f"[{chr(FIRST)}-{chr(LAST)}]")
Signs = dict[tuple[str, int], int]  # of a told text and its widest piece, the sign


def sign_told_letters(page: PageObject, signs: Signs) -> None:
    """Puts a sign where a page tells the letter it draws in pieces; `signs` grows with the book."""
    content = page.get_contents()
    drawn = content.get_data() if content is not None else b""
    if b"/ActualText" not in drawn:
        return
    fonts = _fonts(page)
    widths: dict[int, float] = {}  # which font draws a piece is not asked: the widest of all
    for font in fonts:
        for glyph, width in _widths(font).items():
            widths[glyph] = max(widths.get(glyph, 0.0), float(width))
    signed = DecodedStreamObject()
    signed.set_data(TOLD.sub(lambda told: _signed(told, widths, signs), drawn))
    page[NameObject("/Contents")] = signed
    for font in fonts:
        _teach(font, signs)


def told_in(line: str, signs: Signs) -> str:
    """Words with the letters told in place of their signs, in the order they are drawn."""
    if not signs or not SIGN.search(line):
        return line
    texts = {chr(sign): _as_drawn(text) for (text, _), sign in signs.items()}
    return SIGN.sub(lambda sign: texts.get(sign.group(), ""), line)


def _as_drawn(text: str) -> str:
    return text[::-1] if text > RIGHT_TO_LEFT else text


def _signed(told: re.Match[bytes], widths: Mapping[int, float], signs: Signs) -> bytes:
    """The pieces of a letter with its sign for the widest of them and nothing for the others."""
    pieces = list(DRAWN.finditer(told["pieces"]))
    if not pieces or FIRST + len(signs) > LAST:
        return told.group()
    glyphs = [int(piece["glyph"], 16) for piece in pieces]
    widest = max(range(len(glyphs)), key=lambda at: (widths.get(glyphs[at], 0.0), at))
    sign = signs.setdefault((_text(told["text"]), glyphs[widest]), FIRST + len(signs))
    kept = pieces[widest].start()
    return DRAWN.sub(
        lambda piece: b"<%04X> Tj" % sign if piece.start() == kept else b"", told["pieces"]
    )


def _text(written: bytes) -> str:
    if written.startswith(b"<"):
        raw = bytes.fromhex(written[1:-1].decode("ascii"))
    else:
        raw = re.sub(rb"\\(.)", rb"\1", written[1:-1], flags=re.DOTALL)
    return raw[2:].decode("utf-16-be", "replace") if raw[:2] == UTF_16 else raw.decode("latin-1")


def _fonts(page: PageObject) -> list[Any]:
    resources: Any = page.get("/Resources", {})
    fonts = resources.get_object().get("/Font", {}).get_object().values()
    return [font.get_object() for font in fonts if "/DescendantFonts" in font.get_object()]


def _widths(font: Any) -> dict[int, Any]:
    """The widths of a font's glyphs: runs of `first [w w w]` and `first last w`."""
    rows = list(_rows(font))
    found: dict[int, Any] = {}
    at = 0
    while at + 1 < len(rows):
        first, then = int(rows[at]), rows[at + 1].get_object()
        if isinstance(then, ArrayObject):
            found |= {first + place: width for place, width in enumerate(then)}
            at += 2
        else:
            found |= dict.fromkeys(range(first, min(int(then), LAST) + 1), rows[at + 2])
            at += 3
    return found


def _rows(font: Any) -> Any:
    drawn = font["/DescendantFonts"][0].get_object()
    if "/W" not in drawn:
        drawn[NameObject("/W")] = ArrayObject()
    return drawn["/W"].get_object()


def _teach(font: Any, signs: Signs) -> None:
    """Tells a font the signs it does not know yet, each as wide as the piece it stands for."""
    known = int(font.get(COUNTED, 0))
    letters = font.get("/ToUnicode")
    stream = letters.get_object() if letters else None
    new = list(signs.items())[known:]
    if not new or not isinstance(stream, StreamObject):
        return
    rows = b"".join(b"<%04X> <%04X>\n" % (sign, sign) for _, sign in new)
    block = b"%d beginbfchar\n%sendbfchar\nendcmap" % (len(new), rows)
    stream.set_data(stream.get_data().replace(b"endcmap", block, 1))
    widths = _widths(font)
    for (_, glyph), sign in new:
        width = widths.get(glyph, NumberObject(0))
        _rows(font).extend((NumberObject(sign), ArrayObject([width])))
    font[COUNTED] = NumberObject(known + len(new))
