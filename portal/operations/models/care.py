"""What looking over the portal found, who mended it, and what is needed to look on (Điều 12.3)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from portal.operations.care.rules import NAMES
from portal.people.models import Field

PERSON = settings.AUTH_USER_MODEL
ADDRESS = 500  # characters


class Round(models.Model):
    """One looking-over of what is up: the night's, or somebody's. A killed one is gone on with where it stopped."""

    class State(models.TextChoices):
        OPEN = "open", "đang rà"
        DONE = "done", "xong"

    asked_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")  # nobody: the night's
    asked_at = models.DateTimeField("lúc", db_index=True)
    state = models.CharField(max_length=4, choices=State.choices, default=State.OPEN)
    finished_at = models.DateTimeField(null=True)
    alive_at = models.DateTimeField(null=True)  # the machine's hour of its last sign of life
    position = models.CharField(max_length=ADDRESS, blank=True)  # the address looked at last
    stage = models.CharField(max_length=10, blank=True)
    reached = models.CharField(max_length=ADDRESS, blank=True)  # of the archive, for the next round
    counts = models.JSONField(default=dict)

    class Meta:
        verbose_name = "lần rà soát"
        constraints = [
            models.UniqueConstraint(fields=["state"], condition=Q(state="open"), name="operations_one_round_open")
        ]


class Finding(models.Model):
    """One fault of what is up: since when, and how it ended. Where it shows stands in its places: an address that is dead
    or a domain nobody knows is one fault however many pages lead there. One that comes back is another row of the same key."""

    class State(models.TextChoices):
        OPEN = "open", "còn lỗi"
        MENDED = "mended", "đã khắc phục"
        WAIVED = "waived", "để nguyên, có lý do"

    key = models.CharField(max_length=64)  # of kind, what, and where unless that is gathered
    kind = models.CharField("loại", max_length=14, choices=[(kind.value, name) for kind, name in NAMES.items()])
    what = models.TextField("lỗi gì")
    uploader = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField("từ")
    seen_at = models.DateTimeField("thấy lần cuối")
    state = models.CharField("tình trạng", max_length=6, choices=State.choices, default=State.OPEN)
    closed_at = models.DateTimeField("khép lúc", null=True)
    closed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+", verbose_name="ai khắc phục")
    how = models.CharField("cách khắc phục", max_length=500, blank=True)

    class Meta:
        verbose_name = "lỗi nội dung"
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=Q(state="open"), name="operations_fault_open_once"),
            models.CheckConstraint(
                condition=Q(state="open", closed_at=None) | ~Q(state="open") & Q(closed_at__isnull=False),
                name="operations_fault_closed_with_hour",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "kind", "id"], name="operations_fault_listed"),
            models.Index(fields=["key"], name="operations_fault_key"),
            models.Index(fields=["since"], name="operations_fault_since"),
            models.Index(fields=["closed_at"], name="operations_fault_closed"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.what}"


class Place(models.Model):
    """One page on which a fault shows, and since when; or until when, and who mended it there."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="places")
    path = models.CharField("ở đâu", max_length=ADDRESS)  # an address of ours; "" where it is of the whole portal
    title = models.CharField("tên trang", max_length=255, blank=True)
    note = models.CharField("nói thêm", max_length=300, blank=True)
    page = models.ForeignKey(Page, models.PROTECT, null=True, related_name="+")
    field = models.ForeignKey(Field, models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField("từ")
    gone_at = models.DateTimeField("hết lúc", null=True)
    gone_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "chỗ có lỗi"
        constraints = [models.UniqueConstraint(fields=["finding", "path"], name="operations_place_once_a_fault")]
        indexes = [models.Index(fields=["path", "gone_at"], name="operations_place_path")]


class OutLink(models.Model):
    """That a page of ours leads to an address outside, and how that address answered when it was asked last."""

    path = models.CharField(max_length=ADDRESS, db_index=True)
    title = models.CharField(max_length=255, blank=True)
    url = models.CharField(max_length=2000)
    url_key = models.CharField(max_length=64, db_index=True)
    host = models.CharField(max_length=255, db_index=True)
    asked_at = models.DateTimeField(null=True, db_index=True)
    status = models.PositiveSmallIntegerField(null=True)
    note = models.CharField(max_length=200, blank=True)
    failing_since = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["path", "url_key"], name="operations_outlink_once_a_page")]


class KnownDomain(models.Model):
    """A domain the school lets its pages lead to, with everything under it (Điều 12.1, 12.3)."""

    domain = models.CharField("tên miền", max_length=200)
    reason = models.CharField("của ai, vì sao", max_length=200)
    added_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    ended_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "tên miền quen"
        constraints = [
            models.UniqueConstraint(fields=["domain"], condition=Q(ended_at=None), name="operations_domain_once")
        ]

    def __str__(self) -> str:
        return self.domain
