"""Figures of different reports are put together only when they are one, across both scripts."""

import sys
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from gold_texts import Document, gold_names, group_rows, group_sets, groups_scored

from serai.core.reports import read
from serai.core.reports.group_score import GroupScore
from serai.core.reports.groups import grouped_across, same
from serai.core.reports.proposals import Told, proposals
from serai.core.reports.reading import Claim
from serai.core.reports.written import place_key


@pytest.fixture(scope="module")
def scored() -> GroupScore:
    return groups_scored()


def test_figures_of_different_publishers_are_put_together_and_no_others(scored: GroupScore) -> None:
    assert scored.figures()["pair precision"] >= 0.95, scored.wrong
    assert scored.figures()["pair recall"] >= 0.8, scored.missed


@pytest.fixture(scope="module")
def proposed() -> dict[frozenset[str], str]:
    """Every pair of figures that people would be asked about, with the relation proposed."""
    found = {}
    for _, reports in group_sets():
        told = [
            _told(figure, report, claim)
            for report in reports
            for figure, claim in gold_names(report, read(report.text, report.meta).claims)
        ]
        for one in proposals(told):
            for pair in combinations(one.claims, 2):
                found[frozenset(pair)] = one.relation
    return found


def _told(figure: str, report: Document, claim: Claim) -> Told:
    return Told(
        claim=figure, report=report.meta.id, kind=claim.kind, unit=claim.unit, low=claim.low,
        high=claim.high, what=claim.what or "", place_key=place_key(claim.place or ""),
        from_key=place_key(claim.place_from or ""),
        first_on=claim.date_from.isoformat() if claim.date_from else "",
        last_on=claim.date_to.isoformat() if claim.date_to else "", source=report.meta.source,
    )  # fmt: skip


def test_people_are_never_asked_whether_different_facts_are_one(proposed) -> None:
    apart = [row["members"] for row in group_rows() if row["relation"] == "different"]
    pairs = {frozenset(pair) for members in apart for pair in combinations(members, 2)}
    assert pairs & proposed.keys() == set()


def test_people_are_asked_about_a_number_and_its_round_one(proposed) -> None:
    rows = [row["members"] for row in group_rows() if row["relation"] == "same"]
    pairs = {frozenset(pair) for members in rows for pair in combinations(members, 2)}
    found = [pair for pair in pairs if proposed.get(pair) == "same"]
    assert len(found) >= 0.6 * len(pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3,000 fighters left Homs on 4 May 2019.", "3,000 civilians left Homs on 4 May 2019."),
        ("400 people fled Hajin on 4 May 2019.", "400 people fled Susah on 4 May 2019."),
        ("Some 94 families left Homs on 4 May 2019.", "94 people left Homs on 4 May 2019."),
        ("On 4 May 2019, 55 people died in Homs.", "On 14 May 2019, 55 people died in Homs."),
        ("Hundreds fled Hajin on 4 May 2019.", "Hundreds fled Hajin on 4 May 2019."),
    ],
)  # fmt: skip
def test_alike_figures_of_different_facts_are_kept_apart(one: str, other: str) -> None:
    mine, theirs = read(one).claims[0], read(other).claims[0]
    assert not same(mine, msgspec.structs.replace(theirs, doc="another"))


def test_the_same_figure_is_met_in_the_other_script_and_by_a_place_nobody_knows() -> None:
    (english,) = read("On 18 June 2025, 562 people entered at the Bab al-Hawa crossing.").claims
    (arabic,) = read("دخل 562 شخصاً عبر معبر باب الهوى في 18 حزيران 2025.").claims
    assert same(msgspec.structs.replace(english, doc="en"), arabic)


BEIRUT = "BEIRUT (AP) - On 23 September 2024 strikes killed 558 people and wounded 1,835."
LEBANON = "On 23 September 2024, 558 people were killed and 1,835 injured in Lebanon."


def test_a_guessed_place_parts_no_figures_of_reports_that_share_two() -> None:
    both = grouped_across([read(BEIRUT), read(LEBANON)])
    labels = [[claim.group for claim in reading.claims] for reading in both]
    assert labels[0] == labels[1]
    assert all(labels[0])


def test_one_shared_figure_is_too_little_for_a_guessed_place() -> None:
    both = grouped_across([read(BEIRUT), read("On 23 September 2024, 558 people died in Tripoli.")])
    assert all(claim.group is None for reading in both for claim in reading.claims)
