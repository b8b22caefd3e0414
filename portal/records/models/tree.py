"""The tree of the records stands beside the public site's: the room's own screens find what hangs on it."""

from portal.approval.mixins import ShutPage


class RecordsIndex(ShutPage):
    """A branch that carries no words."""

    parent_page_types = ["wagtailcore.Page", "records.RecordsIndex"]

    class Meta:
        verbose_name = "nhánh hồ sơ"
