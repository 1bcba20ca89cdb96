"""What a correction changes: only the facts that differ from what the clerk was shown."""

import json
from typing import Any

import msgspec

from serai.core import ages
from serai.core.people import Names
from serai.registration import words
from serai.registration.forms import NAME_PARTS, CorrectionForm
from serai.registry.models import Person

_NAMES = ("own", "father", "grandfather", "family", "mother", "kunya")
_OTHER = tuple(f"other_{part}" for part in NAME_PARTS)
_PLAIN = ("sex", "age", "nationality", "papers", "needs", "origin")


def shown_values(row: Person) -> dict[str, str]:
    """A person's facts as a clerk would type them."""
    other = msgspec.json.decode(row.other_names, type=Names) if row.other_names else Names()
    values = {part: str(getattr(row, part)) for part in _NAMES}
    values.update({f"other_{part}": getattr(other, part) for part in NAME_PARTS})
    values.update(
        sex={"female": "f", "male": "m"}.get(row.sex, "u"),
        age=ages.typed(words.age_value(row.age)),
        nationality=", ".join(row.nationalities.split()),
        papers=row.papers,
        needs=" ".join(words.open_needs(row.needs)),
        origin=words.origin(row.origin),
    )
    return values


def changes_in(form: CorrectionForm, row: Person) -> dict[str, Any]:
    """The fields of the event: those whose text is another one than the text that was shown."""
    shown = _as_shown(form.cleaned_data["shown"])
    typed = form.cleaned_data
    changed = {name for name in (*_NAMES, *_OTHER, *_PLAIN) if _text(form, name) != shown.get(name)}
    changes: dict[str, Any] = {name: typed[name] for name in _PLAIN if name in changed}
    if changed.intersection(_NAMES):
        changes["names"] = form.names()
    if changed.intersection(_OTHER):
        changes["other_names"] = form.other_names() or Names()
    if "needs" in changes:
        changes["needs"] = (*changes["needs"], *words.closed_needs(row.needs))
    if changes.get("age") == "":
        del changes["age"]
    if changes.get("sex", "") is None:
        del changes["sex"]
    return changes


def _text(form: CorrectionForm, name: str) -> str:
    return " ".join(str(form.data.get(name, "")).split())


def _as_shown(text: str) -> dict[str, str]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
