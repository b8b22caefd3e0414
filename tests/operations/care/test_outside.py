"""Asking outside: what is asked of whom, and whom nobody gets this server to knock at."""

import contextlib
import socketserver
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from portal.operations.care.outside import Asker, Outcome, is_of_the_world

HERE = "127.0.0.1"


class Site(BaseHTTPRequestHandler):
    """A little site: /ok, /gone, /get-only, /to?…, /round, /inside."""

    asked: list[str] = []

    def answer(self) -> None:
        type(self).asked.append(f"{self.command} {self.path} {self.headers['Host'].partition(':')[0]}")
        path, _, to = self.path.partition("?")
        status = {"/ok": 200, "/gone": 410, "/to": 302, "/round": 302, "/inside": 302, "/broken": 500}.get(path, 404)
        if path == "/get-only":
            status = 200 if self.command == "GET" else 405
        self.send_response(status)
        if status == 302:
            self.send_header("Location", {"/to": to, "/round": "/round", "/inside": "http://in.example/"}[path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    Site.asked = []
    with ThreadingHTTPServer((HERE, 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def asker(port: int) -> Asker:
    """One that finds every name here but `in.example` (inside) and `no.example` (nowhere), and may ask here."""
    names = {"in.example": ["10.0.0.5"], "no.example": []}
    return Asker(lambda host, _: names.get(host, [HERE]), lambda address: address == HERE, frozenset({port, 80}))


def test_a_site_is_asked_by_head_and_by_get_where_it_knows_no_head(port: int) -> None:
    at = f"http://site.example:{port}"
    ask = asker(port).ask
    assert [ask(f"{at}/{path}") for path in ("ok", "gone", "get-only", "broken", "to?/ok")] == [
        Outcome(200), Outcome(410), Outcome(200), Outcome(500), Outcome(200),
    ]  # fmt: skip
    assert Site.asked == [
        "HEAD /ok site.example", "HEAD /gone site.example", "HEAD /get-only site.example", "GET /get-only site.example",
        "HEAD /broken site.example", "GET /broken site.example", "HEAD /to?/ok site.example", "HEAD /ok site.example",
    ]  # fmt: skip


def test_nobody_is_led_inside_round_in_circles_or_to_other_doors(port: int) -> None:
    ask = asker(port).ask
    inside = Outcome(0, "dẫn vào mạng nội bộ, không hỏi")
    assert (ask(f"http://site.example:{port}/inside"), ask("http://in.example/")) == (inside, inside)
    assert ask(f"http://site.example:{port}/round") == Outcome(0, "chuyển hướng quá nhiều lần")
    assert ask("http://no.example/") == Outcome(0, "tên miền không còn")
    odd = (
        "ftp://site.example/",
        "http://site.example:22/",
        "file:///etc/passwd",
        "http://",
        "http://[::1",
        "gopher://x/",
    )
    assert {ask(url).note for url in odd} <= {"địa chỉ không hỏi được", "địa chỉ không đọc được"}


def test_an_answer_without_an_end_and_a_way_that_cannot_be_read_stop_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word of greeting again and again, a head without an end, and a redirect to what is no address."""
    heads = {
        b"/for-ever": b"HTTP/1.1 100 Continue\r\n\r\n" * 20_000,
        b"/long": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100_000,
        b"/nowhere": b"HTTP/1.1 302 Found\r\nLocation: http://[x\r\nContent-Length: 0\r\n\r\n",
    }
    monkeypatch.setattr("portal.operations.care.outside.DEADLINE", 0.4)

    class Site(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            asked = self.request.recv(4000).split()[1]
            with contextlib.suppress(OSError):
                self.request.sendall(heads.get(asked, b""))
                while asked == b"/slowly":
                    self.request.sendall(b"H")
                    time.sleep(0.05)

    with socketserver.ThreadingTCPServer((HERE, 0), Site) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        at, ask = f"http://site.example:{server.server_address[1]}", asker(server.server_address[1]).ask
        answers = [ask(f"{at}/{path}") for path in ("for-ever", "long", "nowhere", "slowly")]
        server.shutdown()
        thread.join()
    assert {one.status for one in answers} == {0}
    assert [one.note for one in answers[2:]] == ["không nối được", "không trả lời kịp"]


def test_the_real_asker_knocks_at_no_door_of_this_house(port: int) -> None:
    at = (
        f"http://127.0.0.1:{port}/ok",
        "http://127.0.0.1/ok",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "http://0/",
    )
    assert {Asker().ask(url).status for url in at} == {0}
    assert Site.asked == []


@pytest.mark.parametrize(
    "address, open_",
    [
        ("203.162.4.190", True), ("2405:4800::1", True), ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False),
        ("192.168.1.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False),
        ("255.255.255.255", False), ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False), ("192.0.0.192", False), ("168.63.129.16", False), ("fec0::1", False),
        ("2002:a00:1::", False), ("2001:0:a00::1", False), ("khong-phai", False),
    ],
)  # fmt: skip
def test_r_care_11_only_the_open_internet_is_asked(address: str, open_: bool) -> None:
    """R-CARE-11"""
    assert is_of_the_world(address) is open_
