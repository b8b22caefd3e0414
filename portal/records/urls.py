"""The papers the school owes the public."""

from django.urls import URLPattern

from portal.records.documents.urls import patterns as documents

app_name = "records"
urlpatterns: list[URLPattern] = [*documents]
