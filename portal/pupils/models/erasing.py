"""Who asked to be forgotten, who decided, what was replaced: numbers and keyed hashes, nobody's name (Luật 91/2025, Điều 24)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from portal.base.fields import LineField
from portal.pupils.erasing.rules import GROUNDS
from portal.pupils.models.roll import Pupil

PERSON = settings.AUTH_USER_MODEL


class Erasure(models.Model):
    """One request to erase a pupil, or an account of a reader: asked by one, decided by another. Once done, `marks` says by keyed
    hash who it was, so that it can be repeated after a restore and nobody writes him anew; `names` finds the places where the
    name still stands, as long as it stands there. `pupil`
    and `account` are both empty where a restored database never knew him."""

    class State(models.TextChoices):
        ASKED = "asked", "chờ Hiệu trưởng"
        DONE = "done", "đã xóa"
        DECLINED = "declined", "Hiệu trưởng không đồng ý"
        TAKEN_BACK = "taken_back", "đã rút đề nghị"

    pupil = models.ForeignKey(Pupil, models.PROTECT, null=True, related_name="erasures")
    account = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    ground = models.CharField("lý do", max_length=8, choices=[(one.value, words) for one, words in GROUNDS.items()])
    paper = LineField("số đơn", max_length=120)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    asked_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField("đề nghị lúc")
    reached = models.BigIntegerField("đã đọc tới tệp", null=True)
    searched_at = models.DateTimeField("tìm xong lúc", null=True)
    unread = models.PositiveIntegerField("tệp không đọc được chữ", default=0)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    answer = models.CharField("vì sao không", max_length=300, blank=True)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    marks = models.JSONField(default=list)  # [[kind, number, keyed hash], …]
    names = models.JSONField(default=list)  # [[words, keyed hash], …]
    replaced = models.JSONField(default=dict)  # {what: how many}
    left = models.JSONField(default=list)  # files still to be taken off the place where they lie
    repeated_at = models.DateTimeField("làm lại sau khôi phục lúc", null=True)

    class Meta:
        verbose_name = "xóa thông tin cá nhân"
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["pupil"], condition=Q(state="asked"), name="pupils_erasure_asked_once"),
            models.UniqueConstraint(fields=["account"], condition=Q(state="asked"), name="pupils_erasure_account_once"),
            models.UniqueConstraint(fields=["digest"], condition=~Q(digest=""), name="pupils_erasure_done_once"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(state="done") | ~Q(decided_by=F("asked_by")), name="pupils_erasure_two_people"
            ),
            models.CheckConstraint(
                condition=Q(state="done") | Q(pupil=None, account__isnull=False) | Q(pupil__isnull=False, account=None),
                name="pupils_erasure_of_one",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"yêu cầu xóa số {self.pk}"


class ErasurePlace(models.Model):
    """A work of the school in which the name stands, by kind and number; somebody looks at it and says what was done."""

    erasure = models.ForeignKey(Erasure, models.PROTECT, related_name="places")
    kind = models.CharField(max_length=60)
    item = models.BigIntegerField()
    settled_at = models.DateTimeField("khép lúc", null=True)
    settled_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    note = models.CharField("đã làm gì", max_length=300, blank=True)

    class Meta:
        verbose_name = "nơi còn tên"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["erasure", "kind", "item"], name="pupils_place_once")]
