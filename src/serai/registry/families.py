"""No family is split by the software: the question every move of named people has to pass."""

import json
from collections.abc import Collection, Iterable

from serai.core.families import Link, breaks
from serai.core.refusal import Refusal, gettext_noop
from serai.registry.models import Person, Separation


def open_links(households: Collection[str]) -> list[Link]:
    """Who is apart from whom on record, in these households."""
    rows = Separation.objects.filter(household__in=households, ended_at=0)
    return [(row.person, json.loads(row.kin)) for row in rows]


def split_refusal(
    people: Collection[str], target: str, new: Iterable[Link] = (), ended: Collection[str] = ()
) -> Refusal | None:
    """Why these people may not go to `target` together: somebody would be left without a link.

    `new` are separations written in the same breath, `ended` the people whose separation ends.
    """
    households = set(
        Person.objects.filter(id__in=people)
        .exclude(household="")
        .values_list("household", flat=True)
    )
    members = Person.objects.filter(household__in=households, alive=True)
    links = open_links(households)
    kept = [link for link in links if link[0] not in ended] + list(new)
    for household in sorted(households):
        standing = {one.id: one for one in members if one.household == household}
        before = {person: one.place for person, one in standing.items()}
        after = {**before, **{one: target for one in people if one in before}}
        left = breaks(before, after, links, kept)
        if left:
            alone = next((group for group in left if not set(group) & set(people)), left[0])
            return _refusal(standing[alone[0]])
    return None


def _refusal(person: Person) -> Refusal:
    return Refusal(
        gettext_noop(
            "%(name)s would be apart from the family with nothing on record. "
            "Take everyone along, or record a separation first."
        ),
        {"name": person.own},
        field="people",
    )
