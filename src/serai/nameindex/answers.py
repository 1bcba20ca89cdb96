"""Answers to one search in an index file: who, how sure, why, and what to ask when too many fit."""

from serai.core.matching import Comparison, Told, comparison
from serai.core.matching.search import search
from serai.nameindex.file import IndexFile

NO_NAME = "No name can be read here. Write at least one name in any script."
CROWD = "More than {people:,} people fit. Add the grandfather, the town or the age."
CROWD_TOLD_FROM = 100


def answers(index: IndexFile, person: Told, limit: int) -> tuple[list[tuple[str, Comparison]], str]:
    """The people found with their ids, best first, and a sentence for whoever asked."""
    if not person.chains and not person.kunyas:
        return [], NO_NAME
    found = search(index, person, limit)
    ids = index.ids([one.number for one in found.found])
    rows = [
        (ids[one.number], comparison(person, one.told, one.fit, found.share)) for one in found.found
    ]
    crowded = found.crowd >= CROWD_TOLD_FROM and not any(one.bits >= 0 for _, one in rows)
    return rows, CROWD.format(people=found.crowd) if crowded else ""
