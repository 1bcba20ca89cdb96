"""Addresses of the registration desk."""

from django.urls import path

from serai.registration import household_views as lives
from serai.registration import pairs, views

app_name = "registration"
urlpatterns = [
    path("", views.household, name="household"),
    path("likely/", views.likely, name="likely"),
    path("search/", views.search, name="search"),
    path("person/<str:person>/correction/", lives.correction, name="correction"),
    path("person/<str:person>/decision/", lives.decision, name="decision"),
    path("person/<str:person>/death/", lives.death, name="death"),
    path("person/<str:person>/move/", lives.move, name="move"),
    path("person/<str:person>/reversal/<str:event>/", lives.reversal, name="reversal"),
    path("pairs/", pairs.pairs, name="pairs"),
    path("pairs/<str:first>/<str:second>/", pairs.pair, name="pair"),
    path("pairs/<str:first>/<str:second>/decision/", pairs.decision, name="pair-decision"),
    path("pairs/<str:first>/<str:second>/reversal/", pairs.pair_reversal, name="pair-reversal"),
    path("person/<str:person>/pairs/", pairs.others, name="others"),
    path("person/<str:person>/double-count/", pairs.double_count, name="double-count"),
    path("<str:household>/", lives.household_page, name="household-page"),
    path("<str:household>/newborn/", lives.newborn, name="newborn"),
    path("<str:household>/arrival/", lives.late_arrival, name="late-arrival"),
    path("<str:household>/head/", lives.head, name="head"),
    path("<str:household>/reversal/", views.registration_reversal, name="registration-reversal"),
]
