"""Who of which household stands where: gathered from the persons, so that lists count nothing."""

from serai.journal.gathered import Gathered
from serai.registry.models import Household, Person, Presence


class Presences(Gathered):
    """One row a household and place."""

    model = Presence
    sources = {
        Person: ("household", ("place", "alive", "place_since")),
        Household: ("id", ("token",)),
    }
    group = "one.household"
    statement = (
        "SELECT one.household || '|' || one.place, one.household, one.place, COUNT(*),"
        " MIN(one.place_since), COALESCE(MIN(home.token), '') FROM registry_person one"
        " LEFT JOIN registry_household home ON home.id = one.household"
        " WHERE one.alive AND one.household <> ''{groups} GROUP BY one.household, one.place"
    )
