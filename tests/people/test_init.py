"""`manage.py init`: a school by flags, every fault at once, never twice."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from portal.base import clock
from portal.base.models import School
from portal.people import offices
from portal.people.models import Decision, Person
from portal.people.rules import Office

FLAGS = (
    "--no-input", "--name=Trường THCS Ngô Gia Tự", "--initials=NGT", "--domain=ngogiatu.edu.vn",
    "--principal=minh:Nguyễn Mậu Minh:minh@ngogiatu.edu.vn", "--decision-number=34/QĐ", "--decision-date=16/10/2024",
    "--head=ha:Trần Thu Hà:ha@ngogiatu.edu.vn", "--deputy=phong:Lê Phong:phong@ngogiatu.edu.vn",
    "--member=cuc:Phạm Thị Cúc:cuc@ngogiatu.edu.vn", "--member=dung:Đỗ Dũng:dung@ngogiatu.edu.vn",
    "--secretary=sen:Vũ Thị Sen:sen@ngogiatu.edu.vn", "--sysadmin=sen:Vũ Thị Sen:sen@ngogiatu.edu.vn",
)  # fmt: skip


def init(*flags: str) -> str:
    out = io.StringIO()
    call_command("init", *flags, stdout=out)
    return out.getvalue()


def said(*flags: str) -> list[str]:
    with pytest.raises(CommandError) as caught:
        init(*flags)
    return str(caught.value).splitlines()


def test_a_school_is_set_up_by_flags(db: None) -> None:
    init(*FLAGS)
    board, person = offices.board(clock.now()), {each.username: each.pk for each in Person.objects.all()}
    assert School.objects.get().name == "Trường THCS Ngô Gia Tự"
    assert Decision.objects.values_list("number", "signed_on", "signer").get() == (
        "34/QĐ", date(2024, 10, 16), "Nguyễn Mậu Minh",
    )  # fmt: skip
    assert (board.principals, board.heads, board.members) == (
        {person["minh"]}, {person["ha"]}, {person["cuc"], person["dung"]},
    )  # fmt: skip
    assert board.offices(person["sen"]) == {Office.SECRETARY, Office.SYSADMIN}


def test_each_person_gets_one_link_built_from_the_base_address_that_sets_the_password(db: None, settings) -> None:
    links = [line.strip() for line in init(*FLAGS).splitlines() if "/password/reset/key/" in line]
    assert len(links) == 6
    assert {link[: len(settings.PORTAL_BASE_URL)] for link in links} == {"http://testserver"}
    client = Client()
    page = client.get(links[0].removeprefix("http://testserver"), follow=True)
    new = {"password1": "mot-mat-khau-dai", "password2": "mot-mat-khau-dai"}
    answer = client.post(page.request["PATH_INFO"], new)
    assert answer.status_code == 302
    assert Client().login(username="minh", password="mot-mat-khau-dai")


def test_a_second_time_is_refused(db: None) -> None:
    init(*FLAGS)
    assert said(*FLAGS) == [
        "Cổng này đã có trường: Trường THCS Ngô Gia Tự. `init` chỉ chạy một lần, trên dữ liệu trống."
    ]


def test_every_fault_is_told_at_once_and_nothing_is_made(db: None) -> None:
    wrong = ("--no-input", "--name=Trường", "--principal=Minh Hiệu trưởng", "--decision-date=hôm qua",
             "--head=Hà:Trần Thu Hà:ha-tai-truong", "--member=cuc:Phạm Thị Cúc:cuc@ngogiatu.edu.vn",
             "--member=cuc:Phạm Cúc:cuc@ngogiatu.edu.vn")  # fmt: skip
    assert said(*wrong) == [
        "Chưa lập được trường, cần sửa 9 điểm:",
        "  - --initials: thiếu chữ trên huy hiệu.",
        "  - --domain: thiếu tên miền chính thức.",
        "  - --decision-number: thiếu số quyết định đầu tiên.",
        "  - --principal: ghi theo mẫu tên-đăng-nhập:Họ và tên:thư điện tử (đang là “Minh Hiệu trưởng”).",
        "  - --head: tên đăng nhập “Hà” chỉ gồm chữ thường không dấu, số, dấu . _ -",
        "  - --head: “ha-tai-truong” không phải địa chỉ thư điện tử.",
        "  - --member: “cuc” được ghi hai lần với họ tên hoặc thư khác nhau.",
        "  - --secretary: quyết định đầu tiên phải có Thư ký.",
        "  - --decision-date: “hôm qua” không phải ngày; ghi như 16/10/2024.",
    ]
    assert (School.objects.count(), Person.objects.count()) == (0, 0)


def test_on_a_terminal_it_asks_until_each_needed_answer_is_there(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([
        "", "Trường THCS Ngô Gia Tự", "NGT", "ngogiatu.edu.vn", "", "", "", "", "minh:Nguyễn Mậu Minh:minh@ngogiatu.edu.vn",
        "34/QĐ", "2024-10-16", "", "minh:Nguyễn Mậu Minh:minh@ngogiatu.edu.vn", "", "",
        "sen:Vũ Thị Sen:sen@ngogiatu.edu.vn", "", "",
    ])  # fmt: skip
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: next(answers))
    init()
    board, minh = offices.board(clock.now()), Person.objects.get(username="minh")
    assert board.offices(minh.pk) == {Office.PRINCIPAL, Office.HEAD}
    assert list(answers) == []
