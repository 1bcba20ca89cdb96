"""Who among some people does not want to be found, whichever of their records says so."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from serai.journal import sql, straight
from serai.registry.models import Person
from serai.registry.pairs import ONE_HUMAN, PEOPLE_ASKED_MAX
from serai.tracing.models import Candidate, Wish

_ids = msgspec.json.Decoder(tuple[str, ...])
_RECORDS = f"""{ONE_HUMAN}
  SELECT records.start, records.id, wish.since, wish.actor, wish.note, wish.live{{columns}}
  FROM records LEFT JOIN tracing_wish wish ON wish.id = records.id AND wish.hidden{{people}}
  ORDER BY 1, 2"""  # noqa: S608
_PEOPLE = " LEFT JOIN registry_person one ON one.id = records.id"
_OF_A_WISH = 6  # columns before those of the person


class Human(NamedTuple):
    """Every record of one human being, and the wishes that stand on them."""

    records: list[str]
    wishes: list[Wish]


def humans(people: Iterable[str]) -> dict[str, Human]:
    """What is known of each of these people, by the record asked for, in one question."""
    return _humans(people, "", "")[0]


def humans_with_rows(people: Iterable[str]) -> tuple[dict[str, Human], dict[str, Person]]:
    """The same, with the row of every record that is in the books, in the same question."""
    found, rows = _humans(people, ", " + straight.named(Person, "one"), _PEOPLE)
    of_person = {row[1]: row[_OF_A_WISH:] for row in rows}
    asked = straight.columns_of(Person).fields.index("id")
    return found, {
        record: straight.made(Person, row)
        for record, row in of_person.items()
        if row[asked] is not None
    }


def _humans(
    people: Iterable[str], columns: str, joined: str
) -> tuple[dict[str, Human], list[tuple[Any, ...]]]:
    wanted = list(dict.fromkeys(people))[:PEOPLE_ASKED_MAX]
    found = {one: Human([one], []) for one in wanted}
    if not wanted:
        return found, []
    keys = sql.padded(wanted)
    asked = f"id IN ({sql.marks(len(keys))})"
    rows = sql.every(_RECORDS.format(asked=asked, columns=columns, people=joined), keys)
    for start, record, since, actor, note, live, *_person in rows:
        human = found[start]
        if record != start:
            human.records.append(record)
        if live is not None:
            held = Wish(id=record, hidden=True, since=since, actor=actor, note=note, live=live)
            human.wishes.append(held)
    return found, rows


def wishes_among(people: Iterable[str]) -> dict[str, list[Wish]]:
    """The standing wishes of these people, by person; a wish holds for every record of theirs."""
    return {one: human.wishes for one, human in humans(people).items() if human.wishes}


def must_be_asked(wishes: Iterable[Wish], candidate: Candidate | None) -> bool:
    """Whether a wish stands that no consent to this request answers."""
    standing = set(live_events(wishes))
    if not standing:
        return False
    if candidate is None or candidate.consent != "agreed":
        return True
    return not standing <= set(_ids.decode(candidate.consent_wishes))


def live_events(wishes: Iterable[Wish]) -> tuple[str, ...]:
    """The ids of the events that hold these wishes."""
    return tuple(sorted({event for one in wishes for event in _ids.decode(one.live)}))
