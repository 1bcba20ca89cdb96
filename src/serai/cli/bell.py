"""What the server sleeps beside until somebody tells it to stop: heard at whatever moment it rings.

An event of `threading` is not fit for that. A signal that comes between the last look and the
sleep is handled only after the sleep, which then has no end; one that comes while the event's own
lock is held waits for itself. The system writes every signal into this bell's pair of sockets, so
the sleep ends, Python's handler runs, and what it rang is seen.
"""

import contextlib
import signal
import socket

STROKES_A_READ = 64


class Bell:
    """Rung by signals and threads, waited for by the main thread."""

    def __init__(self) -> None:
        self._rung = False
        self._ear, self._clapper = socket.socketpair()
        self._clapper.setblocking(False)
        signal.set_wakeup_fd(self._clapper.fileno(), warn_on_full_buffer=False)

    def set(self) -> None:
        """Rings."""
        self._rung = True
        with contextlib.suppress(BlockingIOError):  # so many strokes wait that one will be heard
            self._clapper.send(b"!")

    def clear(self) -> None:
        """Silent again."""
        self._rung = False

    def is_set(self) -> bool:
        """Whether it rang since it was silent."""
        return self._rung

    def wait(self) -> bool:
        """Sleeps until it rings."""
        while not self._rung:
            self._ear.recv(STROKES_A_READ)
        return True
