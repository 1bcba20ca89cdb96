"""What does not balance as rows of a list: one sentence each, printed once while it stays true."""

from collections.abc import Iterable

import msgspec
from django.utils.safestring import SafeString

from serai.access.places import House
from serai.registry.discrepancies import Listed
from serai.situation.sentences import duration, sentence
from serai.web.printed import printed
from serai.web.templatetags.serai import clock_time, place_called


class Row(msgspec.Struct, frozen=True):
    """What is printed of a discrepancy in a list; no place where it is of every station."""

    id: str
    amount: int
    where: str
    when: str
    sentence: str
    owner: str
    age: str

    @property
    def size(self) -> int:
        """The amount without its sign."""
        return abs(self.amount)


def told(listed: Iterable[Listed], at_ms: int, known: House) -> list[SafeString]:
    """Discrepancies with their sentence and age, printed."""
    return [
        printed(
            "situation/worklist_row.html",
            Row(
                id=one.id,
                amount=one.amount,
                where=place_called(known, one.place) if one.place else "",
                when=clock_time(one.at),
                sentence=sentence(one),
                owner=one.owner,
                age=duration(one.age_hours(at_ms)),
            ),
        )
        for one in listed
    ]
