"""The small parts every page prints: names, times, numbers, codes, statuses, pages."""

import re

import pytest
import zxingcpp
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation
from PIL import Image

from serai.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from serai.core.people import Names
from serai.web.forms import CountField, Form
from serai.web.templatetags.serai import reasons

NOON = 1_551_434_400_000  # 1 March 2019, 12:00 in Damascus


@pytest.fixture(autouse=True)
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SERAI_NOW_MS", str(NOON))


def printed(source: str, **context: object) -> str:
    return Template(source).render(Context(context)).strip()


def test_a_name_stands_apart_from_the_direction_around_it() -> None:
    names = Names(own="ليلى", father="Hasan", family="<b>", kunya="Umm Omar")
    shown = printed("{% person_name names %}", names=names)
    assert shown.startswith("<bdi>ليلى Hasan &lt;b&gt;</bdi>")
    assert "Umm Omar" in shown
    assert printed("{% person_name names %}", names={}) == "<bdi>no name yet</bdi>"


def test_a_code_is_not_torn_apart_in_a_sentence_from_right_to_left() -> None:
    said = "<3> G-2094 7K00-019C 2019-03-08 A-B"
    assert (
        printed("{{ said|codes_kept }}", said=said) == "&lt;3&gt; G-2094 7K00-019C 2019-03-08 A-B"
    )
    with translation.override("ar"):
        shown = printed("{{ said|codes_kept }}", said=said)
    kept = [f'<bdi class="kept">{one}</bdi>' for one in ("G-2094", "7K00-019C", "2019-03-08")]
    assert shown == " ".join(["&lt;3&gt;", *kept, "A-B"])


@pytest.mark.parametrize(
    ("before_ms", "shown"),
    [
        (0, "12:00"),
        (3 * HOUR_MS, "09:00"),
        (DAY_MS, "28 Feb, 12:00"),
        (365 * DAY_MS, "1 Mar 2018, 12:00"),
    ],
)
def test_a_time_is_the_place_s_own_with_the_day_when_it_is_another(
    before_ms: int, shown: str
) -> None:
    element = printed("{{ at|clock }}", at=NOON - before_ms)
    assert f">{shown}</time>" in element
    assert 'title="' in element


@pytest.mark.parametrize(
    ("passed_ms", "shown"),
    [
        (5_000, "just now"),
        (MINUTE_MS, "1 minute ago"),
        (59 * MINUTE_MS, "59 minutes ago"),
        (47 * HOUR_MS, "47 hours ago"),
        (4 * DAY_MS, "4 days ago"),
    ],
)
def test_how_long_ago_is_said_in_the_largest_unit_that_fits(passed_ms: int, shown: str) -> None:
    assert f">{shown}</time>" in printed("{{ at|ago }}", at=NOON - passed_ms)


def test_a_printed_page_tells_the_hour_of_the_station_s_clock() -> None:
    assert printed("{% printed_at %}") == "1 March 2019 12:00"


def test_no_time_prints_nothing() -> None:
    assert printed("{{ at|clock }}{{ at|ago }}", at=0) == ""


def test_numbers_are_grouped() -> None:
    assert printed("{{ n|number }}", n=73041) == "73\u202f041"


def test_a_qr_code_reads_back() -> None:
    drawing = printed("{% qr text scale=1 %}", text="S1:7K00-019C")
    assert 'class="qr"' in drawing
    assert "style=" not in drawing
    assert read_back(drawing) == "S1:7K00-019C"


def read_back(drawing: str) -> str:
    """Paints the strokes of the drawing and lets a reader look at it."""
    size = int(re.search(r'width="(\d+)"', drawing)[1])  # type: ignore[index]
    image = Image.new("L", (size, size), 255)
    x, y = 0, 0.0
    for letter, numbers in re.findall(
        r"([Mmh])([-\d. ]+)", drawing.split(' d="')[1].split('"', maxsplit=1)[0]
    ):
        steps = [float(one) for one in numbers.split()]
        if letter == "h":
            for offset in range(int(steps[0])):
                image.putpixel((x + offset, int(y)), 0)
            x += int(steps[0])
        elif letter == "M":
            x, y = int(steps[0]), steps[1]
        else:
            x, y = x + int(steps[0]), y + steps[1]
    return zxingcpp.read_barcodes(image.resize((size * 6, size * 6), 0))[0].text


def test_a_status_says_in_words_what_its_colour_says() -> None:
    assert printed('{% status "bad" words %}', words="Not here") == (
        '<span class="status bad">Not here</span>'
    )


def test_a_count_has_buttons_that_only_scripts_show() -> None:
    class Gate(Form):
        women = CountField(label="Women")

    shown = printed("{% counter form.women %}", form=Gate())
    assert shown.count(" hidden>") == 2
    assert 'aria-label="One more: Women"' in shown
    assert 'inputmode="numeric"' in shown
    assert 'type="text"' in shown


def test_pages_keep_what_was_asked() -> None:
    request = RequestFactory().get("/", {"q": "a b", "page": "2"})
    page = Paginator(range(100), 25).get_page(2)
    shown = printed("{% pager page %}", request=request, page=page)
    assert 'href="?q=a+b&amp;page=3"' in shown
    assert 'href="?q=a+b&amp;page=1"' in shown
    assert "Page 2 of 4" in shown


def test_a_single_page_needs_no_pager() -> None:
    page = Paginator(range(3), 25).get_page(1)
    assert printed("{% pager page %}", page=page) == ""


def test_progress_counts_up_in_words() -> None:
    shown = printed('{% progress 37 40 "on board" %}')
    assert "37 of 40 on board" in " ".join(shown.split())
    assert '<progress value="37" max="40"' in shown


def test_words_around_times_are_translated() -> None:
    with translation.override("ar"):
        assert "just now" not in printed("{{ at|ago }}", at=NOON)


def test_a_comma_is_that_of_the_page() -> None:
    assert printed("{{ a }}{% comma %}{{ b }}", a="x", b="y") == "x, y"
    with translation.override("ar"):
        assert printed("{{ a }}{% comma %}{{ b }}", a="س", b="ص") == "س، ص"


def test_a_reason_keeps_the_direction_of_its_words_whatever_name_it_begins_with() -> None:
    line = reasons(["حمزة (1 in 20)", "O'Hara <b> = أحمد (واحد من كل 7)"])
    assert line == (
        '<bdi dir="ltr"><bdi>حمزة</bdi> (1 in 20)</bdi> · '
        '<bdi dir="rtl"><bdi>O&#x27;Hara</bdi> &lt;<bdi>b</bdi>&gt; = أحمد (واحد من كل 7)</bdi>'
    )
