"""The pen all pictures are drawn with: escapes every text, mirrors for Arabic, names itself aloud.

A picture has no style attribute and no script, so the strictest content policy shows it; looks
are presentation attributes, and classes let a page's own style sheet change them. Words come in
translated; colour never says anything alone.
"""

from functools import lru_cache
from html import escape

PEOPLE = "#1f6f8b"
SECOND = "#b06a10"
ALERT = "#b3261e"
WATER = "#5b8db8"
INK = "currentColor"
HALO = "#ffffff"  # around letters that stand on lines
FAINT = "0.18"
QUIET = "0.75"
WIDTH = 420  # of every picture, in its own units: 15 units of text are 12 pixels on a small phone
TEXT = 15
SMALL = 13
BIG = 19
LEFT_TO_RIGHT_MARK = "\u200e"
ISOLATE, ISOLATED = "\u2066", "\u2069"
GAP = "\N{NARROW NO-BREAK SPACE}"  # between thousands, as on the pages around

Number = int | float
Attribute = str | int | float | None
Step = tuple[str, *tuple[Number, ...]]


def number(value: int, *, signed: bool = False) -> str:
    """A count as people read it; a sign stays on its left side in Arabic too.

    >>> number(73041) == "73\N{NARROW NO-BREAK SPACE}041", number(-3)[1:]
    (True, '−3')
    """
    sign = "−" if value < 0 else "+" if signed and value > 0 else ""
    mark = LEFT_TO_RIGHT_MARK if sign else ""
    return mark + sign + f"{abs(value):,}".replace(",", GAP)


def left_to_right(words: str) -> str:
    """Words that keep their order in Arabic too, such as a range of ages.

    >>> left_to_right("18–59")[1:-1]
    '18–59'
    """
    return f"{ISOLATE}{words}{ISOLATED}"


def element(tag: str, inside: str = "", /, **attributes: Attribute) -> str:
    """One element; `inside` is markup already, attribute values are escaped here.

    >>> element("circle", r=2, stroke_width=1.5, class_='a"b')
    '<circle r="2" stroke-width="1.5" class="a&quot;b"/>'
    """
    written = "".join([_attribute(*one) for one in attributes.items() if one[1] is not None])
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


class Picture:
    """A drawing under way. Positions are given for left to right; `rtl` mirrors them."""

    def __init__(
        self, name: str, height: Number, *, width: Number = WIDTH, rtl: bool = False
    ) -> None:
        self.name, self.width, self.height, self.rtl = name, width, height, rtl
        self.parts: list[str] = []

    def x(self, x: Number) -> Number:
        """The position on paper: mirrored when the script runs right to left."""
        return self.width - x if self.rtl else x

    def add(self, markup: str) -> None:
        """Puts finished markup on the paper."""
        self.parts.append(markup)

    def text(self, x: Number, y: Number, words: str, **attributes: Attribute) -> None:
        """Words; `text_anchor` start and end follow the direction of reading."""
        looks: dict[str, Attribute] = {"font_size": TEXT, "fill": INK, **attributes}
        self.add(element("text", escape(words), x=self.x(x), y=y, **looks))

    def rect(
        self, x: Number, y: Number, width: Number, height: Number, tip: str = "", **looks: Attribute
    ) -> None:
        """A box; `tip` is what a pointer or a screen reader finds on it."""
        left = self.x(x) - (width if self.rtl else 0)
        inside = element("title", escape(tip)) if tip else ""
        place: dict[str, Attribute] = {"x": left, "y": y, "width": width, "height": height}
        self.add(element("rect", inside, **place, **looks))

    def line(self, x1: Number, y1: Number, x2: Number, y2: Number, **looks: Attribute) -> None:
        """A straight line in ink."""
        ends: dict[str, Attribute] = {"x1": self.x(x1), "y1": y1, "x2": self.x(x2), "y2": y2}
        self.add(element("line", **{**ends, "stroke": INK, **looks}))

    def ring(self, x: Number, y: Number, radius: Number, tip: str, **looks: Attribute) -> None:
        """A circle around a point."""
        place: dict[str, Attribute] = {"cx": self.x(x), "cy": y, "r": radius}
        self.add(element("circle", element("title", escape(tip)), **{**place, **looks}))

    def path(self, *steps: Step, tip: str = "", **looks: Attribute) -> None:
        """A path of absolute steps, each a letter and its x, y pairs."""
        drawn = " ".join(self._step(*step) for step in steps)
        inside = element("title", escape(tip)) if tip else ""
        self.add(element("path", inside, **{"d": drawn, **looks}))

    def hatch(self, colour: str) -> str:
        """The fill of a striped area, to be told from a full one without colour."""
        identity = f"{self.name}-hatch-{colour.strip('#')}"
        stroke = element("path", d="M0 6L6 0", stroke=colour, stroke_width=2)
        ground = element("rect", width=6, height=6, fill=colour, fill_opacity=FAINT)
        box: dict[str, Attribute] = {"width": 6, "height": 6, "patternUnits": "userSpaceOnUse"}
        pattern = element("defs", element("pattern", ground + stroke, id=identity, **box))
        if pattern not in self.parts:
            self.add(pattern)
        return f"url(#{identity})"

    def svg(self, title: str, description: str) -> str:
        """The whole picture, with the title and the sentence that stand in for it aloud."""
        named = element("title", escape(title) or " ", id=f"{self.name}-title")
        told = element("desc", escape(description) or " ", id=f"{self.name}-desc")
        return element(
            "svg",
            named + told + "".join(self.parts),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {_value(self.width)} {_value(self.height)}",
            role="img",
            class_=f"chart chart-{self.name}",
            direction="rtl" if self.rtl else "ltr",
            aria_labelledby=f"{self.name}-title {self.name}-desc",
        )

    def _step(self, letter: str, *values: Number) -> str:
        pairs = zip(values[::2], values[1::2], strict=True)
        return letter + " ".join(f"{_value(self.x(x))},{_value(y)}" for x, y in pairs)


def empty(name: str, title: str, words: str, *, rtl: bool = False) -> str:
    """An honest picture of nothing: a frame and a sentence."""
    picture = Picture(name, 120, rtl=rtl)
    picture.rect(1, 1, WIDTH - 2, 118, fill="none", stroke=INK, stroke_opacity=FAINT, rx=6)
    picture.text(WIDTH / 2, 65, words, text_anchor="middle", fill_opacity=QUIET)
    return picture.svg(title, words)


@lru_cache(maxsize=20_000, typed=True)  # a page draws the same rivers and looks again and again
def _attribute(key: str, value: Attribute) -> str:
    return f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'


@lru_cache(maxsize=20_000, typed=True)
def _value(value: Attribute) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.3g}"
    return escape(str(value))
