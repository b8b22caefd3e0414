"""The home page, sections and topics. The words of sections and topics are items with a route, like any other."""

from datetime import datetime
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from portal.approval.mixins import ApprovedPage, ShutPage
from portal.approval.rules import Audience, Facts
from portal.base.rules import Ground, Refusal
from portal.base.text import slug as slug_of
from portal.people.models import Field

ARRANGED = ("position", "shape", "language")  # of a section: order and manner, not words; no approval covers them


class HomePage(ShutPage):
    """The front door (Điều 1, 4). It has no words of its own: it arranges approved items."""

    parent_page_types = ["wagtailcore.Page"]
    max_count = 1

    class Meta:
        verbose_name = "trang chủ"


class Read(ApprovedPage):
    """A page readers open. What they see is answered by the news room's screens (see wagtail_hooks), live or not: one that
    was taken down says so, one that was never up is not there. Without those screens there is nothing to see."""

    class Meta:
        abstract = True

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if path_components:
            raise Http404
        return RouteResult(self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise Http404


class Worded(Read):
    """A page with a title and an introduction; in plan by nature (việc thường xuyên of Điều 12.1)."""

    intro = models.TextField("lời giới thiệu", blank=True)

    class Meta:
        abstract = True

    def facts(self, at: datetime) -> Facts:
        return Facts(in_plan=True)

    def projection(self) -> dict[str, Any]:
        return {"kind": self._meta.label_lower, "title": self.title, "intro": self.intro, "slug": self.slug}

    def not_ready(self, at: datetime) -> list[Refusal]:
        if self.title.strip():
            return []
        return [Refusal("R-READY-01", "Điều 12.1", "Trang chưa có tên.", "title", Ground.NOT_READY)]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            self.slug = slug_of(self.title)
        super().full_clean(*args, **kwargs)


class Section(Worded):
    """A section (chuyên mục) of a field, public or internal."""

    class Reach(models.TextChoices):
        PUBLIC = Audience.PUBLIC.value, "Công khai"
        INTERNAL = Audience.INTERNAL.value, "Nội bộ"

    class Shape(models.TextChoices):
        """How its items are shown; arrangement, not words."""

        NEWS = "news", "Tin, bài: mới nhất ở trên"
        PAGES = "pages", "Trang: giới thiệu, hướng dẫn, xếp theo thứ tự"

    class Language(models.TextChoices):
        VIETNAMESE = "vi", "Tiếng Việt"
        ENGLISH = "en", "Tiếng Anh"

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_section")
    field = models.ForeignKey(Field, models.PROTECT, null=True, blank=True, verbose_name="lĩnh vực")
    audience = models.CharField("ai đọc", max_length=10, choices=Reach.choices, default=Reach.PUBLIC)
    position = models.PositiveSmallIntegerField("thứ tự", default=100)
    shape = models.CharField("dạng", max_length=5, choices=Shape.choices, default=Shape.NEWS)
    language = models.CharField("tiếng", max_length=2, choices=Language.choices, default=Language.VIETNAMESE)

    template = "news/section.html"
    parent_page_types = ["news.HomePage"]

    class Meta:
        verbose_name = "chuyên mục"

    def with_content_json(self, content: dict[str, Any]) -> "Section":
        """A text kept earlier brings its words back, not where the section stood then and how it was shown."""
        found: Section = super().with_content_json(content)
        for name in ARRANGED:
            setattr(found, name, getattr(self, name))
        return found

    def facts(self, at: datetime) -> Facts:
        return Facts(in_plan=True, field=self.field_id, audience=Audience(self.audience))

    def projection(self) -> dict[str, Any]:
        return {**super().projection(), "field": self.field_id, "audience": self.audience}


class Topic(Worded):
    """A topic (chuyên đề) that gathers articles of several sections."""

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_topic")

    template = "news/topic.html"
    parent_page_types = ["news.HomePage"]

    class Meta:
        verbose_name = "chuyên đề"
