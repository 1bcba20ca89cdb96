"""A counted group with tokens, a desk beside it, and forms filled in as a clerk would."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from serai.core import ids
from serai.core.events import ArrivalCounted
from serai.core.ledger import counted_in
from serai.journal.store import Author, writing

FAMILY = (
    {"own": "Hasan", "father": "Ali", "grandfather": "Omar", "family": "Jubouri", "sex": "m",
     "age": "35", "nationality": "ir", "origin": "haji"},
    {"own": "Layla", "father": "Yusuf", "family": "Azzawi", "age": "~30"},
    {"own": "Noor", "sex": "f", "age": "8"},
    {"own": "Sami", "sex": "m", "age": "4", "needs": "malnu"},
    {"own": "Huda", "sex": "f", "age": "8m"},
)  # fmt: skip


@pytest.fixture
def clerk() -> Author:
    """Somebody who writes at the desk."""
    return Author("karim", "registration")


@pytest.fixture
def desk(signed_in: Callable[..., Client]) -> Client:
    """A client of a registration clerk at the reception."""
    return signed_in("registration")


@pytest.fixture
def group(station: str, clerk: Author) -> Callable[..., tuple[str, list[str]]]:
    """`group(man=1, woman=2)`: the id of a counted group, and its tokens."""

    def count(place: str = "reception", first: int = 1, tokens: int = 3, **counts: int) -> Any:
        with writing(clerk) as pen:
            body = ArrivalCounted(
                at=pen.now_ms,
                arrival=pen.new_id(),
                code=f"G-{first}",
                place=place,
                counts=counts,
                station_mark=pen.station_mark,
                token_first=first,
                token_last=first + tokens - 1,
                legs=counted_in("outside", place, counts),
            )
            pen.append(body)
            codes = [ids.token_code(pen.station_mark, first + one) for one in range(tokens)]
        return body.arrival, codes

    return count


def sheet(*people: dict[str, str], **once: str) -> dict[str, str]:
    """What the browser sends for these people."""
    sent = {"rows": str(max(6, len(people))), **once}
    for number, person in enumerate(people):
        sent.update({f"m{number}-{part}": text for part, text in person.items()})
    return sent
