"""Addresses of the screening room."""

from django.urls import path

from serai.screening import separation_views, views

app_name = "screening"
urlpatterns = [
    path("", views.lane, name="lane"),
    path("household/<str:household>/", views.household, name="household"),
    path("separation/<str:household>/", separation_views.separation, name="separation"),
    path("reviews/", separation_views.reviews, name="reviews"),
    path("review/<str:separation>/", separation_views.review, name="review"),
    path("end/<str:separation>/", separation_views.end, name="end"),
    path("return/<str:separation>/", separation_views.back, name="return"),
    path("undo/<str:events>/", views.undo, name="undo"),
]
