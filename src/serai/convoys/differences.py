"""Who left and did not arrive, who arrived and never left: by name, to be explained by name."""

import msgspec
from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from serai.access.rooms import RoomRequest, room
from serai.convoys.models import Convoy
from serai.core.refusal import Refusal, gettext_noop
from serai.registry.commands import explain_discrepancy
from serai.registry.discrepancies import OPEN, Listed, discrepancies_of
from serai.registry.manifests import full_name
from serai.registry.models import Person
from serai.web.answers import done, refused
from serai.web.forms import operation_of
from serai.web.letters import plain

NAMES_MAX = 12  # with a line each; more are explained in one sentence
LINE_LETTERS_MAX = 200
MISSING, EXTRA = "missing", "extra"
ABOUT, ABOUT_ALL = "about-", "about-all"


class Difference(msgspec.Struct, frozen=True):
    """One thing that does not fit about a convoy: its people, and how it was explained."""

    which: str  # missing or extra
    listed: Listed
    people: list[Person]
    more: int
    typed: dict[str, str] = {}

    @property
    def rows(self) -> list[tuple[Person, str]]:
        """Everybody with what was typed about them."""
        return [(one, self.typed.get(f"{ABOUT}{one.id}", "")) for one in self.people]

    @property
    def everybody(self) -> str:
        """What was typed about all of them."""
        return self.typed.get(ABOUT_ALL, "")

    @property
    def count(self) -> int:
        """How many people it is about, with names or without."""
        return abs(self.listed.amount)

    @property
    def is_open(self) -> bool:
        """Whether nobody has explained it."""
        return self.listed.status == OPEN


def differences_of(convoy: str) -> list[Difference]:
    """What does not fit about a convoy: who is missing once it is closed, who never left."""
    names = {f"convoy|{convoy}": MISSING, f"convoy|{convoy}|extra": EXTRA}
    found = discrepancies_of(names)
    wanted = [person for one in found for person in one.people[:NAMES_MAX]]
    rows = Person.objects.in_bulk(wanted) if wanted else {}
    return [
        Difference(
            names[one.id],
            one,
            [rows[person] for person in one.people[:NAMES_MAX] if person in rows],
            max(0, len(one.people) - NAMES_MAX),
        )
        for one in found
    ]


@room("convoys")
@require_POST
def explanation(request: RoomRequest, identity: str) -> HttpResponse:
    """Writes down what happened to everybody of one difference, name by name."""
    row = Convoy.objects.filter(id=identity).first()
    known = {one.which: one for one in differences_of(identity)}
    found = known.get(request.POST.get("which", ""))
    if row is None or found is None:
        raise Http404(gettext("The books fit again here: there is nothing left to settle."))
    names = [ABOUT_ALL, *(f"{ABOUT}{person.id}" for person in found.people)]
    one = msgspec.structs.replace(found, typed={name: _line(request, name) for name in names})
    outcome = _told(one)
    if isinstance(outcome, str):
        operation = operation_of(request)
        outcome = explain_discrepancy(one.listed.id, outcome, request.author, operation)
    if isinstance(outcome, Refusal):
        context = {"convoy": row, "differences": [one]}
        return refused(request, "convoys/explanation.html", context, outcome)
    return done(request, gettext("The explanation is written down."), "convoys:convoy", identity)


def _told(one: Difference) -> str | Refusal:
    """One text out of the lines: everybody by name, or one sentence for all of them."""
    silent = [full_name(person) for person, line in one.rows if not line]
    if not one.everybody and (silent or not one.people or one.more):
        return Refusal(
            gettext_noop("Write about %(name)s too, or one sentence for all of them."),
            {"name": silent[0] if silent else "…"},
        )
    told = [f"{full_name(person)}: {line}" for person, line in one.rows if line]
    return "; ".join([*told, one.everybody] if one.everybody else told)


def _line(request: RoomRequest, name: str) -> str:
    return plain(request.POST.get(name, ""))[:LINE_LETTERS_MAX].strip()
