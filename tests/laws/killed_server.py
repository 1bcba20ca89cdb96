"""A station's web server that can be killed and is back in a blink: `python killed_server.py DIR`.

Prepares a station in DIR with one gate clerk signed in, then forks one server for every line on
standard input and prints its process and port. Forking from a warm parent keeps a restart far
below a second; every server is the real application with the real settings behind real sockets.
"""

import os
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

CSRF = "a" * 32


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        """Two hundred kills need no log."""


def main() -> None:
    """Prepares, answers the cookies of a signed-in clerk, and serves until standard input ends."""
    os.environ["SERAI_DATA"] = sys.argv[1]
    os.environ["DJANGO_SETTINGS_MODULE"] = "serai.project.settings"
    import django

    django.setup()
    session = _prepare()
    from django.core.wsgi import get_wsgi_application
    from django.db import connections

    application = get_wsgi_application()
    _warm(session)
    connections.close_all()
    from django.conf import settings

    names = settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME
    print(f"{names[0]}={session}; {names[1]}={CSRF}", flush=True)
    for _ in sys.stdin:
        ready, told = os.pipe()
        child = os.fork()
        if child == 0:
            _serve(application, told)
        os.close(told)
        port = os.read(ready, 16).decode()
        os.close(ready)
        print(child, port, flush=True)
        os.waitpid(child, 0)
        print("gone", flush=True)


def _prepare() -> str:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from django.conf import settings
    from django.test import Client
    from tests.conftest import make_account, open_station

    from serai.journal.tables import prepare

    prepare()
    open_station()
    client = Client()
    client.force_login(make_account("reception"))
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


def _warm(session: str) -> None:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    assert client.get("/reception/").status_code == 200


def _serve(application: object, told: int) -> None:
    server = _Server(("127.0.0.1", 0), _Quiet)
    server.set_app(application)
    os.write(told, str(server.server_port).encode())
    os.close(told)
    server.serve_forever()


if __name__ == "__main__":
    main()
