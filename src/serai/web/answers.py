"""How a page answers what was sent: done (go on, Undo at hand) or refused (look again)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar
from urllib.parse import urlencode, urlsplit, urlunsplit

from django.contrib import messages
from django.forms import BaseForm, BaseFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext

from serai.core.refusal import Refusal

SEE_OTHER = 303
UNPROCESSABLE = 422
BACK = "back"  # in an Undo's address: the page on which the act was done

Problem: TypeAlias = "Refusal | BaseForm | BaseFormSet[Any]"
View = TypeVar("View", bound=Callable[..., HttpResponse])


def done(
    request: HttpRequest, sentence: str, to: str, *args: object, undo_url: str = ""
) -> HttpResponse:
    """Goes on to `to` (a url name or a path) with the sentence in the message bar.

    With `undo_url` the message carries an Undo button that posts there, and that leads back to the
    page on which the act was done.
    """
    undo = f"{undo_url}?{urlencode({BACK: _page_of(request)})}" if undo_url else ""
    messages.success(request, sentence, extra_tags=undo)
    answer = HttpResponseRedirect(resolve_url(to, *args))
    answer.status_code = SEE_OTHER
    return answer


def undone(request: HttpRequest, sentence: str, to: str, *args: object) -> HttpResponse:
    """Taken back: where the act was done, or on to `to` when nobody knows where that was."""
    page = page_of_the_act(request)
    return done(request, sentence, page) if page else done(request, sentence, to, *args)


def not_done(request: HttpRequest, refusal: Refusal, to: str, *args: object) -> HttpResponse:
    """Goes on to `to`, where the message bar says in red why nothing was written."""
    messages.error(request, in_words(refusal))
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


def page_of_the_act(request: HttpRequest) -> str:
    """In an Undo: the page on which the act was done, "" when the button does not say."""
    back = request.GET.get(BACK, "")
    fits = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if fits else ""


def _page_of(request: HttpRequest) -> str:
    """The page whose form was sent: the browser says so, else it is the form's own address."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.path and came_from.netloc == request.get_host():
        return urlunsplit(("", "", came_from.path, came_from.query, ""))
    return request.get_full_path()


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
