"""Addresses of the camp."""

from django.urls import path

from serai.camp import receipt, shelter, views

app_name = "camp"
urlpatterns = [
    path("", views.camp, name="camp"),
    path("waiting/", views.waiting, name="waiting"),
    path("units/", views.units, name="units"),
    path("sections/<slug:section>/", views.section, name="section"),
    path("sections/<slug:section>/units/", views.section_units, name="section-units"),
    path("shelter/<slug:household>/", shelter.shelter, name="shelter"),
    path("shelter/<slug:household>/leaving/", shelter.leaving, name="leaving"),
    path(
        "shelter/<slug:household>/<str:event>/reversal/",
        shelter.shelter_reversal,
        name="shelter-reversal",
    ),
    path("receipt/<slug:convoy>/", receipt.receipt, name="receipt"),
    path("receipt/<slug:convoy>/closing/", receipt.closing, name="closing"),
    path(
        "receipt/<slug:convoy>/<str:event>/reversal/",
        receipt.receipt_reversal,
        name="receipt-reversal",
    ),
]
