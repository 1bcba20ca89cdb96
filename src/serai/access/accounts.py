"""Making and changing accounts: with a role, a usual place and a password."""

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import transaction

from serai.access.models import Account
from serai.access.roles import ROLES
from serai.journal.wall import is_training

# Where the training operation's roles usually work.
TRAINING_PLACES: Mapping[str, str] = {
    "gate-clerk": "reception",
    "registration-clerk": "reception",
    "screener": "reception",
    "nurse": "reception",
    "convoy-marshal": "reception",
    "camp-registrar": "al-hol",
    "storekeeper": "al-hol",
    "tracing-officer": "al-hol",
}


def create_account(username: str, role: str, place: str, password: str) -> User:
    """A new account, or the account of that name given this role, place and password."""
    assert role in ROLES, role
    with transaction.atomic():
        user, _ = User.objects.get_or_create(username=username)
        user.set_password(password)
        user.is_active = True
        user.save()
        Account.objects.update_or_create(user=user, defaults={"role": role, "place": place})
    return user


def training_accounts(password: str) -> list[User]:
    """One account for every role, named like the role, all with the same known password."""
    return [create_account(role, role, TRAINING_PLACES.get(role, ""), password) for role in ROLES]


def training_names() -> list[str]:
    """Who can be signed in as with the known password, while this station is a training."""
    if not is_training():
        return []
    here = User.objects.filter(username__in=ROLES, is_active=True)
    known = set(here.values_list("username", flat=True))
    return [role for role in ROLES if role in known]


def role_of(user: object) -> str:
    """A signed-in person's role; "" when they have none."""
    account: Account | None = getattr(user, "account", None)
    return account.role if account else ""


def last_administrator(user: User) -> bool:
    """Whether nobody else could let people in any more if this account were closed."""
    others = Account.objects.filter(role="administrator", user__is_active=True).exclude(user=user)
    return role_of(user) == "administrator" and not others.exists()
