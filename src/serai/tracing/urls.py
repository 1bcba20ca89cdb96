"""Addresses of the tracing office."""

from django.urls import path

from serai.tracing import views
from serai.tracing.candidates import views as candidates
from serai.tracing.wishes import views as wishes

app_name = "tracing"
urlpatterns = [
    path("", views.requests, name="requests"),
    path("new/", views.opening, name="new"),
    path("family/<str:household>/", views.family, name="family"),
    path("family/<str:household>/request/", views.opening, name="opening"),
    path("family/<str:household>/reasons/", views.reasons, name="reasons"),
    path("request/<str:request_id>/", candidates.request, name="request"),
    path("request/<str:request_id>/look/", candidates.look, name="look"),
    path("request/<str:request_id>/closing/", views.closing, name="closing"),
    path("request/<str:request_id>/summary/", views.summary, name="summary"),
    path("request/<str:request_id>/<int:number>/consent/", candidates.consent, name="consent"),
    path(
        "request/<str:request_id>/<int:number>/judgement/<str:person>/",
        candidates.judgement,
        name="judgement",
    ),
    path(
        "request/<str:request_id>/<int:number>/telling/<str:person>/",
        candidates.telling,
        name="telling",
    ),
    path("verifications/", candidates.verifications, name="verifications"),
    path(
        "verification/<str:request_id>/<int:number>/<str:person>/",
        candidates.verification,
        name="verification",
    ),
    path(
        "verification/<str:request_id>/<int:number>/<str:person>/withdrawal/",
        candidates.withdrawal,
        name="withdrawal",
    ),
    path("wish/", wishes.wish, name="wish"),
    path("undo/<str:event>/", views.undo, name="undo"),
]
