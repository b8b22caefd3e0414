from django.urls import path

from portal.intranet import views
from portal.intranet.week import ical_views

app_name = "intranet"
urlpatterns = [
    path("noi-bo/", views.home, name="home"),
    path("noi-bo/lich/dien-thoai/", ical_views.calendar, name="week_calendar"),
    path("lich/<str:secret>.ics", ical_views.feed, name="week_feed"),
]
