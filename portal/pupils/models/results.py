"""Marks and conduct, told to each family alone. Everything here goes when the period's days are over (Điều 16.1.2, Luật 91/2025)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from portal.base.fields import LineField
from portal.pupils.models.roll import Pupil, SchoolClass

PERSON = settings.AUTH_USER_MODEL


class ResultPeriod(models.Model):
    """A term or year whose results are told, from `opens` until `closes` (half-open); without hours it is shut."""

    class Term(models.IntegerChoices):
        FIRST = 1, "Học kỳ I"
        SECOND = 2, "Học kỳ II"
        YEAR = 3, "Cả năm"
        FIRST_HALF = 4, "Giữa học kỳ I"  # marks alone: learning and conduct are judged at the end of a term
        SECOND_HALF = 5, "Giữa học kỳ II"

    year = models.PositiveSmallIntegerField("năm học")
    term = models.PositiveSmallIntegerField("học kỳ", choices=Term)
    opens = models.DateTimeField("mở lúc", null=True)
    closes = models.DateTimeField("đóng lúc", null=True)
    erased_at = models.DateTimeField("đã xóa điểm lúc", null=True)

    class Meta:
        verbose_name = "đợt kết quả"
        ordering = ["-year", "-term"]
        constraints = [
            models.UniqueConstraint(fields=["year", "term"], name="pupils_period_once"),
            models.CheckConstraint(
                condition=Q(opens=None, closes=None) | Q(closes__gt=F("opens")), name="pupils_period_opens_first"
            ),
        ]

    def __str__(self) -> str:
        said = "Cả" if self.term == self.Term.YEAR else self.get_term_display()
        return f"{said} năm học {self.year}–{self.year + 1}"

    @property
    def is_judged(self) -> bool:
        """Whether its marks make a level of learning (TT 22/2021 Điều 9)."""
        return self.term in (self.Term.FIRST, self.Term.SECOND, self.Term.YEAR)


class ResultLayout(models.Model):
    """Which column of a kind of sheet says what, known by its head: mapped once, remembered."""

    signature = models.CharField(max_length=64, unique=True)
    columns = models.JSONField()  # {number of the column: field}
    kept_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name = "mẫu bảng điểm"


class ResultImport(models.Model):
    """A workbook brought in: looked at first, then taken, perhaps undone as a whole."""

    class State(models.TextChoices):
        STAGED = "staged", "đang xem thử"
        RUNNING = "running", "đang nhập"
        DONE = "done", "đã nhập"
        UNDONE = "undone", "đã hoàn tác"
        DROPPED = "dropped", "đã bỏ"

    period = models.ForeignKey(ResultPeriod, models.PROTECT, related_name="imports")
    name = LineField("tệp", max_length=120, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.STAGED)
    sheets = models.JSONField(default=list)  # as they came; gone once taken or dropped
    rows = models.JSONField(default=list)  # as they are being taken, by number of the pupil; gone once taken
    many = models.PositiveIntegerField(default=0)
    taken = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = "lần nhập kết quả"
        ordering = ["-id"]


class Result(models.Model):
    """What one pupil got in one period, by one import; `current` is the one that is told."""

    period = models.ForeignKey(ResultPeriod, models.PROTECT, related_name="results")
    pupil = models.ForeignKey(Pupil, models.PROTECT, related_name="results")
    school_class = models.ForeignKey(SchoolClass, models.PROTECT, related_name="+")
    brought = models.ForeignKey(ResultImport, models.PROTECT, related_name="results")
    current = models.BooleanField(default=False)
    marks = models.JSONField(default=dict)  # {key of the subject: "8.5", "Đ", "CĐ"}
    study = models.CharField("học tập", max_length=1, blank=True)
    conduct = models.CharField("rèn luyện", max_length=1, blank=True)
    award = LineField("danh hiệu", max_length=60, blank=True)
    absent = LineField("số buổi nghỉ", max_length=12, blank=True)

    class Meta:
        verbose_name = "kết quả của học sinh"
        constraints = [
            models.UniqueConstraint(fields=["brought", "pupil"], name="pupils_result_once_an_import"),
            models.UniqueConstraint(
                fields=["period", "pupil"], condition=Q(current=True), name="pupils_result_one_current"
            ),
        ]


class ResultSlip(models.Model):
    """A slip of paper that opens one pupil's result once; its code is kept as a keyed hash alone."""

    period = models.ForeignKey(ResultPeriod, models.PROTECT, related_name="slips")
    pupil = models.ForeignKey(Pupil, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "phiếu tra cứu"
        constraints = [models.UniqueConstraint(fields=["period", "pupil"], name="pupils_slip_one_a_period")]


class LookupTry(models.Model):
    """How often something was tried in a quarter of an hour, by a keyed hash of what or where: no code, no address."""

    key = models.CharField(max_length=64)
    since = models.DateTimeField(db_index=True)
    many = models.PositiveIntegerField(default=0)
    shut = models.BooleanField(default=False)  # nothing more is looked at in this quarter

    class Meta:
        verbose_name = "số lần thử tra cứu"
        constraints = [models.UniqueConstraint(fields=["key", "since"], name="pupils_try_once_a_quarter")]
