from django.urls import path

from portal.news import urgent
from portal.news import views as pages
from portal.news.bringing import views as bringing
from portal.news.capture import views as capture
from portal.news.editor import begin, receive, views, watch
from portal.news.reading import views as reading

app_name = "news"
urlpatterns = [
    path("anh/", reading.albums, name="albums"),
    path("luu-tru/", reading.archive, name="archive"),
    path("luu-tru/<int:year>/<int:number>/", reading.archive_month, name="archive_month"),
    path("tin-bai/", pages.index, name="index"),
    path("tin-bai/<slug:slug>/", pages.article, name="article"),
    path("tin-bai/<slug:slug>/tin-nhan.txt", reading.words, name="words"),
    path("viet/", begin.begin, name="begin"),
    path("viet/nhap-ho/", receive.take_in, name="receive"),
    path("viet/nhap-word/", bringing.bring, name="bring"),
    path("viet/nhap-word/<int:pk>/", bringing.brought, name="brought"),
    path("viet/nhap-word/lan/<int:pk>/", bringing.bringing, name="bringing"),
    path("viet/nhanh/", capture.capture, name="capture"),
    path("viet/nhanh/goi-y/", capture.hints, name="capture_hints"),
    path("viet/mau-khan/", urgent.templates, name="templates"),
    path("viet/mau-khan/<int:pk>/duyet/", urgent.approve, name="approve_template"),
    path("viet/<int:pk>/", views.edit, name="edit"),
    path("viet/<int:pk>/xet/", watch.check, name="check"),
    path("viet/<int:pk>/dang-mo/", watch.keep_open, name="keep_open"),
]
