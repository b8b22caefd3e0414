from django.apps import AppConfig


class PupilsConfig(AppConfig):
    name = "portal.pupils"
    label = "pupils"
    verbose_name = "Học sinh"

    def ready(self) -> None:
        from portal.pupils.consents import guarding, waiting  # noqa: F401  (who opens the scan of a sheet; sheets still to come)
        from portal.pupils.pictures import queries  # noqa: F401  (what stands in the way of a text)
        from portal.pupils.pictures import waiting as taken_back  # noqa: F401  (what was hidden, for the Secretary)
        from portal.pupils.praise import queries as praise  # noqa: F401  (and of a praise list)
