"""Addresses of the room."""

from django.urls import path

from serai.situation import (
    figures,
    forecast,
    report_views,
    review,
    sitrep_views,
    views,
    worklist,
)
from serai.situation.adding import views as adding

app_name = "situation"
urlpatterns = [
    path("", views.situation, name="situation"),
    path("table/", views.table, name="table"),
    path("table.xlsx", views.table_xlsx, name="table-xlsx"),
    path("table.csv", views.table_csv, name="table-csv"),
    path("forecast/", forecast.forecast_page, name="forecast"),
    path("sitrep/", sitrep_views.sitrep, name="sitrep"),
    path("sitrep.pdf", sitrep_views.sitrep_file, {"form": "pdf"}, name="sitrep-pdf"),
    path("sitrep.xlsx", sitrep_views.sitrep_file, {"form": "xlsx"}, name="sitrep-xlsx"),
    path("sitrep.csv", sitrep_views.sitrep_file, {"form": "csv"}, name="sitrep-csv"),
    path("sitrep.hxl.csv", sitrep_views.sitrep_file, {"form": "hxl.csv"}, name="sitrep-hxl"),
    path("sitrep.geojson", sitrep_views.sitrep_file, {"form": "geojson"}, name="sitrep-geojson"),
    path("standards/", sitrep_views.standards, name="standards"),
    path("standards/<str:standard>/", sitrep_views.standard, name="standard"),
    path("figures/", figures.figures_page, name="figures"),
    path("reports/", report_views.reports, name="reports"),
    path("reports/new/", report_views.new, name="report-new"),
    path("reports/waiting/", review.waiting, name="waiting"),
    path("reports/comparisons/", review.comparisons, name="comparisons"),
    path("reports/comparisons/new/", review.comparison, name="comparison"),
    path(
        "reports/comparisons/<str:comparison>/undo/",
        review.comparison_undo,
        name="comparison-undo",
    ),
    path("reports/<str:report>/", report_views.report, name="report"),
    path("reports/<str:report>/judgement/", review.judgement, name="judgement"),
    path(
        "reports/<str:report>/judgement/<str:event>/undo/",
        review.judgement_undo,
        name="judgement-undo",
    ),
    path("reports/<str:report>/withdrawal/", report_views.withdrawal, name="withdrawal"),
    path(
        "reports/<str:report>/withdrawal/undo/",
        report_views.withdrawal_undo,
        name="withdrawal-undo",
    ),
    path("reports/<str:report>/claims/new/", adding.claim_new, name="claim-new"),
    path("reports/<str:report>/claims/<str:event>/undo/", adding.claim_undo, name="claim-undo"),
    path("reports/<str:report>/claims/<str:claim>/", review.claim, name="claim"),
    path("headcounts/", views.headcounts, name="headcounts"),
    path("books/", worklist.books, name="books"),
    path("books/<path:discrepancy>/owner/", worklist.owner, name="owner"),
    path("books/<path:discrepancy>/explanation/", worklist.explanation, name="explanation"),
    path("books/<path:discrepancy>/correction/", worklist.correction, name="correction"),
    path("books/<path:discrepancy>/double-count/", worklist.double_count, name="double-count"),
    path("books/<path:discrepancy>/", worklist.discrepancy, name="discrepancy"),
]
