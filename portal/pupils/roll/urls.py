"""Addresses of the rolls."""

from django.urls import path

from portal.pupils.roll import bringing_views, views

HERE = "noi-bo/hoc-sinh/"
patterns = [
    path(HERE, views.classes, name="classes"),
    path(f"{HERE}nhap/", bringing_views.bring, name="roll_bring"),
    path(f"{HERE}nam-<int:year>.xlsx", views.year_sheet, name="year_sheet"),
    path(f"{HERE}lop/<int:pk>/", views.school_class, name="class"),
    path(f"{HERE}lop/<int:pk>.xlsx", views.class_sheet, name="class_sheet"),
    path(f"{HERE}em/<int:pk>/", views.pupil, name="pupil"),
    path(f"{HERE}nguoi-giam-ho/<int:pk>/bo/", views.guardian_drop, name="guardian_drop"),
]
