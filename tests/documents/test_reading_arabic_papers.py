"""Arabic pages and PDF of every make are read with their words, numbers and lines in order."""

import io
from datetime import date

import pytest
from pypdf import PageObject, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject

from serai.core.reports import read
from serai.core.reports.encodings import decoded
from serai.documents.papers import Document, read_document
from serai.documents.right_to_left import in_reading_order, turned, with_joined_letters_turned

LINES = (
    "نزوح مدنيين من الباغوز",
    "الخميس 21 شباط 2019",
    "قال مسؤول في الهلال الأحمر إن نحو 3,150 مدنياً خرجوا من بلدة الباغوز يوم الأربعاء على متن "
    "46 شاحنة إلى مخيم الهول، بينهم 1,200 طفل وثلاثة آلاف امرأة (وفق IRC).",
    "لا يزال بين 300 و400 شخص في السوسة.",
)
DRAWN = (
    "زوغابلا نم نييندم حوزن",
    "2019 طابش 21 سيمخلا",
    "زوغابلا ةدلب نم اوجرخ ًايندم 3,150 وحن نإ رمحألا لالهلا يف لوؤسم لاق",
    ".(IRC قفو) لفط ١٬٢٠٠ مهنيب ،ءاعبرألا موي ةنحاش ٤٦ نتم ىلع",
)
SAID = [
    (3150, 3150, "departed"), (46, 46, "vehicles"), (1200, 1200, "departed"),
    (3000, 3000, "departed"), (300, 400, "remaining"),
]  # fmt: skip


def drawn(*lines: str) -> bytes:
    """A PDF whose page draws these lines from left to right, letter by letter, as pages do."""
    writer = PdfWriter()
    sheet = writer.add_blank_page(600, 400)
    letters = sorted({letter for line in lines for letter in line})
    codes = {letter: 32 + number for number, letter in enumerate(letters)}
    told = "".join(f"<{code:02x}> <{ord(letter):04x}>\n" for letter, code in codes.items())
    shown = " ".join(
        f"1 0 0 1 {570 - 6 * len(line)} {380 - 14 * row} Tm "
        f"<{''.join(f'{codes[letter]:02x}' for letter in line)}> Tj"
        for row, line in enumerate(lines)
    )
    names = StreamObject()
    names.set_data(f"begincmap\n{len(codes)} beginbfchar\n{told}endbfchar\nendcmap".encode())
    words = StreamObject()
    words.set_data(f"BT /F1 12 Tf {shown} ET".encode())
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Courier"),
         NameObject("/ToUnicode"): writer._add_object(names)}
    )  # fmt: skip
    return _written(writer, sheet, words, font)


def _written(
    writer: PdfWriter, sheet: PageObject, words: StreamObject, font: DictionaryObject
) -> bytes:
    """The file of one sheet that draws these words in this font."""
    sheet[NameObject("/Contents")] = writer._add_object(words)
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def page(charset: str) -> str:
    head = f'<meta charset="{charset}">' if charset else ""
    words = "".join(f"<p>{line}</p>" for line in LINES)
    return f"<!doctype html><html dir=rtl><head>{head}</head><body><article>{words}</body></html>"


def figures(raw: bytes, name: str) -> list[tuple[float | None, float | None, str]]:
    made = read_document(raw, name)
    assert isinstance(made, Document), made
    return [(claim.low, claim.high, claim.kind) for claim in read(made.text).claims]


@pytest.mark.parametrize(
    ("named", "encoding"),
    [
        ("utf-8", "utf-8"), ("windows-1256", "cp1256"), ("", "cp1256"), ("utf-8", "cp1256"),
        ("iso-8859-6", "iso8859-6"), ("utf-16", "utf-16"),
        ("utf-16", "utf-16-le"), ("utf-16", "utf-16-be"),
    ],
)  # fmt: skip
def test_a_page_is_read_in_every_encoding_with_and_without_its_name(
    named: str, encoding: str
) -> None:
    assert figures(page(named).encode(encoding), "page.html") == SAID


def test_lines_of_two_scripts_in_an_old_encoding_are_both_read() -> None:
    raw = "About 40 people fled Hajin.\nنزح 300 شخص من السوسة.".encode("cp1256")
    assert [claim.low for claim in read(decoded(raw)).claims] == [40, 300]


def pieced(line: str) -> bytes:
    """A PDF that draws every Arabic letter as a dot and a stroke and tells the letter beside."""
    writer = PdfWriter()
    sheet = writer.add_blank_page(600, 400)
    shown = ["BT /F1 12 Tf 1 0 0 1 100 300 Tm"]
    for letter in line:
        if letter < "\u0590":
            shown.append(f"<{ord(letter):04x}> Tj 7.2 0 Td")
            continue
        told = f"FEFF{ord(letter):04X}"
        shown.append(
            f"/Span<</ActualText <{told}> >> BDC 2 -3 Td <0e01> Tj -2 3 Td <0e02> Tj EMC 7.2 0 Td"
        )
    digits = "".join(f"<{code:04x}> <{code:04x}>\n" for code in range(32, 127))
    names = StreamObject()
    strokes = "96 beginbfchar\n<0e02> <0649>\n"
    names.set_data(f"begincmap\n{strokes}{digits}endbfchar\nendcmap".encode())
    words = StreamObject()
    words.set_data(" ".join([*shown, "ET"]).encode())
    widths = ArrayObject(map(NumberObject, (32, 126, 600, 0xE01, 0xE01, 0, 0xE02, 0xE02, 600)))
    inner = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"),
         NameObject("/Subtype"): NameObject("/CIDFontType2"),
         NameObject("/BaseFont"): NameObject("/Pieces"), NameObject("/W"): widths}
    )  # fmt: skip
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type0"),
         NameObject("/BaseFont"): NameObject("/Pieces"),
         NameObject("/Encoding"): NameObject("/Identity-H"),
         NameObject("/DescendantFonts"): ArrayObject([writer._add_object(inner)]),
         NameObject("/ToUnicode"): writer._add_object(names)}
    )  # fmt: skip
    return _written(writer, sheet, words, font)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_text_in_letters_of_two_bytes_needs_no_mark(encoding: str) -> None:
    raw = "About 40 people fled Hajin.\nنزح 300 شخص من السوسة.".encode(encoding)
    assert [claim.low for claim in read(decoded(raw)).claims] == [40, 300]


def test_a_pdf_is_read_with_its_numbers_in_order_and_its_lines_joined() -> None:
    made = read_document(drawn(*DRAWN), "report.pdf")
    assert isinstance(made, Document), made
    reading = read(made.text)
    assert reading.report_date == date(2019, 2, 21)
    assert [(claim.low, claim.high, claim.kind) for claim in reading.claims] == [
        (3150, 3150, "departed"), (46, 46, "vehicles"), (1200, 1200, "departed"),
    ]  # fmt: skip
    assert "بينهم ١٬٢٠٠ طفل (وفق IRC)." in made.text


def test_a_pdf_that_tells_the_letters_it_draws_in_pieces_is_read() -> None:
    made = read_document(pieced("نيجه نم صخش 300 حزن"), "printed.pdf")
    assert isinstance(made, Document), made
    assert (made.text, made.problems) == ("نزح 300 شخص من هجين", ())


def test_a_pdf_whose_letters_are_drawn_in_pieces_says_so() -> None:
    made = read_document(drawn("ر ب ح و ا م ں ه ح ں"), "pieces.pdf")
    assert isinstance(made, Document)
    assert any("paste" in problem for problem in made.problems)


@pytest.mark.parametrize(
    ("drawn", "read_as"),
    [
        ("صخش 2,500 لصو", "وصل 2,500 شخص"),
        ("٢٠١٩/٢/٢١ خيراتب", "بتاريخ ٢٠١٩/٢/٢١"),
        (".(United Nations) ةدحتملا ممألا", "الأمم المتحدة (United Nations)."),
        ("25 % ةبسنب", "بنسبة % 25"),
        ("ءاسنو 400و لافطأ 300", "300 أطفال و400 ونساء"),
    ],
)
def test_a_drawn_line_is_turned_and_what_runs_from_left_to_right_is_kept(
    drawn: str, read_as: str
) -> None:
    assert turned(drawn) == read_as


def test_a_line_in_latin_letters_is_left_alone() -> None:
    assert in_reading_order("About 45 people fled.") == "About 45 people fled."


def test_letters_drawn_as_one_are_told_backwards_and_a_sign_alone() -> None:
    assert with_joined_letters_turned(b"<0003> <06440627>") == b"<0003> <06270644>"
    assert with_joined_letters_turned(b"<0004> <06310651>") == b"<0004> <0651>"
    assert with_joined_letters_turned(b"<0005> <0041>") == b"<0005> <0041>"
