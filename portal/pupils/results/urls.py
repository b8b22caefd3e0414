from django.urls import path

from portal.pupils.results import public, views

patterns = [
    path("tra-cuu/", public.door, name="results_door"),
    path("tra-cuu/phieu/", public.by_slip, name="results_slip"),
    path("noi-bo/ket-qua/", views.periods, name="results"),
    path("noi-bo/ket-qua/nhap/<int:pk>/", views.brought, name="results_import"),
    path("noi-bo/ket-qua/<int:pk>/", views.period, name="results_period"),
    path("noi-bo/ket-qua/<int:pk>/lop/<int:lop>/", views.of_class, name="results_class"),
    path("noi-bo/ket-qua/<int:pk>/lop/<int:lop>/bang-tinh/", views.sheet, name="results_sheet"),
    path("noi-bo/ket-qua/<int:pk>/lop/<int:lop>/phieu/", views.print_slips, name="results_print"),
]
