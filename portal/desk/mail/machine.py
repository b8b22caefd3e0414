"""Letters to whoever keeps the machine: what the virus scanner did or cannot do (Điều 8.1, 13.2, 13.7)."""

from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.desk.mail.envelope import Paper
from portal.desk.mail.words import Door, listing
from portal.desk.queries import people_named
from portal.desk.queries.digest import Row
from portal.desk.rules import hour
from portal.news.presenters import absolute
from portal.people.models import Person

OF_THE_MACHINE = frozenset({"scanner_silent", "scanner_unable", "refuse_infected", "quarantine"})


def key_of(line: JournalEntry) -> str:
    """Each silence and each file shut is told; of refused files each content once, of limits once a day."""
    once = {"refuse_infected": str(line.data.get("sha256", ""))[:32], "scanner_unable": f"{line.at:%Y%m%d}"}
    return f"machine:{line.verb}:{once.get(line.verb, line.pk)}"


def machine(person: Person, line: JournalEntry) -> Paper:
    """What happened, what it means for others, what to do."""
    told, at = line.data, hour(line.at.astimezone(ZONE))
    name, found = told.get("name", ""), told.get("signature", "")
    sender = people_named([line.actor_id]).get(line.actor_id or 0, "không rõ ai")
    subject, lead, title, note = {
        "scanner_silent": (
            "Máy quét vi-rút không trả lời, tệp gửi lên đang bị từ chối",
            f"Từ {at} máy quét vi-rút của cổng không trả lời ({told.get('why', '')}). Cho đến khi nó trả lời lại, mọi ảnh và "
            "tệp gửi lên đều bị từ chối (Điều 8.1, 13.7).",
            "Xem máy quét có chạy không", "systemctl status clamav-daemon clamav-freshclam",
        ),
        "scanner_unable": (
            "Máy quét vi-rút không xem hết được tệp gửi lên",
            f"Lúc {at} máy quét không xem hết được tệp “{name}” nên cổng không nhận ({told.get('why', '')}).",
            "Nâng giới hạn của máy quét cho bằng giới hạn của cổng", "StreamMaxLength, MaxFileSize trong /etc/clamav/clamd.conf",
        ),
        "refuse_infected": (
            f"Đã chặn một tệp có mã độc: {name}",
            f"Lúc {at} cổng không nhận tệp “{name}” do {sender} gửi, vì có mã độc {found} (Điều 8.1, 13.7).",
            "Giúp người gửi quét máy của mình", f"sha256 {told.get('sha256', '')}",
        ),
        "quarantine": (
            f"Tệp đã lưu có mã độc, đã đóng với mọi người: {name}",
            f"Lúc {at} máy quét thấy mã độc {found} trong tệp “{name}” đã lưu từ trước. Tệp không ai mở được nữa, còn giữ trên "
            "máy làm bằng chứng (Điều 8.1, 13.2, 13.7).",
            "Báo cho người phụ trách bài có tệp này", f"sha256 {told.get('sha256', '')}",
        ),
    }[line.verb]  # fmt: skip
    page = absolute("/he-thong/")
    return listing(
        person,
        subject,
        lead,
        [("Việc cần làm", [Row(title, page, note)])],
        door=Door("Mở trang sức khỏe hệ thống", page),
    )
