from django.urls import path

from portal.records.documents import public, register, writing

patterns = [
    path("van-ban/danh-sach.xlsx", public.sheet, name="documents_sheet"),
    path("van-ban/<int:year>/<slug:slug>/", public.document, name="document"),
    path("noi-bo/van-ban/", writing.desk, name="documents_desk"),
    path("noi-bo/van-ban/soan/", writing.new, name="document_new"),
    path("noi-bo/van-ban/soan/<int:pk>/", writing.edit, name="document_edit"),
    path("noi-bo/van-ban/ban/<int:pk>/", writing.draft, name="document_draft"),
    *(
        path(f"noi-bo/van-ban/ban/<int:pk>.{kind}", writing.paper, {"kind": kind}, name=f"document_{kind}")
        for kind in ("pdf", "docx")
    ),
    path("noi-bo/van-ban/so/", register.register, name="register"),
    path("noi-bo/van-ban/so/danh-sach.xlsx", register.sheet, name="register_sheet"),
    path("noi-bo/van-ban/so/<int:pk>/", register.line, name="register_line"),
]
