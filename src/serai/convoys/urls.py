"""Addresses of the truck side."""

from django.urls import path

from serai.convoys import differences, ends, views
from serai.convoys.road import segment_views
from serai.convoys.road import views as road

app_name = "convoys"
urlpatterns = [
    path("", views.convoys, name="convoys"),
    path("opening/", views.opening, name="opening"),
    path("road/", road.road_page, name="road"),
    path("road/hazard/", road.hazard, name="hazard"),
    path(
        "road/hazard/<str:identity>/correction/", road.hazard_correction, name="hazard-correction"
    ),
    path("road/hazard/<str:identity>/lifting/", road.lifting, name="hazard-lifting"),
    path("road/segment/", road.segment, name="segment"),
    path("road/description/", segment_views.description, name="description"),
    path(
        "road/description/<str:segment>/dropping/", segment_views.dropping, name="segment-dropping"
    ),
    path("road/<str:event>/reversal/", road.reversal, name="road-reversal"),
    path("<str:identity>/", views.convoy, name="convoy"),
    path("<str:identity>/boarding/", views.boarding, name="boarding"),
    path("<str:identity>/filling/", views.filling, name="filling"),
    path(
        "<str:identity>/boarding/<int:at>/reversal/",
        views.boarding_reversal,
        name="boarding-reversal",
    ),
    path("<str:identity>/withdrawal/<str:household>/", views.withdrawal, name="withdrawal"),
    path(
        "<str:identity>/withdrawal/<str:household>/<str:vehicle>/reversal/",
        views.withdrawal_reversal,
        name="withdrawal-reversal",
    ),
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
    path("<str:identity>/explanation/", differences.explanation, name="explanation"),
]
