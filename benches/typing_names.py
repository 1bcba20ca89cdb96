"""Ten clerks who type names letter by letter at one served station of many people.

    python benches/typing_names.py --people 1000000 [--data DIR] [--filled DIR]

A small training station, or a copy of the one named, gets so many invented people more, sealed in
its journal; `--filled` keeps it for the next run. Then a real `serai up` answers ten clerks at
once, as the panel beside the form asks it; they type people who are in the books, in either
script. First every letter is a question, four a second of each clerk. Then they type as people do,
a letter in about 0.2 s and a breath between two names, and ask as the page does: once nothing was
typed for a quarter of a second, one question at a time. Its time counts from the end of that pause.
"""

import argparse
import http.client
import json
import random
import shutil
import threading
import time
from itertools import groupby
from math import log
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
PAUSE_SECONDS = 0.25  # as in household.js
HUMAN_SECONDS, HUMAN_SPREAD = 0.2, 0.5  # between two letters: the middle, and of its logarithm
BREATH_SECONDS = 0.8  # more before another part of a name
PART_LETTERS_MAX = 14
SMALL = 0.02
P95_MS_MOST = 100.0
SEED = 7
PLACE = "al-hol"
TYPED = "typed.json"  # in a filled station: the names that are to be typed
REFUSED = "alert warn"  # in a panel that says why it looks no further
PARTS = ("own", "father", "grandfather", "family")

Name = list[str]


class Clerk(threading.Thread):
    """One clerk: types the parts of a name into a form, and reads what stands beside it."""

    def __init__(self, port: int, cookie: str, names: list[Name]) -> None:
        super().__init__(daemon=True)
        self.dice = random.Random(cookie)
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
            answer = self._typed(_letters(name))
            self.shown += "<li" in answer
            if REFUSED in answer:
                self.errors.append("refused")

    def _typed(self, letters: list[dict[str, str]]) -> str:
        """Every letter is a question; the next one waits for its answer."""
        answer = ""
        for form in letters:
            began = time.perf_counter()
            answer = self._ask(form, began)
            time.sleep(max(0.0, began + LETTER_SECONDS - time.perf_counter()))
        return answer

    def _ask(self, form: dict[str, str], wanted: float) -> str:
        try:
            self.line.request("POST", "/registration/likely/", urlencode(form), self.headers)
            answer = self.line.getresponse()
            told = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.line.close()  # the next letter asks on a new one
            self.errors.append(type(error).__name__)
            return ""
        self.times.append(time.perf_counter() - wanted)
        if answer.status != 200:
            self.errors.append(f"{answer.status}")
            return ""
        return str(json.loads(told).get("panel", ""))


class PageClerk(Clerk):
    """The same clerk at a page: goes on typing whether it has answered or not."""

    def _typed(self, letters: list[dict[str, str]]) -> str:
        answer, pressed = "", time.perf_counter()
        for form, after in zip(letters, [*letters[1:], None], strict=True):
            wanted = pressed + PAUSE_SECONDS
            pressed += self.dice.lognormvariate(log(HUMAN_SECONDS), HUMAN_SPREAD)
            pressed += BREATH_SECONDS * (after is not None and len(after) > len(form))
            if after is None or pressed > max(wanted, time.perf_counter()):
                time.sleep(max(0.0, wanted - time.perf_counter()))
                answer = self._ask(form, wanted)
                time.sleep(max(0.0, pressed - time.perf_counter()))
        return answer


def _letters(name: Name) -> list[dict[str, str]]:
    """The form after every letter of a name."""
    form, found = {"rows": "1", "row": "m0"}, []
    for field, text in zip(PARTS, name, strict=False):
        for end in range(1, min(len(text), PART_LETTERS_MAX) + 1):
            form = {**form, f"m0-{field}": text[:end]}
            found.append(form)
    return found


def main() -> None:
    """Fills, serves, types, prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--data", type=Path, help="A training station; a copy is measured.")
    parser.add_argument("--filled", type=Path, help="Where the filled one is kept; a copy is used.")
    asked = parser.parse_args()
    if asked.filled and (asked.filled / TYPED).exists():
        asked.data = asked.filled
    with training(SMALL, asked.data) as folder:
        opened(folder)
        names = _filled(folder, asked.people, asked.filled)
        cookies = [_clerk(number) for number in range(CLERKS)]
        with served(folder) as port:
            for clerk in (Clerk, PageClerk):
                print("Every letter a question:" if clerk is Clerk else "As the page asks:")
                _print(_at_work([clerk(port, *one) for one in _dealt(cookies, names)]), len(names))


def _dealt(cookies: list[str], names: list[Name]) -> list[tuple[str, list[Name]]]:
    return [(cookie, names[number::CLERKS]) for number, cookie in enumerate(cookies)]


def _at_work(clerks: list[Clerk]) -> list[Clerk]:
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    return clerks


def _print(clerks: list[Clerk], typed: int) -> None:
    times = [one for clerk in clerks for one in clerk.times]
    errors = [one for clerk in clerks for one in clerk.errors]
    print(f"{len(times):,} questions of {len(clerks)} clerks: {milliseconds(times)}")
    print("p95", at_most(part(times, 95) * 1000, P95_MS_MOST, " ms"))
    shown = sum(clerk.shown for clerk in clerks)
    print("names with somebody beside them at the end:", at_least(shown, typed))
    print("errors:", at_most(len(errors), 0), *sorted(set(errors)), flush=True)


def _clerk(number: int) -> str:
    from serai.access.accounts import create_account

    create_account(f"typist-{number}", "registration-clerk", PLACE, PASSWORD)
    return cookie_of(f"typist-{number}")


def _filled(folder: Path, people: int, kept: Path | None) -> list[Name]:
    """Fills the station, or takes it as filled before; answers names that are to be typed."""
    held = folder / TYPED
    if held.exists():
        wanted: list[Name] = json.loads(held.read_text())
        return wanted
    with Watch() as watch:
        wanted = _fill(people)
    print(f"{people:,} people sealed and in the books in {watch.seconds:.0f} s", flush=True)
    held.write_text(json.dumps(wanted))
    if kept:
        from django.db import connections

        connections.close_all()
        shutil.copytree(folder, kept, ignore=shutil.ignore_patterns("static", "*.lock"))
    return wanted


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
