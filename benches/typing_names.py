"""Ten clerks who type names letter by letter at one served station of many people.

    python benches/typing_names.py --people 1000000 [--data DIR]

A small training station, or a copy of the one named, gets so many invented people more, sealed in
its journal. Then a real `serai up` answers every letter of ten clerks at once, as the panel beside
the registration form asks it; they type people who are in the books, in either script.
"""

import argparse
import http.client
import json
import random
import threading
import time
from itertools import groupby
from pathlib import Path
from urllib.parse import urlencode

from measure.figures import Watch, at_least, at_most, milliseconds, part
from measure.served import CSRF, cookie_of, served
from measure.station import PASSWORD, opened, training

from serai.core.people import Age, Names, Person
from serai.simulation.people import Human

CLERKS = 10
NAMES_EACH = 6
LETTER_SECONDS = 0.25
PART_LETTERS_MAX = 14
SMALL = 0.02
P95_MS_MOST = 100.0
SEED = 7
PLACE = "al-hol"
REFUSED = "alert warn"  # in a panel that says why it looks no further
PARTS = ("own", "father", "grandfather", "family")

Name = list[str]


class Clerk(threading.Thread):
    """One clerk: types the parts of a name into a form, and reads what stands beside it."""

    def __init__(self, port: int, cookie: str, names: list[Name]) -> None:
        super().__init__(daemon=True)
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {
            "Cookie": cookie, "X-CSRFToken": CSRF,
            "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        self.names = names
        self.times: list[float] = []
        self.errors: list[str] = []
        self.shown = 0

    def run(self) -> None:
        """Types every name."""
        for name in self.names:
            form = {"rows": "1", "row": "m0"}
            answer = ""
            for field, text in zip(PARTS, name, strict=False):
                for end in range(1, min(len(text), PART_LETTERS_MAX) + 1):
                    form[f"m0-{field}"] = text[:end]
                    answer = self._letter(form)
            self.shown += "<li" in answer
            if REFUSED in answer:
                self.errors.append("refused")

    def _letter(self, form: dict[str, str]) -> str:
        began = time.perf_counter()
        try:
            self.line.request("POST", "/registration/likely/", urlencode(form), self.headers)
            answer = self.line.getresponse()
            told = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.line.close()  # the next letter asks on a new one
            self.errors.append(type(error).__name__)
            return ""
        spent = time.perf_counter() - began
        self.times.append(spent)
        if answer.status != 200:
            self.errors.append(f"{answer.status}")
            return ""
        time.sleep(max(0.0, LETTER_SECONDS - spent))
        return str(json.loads(told).get("panel", ""))


def main() -> None:
    """Fills, serves, types, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--data", type=Path, help="A training station; a copy is measured.")
    asked = parser.parse_args()
    with training(SMALL, asked.data) as folder:
        opened(folder)
        with Watch() as watch:
            names = _fill(asked.people)
        print(
            f"{asked.people:,} people sealed and in the books in {watch.seconds:.0f} s", flush=True
        )
        cookies = [_clerk(number) for number in range(CLERKS)]
        with served(folder) as port:
            clerks = [
                Clerk(port, cookie, names[number::CLERKS]) for number, cookie in enumerate(cookies)
            ]
            for clerk in clerks:
                clerk.start()
            for clerk in clerks:
                clerk.join()
    _print(clerks, len(names))


def _print(clerks: list[Clerk], typed: int) -> None:
    times = [one for clerk in clerks for one in clerk.times]
    errors = [one for clerk in clerks for one in clerk.errors]
    print(f"{len(times):,} letters of {CLERKS} clerks: {milliseconds(times)}")
    print("p95", at_most(part(times, 95) * 1000, P95_MS_MOST, " ms"))
    shown = sum(clerk.shown for clerk in clerks)
    print("names with somebody beside them at the end:", at_least(shown, typed))
    print("errors:", at_most(len(errors), 0), *sorted(set(errors)))


def _clerk(number: int) -> str:
    from serai.access.accounts import create_account

    create_account(f"typist-{number}", "registration-clerk", PLACE, PASSWORD)
    return cookie_of(f"typist-{number}")


def _fill(people: int) -> list[Name]:
    """Registers invented households in one go; answers names that are to be typed."""
    from serai.core.events import HouseholdRegistered
    from serai.core.ledger import resolved
    from serai.journal import lock
    from serai.journal.rebuild import rebuild
    from serai.journal.store import Author, Pen
    from serai.journal.wall import now_ms
    from serai.simulation.people import humans

    dice, author, wanted = random.Random(SEED), Author("bench", "registration"), []
    every = max(1, people // (CLERKS * NAMES_EACH))
    from django.db import transaction

    with lock.only_writer(), transaction.atomic():
        lock.lock_in_transaction()
        pen, made = Pen(Author("", ""), now_ms()), 0
        for _, home in groupby(humans(people, SEED), key=lambda one: one.household):
            members = []
            for one in home:
                members.append(_person(dice, one))
                made += 1
                if made % every == 0:
                    written = members[-1].names
                    wanted.append([getattr(written, field) for field in PARTS])
            ids = [(member.person, "outside") for member in members]
            body = HouseholdRegistered(
                at=now_ms(), household=pen.new_id(), place=PLACE, members=tuple(members),
                legs=resolved(PLACE, ids),
            )  # fmt: skip
            pen.append_at(body, (), now_ms(), author)
        pen.flush()
    rebuild()
    return wanted[: CLERKS * NAMES_EACH]


def _person(dice: random.Random, one: Human) -> Person:
    from serai.simulation.people import ARABIC_SHARE, YEAR_NOW, spelt

    arabic = dice.random() < ARABIC_SHARE
    names = Names(*(spelt(dice, getattr(one.chain, part), arabic) for part in PARTS))
    age = Age(months=12 * (YEAR_NOW - one.born), within_months=24, noted_on="2019-03-01")
    relation = "head" if one.role == "father" else "spouse" if one.role == "mother" else "child"
    return Person(one.id, names, sex=one.sex, age=age, relation=relation, origin=one.place)


if __name__ == "__main__":
    main()
