"""What the page of a household shows: members, disputes, and everything that happened."""

import json
from typing import Any

from django.utils.translation import gettext as _

from serai.access.places import House
from serai.core.ids import stations_of
from serai.registration import queries, words
from serai.registration.timeline import timeline
from serai.registry.lists import listed
from serai.registry.models import Household, Person


def page_of(row: Household, known: House) -> dict[str, Any]:
    """Everything the page shows of a household."""
    members = queries.members_of(row.id)
    people = {one.id: called(one) for one in members}
    named = {one.id: one.shown for one in known.places}
    history = queries.history(row.id, people)
    others = queries.other_records(people)
    return {
        "household": row,
        "members": [_member(one, others.get(one.id, [])) for one in members],
        "token_group": queries.group_of(row.token) if row.token else None,
        "timeline": timeline(history, people, named),
        "many": queries.HISTORY_MAX,
    }


def _member(row: Person, others: list[Person]) -> dict[str, Any]:
    return {
        "person": row,
        "age": words.age_of_json(row.age),
        "sex": words.SEX_WORDS.get(row.sex, row.sex),
        "relation": words.RELATION_WORDS.get(row.relation, row.relation),
        "nationality": listed(map(words.nationality, row.nationalities.split())),
        "origin": words.origin(row.origin),
        "papers": words.PAPER_WORDS.get(row.papers, row.papers),
        "needs": [words.need(code) for code in words.open_needs(row.needs)],
        "apart": getattr(row, "apart_since", None),
        "others": others,
        "disputes": disputes(row),
    }


def disputes(row: Person) -> list[dict[str, Any]]:
    """The facts about a person that people or stations wrote differently, with every value."""
    found = json.loads(row.disputed or "{}")
    written_by = json.loads(row.written_by) if found else {}
    return [
        {
            "field": field,
            "one_station": stations_of(written_by.get(field, ())) == 1,
            "label": words.FIELD_WORDS.get(field, field),
            "values": [words.value_in_words(field, value) for value in values],
        }
        for field, values in found.items()
    ]


def called(row: Person) -> str:
    """What a person is called in a sentence."""
    parts = (row.own, row.father, row.family)
    return " ".join(part for part in parts if part) or row.kunya or _("no name yet")
