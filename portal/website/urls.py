from django.urls import path

from portal.base.sharing import CARDS, ICONS, SCHOOL
from portal.website import cards, events, feeds, follow, home, reading, sitemaps, views, weeks, wellknown
from portal.website.look.urls import patterns as look
from portal.website.places.urls import patterns as standing_places

app_name = "website"
urlpatterns = [
    path("", home.home, name="home"),
    path("viec/trang-chu/xem-thu/", home.trial, name="home_trial"),
    path("tuy-chon-doc/", reading.choose, name="reading"),
    path("ban-bien-tap/", views.roster, name="roster"),
    path("so-do/", views.places, name="places"),
    *look,
    *standing_places,
    *feeds.addresses("rss", feeds.Rss),
    *feeds.addresses("atom", feeds.Atom),
    path("lich-cong-tac/", weeks.weeks, name="weeks"),
    path("theo-doi/", follow.follow, name="follow"),
    path("lich.ics", events.calendar, name="calendar"),
    path("tin-bai/<slug:slug>/lich.ics", events.of_article, name="event"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemaps.part, name="sitemap_part"),
    path(f"{CARDS}/{SCHOOL}/<slug:key>.jpg", cards.of_school, name="school_card"),
    path(f"{CARDS}/<int:pk>/<slug:key>.jpg", cards.of_page, name="card"),
    path(f"{ICONS}/<slug:key>/<slug:name>.png", cards.icon, name="icon"),
    path("cong.webmanifest", cards.manifest, name="manifest"),
    path("favicon.ico", cards.favicon, name="favicon"),
    path("robots.txt", wellknown.robots, name="robots"),
    path("tim-kiem.xml", wellknown.open_search, name="open_search"),
    path(".well-known/security.txt", wellknown.security, name="security"),
    path(".well-known/change-password", wellknown.change_password, name="well_known_password"),
]
