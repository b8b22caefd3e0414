from django.urls import path

from portal.intranet.library import editing, sending, views

patterns = [
    path("noi-bo/kho/", views.library, name="library"),
    path("noi-bo/kho/danh-sach.xlsx", views.sheet, name="library_sheet"),
    path("noi-bo/kho/gui/", editing.new, name="library_new"),
    path("noi-bo/kho/gui/<int:pk>/", editing.edit, name="library_edit"),
    path("noi-bo/kho/cua-toi/", sending.mine, name="library_mine"),
    path("noi-bo/kho/cua-toi/y-kien/", sending.opine_on_many, name="library_opine_on_many"),
    path("noi-bo/kho/ban/<int:pk>/", sending.draft, name="library_draft"),
    path("noi-bo/kho/ban/<int:pk>/gui-di/", sending.send, name="library_send"),
    path("noi-bo/kho/ban/<int:pk>/rut/", sending.take_back, name="library_take_back"),
    path("noi-bo/kho/ban/<int:pk>/y-kien/", sending.opine, name="library_opine"),
    path("noi-bo/kho/ban/<int:pk>/chia-se/", sending.share, name="library_share"),
    path("noi-bo/kho/<slug:slug>/", views.item, name="library_item"),
    path("noi-bo/kho/<slug:slug>/ban/<str:hash>/", views.version, name="library_version"),
    path("noi-bo/kho/<slug:slug>/danh-gia/", views.rate, name="library_rate"),
    path("noi-bo/kho/<slug:slug>/chep/", views.copy, name="library_copy"),
    path("noi-bo/kho/<slug:slug>/tai/<int:pk>/", views.fetch, name="library_fetch"),
]
