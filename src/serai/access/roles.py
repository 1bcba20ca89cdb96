"""Who may do what: roles as plain values, the rooms they open, and what only some may see."""

from typing import NamedTuple

from serai.core.refusal import gettext_noop


class Room(NamedTuple):
    """A place of work: its name, its one task, and the kinds of places where it is done."""

    name: str
    task: str
    kinds: tuple[str, ...] = ()


class Role(NamedTuple):
    """What somebody does here, and the rooms that opens."""

    name: str
    rooms: tuple[str, ...]


ROOMS: dict[str, Room] = {
    "reception": Room(
        gettext_noop("Reception"), gettext_noop("Count a group in and give tokens"), ("reception",)
    ),
    "registration": Room(
        gettext_noop("Registration"), gettext_noop("Register a household"), ("reception",)
    ),
    "screening": Room(
        gettext_noop("Screening"),
        gettext_noop("Put the next person into a lane, keep every family link"),
        ("screening", "reception"),
    ),
    "care": Room(
        gettext_noop("Care"),
        gettext_noop("Triage, needs, referrals"),
        ("reception", "transit", "camp", "hospital"),
    ),
    "convoys": Room(
        gettext_noop("Convoys"),
        gettext_noop("Plan a convoy, check people on and off"),
        ("reception", "transit", "camp"),
    ),
    "relief": Room(
        gettext_noop("Relief"), gettext_noop("Hand out what is due, once"), ("camp", "transit")
    ),
    "camp": Room(gettext_noop("Camp"), gettext_noop("Receive a convoy, give shelter"), ("camp",)),
    "tracing": Room(
        gettext_noop("Tracing"), gettext_noop("Look for missing family, one match at a time")
    ),
    "situation": Room(
        gettext_noop("Situation"), gettext_noop("Who is where, and what does not balance")
    ),
    "exchange": Room(
        gettext_noop("Exchange"), gettext_noop("Send to other stations and receive from them")
    ),
}

ROLES: dict[str, Role] = {
    "gate-clerk": Role(gettext_noop("Gate clerk"), ("reception",)),
    "registration-clerk": Role(gettext_noop("Registration clerk"), ("registration", "reception")),
    "screener": Role(gettext_noop("Screener"), ("screening",)),
    "nurse": Role(gettext_noop("Nurse"), ("care",)),
    "convoy-marshal": Role(gettext_noop("Convoy marshal"), ("convoys",)),
    "camp-registrar": Role(gettext_noop("Camp registrar"), ("camp", "relief")),
    "storekeeper": Role(gettext_noop("Storekeeper"), ("relief",)),
    "tracing-officer": Role(gettext_noop("Tracing officer"), ("tracing",)),
    "coordinator": Role(
        gettext_noop("Coordinator"),
        ("situation", "reception", "convoys", "relief", "camp", "exchange"),
    ),
    "administrator": Role(gettext_noop("Administrator"), tuple(ROOMS)),
}
ADMINISTRATOR = "administrator"

# What is walled off even inside a room. Why a person was parted from their family is seen by
# those who do the parting and those who undo it, not by whoever runs the machine.
WALLED: dict[str, tuple[str, ...]] = {
    "separation reasons": ("screener", "tracing-officer"),
    "people": (ADMINISTRATOR,),
    # Anybody may say to any officer who works with families that they do not want to be found.
    "wishes": (
        "registration-clerk",
        "screener",
        "nurse",
        "camp-registrar",
        "tracing-officer",
        ADMINISTRATOR,
    ),
    "searches": (ADMINISTRATOR,),
}


def may_enter(role: str, room: str) -> bool:
    """Whether a role opens a room.

    >>> may_enter("gate-clerk", "reception"), may_enter("gate-clerk", "tracing")
    (True, False)
    """
    return role in ROLES and room in ROLES[role].rooms


def role_may(role: str, what: str) -> bool:
    """Whether a role may see or do something walled off.

    >>> role_may("screener", "separation reasons"), role_may("administrator", "separation reasons")
    (True, False)
    """
    return role in WALLED[what]
