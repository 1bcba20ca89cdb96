"""The letters that documents print with are those that were published, and carry their licence."""

import hashlib
import re

from serai.documents.onepage import FONTS


def test_every_font_is_as_published_and_listed() -> None:
    listed = dict(
        re.findall(
            r"^\| (\S+) \|.*\| OFL-1.1 \| ([0-9a-f]{64}) \|$",
            (FONTS / "FONTS.md").read_text(),
            re.M,
        )
    )
    assert set(listed) == {file.name for file in FONTS.iterdir()} - {"FONTS.md"}
    for name, sha256 in listed.items():
        assert hashlib.sha256((FONTS / name).read_bytes()).hexdigest() == sha256, name
