"""Words on pictures cover neither each other nor the marks, however close their points lie."""

import re

import pytest
from tests.charts.drawn import texts

from serai.charts.hazards import MapHazard
from serai.charts.labels import Label, laid_out, overlap
from serai.charts.line import Interval, LineWords, Series, lines
from serai.charts.map import LETTER, LINE, MapPlace, MapWords, route_map
from serai.core.operation import PLACES

MAP_WORDS = MapWords("Map", "Nothing", "{count} on the road", "E", "K", "S", "I")
PAPER = (0.0, 0.0, 420.0, 600.0)
HALOED = re.compile(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*text-anchor="(\w+)"[^>]*>([^<]+)</text>')


def boxes_of(svg: str) -> list[tuple[float, float, float, float]]:
    """About where every label of the map stands."""
    found = []
    for x, y, anchor, words in HALOED.findall(svg):
        if 'class="halo"' not in svg or not re.search(r"[a-z]", words):
            continue
        wide = len(words) * LETTER
        left = float(x) - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        found.append((left, float(y) - LINE + 3, left + wide, float(y) + 2))
    return found


def crowded(count: int) -> list[Label]:
    return [Label((200 + n % 3, 300 + n % 4), 80, 34, 6) for n in range(count)]


@pytest.mark.parametrize("count", [2, 5, 9])
def test_labels_of_points_that_lie_together_do_not_overlap(count: int) -> None:
    placed = laid_out(crowded(count), PAPER, [])
    for number, one in enumerate(placed):
        assert not any(overlap(one.box, other.box) for other in placed[:number])


def test_who_stands_aside_is_led_to_by_a_line() -> None:
    placed = laid_out(crowded(9), PAPER, [])
    assert placed[0].leader is None
    assert any(one.leader for one in placed)


def test_a_label_stays_on_the_paper() -> None:
    for at in ((0.0, 0.0), (420.0, 600.0), (0.0, 600.0)):
        left, top, right, bottom = laid_out([Label(at, 90, 34, 5)], PAPER, [])[0].box
        assert min(left, top) >= 0
        assert (right, bottom) <= (420, 600)
        assert bottom <= 600


def test_the_places_around_baghuz_are_told_apart() -> None:
    places = [
        MapPlace(one.place, one.name, one.latitude, one.longitude, 339, 235) for one in PLACES
    ]
    road = [("front", "reception"), ("reception", "busayrah")]
    hazards = [MapHazard(n, "Mines", 34.47, 40.95, 25) for n in range(1, 4)]
    found = boxes_of(route_map(places, road, MAP_WORDS, hazards=hazards))
    assert len(found) >= 2 * len(places)
    for number, one in enumerate(found):
        assert all(overlap(one, other) < 40 for other in found[:number]), one


def test_bars_of_one_week_keep_their_numbers_and_stand_off_the_line() -> None:
    said = [Interval(50 + n, 1_000 * n, 1_000 * n, "OCHA", n, f"{n}") for n in range(1, 9)]
    counted = Series("counted", tuple(float(100 * day) for day in range(60)))
    svg = lines([f"{n}" for n in range(60)], [counted], LineWords("T", "N"), intervals=said)
    shown = texts(svg)
    assert all(any(one.split()[0] == str(n) for one in shown) for n in range(1, 9))


def test_an_operation_elsewhere_has_a_map_of_its_own() -> None:
    places = [
        MapPlace("gate", "Gate", 13.1, 24.9, 10),
        MapPlace("camp", "Camp", 13.6, 25.4, 200),
    ]
    svg = route_map(places, [("gate", "camp")], MAP_WORDS)
    assert {"Gate", "Camp"} <= set(texts(svg))
    assert "E" not in texts(svg)
    assert 'class="road"' in svg
