"""The branches of the records' tree."""

from portal.approval.actions import branch as branch_of
from portal.approval.actions import free_slug as free_slug
from portal.records.models import RecordsIndex
from portal.records.models.tree import TRUNK

NAMES = {"van-ban": "Văn bản", "thu-tuc": "Thủ tục", "cong-khai": "Công khai", "ket-qua": "Kết quả giáo dục",
         "tuyen-sinh": "Tuyển sinh"}  # fmt: skip


def branch(slug: str, *below: str) -> RecordsIndex:
    """The branch whose items have addresses `/<slug>/…/`, or `/<slug>/<below>/…/`; KeyError for one nobody planned."""
    return branch_of(RecordsIndex, (TRUNK, (slug, NAMES[slug]), *((one, one) for one in below)))
