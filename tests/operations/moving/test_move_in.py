"""A portal before comes along: read, brought in, decided on, its addresses answering for ever (Điều 10.4, 12.2, 14.2)."""

from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from portal.approval import actions as approval
from portal.base.clock import ZONE
from portal.files.models import Attachment, Picture
from portal.news.models import Article
from portal.news.presenters import authors
from portal.operations.models import Moved, Moving, OldAddress
from portal.operations.moving import actions
from tests.cast import NOW, Cast
from tests.legacy import Font, old
from tests.operations.moving.fixtures import (
    SELECTORS,
    TITLES,
    WORDS,
    folder,
    hung,
    page,
    picture,
    post,
    saved,
    wxr,
    zipped,
)

PAST = datetime(2016, 9, 5, 8, 30, tzinfo=ZONE)
HERE = {"at": NOW, "channel": "test"}


def run(archive: Path, *, mapping: str = "", by: str = "sen", dry: bool = False) -> str:
    told, more = StringIO(), {}
    if mapping:
        to = archive.parent / "doi-chieu.toml"
        to.write_text(mapping)
        more["mapping"] = to
    call_command("move_in", archive, by=by, dry_run=dry, stdout=told, **more)
    return told.getvalue()


def decided(cast: Cast) -> int:
    made = approval.list_history(title="Cổng cũ", by=cast.sen, **HERE)
    approval.decide_list(made, digest=made.digest, by=cast.ha, **HERE)
    return approval.raise_history(NOW)


@pytest.mark.parametrize("font", [Font.UNICODE, Font.TCVN3, Font.TCVN3_CAPS, Font.VNI])
def test_saved_pages_come_along_in_every_old_font(cast: Cast, tmp_path: Path, font: Font) -> None:
    told = run(zipped(tmp_path / "cu.zip", saved(font)), mapping=SELECTORS)
    assert "2 chuyển được; 0 đã có từ trước; 0 chưa chuyển được." in told
    article = Article.objects.order_by("pk").last()
    assert article is not None
    wanted = WORDS.upper() if font is Font.TCVN3_CAPS else WORDS
    kinds = [(block.block_type, str(block.value)) for block in article.body]
    assert [kind for kind, _ in kinds] == ["paragraph", "image", "paragraph", "document"]
    assert kinds[0][1] == f"<p>{wanted}</p>"
    assert (article.live, article.case.past, article.received_at) == (False, PAST, PAST)
    assert authors([article])[article.pk] == ["Cô Hạnh, Cổng cũ của trường"]
    fonts = {Font.UNICODE: [], Font.TCVN3: [Font.TCVN3.value, Font.TCVN3_CAPS.value]}.get(font, [font.value])
    assert [one.fonts for one in Moved.objects.all()] == [fonts, fonts]


def test_old_addresses_answer_for_ever(cast: Cast, tmp_path: Path, client: Client) -> None:
    run(folder(tmp_path / "cu", saved()), mapping=SELECTORS)
    asked = ("/tin-tuc/khai-giang/ct/525/1290.html", "/Tin-Tuc/Ten-Khac/CT/525/1290/", "/upload/tep/ke-hoach.pdf")
    assert [client.get(one).status_code for one in asked] == [404, 404, 301]  # nothing shows what is not up
    assert decided(cast) == 2
    article = Article.objects.get(title=TITLES[0])
    file = Attachment.objects.order_by("pk").first()
    assert file is not None
    found = [client.get(one) for one in asked]
    assert [(one.status_code, one.headers["Location"]) for one in found] == [
        (301, f"/tin-bai/{article.slug}/"), (301, f"/tin-bai/{article.slug}/"), (301, file.url),
    ]  # fmt: skip
    assert client.head(asked[0]).status_code == 301
    assert client.post(asked[0]).status_code == 404
    approval.withdraw(article, ground="privacy", reason="Lộ tên.", by=cast.ha, **HERE)
    assert [client.get(one).status_code for one in asked[:2]] == [410, 410]
    assert client.get("/tin-tuc/khai-giang/ct/525/9.html").status_code == 404


def test_the_second_run_brings_nothing_twice_and_goes_on_where_the_first_stopped(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = zipped(tmp_path / "cu.zip", saved())
    real = actions.bring
    with monkeypatch.context() as patched:
        seen: list[str] = []

        def killed(found: object, *args: object, **more: object) -> object:
            seen.append("one")
            if len(seen) > 1:
                raise KeyboardInterrupt
            return real(found, *args, **more)  # type: ignore[arg-type]

        patched.setattr(actions, "bring", killed)
        with pytest.raises(KeyboardInterrupt):
            run(archive, mapping=SELECTORS)
    assert (Article.objects.count(), Moving.objects.get().ended_at) == (1, None)
    assert "1 chuyển được; 1 đã có từ trước; 0 chưa chuyển được." in run(archive, mapping=SELECTORS)
    assert "0 chuyển được; 2 đã có từ trước; 0 chưa chuyển được." in run(archive, mapping=SELECTORS)
    assert (Article.objects.count(), Attachment.objects.count(), Moved.objects.count()) == (2, 2, 2)


def test_a_dry_run_writes_nothing_and_says_what_would_be_lacking(cast: Cast, tmp_path: Path) -> None:
    parts = saved()
    del parts["truongcu.edu.vn/upload/anh/san.gif"]
    told = run(zipped(tmp_path / "cu.zip", parts), mapping=SELECTORS, dry=True)
    assert "Lễ khai giảng năm học 2016: Kho không có ảnh /upload/anh/san.gif." in told
    assert "2 chuyển được" in told
    assert [model.objects.count() for model in (Article, Attachment, Picture, Moving, Moved, OldAddress)] == [0] * 6


def test_what_cannot_come_along_is_told_and_leaves_nothing_half_made(  # R-MOVEIN-03, R-MOVEIN-04
    cast: Cast, tmp_path: Path
) -> None:
    parts: dict[str, bytes | str] = {
        "a/ct/1/1.html": page("", WORDS), "a/ct/1/2.html": page(TITLES[0], WORDS, date="hôm qua"),
        "a/ct/1/3.html": "<html><body><h1 class=title>Không có nội dung</h1></body></html>",
        "a/ct/1/4.html": page(TITLES[2], WORDS, date="05/09/2066"), "upload/tep/ke-hoach.pdf": b"%PDF-1.4\n",
    }  # fmt: skip
    run(zipped(tmp_path / "cu.zip", parts), mapping=SELECTORS)
    assert [(one.source_id, one.state, one.notes) for one in Moved.objects.order_by("source_id")] == [
        ("ct:1/1", "failed", ["Bài không có tiêu đề. (Điều 12.2)"]),
        ("ct:1/2", "failed", ["Không rõ ngày đăng ở cổng cũ. (Điều 12.2)"]),
        ("ct:1/3", "failed", ["Không thấy nội dung bài ở “#content”. (Điều 12.2)"]),
        ("ct:1/4", "failed", ["Ngày đăng ở cổng cũ phải ở phía sau. (Điều 14.2)"]),
    ]
    assert [model.objects.count() for model in (Article, Attachment, Picture, OldAddress)] == [0] * 4


def test_wordpress_comes_along_with_its_pictures_and_without_its_drafts(cast: Cast, tmp_path: Path) -> None:
    body = ('[caption id="a" width="10"]<img src="https://truongcu.edu.vn/wp-content/uploads/2016/09/san.jpg" alt="Sân trường" '
            '/> Sân trường ngày khai giảng[/caption]\n\n<strong>Các hoạt động</strong>\n\nDòng một\ndòng hai'
            '\n\n[gallery ids="7"]')  # fmt: skip
    items = [post(1, TITLES[0], body), post(2, "Nháp", "x", status="draft"), post(3, "Trang", "<p>Chữ</p>", kind="page"),
             hung(7, "https://truongcu.edu.vn/wp-content/uploads/2016/09/hai.jpg")]  # fmt: skip
    parts = {"xuat.xml": wxr(*items), "uploads/2016/09/san.jpg": picture(kind="JPEG"),
             "uploads/2016/09/hai.jpg": picture("blue", "JPEG")}  # fmt: skip
    assert "2 chuyển được" in run(zipped(tmp_path / "wp.zip", parts))
    article = Article.objects.get(title=TITLES[0])
    blocks = [(block.block_type, block.value) for block in article.body]
    assert [kind for kind, _ in blocks] == ["image", "heading", "paragraph", "image"]
    assert (blocks[0][1]["caption"], blocks[0][1]["picture"].alt) == ("Sân trường ngày khai giảng", "Sân trường")
    assert (blocks[1][1], str(blocks[2][1])) == ("Các hoạt động", "<p>Dòng một<br>dòng hai</p>")
    assert article.case.past == datetime(2016, 9, 5, 7, 30, tzinfo=ZONE)
    assert set(OldAddress.objects.values_list("key", flat=True)) == {
        "/2016/09/bai-1", "/2016/09/bai-3", "/?p=1", "/?p=3", "/?page_id=3",
    }  # fmt: skip
    assert Moved.objects.get(source_id="wp:1").notes == ["Ảnh hai.jpg chưa có mô tả cho người không nhìn thấy."]


def test_a_table_beside_a_folder_comes_along_also_in_vni(cast: Cast, tmp_path: Path) -> None:
    rows = f'Mã;Tiêu đề;Ngày đăng;Chuyên mục;Tệp nội dung;Địa chỉ cũ\n5;"{old(TITLES[1], Font.VNI)}";5/9/2016;Chuyên môn;bai/5.html;/xem.aspx?id=5\n'  # noqa: E501
    words = f'<font face="VNI-Times">{old(WORDS, Font.VNI)}</font>'
    assert "1 chuyển được" in run(folder(tmp_path / "kho", {"bai.csv": rows, "bai/5.html": words}))
    article = Article.objects.get()
    assert (article.title, str(article.body[0].value)) == (TITLES[1], f"<p>{WORDS}</p>")
    assert OldAddress.objects.get().key == "/xem.aspx?id=5"


def test_a_feed_comes_along(cast: Cast, tmp_path: Path) -> None:
    item = (f"<item><title>{TITLES[2]}</title><link>http://cu.vn/a/ct/9/9</link><description>&lt;p&gt;{WORDS}&lt;/p&gt;</description>"
            "<category>Chuyên môn</category><pubDate>Mon, 05 Sep 2016 08:30:00 +0700</pubDate></item>")  # fmt: skip
    path = tmp_path / "tin.rss"
    path.write_text(f'<rss version="2.0"><channel>{item}</channel></rss>')
    assert "1 chuyển được" in run(path)
    assert (Article.objects.get().title, Article.objects.get().case.past) == (TITLES[2], PAST)


def test_only_the_board_brings_in(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Chỉ Thư ký hoặc thành viên Ban"):
        run(zipped(tmp_path / "cu.zip", saved()), mapping=SELECTORS, by="lan")
    with pytest.raises(CommandError, match="chuyên mục không có: khong-co"):
        run(
            zipped(tmp_path / "cu.zip", saved()),
            mapping=SELECTORS.replace('= "chuyen-mon"\n[trang]', '= "khong-co"\n[trang]'),
        )
