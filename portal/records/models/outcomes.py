"""Results of the school in figures: one page a term with its route (Điều 16.1.2; TT 22/2021). No child stands here: counts only."""

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models
from wagtail.models import Page

from portal.approval.mixins import ApprovedPage
from portal.approval.models import Approval
from portal.approval.rules import Facts, Nature
from portal.base.charts import told as figure
from portal.base.rules import Refusal
from portal.files.models import Exposure
from portal.records.disclosures.amended_rules import QUALITY, note_has_no_counts
from portal.records.outcomes import rules
from portal.records.outcomes.rules import Cell, Term, Who


class Outcome(ApprovedPage):
    """How many pupils reached what in one term (row 6: figures the school signed). `counts`: rows of kind, grade, who, level,
    number of pupils; what readers get of them is `rules.tables`."""

    page_ptr = models.OneToOneField(Page, models.CASCADE, parent_link=True, related_name="as_outcome")
    year = models.PositiveSmallIntegerField("năm học")  # 2025 is 2025–2026
    term = models.CharField("học kỳ", max_length=8, choices=[(str(one), name) for one, name in rules.TERMS.items()])
    note = models.TextField("lời nhà trường", blank=True, max_length=2000)
    counts = models.JSONField("số liệu", default=list, blank=True)

    parent_page_types = ["records.RecordsIndex"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "kết quả giáo dục"
        constraints = [models.UniqueConstraint(fields=["year", "term"], name="records_outcome_once")]

    @property
    def public_address(self) -> str:
        return f"/cong-khai/ket-qua/{self.year}/{self.term}/"

    def facts(self, at: datetime) -> Facts:
        return Facts(nature=Nature.SIGNED_PAPER, in_plan=True)

    def projection(self) -> dict[str, Any]:
        return {"item": "outcome", "title": self.title, "slug": self.slug, "year": self.year, "term": self.term, "note": self.note,
                "counts": sorted(self.counts)}  # fmt: skip

    def not_ready(self, at: datetime) -> list[Refusal]:
        return [*rules.is_whole(self.counted()), *note_has_no_counts(self.note)]

    def counted(self) -> dict[Cell, int]:
        """Its figures by what they count."""
        return {Cell(kind, grade, Who(who), level): count for kind, grade, who, level, count in self.counts}

    @property
    def intro(self) -> str:
        """What reviewers read sentence by sentence and may remark on, as of every kind of page."""
        return self.note

    def told(self) -> list[tuple[str, str]]:
        """For reviewers: each figure as it was entered, and what readers will get of it."""
        counted = self.counted()
        if rules.is_whole(counted):
            return [("Lời nhà trường", self.note or "không có")]
        shown = rules.printed(counted)
        lines = [
            (f"{one.caption} ({', '.join(one.head[1:]).lower()})",
             "; ".join(f"{name}: {', '.join(map(figure, values))}" for name, values in one.rows))
            for one in rules.tables(counted)
        ]  # fmt: skip
        kept_back = sum(value is None for value in shown.values())
        return [("Lời nhà trường", self.note or "không có"), *lines, ("Số ẩn với bạn đọc", str(kept_back))]

    def edit_address(self) -> str:
        return f"/noi-bo/so-lieu/{self.pk}/"

    def stands(self, up_at: datetime | None) -> None:
        """R-DISC-21: with the second version, the files of the point that tells of this year are shut, until it has a newer one."""
        ups = Approval.objects.filter(page_id=self.pk, went_live_at__isnull=False)
        if up_at is None or ups.count() < 2:
            return
        telling = apps.get_model("records", "Disclosure").objects.filter(year=self.year + 1, code=QUALITY)
        Exposure.objects.filter(holder_type="records.disclosure", holder_id__in=telling.values("pk")).delete()


def as_rows(counts: rules.Counts) -> list[list[Any]]:
    """Figures as they are kept; a nought is not."""
    return [
        [cell.kind, cell.grade, str(cell.who), cell.level, count] for cell, count in sorted(counts.items()) if count
    ]


def term_of(page: Outcome) -> Term:
    return Term(page.term)


def amended_at(year: int) -> list[datetime]:
    """When figures of a school year that had been up went up anew, whatever the term, the first first; one query."""
    pages = Outcome.objects.order_by().filter(year=year).values("pk")
    ups = Approval.objects.filter(page__in=pages, went_live_at__isnull=False).order_by("went_live_at", "pk")
    seen: set[int] = set()
    found = []
    for page, at in ups.values_list("page_id", "went_live_at"):
        if page in seen and at is not None:
            found.append(at)
        seen.add(page)
    return found
