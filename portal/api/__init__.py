"""The root of the API at /api/v1/: the same verbs as the screens, room by room. Bearer tokens only, never cookies."""

from typing import Any

from django.urls import URLPattern, re_path
from ninja import NinjaAPI
from ninja.renderers import JSONRenderer

from portal.api import answers
from portal.api.doors import PerReader, PerToken, TokenAuth
from portal.api.parser import CarefulParser
from portal.api.public import router as public
from portal.files.api import router as files
from portal.intranet.api import router as intranet
from portal.news.api import router as news
from portal.operations.api import router as operations
from portal.people.api import router as people
from portal.plan.api import router as plan
from portal.pupils.api import router as pupils
from portal.records.api import router as records

DESCRIPTION = """Cổng Trường. Every call but `/public/*` needs `Authorization: Bearer …`. Errors are problem details
(RFC 9457) with `errors: [{field, message, rule, clause}]`. Hours are ISO 8601; without an offset, Asia/Ho_Chi_Minh."""


class Readable(JSONRenderer):
    """Vietnamese as it is written, not as escapes."""

    json_dumps_params = {"ensure_ascii": False}


class PortalAPI(NinjaAPI):
    """NinjaAPI whose every answer under the prefix is JSON: also where no path fits and where a method is not allowed."""

    def _get_urls(self) -> list[Any]:
        patterns: list[Any] = super()._get_urls()
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                pattern.callback = answers.in_json(pattern.callback)
        return [*patterns, re_path(r"^.*$", answers.nowhere, name="nowhere")]

    described: Any = None

    def get_openapi_schema(self, **where: Any) -> Any:
        """Made once a process: it takes a tenth of a second, and whoever likes may ask for it."""
        if self.described is None:
            self.described = super().get_openapi_schema(**where)
        return self.described

    def get_openapi_operation_id(self, operation: Any) -> str:
        return str(operation.view_func.__name__)


api = PortalAPI(
    title="Cổng Trường",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    urls_namespace="api",
    auth=TokenAuth(),
    throttle=PerToken(),
    parser=CarefulParser(),
    renderer=Readable(),
)
for _kind, _handler in answers.HANDLERS.items():
    api.add_exception_handler(_kind, _handler)
api.add_router("", people, tags=["people"])
api.add_router("", files, tags=["files"])
api.add_router("", plan, tags=["plan"])
api.add_router("", pupils, tags=["pupils"])
api.add_router("", news, tags=["news"])
api.add_router("", intranet, tags=["intranet"])
api.add_router("", records, tags=["records"])
api.add_router("", operations, tags=["operations"])
api.add_router("/public", public, auth=None, throttle=PerReader(), tags=["public"])
