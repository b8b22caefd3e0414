"""The branches of the internal tree."""

from portal.approval.actions import branch as branch_of
from portal.approval.actions import free_slug as free_slug
from portal.intranet.models import IntranetIndex

TRUNK = ("cong-noi-bo", "Cổng nội bộ")  # stands where a site's home page stands, so that paths read as addresses
NAMES = {"noi-bo": "Nội bộ", "kho": "Kho học liệu", "thong-bao": "Thông báo", "thoi-khoa-bieu": "Thời khóa biểu"}


def branch(slug: str) -> IntranetIndex:
    """The branch whose items have addresses `/noi-bo/<slug>/…/`; KeyError for one nobody planned."""
    return branch_of(IntranetIndex, (TRUNK, ("noi-bo", NAMES["noi-bo"]), (slug, NAMES[slug])))
