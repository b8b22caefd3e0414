"""What is said when something is wrong: in Vietnamese, with rule and clause, and without an address to keep."""

from django.http import HttpRequest
from django.test import Client, RequestFactory

from portal.base.refused import Refused
from portal.base.rules import Refusal
from portal.website import views
from tests.cast import Cast


def request(cast: Cast) -> HttpRequest:
    made = RequestFactory().get("/dau-do/")
    made.user = cast.phu
    return made


def test_a_page_that_is_not_there_offers_a_way_on(cast: Cast, client: Client) -> None:
    answer = client.get("/khong-co/")
    assert (answer.status_code, 'href="/so-do/"' in answer.content.decode()) == (404, True)
    assert b'rel="canonical"' not in answer.content


def test_a_refusal_is_told_with_its_clause(cast: Cast) -> None:
    no = Refused(Refusal("R-A-01", "Điều 7", "Chỉ Hiệu trưởng."), Refusal("R-A-02", "Điều 8", "Chưa đủ."))
    answer = views.forbidden(request(cast), no)
    words = answer.content.decode()
    assert (answer.status_code, "Chỉ Hiệu trưởng. Chưa đủ." in words, "Căn cứ: Điều 7; Điều 8" in words) == (
        403,
        True,
        True,
    )


def test_any_other_no_is_told_too(cast: Cast) -> None:
    answer = views.forbidden(request(cast), PermissionError())
    assert (answer.status_code, "Căn cứ" in answer.content.decode()) == (403, False)


def test_a_form_without_its_token_changes_nothing_and_says_so(cast: Cast) -> None:
    answer = Client(enforce_csrf_checks=True).post("/tai-khoan/login/", {"login": "lan"})
    assert (answer.status_code, "Mời tải lại trang" in answer.content.decode()) == (403, True)


def test_a_fault_is_told_without_asking_the_database(rf: RequestFactory) -> None:
    answer = views.broken(rf.get("/"))
    assert (answer.status_code, "Cổng đang trục trặc" in answer.content.decode()) == (500, True)
