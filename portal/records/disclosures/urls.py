from django.urls import path

from portal.records.disclosures import editing, papers, public, views

patterns = [
    path("noi-bo/cong-khai/", views.checklist, name="disclosures"),
    path("noi-bo/cong-khai/bang-tinh/", views.sheet, name="disclosures_sheet"),
    path("noi-bo/cong-khai/phan-cong/", views.charges, name="disclosure_charges"),
    path("noi-bo/cong-khai/niem-yet/<int:pk>/go/", views.take_off, name="disclosure_take_off"),
    *(
        path(f"noi-bo/cong-khai/niem-yet/<int:pk>.{kind}", papers.minutes, {"kind": kind}, name=f"disclosure_minutes_{kind}")
        for kind in ("pdf", "docx")
    ),
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/", views.point, name="disclosure"),
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/soan/", editing.edit, name="disclosure_edit"),
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/trinh/", views.submit, name="disclosure_submit"),
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/thay-doi/", views.tell_change, name="disclosure_change"),
    path("noi-bo/cong-khai/<int:year>/<slug:slug>/niem-yet/", views.post, name="disclosure_post"),
    *(
        path(f"noi-bo/cong-khai/<int:year>/<slug:slug>.{kind}", papers.board_copy, {"kind": kind}, name=f"disclosure_board_{kind}")
        for kind in ("pdf", "docx")
    ),
    path("cong-khai/<int:year>/", public.year, name="disclosures_year"),
    path("cong-khai/<int:year>/bang-tinh/", public.year_sheet, name="disclosures_year_sheet"),
    path("cong-khai/<int:year>/<slug:slug>/", public.point, name="disclosure_public"),
    path("cong-khai/<int:year>/<slug:slug>/bang-tinh/", public.point_sheet, name="disclosure_public_sheet"),
    path("cong-khai/<int:year>/<slug:slug>/ban/<int:number>/", public.version, name="disclosure_version"),
]  # fmt: skip
