from django.apps import AppConfig


class PupilsConfig(AppConfig):
    name = "portal.pupils"
    label = "pupils"
    verbose_name = "Học sinh"
