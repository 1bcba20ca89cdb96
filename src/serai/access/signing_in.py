"""Signing in: the password check with one query a page, and the pause after ten wrong tries."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db import transaction

from serai.access.models import WrongTries
from serai.core.clock import MINUTE_MS
from serai.journal.wall import now_ms

TRIES_MAX = 10
PAUSE_MINUTES = 5


class AccountBackend(ModelBackend):
    """Django's own check; the account comes with the user in one query."""

    def get_user(self, user_id: Any) -> User | None:
        """The active user with this id, role and place included."""
        return User.objects.select_related("account").filter(pk=user_id, is_active=True).first()


def minutes_to_wait(username: str) -> int:
    """Whole minutes until this name may be tried again; 0 when it may now."""
    tries = WrongTries.objects.filter(username=_key(username)).first()
    if tries is None or tries.locked_until_at <= now_ms():
        return 0
    return -((now_ms() - tries.locked_until_at) // MINUTE_MS)


def note_wrong_try(username: str) -> None:
    """Counts a wrong password; the tenth within the pause closes the name for the pause."""
    pause_ms = PAUSE_MINUTES * MINUTE_MS
    now = now_ms()
    with transaction.atomic():
        tries, _ = WrongTries.objects.select_for_update().get_or_create(
            username=_key(username), defaults={"since_at": now}
        )
        if now - tries.since_at > pause_ms:
            tries.count, tries.since_at = 0, now
        tries.count += 1
        if tries.count >= TRIES_MAX:
            tries.count, tries.locked_until_at = 0, now + pause_ms
        tries.save()


def forget_wrong_tries(username: str) -> None:
    """A right password clears the count."""
    WrongTries.objects.filter(username=_key(username)).delete()


def _key(username: str) -> str:
    return username.strip().casefold()[:150]
