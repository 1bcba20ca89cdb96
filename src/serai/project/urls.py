"""Every address of serai: the door, the front page, and each room under its own name."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from serai.access import views as door
from serai.access.header import has_pages

BESIDE_ROOMS = ("exchange",)


def _rooms() -> Iterator[URLResolver]:
    for room in (*settings.ROOMS, *BESIDE_ROOMS):
        if has_pages(room):
            yield path(f"{room}/", include(f"serai.{room}.urls"))


urlpatterns: list[URLPattern | URLResolver] = [
    path("", door.front, name="front"),
    path("place/", door.place, name="place"),
    path("language/", set_language, name="language"),
    path("", include("serai.access.urls")),
    *_rooms(),
]

handler403 = "serai.project.answers.not_allowed"
handler404 = "serai.project.answers.not_found"
handler500 = "serai.project.answers.broken"
