"""Classes and pupils as the rolls have them. What tells who a child is stands in these rows alone: the record and every other
table know a pupil by number, so that it can be erased (Luật 91/2025)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from portal.base.fields import LineField
from portal.base.ordering import named

PERSON = settings.AUTH_USER_MODEL


class SchoolClass(models.Model):
    """One class in one school year (2026 is 2026–2027)."""

    year = models.PositiveSmallIntegerField("năm học")
    name = LineField("lớp", max_length=12)
    grade = models.PositiveSmallIntegerField("khối")
    teacher = models.ForeignKey(
        PERSON, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="chủ nhiệm"
    )

    class Meta:
        verbose_name = "lớp"
        ordering = ["-year", "grade", "name"]
        constraints = [models.UniqueConstraint(fields=["year", "name"], name="pupils_class_once_a_year")]

    def __str__(self) -> str:
        return str(self.name)


class Pupil(models.Model):
    """A child on the rolls. `code` is the school's own number of him; after erasure no name, day or account is left."""

    code = LineField("mã học sinh", max_length=20, unique=True)
    full_name = LineField("họ và tên", max_length=120, blank=True)
    born = models.DateField("ngày sinh", null=True, blank=True)
    account = models.OneToOneField(PERSON, models.PROTECT, null=True, blank=True, related_name="pupil")
    erased_at = models.DateTimeField("đã xóa thông tin lúc", null=True)

    class Meta:
        verbose_name = "học sinh"
        ordering = [*named(), "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(full_name="", born=None, account=None), name="pupils_erased_is_nobody"
            )
        ]

    def __str__(self) -> str:
        return str(self.full_name) or f"học sinh số {self.pk}"


class Enrolment(models.Model):
    """A pupil in a class from a day until another, half-open."""

    pupil = models.ForeignKey(Pupil, models.PROTECT, related_name="enrolments")
    school_class = models.ForeignKey(SchoolClass, models.PROTECT, related_name="enrolments")
    starts = models.DateField("từ ngày")
    ends = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta:
        verbose_name = "học sinh của lớp"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gt=F("starts")), name="pupils_enrolment_ends_after_start"
            ),
            models.UniqueConstraint(fields=["pupil"], condition=Q(ends=None), name="pupils_in_one_class"),
        ]


class Guardian(models.Model):
    """Somebody who answers for a pupil: father, mother, another. `account` is how he signs in, where he has one."""

    pupil = models.ForeignKey(Pupil, models.PROTECT, related_name="guardians")
    full_name = LineField("họ và tên", max_length=120, blank=True)
    relation = LineField("quan hệ", max_length=40, blank=True)
    account = models.ForeignKey(PERSON, models.PROTECT, null=True, blank=True, related_name="wards")

    class Meta:
        verbose_name = "cha mẹ, người giám hộ"
        constraints = [
            models.UniqueConstraint(
                fields=["pupil", "account"], condition=Q(account__isnull=False), name="pupils_guardian_once"
            )
        ]
