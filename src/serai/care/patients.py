"""Who is sorted at a place as rows of its list, printed once while every word of them stays."""

from collections.abc import Iterable

import msgspec
from django.utils.safestring import SafeString

from serai.care.queries import Patient, Shown
from serai.core.triage import DEAD
from serai.web.printed import printed
from serai.web.templatetags.serai import ago, person_name


class Row(msgspec.Struct, frozen=True):
    """What is printed of somebody sorted; no name where the person is not known here yet."""

    person: str
    dead: bool
    shown: Shown | None
    name: str
    words: str
    at: str


def rows_of(patients: Iterable[Patient]) -> list[SafeString]:
    """The patients, printed."""
    return [printed("care/patient.html", _row(one)) for one in patients]


def _row(one: Patient) -> Row:
    return Row(
        person=one.triage.person,
        dead=one.triage.word == DEAD,
        shown=one.shown,
        name=person_name(one.person) if one.person else "",
        words=one.words,
        at=ago(one.triage.at),
    )
