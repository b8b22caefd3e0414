"""The article: its words, its facts, what it shows."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable

from portal.approval.mixins import ShutPage
from portal.approval.models import Approval, Case
from portal.approval.queries import live_approval
from portal.approval.rules import Audience, Facts, Kind, Nature
from portal.base.rules import Refusal
from portal.base.text import slug as slug_of
from portal.files.models import Attachment, Picture
from portal.news.blocks import BODY
from portal.news.models.listed import Listed
from portal.news.models.structure import Read, Section, Topic
from portal.news.plain_rules import describes
from portal.news.rules import GENRE_TITLES, Draft, not_ready
from portal.people.models import Person
from portal.plan.models import PlanEntry
from portal.plan.queries import in_plan
from portal.pupils.actions import praised

SHELF = frozenset(
    {"slug", "section_id", "topic_id", "audience", "plan_entry_id"}
)  # where a text stands, not what it says


HOURS = ("expires_at", "opening_at", "event_start", "event_end")  # at which time alone changes what readers see


class ArticleIndex(ShutPage):
    """Where articles live in the tree; their section is a fact of each, so an address outlives a change of section."""

    parent_page_types = ["news.HomePage"]
    subpage_types = ["news.Article"]
    max_count = 1

    class Meta:
        verbose_name = "kho bài"


class UrgentTemplate(models.Model):
    """A form of urgent notice the Head approved beforehand (Điều 10.2)."""

    title = models.CharField("mẫu", max_length=200)
    text = models.TextField("lời mẫu")
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "mẫu thông báo khẩn"

    def __str__(self) -> str:
        return self.title


class Article(Read):
    """A news item or article (tin, bài)."""

    class Origin(models.TextChoices):
        ORIGINAL = Kind.ORIGINAL.value, "Bài của nhà trường"
        REPOST = Kind.REPOST.value, "Đăng lại"
        ADVERTISEMENT = Kind.ADVERTISEMENT.value, "Quảng cáo cho đơn vị khác"

    section = models.ForeignKey(Section, models.PROTECT, related_name="articles", verbose_name="chuyên mục")
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, blank=True, related_name="articles",
                              verbose_name="chuyên đề")  # fmt: skip
    genre = models.CharField("thể loại", max_length=20, choices=[(g.value, t) for g, t in GENRE_TITLES.items()])
    notice = models.BooleanField("là thông báo", default=False)
    kind = models.CharField("loại nội dung", max_length=14, choices=Origin.choices, default=Origin.ORIGINAL)
    audience = models.CharField("ai đọc", max_length=10, choices=Section.Reach.choices, default=Section.Reach.PUBLIC)
    summary = models.TextField("tóm tắt", blank=True, max_length=600)
    body = StreamField(BODY, verbose_name="nội dung", blank=True)

    source_name = models.CharField("nguồn", max_length=200, blank=True)
    source_author = models.CharField("tác giả bài gốc", max_length=200, blank=True)
    source_url = models.URLField("địa chỉ bài gốc", blank=True, max_length=500)
    source_published_at = models.DateTimeField("nguồn đăng lúc", null=True, blank=True)
    advertiser_name = models.CharField("đơn vị được đăng tin", max_length=200, blank=True)
    advertiser_contact = models.CharField("liên hệ của đơn vị", max_length=300, blank=True)

    plan_entry = models.ForeignKey(PlanEntry, models.PROTECT, null=True, blank=True, related_name="+",
                                   verbose_name="việc trong kế hoạch")  # fmt: skip
    event_start = models.DateTimeField("diễn ra từ", null=True, blank=True)
    event_end = models.DateTimeField("diễn ra đến", null=True, blank=True)
    opening_at = models.DateTimeField("giờ khai mạc", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    interviewee = models.CharField("người được hỏi", max_length=200, blank=True)
    consent = models.BooleanField("người trong ảnh, người được hỏi đã đồng ý", default=False)
    photographer = models.CharField("ảnh", max_length=120, blank=True)

    received_name = models.CharField("nhận từ", max_length=120, blank=True)
    received_unit = models.CharField("đơn vị gửi", max_length=200, blank=True)
    received_at = models.DateTimeField("nhận lúc", null=True, blank=True)
    received_original = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+",
                                          verbose_name="bản gốc nhận được")  # fmt: skip
    urgent_template = models.ForeignKey(UrgentTemplate, models.PROTECT, null=True, blank=True, related_name="+",
                                        verbose_name="mẫu thông báo khẩn")  # fmt: skip
    expires_at = models.DateTimeField("hết hạn", null=True, blank=True)

    template = "news/article.html"
    parent_page_types = ["news.ArticleIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "bài"
        indexes = [
            models.Index(fields=[hour], name=f"news_article_{name}", condition=models.Q(**{f"{hour}__isnull": False}))
            for name, hour in zip(("over", "opens", "begins", "ends"), HOURS, strict=True)
        ]  # few have such hours; the next of them is asked for whenever something changed

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = slug_of(self.title)
        super().full_clean(*args, **kwargs)

    @property
    def is_received(self) -> bool:
        return bool(self.received_name or self.received_unit)

    def named_authors(self) -> frozenset[int]:
        return frozenset(line.person_id for line in self.bylines.all())

    def facts(self, at: datetime) -> Facts:
        """What the route is computed from (Điều 14.2, 15); a plan entry counts by plan's own rule."""
        return Facts(
            nature=self._nature(),
            kind=Kind(self.kind),
            audience=Audience(self.audience),
            in_plan=in_plan(self.plan_entry_id, at),
            field=self.section.field_id,
            received=self.is_received,
        )

    def _nature(self) -> Nature:
        if self.audience == Audience.INTERNAL:
            return Nature.ARTICLE if self.repeats() is None else Nature.UNCHANGED_COPY
        urgent = self.urgent_template is not None and self.urgent_template.approved_at is not None
        return Nature.URGENT_NOTICE if urgent else Nature.ARTICLE

    def repeats(self) -> Approval | None:
        """R-COPY-01: the approval of a public article that is up now with the very words of this internal one (Điều 15.1).

        Compared are the words themselves: another title, picture, name or comma, and it repeats nothing.
        """
        cases = Case.objects.values_list("page_id", flat=True)  # by index; one under correction may be named otherwise
        named = {*cases.filter(title=self.title), *cases.filter(correcting=True)}
        up = Article.objects.filter(pk__in=named, live=True, section__live=True, title=self.title)
        public = (
            up.exclude(pk=self.pk).filter(audience=Audience.PUBLIC, section__audience=Audience.PUBLIC).order_by("pk")
        )
        words = self.words()
        found = (live_approval(one) for one in public if one.words() == words)
        return next((approval for approval in found if approval is not None), None)

    def words(self) -> dict[str, Any]:
        """What a reader reads, whatever shelf it stands on."""
        return {name: part for name, part in self.projection().items() if name not in SHELF}

    def not_ready(self, at: datetime) -> list[Refusal]:
        return not_ready(self.checked(), at)

    def checked(self) -> Draft:
        """What the checklists look at."""
        pictures = list(self._pictures())
        return Draft(
            title=self.title, summary=self.summary, genre=self.genre, kind=self.kind, notice=self.notice,
            has_text=any(block.block_type not in ("image", "gallery") for block in self.body),
            pictures=len(pictures), pictures_without_alt=sum(not describes(picture.alt) for picture in pictures),
            opening_at=self.opening_at, event_start=self.event_start, event_end=self.event_end, place=self.place,
            interviewee=self.interviewee, consent=self.consent, source_name=self.source_name,
            source_url=self.source_url, advertiser_name=self.advertiser_name,
            advertiser_contact=self.advertiser_contact, internal=self.audience == Audience.INTERNAL,
            internal_section=self.section.audience == Audience.INTERNAL, urgent=self.urgent_template_id is not None,
            expires_at=self.expires_at, shares=tuple(line.share for line in self.bylines.all()),
            body=tuple((block["type"], block["value"]) for block in self.body.raw_data),
        )  # fmt: skip

    def projection(self) -> dict[str, Any]:
        """Every word and picture a reader may see of this article, in one canonical form."""
        names = (
            "title", "slug", "genre", "notice", "kind", "audience", "summary", "source_name", "source_author", "source_url",
            "advertiser_name", "advertiser_contact", "place", "interviewee", "consent", "photographer", "section_id",
            "topic_id", "plan_entry_id", "received_name", "received_unit", "urgent_template_id",
        )  # fmt: skip
        hours = ("source_published_at", "event_start", "event_end", "opening_at", "received_at", "expires_at")
        return {
            "item": "article",
            **{name: getattr(self, name) for name in names},
            **{name: _utc(getattr(self, name)) for name in hours},
            "authors": [[line.person_id, line.share] for line in self.bylines.all()],
            "body": [[block.block_type, _plain(block.value)] for block in self.body],
        }

    def shown_pictures(self) -> set[int]:
        return {picture.pk for picture in self._pictures()}

    def shown_attachments(self) -> set[int]:
        return {
            block.value["document"].pk
            for block in self.body
            if block.block_type == "document" and block.value["document"]
        }

    def shown_pupils(self) -> frozenset[tuple[int, int]]:
        lists = (block["value"]["rows"] for block in self.body.raw_data if block["type"] == "praise")
        rows = [row.get("value", row) for one in lists for row in one]
        return frozenset((row["pupil"], row["room"]) for row in rows if row.get("pupil") and row.get("room"))

    def shown_until(self) -> datetime | None:
        return self.expires_at

    def edit_address(self) -> str:
        return f"/viet/{self.pk}/"

    def stands(self, up_at: datetime | None) -> None:
        """Its place in lists follows it up and down, and so does who is praised in it before outsiders."""
        public = up_at is not None and self.audience == Audience.PUBLIC
        praised(self, self.shown_pupils() if public else frozenset())
        if up_at is None:
            Listed.objects.filter(article=self).delete()
        else:
            Listed.of(self, up_at).save()

    def lead_picture(self) -> Picture | None:
        """The first picture, for cards and previews."""
        return next(self._pictures(), None)

    def _pictures(self) -> Iterator[Picture]:
        for block in self.body:
            values = (
                [block.value] if block.block_type == "image" else block.value if block.block_type == "gallery" else []
            )
            yield from (value["picture"] for value in values if value["picture"] is not None)


class Byline(Orderable):
    """One author of an article and his share of it in percent."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="bylines")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="tác giả")
    share = models.PositiveSmallIntegerField("phần (%)", default=100)

    class Meta(Orderable.Meta):
        verbose_name = "tác giả"
        indexes = [models.Index(fields=["article", "person"], name="news_byline_whose")]


def _utc(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None


def _plain(value: Any) -> Any:
    """A block's value as plain data; files by what is in them and the words shown with them."""
    if isinstance(value, Picture):
        return {"sha256": value.sha256, "alt": value.alt, "credit": value.credit}
    if isinstance(value, Attachment):
        return {"sha256": value.sha256, "title": value.title}
    if hasattr(value, "source") and not hasattr(value, "items"):  # rich text
        return value.source
    if hasattr(value, "items"):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, str | int) or value is None:
        return value
    return [_plain(part) for part in value]
