"""Dangers are read from English reports in the many words they are told in, and from no others."""

# ruff: noqa: E501 - a sentence reads best on one line

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from gold_texts import documents

from serai.core.reports import Meta, read
from serai.core.reports.hazard_score import score_hazards
from serai.core.reports.hazards import families

DAY = date(2024, 5, 7)


def test_dangers_of_many_wars_are_told_from_words_that_only_sound_like_them() -> None:
    gold, said = [], []
    for document in documents("hazards-gold*.txt"):
        gold += document.hazards
        said += read(document.text, document.meta).hazards
    found = score_hazards(gold, said)
    least = {"hazard precision": 0.92, "hazard recall": 0.97, "hazard place": 0.96, "hazard date": 0.93}  # fmt: skip
    figures = found.figures()
    assert all(figures[name] >= figure for name, figure in least.items()), "\n".join(found.misses)


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("mine", "The shoulder of the road at Homs has not been demined."),
        ("mine", "The area around Homs remains heavily contaminated with explosive ordnance."),
        ("mine", "A child was killed in Homs when he picked up a grenade."),
        ("ied", "A pressure-plate device killed three people outside Homs."),
        ("ied", "A motorcycle rigged with explosives blew up in Homs."),
        ("ied", "Explosives hidden in a culvert near Homs destroyed a fuel truck."),
        ("ied", "A bomb went off under the bridge at Homs."),
        ("attack", "Armed men abducted four drivers on the road to Homs."),
        ("attack", "Bandits hold up buses on the Homs road after dark."),
        ("attack", "A convoy of 12 trucks was looted outside Homs."),
        ("attack", "Trucks have been shot at on the road to Homs."),
        ("attack", "Rival factions exchanged fire in Homs."),
        ("attack", "The front line now runs through Homs."),
        ("attack", "Fighters torched three lorries near Homs."),
        ("attack", "A grenade was thrown at a checkpoint in Homs."),
        ("strike", "Two bombs were dropped on the hospital in Homs."),
        ("strike", "A strike on a school in Homs killed 14."),
        ("strike", "Quadcopters fired at people queueing for flour in Homs."),
        ("shelling", "Grad rockets slammed into Homs."),
        ("shelling", "A mortar landed on a tent in Homs."),
        ("checkpoint", "Militias demand a toll from every truck at Homs."),
        ("checkpoint", "Armed men have strung a chain across the road at Homs."),
        ("checkpoint", "Aid trucks were turned back at a military post near Homs."),
        ("closed", "The bridge at Homs is down."),
        ("closed", "The ferry at Homs is out of service."),
        ("closed", "Homs is cut off by snow."),
        ("closed", "Trucks cannot get through to Homs."),
        ("closed", "Access to Homs is blocked."),
        ("closed", "Traffic on the Homs road has been suspended."),
        ("closed", "Berms and trenches bar the road to Homs."),
        ("flood", "Homs is under a metre of water."),
        ("flood", "A dam burst above Homs."),
        ("flood", "Heavy rains inundated the camp at Homs."),
        ("control", "Homs fell to the rebels on Friday."),
        ("control", "Homs was retaken on Friday."),
    ],
)
def test_a_danger_is_read_in_every_way_it_is_told(sort: str, text: str) -> None:
    found = read(text, Meta(report_date=DAY)).hazards
    assert any(sort in families(one.hazard) and one.place == "Homs" for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Forty teachers were trained in landmine clearance in Homs.",
        "Is there still shelling in Homs?",
        "Engineers destroyed nine landmines and two car bombs in Homs.",
        "The minister came under fire for his attack on press freedom in Homs.",
        "Homs marked the anniversary of the air strikes.",
        "If there is an air strike on Homs, people will run.",
        "The army warned of shelling in Homs.",
        "The party won Homs in a landslide.",
        "A flood of complaints reached the mayor of Homs.",
        "The air strikes of 2012 are remembered in Homs.",
        "The mines around Homs have all been cleared.",
        "The checkpoints on the road to Homs have been removed.",
        "The governor lifted the roadblocks around Homs.",
        "The army reopened the road to Homs after clearing roadside bombs.",
        "Engineers blew up 34 old shells in a controlled blast outside Homs.",
        "Air defences shot down nine drones over Homs.",
        "Forty officers finished a course on IED disposal in Homs.",
        "Families in Homs were told how to avoid mines.",
        "He was convicted of plotting a bombing in Homs.",
        "The doctor bombarded the ministry in Homs with letters.",
        "The strike by bus drivers in Homs ended.",
        "A general strike closed shops in Homs.",
        "Talks on opening the crossing at Homs have been shut down by the mediators.",
        "The death toll of the Homs earthquake rose.",
        "The committee in Homs is a minefield of rival interests.",
        "A drone delivered vaccines to Homs.",
        "Planes dropped leaflets over Homs.",
        "The bread costs 4,000 Syrian pounds in Homs.",
        "Volunteers are fighting hunger in Homs.",
    ],
)
def test_a_word_that_only_sounds_like_danger_is_no_hazard(text: str) -> None:
    assert read(text, Meta(report_date=DAY)).hazards == ()


def test_two_dangers_of_one_sort_in_a_sentence_have_each_their_place() -> None:
    text = "A landslide cut the road at Homs, and another cut the highway at Hajin."
    found = read(text, Meta(report_date=DAY)).hazards
    assert [one.place for one in found if one.hazard == "road cut"] == ["Homs", "Hajin"]


@pytest.mark.parametrize(
    "text",
    [
        "The road between Mosul and Hajin is heavily mined.",
        "The highway linking Mosul and Hajin has been cut by mud.",
        "A bomb exploded on the route from Mosul to Hajin on Monday.",
        "Gunmen attacked a convoy between Mosul and Hajin on Monday.",
    ],
)
def test_a_danger_on_a_stretch_of_road_is_held_at_both_its_ends(text: str) -> None:
    found = read(text, Meta(report_date=DAY)).hazards
    assert [one.place for one in found] == ["Mosul", "Hajin"]
