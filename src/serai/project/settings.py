"""Django's settings; everything a station may choose comes from four environment variables.

SERAI_DATA       the folder that holds the station (default: ./data)
SERAI_DATABASE   a PostgreSQL address instead of the SQLite file (headquarters)
SERAI_HOSTS      names and addresses the station answers to, separated by commas (default: any)
SERAI_DEBUG      "1" while developing
"""

import os
from pathlib import Path

from serai.project.database import database

PACKAGE = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SERAI_DATA", "data")).resolve()
DEBUG = os.environ.get("SERAI_DEBUG") == "1"

ROOMS = [
    "reception",
    "registration",
    "screening",
    "care",
    "convoys",
    "relief",
    "camp",
    "tracing",
    "situation",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "serai.journal",
    "serai.registry",
    *(f"serai.{room}" for room in ROOMS),
    "serai.access",
    "serai.web",
]
DATABASES = {"default": database(DATA, os.environ.get("SERAI_DATABASE", ""))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
SECRET_KEY = os.environ.get("SERAI_SECRET_KEY", "only for tests; a station makes its own")
