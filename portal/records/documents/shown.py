"""The list of documents as readers get it: narrowed, counted, a page at a time (TT 37/2020 Đ.9.4; NĐ 42/2022)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator

from portal.records.documents import queries
from portal.records.documents.forms import LIST_NAMES as LIST_NAMES
from portal.records.documents.forms import address, wanted

A_PAGE = 20
LABELS = {"year": "Năm", "kind": "Loại", "origin": "Ban hành bởi"}


def for_readers(data: Mapping[str, Any], at: datetime) -> dict[str, Any]:
    """What the public place shows for an address: rows with how each stands, questions with counts, the pager; seven queries."""
    asked = wanted(data)
    paged = Paginator(queries.listed(asked).select_related("field"), A_PAGE).get_page(data.get("page"))
    query = urlencode(address(asked))
    return {
        "rows": queries.told(paged.object_list, queries.today(at)), "page_obj": paged, "count": paged.paginator.count,
        "asked": asked, "query": f"{query}&" if query else "", "narrowed": bool(query), "sheet": f"?{query}" if query else "",
        "rest": address(replace(asked, words="")), "questions": _questions(asked),
    }  # fmt: skip


def _questions(asked: queries.Wanted) -> list[dict[str, Any]]:
    """One row of links for each thing the list is narrowed by; a chosen one leads back to everything."""
    found = queries.choices(asked)
    return [
        {
            "title": title, "every": urlencode(address(asked, **{name: None})), "chosen": (now := getattr(asked, name)) is not None,
            "links": [{"name": told, "many": many, "chosen": value == now,
                       "query": urlencode(address(asked, **{name: None if value == now else value}))}
                      for value, told, many in found[name]],
        }
        for name, title in LABELS.items()
        if len(found[name]) > 1 or getattr(asked, name) is not None
    ]  # fmt: skip
