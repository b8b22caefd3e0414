"""What a portal before may have left behind, small, made here: an export, a feed, a table, saved pages, in every old font."""

import io
import zipfile
from html import escape
from pathlib import Path

from PIL import Image

from tests.legacy import Font, old, runs

TITLES = ("Lễ khai giảng năm học 2016", "Đỗ Thị Hoè đoạt giải Ngô Mừng", "Thông báo thi học kỳ của trường")
WORDS = "Thầy trò nhà trường tổ chức lễ khai giảng; em Nguyễn Thị Hoè, Ưng Ý, Đặng Thuỳ Dương và Kỳ nhận thưởng."
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
SELECTORS = """
[cong]
ma = "c2cu"
ten = "Cổng cũ của trường"
chuyen_muc_chung = "chuyen-mon"
[chuyen_muc]
"Tin tức" = "chuyen-mon"
[trang]
tieu_de = "h1.title"
noi_dung = "#content"
ngay = ".date"
tac_gia = ".author"
tom_tat = ".sapo"
chuyen_muc = ".crumb a"
bo = ".share, script"
"""


def picture(colour: str = "red", kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, kind)
    return out.getvalue()


def zipped(path: Path, parts: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return path


def folder(path: Path, parts: dict[str, bytes | str]) -> Path:
    for name, data in parts.items():
        to = path / name
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def wxr(*items: str) -> str:
    spaces = ('xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
              'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"')  # fmt: skip
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {spaces}><channel>{"".join(items)}</channel></rss>'
    )


def post(number: int, title: str, body: str, *, status: str = "publish", kind: str = "post", more: str = "") -> str:
    return f"""<item><title>{escape(title)}</title><link>https://truongcu.edu.vn/2016/09/bai-{number}/</link>
    <dc:creator><![CDATA[Cô Hạnh]]></dc:creator><content:encoded><![CDATA[{body}]]></content:encoded>
    <excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>{number}</wp:post_id>
    <wp:post_date>2016-09-05 07:30:00</wp:post_date><wp:post_date_gmt>2016-09-05 00:30:00</wp:post_date_gmt>
    <wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>
    <category domain="category" nicename="tin-tuc"><![CDATA[Chuyên môn]]></category>{more}</item>"""


def hung(number: int, address: str) -> str:
    return post(number, "Ảnh sân trường", "", status="inherit", kind="attachment",
                more=f"<wp:attachment_url>{address}</wp:attachment_url>")  # fmt: skip


def page(title: str, body: str, font: Font = Font.UNICODE, *, date: str = "Thứ Hai, 05/09/2016 08:30") -> str:
    """A page of the old portals; in an old font its words are codes and its markup names the font."""
    typed = [("Arial", body)] if font is Font.UNICODE else runs(body, font)
    told = "".join(f'<span style="font-family: {face}">{codes}</span>' for face, codes in typed)
    head = title if font is Font.UNICODE else old(title, font)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>
    <div class="crumb"><a href="/">Trang chủ</a> <a href="/tin-tuc">Tin tức</a></div><h1 class="title">{head}</h1>
    <span class="date">{date}</span><p class="author">Cô Hạnh</p>
    <div id="content"><div class="share">Chia sẻ</div><p>{told}</p>
    <p><img src="/upload/anh/san.gif" alt="Sân trường"></p>
    <p>Xem <a href="/upload/tep/ke-hoach.pdf">kế hoạch</a> và <a href="/tin-tuc/bai-hai/ct/525/1291">bài trước</a></p>
    <script>document.write("x")</script></div></body></html>"""


def saved(font: Font = Font.UNICODE) -> dict[str, bytes | str]:
    """Two saved pages, a picture, a file, a page that is no article."""
    return {
        "truongcu.edu.vn/tin-tuc/khai-giang/ct/525/1290.html": page(TITLES[0], WORDS, font),
        "truongcu.edu.vn/tin-tuc/bai-hai/ct/525/1291.html": page(TITLES[1], WORDS, font),
        "truongcu.edu.vn/upload/anh/san.gif": picture(kind="GIF"),
        "truongcu.edu.vn/upload/tep/ke-hoach.pdf": PDF,
        "truongcu.edu.vn/gioi-thieu.html": "<html><body><p>Không phải bài</p></body></html>",
    }
