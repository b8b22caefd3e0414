"""Accounts and what opens them from outside (Điều 13.1, 15.3)."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from portal.base.fields import LineField
from portal.people import rules


class Person(AbstractUser):
    """An account. What it may do is asked of appointments each time, never stored here."""

    class Kind(models.TextChoices):
        STAFF = rules.Kind.STAFF.value, "Cán bộ, giáo viên, nhân viên"
        COLLABORATOR = rules.Kind.COLLABORATOR.value, "Cộng tác viên"
        PARENT = rules.Kind.PARENT.value, "Cha mẹ học sinh"
        PUPIL = rules.Kind.PUPIL.value, "Học sinh"
        READER = rules.Kind.READER.value, "Bạn đọc"

    full_name = LineField("họ và tên", max_length=120)
    kind = models.CharField("là", max_length=20, choices=Kind.choices, default=Kind.READER)
    phone = models.CharField("điện thoại", max_length=30, blank=True)
    rights_version = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "người dùng"
        verbose_name_plural = "người dùng"

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return str(self)


class Token(models.Model):
    """A bearer token: hashed, expiring, worth the owner's rights of the moment."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="tokens")
    hash = models.CharField(max_length=64, unique=True)
    label = LineField("tên gọi", max_length=80, blank=True)
    may_decide = models.BooleanField("được quyết định", default=False)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField("hết hạn")
    revoked_at = models.DateTimeField(null=True)
    rights_version = models.PositiveIntegerField()

    class Meta:
        verbose_name = "mã truy cập"
