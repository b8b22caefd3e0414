from django.urls import path

from portal.intranet.subjects import views

patterns = [
    path("noi-bo/kho/mon-hoc-va-bo-sach/", views.catalogue, name="subjects"),
    path("noi-bo/kho/mon-hoc-va-bo-sach/bang-tinh/", views.sheet, name="subjects_sheet"),
]
