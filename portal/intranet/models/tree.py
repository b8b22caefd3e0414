"""The tree of the internal layer stands beside the public site's: Wagtail's own addresses lead to none of it."""

from portal.approval.mixins import ShutPage


class IntranetIndex(ShutPage):
    """A branch that carries no words: what stands below it is found by the room's own screens."""

    parent_page_types = ["wagtailcore.Page", "intranet.IntranetIndex"]

    class Meta:
        verbose_name = "nhánh nội bộ"
