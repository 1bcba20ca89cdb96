"""How long the queue of pairs takes when 100,000 wait, beside a bare page in the same run.

Pairs are made up among the people of a training station. Measured in processor time: putting them
all there, the first page, a page far down, a pair side by side, and one decision.

Run: python benches/pairs.py [--data DIR]
"""

from random import Random
from statistics import median
from time import process_time
from typing import Any

from measure.station import opened, training, whole_station_wanted

PAIRS = 100_000
FAR_DOWN = 90_000
ROUNDS = 20
SEED = 7
QUEUE = "/registration/pairs/"


def main() -> None:
    """Prints a line for each."""
    held = whole_station_wanted(__doc__ or "")
    with training(held=held) as folder:
        opened(folder)
        from django.test.utils import override_settings

        with override_settings(ROOT_URLCONF="measure.bare"):
            _measure()


def _measure() -> None:
    from measure.bare import ADDRESS

    from serai.registry.models import Pair

    spent = _fill()
    print(f"{Pair.objects.count():,} pairs put into the queue: {spent:.1f} s")
    client = _signed_in()
    bare = _middle(client, ADDRESS)
    rows = Pair.objects.filter(state="open").order_by("-bits", "id")
    far, first = rows[FAR_DOWN], rows[0]
    pages = {
        "first page": QUEUE,
        "page far down": f"{QUEUE}?state=open&after={far.id}",
        "two side by side": f"{QUEUE}{first.first}/{first.second}/?queue=1",
    }
    for name, address in pages.items():
        took = _middle(client, address)
        print(f"{name:20} {took * 1000:7.1f} ms  {took / bare:5.2f} × a bare page")
    took = median(_decision(client) for _ in range(ROUNDS))
    print(f"{'one decision':20} {took * 1000:7.1f} ms  {took / bare:5.2f} × a bare page")


def _fill() -> float:
    from serai.core.events import Proposed
    from serai.journal.store import Author
    from serai.registry.models import Person
    from serai.registry.pairs import propose_pairs

    rng = Random(SEED)
    people = list(Person.objects.values_list("id", flat=True))
    pairs: dict[tuple[str, ...], None] = {}
    while len(pairs) < PAIRS:
        pairs[tuple(sorted(rng.sample(people, 2)))] = None
    reasons = ("Hasan = حسن (1 in 14)", "the years of birth agree")
    told = tuple(Proposed(*pair, round(rng.uniform(2, 20), 2), reasons) for pair in pairs)
    started = process_time()
    propose_pairs("linkage", told, Author("bench", "registration"))
    return process_time() - started


def _signed_in() -> Any:
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client()
    client.force_login(User.objects.get(username="registration-clerk"))
    return client


def _middle(client: Any, address: str) -> float:
    assert client.get(address).status_code == 200, address
    return median(_time(client, address) for _ in range(ROUNDS))


def _time(client: Any, address: str) -> float:
    started = process_time()
    client.get(address)
    return process_time() - started


def _decision(client: Any) -> float:
    from serai.registration.queries import next_open_pair

    row = next_open_pair()
    assert row is not None
    address = f"{QUEUE}{row.first}/{row.second}/decision/"
    started = process_time()
    answer = client.post(address, {"decision": "not", "queue": "1"})
    assert answer.status_code == 303, answer.status_code
    return process_time() - started


if __name__ == "__main__":
    main()
