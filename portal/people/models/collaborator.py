"""Collaborators: proposed for a field, taken on, writing there (Điều 10.4, 11.5)."""

from django.db import models

from portal.base.fields import LineField
from portal.people.models.period import Period
from portal.people.models.person import Person
from portal.people.models.work import Field


class CollaboratorProposal(models.Model):
    """A Member proposes a collaborator for his field; the Head's tap opens the account (Điều 11.5, 10.4)."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "chờ Trưởng ban"
        ACCEPTED = "accepted", "đã mở tài khoản"
        DECLINED = "declined", "không đồng ý"

    field = models.ForeignKey(Field, models.PROTECT, related_name="proposals", verbose_name="lĩnh vực")
    full_name = LineField("họ và tên", max_length=120)
    email = models.EmailField("thư điện tử")
    username = models.SlugField("tên đăng nhập", max_length=60)
    note = models.TextField("vì sao chọn", blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    proposed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)

    class Meta:
        verbose_name = "đề xuất cộng tác viên"


class CollaboratorPost(Period):
    """A collaborator writes in one field; answers to whoever is its Member."""

    field = models.ForeignKey(Field, models.PROTECT, related_name="collaborators", verbose_name="lĩnh vực")
    person = models.ForeignKey(Person, models.PROTECT, related_name="collaborator_posts", verbose_name="cộng tác viên")

    class Meta(Period.Meta):
        verbose_name = "cộng tác viên của lĩnh vực"
