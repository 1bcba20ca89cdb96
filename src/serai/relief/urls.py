"""Addresses of relief: the desk, the store, what people are due."""

from django.urls import path

from serai.relief import stock_views, views

app_name = "relief"
urlpatterns = [
    path("", views.handout, name="handout"),
    path("distribution/", views.distribution, name="distribution"),
    path("stock/", stock_views.stock, name="stock"),
    path("stock/delivery/", stock_views.delivery, name="delivery"),
    path("stock/loss/", stock_views.loss, name="loss"),
    path("stock/transfer/", stock_views.transfer, name="transfer"),
    path("stock/<str:event>/reversal/", stock_views.stock_reversal, name="stock-reversal"),
    path("stock/count/", stock_views.count, name="count"),
    path("entitlements/", views.entitlements, name="entitlements"),
    path("entitlements/new/", views.entitlement, name="entitlement-new"),
    path("entitlements/<str:entitlement>/", views.entitlement, name="entitlement"),
    path("handouts/<str:handout>/return/", views.handout_return, name="return"),
]
