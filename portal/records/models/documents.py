"""Documents (văn bản) with their route, what they do to each other, the words of their files, and the register of numbers."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from portal.approval.mixins import ApprovedPage
from portal.approval.rules import Facts, Nature
from portal.base.clock import ZONE
from portal.base.fields import LineField
from portal.base.rules import Refusal
from portal.base.text import fold
from portal.files.models import WithFiles
from portal.people.models import Field
from portal.records.documents import rules

PERSON = settings.AUTH_USER_MODEL


def _choices(named: Any) -> list[tuple[str, str]]:
    return [(str(code), name) for code, name in named.items()]


class RegisterBook(models.Model):
    """The numbers of one kind of paper in one year; its row is the lock whoever takes the next one holds."""

    kind = models.CharField("loại", max_length=6)
    year = models.PositiveSmallIntegerField("năm")
    last = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "sổ văn bản"
        constraints = [models.UniqueConstraint(fields=["kind", "year"], name="records_book_once")]


class RegisterLine(models.Model):
    """One number given to one paper; never deleted, a cancelled one stays with its reason."""

    book = models.ForeignKey(RegisterBook, models.PROTECT, related_name="lines")
    number = models.PositiveIntegerField("số")
    symbol = LineField("số, ký hiệu", max_length=60)
    summary = LineField("trích yếu", max_length=500)
    issued = models.DateField("ngày văn bản")
    signer = LineField("người ký", max_length=120, blank=True)
    to = LineField("nơi nhận", max_length=300, blank=True)
    taken_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField("cấp lúc")
    cancelled_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField("hủy lúc", null=True)
    reason = models.CharField("lý do hủy", max_length=500, blank=True)

    class Meta:
        verbose_name = "số văn bản"
        ordering = ["-issued", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="records_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="records_number_from_one"),
            models.CheckConstraint(
                condition=Q(cancelled_by=None, cancelled_at=None, reason="")
                | Q(cancelled_by__isnull=False, cancelled_at__isnull=False) & ~Q(reason=""),
                name="records_number_cancelled_why",
            ),
        ]

    def __str__(self) -> str:
        return self.symbol


class Document(WithFiles, ApprovedPage):
    """One document of the school or of those above it (row 6: a paper already signed). Its title is its summary (trích yếu)."""

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_document")
    kind = models.CharField("loại", max_length=6, blank=True)
    symbol = LineField("số, ký hiệu", max_length=60, blank=True)
    origin = models.CharField("của", max_length=10, choices=_choices(rules.ORIGINS), default=rules.Origin.SCHOOL.value)
    issuer = LineField("cơ quan ban hành", max_length=200, blank=True)
    issued = models.DateField("ngày ban hành", null=True, blank=True)
    starts = models.DateField("có hiệu lực từ", null=True, blank=True)
    ends = models.DateField("hết hiệu lực từ", null=True, blank=True)
    signer = LineField("người ký", max_length=120, blank=True)
    signer_post = LineField("chức vụ người ký", max_length=120, blank=True)
    field = models.ForeignKey(Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực")
    intro = models.TextField("tóm tắt", blank=True)
    grounds = models.TextField("căn cứ", blank=True)
    body = models.TextField("toàn văn", blank=True)
    recipients = models.TextField("nơi nhận", blank=True)
    papers = models.JSONField("tệp", default=list, blank=True)
    relations = models.JSONField("thay thế, sửa đổi", default=list, blank=True)  # [relation, page]
    line = models.ForeignKey(RegisterLine, models.PROTECT, null=True, blank=True, related_name="documents")

    parent_page_types = ["records.RecordsIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "văn bản"
        indexes = [models.Index(fields=["issued"], name="records_document_issued"),
                   models.Index(fields=["kind", "issued"], name="records_document_kind")]  # fmt: skip

    def given(self) -> rules.Given:
        """What it says of itself, as plain values."""
        plain = {
            name: getattr(self, name) for name in rules.Given.__dataclass_fields__ if name not in ("field", "relations")
        }
        return rules.Given(**plain, field=self.field_id, relations=pairs(self.relations))

    def facts(self, at: datetime) -> Facts:
        return Facts(nature=Nature.SIGNED_PAPER, in_plan=True)

    def projection(self) -> dict[str, Any]:
        days = {
            name: day.isoformat() if (day := getattr(self, name)) else None for name in ("issued", "starts", "ends")
        }
        words = ("title", "slug", "kind", "symbol", "origin", "issuer", "signer", "signer_post", "intro", "grounds", "body",
                 "recipients")  # fmt: skip
        return {
            "item": "document", **{name: getattr(self, name) for name in words}, **days, "field": self.field_id,
            "papers": [[one.sha256, one.title] for one in self.attached()], "relations": sorted(map(list, pairs(self.relations))),
        }  # fmt: skip

    def not_ready(self, at: datetime) -> list[Refusal]:
        found = rules.is_whole(self.given(), len(self.attached()), at.astimezone(ZONE).date())
        up = set(Document.objects.filter(live=True).values_list("pk", flat=True)) if self.relations else set()
        return found + rules.may_relate(pairs(self.relations), up, self.pk)

    @property
    def kind_name(self) -> str:
        return rules.kind_name(self.kind)

    @property
    def address(self) -> str:
        """Where readers open it: the year it was drawn up under, its name."""
        return "/" + "/".join(self.url_path.strip("/").split("/")[1:]) + "/"

    def told(self) -> list[tuple[str, str]]:
        others = dict(Document.objects.filter(pk__in=[pk for _, pk in self.relations]).values_list("pk", "symbol"))
        rows = [
            *facts_of(self),
            *((rules.RELATIONS[rules.Relation(kind)], others.get(pk, "")) for kind, pk in self.relations),
            ("Căn cứ", self.grounds), ("Toàn văn", self.body), ("Nơi nhận", self.recipients),
            ("Tệp", "; ".join(f"{one.title} ({one.kind}, {one.sha256[:8]})" for one in self.attached()) or "không có"),
        ]  # fmt: skip
        return [(name, value) for name, value in rows if value]

    def edit_address(self) -> str:
        return f"/noi-bo/van-ban/soan/{self.pk}/"

    def stands(self, up_at: datetime | None) -> None:
        """What it does to others, and the words it is found by, follow it up and down."""
        DocumentLink.objects.filter(source=self).delete()
        DocumentWords.objects.filter(document=self).delete()
        if up_at is not None:
            known = set(Document.objects.filter(pk__in=[pk for _, pk in self.relations]).values_list("pk", flat=True))
            DocumentLink.objects.bulk_create(
                DocumentLink(source=self, target_id=pk, relation=kind)
                for kind, pk in pairs(self.relations)
                if pk in known
            )
            said = self.said()
            DocumentWords.objects.create(document=self, exact=said.lower(), folded=fold(said), whole=not self.papers)

    def said(self) -> str:
        """What it says itself, a part a line, without its files."""
        facts = (value for _, value in facts_of(self))
        return "\n".join(filter(None, (self.title, *facts, self.intro, self.grounds, self.body)))


def facts_of(one: Document) -> list[tuple[str, str]]:
    """What NĐ 42/2022 asks of a document on a portal, by name, in the order people read; empty ones too."""
    signer = ", ".join(filter(None, (one.signer, one.signer_post)))
    return [
        ("Loại", one.kind_name), ("Số, ký hiệu", one.symbol), ("Ngày ban hành", _day(one.issued)),
        ("Có hiệu lực từ", _day(rules.begins(one.given()))), ("Hết hiệu lực từ", _day(one.ends)),
        ("Cơ quan ban hành", one.issuer), ("Người ký", signer), ("Lĩnh vực", str(one.field or "")),
    ]  # fmt: skip


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def pairs(relations: Iterable[Any]) -> tuple[tuple[str, int], ...]:
    """Relations as rules take them; JSON keeps lists."""
    return tuple(
        (str(kind), int(pk)) for kind, pk in (json.loads(relations) if isinstance(relations, str) else relations)
    )


class DocumentLink(models.Model):
    """That a document which is up replaces or amends another; made by the verb that puts it up, gone when it comes down."""

    source = models.ForeignKey(Document, models.CASCADE, related_name="does")
    target = models.ForeignKey(Document, models.CASCADE, related_name="undergoes")
    relation = models.CharField("việc", max_length=4, choices=_choices(rules.RELATIONS))

    class Meta:
        verbose_name = "quan hệ giữa văn bản"
        constraints = [models.UniqueConstraint(fields=["source", "target"], name="records_link_once")]


class FileWords(models.Model):
    """What a file says, by its content: read once in the queue, whoever carries it."""

    sha256 = models.CharField(max_length=64, unique=True)
    text = models.TextField(blank=True)
    scanned = models.BooleanField("bản quét", default=False)
    by_ocr = models.BooleanField("đọc bằng nhận dạng chữ", default=False)
    unread = models.CharField("vì sao không đọc được", max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "chữ trong tệp"


class DocumentWords(models.Model):
    """The words a document that is up is found by, in lower case: with marks, and without."""

    document = models.OneToOneField(Document, models.CASCADE, related_name="found_by")
    whole = models.BooleanField("đã đọc các tệp", default=False)
    exact = models.TextField()
    folded = models.TextField()

    class Meta:
        verbose_name = "chữ tìm văn bản"
        indexes = [models.Index(fields=["document"], name="records_words_waiting", condition=Q(whole=False))]
