"""Wagtail's screens as this house shows them: what its menus leave out (nobody's rights here come from a group, decision
0008; its guides speak English), our guide instead, and a small sheet of ours for narrow screens."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem

GUIDE = "/huong-dan/quan-tri/"


@hooks.register("construct_settings_menu")
def without_groups(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name != "groups"]


@hooks.register("construct_help_menu")
def our_own_guide(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's guide and its news are pages in English elsewhere; the guide of the desk tells what is done here."""
    ours = MenuItem("Hướng dẫn Quản trị viên", GUIDE, name="guide", icon_name="help", order=100)
    items[:] = [ours, *(item for item in items if item.name == "keyboard-shortcuts-trigger")]


@hooks.register("insert_global_admin_css")
def for_narrow_screens() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/ky-thuat.css"))
