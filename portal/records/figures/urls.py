from django.urls import path

from portal.records.figures import reporting, views

patterns = [
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/so-lieu/", views.figures, name="figures"),
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/so-lieu/nhap/", views.bring, name="figures_bring"),
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/so-lieu.xlsx", views.sheet, name="figures_sheet"),
    path("noi-bo/cong-khai/<int:year>/bao-cao/lap/", reporting.annual, name="annual"),
    *(
        path(f"noi-bo/cong-khai/<int:year>/bao-cao/lap.{kind}", reporting.file, {"kind": kind}, name=f"annual_{kind}")
        for kind in ("pdf", "docx")
    ),
]  # fmt: skip
