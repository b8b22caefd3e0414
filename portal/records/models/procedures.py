"""Procedures (thủ tục): what families come to the school's office for, one page each with its route (Điều 16.1.2)."""

from datetime import date, datetime
from typing import Any

from django.db import models
from wagtail.models import Page

from portal.approval.mixins import ApprovedPage
from portal.approval.rules import Facts, Nature
from portal.base.fields import LineField
from portal.base.rules import Refusal
from portal.files.models import WithFiles
from portal.records.procedures import rules
from portal.records.procedures.rules import Given

PLAIN = tuple(name for name in Given.__dataclass_fields__ if name not in ("starts", "ends"))


class Procedure(WithFiles, ApprovedPage):
    """One procedure of the school (row 6: what the school has already decided)."""

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_procedure")
    who = LineField("dành cho", max_length=300, blank=True)
    intro = models.TextField("tóm tắt", blank=True)
    dossier = models.TextField("hồ sơ", blank=True)
    steps = models.TextField("các bước", blank=True)
    place = LineField("nơi nộp", max_length=200, blank=True)
    hours = LineField("giờ tiếp nhận", max_length=200, blank=True)
    days = models.PositiveSmallIntegerField("thời hạn", null=True, blank=True)  # working days; 0: at once
    fee = models.PositiveIntegerField("lệ phí", null=True, blank=True)  # đồng
    fee_note = LineField("ghi chú lệ phí", max_length=300, blank=True)
    outcome = LineField("kết quả", max_length=300, blank=True)
    basis = models.TextField("căn cứ pháp lý", blank=True)
    starts = models.DateField("áp dụng từ", null=True, blank=True)
    ends = models.DateField("hết áp dụng từ", null=True, blank=True)
    form_title = LineField("tên mẫu đơn", max_length=200, blank=True)
    form_to = LineField("kính gửi", max_length=200, blank=True)
    form_lines = models.TextField("nội dung mẫu đơn", blank=True)
    form_signer = LineField("người ký đơn", max_length=100, blank=True)
    papers = models.JSONField("tệp", default=list, blank=True)

    parent_page_types = ["records.RecordsIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "thủ tục"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends=None) | models.Q(starts=None) | models.Q(ends__gt=models.F("starts")),
                name="records_procedure_days",
            )
        ]

    def given(self) -> Given:
        """What it says of itself, as plain values."""
        return Given(**{name: getattr(self, name) for name in Given.__dataclass_fields__})

    def facts(self, at: datetime) -> Facts:
        return Facts(nature=Nature.SIGNED_PAPER, in_plan=True)

    def projection(self) -> dict[str, Any]:
        return {
            "item": "procedure", "slug": self.slug, **{name: getattr(self, name) for name in PLAIN},
            "starts": self.starts.isoformat() if self.starts else None, "ends": self.ends.isoformat() if self.ends else None,
            "papers": [[one.sha256, one.title] for one in self.attached()],
        }  # fmt: skip

    def not_ready(self, at: datetime) -> list[Refusal]:
        return rules.is_whole(self.given())

    @property
    def address(self) -> str:
        """Where readers open it."""
        return f"/thu-tuc/{self.slug}/"

    @property
    def days_told(self) -> str:
        return rules.days_told(self.days)

    @property
    def fee_told(self) -> str:
        return rules.fee_told(self.fee, self.fee_note)

    def told(self) -> list[tuple[str, str]]:
        papers = "; ".join(f"{one.title} ({one.kind}, {one.sha256[:8]})" for one in self.attached())
        rows = [
            ("Tóm tắt", self.intro), *facts_of(self), ("Áp dụng", _from_until(self.starts, self.ends)), ("Hồ sơ", self.dossier),
            ("Các bước", self.steps), ("Căn cứ pháp lý", self.basis), ("Mẫu đơn", self.form_title),
            ("Kính gửi", self.form_to), ("Nội dung mẫu", self.form_lines), ("Người ký đơn", self.form_signer),
            ("Tệp", papers or "không có"),
        ]  # fmt: skip
        return [(name, value) for name, value in rows if value]

    def edit_address(self) -> str:
        return f"/noi-bo/thu-tuc/soan/{self.pk}/"


def facts_of(one: Procedure) -> list[tuple[str, str]]:
    """What a family asks first, by name, in the order people read; empty ones too."""
    return [
        ("Dành cho", one.who), ("Nộp tại", one.place), ("Giờ tiếp nhận", one.hours), ("Thời hạn", one.days_told),
        ("Lệ phí", one.fee_told), ("Kết quả", one.outcome),
    ]  # fmt: skip


def _from_until(starts: date | None, ends: date | None) -> str:
    since = f"từ {starts:%d/%m/%Y}" if starts else ""
    return f"{since} đến trước {ends:%d/%m/%Y}".strip() if ends else since
