"""Offices, the papers they stand on, and what is proposed to the Principal about them (Điều 7, 10.3)."""

from django.db import models
from django.db.models import Q

from portal.base.fields import LineField
from portal.people import rules
from portal.people.models.period import Period
from portal.people.models.person import Person

OFFICES = [(str(office), name) for office, name in rules.OFFICE_NAMES.items()]


class Decision(models.Model):
    """A paper of the Principal: number, date, signer (Điều 7)."""

    number = LineField("số quyết định", max_length=60, unique=True)
    signed_on = models.DateField("ngày ký")
    signer = LineField("người ký", max_length=120)
    subject = LineField("trích yếu", max_length=300)

    class Meta:
        verbose_name = "quyết định"

    def __str__(self) -> str:
        return f"{self.number} ngày {self.signed_on:%d/%m/%Y}"


class Appointment(Period):
    """One person in one office, by the Principal's decision."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments", verbose_name="người")
    office = models.CharField("chức danh", max_length=20, choices=OFFICES)
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="appointments", verbose_name="quyết định")
    ended_by = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="+", verbose_name="thôi theo")

    class Meta(Period.Meta):
        verbose_name = "bổ nhiệm"
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(office=rules.Office.ACTING_HEAD.value) | Q(ends__isnull=False),
                name="people_acting_head_has_end",
            ),
        ]


class PersonnelProposal(models.Model):
    """The Head asks the Principal to appoint someone or to let someone go; the answer is a decision, or a reason why not
    (Điều 10.3)."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "chờ Hiệu trưởng"
        ACCEPTED = "accepted", "đã có quyết định"
        DECLINED = "declined", "không đồng ý"
        TAKEN_BACK = "taken_back", "đã rút"

    change = models.CharField(
        "việc", max_length=10, choices=[(c.value, name) for c, name in rules.CHANGE_NAMES.items()]
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="người")
    office = models.CharField("chức danh", max_length=20, choices=OFFICES)
    note = models.TextField("lý do đề xuất")
    proposed_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="người đề xuất")
    proposed_as = models.CharField("với chức danh", max_length=20, choices=OFFICES)
    proposed_at = models.DateTimeField("đề xuất lúc")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField("trả lời", blank=True)
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, related_name="answers", verbose_name="quyết định")

    class Meta:
        verbose_name = "đề xuất nhân sự"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "office", "change"], condition=Q(state="proposed"), name="people_one_open_proposal"
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(decision__isnull=False), name="people_accepted_has_decision"
            ),
        ]
