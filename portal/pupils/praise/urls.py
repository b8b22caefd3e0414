from django.urls import path

from portal.pupils.praise import views

patterns = [
    path("viec/khen-rut/", views.hidden, name="praise_hidden"),
    path("viec/khen-rut/danh-sach.xlsx", views.sheet, name="praise_hidden_sheet"),
    path("viec/khen-rut/<int:pk>/khep/", views.settle, name="settle_praise"),
]
