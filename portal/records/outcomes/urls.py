from django.urls import path

from portal.records.outcomes import public, writing

patterns = [
    path("cong-khai/ket-qua/", public.outcomes, name="outcomes"),
    path("cong-khai/ket-qua/<int:year>/<slug:term>/", public.outcome, name="outcome"),
    path("cong-khai/ket-qua/<int:year>/<slug:term>/so-lieu.xlsx", public.sheet, name="outcome_sheet"),
    path("ket-qua/<slug:slug>/", public.item, name="outcome_item"),
    path("noi-bo/so-lieu/", writing.desk, name="outcomes_desk"),
    path("noi-bo/so-lieu/<int:pk>/", writing.figures, name="outcome_edit"),
    path("noi-bo/so-lieu/<int:pk>/nhap/", writing.bring, name="outcome_bring"),
    path("noi-bo/so-lieu/<int:pk>/so-lieu.xlsx", writing.sheet, name="outcome_figures"),
]
