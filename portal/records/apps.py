from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "portal.records"
    label = "records"
    verbose_name = "Hồ sơ công khai"

    def ready(self) -> None:
        from portal.records.disclosures import findable as disclosures  # noqa: F401
        from portal.records.documents import findable, reading  # noqa: F401
        from portal.records.procedures import findable as _procedures  # noqa: F401
