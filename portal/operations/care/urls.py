from django.urls import path

from portal.operations.care import views

patterns = [
    path("cham-soc/", views.care, name="care"),
    path("cham-soc/bang-tinh/", views.sheet, name="care_sheet"),
    path("cham-soc/ra-soat/", views.look_over, name="care_look_over"),
    path("cham-soc/ben-ngoai/", views.outside, name="care_outside"),
    path("cham-soc/ten-mien/", views.domains, name="care_domains"),
    path("cham-soc/ten-mien/<int:pk>/bo/", views.forget, name="care_forget"),
    path("cham-soc/<int:pk>/", views.one, name="care_one"),
]
