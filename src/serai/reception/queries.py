"""What the gate's pages ask of the books: groups, their tokens, who of them has a name by now."""

from typing import Any

import msgspec
from django.db.models import Q, QuerySet

from serai.core.events import PostingReversed
from serai.core.ids import is_token_code, tidy_token, token_in
from serai.core.ledger import NAMED
from serai.journal.reading import events_about
from serai.journal.recorded import Recorded
from serai.registry.models import Arrival, Balance, Household, Token
from serai.web.letters import western_digits

RECENT_MAX = 5
REMEMBERED_MAX = 25
HOUSEHOLDS_MAX = 500  # no group holds more people than that, so no more households either

_JSON_COUNTS = msgspec.json.Decoder(dict[str, int])
_JSON_WORDS = msgspec.json.Decoder(list[str])


class BandLine(msgspec.Struct, frozen=True):
    """One band of a group: how many were counted, how many of them have names."""

    band: str
    counted: int
    named: int

    @property
    def left(self) -> int:
        """How many still wait for a name."""
        return self.counted - self.named


def count_of(arrival: Arrival) -> dict[str, int]:
    """The people counted, by band."""
    return _JSON_COUNTS.decode(arrival.counts)


def band_lines(arrival: Arrival) -> list[BandLine]:
    """Counted, named and left, band by band."""
    named = _JSON_COUNTS.decode(arrival.named)
    return [BandLine(band, count, named.get(band, 0)) for band, count in count_of(arrival).items()]


def conditions_of(arrival: Arrival) -> list[str]:
    """The flags the clerk saw."""
    return _JSON_WORDS.decode(arrival.conditions)


def unnamed_at(place: str) -> dict[str, int]:
    """People counted and not yet named at a place, by band."""
    rows = Balance.objects.filter(place=place).exclude(band=NAMED)
    return dict(rows.values_list("band", "count"))


def groups(place: str, since_ms: int, text: str = "") -> QuerySet[Arrival]:
    """Groups counted at a place since a moment, the newest first.

    With a text: the group with this code, or the group a token was given to, of any day.
    """
    everything = Arrival.objects.order_by("-at", "-id")
    wanted = western_digits(text.strip())
    if not wanted:
        return everything.filter(place=place, at__gte=since_ms)
    found = Q(code__iexact=wanted) | Q(code__iexact=f"G-{wanted}")
    code = token_in(wanted)
    if is_token_code(code):
        token = Token.objects.filter(code=tidy_token(code)).values("arrival")
        found |= Q(id__in=token)
    return everything.filter(found)


def recent_groups(place: str) -> list[Arrival]:
    """The last groups of a gate: what the next one will most likely be like."""
    rows = Arrival.objects.filter(place=place).order_by("-at", "-id")
    return list(rows[:REMEMBERED_MAX])


def arrival_of(identity: str) -> Arrival | None:
    """The group with this id."""
    return Arrival.objects.filter(id=identity).first()


def tokens_of(arrival: Arrival) -> QuerySet[Token]:
    """The tokens given to a group, in the order of their numbers."""
    return Token.objects.filter(arrival=arrival.id).order_by("number", "code")


def households_of(arrival: Arrival) -> list[dict[str, Any]]:
    """The households registered out of a group, the newest first: time, token, size; no names."""
    rows = Household.objects.filter(arrival=arrival.id).order_by("-registered_at", "id")
    shown = rows.values("id", "token", "size", "registered_at", "actor")
    return [dict(row) for row in shown[:HOUSEHOLDS_MAX]]


def reversal_of(arrival: Arrival) -> Recorded | None:
    """The event that took the count back."""
    about = reversed(events_about(f"arrival:{arrival.id}"))
    return next((event for event in about if _takes_back(event, arrival.event)), None)


def _takes_back(event: Recorded, counting: str) -> bool:
    return isinstance(event.body, PostingReversed) and event.body.event == counting
