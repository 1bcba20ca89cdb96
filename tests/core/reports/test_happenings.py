"""Whatever words a report tells of people in, the figure says what happened to them."""

from pathlib import Path

import pytest

from serai.core.reports import read
from serai.core.reports.reading import CONTEXT_KINDS
from serai.core.reports.verb_forms import any_form, told_before_people

LINES = (Path(__file__).parent / "happenings.txt").read_text(encoding="utf-8").splitlines()
TOLD: dict[str, list[str]] = {}
for line in LINES:
    TOLD.setdefault(line.partition("|")[0], []).append(line.partition("|")[2])


@pytest.mark.parametrize("kind", TOLD)
def test_one_happening_is_known_in_many_words(kind: str) -> None:
    read_as = {
        words: [claim.kind for claim in read(words).claims if claim.kind not in CONTEXT_KINDS]
        for words in TOLD[kind]
    }
    assert {words: kinds for words, kinds in read_as.items() if kinds != [kind]} == {}


def test_what_no_grammar_knows_is_taken_by_the_words_around_it_and_is_only_possible() -> None:
    words = "Food, water and medical care were glorped among 4,000 families."
    (claim,) = read(words).claims
    assert (claim.kind, claim.certainty, claim.rules[0]) == ("assisted", "possible", "likely")
    assert read("The committee glorped 26 villagers.").claims == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Some 5,000 villagers zigzagged through the Tiau into Mizoram.", "arrived"),
        ("Some 5,000 villagers zigzagged out of Rihkhawdar.", "departed"),
        ("Some 5,000 villagers zigzagged back to Rihkhawdar.", "returned"),
        ("The nurses splinted 14 people.", "assisted"),
        ("The gunmen pocketed 14 people.", "held"),
    ],
)
def test_an_unknown_verb_says_little_and_the_figure_is_only_possible(words: str, kind: str) -> None:
    (claim,) = read(words).claims
    assert (claim.kind, claim.certainty) == (kind, "possible")


@pytest.mark.parametrize(
    ("words", "certainty"),
    [
        ("The blast in Homs killed 40 people.", "stated"),
        ("About 5,000 people were waiting at Moria.", "possible"),  # to leave, or just there
        ("Fighters hold the town, and 3,000 fighters are near.", "possible"),
    ],
)
def test_a_kind_resting_on_little_is_put_as_possible(words: str, certainty: str) -> None:
    (claim,) = read(words).claims
    assert claim.certainty == certainty


def test_a_verb_is_bent_by_rule_and_by_list() -> None:
    assert any_form("carry") == "(?:carry|carried|carries|carrying)"
    assert any_form("mow") == "(?:mow|mowed|mown|mows|mowing)"
    assert "gunning" in told_before_people("gun down", r"\d", r"\d+ \w+")
