"""Reading what was sent, into NFC; text no database can keep is refused here, with a sentence."""

import json
from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from ninja.parser import Parser

from portal.base.api import Problem, fault, wrong
from portal.base.edge import compose_json, compose_values

UNFIT = "Có ký tự không lưu được (NUL hoặc nửa cặp thay thế)."


def fit(text: str) -> bool:
    """Whether a text can be stored: no NUL, no lone surrogates."""
    return "\x00" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


class CarefulParser(Parser):
    def parse_body(self, request: HttpRequest) -> Any:
        try:
            data = json.loads(request.body, parse_constant=_no_constant)
        except RecursionError:
            raise Problem(400, "JSON lồng nhau quá sâu.") from None
        except ValueError:  # bad JSON, bad UTF-8, a number of ten thousand digits
            raise Problem(400, "Nội dung gửi lên không phải JSON đúng dạng.") from None
        if not isinstance(data, dict):
            raise Problem(400, "Nội dung gửi lên phải là một đối tượng JSON.")
        _check("", data)
        compose_json(data)
        return data

    def parse_querydict(self, data: MultiValueDict[str, str], list_fields: list[str], request: HttpRequest) -> Any:
        for name, value in data.items():
            if isinstance(value, str) and not fit(value):
                raise wrong(name, UNFIT)
        compose_values(data)
        return super().parse_querydict(data, list_fields, request)


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _check(field: str, value: Any) -> None:
    """Walk a JSON value and refuse the first text that cannot be kept."""
    waiting = [(field, value)]
    while waiting:
        where, one = waiting.pop()
        if isinstance(one, dict):
            if not all(fit(key) for key in one):
                raise Problem(422, UNFIT, [fault(where, UNFIT)])
            waiting += [(f"{where}.{key}" if where else key, part) for key, part in one.items()]
        elif isinstance(one, list):
            waiting += [(f"{where}[{index}]", part) for index, part in enumerate(one)]
        elif isinstance(one, str) and not fit(one):
            raise wrong(where, UNFIT)
