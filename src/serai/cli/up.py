"""`serai up`: serves a station to the laptops and phones around it."""

import errno
import io
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import segno
import typer

from serai.cli import folder as at
from serai.cli import station
from serai.cli.answers import surroundings
from serai.cli.bell import Bell

APPLICATION = "serai.project.wsgi:application"
PORT_DEFAULT = 8000
HOST_DEFAULT = "0.0.0.0"  # noqa: S104  phones on the station's own network must reach it
CORES_FOR_TWO_WORKERS = 2  # what one process searches for holds up no save of the other
LOOPBACK = "127.0.0.1"
TRY_AGAIN_SECONDS = 0.02
STOP_SECONDS_MAX = 5  # a worker that is told to stop while it starts does not hear it
SOMEWHERE_ELSE = ("192.0.2.1", 9)  # nothing is sent there: it only makes the system pick a route

Port = Annotated[
    int, typer.Option(min=1, max=65535, envvar="SERAI_PORT", help="The port to serve on.")
]
Host = Annotated[str, typer.Option(help="The address to serve on; 127.0.0.1 keeps phones out.")]


def up(
    port: Port = PORT_DEFAULT,
    host: Host = HOST_DEFAULT,
    data: station.Data = station.DATA_DEFAULT,
) -> None:
    """Serve the station in DIR until Ctrl+C.

    Example: serai up --data /srv/serai --port 8080
    """
    at.check_station(data)
    check_port(host, port)
    station.opened(data)
    serve(data, host, port)


def serve(folder: Path, host: str, port: int) -> None:
    """Says where the station is, then serves it until it is told to stop."""
    from django.db import connections
    from granian.constants import Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels
    from granian.server import Server

    from serai.project.static import build

    with alone(folder):
        build()
        connections.close_all()
        threading.Thread(target=_announce_when_open, args=(host, port), daemon=True).start()
        server = Server(
            APPLICATION,
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=_workers(),
            http1_settings=HTTP1Settings(keep_alive=False),  # else one gets eight clerks of ten
            blocking_threads=1,
            log_level=LogLevels.warning,
            respawn_failed_workers=True,
            workers_kill_timeout=STOP_SECONDS_MAX,
        )
        server.main_loop_interrupt = Bell()  # type: ignore[assignment]  # all it is asked
        server.serve()


def check_port(host: str, port: int) -> None:
    """Stops when somebody else serves on the port, or when it may not be used."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except PermissionError as error:
            raise surroundings(f"Port {port} is not for ordinary users; take 8000.") from error
        except socket.gaierror as error:
            raise surroundings(f"This machine has no address {host}.") from error
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise surroundings(f"This machine has no address {host}.") from error
            raise surroundings(
                f"Port {port} is taken, perhaps by a serai that runs already; "
                f"take another one: --port {port + 1}"
            ) from error


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Holds the folder while serving it; stops when another serai serves it."""
    try:
        import fcntl
    except ImportError:  # Windows: no such lock, and no such protection
        yield
        return
    with (folder / at.SERVING_FILE).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise surroundings(f"Another serai serves {folder} already; stop it first.") from error
        yield


def _announce_when_open(host: str, port: int) -> None:
    """Whoever follows the address at once shall find the door open, not a browser's error."""
    here = LOOPBACK if host == HOST_DEFAULT else host
    while not _is_open(here, port):
        time.sleep(TRY_AGAIN_SECONDS)
    announce(host, port)


def _is_open(address: str, port: int) -> bool:
    # nothing that takes a lock: the workers are forked while this runs
    with socket.socket() as trial:
        return trial.connect_ex((address, port)) == 0


def announce(host: str, port: int) -> None:
    """Prints the addresses, and a square that phones can scan."""
    address = lan_address() if host == HOST_DEFAULT else host
    print(f"serai is here: http://localhost:{port}", flush=True)
    if address.startswith("127."):
        print("Phones cannot reach it: there is no network, or it serves this machine only.")
        return
    link = f"http://{address}:{port}"
    print(f"For phones on this network: {link}")
    print(_square(link))
    print("Ctrl+C stops it.", flush=True)


def _square(link: str) -> str:
    """The address as a QR square of letters; nothing where the terminal has no such letters."""
    drawn = io.StringIO()
    segno.make(link, error="l").terminal(out=drawn, compact=True)
    try:
        drawn.getvalue().encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return ""
    return drawn.getvalue()


def lan_address() -> str:
    """This machine's address on its network, or the loopback address without one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as trial:
        try:
            trial.connect(SOMEWHERE_ELSE)
        except OSError:
            return LOOPBACK
        return str(trial.getsockname()[0])


def _workers() -> int:
    return 2 if (os.cpu_count() or 1) >= CORES_FOR_TWO_WORKERS else 1
