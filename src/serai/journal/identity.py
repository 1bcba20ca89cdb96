"""Who this station is: its signing key in the data folder, and the id that follows from it."""

import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from nacl.signing import SigningKey

from serai.journal.chain import station_id

KEY_FILE = "station.key"


def station_key() -> SigningKey:
    """This station's signing key; made once, readable by its owner only."""
    return _key(Path(settings.DATA) / KEY_FILE)


def this_station() -> str:
    """This station's id, 32 hexadecimal digits."""
    return _station(bytes(station_key().verify_key))


@lru_cache(maxsize=8)
def _key(path: Path) -> SigningKey:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_once(path, bytes(SigningKey.generate()))
    return SigningKey(path.read_bytes())


@lru_cache(maxsize=8)
def _station(public_key: bytes) -> str:
    return station_id(public_key)


def _write_once(path: Path, seed: bytes) -> None:
    part = path.with_suffix(".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(seed)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Makes new file names in a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
