"""What people bring (pages, PDF, pasted words) becomes a document, or a sentence about why not."""

import io
from datetime import date
from email.message import EmailMessage

import pytest
from pypdf import PdfReader, PdfWriter

from serai.core.refusal import Refusal
from serai.core.reports import read
from serai.documents import papers
from serai.documents.papers import Document, read_document, read_documents

WORDS = "About 45 people fled Hajin on Monday."
PAGE = f"""<!doctype html><html><head><title>Flight from Hajin</title>
<meta property="og:site_name" content="Valley Post"><meta charset="utf-8">
<meta property="article:published_time" content="2019-02-20T10:00:00Z">
<script>var killed = 500;</script><style>p {{ color: red }}</style></head>
<body class="single-post"><nav><a href="/">300 people killed in a menu</a></nav>
<div class="site-header"><ul><li><a>World</a><li><a>Syria</a><li><a>Iraq</a></ul></div>
<article><h1>Flight from Hajin</h1><p>{WORDS}<p>They came in <b>15&nbsp;trucks</b>
with 40 people each, the <a href="/sdf">SDF</a> said.</p>
<table><tr><th>Place<th>Arrivals<th>Deaths</tr><tr><td>Al-Hol<td>1,200<td>3</tr></table>
<div class="related-posts"><h3>Related</h3><p>70 people drowned elsewhere.</p></div>
<ul><li><a>600 dead in a storm far away</a></li><li><a>20 killed in the south</a></li>
<li><a>Ministers meet to talk about rain</a></li></ul>
<p hidden>99 people killed by hidden words.</p><p style="display: none">98 people killed</p>
</article><footer>Copyright 2023. 12 people work here.</footer></body></html>"""


def pdf(*pages: str, title: str = "", password: str = "") -> bytes:
    """A PDF whose pages print these lines."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(400, 600)
        if lines:
            _print_on(writer, page, lines)
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _print_on(writer: PdfWriter, page: object, lines: str) -> None:
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
         NameObject("/BaseFont"): NameObject("/Helvetica")}
    )  # fmt: skip
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines.split("\n"))
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 560 Td {shown} ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)  # type: ignore[index]
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})  # type: ignore[index]


def document(content: bytes, name: str = "report") -> Document:
    made = read_document(content, name)
    assert isinstance(made, Document), made
    return made


def sentence(content: bytes, name: str = "report.txt") -> str:
    made = read_document(content, name)
    assert isinstance(made, Refusal)
    return str(made)


def test_a_saved_page_gives_its_words_title_publisher_and_day() -> None:
    made = document(PAGE.encode(), "page.html")
    assert (made.kind, made.title) == ("page", "Flight from Hajin")
    assert (made.source, made.report_date) == ("Valley Post", date(2019, 2, 20))
    assert made.text.split("\n") == [
        "Flight from Hajin",
        WORDS,
        "They came in 15 trucks with 40 people each, the SDF said.",
        "Place | Arrivals | Deaths",
        "Al-Hol | 1,200 | 3",
    ]


def test_a_copyright_year_or_the_day_of_a_change_is_no_report_date() -> None:
    page = (
        '<html><head><meta property="article:modified_time" content="2023-01-01"></head>'
        f"<body><p>{WORDS}</p><footer>Copyright 2023</footer></body></html>"
    )
    assert document(page.encode()).report_date is None


def test_an_old_report_printed_again_is_dated_by_its_own_dateline() -> None:
    page = (
        '<html><head><meta property="article:published_time" content="2023-03-31"></head><body>'
        f"<p>BAGHOUZ, Syria, Feb. 20, 2019 (Post) - {WORDS}</p></body></html>"
    )
    assert document(page.encode()).report_date == date(2019, 2, 20)


def test_a_page_without_an_article_element_is_read_whole() -> None:
    assert document(f"<html><body><div>{WORDS}</div></body></html>".encode()).text == WORDS


def test_words_inside_a_form_around_the_whole_page_are_read() -> None:
    page = f"<html><body><form id=aspnet><p>{WORDS}</p></form></body></html>"
    assert document(page.encode()).text == WORDS


def test_a_page_in_windows_1256_is_read_by_the_name_it_gives_itself() -> None:
    page = '<html><head><meta charset="windows-1256"></head><body><p>نزح 400 شخص</p></body></html>'
    assert document(page.encode("cp1256")).text == "نزح 400 شخص"


def test_arabic_words_in_windows_1256_are_read() -> None:
    words = "قُتل 12 مدنياً في الباغوز، ونزح نحو 400 شخص إلى مخيم الهول"
    assert document(words.encode("cp1256")).text == words


def test_french_words_in_windows_1252_stay_french() -> None:
    words = "Près de 400 déplacés sont arrivés à la frontière, a déclaré le préfet."
    assert document(words.encode("cp1252")).text == words


def test_a_web_archive_gives_the_page_inside() -> None:
    letter = EmailMessage()
    letter["Subject"] = "Flight from Hajin"
    letter.set_content(PAGE, subtype="html", cte="quoted-printable")
    letter.make_related()
    made = document(letter.as_bytes(), "page.mhtml")
    assert WORDS in made.text
    assert made.source == "Valley Post"


def test_a_pdf_gives_its_words_without_running_heads_and_page_numbers() -> None:
    said = "Flash Update {n}\n{town} was hit.\nAbout {n}00 people were dis-\nplaced in {town}.\n{n}"
    towns = enumerate(("Hajin", "Susah", "Basira", "Suwar", "Dhiban"), 2)
    pages = [said.format(n=n, town=town) for n, town in towns]
    made = document(pdf(*pages, title="Situation report"))
    assert (made.kind, made.title) == ("pdf", "Situation report")
    assert made.text.split("\n")[:2] == [
        "Hajin was hit.",
        "About 200 people were displaced in Hajin.",
    ]
    assert "Flash Update" not in made.text
    assert len(read(made.text).claims) == 5


def test_arabic_letters_drawn_in_their_joined_forms_become_plain_letters() -> None:
    from serai.documents.pdf_words import _flowing

    assert _flowing([["ﻧﺰﺡ 400 km²"]]) == "نزح 400 km²"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "report.txt is empty"),
        (b" \n\t ", "report.txt is empty"),
        (bytes(range(256)) * 40, "no text, page or PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(2000), "no text, page or PDF"),
        (b"PK\x03\x04" + bytes(200), "office file"),
        (b"x" * (20 * 2**20), "has 20 MB; reports up to 16 MB"),
        (b"<html><script>1</script></html>", "page without words"),
        (b"%PDF-1.7 and then nothing", "torn PDF"),
    ],
)
def test_what_cannot_be_read_is_answered_in_a_sentence(content: bytes, says: str) -> None:
    assert says in sentence(content)


def test_a_pdf_of_pictures_says_that_it_has_no_text() -> None:
    assert "pictures of pages but no text" in sentence(pdf("", ""), "scan.pdf")


def test_a_pdf_with_a_password_says_so() -> None:
    assert "locked with a password" in sentence(pdf(WORDS, password="desert"), "locked.pdf")


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.95])
def test_a_pdf_cut_anywhere_is_read_or_answered(share: float) -> None:
    whole = pdf(*[f"About {n}00 people fled Hajin." for n in range(2, 9)])
    made = read_document(whole[: int(len(whole) * share)], "torn.pdf")
    assert isinstance(made, Document | Refusal)
    if isinstance(made, Refusal):
        assert "torn.pdf" in str(made)
    assert len(PdfReader(io.BytesIO(whole)).pages) == 7


def test_rows_of_json_lines_are_documents_and_a_broken_row_is_named() -> None:
    rows = b'{"id": "a", "text": "x", "source": "S", "report_date": "2019-02-01"}\n\n{broken\n[1]\n'
    first, second, third = read_documents(rows, "reports.jsonl")
    assert isinstance(first, Document)
    assert (first.id, first.source, first.report_date) == ("a", "S", date(2019, 2, 1))
    assert "reports.jsonl, line 3" in str(second)
    assert "line 4" in str(third)


def test_the_other_cleaner_reads_the_same_sentences() -> None:
    pytest.importorskip("trafilatura")
    made = read_document(PAGE.encode(), "page.html", "trafilatura")
    assert isinstance(made, Document)
    assert WORDS in made.text
    assert "var killed" not in made.text
    assert made.report_date == date(2019, 2, 20)


def test_without_the_other_cleaner_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "trafilatura", None)
    made = read_document(PAGE.encode(), "page.html", "trafilatura")
    assert isinstance(made, Refusal)
    assert "pip install" in str(made)


def test_a_text_torn_inside_a_letter_is_still_read() -> None:
    words = "نزح 400 شخص من هجين إلى مخيم الهول وقتل خمسة مدنيين"
    assert document(words.encode()[:-1]).text == words[:-1]


def test_refusals_are_marked_for_translation() -> None:
    sentences = [words for name, words in vars(papers).items() if name.isupper()]
    assert papers.TORN_PDF in sentences
