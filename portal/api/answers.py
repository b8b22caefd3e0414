"""Every no is a problem detail (RFC 9457): a status, a sentence, each fault at its field with rule and clause."""

import json
import logging
from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.views.decorators.csrf import csrf_exempt
from ninja.errors import HttpError, ValidationError

from portal.base.api import Problem, fault
from portal.base.refused import STATUS, Refused

log = logging.getLogger(__name__)
TITLES: Mapping[int, str] = {
    400: "Yêu cầu không đọc được", 401: "Cần mã truy cập", 403: "Không phải việc của thầy/cô", 404: "Không tìm thấy",
    405: "Không có cách gọi này", 409: "Sự việc đã thay đổi", 412: "Nội dung đã thay đổi", 413: "Gửi lên quá lớn",
    422: "Chưa đủ hoặc chưa đúng", 428: "Thiếu điều kiện If-Match", 429: "Gọi quá nhanh", 500: "Lỗi của cổng",
    503: "Cổng đang bận",
}  # fmt: skip
SENTENCES: Mapping[str, str] = {
    "missing": "Thiếu trường này.",
    "string_type": "Phải là chữ.",
    "string_too_short": "Không được để trống.",
    "string_too_long": "Dài quá.",
    "int_type": "Phải là số nguyên.",
    "int_parsing": "Phải là số nguyên.",
    "int_from_float": "Phải là số nguyên.",
    "bool_type": "Phải là true hoặc false.",
    "bool_parsing": "Phải là true hoặc false.",
    "list_type": "Phải là một danh sách.",
    "dict_type": "Phải là một đối tượng.",
    "model_attributes_type": "Phải là một đối tượng.",
    "model_type": "Phải là một đối tượng.",
    "greater_than_equal": "Nhỏ quá.",
    "less_than_equal": "Lớn quá.",
}


def problem(
    status: int, detail: str, errors: list[dict[str, str]] | None = None, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """The answer itself."""
    body = {
        "type": "about:blank",
        "title": TITLES.get(status) or HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "errors": errors or [],
    }
    text = json.dumps(body, ensure_ascii=False)
    return HttpResponse(text, status=status, content_type="application/problem+json", headers=dict(headers or {}))


def refused(request: HttpRequest, no: Refused) -> HttpResponse:
    """A rule said no: 403 not yours, 409 the world moved, 422 not ready."""
    errors = [fault(one.field, one.message, one.rule, one.clause) for one in no.refusals]
    detail = str(no) if len(errors) == 1 else " ".join(one.message for one in no.refusals)
    return problem(STATUS[no.ground], detail, errors)


def invalid(request: HttpRequest, no: ValidationError) -> HttpResponse:
    """422: values of the wrong shape, each named."""
    errors = [fault(_field(one["loc"]), _sentence(one)) for one in no.errors]
    return problem(422, "Có trường thiếu hoặc chưa đúng dạng.", errors)


def _field(place: tuple[Any, ...]) -> str:
    """("body", "payload", "authors", 0, "share") → "authors[0].share": the parameter's own name says nothing."""
    parts = place[2:] if place[0] == "body" else place[1:]
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    return text.lstrip(".")


def _sentence(one: Mapping[str, Any]) -> str:
    kind, context = str(one["type"]), one.get("ctx") or {}
    if kind == "literal_error":
        return f"Chỉ nhận: {context.get('expected', '').replace(' or ', ', ')}."
    if kind == "value_error":
        return str(context.get("error", "Giá trị chưa đúng."))
    return SENTENCES.get(kind, "Giá trị chưa đúng dạng.")


def said(request: HttpRequest, no: Problem) -> HttpResponse:
    return problem(no.status, no.detail, no.errors, no.headers)


def http_error(request: HttpRequest, no: HttpError) -> HttpResponse:
    if isinstance(no.__context__, Problem):  # the framework wraps what the parser said
        return said(request, no.__context__)
    details = {401: "Cần mã truy cập.", 429: "Gọi quá nhiều trong một phút; hãy chậm lại.",
               400: "Yêu cầu không đọc được."}  # fmt: skip
    return problem(no.status_code, details.get(no.status_code, no.message))


def missing(request: HttpRequest, no: Exception) -> HttpResponse:
    return problem(404, "Không tìm thấy.")


def forbidden(request: HttpRequest, no: PermissionDenied) -> HttpResponse:
    return problem(403, "Thầy/cô không có quyền làm việc này.")


def unreadable(request: HttpRequest, no: Exception) -> HttpResponse:
    return problem(400, "Yêu cầu không đọc được.")


def too_big(request: HttpRequest, no: Exception) -> HttpResponse:
    return problem(413, "Nội dung gửi lên quá lớn.")


def busy(request: HttpRequest, no: OperationalError) -> HttpResponse:
    log.exception("database busy at %s", request.path)
    return problem(503, "Cổng đang bận, hãy thử lại.", headers={"Retry-After": "2"})


def broken(request: HttpRequest, no: Exception) -> HttpResponse:
    """500: told to the log in full, to the caller not at all."""
    log.exception("unexpected failure at %s %s", request.method, request.path)
    return problem(500, "Có lỗi ở phía cổng; sự việc đã được ghi lại.")


HANDLERS: Mapping[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
    Exception: broken,
    OperationalError: busy,
    SuspiciousOperation: unreadable,
    RequestDataTooBig: too_big,
    MultiPartParserError: unreadable,
    PermissionDenied: forbidden,
    Refused: refused,
    Http404: missing,
    HttpError: http_error,
    ValidationError: invalid,
    Problem: said,
}


def in_json(view: Callable[..., Any]) -> Callable[..., Any]:
    """What the framework would answer as text, in the API's own form."""

    @csrf_exempt
    @wraps(view, updated=())
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            given = view(request, *args, **kwargs)
        except Http404:
            return nowhere(request)
        if given.status_code == 405:
            allowed = given.headers["Allow"]
            return problem(405, f"Địa chỉ này chỉ nhận {allowed}.", headers={"Allow": allowed})
        return given

    return answer


@csrf_exempt
def nowhere(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """No such address."""
    return problem(404, "API không có địa chỉ này.")
