"""One looking-over from end to end, over the cast's school: what is found, what is mended by whom, what stays."""

import subprocess
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db.models import Q
from PIL import Image

from portal.approval import actions as approval
from portal.base import clock
from portal.base.models import Parameter, School
from portal.base.refused import Refused
from portal.files import actions as files
from portal.files.models import Picture
from portal.news import actions as news
from portal.news.models import Article
from portal.operations.care import actions, crawler, queries
from portal.operations.care.faults import Fault
from portal.operations.care.outside import Asker, Outcome
from portal.operations.care.pulse import machine_hour
from portal.operations.care.rounds import Looking
from portal.operations.care.rules import Kind
from portal.operations.care.settling import settle
from portal.operations.models import Finding, KnownDomain, OutLink, Place, Round
from portal.plan import actions as plan
from portal.settings.env import ROOT
from tests.cast import NOW, Cast

PAGES = crawler.pages


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """The map of the portal, but for its standing pages: they are looked at by one test."""
    monkeypatch.setattr(crawler, "pages", lambda: [f"/tin-bai/{slug}/" for slug in _up()])


def _up() -> list[str]:
    return list(Article.objects.filter(live=True).order_by("pk").values_list("slug", flat=True))


class Answers(Asker):
    """Pages outside as a test tells them."""

    def __init__(self, **statuses: int) -> None:
        super().__init__()
        self.statuses, self.asked = statuses, list[str]()

    def ask(self, url: str) -> Outcome:
        self.asked.append(url)
        status = self.statuses[url.rpartition("/")[2]]
        return Outcome(status, "" if status else "không nối được")


def look(cast: Cast, asker: Asker | None = None, exists: Callable[[str], bool] = lambda _: False) -> Round:
    made = actions.look_over(by=cast.sen, at=clock.now(), channel="test")
    return Looking(made, asker=asker, exists=exists, pause=0).run()


def found() -> set[tuple[str, str, str]]:
    rows = Place.objects.filter(finding__state="open", gone_at=None).order_by("pk")
    return {(row.finding.kind, row.path, row.finding.what) for row in rows.select_related("finding")}


def linking(cast: Cast, words: str, **changes: object) -> Article:
    return cast.published(cast.lan, body=[{"type": "paragraph", "value": f"<p>{words}</p>"}], **changes)


def test_an_honest_school_has_no_faults_and_the_round_says_what_it_saw(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawler, "pages", PAGES)
    up = cast.published(cast.lan)
    assert {"/", "/chuyen-mon/", f"/tin-bai/{up.slug}/"} <= {*crawler.pages()}
    made = look(cast)
    assert (made.state, found()) == ("done", set())
    assert made.counts == {"pages": len(crawler.pages()), "of": len(crawler.pages()), "new": 0, "mended": 0}


def test_a_broken_link_is_found_and_mended_by_whoever_corrects_the_text(cast: Cast) -> None:
    article = linking(cast, '<a href="/khong-co/">Danh sách</a> và <a href="https://la.example.com/x">nơi lạ</a>.')
    path = f"/tin-bai/{article.slug}/"
    look(cast)
    assert found() == {("broken_inside", path, "/khong-co/"), ("foreign", path, "la.example.com")}
    fault = Finding.objects.get(kind="broken_inside")
    place = fault.places.get()
    assert (place.page_id, place.field, place.title) == (article.pk, cast.fields["cm"], article.title)
    clock.set_to(NOW + timedelta(hours=1), freeze=True)
    actions.know_domain("https://la.example.com/", reason="Bạn của trường", by=cast.sen, at=clock.now(), channel="test")
    assert found() == {("broken_inside", path, "/khong-co/")}
    approval.correct(article, by=cast.lan, at=clock.now(), channel="test")
    news.edit(
        article,
        {"body": [{"type": "paragraph", "value": "Danh sách sẽ có sau."}]},
        by=cast.lan,
        at=clock.now(),
        channel="test",
    )
    cast.up(article, cast.lan, clock.now())
    look(cast)
    fault.refresh_from_db()
    assert (found(), fault.state, fault.closed_at, fault.closed_by) == (set(), "mended", clock.now(), cast.lan)


def test_what_stays_for_a_reason_is_not_found_again_and_what_was_not_mended_is(cast: Cast) -> None:
    linking(cast, '<a href="/khong-co/">Một</a> <a href="/cung-khong/">Hai</a>')
    look(cast)
    stays, mended = Finding.objects.order_by("what")[::-1]
    assert [stays.what, mended.what] == ["/khong-co/", "/cung-khong/"]
    actions.close(stays, how="Trang mở vào tuần sau", stays=True, by=cast.sen, at=NOW, channel="test")
    actions.close(mended, how="Đã sửa", stays=False, by=cast.sen, at=NOW, channel="test")
    assert found() == set()
    look(cast)
    assert {(row.what, row.state) for row in Finding.objects.all()} == {
        ("/khong-co/", "waived"), ("/cung-khong/", "mended"), ("/cung-khong/", "open"),
    }  # fmt: skip
    with pytest.raises(Refused):
        actions.close(stays, how="Lần nữa", stays=True, by=cast.sen, at=NOW, channel="test")


def test_one_unknown_domain_on_three_pages_is_one_fault_that_ends_with_the_last_and_comes_back_with_its_history(
    cast: Cast,
) -> None:
    def fault(path: str) -> Fault:
        return Fault(Kind.FOREIGN, path, "la.example.com", title=path)

    def seen(*paths: str) -> tuple[int, int]:
        return settle(Q(path__in=["/a/", "/b/", "/c/"]), [fault(path) for path in paths], at=clock.now())

    assert [seen("/a/", "/b/", "/c/"), seen("/a/", "/b/", "/c/"), seen("/a/"), seen("/a/", "/c/")] == [
        (1, 0), (0, 0), (0, 0), (0, 0),
    ]  # fmt: skip
    one = Finding.objects.get()
    assert sorted(one.places.values_list("path", "gone_at")) == [("/a/", None), ("/b/", NOW), ("/c/", None)]
    clock.set_to(NOW + timedelta(days=1), freeze=True)
    assert (seen(), seen("/b/")) == ((0, 1), (1, 0))
    again = Finding.objects.get(state="open")
    assert (list(queries.history(again)), again.key == one.key) == ([one], True)
    actions.close(again, how="Trang của bạn", stays=True, by=cast.sen, at=clock.now(), channel="test")
    assert (seen("/b/", "/c/"), Finding.objects.filter(state="open").count()) == ((0, 0), 0)


def test_a_page_that_is_taken_down_takes_its_faults_with_it(cast: Cast) -> None:
    article = linking(cast, '<a href="/khong-co/">Một</a>')
    look(cast)
    approval.withdraw(article, ground="other", reason="Nhầm", by=cast.ha, at=clock.now(), channel="test")
    look(cast)
    row = Finding.objects.get()
    assert (row.state, row.closed_by, row.how) == ("mended", cast.ha, "Trang được sửa, lần rà sau không còn thấy.")


def test_records_tell_pictures_without_words_what_is_over_quiet_sections_and_idle_files(cast: Cast) -> None:
    square = BytesIO()
    Image.new("RGB", (8, 8), "#3b2a8c").save(square, "PNG")

    def picture(title: str, alt: str) -> Picture:
        return files.store_picture(ContentFile(square.getvalue(), "o.png"), title=title, alt=alt, credit="", by=cast.lan, at=NOW,
                                   channel="test")  # fmt: skip

    shown, idle, used = picture("Sân trường", "Sân"), picture("Bỏ quên", "x"), picture("Bản nháp", "y")
    article = cast.published(cast.lan, body=[
        {"type": "paragraph", "value": "Chữ."}, {"type": "image", "value": {"picture": shown.pk, "caption": ""}}])  # fmt: skip
    cast.article(cast.lan, body=[{"type": "image", "value": {"picture": used.pk, "caption": ""}}])
    Picture.objects.filter(pk=shown.pk).update(alt="")
    Picture.objects.update(created_at=NOW - timedelta(days=90))
    notice = cast.published(cast.lan, title="Họp phụ huynh", notice=True, event_start=NOW + timedelta(days=1))
    plan.set_budget("doan-doi", days=7, by=cast.ha, at=NOW, channel="test")
    clock.set_to(NOW + timedelta(days=20), freeze=True)
    look(cast)
    assert found() == {
        ("no_alt", f"/tin-bai/{article.slug}/", f"Ảnh “Sân trường” (số {shown.pk})"),
        ("expired", f"/tin-bai/{notice.slug}/", "Việc đã qua từ 17/11/2026"),
        ("stale", "/doan-doi/", "Quá hạn 7 ngày từ 24/11/2026"),
        ("unused", "", f"Ảnh “Bỏ quên” (số {idle.pk})"),
    }
    assert Finding.objects.get(kind="unused").uploader == cast.lan


def test_outside_is_asked_only_where_the_head_allowed_it_and_twice_before_it_counts(cast: Cast) -> None:
    linking(
        cast,
        '<a href="https://moet.gov.vn/con">A</a> <a href="https://moet.gov.vn/mat">B</a> <a href="https://moet.gov.vn/im">C</a>',
    )
    asker = Answers(con=200, mat=404, im=0)
    look(cast, asker)
    assert (asker.asked, OutLink.objects.count()) == ([], 3)
    with pytest.raises(Refused):
        actions.allow_outside(True, by=cast.sen, at=NOW, channel="test")
    actions.allow_outside(True, by=cast.ha, at=NOW, channel="test")
    look(cast, asker)
    assert sorted(asker.asked) == [f"https://moet.gov.vn/{name}" for name in ("con", "im", "mat")]
    assert {what for _, _, what in found()} == {"https://moet.gov.vn/mat"}
    clock.set_to(NOW + timedelta(days=1), freeze=True)
    asker = Answers(mat=200, im=0)
    look(cast, asker)
    assert (len(asker.asked), {what for _, _, what in found()}) == (2, {"https://moet.gov.vn/im"})
    assert Parameter.objects.get(name="care.outside").value == "1"
    clock.set_to(NOW + timedelta(days=9), freeze=True)
    look(cast, Answers(con=0, mat=0, im=0))
    assert {what for _, _, what in found()} == {"https://moet.gov.vn/im"}  # the school's own line is down


def test_a_killed_round_goes_on_where_it_stopped_and_only_one_is_open(cast: Cast) -> None:
    made = actions.look_over(by=cast.sen, at=NOW, channel="test")
    with pytest.raises(Refused, match="Đang rà soát từ 08:00"):
        actions.look_over(by=cast.ha, at=NOW, channel="test")
    with pytest.raises(Refused):
        actions.look_over(by=cast.lan, at=NOW, channel="test")
    cast.published(cast.lan), cast.published(cast.khoa, title="Bài sau")
    Round.objects.filter(pk=made.pk).update(stage="pages", position=crawler.pages()[-2], counts={"pages": 5})
    made.refresh_from_db()
    assert Looking(made, pause=0).run().counts["pages"] == 6


def test_the_night_asks_once_and_the_command_does_it(
    cast: Cast, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.nice", lambda _: 0)
    assert actions.ask_at_night(NOW) is None
    assert actions.ask_at_night(night := NOW.replace(hour=2)) is not None
    assert (actions.ask_at_night(night), Round.objects.count()) == (None, 1)
    call_command("care")
    assert f"Đã xem {len(crawler.pages())} trang" in capsys.readouterr().out
    call_command("care")
    assert capsys.readouterr().out == "Chưa ai yêu cầu rà soát.\n"


def test_domains_are_kept_by_the_secretary_and_come_back_when_forgotten(cast: Cast) -> None:
    linking(cast, '<a href="https://violet.vn/a">A</a>')
    with pytest.raises(Refused):
        actions.know_domain("violet.vn", reason="", by=cast.cuc, at=NOW, channel="test")
    with pytest.raises(Refused, match="Tên miền chưa đúng"):
        actions.know_domain("không phải", reason="", by=cast.sen, at=NOW, channel="test")
    known = actions.know_domain("violet.vn", reason="Thư viện bài giảng", by=cast.sen, at=NOW, channel="test")
    assert actions.know_domain("www.violet.vn", reason="", by=cast.ha, at=NOW, channel="test") == known
    look(cast)
    assert found() == set()
    actions.forget_domain(known, by=cast.ha, at=NOW, channel="test")
    look(cast)
    assert ({what for _, _, what in found()}, KnownDomain.objects.get().ended_by) == ({"violet.vn"}, cast.ha)


def test_registered_twins_of_the_schools_domain_are_told(cast: Cast) -> None:
    School.objects.update(domain="thcsngogiatu.edu.vn")
    actions.allow_outside(True, by=cast.ha, at=NOW, channel="test")
    look(cast, exists=lambda host: host == "thcsngogiatu.com")
    assert found() == {("lookalike", "", "thcsngogiatu.com")}


def test_the_worker_starts_one_process_for_a_round_and_another_only_when_it_fell_silent(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Process:
        def __init__(self, command: list[str], **_: object) -> None:
            started.append(command[-2:])

        def poll(self) -> int | None:
            return ended

    started, ended = list[list[str]](), None
    monkeypatch.setattr(subprocess, "Popen", Process)
    monkeypatch.setattr(actions, "_running", [])
    assert actions.have_it_done(NOW) is False
    made = actions.look_over(by=cast.tri, at=NOW, channel="test")
    assert [actions.have_it_done(NOW), actions.have_it_done(NOW)] == [True, False]
    assert started == [[str(ROOT / "manage.py"), "care"]]
    ended = 1
    assert actions.have_it_done(NOW) is False  # it may be another worker's, and was heard of just now
    Round.objects.filter(pk=made.pk).update(alive_at=machine_hour() - timedelta(minutes=11))
    assert actions.have_it_done(NOW) is True
