"""How long pages take on the whole register, beside a bare page of 25 joined rows in the same run.

In this process through Django's WSGI handler with every middleware and a signed-in session, so
that nothing but the page is measured. Cold is the first call after a write, warm any other. The
write is a sighting, but for pages that follow from the books: then a group of people arrives.
"""

import gc
from time import process_time
from typing import Any, NamedTuple

from measure.figures import part
from measure.station import opened, training, whole_station_wanted

LIST_AT_MOST = 2.0
SITUATION_AT_MOST = 3.0
QUERIES_MOST = 8
PAST_HOUR = "/situation/?at=2019-03-05T14:00"
PAST_ARRIVAL_MS = 1_551_780_000_000  # an hour and more before it
WARM_ROUNDS = 40
COLD_ROUNDS = 20  # five scattered by two tenths beside other work
UNCOUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


class Page(NamedTuple):
    """A page to measure: what people call it, who opens it, where it is, how slow it may be."""

    name: str
    role: str
    address: str
    at_most: float = LIST_AT_MOST
    write: str = "sighting"


def main() -> None:
    """Measures every page and prints a line for each."""
    held = whole_station_wanted(__doc__ or "")
    with training(held=held) as folder:
        opened(folder)
        from django.test.utils import override_settings

        with override_settings(ROOT_URLCONF="measure.bare"):
            print(f"{'':26} queries   warm p50  p95    ratio  |  cold p50   ratio")
            short = [page.name for page in _pages() if not _measured(page)]
    print("Short of the target:", ", ".join(short) or "none")


def _measured(page: Page) -> bool:
    from measure.bare import ADDRESS

    client = _signed_in(page.role)
    for address in (ADDRESS, page.address):
        assert client.get(address).status_code == 200, address
    queries = _queries(client, page)
    warm: dict[str, list[float]] = {ADDRESS: [], page.address: []}
    cold: dict[str, list[float]] = {ADDRESS: [], page.address: []}
    gc.collect()
    gc.freeze()
    for _ in range(WARM_ROUNDS):
        for address, times in warm.items():
            times.append(_time(client, address))
    for _ in range(COLD_ROUNDS):
        for address, times in cold.items():
            _write(page.write)
            times.append(_time(client, address))
    ratios = [part(one[page.address], 50) / part(one[ADDRESS], 50) for one in (warm, cold)]
    fits = max(ratios) <= page.at_most and queries <= QUERIES_MOST
    print(
        f"{page.name:26} {queries:3}      {part(warm[page.address], 50) * 1000:7.1f} "
        f"{part(warm[page.address], 95) * 1000:7.1f}  {ratios[0]:5.2f}  |"
        f" {part(cold[page.address], 50) * 1000:7.1f}   {ratios[1]:5.2f}"
        f"   (target ≤ {page.at_most:g}, ≤ {QUERIES_MOST} queries:"
        f" {'reached' if fits else 'SHORT'})",
        flush=True,
    )
    return fits


def _time(client: Any, address: str) -> float:
    start = process_time()
    client.get(address)
    return process_time() - start


def _queries(client: Any, page: Page) -> int:
    """Every statement of a cold page, session and sign-in included, whoever sends it."""
    from django.db import connection

    _write(page.write)
    seen: list[str] = []
    connection.connection.set_trace_callback(seen.append)
    client.get(page.address)
    connection.connection.set_trace_callback(None)
    return sum(not one.upper().startswith(UNCOUNTED) for one in seen)


def _write(what: str = "sighting") -> None:
    from serai.journal.store import Author

    author = Author("bench", "relief")
    if what == "sighting":
        _sighting(author)
    else:
        _arrival(author, PAST_ARRIVAL_MS if what == "arrival then" else 0)


def _sighting(author: Any) -> None:
    from serai.core.events import PersonSeen
    from serai.journal.store import writing
    from serai.registry.models import Person

    person = Person.objects.filter(place="al-hol").values_list("id", flat=True)[0]
    with writing(author) as pen:
        pen.append(PersonSeen(at=pen.now_ms, people=(person,), place="al-hol"))


def _arrival(author: Any, at_ms: int) -> None:
    from serai.core.refusal import Refusal
    from serai.reception.commands import ArrivalDraft, count_arrival

    draft = ArrivalDraft("reception", {"woman": 3, "boy": 2}, at=at_ms)
    assert not isinstance(count_arrival(draft, author), Refusal)


def _signed_in(role: str) -> Any:
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.get(username=role))
    return client


def _pages() -> list[Page]:
    from serai.camp.models import Allotment
    from serai.convoys.models import Convoy
    from serai.registry.models import Household

    slept = Allotment.objects.order_by("household")[500]
    family = Household.objects.get(id=slept.household)
    convoy = Convoy.objects.order_by("-opened_at")[20]
    return [
        Page("gate", "gate-clerk", "/reception/"),
        Page("gate list", "gate-clerk", "/reception/groups/"),
        Page("registration", "registration-clerk", "/registration/"),
        Page("registration search", "registration-clerk", "/registration/search/?q=fatima+ah"),
        Page("household", "registration-clerk", f"/registration/{family.id}/"),
        Page("screening waiting list", "screener", "/screening/"),
        Page("screening reviews", "screener", "/screening/reviews/"),
        Page("medical tent", "nurse", "/care/"),
        Page("hospital", "nurse", "/care/hospital/"),
        Page("convoys", "convoy-marshal", "/convoys/"),
        Page("one convoy", "convoy-marshal", f"/convoys/{convoy.id}/"),
        Page("relief desk", "storekeeper", f"/relief/?token={family.token}"),
        Page("distribution list", "storekeeper", "/relief/distribution/"),
        Page("stores", "storekeeper", "/relief/stock/"),
        Page("camp", "camp-registrar", "/camp/"),
        Page("camp section", "camp-registrar", f"/camp/sections/{slept.section}/"),
        Page("waiting for shelter", "camp-registrar", "/camp/waiting/"),
        Page("tracing requests", "tracing-officer", "/tracing/"),
        Page("situation room", "coordinator", "/situation/", SITUATION_AT_MOST),
        Page("… after an arrival", "coordinator", "/situation/", SITUATION_AT_MOST, "arrival"),
        Page("situation, past hour", "coordinator", PAST_HOUR, SITUATION_AT_MOST),
        Page("… counted anew", "coordinator", PAST_HOUR, SITUATION_AT_MOST, "arrival then"),
        Page("books", "coordinator", "/situation/books/"),
    ]  # fmt: skip


if __name__ == "__main__":
    main()
