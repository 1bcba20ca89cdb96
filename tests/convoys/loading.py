"""Families at a gate and convoys to put them on, for the tests of the truck side and the camp."""

from serai.convoys.commands import ConvoyDraft, board, depart, open_convoy
from serai.core import ids
from serai.core.events import ConvoyOpened, HouseholdRegistered, SeparationRecorded
from serai.core.events.reception import ArrivalCounted
from serai.core.ledger import counted_in, resolved
from serai.core.people import Names, Person
from serai.core.refusal import Refusal
from serai.journal.store import Author, writing

MARSHAL = Author("karim", "convoys")
OTHER_MARSHAL = Author("layla", "convoys")
GIVEN_NAMES = ("Amina", "Bilal", "Dalal", "Fares", "Hala", "Idris", "Jamila", "Karam")


class Family:
    """A registered household: its id, the token it holds, its people, head first."""

    def __init__(self, household: str, token: str, people: tuple[str, ...]) -> None:
        self.household = household
        self.token = token
        self.people = people


def register(name: str, size: int, place: str = "reception", needs: tuple[str, ...] = ()) -> Family:
    """A household of this size with a token; its members are called `<name>-1` and so on."""
    with writing(Author("amal", "registration")) as pen:
        number = sum(ord(letter) << (place_ * 3) for place_, letter in enumerate(name)) % 30_000
        token = ids.token_code(pen.station_mark, number)
        people = tuple(f"{name}-{one}" for one in range(1, size + 1))
        pen.append(
            ArrivalCounted(
                at=pen.now_ms, arrival=f"arrival-{name}", code=f"G-{number}", place=place,
                counts={"unknown": size}, station_mark=pen.station_mark,
                token_first=number, token_last=number,
                legs=counted_in("outside", place, {"unknown": size}),
            )
        )  # fmt: skip
        members = tuple(_member(one, number, name, needs) for number, one in enumerate(people))
        pen.append(
            HouseholdRegistered(
                at=pen.now_ms, household=name, place=place, members=members, token=token,
                arrival=f"arrival-{name}",
                legs=resolved(place, [(one, "unknown") for one in people]),
            )
        )  # fmt: skip
    return Family(name, token, people)


def new_convoy(
    trucks: int = 1, seats: int = 40, source: str = "reception", target: str = "al-hol"
) -> ConvoyOpened:
    """A convoy that is being loaded."""
    opened = open_convoy(ConvoyDraft(source, target, (("Truck", trucks, seats),)), MARSHAL)
    assert not isinstance(opened, Refusal), str(opened)
    return opened


def on_the_road(*families: Family, seats: int = 40) -> str:
    """A convoy that left with these families; its id."""
    convoy = new_convoy(seats=seats).convoy
    for family in families:
        boarded = board(convoy, family.household, MARSHAL)
        assert not isinstance(boarded, Refusal), str(boarded)
    left = depart(convoy, MARSHAL)
    assert not isinstance(left, Refusal), str(left)
    return convoy


def separate(family: Family, person: str) -> None:
    """A separation on record between one person and the rest of the family."""
    kin = tuple(one for one in family.people if one != person)
    with writing(Author("samir", "screening")) as pen:
        pen.append(
            SeparationRecorded(
                at=pen.now_ms, separation=f"apart-{person}", person=person, kin=kin,
                household=family.household, reason="", authority="", place="reception",
                target="", review_on="2030-01-01",
            )
        )  # fmt: skip


def _member(identity: str, number: int, family: str, needs: tuple[str, ...]) -> Person:
    return Person(
        person=identity,
        names=Names(own=GIVEN_NAMES[number % len(GIVEN_NAMES)], family=family.capitalize()),
        relation="head" if number == 0 else "child",
        needs=needs if number == 0 else (),
    )
