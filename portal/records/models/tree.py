"""The tree of the records stands beside the public site's: the room's own screens find what hangs on it."""

from portal.approval.mixins import ShutPage

TRUNK = (
    "ho-so-cong-khai",
    "Hồ sơ công khai",
)  # stands where a site's home page stands, so that paths read as addresses


class RecordsIndex(ShutPage):
    """A branch that carries no words."""

    parent_page_types = ["wagtailcore.Page", "records.RecordsIndex"]

    class Meta:
        verbose_name = "nhánh hồ sơ"
