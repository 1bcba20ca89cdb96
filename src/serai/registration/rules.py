"""What must hold before the registration desk writes: tokens, groups, sizes, who may move."""

from datetime import date
from typing import NamedTuple

import msgspec
from django.utils import timezone

from serai.core.clock import from_ms
from serai.core.household import MEMBERS_MAX
from serai.core.ids import STATION_MARK_DIGITS
from serai.core.people import Person, Relation
from serai.core.refusal import Refusal, gettext_noop
from serai.registration.drawing import NEWBORN
from serai.registration.queries import chosen_group, group_of_token
from serai.registry.models import Arrival, Household, Token
from serai.registry.models import Person as PersonRow

HEAD: Relation = "head"

NOBODY = gettext_noop("Nobody is written here yet. Type the own name of the head of the household.")
TOO_MANY = gettext_noop(
    "A household holds at most %(most)s people. Register the others as another one."
)
HEADS = gettext_noop("A household has one head. Choose another relation for %(name)s.")
NO_NEWBORN = gettext_noop(
    "A newborn is not a year old yet. Write somebody older down as a member who arrived later."
)
NOT_ISSUED = gettext_noop("Token %(token)s was never issued. Look at the slip again.")
NOT_HERE = gettext_noop(
    "Token %(token)s is of another station whose books are not here yet. Leave the token empty "
    "and write it into the note."
)
OTHER_GROUP = gettext_noop("Token %(token)s belongs to group %(group)s, not to %(chosen)s.")
WITHDRAWN = gettext_noop("Token %(token)s was withdrawn with the count of group %(group)s.")
USED = gettext_noop(
    "Token %(token)s was registered at %(time)s by %(actor)s for the household of %(name)s."
)
NO_GROUP = gettext_noop("There is no such group. Choose one from the list.")
NO_PERSON = gettext_noop("No person in the books has this number.")
NO_HOUSEHOLD = gettext_noop("There is no such household. Type its token, or search by name.")
IS_DEAD = gettext_noop("%(name)s has died and cannot be moved.")
IS_HEAD = gettext_noop(
    "%(name)s is the head of this household. Choose a new head first, or move the others."
)
SAME_HOUSEHOLD = gettext_noop("%(name)s already belongs to this household.")


class HouseholdDraft(msgspec.Struct, frozen=True):
    """A household as the clerk wrote it; the members have no ids yet."""

    place: str
    members: tuple[Person, ...]
    token: str = ""
    arrival: str = ""
    phone: str = ""
    note: str = ""


class Origin(NamedTuple):
    """Where a household comes from: its token with that one's group, and the group chosen."""

    token: Token | None
    of_token: Arrival | None
    chosen: Arrival | None

    @property
    def group(self) -> Arrival | None:
        """The counted group: that of the token, else the chosen one."""
        return self.of_token if self.token else self.chosen


def draft_refusal(draft: HouseholdDraft, origin: Origin, station_mark: str) -> Refusal | None:
    """Why this household cannot be written as it is."""
    if not draft.members:
        return Refusal(NOBODY)
    if len(draft.members) > MEMBERS_MAX:
        return Refusal(TOO_MANY, {"most": MEMBERS_MAX})
    heads = [one.names.own for one in draft.members if one.relation == HEAD]
    if len(heads) > 1:
        return Refusal(HEADS, {"name": heads[-1]})
    if draft.arrival and (origin.chosen is None or origin.chosen.reversed):
        return Refusal(NO_GROUP, field="arrival")
    return _token_refusal(draft, origin, station_mark) if draft.token else None


def member_refusal(
    household: Household, member: Person, reason: str, today: date
) -> Refusal | None:
    """Why somebody cannot join a household by birth or later."""
    if household.size >= MEMBERS_MAX:
        return Refusal(TOO_MANY, {"most": MEMBERS_MAX})
    if reason == NEWBORN and (member.age.years_on(today) or 0) > 0:
        return Refusal(NO_NEWBORN, field="age")
    heads = PersonRow.objects.filter(household=household.id, relation=HEAD, alive=True)
    if member.relation == HEAD and heads.exists():
        return Refusal(HEADS, {"name": member.names.own}, field="relation")
    return None


def move_refusal(row: PersonRow | None, target: str) -> Refusal | None:
    """Why somebody cannot go over to another household."""
    if row is None:
        return Refusal(NO_PERSON, field="person")
    facts: dict[str, str | int] = {"name": row.own}
    if not row.alive:
        return Refusal(IS_DEAD, facts, field="person")
    if target == row.household:
        return Refusal(SAME_HOUSEHOLD, facts, field="target")
    if target and not Household.objects.filter(id=target).exists():
        return Refusal(NO_HOUSEHOLD, field="target")
    others = PersonRow.objects.filter(household=row.household, alive=True).exclude(id=row.id)
    if row.relation == HEAD and others.exists():
        return Refusal(IS_HEAD, facts, field="person")
    return None


def origin_of(draft: HouseholdDraft) -> Origin:
    """What the books know of the token and of the group that were written."""
    token, group = group_of_token(draft.token) if draft.token else (None, None)
    chosen = chosen_group(draft.arrival) if draft.arrival else None
    return Origin(token, group, chosen)


def _token_refusal(draft: HouseholdDraft, origin: Origin, station_mark: str) -> Refusal | None:
    token = origin.token
    facts: dict[str, str | int] = {"token": draft.token}
    if token is None:
        ours = draft.token[:STATION_MARK_DIGITS] == station_mark
        return Refusal(NOT_ISSUED if ours else NOT_HERE, facts, field="token")
    facts["group"] = origin.of_token.code if origin.of_token else "?"
    if token.withdrawn:
        return Refusal(WITHDRAWN, facts, field="token")
    if draft.arrival not in ("", token.arrival):
        facts["chosen"] = origin.chosen.code if origin.chosen else "?"
        return Refusal(OTHER_GROUP, facts, field="token")
    if token.household:
        return Refusal(USED, {**facts, **_first_registration(token.household)}, field="token")
    return None


def _first_registration(household: str) -> dict[str, str | int]:
    row = Household.objects.filter(id=household).first()
    head = PersonRow.objects.filter(household=household, relation=HEAD).first()
    if row is None:
        return {"time": "?", "actor": "?", "name": "?"}
    at = timezone.localtime(from_ms(row.registered_at))
    name = " ".join(part for part in (head.own, head.father, head.family) if part) if head else "?"
    return {"time": at.strftime("%H:%M, %d.%m.%Y"), "actor": row.actor, "name": name}
