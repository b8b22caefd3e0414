from django.urls import path

from portal.intranet.notices import editing, views

patterns = [
    path("noi-bo/thong-bao/", views.notices, name="notices"),
    path("noi-bo/thong-bao/bang-tinh/", views.sheet, name="notices_sheet"),
    path("noi-bo/thong-bao/viet/", editing.new, name="notice_new"),
    path("noi-bo/thong-bao/viet/<int:pk>/", editing.edit, name="notice_edit"),
    path("noi-bo/thong-bao/<slug:slug>/", views.notice, name="notice"),
    path("noi-bo/thong-bao/<slug:slug>/da-doc/", views.confirm, name="notice_confirm"),
    path("noi-bo/thong-bao/<slug:slug>/ai-chua-doc/", views.readers, name="notice_readers"),
    path("noi-bo/thong-bao/<slug:slug>/ai-chua-doc/bang-tinh/", views.readers_sheet, name="notice_readers_sheet"),
    path("noi-bo/thong-bao/<slug:slug>/nhac/", views.remind, name="notice_remind"),
]
