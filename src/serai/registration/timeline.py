"""The history of a household in words: one sentence for every event, as a clerk would say it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from serai.core import events as written
from serai.core.places import is_convoy
from serai.core.refusal import gettext_noop
from serai.journal.recorded import Recorded
from serai.registration import words
from serai.registry.lists import isolated, listed
from serai.registry.members import day_in_words

REVERSIBLE = (written.PersonCorrected, written.MemberMoved, written.DeathRecorded)
Names = Mapping[str, str]  # a person's or place's id and what to print for it
NOBODY_KNOWN = "–"
# Tracing tells nobody too early: its events are read in its own room only.
WALLED = {"tracing_requested", "tracing_closed"}


class Told:
    """Puts one event into words, with the names of people and places at hand."""

    def __init__(self, people: Names, places: Names) -> None:
        self.people = people
        self.places = places

    def who(self, *people: str) -> str:
        """The people by name, those of this household only."""
        known = [isolated(self.people[one]) for one in people if one in self.people]
        return listed(known) or NOBODY_KNOWN

    def where(self, place: str) -> str:
        """A place by name, or the convoy."""
        if is_convoy(place):
            return _("a convoy")
        return self.places.get(place, place)

    def sentence(self, event: Recorded) -> str:
        """What happened."""
        say = _SENTENCES.get(event.kind)
        return say(event.body, self) if say else event.kind.replace("_", " ")


def timeline(history: Iterable[Recorded], people: Names, places: Names) -> list[dict[str, Any]]:
    """The events of a household, each with its sentence, time and author."""
    history = [event for event in history if event.kind not in WALLED]
    told = Told(people, places)
    undone = {e.body.event for e in history if isinstance(e.body, written.PostingReversed)}
    return [
        {
            "id": event.id,
            "at": event.body.at,
            "actor": event.actor,
            "sentence": told.sentence(event),
            "undone": event.id in undone,
            "of": "" if event.id in undone else _person_of(event),
        }
        for event in history
    ]


def _person_of(event: Recorded) -> str:
    """Whose page may take this entry back; empty where it is taken back elsewhere or not at all."""
    body = event.body
    if isinstance(body, written.MemberAdded):
        return body.member.person
    if isinstance(body, REVERSIBLE):
        return str(body.person)
    return ""


def _registered(body: Any, told: Told) -> str:
    count = len(body.members)
    said = ngettext(
        "Registered at %(place)s with %(count)s member",
        "Registered at %(place)s with %(count)s members",
        count,
    )
    return said % {"count": count, "place": told.where(body.place)}


def _added(body: Any, told: Told) -> str:
    name = told.who(body.member.person)
    if body.reason == "newborn":
        return _("%(name)s was born") % {"name": name}
    return _("%(name)s arrived later") % {"name": name}


def _corrected(body: Any, told: Told) -> str:
    fields = [str(words.FIELD_WORDS[one]) for one in words.CORRECTABLE if _holds(body, one)]
    facts = {"name": told.who(body.person), "fields": listed(fields)}
    said = _("Corrected %(fields)s of %(name)s") % facts
    return f"{said}: {body.reason}" if body.reason not in ("", "decided") else said


def _holds(body: Any, field: str) -> bool:
    return getattr(body, field) is not None


def _moved(body: Any, told: Told) -> str:
    name = told.who(body.person)
    if body.source == body.target:
        relation = words.RELATION_WORDS.get(body.relation, body.relation)
        return _("%(name)s is now: %(relation)s") % {"name": name, "relation": relation}
    return _("%(name)s went over to another household") % {"name": name}


def _died(body: Any, told: Told) -> str:
    return _("%(name)s died") % {"name": told.who(body.person)}


def _reversed(body: Any, told: Told) -> str:
    return _("Taken back: %(cause)s") % {"cause": body.cause}


def _parted(body: Any, told: Told) -> str:
    return _("%(name)s was taken aside, review on %(day)s") % {
        "name": told.who(body.person),
        "day": day_in_words(body.review_on),
    }


def _reunited(body: Any, told: Told) -> str:
    return _("%(name)s: separation ended") % {"name": told.who(body.person)}


def _boarded(body: Any, told: Told) -> str:
    return _("On the list of a convoy")


def _travelled(body: Any, told: Told) -> str:
    people = [person for leg in body.legs for person in leg.people]
    place = told.where(body.legs[0].target.rpartition("/")[0]) if body.legs else NOBODY_KNOWN
    return _("Went to %(place)s: %(names)s") % {"names": told.who(*people), "place": place}


def _seen(body: Any, told: Told) -> str:
    place, people = body.seen()
    return _("Seen at %(place)s: %(names)s") % {
        "names": told.who(*people),
        "place": told.where(place),
    }


def _handed(body: Any, told: Told) -> str:
    return _("Received relief")


_DECIDED = {
    "same": gettext_noop("%(name)s: the same person as another record"),
    "not": gettext_noop("%(name)s: not the same person as another record"),
    "unsure": gettext_noop("%(name)s: perhaps the same person as another record"),
}


def _compared(body: Any, told: Told) -> str:
    return _(_DECIDED[body.decision]) % {"name": told.who(body.first, body.second)}


def _counted_once(body: Any, told: Told) -> str:
    facts = {"name": told.who(body.person, body.kept)}
    return _("%(name)s was counted twice; the later record went out of the books") % facts


def _plainly(sentence: str) -> Callable[[Any, Told], str]:
    return lambda body, told: _(sentence)


_SENTENCES: dict[str, Callable[[Any, Told], str]] = {
    "household_registered": _registered,
    "member_added": _added,
    "person_corrected": _corrected,
    "member_moved": _moved,
    "death_recorded": _died,
    "posting_reversed": _reversed,
    "pair_decided": _compared,
    "double_count_reversed": _counted_once,
    "separation_recorded": _parted,
    "separation_ended": _reunited,
    "household_boarded": _boarded,
    "people_checked_off": _seen,
    "person_seen": _seen,
    "screening_recorded": _seen,
    "relief_handed": _handed,
    "movement_recorded": _travelled,
    "shelter_allotted": _plainly(gettext_noop("Given a shelter")),
    "shelter_left": _plainly(gettext_noop("Left the shelter")),
    "triage_recorded": _plainly(gettext_noop("Seen by the nurse")),
    "referral_made": _plainly(gettext_noop("Referred by the nurse")),
    "separation_reviewed": _plainly(gettext_noop("A separation was reviewed")),
    "boarding_withdrawn": _plainly(gettext_noop("Taken off the list of a convoy")),
    "convoy_departed": _travelled,
    "convoy_received": _travelled,
    "relief_returned": _plainly(gettext_noop("Returned relief")),
}
