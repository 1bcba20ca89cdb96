"""Addresses of the tracing office."""

from django.urls import path

from serai.tracing import views

app_name = "tracing"
urlpatterns = [
    path("", views.requests, name="requests"),
    path("family/<str:household>/", views.family, name="family"),
    path("family/<str:household>/request/", views.opening, name="opening"),
    path("family/<str:household>/reasons/", views.reasons, name="reasons"),
    path("request/<str:request_id>/", views.request, name="request"),
    path("undo/<str:event>/", views.undo, name="undo"),
]
