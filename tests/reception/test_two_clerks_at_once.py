"""Two phones at one gate count at the same moment: no code and no token number twice."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from serai.core.events import ArrivalCounted, PlaceOpened, StationOpened
from serai.core.places import Place
from serai.journal.identity import this_station
from serai.journal.store import AlreadyDone, Author, writing
from serai.journal.verify import verify
from serai.reception.commands import ArrivalDraft, count_arrival
from serai.registry.models import Arrival, Token

pytestmark = pytest.mark.django_db(transaction=True)
CLERKS = 4
GROUPS_EACH = 5


@pytest.fixture
def gate() -> None:
    with writing(Author("opener", "station")) as pen:
        opening = StationOpened(at=pen.now_ms, station=this_station(), name="Gate", public_key="0")
        pen.append(opening)
        pen.append(PlaceOpened(at=pen.now_ms, place=Place("reception", "Reception")))


def count(clerk: int, operation: str = "") -> bool:
    try:
        draft = ArrivalDraft("reception", {"woman": 7})
        return isinstance(
            count_arrival(draft, Author(f"clerk-{clerk}", "reception"), operation), ArrivalCounted
        )
    except AlreadyDone:
        return False
    finally:
        connection.close()


def test_every_group_has_its_own_code_and_every_token_its_own_number(gate: None) -> None:
    with ThreadPoolExecutor(CLERKS) as phones:
        assert all(phones.map(count, list(range(CLERKS)) * GROUPS_EACH))
    codes = sorted(Arrival.objects.values_list("code", flat=True))
    numbers = sorted(Token.objects.values_list("number", flat=True))
    assert codes == sorted(f"G-{number}" for number in range(1, CLERKS * GROUPS_EACH + 1))
    assert numbers == list(range(1, 3 * CLERKS * GROUPS_EACH + 1))
    assert verify().differences == ()


def test_one_tap_that_arrives_four_times_at_once_counts_once(gate: None) -> None:
    with ThreadPoolExecutor(CLERKS) as phones:
        answers = list(phones.map(lambda clerk: count(clerk, "tap-1"), range(CLERKS)))
    assert sum(answers) == 1
    assert Arrival.objects.count() == 1
