"""An internal copy of an approved article on the desk: its way has no steps and says why; its slip names the original."""

from collections.abc import Callable

from django.test import Client

from portal.news.models import Article
from portal.people.models import Person
from tests.cast import Cast


def test_the_copy_goes_up_as_it_is_handed_in(cast: Cast, as_: Callable[[Person], Client]) -> None:
    cast.published(cast.lan)
    copy = cast.article(cast.lan, section="trao-doi")
    browser = as_(cast.lan)
    way = browser.get(f"/viec/{copy.pk}/tuyen/")
    assert way.context["why"] == {
        "text": "Bản nội bộ của bài công khai đã duyệt, không đổi chữ nào.", "clause": "Điều 15.1",
    }  # fmt: skip
    assert [(step["name"], step["note"]) for step in way.context["route"]] == [("Đăng lên cổng", "ngay khi trình")]
    browser.post(f"/viec/{copy.pk}/trinh/")
    assert Article.objects.get(pk=copy.pk).live


def test_its_slip_names_the_original_and_who_answered_for_it(cast: Cast, as_: Callable[[Person], Client]) -> None:
    original = cast.published(cast.lan)
    copy = cast.article(cast.lan, section="trao-doi")
    cast.submit(copy, cast.lan)
    shown = as_(cast.sen).get(f"/viec/{copy.pk}/phieu-duyet/").context
    assert shown["facts"][-1] == {"label": "Bản nội bộ của bài đã duyệt", "value": original.title}
    first = original.approvals.get()
    assert (shown["slip"]["decided_by"], shown["slip"]["clause"]) == (first.by, "Điều 15.1")
    assert [line["verb_label"] for line in shown["history"]] == [
        "Trình duyệt", "Đăng bản nội bộ của bài đã duyệt", "Lên cổng",
    ]  # fmt: skip
