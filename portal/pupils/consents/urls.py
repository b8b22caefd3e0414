"""Addresses of consents."""

from django.urls import path

from portal.pupils.consents import bringing_views, families, papers, views

HERE = "noi-bo/hoc-sinh/"
patterns = [
    path(f"{HERE}phieu/", papers.blank, name="consent_blank"),
    path(f"{HERE}lop/<int:pk>/phieu/", papers.of_class, name="consent_forms"),
    path(f"{HERE}lop/<int:pk>/dong-y/", views.class_consents, name="consents"),
    path(f"{HERE}lop/<int:pk>/dong-y.xlsx", views.sheet, name="consents_sheet"),
    path(f"{HERE}lop/<int:pk>/dong-y/nhap/", bringing_views.bring, name="consents_bring"),
    path(f"{HERE}em/<int:pk>/rut/", views.withdraw, name="consent_withdraw"),
    path("tra-cuu/dong-y/", families.own, name="own_consents"),
]
