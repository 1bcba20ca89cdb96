"""Addresses of the truck side."""

from django.urls import path

from serai.convoys import ends, views

app_name = "convoys"
urlpatterns = [
    path("", views.convoys, name="convoys"),
    path("opening/", views.opening, name="opening"),
    path("<str:identity>/", views.convoy, name="convoy"),
    path("<str:identity>/boarding/", views.boarding, name="boarding"),
    path("<str:identity>/filling/", views.filling, name="filling"),
    path(
        "<str:identity>/boarding/<int:at>/reversal/",
        views.boarding_reversal,
        name="boarding-reversal",
    ),
    path("<str:identity>/withdrawal/<str:household>/", views.withdrawal, name="withdrawal"),
    path("<str:identity>/check-off/", ends.check_off_list, name="check-off"),
    path(
        "<str:identity>/check-off/<str:event>/reversal/",
        ends.check_off_reversal,
        name="check-off-reversal",
    ),
    path("<str:identity>/departure/", ends.departure, name="departure"),
    path("<str:identity>/arrival/", ends.arrival, name="arrival"),
    path(
        "<str:identity>/arrival/<str:event>/reversal/",
        ends.arrival_reversal,
        name="arrival-reversal",
    ),
    path("<str:identity>/closing/", ends.closing, name="closing"),
]
