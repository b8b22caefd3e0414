"""People and their offices: every right is a dated row; nobody is put into a group by hand (Điều 5, 7, 10, 11)."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from portal.people import rules

OFFICES = [(office.value, name) for office, name in rules.OFFICE_NAMES.items()]


class Person(AbstractUser):
    """An account. What it may do is asked of appointments each time, never stored here."""

    class Kind(models.TextChoices):
        STAFF = rules.Kind.STAFF.value, "Cán bộ, giáo viên, nhân viên"
        COLLABORATOR = rules.Kind.COLLABORATOR.value, "Cộng tác viên"
        PARENT = rules.Kind.PARENT.value, "Cha mẹ học sinh"
        PUPIL = rules.Kind.PUPIL.value, "Học sinh"
        READER = rules.Kind.READER.value, "Bạn đọc"

    full_name = models.CharField("họ và tên", max_length=120)
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


class Decision(models.Model):
    """A paper of the Principal: number, date, signer (Điều 7)."""

    number = models.CharField("số quyết định", max_length=60, unique=True)
    signed_on = models.DateField("ngày ký")
    signer = models.CharField("người ký", max_length=120)
    subject = models.CharField("trích yếu", max_length=300)

    class Meta:
        verbose_name = "quyết định"

    def __str__(self) -> str:
        return f"{self.number} ngày {self.signed_on:%d/%m/%Y}"


class Period(models.Model):
    """From `starts` on, up to but not at `ends`; without an end until replaced."""

    starts = models.DateTimeField("từ")
    ends = models.DateTimeField("đến trước", null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gt=F("starts")), name="%(app_label)s_%(class)s_ends_after_start"
            )
        ]


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


class Field(models.Model):
    """An area of work (lĩnh vực) the Head assigns to Members."""

    title = models.CharField("lĩnh vực", max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)

    class Meta:
        verbose_name = "lĩnh vực"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class FieldAssignment(Period):
    """A Member in charge of a field, by the Head (Điều 11.1)."""

    field = models.ForeignKey(Field, models.PROTECT, related_name="assignments", verbose_name="lĩnh vực")
    person = models.ForeignKey(Person, models.PROTECT, related_name="field_assignments", verbose_name="ủy viên")
    assigned_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="người phân công")

    class Meta(Period.Meta):
        verbose_name = "phân công lĩnh vực"


class Unit(models.Model):
    """A subject group, the Pioneers, the union, the office."""

    title = models.CharField("đơn vị", max_length=120, unique=True)
    slug = models.SlugField(max_length=120, unique=True)

    class Meta:
        verbose_name = "đơn vị"
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class UnitPost(Period):
    """A person in a unit, one of them its leader."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name="đơn vị")
    person = models.ForeignKey(Person, models.PROTECT, related_name="unit_posts", verbose_name="người")
    leads = models.BooleanField("phụ trách", default=False)

    class Meta(Period.Meta):
        verbose_name = "người của đơn vị"


class Delegation(Period):
    """The Head's numbered paper letting a Member decide in his fields (Điều 10.2, 11.2). Not transferable."""

    delegator = models.ForeignKey(
        Person, models.PROTECT, related_name="given_delegations", verbose_name="người ủy nhiệm"
    )
    delegate = models.ForeignKey(Person, models.PROTECT, related_name="delegations", verbose_name="người được ủy nhiệm")
    fields = models.ManyToManyField(Field, verbose_name="lĩnh vực")
    number = models.CharField("số giấy ủy nhiệm", max_length=60)
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


class CollaboratorProposal(models.Model):
    """A Member proposes a collaborator for his field; the Head's tap opens the account (Điều 11.5, 10.4)."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "chờ Trưởng ban"
        ACCEPTED = "accepted", "đã mở tài khoản"
        DECLINED = "declined", "không đồng ý"

    field = models.ForeignKey(Field, models.PROTECT, related_name="proposals", verbose_name="lĩnh vực")
    full_name = models.CharField("họ và tên", max_length=120)
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


class Token(models.Model):
    """A bearer token: hashed, expiring, worth the owner's rights of the moment."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="tokens")
    hash = models.CharField(max_length=64, unique=True)
    label = models.CharField("tên gọi", max_length=80, blank=True)
    may_decide = models.BooleanField("được quyết định", default=False)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField("hết hạn")
    revoked_at = models.DateTimeField(null=True)
    rights_version = models.PositiveIntegerField()

    class Meta:
        verbose_name = "mã truy cập"
