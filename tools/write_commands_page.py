"""Writes docs/commands.md from the command line itself, so that the page and it cannot differ."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from serai.cli.command import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
_HEAD = """# Commands

Everything a script or an administrator can ask of a station. Codes: 0 done, 1 refused or bad input,
2 wrong usage, 3 something does not verify or balance, 4 the surroundings (a missing file, port,
folder, disk, database, Python). An error is one line on stderr that says what to do. What can be
set from outside stands in [settings.md](settings.md).

This page is written by `tools/write_commands_page.py`; a test compares it with the code.
"""


def page() -> str:
    """The whole page."""
    return _HEAD + "".join(_entry(name, command) for name, command in commands())


def commands() -> Iterator[tuple[str, Any]]:
    """Every command that does something, by the words that call it."""
    return _below("serai", get_command(app))


def _below(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", {})
    if not inner or command.params:
        yield name, command
    for word, one in inner.items():
        yield from _below(f"{name} {word}", one)


def _entry(name: str, command: Any) -> str:
    words = inspect.cleandoc(command.help or "")
    rows = "".join(_row(option) for option in command.params)
    table = f"\n| option | default | meaning |\n| --- | --- | --- |\n{rows}" if rows else ""
    return f"\n## {name}\n\n{words}\n{table}"


def _row(option: Any) -> str:
    named = f"`{'`, `'.join(option.opts)}`"
    if option.metavar:
        named += f" {option.metavar}"
    default = "needed" if option.required else _default(option)
    variable = f" Or `{option.envvar}`." if option.envvar else ""
    return f"| {named} | {default} | {option.help}{variable} |\n"


def _default(option: Any) -> str:
    return "" if option.is_flag or option.default in (None, "") else f"`{option.default}`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
