from django.urls import path

from portal.operations.moving import views

patterns = [
    path("viec/chuyen-cong/", views.overview, name="moving"),
    path("viec/chuyen-cong/bang-tinh/", views.problems_sheet, name="moving_sheet"),
    path("viec/chuyen-cong/<int:pk>/", views.listed, name="moving_listed"),
    path("viec/chuyen-cong/<int:pk>/duyet/", views.decide, name="moving_decide"),
    path("viec/chuyen-cong/<int:pk>/khep/", views.close, name="moving_close"),
    path("viec/chuyen-cong/<int:pk>/huy/", views.call_off, name="moving_call_off"),
]
