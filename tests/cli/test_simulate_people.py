"""People are made up for measuring searches, and met again."""

import json
from pathlib import Path

from tests.cli.conftest import Serai

from serai.simulation.people import humans

SEED = 11
COUNT = 4000


def test_the_same_seed_gives_the_same_people_and_sightings(serai: Serai, tmp_path: Path) -> None:
    def made(name: str, seed: int) -> bytes:
        out, seen = tmp_path / f"{name}.jsonl", tmp_path / f"{name}-q.jsonl"
        ran = serai(
            "simulate", "people", "--count", 500, "--seed", seed, "--out", out,
            "--second-sightings", seen, "--strangers", 5,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        return out.read_bytes() + seen.read_bytes()

    assert made("first", SEED) == made("again", SEED) != made("other", SEED + 1)


def test_sightings_do_not_change_who_is_registered(serai: Serai, tmp_path: Path) -> None:
    alone, beside = tmp_path / "alone", tmp_path / "beside"
    serai("simulate", "people", "--count", 300, "--out", alone)
    serai(
        "simulate", "people", "--count", 300, "--out", beside,
        "--second-sightings", tmp_path / "q", "--sightings", 30,
    )  # fmt: skip
    assert alone.read_bytes() == beside.read_bytes()
    people = {row["id"] for row in map(json.loads, beside.read_text().splitlines())}
    seen = [json.loads(line)["of"] for line in (tmp_path / "q").read_text().splitlines()]
    assert len(people) == 300
    assert len(seen) == len(set(seen)) == 30
    assert set(seen) <= people


def test_children_carry_their_fathers_chain_and_mothers_their_own() -> None:
    homes: dict[str, dict[str, list]] = {}
    for one in humans(COUNT, SEED):
        homes.setdefault(one.household, {}).setdefault(one.role, []).append(one)
    kept = [home for home in homes.values() if {"father", "mother", "child"} <= set(home)]
    assert len(kept) > COUNT / 20
    for home in kept:
        father, mother = home["father"][0], home["mother"][0]
        for child in home["child"]:
            assert child.chain.father is father.chain.own
            assert child.chain.grandfather is father.chain.father
            assert child.chain.family is father.chain.family
            assert child.born > father.born
        assert father.son is mother.son


def test_shares_are_those_of_such_registers() -> None:
    people = list(humans(COUNT, SEED))
    households = {one.household for one in people}
    fathers = sum(one.role == "father" for one in people)
    assert 4.0 < len(people) / len(households) < 5.2
    assert 0.55 < fathers / len(households) < 0.69
