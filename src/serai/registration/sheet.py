"""The rows of a household form: how many there are, what is empty, what follows from the head."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from serai.core import ages
from serai.core.household import MEMBERS_MAX, Row, completed
from serai.core.people import Age, Person
from serai.core.refusal import Refusal
from serai.registration import reading, words
from serai.registration.forms import PersonForm
from serai.registry.lists import listed
from serai.web.answers import in_words

ROWS_AT_FIRST = 6
ROWS_ADDED = 4
ROWS_READ_MAX = MEMBERS_MAX + 1  # one more, to say that it is one too many
PREFIX = "m{}"
_INHERITED = ("father", "grandfather", "family")


class RowForm(PersonForm):
    """One row; the operation's id belongs to the household, not to its rows."""

    saves = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs["data-part"] = name
            field.widget.attrs["aria-describedby"] = f"{self.prefix}-{name}-said"

    @property
    def written(self) -> bool:
        """Whether somebody wrote anything into this row."""
        return any(
            str(self.data.get(self.add_prefix(name), "")).strip() not in ("", "none")
            for name in self.fields
        )

    def row(self) -> Row:
        """The row as typed, for what follows from it."""
        typed = self.cleaned_data
        age = typed.get("age")
        return Row(
            names=self.names(),
            relation=typed.get("relation") or None,
            sex=typed.get("sex") or None,
            years=age.years_on(words.today()) if isinstance(age, Age) else None,
            nationality=typed.get("nationality") or (),
            origin=typed.get("origin") or "",
        )


class Sheet:
    """Every row of the form. Bound to what was sent, or blank."""

    def __init__(self, sent: Mapping[str, Any] | None = None, added: int = 0) -> None:
        count = _count(sent)
        self.count = min(MEMBERS_MAX, count + added) if added else count
        self.bound = sent is not None
        self.forms = [
            RowForm(_own_part(sent, index), prefix=PREFIX.format(index))
            for index in range(self.count)
            if sent is not None
        ]

    def written(self) -> list[RowForm]:
        """The rows that hold something."""
        return [form for form in self.forms if form.written] if self.bound else []

    def rows(self) -> list[Row]:
        """The written rows with everything that follows from the head filled in."""
        for form in self.written():
            form.is_valid()
        return completed([form.row() for form in self.written()])

    def is_valid(self) -> bool:
        """Whether every written row holds a whole person; the wrong fields get their sentences."""
        rows = self.rows()
        for form, row in zip(self.written(), rows, strict=True):
            _whole(form, row)
        for form in self.forms:
            if not form.written:
                form.empty_permitted = True
                form.use_required_attribute = False
        return not any(form.errors for form in self.written())

    def members(self) -> tuple[Person, ...]:
        """The people as written and completed, still without ids."""
        return tuple(
            _person(form, row) for form, row in zip(self.written(), self.rows(), strict=True)
        )

    def say(self) -> list[dict[str, Any]]:
        """For every written row: what it takes over, and what was understood, in words."""
        forms, rows = self.written(), self.rows()
        return [_said(form, row) for form, row in zip(forms, rows, strict=True)]

    def show_said(self) -> None:
        """Writes what is taken over into the empty fields as a grey hint."""
        for said in self.say():
            form = next(one for one in self.forms if one.prefix == said["row"])
            for name, hint in said["hints"].items():
                form.fields[name].widget.attrs["placeholder"] = hint
            form.said = said["said"]  # type: ignore[attr-defined]


def _count(sent: Mapping[str, Any] | None) -> int:
    text = str(sent.get("rows", "")) if sent is not None else ""
    return min(ROWS_READ_MAX, max(1, int(text))) if text.isdecimal() else ROWS_AT_FIRST


def _own_part(sent: Mapping[str, Any], index: int) -> dict[str, Any]:
    prefix = PREFIX.format(index) + "-"
    return {name: value for name, value in sent.items() if name.startswith(prefix)}


def _whole(form: RowForm, row: Row) -> None:
    typed = form.cleaned_data
    if not typed.get("own") and "own" not in form.errors:
        form.add_error("own", _("Type the own name of this person, or - when it is not known."))
    if row.sex is None and "sex" not in form.errors:
        form.add_error("sex", in_words(Refusal(reading.NO_SEX)))
    if not typed.get("age") and "age" not in form.errors:
        form.add_error("age", in_words(Refusal(ages.NOTHING)))


def _person(form: RowForm, row: Row) -> Person:
    typed = form.cleaned_data
    assert row.sex is not None
    assert row.relation is not None
    return Person(
        person="",
        names=row.names,
        other_names=form.other_names(),
        sex=row.sex,
        age=typed["age"],
        relation=row.relation,
        nationality=row.nationality,
        papers=typed["papers"] or "none",
        needs=typed["needs"],
        origin=row.origin,
        alone=row.relation == "alone",
    )


def _said(form: RowForm, row: Row) -> dict[str, Any]:
    typed = form.cleaned_data
    hints = {part: getattr(row.names, part) for part in _INHERITED}
    hints["sex"] = str(words.SEX_LETTERS[row.sex]) if row.sex else ""
    hints["nationality"] = " ".join(row.nationality)
    hints["origin"] = words.origin(row.origin)
    age = typed.get("age")
    said = {
        "relation": str(words.RELATION_WORDS[row.relation]) if row.relation else "",
        "age": words.age(age) if isinstance(age, Age) else "",
        "nationality": listed(map(words.nationality, typed.get("nationality") or ())),
        "needs": listed(map(words.need, typed.get("needs") or ())),
        "origin": words.origin(typed.get("origin") or ""),
    }
    wrong = {name: " ".join(map(str, errors)) for name, errors in form.errors.items()}
    return {"row": form.prefix, "hints": hints, "said": said, "wrong": wrong}
