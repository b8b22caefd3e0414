"""The passage of an item: its case, its passes, vouches, opinions and approvals (Điều 10.2, 12, 14)."""

from django.conf import settings
from django.db import models
from django.db.models import Q, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, NullIf
from wagtail.models import Page, Revision

from portal.approval import rules
from portal.people.models import OFFICES, Delegation

PERSON = settings.AUTH_USER_MODEL


class Case(models.Model):
    """One item on its way. `state` is of the latest text; whether an approved text is up is the page's `live`."""

    class State(models.TextChoices):
        DRAFT = rules.State.DRAFT.value, "đang viết"
        IN_REVIEW = rules.State.IN_REVIEW.value, "đang xem xét"
        SENT_BACK = rules.State.SENT_BACK.value, "trả lại để sửa"
        REFUSED = rules.State.REFUSED.value, "từ chối"
        APPROVED = rules.State.APPROVED.value, "đã duyệt, chờ giờ đăng"
        PUBLISHED = rules.State.PUBLISHED.value, "đã đăng"
        WITHDRAWN = rules.State.WITHDRAWN.value, "đã gỡ"

    page = models.OneToOneField(Page, models.PROTECT, related_name="case")
    state = models.CharField("trạng thái", max_length=12, choices=State.choices, default=State.DRAFT, db_index=True)
    creator = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    title = models.CharField(max_length=255)
    title_key = models.TextField(default="", editable=False)  # without marks and capitals, to be found by
    title_order = models.BinaryField(default=b"", editable=False)  # to be listed by, as Vietnamese orders titles
    correcting = models.BooleanField("đính chính", default=False)
    publish_at = models.DateTimeField("giờ đăng", null=True)
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)
    facts = models.JSONField(default=dict)
    in_field = models.GeneratedField(  # the field its facts name, in a column of its own so that an index can find it
        expression=NullIf(Cast(KT("facts__field"), models.BigIntegerField()), Value(0)),
        output_field=models.BigIntegerField(null=True), db_persist=True,
    )  # fmt: skip
    authors = models.JSONField(default=list)
    live_row = models.PositiveSmallIntegerField("tuyến của bản đang đăng", null=True)
    published_at = models.DateTimeField("đăng lúc", null=True, db_index=True)
    corrected_at = models.DateTimeField("sửa lúc", null=True)
    touched_at = models.DateTimeField("thay đổi lúc")
    past = models.DateTimeField("đăng ở cổng cũ lúc", null=True)  # history: in no month's figures
    past_hash = models.CharField(max_length=64, default="", editable=False)  # of the words as they came from there

    class Meta:
        verbose_name = "hồ sơ duyệt"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_at__isnull=False), name="approval_published_has_hour"
            ),
        ]
        indexes = [
            models.Index(fields=["touched_at", "id"], name="approval_case_touched"),
            models.Index(fields=["state", "touched_at", "id"], name="approval_case_state"),
            models.Index(fields=["creator", "touched_at"], name="approval_case_creator"),
            models.Index(fields=["in_field", "touched_at"], name="approval_case_field"),
            models.Index(fields=["title"], name="approval_case_title"),
            models.Index(fields=["title_order", "id"], name="approval_case_order"),
            models.Index(fields=["page"], condition=Q(correcting=True), name="approval_case_correcting"),
            models.Index(fields=["state", "page"], condition=Q(past__isnull=False), name="approval_case_past"),
        ]


class Passage(models.Model):
    """One submission and what became of it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="passages")
    submitted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField()
    facts_confirmed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(closed_at=None), name="approval_one_open_passage")
        ]


class Capacity(models.Model):
    """In which capacity somebody acted: office, for whom, under which paper, on which text."""

    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    office = models.CharField(max_length=20, choices=OFFICES)
    acting_for = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    grant = models.ForeignKey(Delegation, models.PROTECT, null=True, related_name="+")
    number = models.CharField("số giấy", max_length=60, blank=True)
    at = models.DateTimeField()
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)
    clause = models.CharField(max_length=80)

    class Meta:
        abstract = True


class Pass(Capacity):
    """A step taken. A pass counts while the facts it was given under stand."""

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="passes")
    kind = models.CharField("bước", max_length=10, choices=[(kind.value, kind.value) for kind in rules.StepKind])
    verb = models.CharField(max_length=20)
    row = models.PositiveSmallIntegerField()
    facts = models.JSONField()
    covers = models.JSONField(default=list)
    ground = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)
    dropped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["passage", "kind"], condition=Q(dropped_at=None), name="approval_one_pass_a_step"
            )
        ]


class Vouch(models.Model):
    """A board member without a hand in the text stands by that very hash."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="vouches")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "by", "hash"], name="approval_vouch_once")]


class Opinion(models.Model):
    """A Member was asked, and what he said (Điều 12.4)."""

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="opinions")
    asked_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    question = models.TextField()
    to = models.ForeignKey(PERSON, models.PROTECT, related_name="opinions_owed")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    hash = models.CharField(max_length=64)


ENTERED = models.Case(  # when an approval entered the register: a copy stands in its own month (Điều 10.2, 15.1)
    models.When(copied_from=None, then="at"), default="effective_from"
)


class HistoryList(models.Model):
    """What the portal before had up, put together by one of the board for one decision of the Head (Điều 10.4, 14.2)."""

    title = models.CharField("danh sách", max_length=200)
    prepared_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    digest = models.CharField("mã danh sách", max_length=64)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)
    closed_because = models.TextField("vì sao khép, không đưa bài nào lên", blank=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None)
                | Q(decided_at__isnull=False, decided_by__isnull=False, called_off_at=None),
                name="approval_list_decided_by_somebody",
            )
        ]

    @property
    def is_open(self) -> bool:
        return self.decided_at is None and self.called_off_at is None


class HistoryItem(models.Model):
    """One text of such a list, bound as it was when the list was put together."""

    list = models.ForeignKey(HistoryList, models.PROTECT, related_name="items")
    page = models.ForeignKey(Page, models.PROTECT, related_name="+")
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)
    past = models.DateTimeField()
    mended = models.BooleanField("đã sửa sau khi chuyển", default=False)
    left_out = models.TextField("vì sao không đưa lên", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["list", "page"], name="approval_once_a_list")]


class Approval(Capacity):
    """Leave for one revision with one hash to be up from an hour on. The publish guard asks for nothing else."""

    page = models.ForeignKey(Page, models.PROTECT, related_name="approvals")
    decided_by_pass = models.OneToOneField(Pass, models.PROTECT, null=True, related_name="approval")
    copied_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="copies")
    listed = models.OneToOneField(HistoryItem, models.PROTECT, null=True, related_name="approval")
    row = models.PositiveSmallIntegerField()
    effective_from = models.DateTimeField()
    went_live_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page"],
                condition=Q(revoked_at=None, went_live_at__isnull=False),
                name="approval_one_live_a_page",
            ),
            models.CheckConstraint(
                condition=Q(decided_by_pass__isnull=False, copied_from=None, listed=None)
                | Q(decided_by_pass=None, copied_from__isnull=False, listed=None)
                | Q(decided_by_pass=None, copied_from=None, listed__isnull=False),
                name="approval_decided_copied_or_listed",
            ),
        ]
        indexes = [models.Index(ENTERED, name="approval_entered")]


class ReviewList(models.Model):
    """Internal items at the Head's step, gathered by the Secretary for one act of his (Điều 15.2)."""

    title = models.CharField("danh sách", max_length=200)
    prepared_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    digest = models.CharField("mã danh sách", max_length=64)
    decided_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None)
                | Q(decided_at__isnull=False, decided_by__isnull=False, called_off_at=None),
                name="approval_review_list_decided",
            )
        ]

    @property
    def is_open(self) -> bool:
        return self.decided_at is None and self.called_off_at is None


class ReviewItem(models.Model):
    """One item of such a list, bound as it was when the list was gathered; `approval` is what the one act gave it."""

    list = models.ForeignKey(ReviewList, models.PROTECT, related_name="items")
    page = models.ForeignKey(Page, models.PROTECT, related_name="+")
    task = models.BigIntegerField()
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)
    left_out = models.TextField("vì sao để lại", blank=True)
    approval = models.OneToOneField(Approval, models.PROTECT, null=True, related_name="in_list")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["list", "page"], name="approval_once_a_review_list")]


class Remark(models.Model):
    """What somebody says about one sentence of a text, told by the sentence's own words; "" is the whole text.

    It changes neither words nor hash nor passes, and finds its place again in a later text (Điều 12.1, 12.4).
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="remarks")
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="remarks")
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    revision = models.ForeignKey(Revision, models.PROTECT, related_name="+")
    hash = models.CharField(max_length=64)
    quote = models.CharField("câu được nhận xét", max_length=rules.LONGEST_QUOTE, blank=True)
    text = models.TextField("nhận xét")
    settled_at = models.DateTimeField("khép lúc", null=True)
    settled_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None) | Q(settled_at__isnull=False, settled_by__isnull=False),
                name="approval_remark_settled_by_somebody",
            )
        ]


class FileFindings(models.Model):
    """What reading a stored file found in it of children's data, remembered by its content, which never changes.

    `found`: [kind, how often, first line, last line, masked samples] each; no name and no whole number stands here.
    """

    sha256 = models.CharField(max_length=64, unique=True)
    version = models.PositiveSmallIntegerField()  # of the detector
    found = models.JSONField(default=list)
    unread = models.CharField("vì sao không đọc được", max_length=300, blank=True)
    at = models.DateTimeField()


class DataAnswer(models.Model):
    """What a reviewer said to one thing the detector found in a text of that very hash (Điều 9.5, 16.1.2)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="data_answers")
    hash = models.CharField(max_length=64)
    key = models.CharField(max_length=90)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField("lý do")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["case", "hash", "key"], name="approval_one_answer_a_finding")]
