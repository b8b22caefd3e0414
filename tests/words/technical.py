"""The addresses of Wagtail's own screens, as a superuser may type them."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver
from django.urls.resolvers import RoutePattern
from wagtail.admin import urls


def plain_addresses() -> list[str]:
    """Every address of /admin/ that names no row, in the order of the URL conf; signing in and out have their own tests."""
    found = dict.fromkeys(_under(urls.urlpatterns, "/admin/"))
    return [path for path in found if not path.endswith(("/login/", "/logout/")) and "/password_reset/" not in path]


def _under(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for entry in patterns:
        if not isinstance(entry.pattern, RoutePattern) or "<" in str(entry.pattern):
            continue
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _under(entry.url_patterns, path)
        else:
            yield path
