from django.urls import path

from portal.records.figures import views

patterns = [
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/so-lieu/", views.figures, name="figures"),
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/so-lieu/nhap/", views.bring, name="figures_bring"),
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/so-lieu.xlsx", views.sheet, name="figures_sheet"),
]
