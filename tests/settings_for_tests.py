"""The station's settings, with a data folder of its own for every test process and fast sign-in."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="serai-tests-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ["SERAI_DATA"] = str(FOLDER)

from serai.project.settings import *  # noqa: E402, F403
from serai.project.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A file and not memory: tests meet the same write-ahead log and locks as a station.
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": str(FOLDER / "test.sqlite3")}
