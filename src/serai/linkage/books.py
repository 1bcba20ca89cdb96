"""Everybody in a station's books beside everybody else, whichever station registered them.

What is found waits in the queue of pairs. A proposal is an event like any other, so every station
that receives the journal asks its own people the same question.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
from django.db import connection

from serai.core.events import Proposed
from serai.core.matching import comparison
from serai.core.matching.scoring import Scorer
from serai.core.people import Names
from serai.journal.store import Author
from serai.linkage.choice import Choice
from serai.linkage.job import Tell, link
from serai.linkage.reading import Row
from serai.linkage.registry import People
from serai.registry.models import Person
from serai.registry.pairs import propose_pairs
from serai.registry.told import former_in

ENGINE = "linkage"
ROLES = {"head": "head", "spouse": "spouse", "child": "child"}
_names = msgspec.json.Decoder(Names)


def propose(
    folder: Path, least: float, author: Author, tell: Tell = lambda done: None
) -> tuple[int, int, int]:
    """Compares everybody; answers how many people, how many pairs, and how many of them are new.

    What is written on the way stays in `folder`, and is gone afterwards.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix="linkage-") as place:
        file = Path(place) / "people.jsonl"
        with file.open("wb") as out:
            out.writelines(msgspec.json.encode(row) + b"\n" for row in everybody())
        if not connection.in_atomic_block:
            connection.close()  # the workers that start now must not share it
        people, found = link(file, None, Path(place) / "pairs.parquet", least, tell=tell)
    pairs = tuple(_proposed(people, found))
    return len(people), len(pairs), propose_pairs(ENGINE, pairs, author)


def everybody() -> Iterator[Row]:
    """The people of the books as a linkage reads them."""
    for one in Person.objects.order_by("id").iterator():
        written = Names(one.own, one.father, one.grandfather, one.family)
        spellings = [written, *([_names.decode(one.other_names)] if one.other_names else [])]
        told = [spelt.full() for spelt in spellings]
        # a lone word beside others would be read as part of them
        told += [full for spelt in former_in(one.former_names) if " " in (full := spelt.full())]
        yield Row(
            one.id, (*([] if one.own else [""]), *told, *filter(None, (one.kunya,))), one.sex,
            _year(one.born_from), _year(one.born_to), one.origin, one.mother, one.household,
            ROLES.get(one.relation, ""), one.born_from if one.born_from == one.born_to else "",
        )  # fmt: skip


def _year(day: str) -> int | None:
    return int(day[:4]) if day else None


def _proposed(people: People, found: list[Choice]) -> Iterator[Proposed]:
    scorer = Scorer(people.share, len(people))
    for one in found:
        mine, theirs = people.told(one.first), people.told(one.second)
        told = comparison(mine, theirs, scorer.fit(mine, theirs), people.share)
        reasons = tuple(reason.text() for reason in told.reasons)
        ids = people.ids[one.first], people.ids[one.second]
        yield Proposed(*ids, round(one.bits, 2), reasons)
