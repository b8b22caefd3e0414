from django.urls import path

from portal.intranet.timetable import making, public, views
from portal.intranet.timetable.paper.views import paper

patterns = [
    path("noi-bo/thoi-khoa-bieu/", views.timetable, name="timetable"),
    path("noi-bo/thoi-khoa-bieu/nhap/", making.bring, name="timetable_bring"),
    path("noi-bo/thoi-khoa-bieu/nhap/<int:pk>/", making.reading, name="timetable_reading"),
    path("noi-bo/thoi-khoa-bieu/ban/<int:pk>/", making.making, name="timetable_version"),
    path("noi-bo/thoi-khoa-bieu/ban/<int:pk>/bang-tinh/", views.sheet, name="timetable_sheet"),
    *(
        path(f"noi-bo/thoi-khoa-bieu/ban/<int:pk>.{kind}", paper, {"kind": kind}, name=f"timetable_{kind}")
        for kind in ("pdf", "docx")
    ),
    path("noi-bo/thoi-khoa-bieu/<slug:slug>/", views.version, name="timetable_item"),
    path("thoi-khoa-bieu/lop-cua-toi/", public.keep_own, name="timetable_own"),
    path("thoi-khoa-bieu/<slug:slug>/", public.of_class, name="timetable_class"),
]
