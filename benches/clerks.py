"""Twenty clerks at one served station: how long saving takes, and whether the books hold.

A real `serai up` on a copy of the whole training station, twenty threads as HTTP clients, each
working at a person's pace. Afterwards the chain, the signatures and every row are proven.
"""

import argparse
import http.client
import random
import secrets
import threading
import time
from collections import defaultdict
from pathlib import Path
from urllib.parse import quote, urlencode

from measure.figures import at_most, milliseconds, part
from measure.served import CSRF, cookie_of, served
from measure.station import opened, training

CLERKS = 20
SECONDS = 30.0
THINK_SECONDS = 1.0
WRITE_P95_MS_MOST = 50.0
GROUPS_BEFORE = 60
HOUSEHOLDS = 320  # more than five clerks can serve in a shift
CAMP = "al-hol"  # where the storekeeper of the training works
MEN = ("Hasan", "Yusuf", "Mahmoud", "Khalid", "Ibrahim", "Salim", "Jamil", "Faris", "Nabil", "Zaid")
WOMEN = ("Layla", "Noor", "Huda", "Amina", "Salma", "Rania", "Samira", "Zahra", "Wafa", "Dina")
CLANS = ("Jubouri", "Azzawi", "Dulaimi", "Shammari", "Ubaidi", "Hamdani", "Rawi", "Tikriti", "Ani")
FAMILY_SIZE = 4
RELATIONS = ("head", "spouse", "child", "child")
TOLD = ("own", "father", "family", "sex", "age")
NAMES = ("fat", "ahm", "ali", "moham", "layla", "hasan jub", "فاطمة", "omar")

Form = list[tuple[str, str]]


class Work:
    """What the clerks share: tokens and households nobody has used yet, and what they measured."""

    def __init__(self, tokens: list[str], households: list[str], thing: str) -> None:
        self.tokens, self.households, self.thing = tokens, households, thing
        self.times: dict[str, list[float]] = defaultdict(list)
        self.errors: list[str] = []


class Clerk(threading.Thread):
    """One clerk: thinks, saves or looks something up, thinks again."""

    def __init__(self, number: int, port: int, cookies: dict[str, str], work: Work) -> None:
        super().__init__(daemon=True)
        self.dice = random.Random(number)
        self.room = ("reception", "registration", "relief", "registration")[number % 4]
        self.cookie = cookies[self.room]
        self.searches = number % 4 == 3
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.work = work

    def run(self) -> None:
        """Works until the shift is over."""
        end = time.perf_counter() + SECONDS
        time.sleep(self.dice.random() * THINK_SECONDS)
        while time.perf_counter() < end:
            if self.searches:
                self._send(
                    "search", "GET", "/registration/search/?q=" + quote(self.dice.choice(NAMES))
                )
            else:
                self._send(f"save: {self.room}", "POST", f"/{self.room}/", self._form())
            time.sleep(THINK_SECONDS * (0.5 + self.dice.random()))

    def _send(self, what: str, method: str, address: str, form: Form | None = None) -> None:
        headers = {"Cookie": self.cookie, "X-CSRFToken": CSRF}
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode([*form, ("operation", secrets.token_urlsafe(16))])
        start = time.perf_counter()
        try:
            self.line.request(method, address, body, headers)
            answer = self.line.getresponse()
            answer.read()
        except OSError as error:
            self.work.errors.append(f"{what}: {error}")
            self.line.close()
            return
        self.work.times[what].append(time.perf_counter() - start)
        if answer.status != (200 if method == "GET" else 303):
            self.work.errors.append(f"{what}: {answer.status} {answer.getheader('Location')}")

    def _form(self) -> Form:
        if self.room == "reception":
            return [("total", "40"), ("man", "3"), ("woman", "15"), ("boy", "12"), ("girl", "10")]
        if self.room == "relief":
            return [("household", self.work.households.pop()), ("entitlements", self.work.thing)]
        return _sheet(self.work.tokens.pop(), _family(self.dice))


def main() -> None:
    """Serves, lets them work, and proves the station afterwards."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="A training station; a copy is measured.")
    with training(held=parser.parse_args().data) as folder:
        opened(folder)
        work, cookies = _work(), _cookies()
        first = _events()
        with served(folder) as port:
            clerks = [Clerk(number, port, cookies, work) for number in range(CLERKS)]
            for clerk in clerks:
                clerk.start()
            for clerk in clerks:
                clerk.join()
        _print(work, _events() - first)


def _print(work: Work, events: int) -> None:
    from serai.journal import sql
    from serai.journal.verify import verify

    saves = [one for what, times in work.times.items() if "save" in what for one in times]
    for what, times in sorted(work.times.items()):
        print(f"{what:20} {len(times):4} times  {milliseconds(times)}")
    print("saving, all: p95", at_most(part(saves, 95) * 1000, WRITE_P95_MS_MOST, " ms"))
    print("errors:", at_most(len(work.errors), 0), *work.errors[:3])
    lost = len(saves) - events
    print(f"events written {events}, saved forms without an event:", at_most(abs(lost), 0))
    print(
        "sum of the books:", at_most(abs(sql.one("SELECT SUM(count) FROM registry_balance")[0]), 0)
    )
    differences = verify().differences
    print("gaps and differences found by verify:", at_most(len(differences), 0), *differences[:3])


def _work() -> Work:
    from serai.core.ids import token_code
    from serai.journal.store import Author
    from serai.reception.commands import ArrivalDraft, count_arrival
    from serai.relief.models import Entitlement

    tokens = []
    for _ in range(GROUPS_BEFORE):
        draft = ArrivalDraft(place="reception", counts={"unknown": 40}, tokens=10)
        body = count_arrival(draft, Author("gate-clerk", "reception"))
        numbers = range(body.token_first, body.token_last + 1)
        tokens.extend(token_code(body.station_mark, number) for number in numbers)
    thing = Entitlement.objects.filter(period_days__gt=0, quantity__gt=0).order_by("period_days")[0]
    _deliver(thing.item, thing.quantity * FAMILY_SIZE * HOUSEHOLDS)
    dice = random.Random(CLERKS)
    return Work(tokens, [_household(dice) for _ in range(HOUSEHOLDS)], thing.id)


def _family(dice: random.Random) -> list[tuple[str, ...]]:
    """Parents and two children as a clerk writes them; hardly ever the same family twice."""
    father, his, clan = dice.choice(MEN), dice.choice(MEN), dice.choice(CLANS)
    return [
        (father, his, clan, "m", str(dice.randint(25, 60))),
        (dice.choice(WOMEN), dice.choice(MEN), dice.choice(CLANS), "f", str(dice.randint(20, 50))),
        (dice.choice(WOMEN), father, clan, "f", "8"),
        (dice.choice(MEN), father, clan, "m", "4"),
    ]


def _household(dice: random.Random) -> str:
    """A family that got nothing yet: who got a thing this period is rightly refused it."""
    from serai.core.people import Age, Names, Person
    from serai.journal.store import Author
    from serai.registration.commands import HouseholdDraft, register_household

    sexes = {"m": "male", "f": "female"}
    members = tuple(
        Person(
            person="", names=Names(own=own, father=father, family=family),
            sex=sexes[sex], age=Age(months=12 * int(age), noted_on="2019-03-01"),
            relation=relation,
        )
        for (own, father, family, sex, age), relation in zip(_family(dice), RELATIONS, strict=True)
    )  # fmt: skip
    draft = HouseholdDraft(CAMP, members)
    return register_household(draft, Author("registration-clerk", "registration")).household


def _deliver(item: str, quantity: int) -> None:
    from serai.core.events import Item
    from serai.core.refusal import Refusal
    from serai.journal.store import Author
    from serai.relief.commands import receive_delivery

    outcome = receive_delivery(CAMP, [Item(item, quantity)], "bench", Author("store", "relief"))
    assert not isinstance(outcome, Refusal), outcome.sentence


def _cookies() -> dict[str, str]:
    roles = {
        "reception": "gate-clerk",
        "registration": "registration-clerk",
        "relief": "storekeeper",
    }
    return {room: cookie_of(role) for room, role in roles.items()}


def _sheet(token: str, family: list[tuple[str, ...]]) -> Form:
    form: Form = [("token", token), ("rows", str(len(family)))]
    for number, told in enumerate(family):
        form.extend((f"m{number}-{name}", text) for name, text in zip(TOLD, told, strict=True))
    return form


def _events() -> int:
    """Events so far that a form wrote; pairs put before a person come beside a registration."""
    from serai.journal import sql

    row = sql.one("SELECT COUNT(*) FROM journal_event WHERE kind <> 'pairs_proposed'")
    return int(row[0]) if row else 0


if __name__ == "__main__":
    main()
