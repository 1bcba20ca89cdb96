"""What the docs list is what there is: events, commands with their options, settings."""

import re

from tests.tidy.house import CODE, ROOT, modules
from tools import write_commands_page, write_events_page

VARIABLE = re.compile(r"\bSERAI_[A-Z_]*[A-Z]\b")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def variables_in_code() -> set[str]:
    """Every environment variable of serai that code or a script reads."""
    scripts = [path for folder in CODE for path in folder.rglob("*.sh")]
    files = [*modules(), *scripts, ROOT / "Makefile"]
    return {name for path in files for name in VARIABLE.findall(path.read_text())}


def test_the_page_of_events_is_what_the_code_says() -> None:
    page = (ROOT / "docs/events.md").read_text()
    assert page == write_events_page.page(), "run tools/write_events_page.py"


def test_the_page_of_commands_is_what_the_command_line_says() -> None:
    page = (ROOT / "docs/commands.md").read_text()
    assert page == write_commands_page.page(), "run tools/write_commands_page.py"


def test_every_option_of_every_command_says_what_it_is_for() -> None:
    silent = [
        f"{name} {option.opts[0]}"
        for name, command in write_commands_page.commands()
        for option in command.params
        if not option.help
    ]
    assert silent == []


def test_every_command_shows_an_example() -> None:
    bare = [
        name for name, one in write_commands_page.commands() if "Example" not in (one.help or "")
    ]
    assert bare == []


def test_every_setting_has_its_line_and_every_line_its_setting() -> None:
    page = (ROOT / "docs/settings.md").read_text()
    listed = re.findall(r"^\| `(SERAI_[A-Z_]+)` \|", page, re.M)
    assert sorted(listed) == sorted(set(listed))
    assert set(listed) == variables_in_code()


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)} -> {target}"
        for page in pages
        for target in LINK.findall(page.read_text())
        if not (page.parent / target).exists()
    ]
    assert broken == []
