from django.apps import AppConfig
from django.db.backends.signals import connection_created


class BaseConfig(AppConfig):
    name = "portal.base"
    label = "base"
    verbose_name = "Nền"

    def ready(self) -> None:
        from portal.base.naming import speak_vietnamese
        from portal.base.ordering import teach

        connection_created.connect(teach, dispatch_uid="portal.base.ordering")
        speak_vietnamese()
