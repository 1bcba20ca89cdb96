"""Questions that several rooms ask of the shared tables."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from serai.core import ids
from serai.core.clock import DAY_MS, HOUR_MS
from serai.core.ledger import UNNAMED_BANDS
from serai.core.places import CONVOY
from serai.core.script import name_in
from serai.journal import sql, straight
from serai.registry.beginnings import beginning
from serai.registry.folding import words
from serai.registry.known import every_word_fits, rows_of, told_by, who_may_be
from serai.registry.models import Household, Person, Place, Token

FOUND_MAX = 5
HOURS_A_DAY = DAY_MS // HOUR_MS
Balances = dict[str, dict[str, int]]
_HELD_NOW = "SELECT place, band, count AS people FROM registry_balance WHERE count <> 0"
_UNNAMED = f"SELECT band, count FROM registry_balance WHERE id IN ({sql.marks(len(UNNAMED_BANDS))})"  # noqa: S608
_HELD_AT = (  # whole days first, then whole hours, then the legs of the hour that has begun
    "SELECT place, band, SUM(people) AS people FROM ("
    "SELECT place, band, change AS people FROM registry_dailychange WHERE day < %s AND change <> 0"
    " UNION ALL SELECT place, band, came - went + renamed FROM registry_hourlyflow"
    " WHERE hour >= %s AND hour < %s"
    " UNION ALL SELECT target_place, target_band, count FROM registry_postingleg"
    " WHERE at >= %s AND at <= %s"
    " UNION ALL SELECT source_place, source_band, -count FROM registry_postingleg"
    " WHERE at >= %s AND at <= %s) AS legs GROUP BY place, band HAVING SUM(people) <> 0"
)


def places() -> list[Place]:
    """Every place of the operation, in the order of the route."""
    return list(Place.objects.order_by("position", "id"))


def place_name(place_id: str, language: str = "en") -> str:
    """A place's name in a language; the id itself where no such place was opened."""
    place = Place.objects.filter(id=place_id).first()
    if place is None:
        return place_id
    return name_in(place.name, place.name_ar, language.startswith("ar"))


def balances(at_ms: int | None = None) -> Balances:
    """How many people stand in every account, by place and band, now or at a past moment."""
    return by_place(sql.every(*held_statement(at_ms)))


def held_statement(at_ms: int | None = None) -> tuple[str, tuple[int, ...]]:
    """The question for place, band and people of every account that is not empty."""
    if at_ms is None:
        return _HELD_NOW, ()
    day, hour = at_ms // DAY_MS, at_ms // HOUR_MS
    begun = (hour * HOUR_MS, at_ms)
    return _HELD_AT, (day, day * HOURS_A_DAY, hour, *begun, *begun)


def by_place(held: Iterable[Sequence[Any]]) -> Balances:
    """Rows of place, band and people as balances."""
    found: Balances = defaultdict(dict)
    for place, band, people in held:
        found[place][band] = int(people)
    return dict(found)


def people_at(place: str, band: str) -> int:
    """The balance of one account now."""
    row = sql.one("SELECT count FROM registry_balance WHERE id = %s", (f"{place}/{band}",))
    return int(row[0]) if row else 0


def unnamed_at(place: str) -> dict[str, int]:
    """People counted and not yet named at a place, by band."""
    accounts = [f"{place}/{band}" for band in UNNAMED_BANDS]
    return {str(band): int(count) for band, count in sql.every(_UNNAMED, accounts)}


def on_the_road(found: Balances) -> int:
    """Everybody in a convoy's account."""
    return sum(sum(bands.values()) for place, bands in found.items() if place.startswith(CONVOY))


def find_token(text: str) -> Token | None:
    """The token a person typed or scanned; None when no station here issued it."""
    return Token.objects.filter(code=ids.token_in(text)).order_by("withdrawn", "id").first()


def household_of_token(text: str) -> Household | None:
    """The household registered with a token."""
    token = find_token(text)
    if token is None or not token.household:
        return None
    return Household.objects.filter(id=token.household).first()


def people_of(household: str) -> list[Person]:
    """The members of a household: head first, then by age."""
    return sorted(Person.objects.filter(household=household), key=family_order)


def people_by_id(people: Sequence[str]) -> dict[str, Person]:
    """Those of these people who are in the books, by their ids."""
    if not people:
        return {}
    some = sql.padded(people)
    rows = straight.every(Person, f"WHERE id IN ({sql.marks(len(some))})", some)
    return {one.id: one for one in rows}


def by_household(people: Iterable[Person]) -> dict[str, list[Person]]:
    """The people by their household: head first, then by age."""
    found: dict[str, list[Person]] = {}
    for person in sorted(people, key=family_order):
        found.setdefault(person.household, []).append(person)
    return found


def family_order(person: Person) -> tuple[bool, str, str]:
    """A key that sorts a family as it is read out: the head, then the oldest."""
    return person.relation != "head", person.born_to or "9", person.id


def find_people(text: str, limit: int = FOUND_MAX) -> list[Person]:
    """People all of whose typed words stand in their names, in any script and spelling.

    The last word may be unfinished. Where none fits so, people whose names begin as written.
    """
    if any(len(word) > 1 for word in words(text)):
        person = told_by(text)
        found = who_may_be(person, limit, unfinished=True)
        if fitting := [one for one in found if every_word_fits(person, one)]:
            return rows_of(fitting)
    return beginning(text, limit)
