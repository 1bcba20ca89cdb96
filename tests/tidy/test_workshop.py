"""The project speaks of itself alone: no machine, no index address, no workshop talk, a licence."""

import re
import tomllib

from tests.tidy.house import ROOT, texts, where

MACHINES = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w|[A-Z]:\\Users|/tmp/bash")
TALK = re.compile(
    r"\b(?:(?:work|this|another|previous|next) sessions?|helpers?|sub-?agents?|coding agents?"
    r"|(?:the|an|see|in|our) issues?(?: \d+)?(?= (?:says|asks|wants|number|tracker))|issue #\d+)\b",
    re.I,
)
# These name the words in order to keep them out.
KEEP_OUT = frozenset(
    ("tests/tidy/test_workshop.py", "tests/tidy/test_words.py", "docs/glossary.md")
)
LOCKS = ("requirements.lock", "requirements-dev.lock")


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{where(path, number)} {hit.group()}"
        for path in texts()
        if where(path) not in KEEP_OUT
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for hit in pattern.finditer(line)
    ]


def test_no_path_of_anybodys_machine_is_written_down() -> None:
    assert found(MACHINES) == []


def test_nothing_speaks_of_the_workshop_it_was_made_in() -> None:
    assert found(TALK) == []


def test_such_paths_and_words_would_be_found() -> None:
    assert MACHINES.search("cp /home/somebody/x .")
    assert TALK.search("as the last helper left it")
    assert not TALK.search("two stations could issue one code")


def test_the_locks_hold_hashes_and_no_address_of_an_index() -> None:
    for name in LOCKS:
        lock = (ROOT / name).read_text()
        assert "://" not in lock, name
        assert "--hash=sha256:" in lock, name
        assert not re.search(r"^\s*-(?:i|f)\b|^--(?:extra-)?index", lock, re.M), name


def test_every_dependency_stands_in_both_locks_and_in_the_page_of_decisions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    page = (ROOT / "docs/decisions/README.md").read_text().lower()
    for line in (*project["dependencies"], *project["optional-dependencies"]["headquarters"]):
        name = re.match(r"[a-z0-9-]+", line).group()  # type: ignore[union-attr]
        assert f"| {name}" in page, f"{name} has no reason in docs/decisions/README.md"
        for lock in LOCKS:
            assert re.search(rf"^{name}(?:\[\w+\])?==", (ROOT / lock).read_text(), re.M), (
                name,
                lock,
            )


def test_the_licence_is_the_one_the_package_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["license"] == "Apache-2.0"
    licence = (ROOT / "LICENSE").read_text()
    assert "Apache License" in licence
    assert "Version 2.0, January 2004" in licence
