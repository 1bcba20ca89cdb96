"""Turns a saved web page into the words a reader sees, without scripts, menus and forms."""

from html.parser import HTMLParser

SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "svg",
        "iframe",
        "template",
        "select",
        "head",
    ]
)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "section",
        "article",
        "header",
        "blockquote",
        "figure",
        "figcaption",
        "pre",
        "dd",
        "dt",
        "main",
        "hr",
    ]
)
CELLS = frozenset(("td", "th"))
VOID = frozenset(
    [
        "br",
        "hr",
        "img",
        "meta",
        "link",
        "input",
        "source",
        "area",
        "base",
        "col",
        "embed",
        "track",
        "wbr",
    ]
)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.silent: list[str] = []
        self.title = ""
        self.cells = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_title = tag == "title"
        if tag in SILENT:
            self.silent.append(tag)
        elif tag == "tr":
            self.cells = 0
        elif tag == "li":
            self.words.append("\n- ")
        if tag in BLOCKS:
            self.words.append("\n" if tag != "li" else "")
        if tag in CELLS:
            self.words.append(" | " if self.cells else "")
            self.cells += 1

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        if tag in self.silent:
            while self.silent and self.silent.pop() != tag:
                pass
        elif tag in BLOCKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data
        elif not self.silent:
            self.words.append(data if self.words[-1:] == ["pre"] else _one_line(data))


def _one_line(data: str) -> str:
    squeezed = " ".join(data.split())
    if not squeezed:
        return " " if data else ""
    return f"{' ' if data[0].isspace() else ''}{squeezed}{' ' if data[-1].isspace() else ''}"


def looks_like_html(text: str) -> bool:
    """Whether a text is a web page rather than words."""
    top = text[:2000].casefold()
    return (
        "<html" in top or "<!doctype html" in top or ("<p" in top and "</" in top) or "<body" in top
    )


def words_of(page: str) -> tuple[str, str]:
    """The readable words of a page, and its title.

    >>> words_of("<html><p>45 people arrived.</p><script>x=1</script>")[0]
    '45 people arrived.'
    """
    parser = _Page()
    try:
        parser.feed(page)
        parser.close()
    except (AssertionError, ValueError):  # a page broken beyond the parser keeps what was read
        pass
    lines = ("".join(parser.words)).split("\n")
    kept = (line.strip() for line in lines)
    return "\n".join(line for line in kept if line), parser.title.strip()


def decoded(raw: bytes) -> str:
    """The text of a file, in whatever encoding it seems to be written."""
    for encoding in (
        ("utf-8-sig", "utf-16") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    ):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    try:
        return raw.decode(
            "utf-16"
            if raw[:2] in (b"\xff\xfe", b"\xfe\xff")
            else "cp1256"
            if _arabic_bytes(raw)
            else "cp1252"
        )
    except UnicodeDecodeError:
        return raw.decode("utf-8", errors="replace")


def _arabic_bytes(raw: bytes) -> bool:
    high = sum(byte >= 0xC0 for byte in raw[:4000])
    return high > len(raw[:4000]) * 0.3
