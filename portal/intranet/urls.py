from django.urls import include, path

from portal.intranet import views
from portal.intranet.bulk.urls import patterns as bulk
from portal.intranet.library.urls import patterns as library
from portal.intranet.notices.urls import patterns as notices
from portal.intranet.subjects.urls import patterns as subjects
from portal.intranet.timetable.urls import patterns as timetable
from portal.intranet.week import ical_views
from portal.intranet.week.bringing.views import bring
from portal.intranet.week.paper import views as paper

app_name = "intranet"
urlpatterns = [
    path("noi-bo/", views.home, name="home"),
    path("noi-bo/lich/dien-thoai/", ical_views.calendar, name="week_calendar"),
    path("lich/<str:secret>.ics", ical_views.feed, name="week_feed"),
    *notices,
    path("noi-bo/lich/", include("portal.intranet.week.urls")),
    path("noi-bo/lich/<monday:monday>/nhap/", bring, name="week_bring"),
    path("noi-bo/lich/<monday:monday>/in/", paper.paper, name="week_print"),
    *(
        path(f"noi-bo/lich/<monday:monday>.{kind}", paper.file, {"kind": kind}, name=f"week_{kind}")
        for kind in ("pdf", "xlsx", "docx")
    ),
    *bulk,
    *timetable,
    *subjects,
    *library,
]
