from django.apps import AppConfig


class IntranetConfig(AppConfig):
    name = "portal.intranet"
    label = "intranet"
    verbose_name = "Cổng nội bộ"

    def ready(self) -> None:
        from portal.intranet import findable, guarding  # noqa: F401
        from portal.intranet.week import forgetting  # noqa: F401
