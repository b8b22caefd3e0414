"""Addresses of the access codes' page, included by `people.urls`."""

from django.urls import path

from portal.people import token_views

urlpatterns = [
    path("nhan-su/ma-truy-cap/", token_views.page, name="tokens"),
    path("nhan-su/ma-truy-cap/<int:pk>/thu-hoi/", token_views.revoke, name="token_revoke"),
]
