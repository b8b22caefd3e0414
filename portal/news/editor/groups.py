"""The fields around the text by groups, in the order an author needs them; what most texts do without is folded."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.forms.boundfield import BoundField

from portal.base.clock import ZONE
from portal.files.models import Attachment
from portal.news.models import Section
from portal.plan.models import PlanEntry

if TYPE_CHECKING:
    from portal.news.editor.sheet import Editor

LONGEST = 60  # characters of a folded group's own words


@dataclass(frozen=True)
class Group:
    """A stretch of fields under one heading; folded, it says in words what is in it."""

    title: str
    fields: list[BoundField]
    note: str = ""
    folded: bool = False
    open: bool = False
    said: str = ""
    shown_for: str = ""  # with which kind of content the screen shows it
    offer: PlanEntry | None = None
    original: Attachment | None = None
    parts: list["Group"] = field(default_factory=list)
    slug: str = ""


def opening(editor: "Editor") -> list[Group]:
    """What stands before the blocks."""
    return [Group("", [editor.form["title"], editor.form["summary"]])]


def closing(editor: "Editor") -> list[Group]:
    """What stands after the blocks."""
    return [*_shelf(editor), *_about(editor), _origin(editor), _received(editor), _readers(editor)]


def _shelf(editor: "Editor") -> list[Group]:
    fields = _fields(editor, "section", "genre", "notice", "plan_entry", "topic")
    return [Group("Xếp bài", fields, offer=editor.offer, slug="xep-bai")]


def _about(editor: "Editor") -> list[Group]:
    event = _fields(editor, "event_start", "event_end", "opening_at", "place")
    asked = _fields(editor, "photographer", "interviewee", "consent")
    return [
        _folded(editor, "Sự kiện: khi nào, ở đâu", event, slug="su-kien"),
        _folded(editor, "Ảnh và người được hỏi", asked, slug="anh-va-nguoi"),
    ]


def _origin(editor: "Editor") -> Group:
    kind = _fields(editor, "kind")
    repost = _fields(editor, "source_name", "source_author", "source_url", "source_published_at")
    advert = _fields(editor, "advertiser_name", "advertiser_contact")
    return Group(
        "Nguồn gốc", kind, note="Tin đăng lại và quảng cáo chỉ Trưởng ban duyệt (Điều 14.2).", folded=True,
        open=kind[0].value() != "original" or _telling(editor, repost + advert), said=said([kind[0]]), slug="nguon-goc",
        parts=[Group("Nguồn đăng lại", repost, shown_for="repost"),
               Group("Đơn vị được đăng tin", advert, shown_for="advertisement")],
    )  # fmt: skip


def _received(editor: "Editor") -> Group:
    fields = _fields(editor, "received_name", "received_unit", "received_at", "received_file")
    note = "Ghi khi bài do người hoặc đơn vị khác gửi đến; bản gốc được giữ lại (Điều 12.2)."
    return Group("Bài nhận từ người khác", fields, note=note, folded=True, open=_telling(editor, fields),
                 said=said(fields), original=editor.original, slug="nhan-tu")  # fmt: skip


def _readers(editor: "Editor") -> Group:
    fields = _fields(editor, "audience", "expires_at", *(["urgent_template"] if editor.urgent else []))
    inside = fields[0].value() == Section.Reach.INTERNAL
    return Group("Ai đọc, bao lâu", fields, folded=True, open=inside or _telling(editor, fields[1:]),
                 said=said(fields), slug="ai-doc")  # fmt: skip


def _folded(editor: "Editor", title: str, fields: list[BoundField], *, slug: str) -> Group:
    return Group(title, fields, folded=True, open=_telling(editor, fields), said=said(fields), slug=slug)


def _fields(editor: "Editor", *names: str) -> list[BoundField]:
    return [editor.form[name] for name in names]


def _telling(editor: "Editor", fields: list[BoundField]) -> bool:
    """Whether there is something in these fields, or something missing from them."""
    lacking = editor.needs.fields
    return any(field.value() or field.errors or field.name in lacking for field in fields)


def said(fields: list[BoundField]) -> str:
    """What a folded group holds, in a few words; "" where nothing."""
    words = ", ".join(word for word in map(_word, fields) if word)
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _word(field: BoundField) -> str:
    value = field.value()
    if not value or field.is_hidden or field.widget_type == "file":
        return ""
    if isinstance(value, datetime):
        return f"{value.astimezone(ZONE):%H:%M %d/%m}"
    if field.widget_type == "checkbox":
        return "đã đồng ý" if field.name == "consent" else str(field.label)
    choices = dict(getattr(field.field, "choices", ()))
    return str(choices.get(value, value))
