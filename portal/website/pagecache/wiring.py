"""The page cache of this school: its hosts, its cookies, its clock, the addresses whose views may opt in."""

from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.db import close_old_connections
from django.urls import Resolver404, resolve

from portal.base import epoch
from portal.website.pagecache import horizon
from portal.website.pagecache.asked import Asking
from portal.website.pagecache.layer import Application, PageCache

A_MEGABYTE = 1024 * 1024


def in_front_of(app: Application) -> Application:
    """The application with the page cache before it; itself where PORTAL_PAGE_CACHE_MB is 0."""
    if not settings.PORTAL_PAGE_CACHE_MB:
        return app
    hosts = {urlsplit(settings.PORTAL_BASE_URL).netloc, *settings.PORTAL_EXTRA_HOSTS}
    asking = Asking(
        hosts, proxied=settings.SECURE_PROXY_SSL_HEADER is not None, personal=(settings.SESSION_COOKIE_NAME, "messages")
    )
    return PageCache(
        app, asking=asking, epoch=epoch.seen, until=until, may_be_kept=may_be_kept,
        limit=settings.PORTAL_PAGE_CACHE_MB * A_MEGABYTE,
    )  # fmt: skip


def until() -> float:
    """When time alone will next change what readers see, in seconds of the machine's clock; asked outside Django's requests,
    so connections grown old are closed here."""
    close_old_connections()
    return horizon.until()


@lru_cache(2048)
def may_be_kept(path: str) -> bool:
    """Whether a path, as WSGI writes it, leads to a view that opted in or to the tree of pages, which answers for itself."""
    try:
        found = resolve(path.encode("latin-1").decode())
    except (Resolver404, UnicodeError):
        return False
    return hasattr(found.func, "kept_names") or found.view_name == "wagtail_serve"
