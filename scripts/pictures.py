"""`make pictures`: the pictures of the guides, the README and the public pages, taken from the demo school as it stands.

Builds the demo in a folder of its own with its clock held still, so that the same code gives the same pictures. Not part of
`make test`; run it after a screen has changed. `python scripts/pictures.py pages` takes the public pages alone, `guides` the
others, and names of pictures only those.
"""

import io
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import elsewhere
import inside
from pages import take_all
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
GUIDES = ROOT / "docs" / "huong-dan" / "hinh"
README = ROOT / "docs" / "pictures"
HOUR = "2026-11-23T09:05:00+07:00"
PASSWORD = "ngogiatu-demo"
Deed = Callable[[Page], object]


def main() -> int:
    GUIDES.mkdir(parents=True, exist_ok=True)
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("PORTAL_CHROMIUM") or "/usr/bin/chromium",
            args=["--no-sandbox", "--lang=vi"],
            env=os.environ
            | {"LANGUAGE": "vi", "LANG": "vi_VN.UTF-8"},  # what the browser itself writes, beside file fields
        )
        wanted = set(sys.argv[1:])
        for name in take_all(browser, address) if not wanted or "pages" in wanted else ():
            print(f"  {name}", flush=True)
        for name, person, deed in SHOTS:
            if not wanted or wanted & {"guides", name}:
                take(browser, address, name, person, deed)
                print(f"  {name}", flush=True)
        browser.close()
    return 0


@contextmanager
def demo() -> Iterator[str]:
    """A demo school served on a free port; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "portal.settings.dev", "PORTAL_HOME": home, "PORT": str(port), "PORTAL_TEST_CLOCK": "1",
        }  # fmt: skip

        os.environ["PICTURES_HOME"] = home

        def manage(*words: str) -> None:
            subprocess.run(
                [sys.executable, "manage.py", *words], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
            )

        manage("migrate", "-v0")
        manage("clock", HOUR, "--freeze")
        manage("demo")
        manage("collectstatic", "--noinput", "-v0")
        for _ in range(3):
            manage("worker", "--once")
        elsewhere.set_up(manage, Path(home))
        words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "portal.wsgi:application"]
        running = [
            subprocess.Popen(one, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
            for one in (words, [sys.executable, "manage.py", "worker"])
        ]
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            for one in running:
                one.terminate()
            for one in running:
                one.wait()


def wait_for(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=5)
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"{address} không trả lời")


def take(browser: Browser, address: str, name: str, person: str, deed: Deed) -> None:
    """One picture; the width of the screen is the last part of its name."""
    width = int(name.rpartition("-")[2])
    phone = width < 600
    context = browser.new_context(
        base_url=address, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", color_scheme="light",
        viewport={"width": width, "height": 780 if phone else 860}, device_scale_factor=2 if phone else 1,
    )  # fmt: skip
    page = context.new_page()
    if person:
        page.goto("/tai-khoan/login/")
        page.fill("input[name=login]", person)
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")
    deed(page)
    page.wait_for_load_state("networkidle")
    page.evaluate("document.activeElement?.blur()")
    kept = Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")
    if name.startswith("README-"):
        kept.save(README / f"{name.removeprefix('README-').rpartition('-')[0]}.png", optimize=True)
    else:
        kept.save(GUIDES / f"{name}.webp", quality=82, method=6)
    context.close()


def at(path: str) -> Deed:
    return lambda page: page.goto(path)


def queue(page: Page) -> None:
    """The day's work, the first day put away."""
    page.goto("/viec-cua-toi/")
    away = page.get_by_role("button", name="Tôi quen rồi, cất đi")
    if away.count():
        away.click()


def waiting(page: Page) -> None:
    """The first item before this person of which something changed since the text he knows."""
    page.goto("/viec-cua-toi/")
    found = page.locator(".task__title a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    for address in found:
        page.goto(address)
        if page.locator(".diff ins").count() and page.locator(".actions-bar button").count():
            return
    page.goto(found[0])


def quick(page: Page) -> None:
    """The quick screen with two photos chosen and three lines typed."""
    photos = sorted((Path(os.environ["PICTURES_HOME"]) / "media").rglob("*.jp*g"))[:2]
    page.goto("/viet/nhanh/")
    page.set_input_files("#chon-anh", photos)
    page.fill(
        "textarea[name=text]",
        "Lớp 7A3 trồng rau sau nhà đa năng\nBốn luống cải, một luống hành.\nCô Thu hướng dẫn ủ lá khô.",
    )
    page.wait_for_timeout(1500)


def press(name: str) -> Deed:
    """The quick screen, handed on by one of its buttons."""

    def go(page: Page) -> None:
        quick(page)
        for number, caption in enumerate(("Nhóm một ủ lá khô vào luống cải.", "Đo khoảng cách giữa hai gốc hành.")):
            page.locator("[data-caption]").nth(number).fill(caption)
        page.get_by_label("Đồng ý").check()
        page.get_by_role("button", name=name).last.click()
        page.wait_for_url(re.compile(r"/vie[ct]/\d+/"))

    return go


def letter(page: Page) -> None:
    """The confirm page of the newest letter that offers to approve."""
    page.goto("/thu-thu/")
    for number in range(page.locator("main a[href^='/thu-thu/']").count()):
        page.goto("/thu-thu/")
        page.locator("main a[href^='/thu-thu/']").nth(number).click()
        found = re.search(r"/thu/[A-Za-z0-9_-]{20,}/", page.content())
        if found and page.goto(found[0]).ok:  # type: ignore[union-attr]
            return
    raise SystemExit("không có thư nào mời quyết định")


def own_class(page: Page) -> None:
    """The sheets of the class this teacher leads."""
    page.goto("/noi-bo/hoc-sinh/")
    page.locator("main").get_by_role("link", name="Phiếu đồng ý").first.click()


SHOTS: tuple[tuple[str, str, Deed], ...] = (
    ("viet-nhanh-360", "giaovien1", quick),
    ("soan-bai-1280", "giaovien1", press("Lưu nháp")),
    ("duong-di-360", "giaovien1", press("Xem đường đi và trình")),
    ("thu-ky-1280", "thuky", queue),
    ("nhap-word-1280", "giaovien1", elsewhere.bring),
    ("chuyen-cong-1280", "thuky", at("/viec/chuyen-cong/")),
    ("cham-soc-1280", "thuky", at("/cham-soc/")),
    ("nhap-ho-360", "thuky", at("/viet/nhap-ho/")),
    ("trang-chu-1280", "thuky", at("/viec/trang-chu/")),
    ("truong-ban-360", "truongban", queue),
    ("duyet-bai-360", "phoban", waiting),
    ("duyet-bai-1280", "phoban", waiting),
    ("thu-xac-nhan-360", "phoban", letter),
    ("no-bai-1280", "uyvien.cm", at("/viec/no-bai/")),
    ("hieu-truong-1280", "hieutruong", at("/nhan-su/")),
    ("quyet-dinh-360", "hieutruong", at("/nhan-su/quyet-dinh/moi/")),
    ("tat-ca-1280", "hieutruong", at("/viec/tat-ca/")),
    ("he-thong-1280", "quantri", at("/he-thong/")),
    ("tam-dung-360", "quantri", at("/nhan-su/tam-dung/")),
    ("cong-noi-bo-360", "giaovien1", at("/noi-bo/")),
    ("thong-bao-360", "giaovien1", at("/noi-bo/thong-bao/")),
    ("kho-hoc-lieu-1280", "giaovien1", at("/noi-bo/kho/")),
    ("thoi-khoa-bieu-360", "giaovien1", at("/noi-bo/thoi-khoa-bieu/")),
    ("lich-tuan-1280", "giaovien1", at("/noi-bo/lich/")),
    ("soan-lich-1280", "hieutruong", inside.writing),
    ("ai-chua-doc-1280", "thuky", inside.unread),
    ("danh-sach-duyet-1280", "thuky", at("/noi-bo/danh-sach-duyet/")),
    ("phieu-dong-y-360", "giaovien1", own_class),
    ("anh-rut-360", "thuky", at("/viec/anh-rut/")),
    ("so-van-ban-1280", "thuky", at("/noi-bo/van-ban/so/")),
    ("muc-cong-khai-1280", "hieutruong", at("/noi-bo/cong-khai/2026/5-2/")),
    ("ket-qua-con-360", "phuhuynh", at("/tra-cuu/")),
    ("README-review-1280", "phoban", waiting),
)

if __name__ == "__main__":
    sys.exit(main())
