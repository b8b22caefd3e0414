"""The addresses of the places that stand still, from `news.places`."""

from django.urls import path

from portal.news.places import ABOUT, PLACES
from portal.website.places import english, staff_views, views

_OWN = [
    place
    for place in PLACES
    if not place.path.startswith(ABOUT)
    and place.key not in ("contact", "timetable", "documents", "disclosures", "admissions")
]

patterns = [
    path("gioi-thieu/", views.about, name="about"),
    path("gioi-thieu/<slug:slug>/", views.about_page, name="about_page"),
    path("lien-he/", views.contact, name="contact"),
    path("thoi-khoa-bieu/", views.timetable, name="timetable"),
    path("tuyen-sinh/", views.admissions, name="admissions"),
    path("cong-khai/", views.disclosures, name="disclosures"),
    path("cong-khai/<slug:slug>/", views.item, {"key": "disclosures"}, name="disclosures_item"),
    path("van-ban/", views.documents, name="documents"),
    path("van-ban/<slug:slug>/", views.item, {"key": "documents"}, name="documents_item"),
    *(path(p.path[1:], views.place, {"key": p.key}, name=p.key) for p in _OWN if not p.many),
    *(path(p.path[1:], views.listing, {"key": p.key}, name=p.key) for p in _OWN if p.many),
    *(path(f"{p.path[1:]}<slug:slug>/", views.item, {"key": p.key}, name=f"{p.key}_item") for p in _OWN if p.many),
    path("to/", staff_views.units, name="units"),
    path("to/<slug:slug>/", staff_views.unit, name="unit"),
    path("thay-co/<int:pk>/", staff_views.teacher, name="teacher"),
    path("en/", english.front, name="english"),
    path("en/<slug:slug>/", english.page, name="english_page"),
]
