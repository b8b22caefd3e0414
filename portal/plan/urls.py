from django.urls import path

from portal.plan import views

app_name = "plan"
urlpatterns = [
    path("ke-hoach/", views.plans, name="plans"),
    path("ke-hoach/lap/", views.draw_up, name="draw_up"),
    path("ke-hoach/<int:pk>/", views.plan, name="plan"),
    path("ke-hoach/<int:pk>/them/", views.add, name="add"),
    path("ke-hoach/<int:pk>/xac-nhan/", views.confirm, name="confirm"),
    path("ke-hoach/<int:pk>/bang-tinh/", views.sheet, name="sheet"),
    path("ke-hoach/<int:pk>/nhap/", views.read_sheet, name="read_sheet"),
    path("ke-hoach/viec/<int:pk>/huy/", views.cancel, name="cancel"),
]
