"""A counted group and a registered family for tests: token, names, everybody at one place."""

from datetime import date

from serai.core import ids
from serai.core.events import ArrivalCounted, HouseholdRegistered
from serai.core.ledger import counted_in, resolved
from serai.core.people import Age, Names, Person
from serai.journal.store import Author, writing

FATHER, MOTHER, SON, DAUGHTER = "father", "mother", "son", "daughter"
YEARS = {FATHER: 39, MOTHER: 35, SON: 14, DAUGHTER: 6}
OWN = {FATHER: "Hasan", MOTHER: "Layla", SON: "Omar", DAUGHTER: "Noor"}
FEMALE = (MOTHER, DAUGHTER)
DESK = Author("amal", "registration")


def register(
    name: str = "jubouri",
    members: tuple[str, ...] = (FATHER, MOTHER, SON, DAUGHTER),
    place: str = "reception",
    number: int = 1,
    ago_ms: int = 0,
) -> str:
    """Registers a household called `name`; its people are `name-father` and so on. The token."""
    with writing(DESK) as pen:
        mark = pen.station_mark
        token = ids.token_code(mark, number)
        counts = {"unknown": len(members)}
        pen.append(
            ArrivalCounted(
                at=pen.now_ms - ago_ms,
                arrival=f"g-{name}",
                code=f"G-{number}",
                place=place,
                counts=counts,
                station_mark=mark,
                token_first=number,
                token_last=number,
                legs=counted_in("outside", place, counts),
            )
        )
    with writing(DESK) as pen:
        people = tuple(_person(name, role) for role in members)
        pen.append(
            HouseholdRegistered(
                at=pen.now_ms - ago_ms,
                household=name,
                place=place,
                members=people,
                token=token,
                arrival=f"g-{name}",
                legs=resolved(place, [(one.person, "unknown") for one in people]),
            )
        )
    return token


def who(role: str, name: str = "jubouri") -> str:
    """The id of a member."""
    return f"{name}-{role}"


def _person(name: str, role: str) -> Person:
    return Person(
        person=who(role, name),
        names=Names(own=OWN[role], father="Karim" if role != MOTHER else "Yusuf", family=name),
        sex="female" if role in FEMALE else "male",
        age=Age(born_on=f"{date.today().year - YEARS[role]}-01-01", basis="document"),
        relation={FATHER: "head", MOTHER: "spouse"}.get(role, "child"),
    )
