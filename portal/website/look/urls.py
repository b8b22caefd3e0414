"""The addresses of the look: the style guide, the school's own colours."""

from django.urls import path

from portal.website.look import guide, views

patterns = [
    path("kieu-mau/", guide.guide, name="guide"),
    path("giao-dien/<slug:key>.css", views.theme, name="theme"),
    path("viec/bo-mat/", views.look, name="look"),
    path("viec/bo-mat/xem-thu/", views.preview, name="look_trial"),
    path("viec/bo-mat/mau/<str:ink>-<str:phuong>.css", views.trial_sheet, name="look_trial_sheet"),
    path("viec/bo-mat/<int:pk>/", views.decide, name="look_decide"),
]
