"""Addresses of the camp."""

from django.urls import path

from serai.camp import receipt, shelter, views

app_name = "camp"
urlpatterns = [
    path("", views.camp, name="camp"),
    path("waiting/", views.waiting, name="waiting"),
    path("units/", views.units, name="units"),
    path("sections/<str:section>/", views.section, name="section"),
    path("sections/<str:section>/units/", views.section_units, name="section-units"),
    path("shelter/<str:household>/", shelter.shelter, name="shelter"),
    path("shelter/<str:household>/leaving/", shelter.leaving, name="leaving"),
    path(
        "shelter/<str:household>/leaving/<str:unit>/reversal/",
        shelter.leaving_reversal,
        name="leaving-reversal",
    ),
    path(
        "shelter/<str:household>/<str:event>/reversal/",
        shelter.shelter_reversal,
        name="shelter-reversal",
    ),
    path("receipt/<str:convoy>/", receipt.receipt, name="receipt"),
    path("receipt/<str:convoy>/closing/", receipt.closing, name="closing"),
    path(
        "receipt/<str:convoy>/<str:event>/reversal/",
        receipt.receipt_reversal,
        name="receipt-reversal",
    ),
]
