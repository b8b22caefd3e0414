"""The addresses of the look: the style guide, the school's own colours."""

from django.urls import path

from portal.website.look import guide

patterns = [
    path("kieu-mau/", guide.guide, name="guide"),
]
