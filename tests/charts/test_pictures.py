"""Pictures say the numbers they were given, in both directions, and never run what people typed."""

import re

import pytest
from tests.charts.drawn import parsed, place_of, refuses_nothing, texts

from serai.charts.bars import BarWords, Day, bars
from serai.charts.flow import FlowPlace, FlowRibbon, FlowWords, flow
from serai.charts.line import LineWords, Series, lines
from serai.charts.map import MapPlace, MapWords, route_map
from serai.charts.pyramid import AgeBand, PyramidWords, pyramid
from serai.charts.svg import SMALL, WIDTH, number

EVIL = '<script>alert("1")</script>&'
FLOW_WORDS = FlowWords(
    "Route", "Nobody", "{count} unnamed", "room for {count}", "{count} more than {room}",
    "{count} on the road", "{count} in 24 h",
)  # fmt: skip
MAP_WORDS = MapWords("Map", "No place", "{count} on the road", "Euphrates", "Khabur", "SY", "IQ")
BAR_WORDS = BarWords("Arrivals", "Nobody yet", "mean", "nobody", "so far")
PYRAMID_WORDS = PyramidWords("Ages", "Nobody yet", "Female", "Male", "Sex unknown")
LINE_WORDS = LineWords("Camp", "Nothing known")


def a_flow(name="Reception", rtl=False):
    places = [
        FlowPlace("reception", name, 3120, unnamed=624, on_the_road=720),
        FlowPlace("suwar", "Suwar", 2950, capacity=400),
        FlowPlace("al-hol", "Al-Hol", 54510),
    ]
    ribbons = [FlowRibbon("reception", "suwar", 1400), FlowRibbon("reception", "al-hol", 2300)]
    return flow(places, ribbons, FLOW_WORDS, rtl=rtl)


def a_map(name="Suwar", rtl=False):
    places = [
        MapPlace("suwar", name, 35.5, 40.667, 2950, on_the_road=310, over=True),
        MapPlace("al-hol", "Al-Hol", 36.375, 41.149, 54510),
    ]
    return route_map(places, [("suwar", "al-hol")], MAP_WORDS, rtl=rtl)


def some_bars(label="1 Mar", rtl=False):
    days = [Day(label, 45), Day("2 Mar", 0), *(Day(f"{day} Mar", day) for day in range(3, 12))]
    return bars([*days, Day("12 Mar", 6001, so_far=True)], BAR_WORDS, rtl=rtl)


def a_pyramid(label="0–4", rtl=False):
    bands = [AgeBand(label, 1251, 1302), AgeBand("5–11", 900, 950)]
    return pyramid(bands, PYRAMID_WORDS, unknown=7, rtl=rtl)


def some_lines(name="counted", rtl=False):
    series = [Series(name, (9454, None, 73041)), Series("reported", (9000, 50000, 74000))]
    return lines(["Dec", "Jan", "Mar"], series, LINE_WORDS, rtl=rtl)


PICTURES = [a_flow, a_map, some_bars, a_pyramid, some_lines]


@pytest.mark.parametrize("draw", PICTURES)
@pytest.mark.parametrize("rtl", [False, True])
def test_what_people_typed_is_shown_and_never_run(draw, rtl):
    svg = draw(EVIL, rtl=rtl)
    assert "<script" not in svg
    assert EVIL.split(">", maxsplit=1)[0] in " ".join(parsed(svg).itertext())
    assert refuses_nothing(svg)


@pytest.mark.parametrize("draw", PICTURES)
def test_every_picture_says_aloud_what_it_shows(draw):
    root = parsed(draw())
    title, told = root.get("aria-labelledby").split()
    spoken = {one.get("id"): one.text for one in root if one.get("id")}
    assert root.get("role") == "img"
    assert spoken[title].strip()
    assert re.search(r"\d", spoken[told])


@pytest.mark.parametrize("draw", PICTURES)
def test_no_picture_has_a_width_that_would_overflow_a_phone(draw):
    root = parsed(draw())
    assert root.get("width") is None
    assert root.get("viewBox").split()[2] == str(WIDTH)


def test_the_flow_shows_every_balance_ribbon_and_road():
    said = texts(a_flow())
    assert {"3120", "2950", "54510", "720 on the road", "1400 in 24 h", "2300"} <= set(said)
    assert "2550 more than 400" in said
    assert "624 unnamed" in said


def test_a_place_with_nobody_is_drawn_and_says_zero():
    svg = flow([FlowPlace("front", "Front line", 0)], [], FLOW_WORDS)
    assert "0" in texts(svg)
    assert "NaN" not in svg


def test_the_outermost_figures_of_the_flow_stand_on_the_paper():
    places = [FlowPlace(str(at), "Place", 1) for at in range(6)]
    ribbons = [FlowRibbon("0", str(at), 123_456 - at) for at in range(2, 6)]
    for rtl in (False, True):
        svg = flow(places, ribbons, FLOW_WORDS, rtl=rtl)
        middles = [float(x) for x in re.findall(r'<text x="([0-9.]+)"[^>]*class="halo"', svg)]
        assert len(middles) == 4
        half = len("123 456") * SMALL * 0.62 / 2
        assert all(half <= x <= WIDTH - half for x in middles), middles


def test_the_map_holds_the_numbers_and_leaves_out_places_beyond_it():
    far = MapPlace("geneva", "Geneva", 46.2, 6.1, 12)
    near = MapPlace("suwar", "Suwar", 35.5, 40.667, 2950)
    svg = route_map([far, near], [("geneva", "suwar")], MAP_WORDS)
    assert "2950" in texts(svg)
    assert "Geneva" not in texts(svg)
    assert "Geneva: 12" in svg


def test_circles_hold_people_by_area():
    small, large = sorted(
        float(one.get("r")) for one in parsed(a_map()).iter("{http://www.w3.org/2000/svg}circle")
    )
    assert (large / small) ** 2 == pytest.approx(54510 / 2950, rel=0.03)


def test_bars_name_the_peak_the_mean_and_days_without_anybody():
    svg = some_bars()
    assert "6001" in texts(svg)
    assert 'class="mean"' in svg
    assert svg.count('class="bar"') == 11  # twelve days, one of them without anybody
    assert "nobody: 1" in svg


def test_a_day_that_is_not_over_is_striped():
    today = some_bars().split('class="bar"')[-2]
    assert "url(#bars-hatch" in today


def test_the_pyramid_holds_both_sexes_and_counts_the_unknown():
    said = texts(a_pyramid())
    assert {"1251", "1302", "900", "950", "Sex unknown: 7"} <= set(said)


def test_a_line_breaks_where_nothing_is_known():
    svg = some_lines()
    drawn = re.findall(r'd="([^"]+)"[^>]*stroke-width="2.5"', svg)
    assert drawn[0].count("M") == 2
    assert drawn[1].count("M") == 1
    assert {"counted", "73041", "reported", "74000"} <= set(texts(svg))


@pytest.mark.parametrize(
    ("draw", "words"),
    [(a_flow, "Suwar"), (some_bars, "2 Mar"), (a_pyramid, "Female"), (some_lines, "reported")],
)
def test_arabic_pages_get_the_mirror_picture(draw, words):
    words = "Reception" if draw is a_flow else "12 Mar" if draw is some_bars else words
    left, right = place_of(draw(), words), place_of(draw(rtl=True), words)
    assert left + right == pytest.approx(WIDTH, abs=0.2)
    assert parsed(draw(rtl=True)).get("direction") == "rtl"


def test_geography_is_never_mirrored():
    ground = re.compile(r'<circle[^>]+cx="([\d.]+)"')
    assert ground.findall(a_map()) == ground.findall(a_map(rtl=True))


@pytest.mark.parametrize(
    ("svg", "words"),
    [
        (flow([], [], FLOW_WORDS), "Nobody"),
        (route_map([], [], MAP_WORDS), "No place"),
        (bars([Day("1 Mar", 0)], BAR_WORDS), "Nobody yet"),
        (bars([], BAR_WORDS), "Nobody yet"),
        (pyramid([AgeBand("0–4", 0, 0)], PYRAMID_WORDS), "Nobody yet"),
        (lines([], [], LINE_WORDS), "Nothing known"),
    ],
)
def test_nothing_to_show_is_said_in_words(svg, words):
    assert texts(svg) == [words]


def test_signs_stay_on_the_left_of_numbers_in_arabic():
    assert number(-1234) == "\u200e−1\u202f234"
    assert number(5, signed=True) == "\u200e+5"
    assert number(0, signed=True) == "0"
