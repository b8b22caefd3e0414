"""Sentences of the mail about what somebody did; asks no database."""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape

from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.desk.diff import Part
from portal.desk.rules import WEEKDAYS, hour, told_with

DID: Mapping[str, str] = {
    "pass": "đã duyệt và chuyển tiếp",
    "approve": "đã duyệt đăng",
    "publish": "đã cho lên cổng",
    "send_back": "đã trả lại để sửa",
    "refuse": "đã từ chối",
    "propose_refusal": "đã đề xuất từ chối",
    "recall": "đã rút bài về",
    "withdraw": "đã gỡ khỏi cổng",
    "edit": "đã sửa nội dung",
    "submit": "đã trình lại",
    "facts": "đã đổi dữ kiện, các bước xét lại từ đầu",
}


def told_of_line(line: JournalEntry, people: Mapping[int, str]) -> str:
    """Who did what when: "Lê Phong đã duyệt đăng lúc 08:12 thứ Hai 16/11"."""
    who = people.get(line.actor_id or 0, "Cổng") if line.actor_id else "Cổng"
    did = "đã đăng đúng giờ hẹn" if line.verb == "publish" and not line.actor_id else DID.get(line.verb, line.verb)
    return f"{who} {did} lúc {hour(line.at.astimezone(ZONE))}"


def day_told(day: date) -> str:
    """A day as letters say it: "thứ Sáu 27/11"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}/{day.month}"


def words_of(line: JournalEntry) -> str:
    """The ground and the words that go with a line."""
    return told_with(line.reason, line.data)


TAG = re.compile(r"<[^>]+>")
SIGNS = (("<del>", "[bỏ: "), ("</del>", "]"), ("<ins>", "[thêm: "), ("</ins>", "]"))
GONE, COME = "color:#a3161f;background:#fbe7e4", "color:#0f5a40;background:#dff0e7;text-decoration:none"


def coloured(html: str) -> str:
    """Marks of a difference for a mail reader, who knows no style sheet of ours; already escaped."""
    return html.replace("<del>", f'<del style="{GONE}">').replace("<ins>", f'<ins style="{COME}">')


def bracketed(html: str) -> str:
    """The same marks in plain text."""
    for tag, sign in SIGNS:
        html = html.replace(tag, sign)
    return unescape(TAG.sub("", html))


SHOT = "shot"  # the kind of a picture shown with a whole text, where nothing is compared


def _whole(part: Part) -> str:
    """One piece of a difference as words with marks; a picture by its words, marked where another took its place."""
    if part.kind not in ("picture", SHOT):
        return f"<{part.kind}>{part.html}</{part.kind}>" if part.kind in ("ins", "del") else part.html
    sides = [("del", part.before), ("ins", part.after)]
    told = [(tag, "[Ảnh] " + ("; ".join(html for _, html in side.words) or "không lời")) for tag, side in sides if side]
    if part.kind == SHOT or (len(told) == 2 and not part.another_file):
        return told[-1][1]
    return " ".join(f"<{tag}>{words}</{tag}>" for tag, words in told)


def styled(part: Part) -> str:
    return coloured(_whole(part))


def plain(part: Part) -> str:
    return bracketed(_whole(part))
