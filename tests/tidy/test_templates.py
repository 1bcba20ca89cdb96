"""Pages and styles: nothing the browser would refuse, nothing that breaks from right to left."""

import re

from tests.tidy.house import SOURCE, templates, where

INLINE = re.compile(
    r"\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*[\"']|javascript:|<script\b(?![^>]*\bsrc=)", re.I
)
NAME_PART = r"(?:own|father|grandfather|family|mother|kunya)"
PRINTED_NAME = re.compile(rf"\{{\{{\s*[\w.]*\.{NAME_PART}\s*(?:\|[^}}]*)?\}}\}}")
BEFORE_A_NAME = re.compile(r"<bdi[^>]*>(?:[^<]|\{\{[^}]*\}\})*$")
PHYSICAL = re.compile(
    r"\b(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|(?:^|[{;\s])(?:left|right)\s*:"
    r"|\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
    r"|\bborder-(?:top|bottom)-(?:left|right)-radius\b",
    re.M,
)
LATIN_COMMA = re.compile(r"(?:\}\}|%\}|</\w+>)[,;] ?(?=\{|<)")
CELL = re.compile(r"<td[^>]*data-label=[^>]*>(.*?)</td>", re.S)
ELEMENT = re.compile(r"<(?:input|br)\b[^>]*>|<(\w+)[^>]*>[^<]*</\1>")
WORD_LEFT = re.compile(r">\s*[A-Za-z][a-z]+(?: [a-z]+)+[.!?]?\s*<")
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.S)


def bare(text: str) -> str:
    return COMMENT.sub("", text)


def names_outside_bdi(text: str) -> list[str]:
    """Printed parts of a name that do not stand inside a `<bdi>`."""
    return [
        hit.group()
        for hit in PRINTED_NAME.finditer(text)
        if not BEFORE_A_NAME.search(text, 0, hit.start())
    ]


def test_no_page_holds_style_script_or_event_attributes_of_its_own() -> None:
    found = [
        f"{where(path)} {hit.group()}"
        for path in templates()
        for hit in INLINE.finditer(bare(path.read_text()))
    ]
    assert found == []


def test_every_printed_name_is_kept_apart_from_the_direction_around_it() -> None:
    found = [
        f"{where(path)} {name}"
        for path in templates()
        for name in names_outside_bdi(bare(path.read_text()))
    ]
    assert found == []


def test_styles_know_start_and_end_but_no_left_and_right() -> None:
    found = [
        f"{where(path)} {hit.group()}"
        for path in sorted(SOURCE.glob("*/static/**/*.css"))
        if "vendor" not in path.parts
        for hit in PHYSICAL.finditer(bare(path.read_text()))
    ]
    assert found == []


def test_every_sentence_of_a_page_can_be_translated() -> None:
    found = [
        f"{where(path)} {hit.group()}"
        for path in templates()
        for hit in WORD_LEFT.finditer(re.sub(r"\{%.*?%\}", "", _untranslated(path.read_text())))
    ]
    assert found == []


def test_no_comma_between_printed_values_is_latin_in_every_language() -> None:
    """`{% comma %}` prints the one of the page's language."""
    found = [
        f"{where(path)} {hit.group()}"
        for path in templates()
        for hit in LATIN_COMMA.finditer(_untranslated(path.read_text()))
    ]
    assert found == []


def test_a_cell_of_two_values_keeps_them_together_on_a_phone() -> None:
    """There a cell is a line of label and value, and two values would drift apart."""
    found = [
        f"{where(path)} {cell.group()[:120]}"
        for path in templates()
        for cell in CELL.finditer(path.read_text())
        if drifts_apart(cell.group(1))
    ]
    assert found == []


def drifts_apart(cell: str) -> bool:
    """Whether a cell parts values by a sign that stands in no element of its own."""
    while (bare_cell := ELEMENT.sub("", cell)) != cell:
        cell = bare_cell
    return "·" in cell or "{% comma %}" in cell


def test_such_pages_and_styles_would_be_found() -> None:
    assert drifts_apart("{% place_name a %}{% comma %}{{ b|clock }}")
    assert drifts_apart("{{ b|clock }} · <bdi>{{ c }}</bdi>")
    assert not drifts_apart("<span>{{ b|clock }} · <bdi>{{ c }}</bdi></span>")
    assert LATIN_COMMA.search("{{ place }}, {{ since|ago }}")
    assert LATIN_COMMA.search("</bdi>{% if not forloop.last %}, {% endif %}")
    assert not LATIN_COMMA.search("<script>go(1, {})</script>")
    assert INLINE.search('<p style="color: red">')
    assert INLINE.search('<button onclick="go()">')
    assert not INLINE.search('<script type="module" src="x.js"></script>')
    assert names_outside_bdi("<td>{{ one.own }}</td>") == ["{{ one.own }}"]
    assert names_outside_bdi("<bdi>{{ one.own }} {{ one.family }}</bdi>") == []
    assert PHYSICAL.search("p { margin-left: 1px }")
    assert PHYSICAL.search("p { left: 0 }")
    assert not PHYSICAL.search("p { margin-inline-start: 1px }")
    assert WORD_LEFT.search("<p>Nobody is here.</p>")


def _untranslated(text: str) -> str:
    block = re.compile(r"\{% blocktranslate.*?%\}.*?\{% endblocktranslate %\}", re.S)
    return block.sub("", bare(text))
