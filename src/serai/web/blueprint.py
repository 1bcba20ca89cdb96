"""The fields of a kind of form, from which every form of that kind gets its own.

Django copies them by the general way of copying anything, which took a third of the time in which
a household's form of eighty fields was read.
"""

import copy
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.forms.widgets import ChoiceWidget

_OF_FIELDS = (forms.Field.__deepcopy__, forms.ChoiceField.__deepcopy__)
_OF_WIDGETS = (forms.Widget.__deepcopy__, ChoiceWidget.__deepcopy__)


class Blueprint(dict[str, forms.Field]):
    """Fields by name; a copy holds fields that may be changed without changing these."""

    def __deepcopy__(self, memo: Mapping[int, Any]) -> dict[str, forms.Field]:
        return {name: copied(field) for name, field in self.items()}


def copied(field: forms.Field) -> forms.Field:
    """The same field once more, with its own widget, attributes, validators and messages."""
    if not (_usual(field, _OF_FIELDS) and _usual(field.widget, _OF_WIDGETS)):
        return copy.deepcopy(field)
    found: forms.Field = _twin(field)
    found.widget = _twin(field.widget)
    found.widget.attrs = {**field.widget.attrs}
    found.error_messages = {**field.error_messages}
    found.validators = [*field.validators]
    return found


def _usual(one: object, ways: tuple[Callable[..., Any], ...]) -> bool:
    """Whether nothing more is to be copied than every field or widget has; lists are replaced."""
    return getattr(type(one), "__deepcopy__", None) in ways


def _twin(one: Any) -> Any:
    twin = object.__new__(type(one))
    twin.__dict__.update(one.__dict__)
    return twin
