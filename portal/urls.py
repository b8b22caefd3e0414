"""Every address of the portal. Rooms bring their own; Wagtail's tree comes last."""

from importlib.util import find_spec

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from portal.people.closed import closed_doors

ROOMS = ("people", "files", "plan", "news", "desk", "search", "website")

urlpatterns = [
    *closed_doors,
    *(path("", include(f"portal.{room}.urls")) for room in ROOMS if find_spec(f"portal.{room}.urls")),
    path("tai-khoan/", include("allauth.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("", include(wagtail_urls)),
]

handler403 = "portal.website.views.forbidden"
handler404 = "portal.website.views.not_found"
handler500 = "portal.website.views.broken"

if find_spec("portal.api"):
    from portal.api import api

    urlpatterns.insert(0, path("api/v1/", api.urls))
