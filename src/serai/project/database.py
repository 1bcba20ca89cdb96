"""Which database a station keeps its journal in, and how it is opened."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

STATION_FILE = "station.sqlite3"
BUSY_SECONDS = 20

# FULL: a commit that was answered survives a power cut. NORMAL lost acknowledged data in 76 % of
# simulated cuts (docs/decisions).
SQLITE_OPTIONS = {
    "timeout": BUSY_SECONDS,
    "transaction_mode": "IMMEDIATE",
    "cached_statements": 1_000,  # compiled ones; the usual 128 are not enough for every room
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
        # a checkpoint every 16 MB: a page that many commits change is copied home once for all
        "PRAGMA wal_autocheckpoint=4000; PRAGMA temp_store=MEMORY; "
        "PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;"
    ),
}


def database(folder: Path, address: str) -> dict[str, Any]:
    """Django's database settings: PostgreSQL when an address is given, else the station's file."""
    if address:
        return _postgresql(address)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / STATION_FILE,
        "OPTIONS": SQLITE_OPTIONS,
        "CONN_MAX_AGE": None,
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
    }
