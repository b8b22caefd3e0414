from django.urls import path

from portal.records.admissions import public, views, writing

patterns = [
    path("tuyen-sinh/danh-sach.xlsx", public.sheet, name="admissions_sheet"),
    path("tuyen-sinh/tra-cuu/", public.look_up, name="admission_lookup"),
    path("tuyen-sinh/ho-so/", public.own, name="admission_own"),
    path("tuyen-sinh/<slug:slug>/", public.season, name="admission"),
    path("tuyen-sinh/<slug:slug>/dang-ky/", public.apply, name="admission_apply"),
    path("noi-bo/tuyen-sinh/", writing.desk, name="admissions_desk"),
    path("noi-bo/tuyen-sinh/soan/", writing.new, name="admission_new"),
    path("noi-bo/tuyen-sinh/soan/<int:pk>/", writing.edit, name="admission_edit"),
    path("noi-bo/tuyen-sinh/ban/<int:pk>/", writing.draft, name="admission_draft"),
    path("noi-bo/tuyen-sinh/dot/<int:pk>/", views.applications, name="applications"),
    path("noi-bo/tuyen-sinh/dot/<int:pk>/danh-sach.xlsx", views.sheet, name="applications_sheet"),
    path("noi-bo/tuyen-sinh/ho-so/<int:pk>/", views.application, name="application"),
    path("noi-bo/tuyen-sinh/ho-so/<int:pk>/ma-moi/", views.renew, name="application_renew"),
    path("noi-bo/tuyen-sinh/giay-to/<int:pk>/", views.paper, name="application_paper"),
]
