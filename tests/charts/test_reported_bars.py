"""What was said of single days stands beside our line: every end, every name, nothing averaged."""

import re

from tests.charts.drawn import refuses_nothing, texts

from serai.charts.line import BOTTOM, Interval, LineWords, Series, lines

WORDS = LineWords("Arrivals", "Nothing known")
LABELS = ["5 Mar", "6 Mar", "7 Mar", "8 Mar"]
COUNTED = Series("counted", (0, 2_000, 7_000, 8_100))
LOW = Interval(2, 5_200, 5_200, "OCHA", 1, "1. OCHA: 5 200")
HIGH = Interval(3, 12_000, None, "IRC", 2, "2. IRC: at least 12 000", start=1, base=0)


def drawn(*intervals, rtl=False):
    return lines(LABELS, [COUNTED], WORDS, intervals=intervals, rtl=rtl)


def heights(svg):
    return [float(y) for y in re.findall(r'<rect[^>]* y="([\d.]+)"[^>]*class="said"', svg)]


def test_each_bar_stands_at_its_own_height_and_none_between_them():
    low, high = heights(drawn(LOW, HIGH))
    assert high < low < BOTTOM
    assert len(heights(drawn(LOW, HIGH))) == 2


def test_bars_carry_their_number_and_the_name_where_there_is_room():
    shown = texts(drawn(LOW, HIGH))
    assert "1 OCHA" in shown
    assert "2 IRC" in shown


def test_crowded_bars_keep_their_numbers_apart():
    crowd = [Interval(2, 5_000 + n, 5_000 + n, "A long name", n, f"{n}") for n in range(1, 7)]
    svg = drawn(*crowd)
    places = re.findall(r'<text x="([\d.]+)" y="([-\d.]+)"[^>]*font-size="11"', svg)
    assert len(set(places)) == len(places) == 6


def test_an_open_side_is_drawn_open():
    assert drawn(HIGH).count('stroke-dasharray="3 3"') == 1
    assert drawn(LOW).count('stroke-dasharray="3 3"') == 0


def test_the_words_of_every_bar_are_told_aloud_and_never_run():
    svg = drawn(LOW, Interval(1, 3, 9, "<script>", 3, "3. <script>: 3–9"))
    assert "1. OCHA: 5 200" in svg
    assert "<script>" not in svg


def test_bars_alone_are_a_picture_too_and_mirror_for_arabic():
    svg = lines(LABELS, [], WORDS, intervals=[LOW], rtl=True)
    assert refuses_nothing(svg)
    assert 'direction="rtl"' in svg
    assert heights(svg)
