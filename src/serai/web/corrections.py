"""What a wrong field says to a clerk: what to type, with an example, in place of Django's words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_SAID: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("Fill this in.")},
    forms.CharField: {
        "max_length": _("At most %(limit_value)s letters; these are %(show_value)s."),
    },
    forms.IntegerField: {
        "required": _("Type a whole number in digits, like 12."),
        "invalid": _("Type a whole number in digits, like 12."),
        "min_value": _("Type %(limit_value)s or more."),
        "max_value": _("Type %(limit_value)s or less."),
    },
    forms.FloatField: {"invalid": _("Type a number in digits, like 12.5.")},
    forms.DateField: {"invalid": _("Write the day as year-month-day, like 2019-03-08.")},
    forms.DateTimeField: {"invalid": _("Write day and hour like 2019-03-08 14:05.")},
    forms.ChoiceField: {
        "required": _("Choose one."),
        "invalid_choice": _("Choose from the list; “%(value)s” is not in it."),
    },
    forms.FileField: {"required": _("Choose a file.")},
}


def say(field: forms.Field) -> None:
    """Gives a field our words wherever it has none of its own."""
    for kind, said in reversed(_SAID.items()):  # the nearest kind first: its words are closer
        if isinstance(field, kind):
            for code, words in said.items():
                if field.error_messages.get(code) is _usual(kind, code):
                    field.error_messages[code] = words


def _usual(kind: type[forms.Field], code: str) -> object:
    """What Django itself says of a kind of field, by its own words or those it inherited."""
    own = (getattr(one, "default_error_messages", {}).get(code) for one in kind.__mro__)
    return next(filter(None, own), None)
