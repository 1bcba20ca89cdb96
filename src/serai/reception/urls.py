"""Addresses of the gate."""

from django.urls import path

from serai.reception import views

app_name = "reception"
urlpatterns = [
    path("", views.arrival, name="arrival"),
    path("groups/", views.groups, name="groups"),
    path("<str:arrival>/", views.group, name="group"),
    path("<str:arrival>/slip/", views.slip, name="slip"),
    path("<str:arrival>/sheet/", views.sheet, name="sheet"),
    path("<str:arrival>/reversal/", views.reversal, name="reversal"),
]
