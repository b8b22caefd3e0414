"""A season of admissions, and what families sent for it. Who a child is stands in the rows of one application alone, and goes with
them when the season's days are over (TT 37/2020 Đ.9.9; Luật 91/2025 Đ.24)."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from wagtail.models import Page

from portal.approval.mixins import ApprovedPage
from portal.approval.rules import Facts, Nature
from portal.base.clock import ZONE
from portal.base.fields import LineField
from portal.base.rules import Refusal
from portal.files.models import WithFiles
from portal.records.admissions import dossier_rules, rules
from portal.records.admissions.rules import WAYS, Given, Way

PERSON = settings.AUTH_USER_MODEL
PLAIN = tuple(name for name in Given.__dataclass_fields__ if name not in ("opens", "closes"))


def _choices(names: Any) -> list[tuple[str, str]]:
    return [(str(one), name) for one, name in names.items() if one]


class AdmissionSeason(WithFiles, ApprovedPage):
    """Plan, notice, places, dossier of one season (row 6: what the school has already decided)."""

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_admission_season")
    year = models.PositiveSmallIntegerField("năm học")
    intro = models.TextField("tóm tắt", blank=True)
    who = models.TextField("đối tượng, điều kiện", blank=True)
    method = LineField("hình thức", max_length=300, blank=True)
    quota = models.TextField("chỉ tiêu", blank=True)
    dossier = models.TextField("hồ sơ", blank=True)
    plan = models.TextField("kế hoạch", blank=True)
    place = LineField("nơi tiếp nhận", max_length=200, blank=True)
    hours = LineField("giờ tiếp nhận", max_length=200, blank=True)
    contact = LineField("liên hệ", max_length=300, blank=True)
    basis = models.TextField("căn cứ pháp lý", blank=True)
    way = models.CharField("cách đăng ký", max_length=8, choices=_choices(WAYS), default="office")
    link = LineField("trang đăng ký", max_length=300, blank=True)
    opens = models.DateTimeField("mở nhận đơn", null=True, blank=True)
    closes = models.DateTimeField("đóng nhận đơn", null=True, blank=True)
    consent = models.TextField("gia đình đồng ý", blank=True)
    papers = models.JSONField("tệp", default=list, blank=True)

    parent_page_types = ["records.RecordsIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "đợt tuyển sinh"
        constraints = [
            models.CheckConstraint(
                condition=Q(opens=None) | Q(closes=None) | Q(closes__gt=F("opens")), name="records_season_opens_first"
            )
        ]

    def given(self) -> Given:
        """What it says of itself, as plain values."""
        return Given(**{name: getattr(self, name) for name in Given.__dataclass_fields__})

    def facts(self, at: datetime) -> Facts:
        return Facts(nature=Nature.SIGNED_PAPER, in_plan=True)

    def projection(self) -> dict[str, Any]:
        return {
            "item": "admission_season", "slug": self.slug, **{name: getattr(self, name) for name in PLAIN},
            **{name: hour.astimezone(ZONE).isoformat() if (hour := getattr(self, name)) else None for name in ("opens", "closes")},
            "papers": [[one.sha256, one.title] for one in self.attached()],
        }  # fmt: skip

    def not_ready(self, at: datetime) -> list[Refusal]:
        return rules.is_whole(self.given())

    @property
    def address(self) -> str:
        """Where readers open it."""
        return f"/tuyen-sinh/{self.slug}/"

    @property
    def year_name(self) -> str:
        return rules.year_name(self.year)

    @property
    def places(self) -> list[rules.Quota]:
        return rules.quotas(self.quota)[0]

    @property
    def places_in_all(self) -> int:
        return sum(one.many for one in self.places)

    def told(self) -> list[tuple[str, str]]:
        papers = "; ".join(f"{one.title} ({one.kind}, {one.sha256[:8]})" for one in self.attached())
        hours = [f"{one.astimezone(ZONE):%H:%M %d/%m/%Y}" if one else "" for one in (self.opens, self.closes)]
        rows = [
            ("Năm học", self.year_name), ("Tóm tắt", self.intro), ("Đối tượng, điều kiện", self.who), ("Hình thức", self.method),
            ("Chỉ tiêu", self.quota), ("Hồ sơ", self.dossier), ("Kế hoạch", self.plan), ("Nơi tiếp nhận", self.place),
            ("Giờ tiếp nhận", self.hours), ("Liên hệ", self.contact), ("Căn cứ pháp lý", self.basis),
            ("Cách đăng ký", WAYS[Way(self.way)]), ("Trang đăng ký", self.link),
            ("Nhận đơn", " đến trước ".join(filter(None, hours))), ("Gia đình đồng ý", self.consent), ("Tệp", papers or "không có"),
        ]  # fmt: skip
        return [(name, value) for name, value in rows if value]

    def edit_address(self) -> str:
        return f"/noi-bo/tuyen-sinh/soan/{self.pk}/"


class AdmissionRun(models.Model):
    """From `shows` until `until` (half-open) families are told results; `erased_at`: when all of it went, and how much that was."""

    season = models.OneToOneField(AdmissionSeason, models.PROTECT, related_name="run")
    shows = models.DateTimeField("báo kết quả lúc", null=True)
    until = models.DateTimeField("thôi tra cứu lúc", null=True)
    erased_at = models.DateTimeField("đã xóa lúc", null=True)
    erased = models.JSONField(default=dict)  # {"applications": n, "papers": n, "admitted": n}: numbers alone

    class Meta:
        verbose_name = "kết quả tuyển sinh"
        constraints = [
            models.CheckConstraint(
                condition=Q(shows=None, until=None) | Q(until__gt=F("shows")), name="records_results_show_first"
            )
        ]


class Application(models.Model):
    """One child's application. Its code is kept as a keyed hash alone; `key` is the form it came by, so that none is kept twice."""

    season = models.ForeignKey(AdmissionSeason, models.PROTECT, related_name="applications")
    key = models.CharField(max_length=40)
    digest = models.CharField(max_length=64, unique=True)
    received_at = models.DateTimeField("nhận lúc")
    child = LineField("họ và tên em", max_length=120)
    born = models.DateField("ngày sinh")
    sex = models.CharField("nữ, nam", max_length=3, choices=_choices(dossier_rules.SEXES))
    school = LineField("trường đang học", max_length=200, blank=True)
    area = LineField("nơi cư trú", max_length=200, blank=True)
    guardian = LineField("cha, mẹ, người giám hộ", max_length=120)
    relation = LineField("quan hệ", max_length=40)
    phone = LineField("điện thoại", max_length=20)
    email = LineField("thư điện tử", max_length=200, blank=True)
    address = LineField("nơi ở", max_length=300)
    note = models.TextField("ghi chú", blank=True)
    agreed = models.CharField(max_length=64)  # sha256 of the words agreed to
    papers = models.CharField("giấy tờ", max_length=5, choices=_choices(dossier_rules.PAPERS), default="moi")
    lacking = models.TextField("còn thiếu", blank=True)
    outcome = models.CharField("kết quả", max_length=5, choices=_choices(dossier_rules.OUTCOMES), blank=True)
    reason = models.TextField("lý do", blank=True)

    class Meta:
        verbose_name = "hồ sơ dự tuyển"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["season", "key"], name="records_application_once")]
        indexes = [models.Index(fields=["season", "papers", "outcome"], name="records_application_stands")]

    def __str__(self) -> str:
        return f"hồ sơ số {self.pk}"

    @property
    def stands(self) -> str:
        """How it stands, as the staff read it."""
        if self.outcome:
            return dossier_rules.OUTCOMES[dossier_rules.Outcome(self.outcome)]
        return dossier_rules.PAPERS[dossier_rules.Papers(self.papers)]


class ApplicationPaper(models.Model):
    """A paper a family sent. Its bytes stand in its row and go with it: none is left anywhere once the row is gone."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="files")
    name = LineField("tệp", max_length=120)
    kind = models.CharField(max_length=5)
    size = models.PositiveIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=12)
    sent_at = models.DateTimeField()
    content = models.BinaryField()

    class Meta:
        verbose_name = "giấy tờ dự tuyển"
        ordering = ["id"]


class ApplicationStep(models.Model):
    """What was done with an application and why, for those who handle it; without `by` the family did it."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="steps")
    act = models.CharField(max_length=8)
    words = models.TextField(blank=True)
    by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "việc đã làm với hồ sơ"
        ordering = ["id"]
