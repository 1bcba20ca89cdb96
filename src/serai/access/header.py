"""What the header of every page shows: station, place, languages, the rooms a role opens."""

from functools import lru_cache
from importlib.util import find_spec
from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_info, gettext

from serai.access.accounts import role_of
from serai.access.places import house
from serai.access.roles import ROLES, ROOMS, role_may


class RoomLink(NamedTuple):
    """One room as a link: its name, task and address, and whether the page is inside it."""

    id: str
    name: str
    task: str
    address: str
    here: bool


def header(request: HttpRequest) -> dict[str, Any]:
    """Django's context processor for `web/base.html`; nothing is read before it is printed."""
    user = getattr(request, "user", None)  # none yet where an early middleware refused
    role = role_of(user)
    return {
        "house": house(request),
        "languages": _own_names(),
        "rooms": room_links(role, request.path),
        "role_name": gettext(ROLES[role].name) if role in ROLES else "",
        "may_run_accounts": role_may(role, "people"),
    }


def room_links(role: str, path: str) -> list[RoomLink]:
    """The rooms a role opens, as far as they are built, in the order of the route."""
    names = ROLES[role].rooms if role in ROLES else ()
    return [
        RoomLink(
            name,
            gettext(ROOMS[name].name),
            gettext(ROOMS[name].task),
            f"/{name}/",
            path.startswith(f"/{name}/"),
        )
        for name in ROOMS
        if name in names and has_pages(name)
    ]


@lru_cache(maxsize=32)
def has_pages(room: str) -> bool:
    """Whether a room has addresses of its own in this build."""
    return find_spec(f"serai.{room}") is not None and find_spec(f"serai.{room}.urls") is not None


def _own_names() -> list[tuple[str, str]]:
    return [(code, get_language_info(code)["name_local"]) for code, _ in settings.LANGUAGES]
