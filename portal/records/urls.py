"""The papers the school owes the public."""

from django.urls import URLPattern

app_name = "records"
urlpatterns: list[URLPattern] = []
