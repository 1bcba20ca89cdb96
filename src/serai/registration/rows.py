"""People whom the desk's search found as rows, printed once while every word of them stays."""

from collections.abc import Iterable

import msgspec
from django.utils.safestring import SafeString

from serai.access.places import House
from serai.registry.models import Person
from serai.web.printed import printed
from serai.web.templatetags.serai import ago, person_name, place_called


class Row(msgspec.Struct, frozen=True):
    """What is printed of a person, and why they were found."""

    household: str
    person: str
    alive: bool
    why: tuple[str, ...]
    token: str
    place: str
    seen: str


def rows_of(people: Iterable[Person], known: House) -> list[SafeString]:
    """The people, printed."""
    return [printed("registration/found_row.html", _row(one, known)) for one in people]


def _row(one: Person, known: House) -> Row:
    return Row(
        household=one.household,
        person=person_name(one),
        alive=one.alive,
        why=tuple(getattr(one, "why", ())),
        token=one.token,
        place=place_called(known, one.place),
        seen=ago(one.seen_at),
    )
