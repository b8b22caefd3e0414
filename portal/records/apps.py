from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "portal.records"
    label = "records"
    verbose_name = "Hồ sơ công khai"

    def ready(self) -> None:
        from portal.records.admissions import (
            actions,  # noqa: F401  (what the worker erases)
            forgetting,  # noqa: F401  (what is kept of whom)
        )
        from portal.records.admissions import findable as _admissions  # noqa: F401
        from portal.records.disclosures import findable as disclosures  # noqa: F401
        from portal.records.disclosures import waiting  # noqa: F401  (what waits for whom inside)
        from portal.records.documents import findable, reading  # noqa: F401
        from portal.records.procedures import findable as _procedures  # noqa: F401
