from django.urls import path

from portal.intranet.bulk import list_views, views

patterns = [
    path("noi-bo/kho/gui-nhieu/", views.send, name="bulk"),
    path("noi-bo/kho/gui-nhieu/tep/", views.one, name="bulk_one"),
    path("noi-bo/kho/gui-nhieu/da-co/", views.there, name="bulk_there"),
    path("noi-bo/kho/gui-nhieu/bang/", views.table, name="bulk_table"),
    path("noi-bo/kho/gui-nhieu/bang-tinh/", views.sheet, name="bulk_sheet"),
    path("noi-bo/danh-sach-duyet/", list_views.overview, name="review_lists"),
    path("noi-bo/danh-sach-duyet/<int:pk>/", list_views.one, name="review_list"),
    path("noi-bo/danh-sach-duyet/<int:pk>/bang-tinh/", list_views.sheet, name="review_list_sheet"),
    path("noi-bo/danh-sach-duyet/<int:pk>/duyet/", list_views.decide, name="review_list_decide"),
    path("noi-bo/danh-sach-duyet/<int:pk>/rut/", list_views.take_back, name="review_list_take_back"),
]
