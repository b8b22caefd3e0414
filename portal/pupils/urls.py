"""What concerns pupils and their families."""

from django.urls import URLPattern

app_name = "pupils"
urlpatterns: list[URLPattern] = []
