"""Addresses of the gate."""

from django.urls import path

from serai.reception import expected_lists as expected
from serai.reception import views

app_name = "reception"
urlpatterns = [
    path("", views.arrival, name="arrival"),
    path("groups/", views.groups, name="groups"),
    path("expected/", expected.expected_lists, name="expected-lists"),
    path("expected/<str:expected>/", expected.expected_list, name="expected-list"),
    path("expected/<str:expected>/columns/", expected.expected_columns, name="expected-columns"),
    path(
        "expected/<str:expected>/reversal/",
        expected.expected_list_reversal,
        name="expected-list-reversal",
    ),
    path("expected/<str:expected>/<int:row>/", expected.expected_person, name="expected-person"),
    path("expected/<str:expected>/<int:row>/tick/", expected.expected_tick, name="expected-tick"),
    path(
        "expected/<str:expected>/<int:row>/reversal/",
        expected.expected_tick_reversal,
        name="expected-tick-reversal",
    ),
    path("<str:arrival>/", views.group, name="group"),
    path("<str:arrival>/slip/", views.slip, name="slip"),
    path("<str:arrival>/sheet/", views.sheet, name="sheet"),
    path("<str:arrival>/reversal/", views.reversal, name="reversal"),
]
