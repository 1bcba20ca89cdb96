"""Which claims are proposed to belong together, and which never are."""

from serai.core.reports.proposals import Told, proposals


def told(claim, low=5_200.0, report="", **more):
    fields = {
        "kind": "arrived", "unit": "person", "high": low, "what": "people", "place_key": "camp",
        "from_key": "", "first_on": "2019-03-05", "last_on": "2019-03-07", "source": "OCHA",
    } | more  # fmt: skip
    return Told(claim=claim, report=report or claim, low=low, **fields)


def test_the_same_number_of_the_same_days_is_perhaps_one_figure():
    (one,) = proposals([told("a"), told("b", first_on="2019-03-06", last_on="2019-03-08")])
    assert (one.relation, one.claims) == ("same", ("a", "b"))


def test_other_numbers_of_the_same_days_are_perhaps_a_range():
    (one,) = proposals(
        [told("a"), told("b", 12_000.0, first_on="2019-03-06", last_on="2019-03-08")]
    )
    assert (one.relation, one.claims) == ("range", ("a", "b"))


def test_a_sum_since_december_and_three_days_of_march_are_no_range():
    assert proposals([told("a"), told("b", 55_000.0, first_on="2018-12-04")]) == []


def test_everybody_is_everybody_in_other_words_and_in_the_other_script():
    (one,) = proposals([told("a"), told("b", 12_000.0, what="نازح"), told("c", 7.0e3, what="idps")])
    assert (one.relation, one.claims) == ("range", ("a", "b", "c"))


def test_the_running_figure_of_one_source_is_perhaps_a_series():
    days = ("2019-02-04", "2019-02-20", "2019-03-07")
    stocks = [
        told(f"c{n}", 35_000.0 + n * 9_000, kind="occupancy", first_on=day, last_on=day)
        for n, day in enumerate(days)
    ]
    (one,) = proposals(stocks)
    assert (one.relation, one.claims) == ("series", ("c0", "c1", "c2"))


def test_nothing_is_proposed_across_places_parts_or_small_numbers():
    assert proposals([told("a"), told("b", place_key="suwar")]) == []
    assert proposals([told("a"), told("b", what="children")]) == []
    assert proposals([told("a", 3.0), told("b", 3.0)]) == []
    assert proposals([told("a"), told("b", last_on="")]) == []
    assert proposals([told("a", place_key=""), told("b", place_key="")]) == []


def test_what_people_compared_is_not_proposed_again():
    assert proposals([told("a"), told("b")], [frozenset({"a", "b", "c"})]) == []


def test_different_figures_of_one_report_are_never_a_range():
    assert proposals([told("a", report="r"), told("b", 6_000.0, report="r")]) == []
