"""What the web keeps in a station's folder: the key of sessions, the built styles."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import override_settings

from serai.project import static
from serai.project.secret import KEY_FILE, secret_key


def test_a_station_makes_its_own_key_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    path = tmp_path / KEY_FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert secret_key(tmp_path) == first == path.read_text()
    assert len(first) > 50
    assert [file.name for file in tmp_path.iterdir()] == [KEY_FILE]


def test_without_a_folder_nothing_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "not yet"
    assert secret_key(folder) != secret_key(folder)
    assert not folder.exists()


BUILD = """
import json, django
django.setup()
from django.templatetags.static import static as address
from serai.project import static
first, second = static.build(), static.build()
print(json.dumps([first, second, address("web/css/base.css")]))
"""


def test_styles_are_built_once_with_a_hash_in_their_names(tmp_path: Path) -> None:
    settings = {"DJANGO_SETTINGS_MODULE": "serai.project.settings", "SERAI_DATA": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", BUILD],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    first, second, address = json.loads(ran.stdout)
    assert (first, second) == (True, False)
    assert address.startswith("/static/web/css/base.")
    built = tmp_path / "static" / address.removeprefix("/static/")
    assert built.exists()
    assert built.with_name(built.name + ".gz").exists()


def test_before_they_are_built_styles_have_plain_names(tmp_path: Path) -> None:
    with override_settings(STATIC_ROOT=tmp_path):
        assert static.HashedWhenBuilt().url("web/css/base.css") == "/static/web/css/base.css"
    assert staticfiles_storage.url("web/css/base.css") == "/static/web/css/base.css"
