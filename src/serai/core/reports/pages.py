"""Turns a saved web page into the words a reader sees, without scripts, menus and related links.

The words come out as lines, one a paragraph; every later offset points into these lines.
"""

# ruff: noqa: E501 - a pattern or a row of words reads best on one line

import re
from html.parser import HTMLParser

import msgspec

SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "nav",
        "footer",
        "aside",
        "button",
        "svg",
        "iframe",
        "template",
        "select",
        "head",
        "dialog",
        "object",
        "canvas",
        "audio",
        "video",
        "map",
        "textarea",
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
        "dl",
        "main",
        "hr",
        "form",
        "address",
        "details",
        "summary",
        "tbody",
        "thead",
        "center",
    ]
)
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
        "param",
    ]
)
CLOSED_BY_ITSELF = {"p": BLOCKS, "li": {"li"}, "tr": {"tr"}, "td": {"td", "th", "tr"}, "th": {"td", "th", "tr"}, "dd": {"dd", "dt"}, "dt": {"dd", "dt"}, "option": {"option"}}  # fmt: skip
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|foot(?:er)?|sidebar|side-?bar|related|recommend(?:ed|ations?)?|share|sharing|social|"
    r"comments?|comment-?list|disqus|cookies?|consent|newsletter|subscri(?:be|ption)|breadcrumbs?|promo|advert(?:s|isement)?|"
    r"ads?|sponsor(?:ed)?|trending|most-?read|popular|read-?more|more-?stories|also-?read|tags?|tag-?list|login|signin|popup|modal|pagination|"
    r"pager|skip-?link|screen-reader-text|visually-hidden|sr-only|outbrain|taboola|print-only)(?:$|[\s_-])",
    re.IGNORECASE,
)
KEPT = frozenset(
    ["html", "body", "article", "main", "h1", "p"]
)  # a class name alone does not silence these
ROLES = frozenset(
    [
        "navigation",
        "banner",
        "contentinfo",
        "complementary",
        "search",
        "menu",
        "menubar",
        "dialog",
        "alertdialog",
        "form",
    ]
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LINKED = 0.7  # a list whose letters are links by this share leads elsewhere
LINKS_MIN = 3
SENTENCE_LETTERS = 90  # a linked list item this long may be a sentence of the report
ARTICLE_SHARE = 0.5  # the article element is taken alone when it holds this much of the words
DEEPEST = 100  # elements inside one another; what lies deeper is read as if it lay here


class Node(msgspec.Struct):
    """An element of a page with what stands in it, in order."""

    tag: str
    attrs: dict[str, str]
    parts: "list[Node | str]" = []


class Page(msgspec.Struct, frozen=True):
    """A page as words, with what its own metadata says of it."""

    text: str
    title: str = ""
    source: str = ""
    day: str = ""  # when its publisher says it came out, as written in the page's metadata


class _Tree(HTMLParser):
    """Builds the elements; silent ones are never entered, their words never kept."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("html", {}, [])
        self.open = [self.root]
        self.silent = ""
        self.depth = 0
        self.title = ""
        self.meta: dict[str, str] = {}
        self.ld = ""
        self._in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._note(known)
        self._in = tag if tag == "title" else "ld" if "ld+json" in known.get("type", "") else ""
        if self.silent:
            self.depth += tag == self.silent
        elif tag in SILENT and tag != "head":
            self.silent, self.depth = tag, 1
        elif tag not in ("head", "title", "meta", "link", "base"):
            self._enter(tag, known)

    def _note(self, known: dict[str, str]) -> None:
        name = known.get("property") or known.get("name") or known.get("itemprop") or ""
        self.meta.setdefault(name.casefold(), known.get("content", "").strip())

    def _enter(self, tag: str, known: dict[str, str]) -> None:
        while len(self.open) > 1 and tag in CLOSED_BY_ITSELF.get(self.open[-1].tag, ()):
            self.open.pop()
        node = Node(tag, known, [])
        self.open[-1].parts.append(node)
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._in = ""
        if self.silent:
            self.depth -= tag == self.silent
            self.silent = self.silent if self.depth else ""
            return
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].tag == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        if self._in == "title" and len(self.title) < 500:
            self.title += data
        elif self._in == "ld":
            self.ld += data
        elif not self.silent:
            self.open[-1].parts.append(data)


def looks_like_html(text: str) -> bool:
    """Whether a text is a web page rather than words."""
    top = text[:4000].casefold()
    return any(
        mark in top for mark in ("<html", "<!doctype html", "<body", "<head>", "<article")
    ) or ("<p" in top and "</" in top)


def words_of(page: str) -> tuple[str, str]:
    """The readable words of a page, and its title.

    >>> words_of("<html><p>45 people arrived.</p><script>x=1</script>")[0]
    '45 people arrived.'
    """
    cleaned = cleaned_page(page)
    return cleaned.text, cleaned.title


def cleaned_page(page: str) -> Page:
    """The readable words of a page and its own title, publisher and day."""
    tree = _Tree()
    try:
        tree.feed(page)
        tree.close()
    except (AssertionError, ValueError):  # a page broken beyond the parser keeps what was read
        pass
    whole = _words(tree.root)
    article = max((_words(node) for node in _articles(tree.root)), key=len, default="")
    text = article if len(article) > len(whole) * ARTICLE_SHARE else whole
    meta = tree.meta
    return Page(
        text,
        " ".join((meta.get("og:title") or tree.title).split()),
        meta.get("og:site_name") or meta.get("publisher") or _of_ld(tree.ld, "publisher"),
        meta.get("article:published_time") or meta.get("datepublished")
        or meta.get("dc.date.issued") or meta.get("dcterms.issued") or _of_ld(tree.ld, "day"),
    )  # fmt: skip


LD = {
    "day": re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"'),
    "publisher": re.compile(r'"publisher"\s*:\s*\{[^{}]*?"name"\s*:\s*"([^"]{2,80})"'),
}


def _of_ld(block: str, what: str) -> str:
    found = LD[what].search(block)
    return found.group(1) if found else ""


def _articles(root: Node) -> list[Node]:
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        if node.tag in ("article", "main") or node.attrs.get("role") in ("main", "article"):
            found.append(node)
        waiting += [part for part in node.parts if isinstance(part, Node)]
    return found


def _words(root: Node) -> str:
    """The words below an element as lines; menus, shares, related links and the like left out."""
    out: list[str] = []
    waiting: list[Node | str | tuple[str, str]] = [root]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            out.append(part[1])
        elif isinstance(part, str):
            out.append(_one_line(part))
        elif not _is_furniture(part):
            before, after = _breaks(part)
            out.append(before)
            waiting.append(("", after))
            waiting += reversed(part.parts)
    lines = (re.sub(r" {2,}", " ", line).strip() for line in "".join(out).split("\n"))
    return "\n".join(line.removeprefix("| ") for line in lines if line and line not in ("-", "|"))


def _breaks(node: Node) -> tuple[str, str]:
    if node.tag == "li":
        return "\n- ", "\n"
    if node.tag in ("td", "th"):
        return " | ", " "
    return ("\n", "\n") if node.tag in BLOCKS else ("", "")


def _is_furniture(node: Node) -> bool:
    attrs = node.attrs
    if "hidden" in attrs or attrs.get("aria-hidden") == "true":
        return True
    if HIDDEN.search(attrs.get("style", "")) or attrs.get("role") in ROLES:
        return True
    if node.tag not in KEPT and FURNITURE.search(f"{attrs.get('class', '')} {attrs.get('id', '')}"):
        return True
    return node.tag in ("ul", "ol", "table", "div", "section", "p") and _leads_elsewhere(node)


def _leads_elsewhere(node: Node) -> bool:
    """Whether nearly all words of a list are links, none of them long enough for a sentence."""
    letters = linked = links = 0
    waiting: list[tuple[Node, bool]] = [(node, False)]
    while waiting:
        one, inside = waiting.pop()
        for part in one.parts:
            if isinstance(part, str):
                size = len(part.strip())
                letters += size
                linked += size * inside
            else:
                links += part.tag == "a"
                waiting.append((part, inside or part.tag == "a"))
        if letters - linked > SENTENCE_LETTERS:
            return False
    return links >= LINKS_MIN and linked > letters * LINKED


def _one_line(words: str) -> str:
    squeezed = " ".join(words.split())
    if not squeezed:
        return " " if words else ""
    return f"{' ' if words[0].isspace() else ''}{squeezed}{' ' if words[-1].isspace() else ''}"
