"""Addresses about people."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from portal.people.views import accounts, decisions, duty, fields, overview

app_name = "people"
urlpatterns: list[URLPattern | URLResolver] = [
    path("nhan-su/", overview.overview, name="overview"),
    path("nhan-su/quyet-dinh/", decisions.decisions, name="decisions"),
    path("nhan-su/quyet-dinh/moi/", decisions.decision_new, name="decision_new"),
    path("nhan-su/quyet-dinh/<int:pk>/", decisions.decision, name="decision"),
    path("nhan-su/phu-trach/", decisions.acting_head, name="acting_head"),
    path("nhan-su/bo-nhiem/<int:pk>/thoi/", decisions.appointment_end, name="appointment_end"),
    path("nhan-su/linh-vuc/", fields.fields, name="fields"),
    path("nhan-su/linh-vuc/<int:pk>/", fields.field, name="field"),
    path("nhan-su/phan-cong/<int:pk>/thoi/", fields.field_end, name="field_end"),
    path("nhan-su/don-vi/", fields.units, name="units"),
    path("nhan-su/don-vi/<int:pk>/", fields.unit, name="unit"),
    path("nhan-su/nguoi-don-vi/<int:pk>/roi/", fields.unit_leave, name="unit_leave"),
    path("nhan-su/uy-nhiem/", duty.delegations, name="delegations"),
    path("nhan-su/uy-nhiem/<int:pk>/thu-hoi/", duty.delegation_revoke, name="delegation_revoke"),
    path("nhan-su/vang-mat/", duty.absences, name="absences"),
    path("nhan-su/vang-mat/<int:pk>/ve/", duty.absence_end, name="absence_end"),
    path("nhan-su/cong-tac-vien/", accounts.collaborators, name="collaborators"),
    path("nhan-su/cong-tac-vien/<int:pk>/dong-y/", accounts.collaborator_accept, name="collaborator_accept"),
    path("nhan-su/cong-tac-vien/<int:pk>/khong/", accounts.collaborator_decline, name="collaborator_decline"),
    path("nhan-su/cong-tac/<int:pk>/thoi/", accounts.collaborator_end, name="collaborator_end"),
    path("nhan-su/tam-dung/", accounts.suspensions, name="suspensions"),
    path("nhan-su/tam-dung/<int:pk>/bo/", accounts.suspension_lift, name="suspension_lift"),
    path("nhan-su/tam-dung/de-xuat/<int:pk>/khong/", accounts.suspension_decline, name="suspension_decline"),
    path("nhan-su/tai-khoan/", accounts.accounts, name="accounts"),
]

if find_spec("portal.people.token_urls"):
    urlpatterns.append(path("", include("portal.people.token_urls")))

urlpatterns.append(path("nhan-su/<str:username>/", accounts.record, name="record"))
