from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "portal.website"
    label = "website"
    verbose_name = "Trang công khai"

    def ready(self) -> None:
        from portal.website import findable  # noqa: F401  (it registers itself with the search)
