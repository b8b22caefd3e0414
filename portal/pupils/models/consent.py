"""What families consent to, by school year and purpose. A row is never changed but for its end: the history is the rows."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from portal.base.fields import LineField
from portal.files.models import Attachment
from portal.pupils.consents.rules import PURPOSES
from portal.pupils.models.roll import Pupil

PERSON = settings.AUTH_USER_MODEL


class Consent(models.Model):
    """One answer: given or not, from `starts` until another took its place (half-open). `withdrawn`: what had been given was
    taken back, by the family itself where `by_family`. `paper` is the number of the sheet, or the word it was withdrawn upon."""

    pupil = models.ForeignKey(Pupil, models.PROTECT, related_name="consents")
    year = models.PositiveSmallIntegerField("năm học")
    purpose = models.CharField("mục", max_length=12, choices=[(str(one), name) for one, name in PURPOSES.items()])
    granted = models.BooleanField("đồng ý")
    withdrawn = models.BooleanField("đã rút", default=False)
    by_parent = models.BooleanField("cha mẹ ký", default=False)
    by_child = models.BooleanField("em ký", default=False)
    by_family = models.BooleanField("gia đình tự rút trên cổng", default=False)
    paper = LineField("căn cứ", max_length=200, blank=True)
    file = models.ForeignKey(Attachment, models.PROTECT, null=True, blank=True, related_name="+")
    starts = models.DateTimeField("từ lúc")
    ends = models.DateTimeField("đến trước lúc", null=True, blank=True)
    recorded_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+", verbose_name="người ghi")

    class Meta:
        verbose_name = "sự đồng ý"
        constraints = [
            models.UniqueConstraint(
                fields=["pupil", "year", "purpose"], condition=Q(ends=None), name="pupils_one_answer_stands"
            ),
            models.CheckConstraint(condition=Q(granted=False) | Q(by_parent=True), name="pupils_consent_is_signed"),
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("starts")), name="pupils_consent_ends_after"),
        ]
