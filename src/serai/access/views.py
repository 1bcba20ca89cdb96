"""Pages of the door: signing in and out, the place switch, and the people who work here."""

from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from serai.access import signing_in
from serai.access.accounts import (
    create_account,
    last_administrator,
    role_of,
    training_names,
)
from serai.access.forms import AddAccountForm, ChangeAccountForm, PasswordForm, SignInForm
from serai.access.header import room_links
from serai.access.models import Account, Search
from serai.access.places import PLACE_IN_SESSION, house
from serai.access.roles import ADMINISTRATOR, ROLES, ROOMS
from serai.access.rooms import wall
from serai.access.searches import searches_by_account
from serai.access.today import todays_numbers
from serai.core.refusal import Refusal, gettext_noop
from serai.journal.wall import TRAINING_PASSWORD
from serai.web.answers import done, not_done, refused

PEOPLE_A_PAGE = 25
SEARCHER_LETTERS_MAX = 150


@login_required
def front(request: HttpRequest) -> HttpResponse:
    """The front page: one big button for every room, and today's numbers."""
    links = room_links(role_of(request.user), request.path)
    context = {"today": todays_numbers(), "links": links}
    return render(request, "access/front.html", context)


def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; ten wrong ones close the name for five minutes."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(_next(request))
    form = SignInForm(request.POST or None)
    context = {
        "form": form,
        "next": _next(request),
        "training_names": training_names(),
        "training_password": TRAINING_PASSWORD,
    }
    if request.method != "POST":
        return render(request, "access/sign_in.html", context)
    if not form.is_valid():
        return refused(request, "access/sign_in.html", context, form)
    user = _let_in(request, form.cleaned_data["username"], form.cleaned_data["password"])
    if isinstance(user, Refusal):
        return refused(request, "access/sign_in.html", context, user)
    login(request, user)
    return HttpResponseRedirect(_next(request), status=303)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leaves; the next person signs in as themselves."""
    logout(request)
    return done(request, gettext("You are signed out."), "access:sign-in")


@login_required
@require_POST
def place(request: HttpRequest) -> HttpResponse:
    """Chooses the place where this person works until they sign out."""
    wished = request.POST.get("place", "")
    if wished not in {one.id for one in house(request).places}:
        raise Http404(gettext("There is no such place here. It may have been closed."))
    request.session[PLACE_IN_SESSION] = wished
    request.session.keep()  # type: ignore[attr-defined]
    return HttpResponseRedirect(_next(request), status=303)


@wall("people")
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who may sign in here."""
    accounts = Account.objects.select_related("user").order_by("-user__is_active", "user__username")
    page = Paginator(accounts, PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    rows = [(one, ROLES[one.role].name if one.role in ROLES else one.role) for one in page]
    return render(request, "access/people.html", {"page": page, "rows": rows})


@wall("searches")
def searches(request: HttpRequest) -> HttpResponse:
    """Who looked for whom, when and for what; how often each account did in a week."""
    actor = request.GET.get("who", "")[:SEARCHER_LETTERS_MAX]
    rows = Search.objects.filter(actor=actor) if actor else Search.objects.all()
    page = Paginator(rows.order_by("-at", "-id"), PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    named = [(one, ROOMS[one.purpose].name if one.purpose in ROOMS else "") for one in page]
    context = {"page": page, "rows": named, "counts": searches_by_account(), "who": actor}
    return render(request, "access/searches.html", context)


@wall("people")
def new_person(request: HttpRequest) -> HttpResponse:
    """Lets somebody in: name, role, place, password."""
    form = AddAccountForm(request.POST or None, places=_places(request))
    context = {"form": form}
    if request.method != "POST":
        return render(request, "access/new_person.html", context)
    if not form.is_valid():
        return refused(request, "access/new_person.html", context, form)
    told = form.cleaned_data
    create_account(told["username"], told["role"], told["place"], told["password"])
    sentence = gettext("%(name)s may sign in now.") % {"name": told["username"]}
    return done(request, sentence, "access:people")


@wall("people")
def person(request: HttpRequest, username: str) -> HttpResponse:
    """One account: role and place, a new password, open or closed."""
    user = get_object_or_404(User.objects.select_related("account"), username=username)
    account = getattr(user, "account", None)
    known = {"role": account.role, "place": account.place} if account else {}
    form = ChangeAccountForm(request.POST or None, places=_places(request), initial=known)
    context = {"form": form, "person": user, "password_form": PasswordForm()}
    if request.method != "POST":
        return render(request, "access/person.html", context)
    if not form.is_valid():
        return refused(request, "access/person.html", context, form)
    told = form.cleaned_data
    if told["role"] != ADMINISTRATOR and last_administrator(user):
        return refused(request, "access/person.html", context, _last_one("role"))
    wanted = {"role": told["role"], "place": told["place"]}
    Account.objects.update_or_create(user=user, defaults=wanted)
    return done(request, gettext("Changed %(name)s.") % {"name": username}, "access:people")


@wall("people")
@require_POST
def password(request: HttpRequest, username: str) -> HttpResponse:
    """A new password for somebody who lost theirs."""
    user = get_object_or_404(User, username=username)
    form = PasswordForm(request.POST)
    if not form.is_valid():
        account = getattr(user, "account", None)
        known = {"role": account.role, "place": account.place} if account else {}
        change = ChangeAccountForm(places=_places(request), initial=known)
        context = {"form": change, "person": user, "password_form": form}
        return refused(request, "access/person.html", context, form)
    user.set_password(form.cleaned_data["password"])
    user.save()
    sentence = gettext("%(name)s has a new password.") % {"name": username}
    return done(request, sentence, "access:people")


@wall("people")
@require_POST
def closing(request: HttpRequest, username: str) -> HttpResponse:
    """Closes an account, or opens it again; what its owner wrote stays under their name."""
    user = get_object_or_404(User.objects.select_related("account"), username=username)
    if user.is_active and last_administrator(user):
        return not_done(request, _last_one(""), "access:people")
    user.is_active = not user.is_active
    user.save()
    sentence = (
        gettext("%(name)s may sign in again.")
        if user.is_active
        else gettext("%(name)s can no longer sign in.")
    )
    undo = "" if user.is_active else reverse("access:closing", args=[username])
    return done(request, sentence % {"name": username}, "access:people", undo_url=undo)


def _let_in(request: HttpRequest, username: str, typed: str) -> User | Refusal:
    wait = signing_in.minutes_to_wait(username)
    if wait:
        return _wait(wait)
    user = authenticate(request, username=username, password=typed)
    if isinstance(user, User):
        signing_in.forget_wrong_tries(username)
        return user
    signing_in.note_wrong_try(username)
    wait = signing_in.minutes_to_wait(username)
    if wait:
        return _wait(wait)
    return Refusal(
        gettext_noop("Name and password do not fit. Try again, or ask the administrator."),
        field="password",
    )


def _wait(minutes: int) -> Refusal:
    sentence = ngettext(
        "Too many wrong tries. Wait %(minutes)s minute, then try again.",
        "Too many wrong tries. Wait %(minutes)s minutes, then try again.",
        minutes,
    )
    return Refusal(sentence, {"minutes": minutes})


def _last_one(field: str) -> Refusal:
    sentence = gettext_noop(
        "This is the only administrator. Make somebody else administrator first."
    )
    return Refusal(sentence, field=field)


def _places(request: HttpRequest) -> list[tuple[str, str]]:
    return [(one.id, one.shown) for one in house(request).places]


def _next(request: HttpRequest) -> str:
    wished = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wished, {request.get_host()}, request.is_secure()):
        return wished
    return reverse("front")
