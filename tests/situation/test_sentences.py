"""What does not balance is said with its numbers, and with who did what when."""

from serai.registry.discrepancies import Listed
from serai.situation.sentences import sentence


def listed(kind: str, amount: int, facts: dict[str, object]) -> Listed:
    return Listed(
        id="x", kind=kind, place="al-hol", at=0, amount=amount, people=(), facts=facts,
        owner="", status="open", explanation="", by="",
    )  # fmt: skip


def test_a_convoy_names_the_vehicle_that_came_short() -> None:
    truck = {"label": "truck 3", "left": 40, "received": 38, "missing": ["a", "b"]}
    told = sentence(listed("convoy", -2, {"code": "C-7", "vehicles": [truck]}))
    assert told.endswith("truck 3: 40 left, 38 received.")
    assert "C-7: 2 got on" in told


def test_a_double_hand_out_says_when_and_from_whom() -> None:
    facts: dict[str, object] = {
        "token": "7K00-019C", "first_at": 0, "first_by": "amal", "second_at": 3_600_000,
        "second_by": "rana",
    }  # fmt: skip
    told = sentence(listed("handout", 1, facts))
    assert "7K00-019C" in told
    assert told.index("amal") < told.index("rana")


def test_facts_that_another_version_wrote_are_told_by_the_amount() -> None:
    assert "-2" in sentence(listed("convoy", -2, {}))


def test_two_pages_of_one_station_are_not_called_stations() -> None:
    here = sentence(listed("disputed", 1, {"fields": ["sex"], "stations": 1}))
    assert here.startswith("Two people at one station, or two open pages there")
    both = sentence(listed("disputed", 1, {"fields": ["sex"], "stations": 2}))
    assert both == "Stations wrote different values about one person."
