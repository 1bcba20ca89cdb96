"""The training's public reports: read by the real reader, contradictions kept, some left to do."""

from collections import Counter

from serai.core.events import ClaimsCompared, ClaimsJudged, ReportRead, ReportTaken
from serai.simulation.operation import operation
from serai.simulation.reported import told


def bodies(drafts, kind):
    return [draft.body for draft in drafts if isinstance(draft.body, kind)]


def test_every_report_is_taken_in_and_read_with_the_figures_of_its_words(small):
    taken = {body.report: body for body in bodies(small.drafts, ReportTaken)}
    readings = bodies(small.drafts, ReportRead)
    assert len(taken) == len(readings) >= 12
    for reading in readings:
        text = taken[reading.report].text
        assert reading.claims, text
        assert all(text[one.start : one.end] == one.quote for one in reading.claims)


def test_what_the_coordinator_did_is_about_figures_that_the_reader_found(small):
    found = Counter(one.quote for body in bodies(small.drafts, ReportRead) for one in body.claims)
    reports, sides = told()
    acts = [quote for report in reports for quote, _ in report.acts]
    assert acts
    for quote in (*acts, *(quote for side in sides for quote in side.quotes)):
        assert found[quote] == 1, quote


def test_5200_and_12000_are_one_range_and_nobody_averaged_them(small):
    said = {
        one.claim: one.figure for body in bodies(small.drafts, ReportRead) for one in body.claims
    }
    ranges = [
        {said[claim].low for claim in body.claims}
        for body in bodies(small.drafts, ClaimsCompared)
        if body.relation == "range"
    ]
    assert {5_200, 12_000} in ranges
    assert {54_500, 45_000} in ranges


def test_some_figures_wait_for_somebody_to_judge_them(small):
    judged = {one for body in bodies(small.drafts, ClaimsJudged) for one in body.claims}
    read = {one.claim for body in bodies(small.drafts, ReportRead) for one in body.claims}
    assert judged < read
    assert 5 <= len(read - judged) <= 20


def test_reports_never_post_to_the_books(small):
    for kind in (ReportTaken, ReportRead, ClaimsJudged, ClaimsCompared):
        told = bodies(small.drafts, kind)
        assert told
        assert not any(body.posting() for body in told)


def test_the_reports_are_the_same_bytes_for_the_same_seed():
    one, other = (
        [draft for draft in operation(11, scale=0.01).drafts if draft.body.kind == "report_read"]
        for _ in range(2)
    )
    assert one == other
