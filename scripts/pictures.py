"""`make pictures`: the pictures of the guides and of the README, taken from the demo school as it stands.

Builds the demo in a folder of its own with its clock held still, so that the same code gives the same pictures. Not part of
`make test`; run it after a screen has changed.
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

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
GUIDES = ROOT / "docs" / "huong-dan" / "hinh"
README = ROOT / "docs" / "pictures"
HOUR = "2026-11-19T09:05:00+07:00"
PASSWORD = "ngogiatu-demo"
SCENES = ROOT / "tests" / "website"
Deed = Callable[[Page], object]


def main() -> int:
    GUIDES.mkdir(parents=True, exist_ok=True)
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("PORTAL_CHROMIUM") or "/usr/bin/chromium", args=["--no-sandbox"]
        )
        for name, person, deed in SHOTS:
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

        def manage(*words: str) -> None:
            subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)

        manage("migrate", "-v0")
        manage("clock", HOUR, "--freeze")
        manage("demo")
        manage("collectstatic", "--noinput", "-v0")
        for _ in range(3):
            manage("worker", "--once")
        words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "portal.wsgi:application"]
        server = subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait()


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


def item(words: str, then: str = "") -> Deed:
    """The page of the first item of the queue whose title has these words; `then` is a deed's address below it."""

    def go(page: Page) -> None:
        page.goto("/viec-cua-toi/")
        href = page.locator(".queue a[href^='/viec/']", has_text=re.compile(words)).first.get_attribute("href")
        page.goto(f"{href}{then}")

    return go


SHOTS: tuple[tuple[str, str, Deed], ...] = ()

if __name__ == "__main__":
    sys.exit(main())
