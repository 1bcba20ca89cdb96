"""Addresses of the room."""

from django.urls import path

from serai.situation import views, worklist

app_name = "situation"
urlpatterns = [
    path("", views.situation, name="situation"),
    path("table/", views.table, name="table"),
    path("table.xlsx", views.table_xlsx, name="table-xlsx"),
    path("table.csv", views.table_csv, name="table-csv"),
    path("headcounts/", views.headcounts, name="headcounts"),
    path("books/", worklist.books, name="books"),
    path("books/<path:discrepancy>/owner/", worklist.owner, name="owner"),
    path("books/<path:discrepancy>/explanation/", worklist.explanation, name="explanation"),
    path("books/<path:discrepancy>/correction/", worklist.correction, name="correction"),
    path("books/<path:discrepancy>/double-count/", worklist.double_count, name="double-count"),
    path("books/<path:discrepancy>/", worklist.discrepancy, name="discrepancy"),
]
