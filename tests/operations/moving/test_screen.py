"""Moving in on screen: what is to be looked at, one list, one decision (Điều 10.4, 12.2, 14.2)."""

from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from portal.approval import actions as approval
from portal.approval.models import HistoryList
from portal.news.models import Article
from portal.operations.models import Moved, Moving
from portal.people import mixins
from tests.cast import NOW, OLD, Cast

ALL, HERE = "/viec/chuyen-cong/", {"at": NOW, "channel": "test"}


def brought(cast: Cast, *titles: str) -> list[Article]:
    """Some texts as `move_in` leaves them."""
    run = Moving.objects.create(source="cu", name="Cổng cũ", kind="saved", archive="cu.zip", sha256="a" * 64, by=cast.sen,
                                began_at=NOW, alive_at=NOW, ended_at=NOW, total=len(titles), looked_at=len(titles))  # fmt: skip
    made = []
    for number, title in enumerate(titles):
        article = cast.article(cast.sen, in_plan=False, title=title)
        approval.mark_history(article, past=OLD, where=f"/a/ct/1/{number}", by=cast.sen, **HERE)
        Moved.objects.create(source="cu", source_id=f"{run.pk}:{number}", moving=run, state="done", page=article, title=title,
                             address=f"/a/ct/1/{number}", past=OLD, noted=True, notes=["Kho không có ảnh san.gif."])  # fmt: skip
        made.append(article)
    Moved.objects.create(source="cu", source_id=f"{run.pk}:x", moving=run, state="failed", title="=Bài hỏng", noted=True,
                         notes=["Không rõ ngày đăng ở cổng cũ."])  # fmt: skip
    return made


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever decides typed his password a moment ago."""
    monkeypatch.setattr("portal.operations.moving.views.confirm_identity", lambda request: None)
    assert mixins.confirm_identity is not None


def signed_in(person: object) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_from_the_list_to_the_portal(cast: Cast, known: None) -> None:
    kept, out = brought(cast, "Khai giảng 2016", "Bài nêu tên học sinh")
    sen, ha = signed_in(cast.sen), signed_in(cast.ha)
    assert sen.post(ALL, {"title": " "}).status_code == 422
    assert sen.post(ALL, {"title": "Bài cổng cũ"}).status_code == 302
    made = HistoryList.objects.get()
    here = f"{ALL}{made.pk}/"
    shown = sen.get(here).content.decode()
    assert ("Quyết định đưa" in shown, "Rút danh sách" in shown, kept.case.hash in shown) == (False, True, True)
    shown = ha.get(here).content.decode()
    assert ("Quyết định đưa 2 bài" in shown, made.digest in shown, "/a/ct/1/1" in shown) == (True, True, True)
    item = made.items.get(page=out)
    wrong = ha.post(here, {"bai": [item.pk], "ma": made.digest, "reason": ""})
    assert (wrong.status_code, "Cần ghi lý do không đưa bài lên." in wrong.content.decode()) == (422, True)
    assert f'value="{item.pk}" id="bai-{item.pk}" checked' in wrong.content.decode()  # what was ticked stays
    assert ha.post(here, {"bai": [item.pk], "ma": made.digest, "reason": "Lộ tên học sinh."}).status_code == 302
    moved = ha.post(f"{here}duyet/", {"ma": made.digest}, follow=True).content.decode()
    assert "Danh sách đã thay đổi so với lúc thầy/cô xem." in moved
    made.refresh_from_db()
    assert ha.post(f"{here}duyet/", {"ma": made.digest}).status_code == 302
    assert approval.raise_history(NOW) == 1
    assert [Article.objects.get(pk=one.pk).live for one in (kept, out)] == [True, False]
    assert "1/1 bài đã lên cổng" in ha.get(here).content.decode()


def test_the_head_is_asked_for_his_password(cast: Cast) -> None:
    brought(cast, "Khai giảng 2016")
    made = approval.list_history(title="Cổng cũ", by=cast.sen, **HERE)
    answer = signed_in(cast.ha).post(f"{ALL}{made.pk}/duyet/", {"ma": made.digest})
    assert (answer.status_code, "reauthenticate" in answer.headers["Location"]) == (302, True)
    made.refresh_from_db()
    assert made.is_open is True


def test_what_failed_as_a_sheet(cast: Cast) -> None:
    brought(cast, "Khai giảng 2016")
    sheet = load_workbook(BytesIO(signed_in(cast.sen).get(f"{ALL}bang-tinh/").content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [(row[0], row[1], row[5]) for row in rows] == [
        ("=Bài hỏng", "chưa chuyển được", "Không rõ ngày đăng ở cổng cũ."),
        ("Khai giảng 2016", "đã chuyển", "Kho không có ảnh san.gif."),
    ]


def test_screens_cost_the_same_queries_for_one_and_for_three(cast: Cast) -> None:
    asked = []
    client = signed_in(cast.ha)
    for titles in (["Một"], ["Hai", "Ba", "Bốn"]):
        brought(cast, *titles)
        made = approval.list_history(title="Cổng cũ", by=cast.sen, **HERE)
        counts = []
        for path in (ALL, f"{ALL}{made.pk}/"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            counts.append(len(queries))
        asked.append(counts)
    assert asked[0] == asked[1]


def test_what_came_along_stands_in_nobodys_way(cast: Cast) -> None:
    articles = brought(cast, "Khai giảng 2016", "Bế giảng 2016")
    made = approval.list_history(title="Cổng cũ", by=cast.sen, **HERE)
    sen, ha = signed_in(cast.sen), signed_in(cast.ha)
    for _ in range(2):  # as drafts, then approved and waiting for the worker
        shown = sen.get("/viec-cua-toi/").content.decode() + ha.get("/viec-cua-toi/").content.decode()
        assert articles[0].title not in shown  # the newest may be named as what one did last
        if made.decided_at is None:
            made = approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)


def test_a_list_nothing_is_left_in_is_closed_on_screen(cast: Cast) -> None:
    brought(cast, "Bài nêu tên học sinh")
    made = approval.list_history(title="Cổng cũ", by=cast.sen, **HERE)
    ha, here = signed_in(cast.ha), f"{ALL}{made.pk}/"
    assert ha.post(f"{here}khep/", {"ma": made.digest, "reason": "Vội."}).status_code == 302  # something is left in it
    items = list(made.items.values_list("pk", flat=True))
    assert ha.post(here, {"bai": items, "ma": made.digest, "reason": "Lộ tên học sinh."}).status_code == 302
    made.refresh_from_db()
    shown = ha.get(here).content.decode()
    assert ("Khép danh sách, không đưa bài nào lên" in shown, "Quyết định đưa" in shown, made.is_open) == (
        True,
        False,
        True,
    )
    assert "Khép danh sách" not in signed_in(cast.sen).get(here).content.decode()
    wrong = ha.post(f"{here}khep/", {"ma": made.digest, "reason": " "})
    assert (wrong.status_code, "Cần ghi lý do không đưa bài nào lên." in wrong.content.decode()) == (422, True)
    assert ha.post(f"{here}khep/", {"ma": made.digest, "reason": "Trường viết lại."}).status_code == 302
    assert "không đưa bài nào lên (Điều 9.5, 12.7): Trường viết lại." in ha.get(here).content.decode()
    assert "Đã khép" in ha.get(ALL).content.decode()
