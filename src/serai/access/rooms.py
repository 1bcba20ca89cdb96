"""The door of every room: `@room("reception")` asks for a sign-in and a role that opens it."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from serai.access.accounts import role_of
from serai.access.places import house_asked, place_of
from serai.access.roles import ROLES, ROOMS, WALLED, may_enter, role_may
from serai.journal import sql
from serai.journal.store import Author


class RoomRequest(HttpRequest):
    """A request that came through a room's door."""

    author: Author
    place: str  # where this person works


View = Callable[..., HttpResponse]
Asking = Callable[..., Sequence[sql.Question]]  # of what the address says


def room(name: str, asking: Asking | None = None) -> Callable[[View], View]:
    """Lets in who is signed in and whose role opens the room; says who writes, and where.

    What `asking` answers for the address is asked together with what every page asks.
    """
    assert name in ROOMS, name

    def door(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may_enter(role_of(request.user), name):
                raise PermissionDenied(_not_yours(role_of(request.user), name))
            inside = cast(RoomRequest, request)
            inside.author = Author(actor=request.user.get_username(), purpose=name)
            with sql.together([house_asked(), *asking(*args, **kwargs)] if asking else []):
                inside.place = place_of(request, name)
                return view(inside, *args, **kwargs)

        return cast(View, login_required(guarded))

    return door


def wall(what: str) -> Callable[[View], View]:
    """Lets in who is signed in and may see what is walled off (`roles.WALLED`)."""
    assert what in WALLED, what

    def door(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(request.user, what):
                raise PermissionDenied(gettext("Your account does not open this page."))
            return view(request, *args, **kwargs)

        return cast(View, login_required(guarded))

    return door


def may(user: object, what: str) -> bool:
    """Whether a person may see or do something walled off, such as "separation reasons"."""
    return role_may(role_of(user), what)


def _not_yours(role: str, name: str) -> str:
    if role not in ROLES:
        return gettext("Your account has no role yet. Ask the administrator to give you one.")
    return gettext("The room “%(room)s” is not open to the role “%(role)s”.") % {
        "room": gettext(ROOMS[name].name),
        "role": gettext(ROLES[role].name),
    }
