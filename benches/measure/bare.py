"""The unit for every page's time: 25 joined rows in our frame, with every middleware of ours."""

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from serai.project.urls import handler403, handler404, handler500
from serai.project.urls import urlpatterns as ours
from serai.registry.models import Person

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]

ADDRESS = "/bare-page/"
_ROWS = (
    "SELECT person.*, household.token AS slip FROM registry_person AS person"
    " JOIN registry_household AS household ON household.id = person.household"
    " ORDER BY person.id DESC LIMIT 25"
)
_PAGE = """{% extends "web/base.html" %}{% block content %}<table>
{% for one in rows %}<tr><td><bdi>{{ one.own }}</bdi></td><td><bdi>{{ one.family }}</bdi></td>
<td>{{ one.sex }}</td><td>{{ one.place }}</td><td>{{ one.slip }}</td></tr>
{% endfor %}</table>{% endblock %}"""


def bare_page(request: HttpRequest) -> HttpResponse:
    """A page that does nothing but read 25 joined rows and print them."""
    template = engines["django"].from_string(_PAGE) if not _KEPT else _KEPT[0]
    _KEPT[:] = [template]
    rows = list(Person.objects.raw(_ROWS))
    return HttpResponse(template.render({"rows": rows}, request))


_KEPT: list = []  # type: ignore[type-arg]
urlpatterns = [path(ADDRESS.strip("/") + "/", bare_page), *ours]
