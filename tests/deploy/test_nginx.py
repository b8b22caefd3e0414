"""What passes nginx and what does not: one name over TLS, nothing a client says of proxies, nothing beside the gate."""

import base64
import gzip
import re
import ssl
from hashlib import sha256
from pathlib import Path

import pytest

from deploy.render import HERE, Place, write
from portal.settings.env import read
from tests.deploy.front import DOMAIN, Front, Said, Stub, eventually

SECRET = b"hoc ba cua tung em"
A_YEAR = "max-age=31536000"


@pytest.fixture
def secret(front: Front) -> Path:
    """What lies beside the folders nginx may send from, and in the folder of files itself."""
    for path in (front.place.home / "portal.sqlite3", front.place.home / "media" / "van-ban.pdf"):
        path.write_bytes(SECRET)
    return path


# -- one name, over TLS -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", [DOMAIN, "www.truong.edu.vn", "evil.example", "127.0.0.1"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_without_tls_everybody_is_shown_the_one_address(front: Front, stub: Stub, host: str, method: str) -> None:
    answer = front.ask("/tin/?page=2", method, host=host, tls=False)
    assert (answer.status, answer.headers["Location"], stub.asked) == (301, f"https://{DOMAIN}/tin/?page=2", [])


@pytest.mark.parametrize(
    "host", ["www.truong.edu.vn", "evil.example", "truong.edu.vn.evil.example", "127.0.0.1", "x@" + DOMAIN]
)
def test_another_name_on_the_schools_own_line_is_told_it_is_in_the_wrong_place(
    front: Front, stub: Stub, host: str
) -> None:
    assert (front.ask("/", host=host).status in (400, 421), stub.asked) == (True, [])
    assert (front.ask(f"https://{host}/").status in (400, 421), stub.asked) == (True, [])


def test_another_name_gets_no_certificate(front: Front) -> None:
    front.trusting.check_hostname = False
    try:
        with pytest.raises(ssl.SSLError, match="UNRECOGNIZED_NAME"):
            front.line("evil.example")
    finally:
        front.trusting.check_hostname = True


@pytest.mark.parametrize("host", [DOMAIN.upper(), f"{DOMAIN}.", f"{DOMAIN}:443", f"{DOMAIN}:8443"])
def test_the_one_name_however_written_is_passed_on_in_one_way(front: Front, stub: Stub, host: str) -> None:
    path = stub.page("/ten/", cache=None)
    assert (front.ask(path, host=host).status, stub.asked[-1]["HTTP_HOST"]) == (200, DOMAIN)


# -- what a client says ------------------------------------------------------------------------------------------------------


def test_what_a_client_says_of_proxies_is_thrown_away(front: Front, stub: Stub) -> None:
    path = stub.page("/la/", cache=None)
    front.ask(
        path, X_Forwarded_For="1.2.3.4", X_Forwarded_Proto="http", X_Forwarded_Host="evil.example", X_Forwarded_Port="81",
        X_Real_IP="1.2.3.4", Forwarded="for=1.2.3.4;host=evil.example", Proxy="http://evil.example/", Connection="X-Kept",
        X_Accel_Redirect="/_tep/van-ban.pdf", X_Accel_Expires="3600",
    )  # fmt: skip
    passed = {name: one for name, one in stub.asked[-1].items() if re.match("HTTP_(X_|FORWARDED|PROXY|HOST)", name)}
    assert passed == {
        "HTTP_HOST": DOMAIN, "HTTP_X_FORWARDED_FOR": "127.0.0.1", "HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_ACCEL_EXPIRES": "3600",
    }  # fmt: skip


def test_a_page_asked_for_with_a_forged_proxy_is_no_other_page_for_the_next_reader(front: Front, stub: Stub) -> None:
    forged = {
        "X_Forwarded_Host": "evil.example",
        "X_Forwarded_Proto": "http",
        "X_Forwarded_For": "6.6.6.6",
        "X_Accel_Redirect": "/x",
    }
    names = ("HTTP_HOST", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED")
    path = stub.page("/doc/", lambda asked: " ".join(asked.get(name, "-") for name in names))
    first, next_one = front.ask(path, **forged), front.ask(path)
    assert (first.body, next_one.cache) == (f"{DOMAIN} - https 127.0.0.1 -".encode(), "HIT")
    assert next_one.body == first.body


@pytest.mark.parametrize(
    "path",
    ["/_tep/van-ban.pdf", "/tep/../_tep/van-ban.pdf", "/media/van-ban.pdf", "/static/../media/van-ban.pdf", "/static../portal.sqlite3",
     "/static/..%2fportal.sqlite3", "/static/%2e%2e/portal.sqlite3", "/_tep/..%2fportal.sqlite3", "/_tep../portal.sqlite3",
     "//_tep/van-ban.pdf", "/_loi/../_tep/van-ban.pdf", "/%5ftep/van-ban.pdf", "/static/staticfiles.json", "/_loi/dang-nghi.html"],
)  # fmt: skip
def test_nothing_stored_is_reached_beside_the_gate(front: Front, secret: Path, path: str) -> None:
    (front.place.home / "static" / "staticfiles.json").write_bytes(SECRET)
    answer = front.ask(path)
    assert (answer.status in (400, 404), SECRET in answer.body) == (True, False)


def test_only_the_gate_may_have_nginx_send_a_file(front: Front, stub: Stub, secret: Path) -> None:
    for path in ("/", "/viec/", "/tai-khoan/", "/tim-kiem/"):
        stub.said[path] = Said(b"trang", {"Content-Type": "text/html", "X-Accel-Redirect": "/_tep/van-ban.pdf"})
        assert front.ask(path).body == b"trang"
    for where in ("/_tep/../portal.sqlite3", "/_tep/%2e%2e/portal.sqlite3", "/_tep/..%2fportal.sqlite3"):
        stub.said["/tep/9/"] = Said(b"", {"X-Accel-Redirect": where})
        answer = front.ask("/tep/9/")
        assert (answer.status >= 400, SECRET in answer.body) == (True, False)
    stub.said["/tep/9/"] = Said(b"", {"X-Accel-Redirect": "/_tep/van-ban.pdf"})
    assert front.ask("/tep/9/").body == SECRET


# -- static files ------------------------------------------------------------------------------------------------------------


def test_files_named_by_their_hash_are_kept_for_ever_and_travel_packed(front: Front) -> None:
    lying = front.place.home / "static" / "css" / "site.0123456789ab.css"
    lying.parent.mkdir(exist_ok=True)
    lying.write_text("/* chữ */")
    lying.with_name(lying.name + ".gz").write_bytes(gzip.compress("/* chữ */".encode()))
    lying.with_name("site.css").write_text("p")
    packed, plain = (front.ask("/static/css/site.0123456789ab.css", Accept_Encoding=one) for one in ("gzip, br", ""))
    names = (
        "Content-Type",
        "Cache-Control",
        "Content-Encoding",
        "Vary",
        "X-Content-Type-Options",
        "Strict-Transport-Security",
    )
    told = [
        "text/css; charset=utf-8",
        "public, max-age=31536000, immutable",
        None,
        "Accept-Encoding",
        "nosniff",
        A_YEAR,
    ]
    assert [plain.headers[name] for name in names] == told
    assert [packed.headers[name] for name in names] == [*told[:2], "gzip", *told[3:]]
    assert gzip.decompress(packed.body) == plain.body == "/* chữ */".encode()
    assert front.ask("/static/css/site.css").headers["Cache-Control"] == "public, max-age=60"


def test_a_static_file_that_is_gone_is_said_so_by_the_application(front: Front, stub: Stub) -> None:
    answer = front.ask("/static/css/old.0123456789ab.css")
    assert (answer.status, answer.body, answer.headers["Cache-Control"]) == (404, b"lost", None)


# -- what nginx itself refuses -------------------------------------------------------------------------------------------------


def refused(front: Front, name: str, words: bytes) -> dict[str, str | None]:
    """The headers of a page of our own look, whose one style is named by its hash in the policy."""
    style = re.search(b"<style>(.*?)</style>", words, re.DOTALL)
    assert (words, style is not None) == ((HERE / "nginx" / "pages" / name).read_bytes(), True)
    digest = base64.b64encode(sha256(style[1]).digest()).decode()  # type: ignore[index]
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Strict-Transport-Security": A_YEAR, "Retry-After": "30",
    }  # fmt: skip


def test_an_application_that_is_down_is_said_quietly_and_to_machines_as_passing(front: Front, stub: Stub) -> None:
    front.app_down()
    try:
        answer = front.ask("/dang-nghi/")
        told = refused(front, "dang-nghi.html", answer.body)
        assert (answer.status, {name: answer.headers[name] for name in told}) == (503, told)
    finally:
        front.app_up()
    assert front.ask(stub.page("/da-day/")).status == 200


def test_what_is_too_heavy_is_refused_before_it_is_sent_and_the_desk_may_send_pictures(
    front: Front, stub: Stub
) -> None:
    answer = front.ask("/tim-kiem/", "POST", Content_Length="2000000")
    told = refused(front, "qua-nang.html", answer.body)
    assert (answer.status, {name: answer.headers[name] for name in told}, stub.asked) == (413, told, [])
    path = stub.page("/viet/nhanh/", lambda asked: str(len(asked["wsgi.input"].read(int(asked["CONTENT_LENGTH"])))))
    assert front.ask(path, "POST", body=bytes(2_000_000)).body == b"2000000"


def test_knocking_without_end_is_refused_and_looking_is_not(front: Front, stub: Stub) -> None:
    path, said = (
        stub.page("/tai-khoan/login/", lambda asked: asked["wsgi.input"].read(3).decode(), cache=None),
        set[int](),
    )

    def knock() -> bool:
        answer = front.ask(path, "POST", body=b"abc")
        said.add(answer.status)
        return answer.status == 429 and bool(refused(front, "qua-nhieu.html", answer.body))

    eventually(knock)
    assert said == {200, 429}
    stub.page(path, cache=None)
    assert {front.ask(path).status for _ in range(9)} == {200}


# -- the configuration itself --------------------------------------------------------------------------------------------------


def test_every_example_is_filled_in_for_a_school(tmp_path: Path) -> None:
    own = Place(
        domain="thcs.edu.vn", app="127.0.0.1:9009", code=Path("/srv/code"), home=Path("/srv/home"), cache=Path("/srv/kept"),
        certificate=Path("/srv/a.pem"), key=Path("/srv/a.key"),
    )  # fmt: skip
    written = {path: path.read_text() for path in write(own, tmp_path)}
    examples = (
        "truong.example",
        "127.0.0.1:8001",
        "/opt/portal",
        "/var/lib/portal",
        "/run/nginx-portal",
        "letsencrypt/live",
    )
    assert [(path.name, one) for path, text in written.items() for one in examples if one in text] == []
    assert len(written) == len(list(HERE.glob("nginx/**/*.conf"))) + len(list(HERE.glob("systemd/*")))


def test_a_school_that_fills_in_the_environment_file_starts_behind_nginx() -> None:
    lines = (HERE / "systemd" / "portal.env").read_text().splitlines()
    given = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert {name: given[name] for name in Place().variables} == Place().variables
    missing = {name for name, value in given.items() if not value}
    assert missing == {"PORTAL_SECRET_KEY", "PORTAL_EMAIL_HOST", "PORTAL_EMAIL_FROM"}
    school = read(given | dict.fromkeys(missing, "x@" * 40), "production")
    assert (school.proxies, school.accel, school.nginx_cache) == (1, "/_tep/", Place().cache)
