"""What the page of a household shows: members, disputes, and everything that happened.

Whatever holds no form is printed once while every word of it stays: an act of life changes one
member, and the page of the family comes back after each.
"""

import json
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from serai.access.places import House
from serai.core.ids import stations_of
from serai.registration import queries, words
from serai.registration.timeline import timeline
from serai.registry.lists import listed
from serai.registry.models import Household, Person
from serai.web.printed import printed
from serai.web.templatetags.serai import ago, clock_time, day_written, person_name, place_called


class Other(msgspec.Struct, frozen=True):
    """Another record of the same human being, in words."""

    household: str
    person: str
    name: str
    token: str
    place: str


class Card(msgspec.Struct, frozen=True):
    """What is known of a member, in words."""

    person: str
    name: str
    relation: str
    alive: bool
    alone: bool
    sex: str
    age: str
    nationality: str
    origin: str
    papers: str
    mother: str
    needs: tuple[str, ...]
    place: str
    since: str
    seen: str  # "" where they have not been seen since
    apart: tuple[str, str, str] | None  # where, since when, to be reviewed when
    others: tuple[Other, ...]


class Entry(msgspec.Struct, frozen=True):
    """A line of the history, in words."""

    sentence: str
    actor: str
    undone: bool


def page_of(row: Household, known: House) -> dict[str, Any]:
    """Everything the page shows of a household."""
    members = queries.members_of(row.id)
    people = {one.person.id: called(one.person) for one in members}
    named = {one.id: one.shown for one in known.places}
    history = queries.history(row.id, people)
    others = queries.other_records(people)
    return {
        "household": row,
        "members": [_member(one, others.get(one.person.id, []), known) for one in members],
        "token_group": queries.group_of(row.token) if row.token else None,
        "timeline": [_entry(one) for one in timeline(history, people, named)],
        "many": queries.HISTORY_MAX,
    }


def _member(one: queries.Member, others: list[Person], known: House) -> dict[str, Any]:
    row = one.person
    return {
        "person": row,
        "told": printed("registration/member_told.html", _card(one, others, known)),
        "disputes": disputes(row),
        "acts": printed("registration/member_acts.html", (row.id, row.alive)),
    }


def _card(one: queries.Member, others: list[Person], known: House) -> Card:
    row = one.person
    return Card(
        person=row.id,
        name=person_name(row),
        relation=str(words.RELATION_WORDS.get(row.relation, row.relation)),
        alive=row.alive,
        alone=row.alone,
        sex=str(words.SEX_WORDS.get(row.sex, row.sex)),
        age=words.age_of_json(row.age),
        nationality=listed(map(words.nationality, row.nationalities.split())),
        origin=words.origin(row.origin),
        papers=str(words.PAPER_WORDS.get(row.papers, row.papers)),
        mother=row.mother,
        needs=tuple(words.need(code) for code in words.open_needs(row.needs)),
        place=place_called(known, row.place),
        since=ago(row.place_since),
        seen=ago(row.seen_at) if row.seen_at != row.place_since else "",
        apart=_apart(one, known),
        others=tuple(_other(each, known) for each in others),
    )


def _apart(one: queries.Member, known: House) -> tuple[str, str, str] | None:
    if one.apart_since is None:
        return None
    where, since = place_called(known, one.apart_target), clock_time(one.apart_since)
    return where, since, day_written(one.apart_review_on)


def _other(row: Person, known: House) -> Other:
    where = place_called(known, row.place)
    return Other(row.household, row.id, person_name(row), row.token, where)


def _entry(entry: dict[str, Any]) -> dict[str, Any]:
    told = Entry(entry["sentence"], entry["actor"], entry["undone"])
    return {**entry, "told": printed("registration/entry.html", told)}


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
