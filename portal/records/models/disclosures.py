"""What the school discloses: one page a point and school year with its route; who answers for it, what changed, what hung on the
notice-board (Điều 16.1.2; TT 09/2024)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from portal.approval.mixins import ApprovedPage
from portal.approval.models import Approval
from portal.approval.rules import Audience, Facts, Nature
from portal.base import journal, regulation
from portal.base.clock import ZONE
from portal.base.fields import LineField
from portal.base.rules import Refusal
from portal.files.models import Exposure, WithFiles
from portal.records.disclosures import rules
from portal.records.disclosures.amended_rules import QUALITY, files_shut, has_no_counts, is_remade, of_pupils
from portal.records.disclosures.circulars import CIRCULARS, Circular, Point, year_name
from portal.records.disclosures.terms_rules import Terms
from portal.records.models.outcomes import amended_at

PERSON = settings.AUTH_USER_MODEL


class Disclosure(WithFiles, ApprovedPage):
    """One point of one school year (row 6: a paper the school signed). `tables` is a list of {caption, head, rows}; cells are text."""

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_disclosure")
    circular = models.CharField("thông tư", max_length=20)
    code = models.CharField("mục", max_length=6)
    year = models.PositiveSmallIntegerField("năm học")
    words = models.TextField("lời", blank=True)
    tables = models.JSONField("bảng", default=list, blank=True)
    papers = models.JSONField("tệp", default=list, blank=True)  # numbers of attachments, in their order
    change = LineField("thay đổi so với bản trước", max_length=300, blank=True)

    parent_page_types = ["records.RecordsIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "mục công khai"
        constraints = [models.UniqueConstraint(fields=["year", "code"], name="records_disclosure_once")]
        indexes = [models.Index(fields=["circular", "year"], name="records_disclosure_year")]

    @property
    def law(self) -> Circular:
        """The circular it stands under."""
        return next(one for one in CIRCULARS if one.key == self.circular)

    @property
    def point(self) -> Point:
        """What the circular asks here."""
        return self.law.by_code()[self.code]

    @property
    def public_address(self) -> str:
        return f"/cong-khai/{self.year}/{self.point.slug}/"

    def facts(self, at: datetime) -> Facts:
        return Facts(nature=Nature.SIGNED_PAPER, in_plan=True)

    def projection(self) -> dict[str, Any]:
        """Everything readers get of it, the bytes of its files too."""
        return {
            "item": "disclosure", "circular": self.circular, "code": self.code, "year": self.year, "title": self.title,
            "slug": self.slug, "words": self.words, "tables": self.tables, "change": self.change,
            "papers": [[one.pk, one.title, one.sha256] for one in self.attached()],
        }  # fmt: skip

    def named_authors(self) -> frozenset[int]:
        """Whoever answers for it now: what is disclosed is his too."""
        held = DisclosureCharge.objects.filter(year=self.year, code=self.code, ends=None)
        return frozenset(held.values_list("person_id", flat=True))

    def not_ready(self, at: datetime) -> list[Refusal]:
        files = self.attached()
        whole = rules.is_whole(self.code, self.words, self.tables, [one.kind for one in files])
        return [
            *whole,
            *has_no_counts(self.code, self.words, self.change),
            *self._from_before([one.sha256 for one in files]),
        ]

    def _from_before(self, files: list[str]) -> list[Refusal]:
        """R-DISC-21, by the versions that were up when the results it tells of were amended."""
        amended = amended_at(self.year - 1) if files and self.code == QUALITY else []
        older = [one for one in self.versions() if files_shut(self.code, one.up_at, amended)] if amended else []
        found = is_remade({file.sha256 for one in older for file in one.words.attached()}, files)
        return [found] if found is not None else []

    @property
    def intro(self) -> str:
        """What reviewers read sentence by sentence and may remark on, as of every kind of page."""
        return self.words

    def told(self) -> list[tuple[str, str]]:
        """For reviewers: what is asked, on which basis, the words, every table with every row."""
        head = [
            ("Mục", f"{self.code} {self.point.title}"), ("Năm học", year_name(self.year)),
            ("Căn cứ", f"{self.point.basis}, {self.law.number}"), ("Yêu cầu", self.point.asks),
        ]  # fmt: skip
        if self.change:
            head.append(("Thay đổi", self.change))
        tables = [(str(one["caption"]), _in_lines(one)) for one in self.tables]
        return [*head, ("Lời", self.words or "không có"), *tables]

    def stays_up(self, ground: str, at: datetime) -> Refusal | None:
        """R-DISC-08, by its first publication."""
        first = next(iter(self.versions()), None)
        terms = Terms(regulation.history("disclosure"))
        return rules.comes_down(ground, terms.keep_until(first.up_at) if first else None, at)

    def stands(self, up_at: datetime | None) -> None:
        """What came down for somebody's privacy is sealed; the files of the other versions before it stay open with it: what was
        disclosed is read beside what amends it; but those of a point that counts pupils (R-DISC-19)."""
        if up_at is None:
            return
        down = self._down_for_privacy()
        if down is not None:
            DisclosureSeal.objects.update_or_create(page=self, defaults={"until": down})
        if of_pupils(self.code):
            return
        older = {pk for one in self.versions() if not one.sealed and not one.in_force for pk in one.words.papers}
        Exposure.objects.bulk_create(
            Exposure(holder_type=journal.label(self), holder_id=self.pk, audience=Audience.PUBLIC, attachment_id=pk)
            for pk in sorted(older - set(self.papers))
        )

    def _down_for_privacy(self) -> datetime | None:
        """When it last came down on that ground, by the record."""
        lines = journal.lines_of(self).filter(verb="withdraw").values_list("at", "data")
        return max((at for at, data in lines if data.get("ground") == rules.PRIVACY), default=None)

    def versions(self) -> list["Version"]:
        """Every version that ever was up, the oldest first; nobody reads what is sealed any more. Two queries."""
        given = Approval.objects.filter(page_id=self.pk, went_live_at__isnull=False).order_by("went_live_at", "pk")
        seals = DisclosureSeal.objects.filter(page=self).values_list("until", flat=True)
        sealed = seals.first() if self.live else self._down_for_privacy()
        return [
            Version(
                number, one.went_live_at, one, one.revoked_at is None, sealed is not None and one.went_live_at <= sealed
            )
            for number, one in enumerate(given.select_related("by"), 1)
            if one.went_live_at is not None
        ]

    def edit_address(self) -> str:
        return f"/noi-bo/cong-khai/{self.year}/{self.point.slug}/soan/"


@dataclass(frozen=True)
class Version:
    """One version of a point: when it went up, under whose approval, whether it is up now, whether nobody may read it any more."""

    number: int
    up_at: datetime
    approval: Approval
    in_force: bool
    sealed: bool

    @property
    def words(self) -> Disclosure:
        """The page object carrying its words."""
        found: Disclosure = self.approval.revision.as_object()
        return found


def _in_lines(table: dict[str, Any]) -> str:
    rows: Sequence[Sequence[str]] = [table["head"], *table["rows"]]
    return "; ".join(" | ".join(row) for row in rows)


class DisclosureSeal(models.Model):
    """That no version up to an hour may be read any more: it showed what was somebody's own."""

    page = models.OneToOneField(Disclosure, models.PROTECT, related_name="seal")
    until = models.DateTimeField("các bản đăng đến lúc")

    class Meta:
        verbose_name = "niêm phong"


class DisclosureCharge(models.Model):
    """Who answers for one point of one school year, from–until; what was is kept."""

    year = models.PositiveSmallIntegerField("năm học")
    code = models.CharField("mục", max_length=6)
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name="người phụ trách")
    named_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "phân công mục công khai"
        constraints = [
            models.UniqueConstraint(fields=["year", "code"], condition=Q(ends=None), name="records_charge_one_now"),
        ]


class DisclosureChange(models.Model):
    """That what is disclosed became another on a day: from it runs the time in which a new version is due."""

    page = models.ForeignKey(Disclosure, models.PROTECT, related_name="changes")
    changed_on = models.DateField("ngày thay đổi")
    what = LineField("nội dung thay đổi", max_length=300)
    told_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    told_at = models.DateTimeField()

    class Meta:
        verbose_name = "thay đổi nội dung công khai"
        ordering = ["changed_on", "id"]


class DisclosurePosting(models.Model):
    """A copy of one version on the notice-board, from its first day to its removal, before witnesses."""

    page = models.ForeignKey(Disclosure, models.PROTECT, related_name="postings")
    hash = models.CharField("mã bản", max_length=64)
    version = models.PositiveSmallIntegerField("bản")
    place = LineField("nơi niêm yết", max_length=200)
    posted_on = models.DateField("ngày niêm yết")
    until = models.DateField("treo đến hết ngày")
    witnesses = models.JSONField("người chứng kiến", default=list)  # “họ tên, chức vụ”, staff and representatives
    posted_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    removed_on = models.DateField("ngày gỡ", null=True)
    removed_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "niêm yết"
        ordering = ["-posted_on", "-id"]


def today(at: datetime) -> date:
    """The day at school."""
    return at.astimezone(ZONE).date()
