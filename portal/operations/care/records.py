"""What is wrong as the school's own rows tell it: pictures without words, what is over, quiet sections, idle files."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from portal.approval.models import Case
from portal.base import regulation
from portal.base.clock import ZONE
from portal.base.models import School
from portal.files.models import Attachment, Exposure, Picture, Stored
from portal.news.models import Article, Section
from portal.news.presenters import address
from portal.news.queries import home_layout, visible_to
from portal.operations.care import crawler
from portal.operations.care.faults import Fault
from portal.operations.care.rules import Kind
from portal.plan.queries import budgets
from portal.plan.rules import stale_since

OF_RECORDS = (Kind.NO_ALT, Kind.EXPIRED, Kind.STALE, Kind.UNUSED)
JUST_OVER = timedelta(days=30)  # how far back what has expired is asked for again
MOST = 2000  # faults of one kind: nobody mends more, and the list says that there are more


def faults(at: datetime) -> list[Fault]:
    """All of them, in some queries whatever is up."""
    return [*without_words(), *over(at), *stale(at), *unused(at)]


def without_words() -> Iterator[Fault]:
    """Pictures strangers see that have no words for who cannot see them (Điều 12.3)."""
    shown = Exposure.objects.filter(audience=Exposure.Audience.PUBLIC, holder_type="news.article", picture__alt="")
    rows = list(shown.order_by("-pk").values_list("holder_id", "picture_id", "picture__title")[:MOST])
    holders = Article.objects.select_related("section").in_bulk({row[0] for row in rows})
    for holder, picture, title in rows:
        if (article := holders.get(holder)) is not None and article.live:
            yield _of(
                article, Kind.NO_ALT, f"Ảnh “{title}” (số {picture})", "Người không nhìn thấy ảnh không biết ảnh có gì."
            )


def over(at: datetime) -> Iterator[Fault]:
    """What shows although its day is past: an expired text that still answers, a notice nobody gave an end, a text pinned to
    the front page (Điều 12.1, 12.3)."""
    late = Article.objects.filter(expires_at__lte=at, expires_at__gt=at - JUST_OVER, live=True).select_related(
        "section"
    )
    for article in late[:MOST]:
        if crawler.ask(address(article), method="HEAD").status == 200:
            told = f"Hết hạn từ {article.expires_at.astimezone(ZONE):%d/%m/%Y}"
            yield _of(article, Kind.EXPIRED, told, "Bài đã hết hạn mà bạn đọc vẫn mở được.")
    days = regulation.number("care.over_days", at.date())
    past = Q(event_end__lt=(limit := at - timedelta(days=days))) | Q(event_end=None) & (
        Q(opening_at__lt=limit) | Q(opening_at=None, event_start__lt=limit)
    )
    for article in visible_to(None, at).filter(past, notice=True, expires_at=None)[:MOST]:
        told = f"Việc đã qua từ {_over_at(article):%d/%m/%Y}"
        yield _of(article, Kind.EXPIRED, told, "Thông báo chưa có ngày hết hạn nên vẫn đứng cùng thông báo mới.")
    layout = home_layout(at)
    chosen = [pk for pk in (layout.lead, *layout.pins) if pk is not None]
    for article in visible_to(None, at).filter(past, pk__in=chosen) if chosen else ():
        yield _of(article, Kind.EXPIRED, "Đang được ghim ở trang chủ", f"Việc đã qua từ {_over_at(article):%d/%m/%Y}.")


def _over_at(article: Article) -> datetime:
    over_at: datetime = article.event_end or article.opening_at or article.event_start
    return over_at.astimezone(ZONE)


def stale(at: datetime) -> Iterator[Fault]:
    """Sections past the budget the Head gave them (Điều 8.2, 11.3)."""
    held = budgets(at.date())
    for section in Section.objects.filter(live=True, slug__in=held).order_by("pk"):
        up = Article.objects.filter(section=section, case__published_at__lte=at, case__past=None).order_by(
            "-case__published_at"
        )
        last = up.values_list("case__published_at", flat=True).first()
        budget, day = held[section.slug], last.astimezone(ZONE).date() if last else None
        since = stale_since(budget.days, last=day, valid_from=budget.valid_from, today=at.date())
        if since is not None:
            note = f"Bài gần nhất {day:%d/%m/%Y}." if day else "Chưa có bài nào."
            yield Fault(Kind.STALE, address(section), f"Quá hạn {budget.days} ngày từ {since:%d/%m/%Y}", note, section.title,
                        section.pk, section.field_id)  # fmt: skip


def unused(at: datetime) -> Iterator[Fault]:
    """Files kept for long that neither something up nor a text under way shows (Điều 12.3)."""
    limit = at - timedelta(days=regulation.number("care.unused_days", at.date()))
    under_way = _shown_under_way()
    school = School.objects.first()
    pictures = under_way[0] | ({school.crest, school.header} if school else set())
    for model, used, name in ((Picture, pictures, "Ảnh"), (Attachment, under_way[1], "Tệp")):
        for stored in _idle(model, limit).exclude(pk__in=used).order_by("pk")[:MOST]:
            yield Fault(Kind.UNUSED, "", f"{name} “{stored.title}” (số {stored.pk})", f"Tải lên {_day(stored.created_at)}.",
                        uploader=stored.uploaded_by_user_id)  # fmt: skip


def _day(at: datetime) -> str:
    return f"{at.astimezone(ZONE):%d/%m/%Y}"


def _idle(model: type[Stored], before: datetime) -> QuerySet[Any]:
    """Files of a kind that no row of ours points to but their own renditions."""
    found: QuerySet[Any] = model._default_manager.filter(Q(created_at__lt=before))
    for relation in model._meta.related_objects:
        theirs = relation.related_model
        if not isinstance(theirs, str) and theirs._meta.app_label != "wagtailcore" and relation.name != "renditions":
            found = found.exclude(Exists(theirs._default_manager.filter(**{relation.field.name: OuterRef("pk")})))
    return found


def _shown_under_way() -> tuple[set[Any], set[Any]]:
    """The pictures and documents of every text that is not up as it is: drafts, corrections, what was taken down."""
    pictures, documents = set[Any](), set[Any]()
    cases = Case.objects.filter(~Q(state=Case.State.PUBLISHED) | Q(correcting=True)).select_related("revision")
    for case in cases.iterator(200):
        text = case.revision.as_object() if case.revision.content_type.model == "article" else None
        if isinstance(text, Article):
            pictures |= text.shown_pictures()
            documents |= text.shown_attachments()
    return pictures, documents


def _of(article: Article, kind: Kind, what: str, note: str) -> Fault:
    return Fault(kind, address(article), what, note, article.title, article.pk, article.section.field_id)
