"""A throw-away PostgreSQL from Debian's own binaries: own folder, Unix socket, ordinary user."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DATABASE = "serai"
ORDINARY_USERS = ("postgres", "nobody")  # PostgreSQL refuses to run as root
QUICK = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c listen_addresses=''"
START_SECONDS = 120


def binaries() -> Path | None:
    """The folder that holds initdb and pg_ctl; None when PostgreSQL is not installed."""
    on_path = shutil.which("initdb")
    if on_path:
        return Path(on_path).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: one.parent.name)
    return next((one for one in reversed(folders) if (one / "initdb").exists()), None)


@contextmanager
def cluster() -> Iterator[str]:
    """Starts the server; the block gets its address as SERAI_DATABASE wants it."""
    home = binaries()
    assert home is not None, "no PostgreSQL here; Debian: apt install postgresql"
    user, before = _ordinary_user()
    folder = Path(tempfile.mkdtemp(prefix="serai-pg-", dir="/tmp"))
    shutil.chown(folder, user)
    run = _runner(before, folder)
    data = folder / "data"
    try:
        run(home / "initdb", "-D", data, "-U", user, "-A", "trust", "--no-sync",
            "--encoding=UTF8", "--locale=C")  # fmt: skip
        run(home / "pg_ctl", "-D", data, "-w", "-t", START_SECONDS, "-l", folder / "log",
            "-o", f"-k {folder} {QUICK}", "start")  # fmt: skip
        run(home / "createdb", "-h", folder, "-U", user, DATABASE)
        yield f"postgresql://{user}@/{DATABASE}?host={folder}"
    finally:
        if (data / "postmaster.pid").exists():
            run(home / "pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _ordinary_user() -> tuple[str, list[str]]:
    """Whom PostgreSQL runs as, and the words before its commands that make it so."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name, []
    known = {one.pw_name for one in pwd.getpwall()}
    user = next(one for one in ORDINARY_USERS if one in known)
    if shutil.which("setpriv"):
        group = str(pwd.getpwnam(user).pw_gid)
        return user, ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups"]
    return user, ["su", "-s", "/bin/sh", user, "-c", 'exec "$0" "$@"', "--"]


def _runner(before: list[str], folder: Path):  # type: ignore[no-untyped-def]
    def run(*command: object) -> None:
        words = [*before, *(str(word) for word in command)]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command[0]}: {done.stderr or done.stdout}"

    return run
