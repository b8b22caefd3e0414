"""Between the screen's flat fields and the words of `news.intake`."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from portal.base.clock import ZONE
from portal.news.editor.blocks import ParagraphForm, PraiseForm, TableForm, row_cells, row_text
from portal.news.editor.markup import as_html, as_text

HOURS = ("event_start", "event_end", "opening_at", "expires_at", "source_published_at", "received_at")
AT_FIELD = {  # where a refusal is shown, when not at the field of its own name
    "source": "source_name", "source.name": "source_name", "source.author": "source_author", "source.url": "source_url",
    "source.published_at": "source_published_at", "advertiser": "advertiser_name",
    "advertiser.name": "advertiser_name", "advertiser.contact": "advertiser_contact",
    "received_from": "received_name", "received_from.name": "received_name", "received_from.unit": "received_unit",
    "received_from.received_at": "received_at",
}  # fmt: skip


def minute(at: datetime | None) -> datetime | None:
    """As precise as the field on screen."""
    return at.astimezone(ZONE).replace(second=0, microsecond=0) if at else None


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of the screen as `news.intake` names them."""
    plain = (
        "title", "section", "genre", "notice", "summary", "kind", "topic", "event_start", "event_end", "opening_at",
        "place", "photographer", "interviewee", "consent", "audience", "expires_at",
    )  # fmt: skip
    ids = ("plan_entry", "urgent_template", "received_original")
    return {name: flat[name] for name in plain} | {name: str(flat[name] or "") for name in ids} | {
        "source": {part: flat[f"source_{part}"] for part in ("name", "author", "url", "published_at")},
        "advertiser": {part: flat[f"advertiser_{part}"] for part in ("name", "contact")},
        "received_from": {
            "name": flat["received_name"], "unit": flat["received_unit"], "received_at": flat["received_at"],
        },
    }  # fmt: skip


def settled(type: str, value: Any) -> Any:
    """A stored value as it would come back from the screen untouched."""
    if type == ParagraphForm.kind:
        return as_html(as_text(value))
    if type == PraiseForm.kind:
        return PraiseForm.settled(value)
    if type == TableForm.kind:
        rows = [row_cells(row_text(row)) for row in value["rows"]]
        width = max(map(len, rows), default=0)
        return {"caption": value["caption"], "rows": [row + [""] * (width - len(row)) for row in rows]}
    return value


def key(kind: str, value: Any) -> str:
    """A block as something that can be looked up."""
    return json.dumps([kind, value], sort_keys=True, default=str)
