"""Every address of the portal. Rooms bring their own; Wagtail's tree comes last."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from portal.api import api
from portal.people.closed import closed_doors

ROOMS = ("people", "files", "plan", "pupils", "news", "intranet", "records", "operations", "desk", "search", "website")

urlpatterns = [
    path("api/v1/", api.urls),
    *closed_doors,
    *(path("", include(f"portal.{room}.urls")) for room in ROOMS),
    path("tai-khoan/", include("allauth.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("", include(wagtail_urls)),
]

handler403 = "portal.website.views.forbidden"
handler404 = "portal.website.views.not_found"
handler500 = "portal.website.views.broken"
