"""When and where somebody was seen last, in whatever order it is told."""

import pytest
from tests.a_family import FATHER, MOTHER, SON, register, who

from serai.core.clock import HOUR_MS
from serai.core.events import PersonSeen
from serai.journal.store import Author, writing
from serai.registry.models import Person

pytestmark = pytest.mark.usefixtures("station")
NURSE = Author("nurse", "care")


def test_an_older_sighting_that_is_told_later_does_not_take_the_place_of_a_newer_one() -> None:
    register("jubouri", (FATHER, MOTHER, SON), "reception", 1)
    with writing(NURSE) as pen:
        at = pen.now_ms
        pen.append(PersonSeen(at=at + 2, people=(who(FATHER),), place="suwar"))
    with writing(NURSE) as pen:
        pen.append(PersonSeen(at=at - HOUR_MS, people=(who(FATHER),), place="al-hol"))
        pen.append(PersonSeen(at=at + 1, people=(who(MOTHER),), place="hospital"))
    seen = {one.id: one.seen_place for one in Person.objects.all()}
    assert (seen[who(FATHER)], seen[who(MOTHER)]) == ("suwar", "hospital")
