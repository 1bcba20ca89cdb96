"""The reader finds the figures of reports from many wars, with place, speaker and days."""

# ruff: noqa: E501 - a sentence and what it says read best on one line

import sys
from datetime import date
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from gold_texts import documents, read_once, seed_articles

from serai.core.reports import Meta, read
from serai.core.reports.citation import faults
from serai.core.reports.exports import masked_row, row
from serai.core.reports.hazard_score import score_hazards
from serai.core.reports.readers import admitted
from serai.core.reports.reading import CONTEXT_KINDS
from serai.core.reports.score import Score, score

GOLD = {"own": list(documents()), **seed_articles()}
LEAST = {
    "own": {"claim F1": 0.95, "hazard recall": 0.9},
    "seeds": {"claim F1": 0.97, "group pair precision": 0.95, "hazard recall": 0.9,
              "hazard precision": 0.8},
}  # fmt: skip


@pytest.fixture(scope="module")
def scored() -> Score:
    gold, said = [], []
    for document in documents():
        gold += document.rows
        said += [row(claim) for claim in read_once(document.text, document.meta).claims]
    return score(gold, said)


@pytest.mark.parametrize(
    ("figure", "least"),
    [("claim F1", 0.96), ("full F1", 0.86), ("stated precision", 0.98), ("place", 0.94),
     ("speaker", 0.98), ("date", 0.95), ("hedge", 0.98)],
)  # fmt: skip
def test_reports_of_many_places_are_read(scored: Score, figure: str, least: float) -> None:
    assert scored.figures()[figure] >= least, "\n".join(scored.misses)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("3,000 people arrived in Aden and 1,500 in Mukalla.", [("arrived", 3000, "Aden"), ("arrived", 1500, "Mukalla")]),
        ("ISIS holds about 700 people in Kocho. The camp in Duhok holds 5,000 people.", [("held", 700, "Kocho"), ("occupancy", 5000, "Duhok")]),
        ("There were 100 men in Homs and they were taken away.", [("held", 100, "Homs")]),
        ("The number of refugees in Uganda has reached 832,000.", [("occupancy", 832000, "Uganda")]),
        ("Two thirds of the 90,000 residents of Homs have left.", []),
        ("No one was killed and none of the 300 passengers was hurt in Homs.", []),
        ("The attack in Homs killed 725,000 livestock.", []),
        ("Cases of measles rose to 1,314 in Homs.", []),
        ("One in five families has left Homs.", [("share", 20, "Homs")]),
        ("In Uganda there are 3 doctors per 10,000 people.", []),
        ("Soldiers waved 900 people across the bridge at Adre.", [("arrived", 900, "Adre")]),
        ("Some 900 people streamed across the border at Adre.", [("arrived", 900, "Adre")]),
        ("The bodies of 22 people were brought to Homs.", [("killed", 22, "Homs")]),
        ("A rocket hit Homs, wounding 11 mechanics.", [("injured", 11, "Homs")]),
        ("A boy of four died in Homs.", []),
        ("Of 80 lorries, 12 were turned back at Adre.", [("vehicles", 80, "Adre"), ("vehicles", 12, "Adre")]),
        ("Among those who came out of Homs are 20 children.", [("departed", 20, "Homs")]),
        ("Some 500 people in Homs have not received food.", [("need", 500, "Homs")]),
        ("Some 300 families have not returned to Homs.", []),
        ("About 200 people did not survive in Homs.", [("died", 200, "Homs")]),
        ("At least 51 people were killed in Homs; residents say 64.", [("killed", 51, "Homs"), ("killed", 64, "Homs")]),
        ("Three of my sons are dead, and 27 others from our street in Homs.", [("killed", 3, "Homs"), ("killed", 27, "Homs")]),
        ("About 1,200 families (8,400 persons) arrived in Aden.", [("arrived", 1200, "Aden"), ("arrived", 8400, "Aden")]),
        ("The camp in Duhok was planned for 4,000 families and took in 310.", [("arrived", 310, "Duhok")]),
        ("Some 60 per cent of the town's 40,000 inhabitants have fled Homs.", [("share", 60, "Homs")]),
    ],
)  # fmt: skip
def test_figures_are_told_from_their_company(
    text: str, figures: list[tuple[str, float, str]]
) -> None:
    said = read(text, Meta(report_date=date(2019, 2, 1))).claims
    counted = [claim for claim in said if claim.kind not in CONTEXT_KINDS]
    assert [(claim.kind, claim.low, claim.place) for claim in counted] == figures


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("On January 19 about 300 people fled Hajin.", date(2019, 1, 19), date(2019, 1, 19)),
        ("In the 24 hours to Monday about 300 people fled Hajin.", date(2019, 1, 27), date(2019, 1, 28)),
        ("Between Friday and Sunday 300 people fled Hajin.", date(2019, 1, 25), date(2019, 1, 27)),
        ("In the first week of January 300 people fled Hajin.", date(2019, 1, 1), date(2019, 1, 7)),
        ("The city fell on 3 January. The next day 300 people fled Hajin.", date(2019, 1, 4), date(2019, 1, 4)),
        ("In November and December 300 people fled Hajin.", date(2018, 11, 1), date(2018, 12, 31)),
        ("In the war of 1994-96 about 300 people fled Hajin.", date(1994, 1, 1), date(1996, 12, 31)),
        ("In January 12 children fled Hajin.", date(2019, 1, 1), date(2019, 1, 31)),
        ("The city fell on 3 January. Since then 300 people have fled Hajin.", date(2019, 1, 3), date(2019, 2, 1)),
    ],
)  # fmt: skip
def test_days_are_read_from_the_reports_own_date_and_from_the_day_named_last(
    words: str, first: date, last: date
) -> None:
    (claim,) = read(words, Meta(report_date=date(2019, 2, 1))).claims
    assert (claim.date_from, claim.date_to) == (first, last)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("About 400 people were told to leave Hajin.", "expected"),
        ("About 400 people were forced to leave Hajin.", "stated"),
        ("About 400 people may have left Hajin.", "possible"),
        ("In May 400 people left Hajin.", "stated"),
        ("Britain pledged money to feed 400 people in Hajin.", "expected"),
        ("The Red Cross reported that 400 people had left Hajin.", "stated"),
        ("Local media reported that 400 people had left Hajin.", "reported"),
        ("About 400 people, or half the town of Hajin, could soon go hungry.", "possible"),
    ],
)
def test_only_what_has_happened_is_stated(text: str, sure: str) -> None:
    assert [claim.certainty for claim in read(text).claims] == [sure]


def test_the_answers_of_an_interview_have_its_speaker() -> None:
    text = "How many came?\nIda Berg, UNHCR: About 300 people crossed at Adre.\nAnd today?\nToday 90 arrived.\n"
    assert {claim.attributed_to for claim in read(text).claims} == {"Ida Berg"}


def test_hazards_of_our_own_reports_are_found() -> None:
    gold, said = [], []
    for document in documents():
        if document.hazards:
            gold += document.hazards
            said += read_once(document.text, document.meta).hazards
    found = score_hazards(gold, said)
    assert found.figures()["hazard recall"] >= 0.95, "\n".join(found.misses)
    assert found.figures()["hazard place"] >= 0.9, "\n".join(found.misses)


def test_fifteen_trucks_with_forty_people_each_keep_both_factors() -> None:
    claims = read("They came in around 15 trucks with 40 people each.").claims
    load = next(claim for claim in claims if claim.kind == "load")
    assert (load.factors, load.product) == ((15, 40), 600)


def test_a_sentence_printed_twice_is_one_claim_with_two_spans() -> None:
    line = "More than 3,000 civilians are still trapped in Baghouz today, officials said.\n"
    (claim,) = read(line * 2).claims
    assert claim.repeats == ((claim.start + len(line), claim.end + len(line)),)


def test_no_day_is_guessed_without_a_report_date() -> None:
    text = "Last week 400 people fled Hajin. On Friday 30 died.\n\nCopyright 2023 Example"
    assert all(claim.date_to is None for claim in read(text).claims)
    assert read(text).report_date is None


@pytest.mark.parametrize(
    "text",
    [
        "A 24-year-old man fled.", "They pray five times a day.", "1,597 views", "A mother of two.",
        "It happened on March 31, 2023.", "He stood two meters away.", "A ten-point road map.",
        "Her daughters are 5 and 8.", "Resolution 2254 was adopted.", "Two residents said so.",
    ],
)  # fmt: skip
def test_a_number_that_counts_nobody_is_no_claim(text: str) -> None:
    assert read(text, Meta(report_date=date(2019, 1, 21))).claims == ()


def test_town_and_camp_of_al_hawl_stay_two_places() -> None:
    from serai.core.gazetteer import find

    town, camp = find("Al-Hol"), find("Al-Hol camp")
    assert town is not None
    assert camp is not None
    assert town.id != camp.id


def test_a_witness_is_masked_in_exports_and_an_official_is_not() -> None:
    claims = read(
        "About 300 people fled Hajin, said Farida. About 500 fled Susah, the governor Omar T. said."
    ).claims
    assert [masked_row(claim)["attributed_to"] for claim in claims] == ["witness", "Omar T."]
    assert "Farida" not in str(masked_row(claims[0]))


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("About 300 people fled Hajin, according to Medecins Sans Frontieres, which works there.",
         "Medecins Sans Frontieres"),
        ('"About 300 people fled Hajin," said Ida Berg, head of the mission.', "Ida Berg"),
        ("The U.N. believes about 300 people fled Hajin.", "U.N."),
        ("Local volunteers say about 300 people fled Hajin.", "Local volunteers"),
        ('"About 300 people fled Hajin," said Ida Berg, wife of an officer.', "witness"),
    ],
)  # fmt: skip
def test_bodies_officials_and_words_that_name_nobody_are_not_masked(told: str, shown: str) -> None:
    (claim,) = read(told).claims
    assert masked_row(claim)["attributed_to"] == shown


def test_a_plug_in_claim_with_an_altered_number_is_refused() -> None:
    grammar = read("About 400 people fled Hajin.")
    (claim,) = grammar.claims
    forged = msgspec.structs.replace(claim, low=4000, high=4000)
    offered = msgspec.structs.replace(grammar, claims=(claim, forged))
    answer = admitted(offered, grammar)
    assert answer.taken == (claim,)
    assert [one for one, _ in answer.refused] == [forged]


@pytest.mark.parametrize("name", GOLD)
def test_every_collection_of_gold_is_read_with_its_exact_words_and_no_trap(name: str) -> None:
    gold, said, wanted, found = [], [], [], []
    for document in GOLD[name]:
        reading = read_once(document.text, document.meta)
        assert all(not faults(document.text, claim) for claim in reading.claims)
        gold += document.rows
        said += [row(claim) for claim in reading.claims]
        wanted += document.hazards
        found += reading.hazards
    result = score(gold, said)
    figures = result.figures() | score_hazards(wanted, found).figures()
    assert figures["traps hit"] == 0
    assert {one: figures[one] for one, least in LEAST[name].items() if figures[one] < least} == {}


def test_an_arabic_report_is_read_with_both_sets_of_digits() -> None:
    text = (
        "قالت الأمم المتحدة إن أكثر من ٢٥ ألف شخص نزحوا من هجين إلى مخيم الهول.\n"
        "وصل نحو 400 نازح إلى البصيرة أمس. قتل خمسة مدنيين في الباغوز."
    )
    claims = read(text, Meta(report_date=date(2019, 2, 1))).claims
    assert [(c.low, c.high, c.kind) for c in claims] == [
        (25000, None, "displaced"), (400, 400, "arrived"), (5, 5, "killed")
    ]  # fmt: skip
    assert claims[0].place_from == "هجين"
