"""Groups as rows of the gate's lists, printed once while every word of them stays."""

from collections.abc import Iterable, Mapping

import msgspec
from django.utils.safestring import SafeString

from serai.access.places import Open
from serai.reception import queries, words
from serai.registry.lists import listed
from serai.registry.models import Arrival
from serai.web.printed import printed
from serai.web.templatetags.serai import clock_time


class Row(msgspec.Struct, frozen=True):
    """What is printed of a group: where it came from and how, and how many have a name by now."""

    id: str
    code: str
    counted: str
    came_from: str
    came_by: str
    named: int
    total: int
    reversed: bool
    conditions: str


def rows_of(groups: Iterable[Arrival], places: Mapping[str, Open]) -> list[SafeString]:
    """The groups, printed."""
    return [printed("reception/group_row.html", _row(one, places)) for one in groups]


def _row(one: Arrival, places: Mapping[str, Open]) -> Row:
    return Row(
        id=one.id,
        code=one.code,
        counted=clock_time(one.at),
        came_from=words.origin_name(one.came_from, places),
        came_by=words.word(one.came_by),
        named=one.total_named,
        total=one.total,
        reversed=one.reversed,
        conditions=listed(words.word(each) for each in queries.conditions_of(one)),
    )
