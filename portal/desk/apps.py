from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "portal.desk"
    label = "desk"
    verbose_name = "Bàn biên tập"

    def ready(self) -> None:
        from portal.desk.actions import forgetting  # noqa: F401  (what is kept of whom)
