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
    return _key(settings.DATA)[0]


def this_station() -> str:
    """This station's id, 32 hexadecimal digits."""
    return _key(settings.DATA)[1]


@lru_cache(maxsize=8)
def _key(folder: Path | str) -> tuple[SigningKey, str]:
    path = Path(folder) / KEY_FILE
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_once(path, bytes(SigningKey.generate()))
    key = SigningKey(path.read_bytes())
    return key, station_id(bytes(key.verify_key))


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
