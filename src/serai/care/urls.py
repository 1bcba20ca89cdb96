"""Addresses of the medical tent."""

from django.urls import path

from serai.care import views

app_name = "care"
urlpatterns = [
    path("", views.triage, name="triage"),
    path("household/<str:household>/", views.household, name="household"),
    path("person/<str:person>/", views.person, name="person"),
    path("referral/<str:person>/", views.referral, name="referral"),
    path("hospital/", views.hospital, name="hospital"),
    path("return/<str:referral>/", views.back, name="return"),
    path("death/<str:person>/", views.death, name="death"),
    path("undo/<str:events>/", views.undo, name="undo"),
]
