"""The same portal brought in again and again: the same texts in the end, whatever lay in the archive each time."""

from pathlib import Path

from portal.files.models import Attachment, Picture
from portal.news.models import Article
from portal.operations.models import Moved, Moving, OldAddress
from portal.operations.moving.queries import overview
from tests.cast import Cast
from tests.news.bringing.papers import macro, old_notice
from tests.operations.moving.fixtures import SELECTORS, TITLES, WORDS, folder, post, saved, wxr, zipped
from tests.operations.moving.test_move_in import run


def standing() -> dict[str, list[object]]:
    """All that moving in leaves behind, in an order of its own."""
    texts = [(one.title, str(one.body), one.case.past, one.case.hash) for one in Article.objects.order_by("pk")]
    moved = list(Moved.objects.order_by("source_id").values_list("source_id", "state", "page", "digest"))
    keys = list(OldAddress.objects.order_by("key").values_list("key", "page", "attachment"))
    files = [Picture.objects.count(), Attachment.objects.count()]
    return {"texts": list(texts), "moved": list(moved), "keys": list(keys), "files": list(files)}


def ten(*numbers: int, changed: int = 0) -> str:
    """An export of some of ten texts; one of them in other words than before."""
    told = [post(n, f"{TITLES[0]}, bài {n}", f"<p>{'Lời đã khác.' if n == changed else WORDS}</p>") for n in numbers]
    return wxr(*told)


def test_ten_texts_come_along_once_however_often_and_from_whatever_they_are_brought(cast: Cast, tmp_path: Path) -> None:
    all_ten = range(1, 11)
    archive = {name: folder(tmp_path / name, {"x.xml": words}) for name, words in {
        "whole": ten(*all_ten), "twice": ten(*all_ten, *all_ten), "without": ten(*(n for n in all_ten if n not in (3, 7))),
        "changed": ten(*all_ten, changed=4),
    }.items()}  # fmt: skip
    said = run(archive["without"])
    assert "8 chuyển được; 0 đã có từ trước; 0 chưa chuyển được." in said
    assert "2 chuyển được; 8 đã có từ trước; 0 chưa chuyển được." in run(archive["whole"])
    first = standing()
    assert [len(rows) for rows in first.values()] == [10, 10, 20, 2]
    for name, known in (("whole", 10), ("twice", 20), ("without", 8), ("changed", 10), ("whole", 10)):
        assert f"0 chuyển được; {known} đã có từ trước; 0 chưa chuyển được." in run(archive[name])
        assert standing() == first
    assert Moving.objects.filter(ended_at=None).count() == 0


def test_what_of_a_mapping_finds_nothing_is_said_and_stays_on_screen(cast: Cast, tmp_path: Path) -> None:
    mapping = SELECTORS.replace('".author"', '".nguoi-viet"').replace('"Tin tức" =', '"Mục chưa từng có" =')
    said = [
        "Tệp đối chiếu: bộ chọn tac_gia “.nguoi-viet” không khớp trang nào.",
        "Tệp đối chiếu: bộ chọn tom_tat “.sapo” không khớp trang nào.",
        "Tệp đối chiếu: không bài nào ghi mục “Mục chưa từng có”.",
    ]
    archive = zipped(tmp_path / "cu.zip", saved())
    for dry in (True, False):
        told = run(archive, mapping=mapping, dry=dry)
        assert [line for line in told.splitlines() if line.startswith("Tệp đối chiếu")] == said
    assert [one.told for one in overview().movings] == [said]  # type: ignore[attr-defined]
    columns = '[cot]\ntitle = "Đầu đề"\nauthor = "Người soạn"\n'
    table = folder(tmp_path / "bang", {"bai.csv": "Mã;Đầu đề;Ngày\n1;Bài;5/9/2016\n"})
    assert "Tệp đối chiếu: không bảng nào có cột “Người soạn”." in run(table, mapping=columns)


def test_a_line_of_a_table_names_a_paper_of_word(cast: Cast, tmp_path: Path) -> None:
    rows = ("Mã;Tiêu đề;Ngày đăng;Chuyên mục;Tệp nội dung\n1;Ý tưởng trẻ;5/9/2016;Chuyên môn;van-ban/thong-bao.docx\n"
            "2;Có macro;5/9/2016;Chuyên môn;van-ban/co-macro.docx\n3;Sách;5/9/2016;Chuyên môn;van-ban/sach.epub\n")  # fmt: skip
    parts = {"bai.csv": rows, "van-ban/thong-bao.docx": old_notice().read(), "van-ban/co-macro.docx": macro().read(),
             "van-ban/sach.epub": b"PK"}  # fmt: skip
    assert "1 chuyển được; 0 đã có từ trước; 2 chưa chuyển được." in run(folder(tmp_path / "kho", parts))
    article = Article.objects.get()
    blocks = [(block.block_type, block.value) for block in article.body]
    assert [kind for kind, _ in blocks] == ["heading", "paragraph", "image", "table", "paragraph"]
    assert blocks[0][1] == "Thông báo về Ý tưởng trẻ"
    assert str(blocks[1][1]) == "<p>Em Nguyễn Thị Hoè và em Đặng Thuỳ Dương, lớp 7A3, được giải Nhất.</p>"
    assert (blocks[2][1]["caption"], blocks[2][1]["picture"].alt) == ("Hình 1. Hai em nhận giải", "Học sinh tưới cây")
    assert [list(row) for row in blocks[3][1]["rows"]] == [["Tên", "Lớp"], ["Ngô Ưng Mừng", "7A3"]]
    failed = dict(Moved.objects.filter(state="failed").values_list("source_id", "notes"))
    assert {key: "macro" in notes[0] or "Chưa đọc được loại tệp" in notes[0] for key, notes in failed.items()} == {
        "csv:2": True, "csv:3": True,
    }  # fmt: skip
    assert "1 đã có từ trước" in run(tmp_path / "kho")
    assert (Article.objects.count(), Picture.objects.count()) == (1, 1)
