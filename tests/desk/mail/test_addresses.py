"""Where letters go, and that nobody's name or title can break one (R-MAIL-01; Điều 14.3)."""

from datetime import date, timedelta

import pytest

from portal.base.models import Parameter, School
from portal.desk.mail.envelope import one_line
from portal.desk.models import Letter, Link
from portal.desk.queries.mail import mail_domain, mail_health
from portal.people.models import Person
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post


def test_without_a_parameter_the_portals_own_domain_is_the_mails(cast: Cast) -> None:
    School.objects.update(domain="thcsngogiatu.longbien.edu.vn")
    assert mail_domain(NOW) == "thcsngogiatu.longbien.edu.vn"
    Parameter.objects.create(name="mail.domain", value="thu.edu.vn", clause="Điều 14.3", valid_from=date(2026, 11, 17))
    assert [mail_domain(NOW + timedelta(days=day)) for day in (0, 1)] == ["thcsngogiatu.longbien.edu.vn", "thu.edu.vn"]


@pytest.mark.parametrize("address", ["sen@gmail.com", "sen@x.testserver.edu.vn", "sen@testserver.edu.vn.evil.vn", ""])
def test_a_foreign_address_gets_nothing_and_the_administrator_sees_whose(cast: Cast, post: Post, address: str) -> None:
    Person.objects.filter(pk=cast.sen.pk).update(email=address)
    cast.submit(cast.article(cast.vy), cast.vy)
    assert post.round() == []
    assert (Letter.objects.get().state, Link.objects.count()) == ("foreign", 0)
    assert mail_health(NOW)["foreign"] == [{"name": "Vũ Thị Sen", "address": address, "username": "sen"}]


def test_nothing_foreign_nothing_waiting_is_a_healthy_post(cast: Cast, post: Post) -> None:
    told = mail_health(NOW)
    assert told == {
        "domain": "testserver.edu.vn", "waiting": 0, "oldest": None, "sent_24h": 0, "failed": 0, "failures": [],
        "trouble": "", "foreign": [],
    }  # fmt: skip


def test_breaks_in_names_and_titles_break_no_header(cast: Cast, post: Post) -> None:
    School.objects.update(name="Trường\r\nBcc: x@evil.vn")
    Person.objects.filter(pk=cast.sen.pk).update(full_name="Sen\r\nBcc: y@evil.vn")
    article = cast.article(cast.vy, title="Bài\u2028Bcc: z@evil.vn\x85Cc: t@evil.vn")
    cast.submit(article, cast.vy)
    (message,) = post.round()
    raw = message.message()
    assert message.to == [cast.sen.email]
    assert [raw[name] for name in ("Bcc", "Cc")] == [None, None]
    assert {line.partition(":")[0] for line in raw.as_string().partition("\n\n")[0].splitlines() if line[:1].strip()} == {
        "Content-Type", "MIME-Version", "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted",
        "X-Auto-Response-Suppress",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text,line",
    [
        ("a\r\nb", "a b"),
        ("a\x00b\x0b c", "ab c"),
        ("  a \u2029 b\t", "a b"),
        ("à" * 200, "à" * 159 + "…"),
        ("e\u0301", "é"),
    ],
)
def test_a_header_is_one_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_what_people_write_is_escaped_in_the_html_form(cast: Cast, post: Post) -> None:
    article = cast.article(cast.vy, title="<script>alert(1)</script>", summary='<img src=x onerror="x">')
    cast.submit(article, cast.vy)
    (message,) = post.round()
    html = message.alternatives[0][0]
    assert ("<script" in html, "<img" in html) == (False, False)
    assert "<script>alert(1)</script>" in message.body  # as plain words
