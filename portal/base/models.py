"""The ground: the school's name, the journal, the clock, the epoch, the queue, dated parameters."""

from django.db import models
from django.db.models import F, Q


class School(models.Model):
    """The one school this portal belongs to (Điều 3, 4)."""

    name = models.CharField("tên trường", max_length=200)
    initials = models.CharField("chữ trên huy hiệu", max_length=6)
    ward = models.CharField("địa bàn", max_length=200, blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    phone = models.CharField("điện thoại", max_length=40, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    hours = models.CharField("giờ làm việc", max_length=200, blank=True)
    ink = models.CharField("màu mực", max_length=7, default="#3b2a8c")
    phuong = models.CharField("màu phượng", max_length=7, default="#c8202f")
    crest = models.BigIntegerField(
        "ảnh huy hiệu", null=True
    )  # of files.Picture, a floor above: by number, like the journal
    header = models.BigIntegerField("ảnh đầu trang", null=True)
    domain = models.CharField("tên miền chính thức", max_length=200)
    is_demo = models.BooleanField("trường mẫu", default=False)

    class Meta:
        verbose_name = "nhà trường"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="base_school_is_one")]

    def __str__(self) -> str:
        return self.name


class SchoolLook(models.Model):
    """A look of the school somebody prepared, and who put it in force; kept as history (Điều 3, 8.3, 10.1)."""

    class State(models.TextChoices):
        PREPARED = "prepared", "đang chờ"
        IN_FORCE = "in_force", "đã đưa vào dùng"
        DECLINED = "declined", "không dùng"
        REPLACED = "replaced", "được thay bằng bản sau"

    values = models.JSONField()
    before = models.JSONField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.PREPARED)
    prepared_by = models.BigIntegerField()
    prepared_at = models.DateTimeField()
    decided_by = models.BigIntegerField(null=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "bộ mặt nhà trường"
        constraints = [
            models.UniqueConstraint(fields=["state"], condition=Q(state="prepared"), name="base_look_one_waits"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("prepared_by")), name="base_look_two_people"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_state_display()}, {self.prepared_at:%d/%m/%Y %H:%M}"


class JournalEntry(models.Model):
    """One line of the record: who did what, when, for whom, under which clause. Never changed, never deleted."""

    at = models.DateTimeField("lúc (giờ nghiệp vụ)", db_index=True)
    wall = models.DateTimeField("lúc (giờ máy)", auto_now_add=True)
    verb = models.CharField("việc", max_length=60, db_index=True)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_id = models.BigIntegerField(null=True)
    actor_id = models.BigIntegerField("người làm", null=True, db_index=True)
    acting_for_id = models.BigIntegerField("thay mặt", null=True)
    office = models.CharField("chức danh", max_length=40, blank=True)
    channel = models.CharField("kênh", max_length=20, blank=True)
    revision_id = models.BigIntegerField("bản", null=True)
    hash = models.CharField("mã bản", max_length=64, blank=True)
    rule = models.CharField("quy tắc", max_length=40, blank=True)
    clause = models.CharField("điều khoản", max_length=60, blank=True)
    reason = models.TextField("lý do", blank=True)
    data = models.JSONField(default=dict)

    class Meta:
        verbose_name = "dòng nhật ký"
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "id"], name="base_journal_subject"),
            models.Index(fields=["subject_type", "id"], name="base_journal_kind"),
            models.Index(fields=["actor_id", "verb"], name="base_journal_deeds"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M} {self.verb} {self.subject_type}:{self.subject_id}"

    def save(self, *args: object, **kwargs: object) -> None:
        if self.pk is not None:
            raise TypeError("a journal line is never changed")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise TypeError("a journal line is never deleted")


class Epoch(models.Model):
    """One row, raised in the transaction of any change that readers can see."""

    value = models.BigIntegerField(default=0)


class ClockShift(models.Model):
    """The test clock's offset; read only when PORTAL_TEST_CLOCK=1."""

    offset = models.DurationField()
    frozen_at = models.DateTimeField(null=True)


class Cursor(models.Model):
    """How far a listener above has read the journal."""

    listener = models.CharField(max_length=60, unique=True)
    position = models.BigIntegerField(default=0)


class Parameter(models.Model):
    """A number or date of the regulation the school may change, with the day it came into force (Điều 18)."""

    name = models.CharField(max_length=80)
    value = models.CharField(max_length=200)
    clause = models.CharField(max_length=60)
    valid_from = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "valid_from"], name="base_parameter_once_a_day")]


class Task(models.Model):
    """Work that can wait, written in the transaction of the change that asks for it. Arguments are ids only."""

    class State(models.TextChoices):
        READY = "ready"
        DONE = "done"
        FAILED = "failed"

    name = models.CharField(max_length=80)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READY)
    run_after = models.DateTimeField(db_index=True)
    leased_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "run_after"], name="base_task_due")]
