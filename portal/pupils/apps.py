from django.apps import AppConfig


class PupilsConfig(AppConfig):
    name = "portal.pupils"
    label = "pupils"
    verbose_name = "Học sinh"

    def ready(self) -> None:
        from portal.pupils.consents import guarding  # noqa: F401  (who opens the scan of a sheet)
        from portal.pupils.pictures import queries  # noqa: F401  (what stands in the way of a text)
