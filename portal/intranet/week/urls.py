"""Addresses of the week below /noi-bo/lich/."""

from datetime import date

from django.urls import path, register_converter

from portal.intranet.week.views import posters, reading, writing


class Monday:
    """A week by its first day; no other day names one, nor one no school's calendar has."""

    regex = r"2[01][0-9]{2}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        day = date.fromisoformat(value)
        if day.weekday() != 0:
            raise ValueError(value)
        return day

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(Monday, "monday")

urlpatterns = [
    path("", reading.this_week, name="week"),
    path("cua-toi/", reading.mine, name="week_mine"),
    path("cac-tuan/", reading.weeks, name="weeks"),
    path("cac-tuan/bang-tinh/", reading.weeks_sheet, name="weeks_sheet"),
    path("nguoi-dang/", posters.posters, name="week_posters"),
    path("nguoi-dang/<int:pk>/thoi/", posters.end, name="week_poster_end"),
    path("viec/<int:pk>/", writing.line, name="week_line"),
    path("viec/<int:pk>/bo/", writing.cancel, name="week_cancel"),
    path("<monday:monday>/", reading.week, name="week_of"),
    path("<monday:monday>/sua/", writing.edit, name="week_edit"),
    path("<monday:monday>/bat-dau/", writing.begin, name="week_begin"),
    path("<monday:monday>/hieu/", writing.heard, name="week_heard"),
    path("<monday:monday>/truc/", writing.duties, name="week_duties"),
    path("<monday:monday>/dang/", writing.post, name="week_post"),
]
