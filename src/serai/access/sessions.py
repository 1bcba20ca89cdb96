"""Signed-in sessions on a disk that may be full: pages are still read, and nothing is pretended.

A page notes that somebody is still there, or that a message was read. When the disk refuses that,
the page is answered all the same. What somebody asked for is kept with `keep`, or said not to be.
"""

import logging
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import UpdateError
from django.db import OperationalError
from django.utils import timezone

from serai.journal import sql, straight
from serai.journal.store import NotWritten

LOG = logging.getLogger("serai")
_VALID = "WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Django's own, read by a shorter way, with an answer for a disk that refuses."""

    def keep(self) -> None:
        """Writes it now; raises NotWritten when the disk refuses."""
        refused = self._refusal(must_create=False)
        if refused:
            raise NotWritten(str(refused)) from refused

    def save(self, must_create: bool = False) -> None:
        """What ends every page; only a new session must not get lost."""
        refused = self._refusal(must_create)
        if refused and must_create:
            raise NotWritten(str(refused)) from refused

    def _get_session_from_db(self) -> Any:
        """What every page asks first; expired sessions are none."""
        now = sql.database().ops.adapt_datetimefield_value(timezone.now())
        found = straight.first(self.model, _VALID, (self.session_key, now))
        if found is None:
            self._session_key = None
        return found

    def _refusal(self, must_create: bool) -> OperationalError | None:
        try:
            super().save(must_create)
        except (UpdateError, OperationalError) as error:
            refused = error if isinstance(error, OperationalError) else error.__context__
            if not isinstance(refused, OperationalError):
                raise
            self.modified = False  # the answer that says so shall not try once more
            LOG.error("session not written: %s", refused)
            return refused
        return None
