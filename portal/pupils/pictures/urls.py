from django.urls import path

from portal.pupils.pictures import views

patterns = [
    path("viet/anh/<int:pk>/", views.picture, name="picture"),
    path("viec/anh-rut/", views.withheld, name="withheld"),
    path("viec/anh-rut/danh-sach.xlsx", views.sheet, name="withheld_sheet"),
    path("viec/anh-rut/<int:pk>/khep/", views.settle, name="settle_withheld"),
]
