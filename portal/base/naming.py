"""What no catalogue reaches: plurals with an s, and the rows Django and Wagtail name in English when a database is made.

Only superusers see them, in `/admin/`; see decision 0021.
"""

from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.db.models.signals import post_migrate

FIRST_PAGES = {"Root": "Gốc", "Welcome to your new Wagtail site!": "Trang mẫu của Wagtail"}
FIRST_ROWS = (
    ("auth", "Group", "name", {"Moderators": "Nhóm duyệt của Wagtail", "Editors": "Nhóm biên tập của Wagtail"}),
    ("wagtailcore", "Collection", "name", {"Root": "Gốc"}),
    ("wagtailcore", "Task", "name", {"Moderators approval": "Duyệt của Wagtail"}),
    ("wagtailcore", "Workflow", "name", {"Moderators approval": "Duyệt của Wagtail"}),
    ("wagtailcore", "Page", "title", FIRST_PAGES),
    ("wagtailcore", "Page", "draft_title", FIRST_PAGES),
)  # fmt: skip


def speak_vietnamese() -> None:
    """Once, when all models are known: plurals now, rows after every `migrate`."""
    for model in installed.get_models():
        if "verbose_name_plural" not in model._meta.original_attrs:
            model._meta.verbose_name_plural = model._meta.verbose_name
    last = [app for app in installed.get_app_configs() if app.models_module][-1]
    post_migrate.connect(name_rows, sender=last, dispatch_uid="portal.base.naming")


def name_rows(using: str, apps: Apps = installed, **_: Any) -> None:
    """Rows that still carry their first English name get a Vietnamese one; a name somebody gave is left alone."""
    try:
        rows = [(apps.get_model(app, model), column, names) for app, model, column, names in FIRST_ROWS]
    except LookupError:  # migrated back to a time without them
        return
    for model, column, names in rows:
        for english, ours in names.items():
            found = model.objects.using(using).filter(**{column: english})
            (found.filter(depth__lte=2) if hasattr(model, "depth") else found).update(**{column: ours})
