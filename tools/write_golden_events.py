"""Adds examples of events that have none yet to tests/core/golden_events.jsonl; changes no line.

An example holds a body with every field filled and one with only the fields that must be there,
as the bytes that are stored and hashed for ever, and what the second one means with its defaults.
"""

import builtins
import json
import typing
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import msgspec

from serai.core.events import KINDS, Body, encode

FILE = Path(__file__).resolve().parent.parent / "tests" / "core" / "golden_events.jsonl"


def example(body: type[Body]) -> dict[str, Any]:
    """One line of the file."""
    bare = _made(body, only_needed=True)
    return {
        "kind": body.kind,
        "version": body.version,
        "full": encode(_made(body)).decode(),
        "bare": encode(bare).decode(),
        "meaning": meaning(bare),
    }


def meaning(body: Body) -> dict[str, Any]:
    """What a body says, defaults included, as JSON can say it."""
    read: dict[str, Any] = json.loads(msgspec.json.encode(msgspec.structs.asdict(body)))
    return read


def _made(struct: type[Any], only_needed: bool = False) -> Any:
    hints = get_type_hints(struct, include_extras=True)
    return struct(
        **{
            field.name: _filled(hints[field.name], field.name)
            for field in msgspec.structs.fields(struct)
            if field.required or not only_needed
        }
    )


def _filled(kind: Any, name: str) -> Any:
    """Some value of this type that is no default."""
    inside = get_args(kind)
    match get_origin(kind):
        case None if issubclass(kind, msgspec.Struct):
            made = _made(kind)
        case None:
            made = {str: f"some {name}", int: 7, float: 7.5, bool: True}[kind]
        case typing.Literal:
            made = inside[-1]
        case builtins.tuple:
            made = (_filled(inside[0], name),)
        case builtins.dict:
            made = {_filled(inside[0], name): _filled(inside[1], name)}
        case _:  # the first of a union; what is annotated with bounds
            made = _filled(inside[0], name)
    return made


def lines() -> list[dict[str, Any]]:
    """The examples as they stand in the file."""
    return [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    FILE.touch()
    known = {(line["kind"], line["version"]) for line in lines()}
    with FILE.open("a", encoding="utf-8") as file:
        for key, body in KINDS.items():
            if key not in known:
                file.write(json.dumps(example(body), ensure_ascii=False) + "\n")
