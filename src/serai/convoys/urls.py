"""Addresses of the truck side."""

from django.urls import path

from serai.convoys import ends, views

app_name = "convoys"
urlpatterns = [
    path("", views.convoys, name="convoys"),
    path("opening/", views.opening, name="opening"),
    path("<slug:identity>/", views.convoy, name="convoy"),
    path("<slug:identity>/boarding/", views.boarding, name="boarding"),
    path("<slug:identity>/filling/", views.filling, name="filling"),
    path(
        "<slug:identity>/boarding/<int:at>/reversal/",
        views.boarding_reversal,
        name="boarding-reversal",
    ),
    path("<slug:identity>/withdrawal/<slug:household>/", views.withdrawal, name="withdrawal"),
    path("<slug:identity>/check-off/", ends.check_off_list, name="check-off"),
    path(
        "<slug:identity>/check-off/<str:event>/reversal/",
        ends.check_off_reversal,
        name="check-off-reversal",
    ),
    path("<slug:identity>/departure/", ends.departure, name="departure"),
    path("<slug:identity>/arrival/", ends.arrival, name="arrival"),
    path(
        "<slug:identity>/arrival/<str:event>/reversal/",
        ends.arrival_reversal,
        name="arrival-reversal",
    ),
    path("<slug:identity>/closing/", ends.closing, name="closing"),
]
