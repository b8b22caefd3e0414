from django.apps import AppConfig


class ApprovalConfig(AppConfig):
    name = "portal.approval"
    label = "approval"
    verbose_name = "Duyệt đăng"
