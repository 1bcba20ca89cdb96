"""Collects every sentence of the pages for translation and compiles the translations.

Run it after words on screen changed: `.venv/bin/python tools/messages.py` (needs Debian's gettext).
The `.po` files are for people, the `.mo` files for serai; both are committed, because a fresh
machine has no gettext. English needs none: the sentences in the code are the English ones.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "serai"
LANGUAGES = ("ar", "ckb", "kmr")


def main() -> int:
    """Collects, drops the dates that would change every file every time, compiles."""
    for language in LANGUAGES:
        (PACKAGE / "locale" / language / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    wanted = [word for language in LANGUAGES for word in ("-l", language)]
    _django("makemessages", *wanted, "--no-location", "--no-wrap", "--no-obsolete", "-v0")
    for path in PACKAGE.glob("locale/*/LC_MESSAGES/django.po"):
        path.write_text(_unguessed(_undated(path.read_text())))
        compiled = path.with_suffix(".mo")
        subprocess.run(["msgfmt", "--check-format", "-o", compiled, path], check=True)
        _count(path)
    return 0


def _django(*words: str) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "serai.project.settings"}
    command = [sys.executable, "-m", "django", *words]
    subprocess.run(command, cwd=PACKAGE, env={**os.environ, **settings}, check=True)


def _undated(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith('"POT-Creation-Date'))


def _unguessed(text: str) -> str:
    """Empties what gettext guessed from a similar sentence: no translation beats a wrong one."""
    entries = text.rstrip("\n").split("\n\n")
    return "\n\n".join([entries[0], *map(_without_guess, entries[1:])]) + "\n"


def _without_guess(entry: str) -> str:
    if not re.search(r"^#, .*fuzzy", entry, re.M):
        return entry
    kept = re.sub(r"^#\|.*\n", "", entry, flags=re.M)
    kept = re.sub(r"^#, fuzzy\n", "", kept, flags=re.M).replace("#, fuzzy, ", "#, ")
    head, *answers = re.split(r"^(?=msgstr)", kept, flags=re.M)
    return head + "\n".join(answer.split(" ")[0] + ' ""' for answer in answers)


def _count(path: Path) -> None:
    said = subprocess.run(
        ["msgfmt", "--statistics", "-o", os.devnull, path],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    print(f"{path.parent.parent.name}: {said.stderr.strip()}")


if __name__ == "__main__":
    sys.exit(main())
