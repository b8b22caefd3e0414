"""What somebody does not follow by technical power alone: what is kept to a circle, before it is up (Điều 15.1, 15.3)."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from portal.approval.mixins import ApprovedPage
from portal.approval.models import Case


def for_technicians(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Without the notices and resources of the staff that are not up (R-NOTICE-03, R-LIB-09)."""
    kept = [one for one in apps.get_models() if issubclass(one, ApprovedPage) and not one.for_technicians]
    kinds = ContentType.objects.get_for_models(*kept).values()
    return cases.exclude(page__live=False, page__content_type__in=kinds)
