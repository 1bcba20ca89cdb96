"""How a page answers what was sent: done (go on, Undo at hand) or refused (look again)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from django.contrib import messages
from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext

from serai.core.refusal import Refusal

SEE_OTHER = 303
UNPROCESSABLE = 422

Problem: TypeAlias = "Refusal | BaseForm | BaseFormSet[Any]"
View = TypeVar("View", bound=Callable[..., HttpResponse])


def done(
    request: HttpRequest, sentence: str, to: str, *args: object, undo_url: str = ""
) -> HttpResponse:
    """Goes on to `to` (a url name or a path) with the sentence in the message bar.

    With `undo_url` the message carries an Undo button that posts there.
    """
    messages.success(request, sentence, extra_tags=undo_url)
    answer = HttpResponseRedirect(resolve_url(to, *args))
    answer.status_code = SEE_OTHER
    return answer


def refused(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    problem: "Problem | Sequence[Problem]",
) -> HttpResponse:
    """The same page with what was typed, the problem in words, the first wrong field focused."""
    problems = problem if isinstance(problem, list | tuple) else [problem]
    shown = dict(context)
    for one in problems:
        if isinstance(one, Refusal):
            _explain(one, shown)
    once = {id(form): form for one in [*problems, shown.get("form")] for form in _forms(one)}
    forms = list(once.values())
    _focus(forms)
    if "refusal" not in shown and any(form.errors for form in forms):
        shown["refusal"] = gettext("Not saved yet: look at what is marked below.")
    return render(request, template, shown, status=UNPROCESSABLE)


def stands_on(page: Callable[..., str]) -> Callable[[View], View]:
    """Says on which page a form stands whose own address shows none.

    `page` takes what the address names and answers a path, or "" when nobody knows. Whoever sends
    the form twice, or opens its address after Back, comes to that page.
    """

    def marked(view: View) -> View:
        view.stands_on = page  # type: ignore[attr-defined]
        return view

    return marked


def standing_on(view: object, named: Mapping[str, object]) -> str:
    """The path of the page a form stands on, "" when it does not say."""
    page = getattr(view, "stands_on", None)
    return str(page(**named)) if page else ""


def in_words(refusal: Refusal) -> str:
    """The refusal's sentence in the language of the page."""
    return gettext(refusal.sentence) % refusal.facts


def _explain(refusal: Refusal, context: dict[str, Any]) -> None:
    form = context.get("form")
    context["refusal"] = in_words(refusal)
    if isinstance(form, BaseForm) and refusal.field in form.fields and form.is_bound:
        form.add_error(refusal.field, in_words(refusal))


def _forms(problem: object) -> Iterable[BaseForm]:
    if isinstance(problem, BaseFormSet):
        return list(problem.forms)
    return [problem] if isinstance(problem, BaseForm) else []


def _focus(forms: Iterable[BaseForm]) -> None:
    """Exactly one field has the focus: the first wrong one."""
    found = False
    for form in forms:
        for name, field in form.fields.items():
            field.widget.attrs.pop("autofocus", None)
            if not found and name in form.errors:
                field.widget.attrs["autofocus"] = True
                found = True
