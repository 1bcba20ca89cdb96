"""Every event ever released is read and written as on its first day: its kind is frozen."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from serai.core.events import KINDS, decode, encode

LINES = [
    json.loads(line)
    for line in Path(__file__).with_name("golden_events.jsonl").read_text("utf-8").splitlines()
]
every_line = pytest.mark.parametrize(
    "line", LINES, ids=lambda one: f"{one['kind']}-{one['version']}"
)


@every_line
@pytest.mark.parametrize("which", ["full", "bare"])
def test_a_released_event_is_written_again_with_the_same_bytes(
    line: dict[str, Any], which: str
) -> None:
    body = decode(line["kind"], line["version"], line[which].encode())
    assert body is not None, "this kind and version was released; stations hold such events"
    assert encode(body).decode() == line[which]


@every_line
def test_a_field_that_was_left_out_means_what_it_always_meant(line: dict[str, Any]) -> None:
    body = decode(line["kind"], line["version"], line["bare"].encode())
    assert json.loads(msgspec.json.encode(msgspec.structs.asdict(body))) == line["meaning"]


@every_line
def test_a_new_field_needs_a_new_version(line: dict[str, Any]) -> None:
    body = KINDS[line["kind"], line["version"]]
    written = set(json.loads(line["full"]))
    assert {field.encode_name for field in msgspec.structs.fields(body)} == written


def test_every_event_has_its_example() -> None:
    examples = [(line["kind"], line["version"]) for line in LINES]
    assert len(examples) == len(set(examples))
    assert set(examples) == set(KINDS), "run tools/write_golden_events.py"
