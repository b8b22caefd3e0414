"""What Wagtail's menu leaves out: nobody's rights here come from a group (decision 0008)."""

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("construct_settings_menu")
def without_groups(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name != "groups"]
