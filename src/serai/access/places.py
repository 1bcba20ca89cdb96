"""Where somebody works: the place chosen in the header, their usual one, or a fitting one."""

from functools import cached_property
from typing import Any, NamedTuple

import msgspec
from django.http import HttpRequest
from django.utils.translation import get_language, gettext

from serai.access.clock import ClockDoubt, doubt_of
from serai.access.roles import ROOMS
from serai.core.clock import wall_ms_of
from serai.core.places import is_convoy
from serai.core.refusal import gettext_noop
from serai.core.road import ends
from serai.core.script import name_in
from serai.journal import sql
from serai.journal.identity import this_station
from serai.journal.wall import now_ms
from serai.registry.models import Place

PLACE_IN_SESSION = "place"
ANY_ROOM_KINDS = ("reception", "camp")
_OUTSIDE: dict[str, str] = {
    "outside": gettext_noop("outside the operation"),
    "birth": gettext_noop("born here"),
    "death": gettext_noop("died"),
    "left": gettext_noop("left"),
    "unknown": gettext_noop("not known"),
}
_QUERY = (
    "SELECT p.id, p.name, p.name_ar, p.kind, e.entries, e.opening, e.last,"
    " p.latitude, p.longitude, p.capacity FROM"
    " (SELECT (SELECT MAX(id) FROM journal_event) AS entries, (SELECT {body} FROM journal_event"
    "  WHERE station = %s AND epoch = 1 AND seq = 1 AND kind = 'station_opened') AS opening,"
    "  (SELECT hlc FROM journal_event WHERE station = %s ORDER BY epoch DESC, seq DESC LIMIT 1)"
    "  AS last) e"
    " LEFT JOIN registry_place p ON 1 = 1 ORDER BY p.position, p.id"
)


class Open(NamedTuple):
    """A place of the operation as the header shows it."""

    id: str
    shown: str
    kind: str


class House:
    """What every page says about the station: its name, places and entries; one query, if asked."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def _rows(self) -> list[tuple[Any, ...]]:
        asked = house_asked()
        return list(sql.every(asked.statement, asked.values))

    @cached_property
    def places(self) -> list[Open]:
        """The places in the order of the route, named in the language of the page."""
        arabic = (get_language() or "").startswith(("ar", "ckb"))
        return [
            Open(row[0], name_in(row[1], row[2], arabic), row[3]) for row in self._rows if row[0]
        ]

    @cached_property
    def entries(self) -> int:
        """How many events the journal holds."""
        return int(self._rows[0][4] or 0)

    @cached_property
    def state(self) -> str:
        """What tells this state of the journal from every other: its last entry."""
        return f"{self.entries} {self._rows[0][6]} {this_station()}"

    @cached_property
    def opened(self) -> list[Place]:
        """The places as opened, in the order of the route."""
        return [
            Place(
                id=row[0], name=row[1], name_ar=row[2], kind=row[3], latitude=row[7],
                longitude=row[8], capacity=row[9],
            )
            for row in self._rows
            if row[0]
        ]  # fmt: skip

    @cached_property
    def station_name(self) -> str:
        """The name the station was opened with."""
        opening = self._rows[0][5]
        return str(msgspec.json.decode(opening)["name"]) if opening else ""

    @cached_property
    def clock_doubt(self) -> ClockDoubt | None:
        """Set when this computer's clock and the station's last entry cannot both be right."""
        last = self._rows[0][6]
        return doubt_of(now_ms(), wall_ms_of(int(last or 0)))

    @cached_property
    def here(self) -> str:
        """The id of the place where the signed-in person works."""
        return getattr(self._request, "place", "") or place_of(self._request, "")

    @cached_property
    def here_name(self) -> str:
        """The name of that place."""
        return self.name_of(self.here)

    def name_of(self, place: str) -> str:
        """A place's name by its id or a name of it; words for the road and accounts outside."""
        if is_convoy(place):
            return gettext("on the road")
        return self._names.get(place) or _outside_name(place)

    def segment_name(self, segment: str) -> str:
        """A piece of the road by its two ends, the earlier of the route first."""
        return " – ".join(map(self.name_of, ends(segment, [one.id for one in self.places])))

    @cached_property
    def _names(self) -> dict[str, str]:
        shown = {place.id: place.shown for place in self.places}
        written = ((name, row[0]) for row in self._rows for name in row[1:3])
        return {name: shown[place] for name, place in written if name} | shown


def house(request: HttpRequest) -> House:
    """The house of this request, asked once."""
    known: House | None = getattr(request, "_house", None)
    if known is None:
        known = House(request)
        request._house = known  # type: ignore[attr-defined]
    return known


def house_asked() -> sql.Question:
    """The question of every page, for a room that asks its own together with it."""
    statement = _QUERY.format(body=sql.as_text("body"))
    return sql.Question(statement, (this_station(), this_station()), 10)


def place_of(request: HttpRequest, room: str) -> str:
    """The id of the place where the person works; "" only while no place is open."""
    places = house(request).places
    ids = {place.id for place in places}
    account = getattr(request.user, "account", None)
    for wished in (request.session.get(PLACE_IN_SESSION), account.place if account else ""):
        if wished in ids:
            return str(wished)
    kinds = (ROOMS[room].kinds if room in ROOMS else ()) or ANY_ROOM_KINDS
    fitting = [place.id for kind in kinds for place in places if place.kind == kind]
    return next(iter([*fitting, *(place.id for place in places)]), "")


def _outside_name(account: str) -> str:
    """The words for an account outside; a place that nobody opened here bears its own name."""
    return gettext(_OUTSIDE[account]) if account in _OUTSIDE else account
