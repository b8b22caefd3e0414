"""What the desk keeps of its mail: letters, the links in them, how much each person wants (Điều 14.3)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from portal.desk.mail import rules

PERSON = settings.AUTH_USER_MODEL


class Letter(models.Model):
    """One letter to one person; `key` says what of, so that nobody is told twice however often the worker asks."""

    class Kind(models.TextChoices):
        TURN = rules.Kind.TURN.value, "đến lượt"
        OPINION = rules.Kind.OPINION.value, "hỏi ý kiến"
        ANSWER = rules.Kind.ANSWER.value, "tin về bài của mình"
        NUDGE = rules.Kind.NUDGE.value, "lời nhắc của đồng nghiệp"
        REMINDER = rules.Kind.REMINDER.value, "nhắc trước hạn"
        ESCALATION = rules.Kind.ESCALATION.value, "báo quá hạn"
        DIGEST = rules.Kind.DIGEST.value, "thư tổng hợp"
        CARE = rules.Kind.CARE.value, "thư chăm sóc nội dung"
        CODE = rules.Kind.CODE.value, "mã xác nhận địa chỉ riêng"
        CALL = rules.Kind.CALL.value, "báo có việc tới địa chỉ riêng"
        MACHINE = rules.Kind.MACHINE.value, "báo người giữ máy"
        NOTICE = rules.Kind.NOTICE.value, "thông báo nội bộ mới"

    class State(models.TextChoices):
        WAITING = "waiting", "chờ gửi"
        HELD = "held", "để dành cho thư tổng hợp"
        SENT = "sent", "đã gửi"
        STALE = "stale", "thôi gửi, việc đã khác"
        FOREIGN = "foreign", "không gửi, địa chỉ ngoài tên miền trường"
        FAILED = "failed", "không gửi được"

    person = models.ForeignKey(PERSON, models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    key = models.CharField("về việc", max_length=120)
    page = models.ForeignKey(Page, models.PROTECT, null=True, related_name="+")
    task = models.BigIntegerField("lượt", null=True, db_index=True)
    hash = models.CharField(max_length=64, blank=True)
    line = models.BigIntegerField("dòng nhật ký", null=True)
    urgent = models.BooleanField("khẩn", default=False)
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "thư"
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="desk_letter_once"),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="desk_letter_sent_has_hour"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "made_at"], name="desk_letter_state"),
            models.Index(fields=["key"], name="desk_letter_key"),
            models.Index(fields=["made_at"], name="desk_letter_made"),
            models.Index(fields=["sent_at"], name="desk_letter_sent"),
        ]


class Link(models.Model):
    """One decision offered in a letter: bound to person, task, revision, hash and capacity; only its hash is kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    letter = models.ForeignKey(Letter, models.PROTECT, related_name="links")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    page = models.ForeignKey(Page, models.PROTECT, related_name="+")
    task = models.BigIntegerField()
    revision = models.BigIntegerField()
    hash = models.CharField(max_length=64)
    verb = models.CharField(max_length=20)
    office = models.CharField(max_length=20)
    acting_for = models.BigIntegerField(null=True)
    grant = models.BigIntegerField(null=True)
    rights_version = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    dead_at = models.DateTimeField(null=True)
    dead_because = models.CharField(max_length=12, blank=True)

    class Meta:
        verbose_name = "đường dẫn trong thư"
        indexes = [
            models.Index(fields=["person", "task"], name="desk_link_siblings"),
            models.Index(fields=["expires_at"], name="desk_link_over"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(used_at=None) | Q(dead_at=None), name="desk_link_used_or_dead"),
        ]


class MailWish(models.Model):
    """How much mail a person wants, and a private address for a bare word that something waits."""

    class Much(models.TextChoices):
        EVERY = rules.Much.EVERY.value, "Mỗi lượt một thư, ngay khi đến lượt"
        DIGEST = rules.Much.DIGEST.value, "Mỗi sáng một thư tổng hợp"
        URGENT = rules.Much.URGENT.value, "Chỉ việc khẩn và thư nhắc hạn"

    person = models.OneToOneField(PERSON, models.PROTECT, related_name="mail_wish")
    much = models.CharField(max_length=8, choices=Much.choices, default=Much.EVERY)
    private_address = models.EmailField(blank=True)
    confirmed_at = models.DateTimeField(null=True)
    code_hash = models.CharField(max_length=64, blank=True)
    code_until = models.DateTimeField(null=True)
    code_tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "cách nhận thư"
