"""Who is in hospital and who went along, printed once while every word of it stays."""

from collections.abc import Iterable

import msgspec
from django.utils.safestring import SafeString

from serai.access.places import House
from serai.care.queries import Stay
from serai.web.printed import printed
from serai.web.templatetags.serai import clock_time, person_name, place_called


class Told(msgspec.Struct, frozen=True):
    """What is printed of a stay; `people` are those there, each with the name."""

    patient: str
    name: SafeString
    where: str
    since: str
    reason: str
    people: tuple[tuple[str, SafeString], ...]


class Shown(msgspec.Struct, frozen=True):
    """A stay on the page: the referral it began with, and its words."""

    id: str
    words: SafeString


def shown(stays: Iterable[Stay], known: House) -> list[Shown]:
    """The stays, printed."""
    return [Shown(one.referral.id, printed("care/stay.html", _told(one, known))) for one in stays]


def _told(one: Stay, known: House) -> Told:
    return Told(
        patient=one.patient.id if one.patient else "",
        name=person_name(one.patient) if one.patient else SafeString(),
        where=place_called(known, one.referral.target),
        since=clock_time(one.referral.at),
        reason=one.referral.reason,
        people=tuple((person.id, person_name(person)) for person in one.people),
    )
