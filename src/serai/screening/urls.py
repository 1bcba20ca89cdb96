"""Addresses of the screening room."""

from django.urls import path

from serai.screening import views

app_name = "screening"
urlpatterns = [
    path("", views.lane, name="lane"),
    path("household/<str:household>/", views.household, name="household"),
    path("separation/<str:household>/", views.separation, name="separation"),
    path("reviews/", views.reviews, name="reviews"),
    path("review/<str:separation>/", views.review, name="review"),
    path("end/<str:separation>/", views.end, name="end"),
    path("return/<str:separation>/", views.back, name="return"),
    path("undo/<str:events>/", views.undo, name="undo"),
]
