"""What befalls the virus scanner, and what it finds, is told once to whoever runs the system."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import transaction

from portal.base import journal
from portal.files.scanning import note_answer, note_silence, note_unable
from tests.cast import NOW, Cast
from tests.desk.mail.conftest import Post

SHA, LATER = "a" * 64, NOW + timedelta(days=1)


def found(verb: str, cast: Cast) -> None:
    by = cast.lan if verb == "refuse_infected" else None
    data: dict[str, Any] = {"sha256": SHA, "signature": "Win.Test", "name": "de-thi.docx", "size": 9}
    with transaction.atomic():
        journal.record(verb, by=by, at=NOW, rule="R-FILE-11", data=data)


def told() -> list[tuple[str, str]]:
    """Of letters about the machine: to whom, their subject."""
    return [(one.to[0], one.subject) for one in mail.outbox]


def test_a_silent_scanner_is_told_once_to_the_administrator_and_to_nobody_once_it_is_back(
    cast: Cast, post: Post
) -> None:
    """R-MAIL-15."""
    for _ in range(2):
        note_silence("không nói chuyện được (No such file or directory)", NOW)
    post.round()
    assert told() == [(cast.tri.email, "Máy quét vi-rút không trả lời, tệp gửi lên đang bị từ chối")]
    body = str(mail.outbox[0].body)
    assert [word in body for word in ("No such file", "mọi ảnh và tệp gửi lên đều bị từ chối", "Điều 8.1, 13.7", "/he-thong/",
                                      "systemctl status clamav-daemon")] == [True] * 5  # fmt: skip
    note_answer(NOW)
    note_silence("quá giờ", NOW)
    note_answer(NOW)
    post.round()
    assert len(told()) == 1


@pytest.mark.parametrize(
    "verb, subject, words",
    [("refuse_infected", "Đã chặn một tệp có mã độc: de-thi.docx", "quét máy của mình"),
     ("quarantine", "Tệp đã lưu có mã độc, đã đóng với mọi người: de-thi.docx", "làm bằng chứng")],
)  # fmt: skip
def test_what_it_finds_is_told_with_its_hash_a_refused_content_once(
    cast: Cast, post: Post, verb: str, subject: str, words: str
) -> None:
    found(verb, cast)
    post.round()
    assert told() == [(cast.tri.email, subject)]
    assert [word in str(mail.outbox[0].body) for word in ("Win.Test", SHA, words)] == [True] * 3
    found(verb, cast)
    post.round()
    assert len(told()) == (1 if verb == "refuse_infected" else 2)


def test_limits_of_the_scanner_are_told_once_a_day(cast: Cast, post: Post) -> None:
    for _ in range(2):
        note_unable("to.pdf", 9, "clamd trả lời “INSTREAM size limit exceeded. ERROR”", NOW)
    post.round()
    assert told() == [(cast.tri.email, "Máy quét vi-rút không xem hết được tệp gửi lên")]
    assert "StreamMaxLength" in str(mail.outbox[0].body)
    note_unable("to.pdf", 9, "vẫn thế", LATER)
    post.round(LATER)
    assert len(told()) == 2
