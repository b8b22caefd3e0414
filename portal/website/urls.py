from django.urls import path

from portal.website import feeds, views

app_name = "website"
urlpatterns = [
    path("", views.home, name="home"),
    path("ban-bien-tap/", views.roster, name="roster"),
    path("so-do/", views.places, name="places"),
    path("rss/", feeds.rss, name="rss"),
    path("rss/<slug:slug>/", feeds.rss, name="section_rss"),
    path("atom/", feeds.atom, name="atom"),
    path("atom/<slug:slug>/", feeds.atom, name="section_atom"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
]
