"""A station served as in the field, and people signed in to it."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CSRF = "a" * 32
TRIES = 600


def cookie_of(username: str) -> str:
    """The cookies of somebody who signed in, as a browser sends them."""
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.get(username=username))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    return f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={CSRF}"


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Runs `serai up` on a station that this process no longer holds open; its port."""
    from django.db import connections

    connections.close_all()
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "serai", "up", "--data", str(folder), "--port", str(port),
         "--host", "127.0.0.1"], stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait_for(port: int) -> None:
    for _ in range(TRIES):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not come up")
