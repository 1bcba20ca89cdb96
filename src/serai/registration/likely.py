"""The panel beside the form: who in the books may be the same person, and what speaks for it.

It never blocks and never decides. Each row says in words what is alike and what is not.
"""

from typing import Any

from django.utils.translation import gettext as _

from serai.core.people import Names
from serai.registration import queries, words
from serai.registration.sheet import RowForm
from serai.registry.folding import words as folded
from serai.registry.lists import listed
from serai.registry.models import Person

_PARTS = ("own", "father", "grandfather", "family", "mother", "kunya")
_ASKED = ("own", "father", "grandfather", "family")


def likely_people(form: RowForm | None, taken_over: Names | None) -> list[dict[str, Any]]:
    """Up to five people who may be the one in this row, each with the reasons."""
    if form is None or not form.written:
        return []
    typed = form.names()
    parts = [getattr(typed, part) for part in _ASKED]
    if not any(parts[1:]) and taken_over is not None:
        parts = [getattr(taken_over, part) for part in _ASKED]  # a child: the chain of its father
        if found := queries.likely(parts):
            return [_shown(one, form) for one in found]
        parts = [typed.own]
    return [_shown(one, form) for one in queries.likely(parts)]


def _shown(person: Person, form: RowForm) -> dict[str, Any]:
    return {"person": person, "reasons": _alike(person, form), "age": words.age_of_json(person.age)}


def _alike(person: Person, form: RowForm) -> list[str]:
    reasons = []
    labels = {part: str(form.fields[part].label) for part in _PARTS}
    same = [labels[part] for part in _PARTS if _begins(person, form, part)]
    if same:
        reasons.append(_("same: %(parts)s") % {"parts": listed(same)})
    if (age := _age_reason(person, form)) != "":
        reasons.append(age)
    sex = form.cleaned_data.get("sex")
    if sex and person.sex not in (sex, "unknown"):
        reasons.append(_("other sex"))
    origin = form.cleaned_data.get("origin")
    if origin and person.origin == origin:
        reasons.append(_("also from %(place)s") % {"place": words.origin(origin)})
    return reasons


def _begins(person: Person, form: RowForm, part: str) -> bool:
    typed = folded(str(form.cleaned_data.get(part) or ""))
    held = folded(str(getattr(person, part)))
    return bool(typed) and all(any(one.startswith(word) for one in held) for word in typed)


def _age_reason(person: Person, form: RowForm) -> str:
    """Whether the two birth intervals overlap; nothing when one of them is not known."""
    age = form.cleaned_data.get("age")
    between = age.born_between() if age and not isinstance(age, str) else None
    if between is None or not person.born_from:
        return ""
    first, last = (day.isoformat() for day in between)
    fits = person.born_from <= last and first <= person.born_to
    return _("age fits") if fits else _("age differs")
