"""Addresses of forgetting; no address says whom."""

from django.urls import path

from portal.pupils.erasing import views

HERE, STILL = "noi-bo/hoc-sinh/xoa/", "viec/con-ten/"
patterns = [
    path(HERE, views.requests, name="erasures"),
    path(f"{HERE}danh-sach.xlsx", views.sheet, name="erasures_sheet"),
    path(f"{HERE}tai-khoan/", views.ask_account, name="erasure_account"),
    path(f"{HERE}<int:pk>/", views.erasure, name="erasure"),
    *(
        path(f"{HERE}<int:pk>/bien-ban.{kind}", views.minutes, {"kind": kind}, name=f"erasure_minutes_{kind}")
        for kind in ("pdf", "docx")
    ),
    path("noi-bo/hoc-sinh/em/<int:pk>/xoa/", views.ask, name="erasure_ask"),
    path(STILL, views.places, name="named_still"),
    path(f"{STILL}danh-sach.xlsx", views.places_sheet, name="named_still_sheet"),
    path(f"{STILL}<int:pk>/", views.place, name="named_still_one"),
]
