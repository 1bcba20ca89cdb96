"""Writes docs/events.md from the event classes, so that the page and the code cannot differ."""

import inspect
from pathlib import Path

import msgspec

from serai.core.events import KINDS, Body

PAGE = Path(__file__).resolve().parent.parent / "docs" / "events.md"
_HEAD = """# Events

Everything that can be written down, one class each in `src/serai/core/events/`. A kind and its
version never change once released; new facts get a new version. `at` is when it happened, in
milliseconds since 1970 (UTC). An event marked *posting* moves people in the books by its `legs`.

This page is written by `tools/write_events_page.py`; a test compares it with the code.
"""


def page() -> str:
    """The whole page."""
    rooms: dict[str, list[type[Body]]] = {}
    for body in KINDS.values():
        rooms.setdefault(body.__module__.rpartition(".")[2], []).append(body)
    parts = [_HEAD]
    for room, bodies in sorted(rooms.items()):
        parts.append(f"\n## {room.capitalize()}\n")
        parts.extend(_entry(body) for body in bodies)
    return "".join(parts)


def _entry(body: type[Body]) -> str:
    moves = "legs" in body.__struct_fields__ and hasattr(body, "people_moved")
    posting = " (posting)" if moves else ""
    words = inspect.cleandoc(body.__doc__ or "")
    fields = ", ".join(f"`{field.name}`" for field in msgspec.structs.fields(body))
    return f"\n### {body.kind} {body.version}{posting}\n\n{words}\n\nFields: {fields}.\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
