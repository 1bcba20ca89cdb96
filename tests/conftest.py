"""What every test may ask for: a small station, an author, somebody signed in, the time."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.test import Client
from django.utils import translation
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

from serai.access.roles import ROLES, ROOMS
from serai.core.events import PlaceOpened, StationOpened
from serai.core.places import Place
from serai.journal.store import Author

settings.register_profile(
    "serai",
    deadline=None,
    # a build machine repeats what was seen green; the search for more is every other run's
    derandomize=bool(os.environ.get("CI")),
    print_blob=True,  # a failure prints the line that brings it back
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.register_profile("thorough", parent=settings.get_profile("serai"), max_examples=2000)
settings.load_profile(os.environ.get("SERAI_HYPOTHESIS", "serai"))

# one browser is enough, one look at the house, one whole operation told
TOGETHER = ("tests/journeys", "tests/tidy", "tests/simulation")
# programs and settings, not tests: --doctest-modules would import them a second time
collect_ignore = ["settings_for_tests.py", "postgresql"]

PLACES = (
    Place("front", "Front line", "خط الجبهة", "front", position=1),
    Place("reception", "Desert reception", "الاستقبال", "reception", position=2),
    Place("screening", "Screening site, held apart", "موقع التدقيق", "screening", position=3),
    Place("suwar", "Suwar transit site", "الصور", "transit", capacity=400, position=4),
    Place("hospital", "Hospital", "المستشفى", "hospital", position=5),
    Place("al-hol", "Al-Hol camp", "مخيم الهول", "camp", position=6),
)
USUAL_PLACES = {
    "reception": "reception",
    "registration": "reception",
    "screening": "screening",
    "care": "hospital",
    "convoys": "reception",
    "relief": "al-hol",
    "camp": "al-hol",
    "tracing": "al-hol",
    "situation": "reception",
}
PASSWORD = "four words for tests"
KEPT_IN_MEMORY = {
    "serai.situation.remembered": ("_answers", "_books", "_told", "_drawn", "_news", "_lately"),
    "serai.situation.by_the_hour": ("_kept",),
    "serai.situation.everybody": ("_kept",),
    "serai.tracing.candidates.nearest": ("_kept",),
}
UNCOUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


class Sharing(LoadScopeScheduling):
    """Hands whole files to the test processes, so that what a file loads is loaded once.

    xdist's own groups came to nothing with pytest 9: it writes their names where pytest no longer
    looks.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((folder for folder in TOGETHER if file.startswith(f"{folder}/")), file)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Sharing:
    """Files go out in the order in which they were collected."""
    config.option.loadscopereorder = False
    return Sharing(config, log)


@pytest.hookimpl(trylast=True)  # when all marks are there
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes long comes first, so that no test process waits at the end for the other's."""
    if hasattr(config, "workerinput"):
        long = {item.path for item in items if item.get_closest_marker("slow")}
        items.sort(key=lambda item: (not item.nodeid.startswith(TOGETHER), item.path not in long))


@pytest.fixture(autouse=True)
def after_a_start() -> None:
    """Nothing is kept in memory yet: what was read of another test's journal costs a question."""
    for module, names in KEPT_IN_MEMORY.items():
        if module in sys.modules:
            for name in names:
                getattr(sys.modules[module], name).clear()


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Every test begins in English, whatever language the one before it left behind."""
    with translation.override("en"):
        yield


@pytest.fixture
def now_ms() -> int:
    """The time, in milliseconds since 1970."""
    return int(time.time() * 1000)


@pytest.fixture
def asks_at_most(db: None) -> Callable[[int], AbstractContextManager[object]]:
    """No more statements than this, session and sign-in included, whoever sends them.

    Django counts its own; statements straight to the driver are questions all the same.
    """
    return _at_most


@pytest.fixture
def station(db: None) -> str:
    """A fresh station whose places are open; its id."""
    return open_station()


@pytest.fixture
def clerk() -> Author:
    """Somebody who writes, at the reception."""
    return Author("amal", "reception")


@pytest.fixture
def signed_in(station: str) -> Callable[..., Client]:
    """`signed_in("camp")`: a client in which somebody with that room's role is signed in."""

    def sign_in(room: str, role: str = "", place: str = "") -> Client:
        client = Client()
        client.force_login(make_account(room, role, place))
        return client

    return sign_in


@contextmanager
def _at_most(most: int) -> Iterator[None]:
    """Fails with every statement of the block when there were more."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    connection.ensure_connection()
    if connection.vendor != "sqlite":
        with CaptureQueriesContext(connection) as captured:
            yield
        sent = [one["sql"] for one in captured.captured_queries]
    else:
        sent = []
        connection.connection.set_trace_callback(sent.append)
        try:
            yield
        finally:
            connection.connection.set_trace_callback(None)
    asked = [one for one in sent if not one.upper().startswith(UNCOUNTED)]
    assert len(asked) <= most, "\n".join([f"{len(asked)} questions, not {most}:", *asked])


def open_station(places: Iterable[Place] = PLACES) -> str:
    """Writes the first events of a station: itself and its places."""
    from serai.journal.identity import station_key, this_station
    from serai.journal.store import writing

    key = bytes(station_key().verify_key).hex()
    with writing(Author("opener", "station")) as pen:
        opening = StationOpened(at=pen.now_ms, station=this_station(), name="Test", public_key=key)
        pen.append(opening)
        for place in places:
            pen.append(PlaceOpened(at=pen.now_ms, place=place))
    return this_station()


def make_account(room: str, role: str = "", place: str = "") -> object:
    """An account whose first room this is, at the place where that work is usually done."""
    from serai.access.accounts import create_account

    assert room in ROOMS, room
    fitting = [name for name in ROLES if ROLES[name].rooms[0] == room]
    fallback = [name for name in ROLES if room in ROLES[name].rooms]
    name = role or [*fitting, *fallback][0]
    return create_account(name, name, place or USUAL_PLACES.get(room, ""), PASSWORD)
