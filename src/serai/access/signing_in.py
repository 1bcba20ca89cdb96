"""Signing in: the password check with one query a page, and the pause after ten wrong tries."""

from functools import lru_cache
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.db import transaction

from serai.access.models import Account, WrongTries
from serai.core.clock import MINUTE_MS
from serai.journal import sql, straight
from serai.journal.wall import now_ms

TRIES_MAX = 10
PAUSE_MINUTES = 5
_ACCOUNT_OF = Account._meta.get_field("user").remote_field


class AccountBackend(ModelBackend):
    """Django's own check; the account comes with the user in one query."""

    def get_user(self, user_id: Any) -> User | None:
        """The active user with this id, role and place included."""
        row = sql.one(_user_and_account(), (user_id,))
        if row is None:
            return None
        whose = len(straight.columns_of(User))
        user = straight.made(User, row[:whose])
        if user.is_active and row[whose] is not None:
            _ACCOUNT_OF.set_cached_value(user, straight.made(Account, row[whose:]))
        return user if user.is_active else None


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


@lru_cache(maxsize=1)
def _user_and_account() -> str:
    return (
        f"SELECT {straight.named(User, 'person')}, {straight.named(Account, 'account')}"  # noqa: S608
        " FROM auth_user person LEFT JOIN access_account account ON account.user_id = person.id"
        " WHERE person.id = %s"
    )


def _key(username: str) -> str:
    return username.strip().casefold()[:150]
