"""Draws the usual form controls as Django's templates do, only without them.

A page of tallies and chips has thirty controls; drawn by templates within templates they took a
third of it. What is not drawn here is left to Django.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

Control = Mapping[str, Any]


class Controls(DjangoTemplates):
    """The renderer of every form (`FORM_RENDERER`)."""

    def render(self, template_name: str, context: Any, request: Any = None) -> SafeString:
        """The control as markup."""
        draw = _DRAWN.get(template_name)
        if draw is None:
            return SafeString(super().render(template_name, context, request))
        return SafeString(draw(context["widget"]))


def _input(control: Control) -> str:
    value = control["value"]
    said = "" if value is None else f' value="{_escaped(value)}"'
    name = conditional_escape(control["name"])
    return f'<input type="{control["type"]}" name="{name}"{said}{_attributes(control)}>'


def _textarea(control: Control) -> str:
    value = conditional_escape(control["value"] or "")
    name = conditional_escape(control["name"])
    return f'<textarea name="{name}"{_attributes(control)}>\n{value}</textarea>'


def _option(control: Control) -> str:
    if not control.get("wrap_label"):
        return _input(control)
    of = control["attrs"].get("id")
    mark = f' for="{conditional_escape(of)}"' if of else ""
    return f"<label{mark}>{_input(control)} {conditional_escape(control['label'])}</label>"


def _select(control: Control) -> str:
    lines = [f'<select name="{conditional_escape(control["name"])}"{_attributes(control)}>']
    for group, options, _ in control["optgroups"]:
        if group:
            lines.append(f'\n  <optgroup label="{conditional_escape(group)}">')
        lines.extend(f"\n  {_select_option(option)}" for option in options)
        if group:
            lines.append("\n  </optgroup>")
    return "".join([*lines, "\n</select>"])


def _select_option(control: Control) -> str:
    value, label = _escaped(control["value"]), conditional_escape(control["label"])
    return f'<option value="{value}"{_attributes(control)}>{label}</option>'


def _attributes(control: Control) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{_escaped(value)}"'
        for name, value in control["attrs"].items()
        if value is not False
    )


def _escaped(value: Any) -> str:
    return conditional_escape(value if isinstance(value, str) else str(value))


_WIDGETS = "django/forms/widgets"
_INPUTS = (
    "text", "number", "hidden", "email", "url", "password", "date", "datetime", "time", "checkbox",
)  # fmt: skip
_DRAWN: dict[str, Callable[[Control], str]] = {
    **{f"{_WIDGETS}/{kind}.html": _input for kind in _INPUTS},
    f"{_WIDGETS}/textarea.html": _textarea,
    f"{_WIDGETS}/select.html": _select,
    f"{_WIDGETS}/checkbox_option.html": _option,
    f"{_WIDGETS}/radio_option.html": _option,
}
