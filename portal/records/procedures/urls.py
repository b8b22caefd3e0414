from django.urls import path

from portal.records.procedures import public, writing

patterns = [
    path("thu-tuc/", public.procedures, name="procedures"),
    path("thu-tuc/danh-sach.xlsx", public.sheet, name="procedures_sheet"),
    path("thu-tuc/<slug:slug>/", public.procedure, name="procedure"),
    path("thu-tuc/<slug:slug>/mau-don/", public.form, name="procedure_form"),
    path("thu-tuc/<slug:slug>/mau-don.pdf", public.form_file, {"kind": "pdf"}, name="procedure_form_pdf"),
    path("thu-tuc/<slug:slug>/mau-don.docx", public.form_file, {"kind": "docx"}, name="procedure_form_docx"),
    path("noi-bo/thu-tuc/", writing.desk, name="procedures_desk"),
    path("noi-bo/thu-tuc/soan/", writing.new, name="procedure_new"),
    path("noi-bo/thu-tuc/soan/<int:pk>/", writing.edit, name="procedure_edit"),
    path("noi-bo/thu-tuc/ban/<int:pk>/", writing.draft, name="procedure_draft"),
]
