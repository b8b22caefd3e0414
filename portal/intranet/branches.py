"""The branches of the internal tree, made when first something is hung on them."""

from django.db import transaction
from wagtail.models import Page

from portal.intranet.models import IntranetIndex

TRUNK = ("cong-noi-bo", "Cổng nội bộ")  # stands where a site's home page stands, so that paths read as addresses
NAMES = {"noi-bo": "Nội bộ", "kho": "Kho học liệu", "thong-bao": "Thông báo", "thoi-khoa-bieu": "Thời khóa biểu"}


@transaction.atomic
def branch(slug: str) -> IntranetIndex:
    """The branch whose items have addresses `/noi-bo/<slug>/…/`; KeyError for one nobody planned."""
    place = Page.objects.select_for_update().get(depth=1)
    for step, title in (TRUNK, ("noi-bo", NAMES["noi-bo"]), (slug, NAMES[slug])):
        found = IntranetIndex.objects.child_of(place).filter(slug=step).first()
        place = found or place.add_child(instance=IntranetIndex(title=title, slug=step))
    return place


def free_slug(parent: IntranetIndex, wanted: str) -> str:
    """`wanted`, or with the first free number behind it, among what hangs on `parent`."""
    taken = set(parent.get_children().filter(slug__startswith=wanted).values_list("slug", flat=True))
    tries = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(one for one in tries if one not in taken)
