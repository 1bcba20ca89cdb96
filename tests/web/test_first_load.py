"""What a phone has to fetch before the first page works, and where it comes from."""

import gzip
import hashlib
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

import serai

FIRST_LOAD_BYTES_MAX = 60_000
VENDOR = Path(serai.__file__).parent / "web/static/vendor"


def test_the_first_page_weighs_less_than_sixty_kilobytes(browser: Client) -> None:
    page = browser.get("/").content
    named = re.findall(r'(?:src|href)="/static/([^"]+)"', page.decode())
    files = [Path(str(finders.find(name))).read_bytes() for name in named]
    assert len(files) >= 6
    assert sum(len(gzip.compress(one)) for one in [page, *files]) < FIRST_LOAD_BYTES_MAX


def test_every_file_of_others_is_as_it_was_published() -> None:
    lines = re.findall(
        r"^\| (\S+) \|.*\| ([0-9a-f]{64}) \|$", (VENDOR / "VENDOR.md").read_text(), re.M
    )
    listed = dict(lines)
    present = {file.name for file in VENDOR.iterdir()} - {"VENDOR.md"}
    assert present == set(listed)
    for name, sha256 in listed.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == sha256, name
