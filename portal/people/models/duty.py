"""Who decides for whom, who is away, whose rights are withdrawn, who is named for a duty (Điều 7, 9.5, 10.2, 11.2)."""

from django.db import models
from django.db.models import Q

from portal.base.fields import LineField
from portal.people.models.period import Period
from portal.people.models.person import Person
from portal.people.models.work import Field
from portal.people.rules import DUTIES


class Delegation(Period):
    """The Head's numbered paper letting a Member decide in his fields (Điều 10.2, 11.2). Not transferable."""

    delegator = models.ForeignKey(
        Person, models.PROTECT, related_name="given_delegations", verbose_name="người ủy nhiệm"
    )
    delegate = models.ForeignKey(Person, models.PROTECT, related_name="delegations", verbose_name="người được ủy nhiệm")
    fields = models.ManyToManyField(Field, verbose_name="lĩnh vực")
    number = LineField("số giấy ủy nhiệm", max_length=60)
    revoked_at = models.DateTimeField("thu hồi lúc", null=True, blank=True)
    revoked_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta(Period.Meta):
        verbose_name = "ủy nhiệm"
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(condition=Q(ends__isnull=False), name="people_delegation_has_end"),
        ]


class Absence(Period):
    """Away from–until; a Secretary names who stands in."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="absences", verbose_name="người vắng")
    substitute = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="substitutions", verbose_name="người làm thay"
    )
    reason = models.CharField("lý do", max_length=300, blank=True)
    marked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta(Period.Meta):
        verbose_name = "vắng mặt"


class Suspension(Period):
    """Rights to post withdrawn (Điều 9.5, 10.4)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="suspensions", verbose_name="người bị tạm dừng")
    reason = models.TextField("lý do")
    decided_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    lifted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta(Period.Meta):
        verbose_name = "tạm dừng quyền"


class NamedDuty(Period):
    """Somebody of the staff named for a duty of the school by the Principal: papers, rolls, money, results (Điều 7, 16.1.2)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="duties", verbose_name="người được phân công")
    duty = models.CharField("việc", max_length=12, choices=[(str(duty), name) for duty, name in DUTIES.items()])
    named_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="người phân công")

    class Meta(Period.Meta):
        verbose_name = "phân công việc"
