"""Addresses of the door."""

from django.urls import path

from serai.access import views

app_name = "access"
urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("people/", views.people, name="people"),
    path("searches/", views.searches, name="searches"),
    path("people/new/", views.new_person, name="new-person"),
    path("people/<str:username>/", views.person, name="person"),
    path("people/<str:username>/password/", views.password, name="password"),
    path("people/<str:username>/closing/", views.closing, name="closing"),
]
