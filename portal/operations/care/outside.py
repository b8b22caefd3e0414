"""Asking pages outside whether they are still there: politely, and never a machine that is not the world's.

An address somebody wrote into a text must not make this server knock at the doors of its own house (SSRF): names are resolved
once, every address must be one of the open Internet, and the connection goes to that very address; each step of a redirect is
looked at anew. Nothing of an answer is read but its head.
"""

import http.client
import io
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

PORTS = {"http": 80, "https": 443}
TIMEOUT, DEADLINE = 6.0, 12.0  # seconds: of one step, of one address with all its redirects
HOPS = 5
AGAIN_BY_GET = frozenset({400, 403, 404, 405, 406, 429, 500, 501, 503})  # what some answer to HEAD only
AGENT = "CongTruong-kiem-tra-lien-ket/1.0 (cong thong tin nha truong; chi hoi xem trang con khong)"
TRANSLATED = (
    ipaddress.ip_network("64:ff9b::/96"),
    ipaddress.ip_network("2002::/16"),
    ipaddress.ip_network("2001::/32"),
)
INDOORS = tuple(
    map(ipaddress.ip_network, ("192.0.0.0/24", "168.63.129.16/32", "fec0::/10"))
)  # clouds' own doors, old sites
MOST_OF_A_HEAD = 64 * 1024  # bytes of an answer that are read
Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True)
class Outcome:
    """The status of the last answer, 0 where there was none; what there is to say of it."""

    status: int
    note: str = ""


def is_of_the_world(address: str) -> bool:
    """R-CARE-11: only addresses of the open Internet are asked: none of this machine, of the school's network, of a cloud's
    inside, nor one that hides such an address in another (Điều 13.2)."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_of_the_world(str(ip.ipv4_mapped))
        if any(ip in net for net in TRANSLATED):
            return False
    return (
        ip.is_global
        and not any(ip in net for net in INDOORS)
        and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)
    )


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name, as the machine's resolver tells them; [] where it has none."""
    try:
        found = socket.getaddrinfo(host.encode("idna").decode(), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(one[4][0]) for one in found))


class _Head(io.RawIOBase):
    """What comes over a line, until the time is over or it was too much: a byte now and then keeps nobody waiting."""

    def __init__(self, line: socket.socket, until: float) -> None:
        self.line, self.until, self.left = line, until, MOST_OF_A_HEAD

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        remaining = self.until - time.monotonic()
        if remaining <= 0 or self.left <= 0:
            raise TimeoutError
        self.line.settimeout(min(TIMEOUT, remaining))
        came = self.line.recv_into(buffer)
        self.left -= came
        return came


class _Line:
    """As much of a socket as `http.client` asks for."""

    def __init__(self, line: socket.socket, until: float) -> None:
        self.line, self.until = line, until
        self.sendall, self.close = line.sendall, line.close

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Head(self.line, self.until))


class Asker:
    """Asks one address at a time. `resolve` and `may` are handed in by tests, which have no Internet."""

    def __init__(self, resolve: Resolve = resolved, may: Callable[[str], bool] = is_of_the_world,
                 ports: frozenset[int] = frozenset(PORTS.values())) -> None:  # fmt: skip
        self.resolve, self.may, self.ports = resolve, may, ports

    def ask(self, url: str) -> Outcome:
        """HEAD, then GET where a site does not know HEAD; redirects are followed."""
        until = time.monotonic() + DEADLINE
        for _ in range(HOPS + 1):
            step = self._step(url, until)
            if isinstance(step, Outcome):
                return step
            url = step
        return Outcome(0, "chuyển hướng quá nhiều lần")

    def _step(self, url: str, until: float) -> Outcome | str:
        """Where this address sends on, or what it is."""
        try:
            place = urlsplit(url)
            port = place.port or PORTS.get(place.scheme, 0)
        except ValueError:
            return Outcome(0, "địa chỉ không đọc được")
        if place.scheme not in PORTS or not place.hostname or port not in self.ports:
            return Outcome(0, "địa chỉ không hỏi được")
        addresses = self.resolve(place.hostname, port)
        if not addresses:
            return Outcome(0, "tên miền không còn")
        if not all(map(self.may, addresses)):
            return Outcome(0, "dẫn vào mạng nội bộ, không hỏi")
        for method in ("HEAD", "GET"):
            if time.monotonic() >= until:
                return Outcome(0, "không trả lời kịp")
            try:
                status, location = self._send(method, url, addresses[0], port, until)
                following = urljoin(url, location)
            except ssl.SSLCertVerificationError:
                return Outcome(0, "chứng chỉ bảo mật không đúng")
            except TimeoutError:
                return Outcome(0, "không trả lời kịp")
            except (OSError, http.client.HTTPException, ValueError, UnicodeError):
                return Outcome(0, "không nối được")
            if status in (301, 302, 303, 307, 308) and location:
                return following
            if status not in AGAIN_BY_GET:
                break
        return Outcome(status)

    def _send(self, method: str, url: str, address: str, port: int, until: float) -> tuple[int, str]:
        """One question to one address, by the host's name; only the head of the answer is read, and that not for ever."""
        place = urlsplit(url)
        name = (place.hostname or "").encode("idna").decode()
        with socket.create_connection((address, port), timeout=TIMEOUT) as plain:
            line = plain
            if place.scheme == "https":
                line = ssl.create_default_context().wrap_socket(plain, server_hostname=name)
            asked = http.client.HTTPConnection(name, port, timeout=TIMEOUT)
            asked.sock = _Line(line, until)
            try:
                asked.request(
                    method,
                    _target(url),
                    headers={"Host": name, "User-Agent": AGENT, "Accept": "*/*", "Connection": "close"},
                )
                answer = asked.getresponse()
                return answer.status, answer.getheader("Location") or ""
            finally:
                asked.close()


def _target(url: str) -> str:
    place = urlsplit(url)
    path = quote(place.path or "/", safe="/%:=&?~#+!$,;'@()*[]-._")
    return f"{path}?{quote(place.query, safe='/%:=&?~+!$,;@()*[]-._')}" if place.query else path
