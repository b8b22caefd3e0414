"""What the screens about one item show of it: its head, its facts, what can be done, where one can go on."""

from typing import Any

from portal.approval import rules
from portal.approval.rules import State
from portal.desk.deeds import form_of, main_of, offered
from portal.desk.passages import facts_shown
from portal.desk.queries import Seen, slip_of
from portal.desk.queries.record import local
from portal.desk.reminding import reminds
from portal.desk.rules import step_name
from portal.files.models import Attachment
from portal.news.models import Article, Section, Topic
from portal.news.presenters import address


def head(item: Seen) -> dict[str, Any]:
    """What it is: title, state, who wrote it, which text, since when."""
    draft, step = item.draft, item.standing.open
    article = isinstance(draft, Article)
    return {
        "pk": item.page.pk,
        "url": f"/viec/{item.page.pk}/",
        "title": draft.title,
        "state": item.case.state,
        "kind": "trang" if isinstance(draft, Section | Topic) else draft._meta.verbose_name,
        "genre_title": draft.get_genre_display() if article else draft._meta.verbose_name.capitalize(),
        "section_title": draft.section.title if article else "",
        "authors": ", ".join(item.names[who] for who in item.case.authors or [item.case.creator_id]),
        "revision": item.number,
        "edited_at": next((local(x.at) for x in reversed(item.lines) if x.verb in ("edit", "draft")), None),
        "step_name": step_name(step) if step else "",
        "correcting": item.case.correcting,
    }


TOLD_ABOVE = frozenset({"Chuyên mục", "Thể loại", "Loại nội dung", "Ai đọc", "Nguồn", "Nguồn đăng lúc",
                        "Đơn vị được đăng tin", "Khai mạc", "Diễn ra từ", "Đến", "Nơi"})  # fmt: skip


def facts(item: Seen) -> list[dict[str, str]]:
    """What the route was computed from and what goes with the text; who proposed and who confirmed."""
    draft = item.draft
    if not isinstance(draft, Article):
        field = getattr(draft, "field", None)
        found = [{"label": "Kế hoạch", "value": "Việc thường xuyên", "note": "Điều 12.1"}]
        found += [{"label": "Lĩnh vực", "value": str(field)}] if field else []
        return found + [{"label": label, "value": value} for label, value in draft.told()]
    confirmed = item.passage.facts_confirmed_by_id if item.passage is not None else None
    note = f"{item.names[item.case.creator_id]} đề xuất"
    note += f", {item.names[confirmed]} xác nhận" if confirmed else ", chưa ai xác nhận"
    entry = draft.plan_entry.title if draft.plan_entry else "Ngoài kế hoạch"
    shown = [{"label": "Kế hoạch", "value": entry, "note": note}]
    shown += [
        {"label": "Loại nội dung", "value": draft.get_kind_display()},
        {"label": "Ai đọc", "value": draft.get_audience_display()},
    ]
    told = facts_shown(draft, item.names)
    return shown + [{"label": label, "value": value} for label, value in told if label not in TOLD_ABOVE]


def around(item: Seen) -> dict[str, Any]:
    """What readers see between the title and the words: the origin of what is not the school's own, hour and place."""
    draft = item.draft
    if not isinstance(draft, Article):
        return {}
    source = {"name": draft.source_name, "author": draft.source_author, "url": draft.source_url,
              "published_at": draft.source_published_at}  # fmt: skip
    advertiser = {"name": draft.advertiser_name, "contact": draft.advertiser_contact}
    return {
        "source": source if draft.kind == Article.Origin.REPOST else None,
        "advertiser": advertiser if draft.kind == Article.Origin.ADVERTISEMENT else None,
        "opening_at": draft.opening_at, "event_start": draft.event_start, "event_end": draft.event_end,
        "place": draft.place,
    }  # fmt: skip


def actions(item: Seen) -> list[dict[str, Any]]:
    """The deeds offered, each with its form; submitting goes by way of the route's page."""
    found = offered(item)
    main = main_of(found)
    return [
        {
            "key": deed.slug,
            "label": label,
            "primary": deed.slug == main,
            "form": form_of(deed, item),
            "url": f"/viec/{item.page.pk}/{deed.slug}/",
            "link": f"/viec/{item.page.pk}/tuyen/" if deed.slug == "trinh" else "",
            "help": deed.help,
            "submit": deed.submit or label,
            "tone": deed.tone,
            "danger": deed.tone == "alarm",
        }
        for deed, label in found
    ]


def papers(item: Seen) -> list[Attachment]:
    """The files that go with a text whose body does not show them."""
    if isinstance(item.draft, Article):
        return []
    return list(Attachment.objects.filter(pk__in=item.draft.shown_attachments()).order_by("pk"))


def links(item: Seen) -> list[dict[str, str]]:
    """Quiet ways on: the record, the slip, the page itself."""
    root = f"/viec/{item.page.pk}/"
    found = [{"title": "Nhật ký đầy đủ", "url": f"{root}nhat-ky/"}]
    if reminds(item):
        found.append({"title": "Nhắc người đang giữ bài", "url": f"{root}nhac/"})
    if len(item.numbers) > 1:
        found.append({"title": "So sánh các bản", "url": f"{root}so-sanh/"})
    if slip_of(item) is not None:
        found.append({"title": "Phiếu duyệt", "url": f"{root}phieu-duyet/"})
    if item.page.live:
        found.append({"title": "Xem trên cổng", "url": address(item.page)})
    return found


def edit_url(item: Seen) -> str:
    """Where this person edits the text; "" where he may not now."""
    acting = item.acting
    refusal = rules.may_edit(item.person.pk, item.state, item.standing.hands, acting[1] if acting else None, item.board,
                             live=item.page.live)  # fmt: skip
    if refusal is not None or item.state is State.PUBLISHED:
        return ""
    return item.draft.edit_address() or f"/viec/chuyen-muc/{item.page.pk}/sua/"
