"""The key that signs sessions: made once by each station, readable by its owner only."""

import os
import secrets
from pathlib import Path

KEY_FILE = "secret.key"
KEY_BYTES = 48


def secret_key(folder: Path) -> str:
    """The station's key; a passing one while there is no station folder yet."""
    given = os.environ.get("SERAI_SECRET_KEY")
    if given:
        return given
    path = folder / KEY_FILE
    if not path.exists():
        fresh = secrets.token_urlsafe(KEY_BYTES)
        if not folder.is_dir() or not _write_once(path, fresh):
            return fresh
    return path.read_text().strip()


def _write_once(path: Path, key: str) -> bool:
    """Writes the key whole or not at all, so that two workers starting together agree on one."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:  # a folder that may only be read: sessions end with the process
        return False
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    if not path.exists():
        os.replace(part, path)
    part.unlink(missing_ok=True)
    return True
