"""What is on a drawn picture: its texts and where they stand."""

from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def texts(svg: str) -> list[str]:
    """Every text, digits ungrouped."""
    return [said.replace("\u202f", "") for said in _raw(svg)]


def place_of(svg: str, words: str) -> float:
    """How far from the left edge the text stands."""
    found = next(one for one in parsed(svg).iter(f"{SVG}text") if words in (one.text or ""))
    return float(found.get("x"))


def refuses_nothing(svg: str) -> bool:
    """Whether a content policy without inline styles and scripts shows the whole picture."""
    for one in parsed(svg).iter():
        names = set(one.attrib)
        if "style" in names or any(name.startswith("on") for name in names):
            return False
        if one.tag.removeprefix(SVG) in {"script", "style", "image", "foreignObject"}:
            return False
    return True


def _raw(svg: str) -> list[str]:
    return [one.text or "" for one in parsed(svg).iter(f"{SVG}text")]
