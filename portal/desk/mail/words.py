"""The words of each letter: what, the difference, why, until when, what can be done (Điều 14.3)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from typing import Any

from portal.approval.models import HistoryList, Opinion, ReviewList
from portal.base.clock import ZONE
from portal.base.models import JournalEntry
from portal.desk.comparing import FactChange, difference
from portal.desk.diff import Part, compare
from portal.desk.mail.envelope import Paper
from portal.desk.mail.rules import Kind
from portal.desk.mail.telling import SHOT, bracketed, coloured, plain, styled, told_of_line, words_of
from portal.desk.passages import pieces
from portal.desk.queries import Seen, people_named
from portal.desk.queries.digest import Digest, Row, debt_row
from portal.desk.queries.owed import Owed
from portal.desk.rules import hour
from portal.desk.why import why
from portal.news.models import Article
from portal.news.presenters import absolute
from portal.operations.queries import CareRow, Week
from portal.people.models import Person

MOST = 6000  # characters of a text or a difference; the rest is read in the portal


@dataclass(frozen=True)
class Door:
    """One way on: its words, its address; the main one looks like a button."""

    label: str
    url: str
    main: bool = False


def turn(item: Seen, doors: Sequence[Door], *, until: datetime, urgent: bool) -> Paper:
    """It is his turn on this text."""
    label = doors[0].label if doors and doors[0].main else "xem và quyết định"
    subject = f"{'Khẩn. ' if urgent else ''}Chờ thầy/cô: {_small(label)} – {item.draft.title}"
    return _about(item, subject, f"Đến lượt thầy/cô: {_small(label)}.", doors=doors, until=until)


def opinion(item: Seen, asked: Opinion) -> Paper:
    """He is asked for his opinion."""
    by = people_named([asked.asked_by_id])[asked.asked_by_id]
    return _about(item, f"{by} xin ý kiến thầy/cô – {item.draft.title}", f"{by} xin ý kiến thầy/cô (Điều 12.4).",
                  said=asked.question)  # fmt: skip


def answer(item: Seen, line: JournalEntry) -> Paper:
    """What became of his own text."""
    told = told_of_line(line, people_named([line.actor_id]))
    short = {"send_back": "Bài cần sửa lại", "refuse": "Bài không được đăng", "publish": "Bài đã lên cổng"}[line.verb]
    on = "sửa rồi trình lại" if line.verb != "publish" else ""
    return _about(item, f"{short} – {item.draft.title}", f"{told} ({line.clause})." if line.clause else f"{told}.",
                  said=words_of(line), text=False, door=f"Mở trong cổng{', ' + on if on else ''}",
                  alarm=line.verb != "publish")  # fmt: skip


def nudge(item: Seen, line: JournalEntry, doors: Sequence[Door], *, until: datetime) -> Paper:
    """A colleague reminds him."""
    by = people_named([line.actor_id]).get(line.actor_id or 0, "Ban biên tập")
    return _about(item, f"{by} nhắc thầy/cô – {item.draft.title}", f"{by} nhắc thầy/cô về bài này.", said=line.reason,
                  doors=doors, until=until)  # fmt: skip


def reminder(item: Seen, line: JournalEntry, doors: Sequence[Door], *, until: datetime) -> Paper:
    """The deadline comes near."""
    due = datetime.fromisoformat(line.data["due"]).astimezone(ZONE)
    return _about(item, f"Sắp đến hạn {hour(due)} – {item.draft.title}",
                  f"Hạn {hour(due)} ({line.clause}); bài đang ở bước của thầy/cô.", doors=doors, until=until)  # fmt: skip


def escalation(item: Seen, line: JournalEntry, doors: Sequence[Door], *, until: datetime) -> Paper:
    """The deadline has passed; Secretary and Head are told with whom the item is."""
    due = datetime.fromisoformat(line.data["due"]).astimezone(ZONE)
    holders = dict.fromkeys(one.person for one in item.standing.open.holders) if item.standing.open else {}
    who = " hoặc ".join(item.names[person] for person in holders) or "chưa ai giữ bước này"
    return _about(item, f"Quá hạn {hour(due)} – {item.draft.title}",
                  f"Đã quá hạn {hour(due)} ({line.clause}) mà bài còn chờ: {who}.", doors=doors, until=until, alarm=True)  # fmt: skip


def digest(person: Person, found: Digest, at: datetime) -> Paper:
    """Everything that waits, once a day."""
    count = len(found.waiting) + len(found.owed) + len(found.debts) + len(found.vouch)
    news = "Tin về bài của thầy/cô" if found.answers else f"{len(found.notices)} thông báo nội bộ mới"
    subject = f"{count} việc chờ thầy/cô hôm nay" if count else news
    day = hour(at).split(" ", 1)[1]
    groups = [("Chờ thầy/cô", found.waiting), ("Ý kiến thầy/cô nợ", found.owed),
              ("Cần thêm một người đồng ý", found.vouch), ("Bài được giao", found.debts),
              ("Thông báo nội bộ", found.notices), ("Bài của thầy/cô", found.answers)]  # fmt: skip
    return listing(person, subject, f"Việc của thầy/cô, {day}:", groups, daily=True)


def care(person: Person, found: Week, at: datetime) -> Paper:
    """Faults of what is up, once a week: his own, and for the Secretary how many there are of each kind."""
    whole = sum(many for _, _, many in found.kinds)
    mine = [Row(one.finding.what[:200], absolute(f"/cham-soc/{one.finding.pk}/"), _care_note(one), one.is_safety)
            for one in found.mine]  # fmt: skip
    if found.many > len(mine):
        mine.append(Row(f"và {found.many - len(mine)} lỗi nữa", absolute("/cham-soc/?mine=on"), "xem cả danh sách"))
    kinds = [Row(name, absolute(f"/cham-soc/?kind={kind}"), f"{many} lỗi") for kind, name, many in found.kinds]
    lead = (
        f"Cổng rà nội dung đang đăng mỗi đêm. Thuộc phần thầy/cô còn {found.many} lỗi (Điều 12.3)."
        if found.many
        else ""
    )
    if kinds:
        whole_told = f"Cả cổng còn {whole} lỗi; tuần qua thấy thêm {found.found}, khép {found.closed}."
        lead = f"{lead} {whole_told}".strip()
    subject = f"{found.many or whole} lỗi nội dung chờ khắc phục"
    return listing(person, subject, lead, [("Thuộc phần của thầy/cô", mine), ("Cả cổng", kinds)],
                 door=Door("Mở Chăm sóc nội dung", absolute("/cham-soc/")))  # fmt: skip


def _care_note(one: CareRow) -> str:
    """Which kind, where."""
    where = "" if one.place is None else one.place.title or one.place.path
    more = f"và {one.many - 1} trang nữa" if one.many > 1 else ""
    return " · ".join(part for part in (one.name, " ".join(filter(None, (where, more)))) if part)


def debt(person: Person, row: Owed, at: datetime, kind: Kind) -> Paper:
    """An article is asked for, soon due, or was not handed in: whoever owes it, or whoever looks after it, is told."""
    due = hour(row.due.astimezone(ZONE))
    subject, lead = {
        Kind.ESCALATION: (f"Quá hạn {due} – {row.what}", f"{row.who} chưa nộp bài được giao (Điều 11.3)."),
        Kind.REMINDER: (f"Sắp đến hạn {due} – {row.what}", f"Bài được giao cho {row.who}, hạn {due} (Điều 8.2)."),
        Kind.TURN: (f"Bài được giao – {row.what}", f"{row.assignment.made_by} giao bài cho {row.who}, hạn {due} (Điều 8.2, 11.3)."),
    }[kind]  # fmt: skip
    said = f" Dặn thêm: “{row.assignment.note}”" if row.assignment.note else ""
    return listing(person, subject, lead + said, [("Bài được giao", [debt_row(row, at)])])


def listed(person: Person, made: HistoryList | ReviewList, row: Row) -> Paper:
    """A list waits for his one decision."""
    if isinstance(made, ReviewList):
        lead = (f"{made.prepared_by} gom nội dung nội bộ đã xem thành danh sách. Thầy/cô mở từng mục, để lại mục chưa được, rồi "
                "duyệt một lần các mục còn lại (Điều 15.2).")  # fmt: skip
        return listing(person, f"Chờ thầy/cô: duyệt danh sách – {made.title}", lead, [("Nội dung nội bộ", [row])],
                     door=Door("Mở danh sách", row.url))  # fmt: skip
    lead = (f"{made.prepared_by} lập danh sách bài của cổng cũ. Thầy/cô xem mẫu, để lại bài không nên đưa lên, rồi quyết "
            "định một lần cho cả danh sách (Điều 10.4, 14.2).")  # fmt: skip
    return listing(person, f"Chờ thầy/cô: quyết định danh sách – {made.title}", lead, [("Bài của cổng cũ", [row])],
                 door=Door("Mở danh sách", row.url))  # fmt: skip


def listing(
    person: Person, subject: str, lead: str, groups: list[tuple[str, list[Row]]], *, daily: bool = False,
    door: Door | None = None,
) -> Paper:  # fmt: skip
    """Groups of rows below a sentence. `door` leads where all of it is; without one, to "Việc của tôi"."""
    door = door or Door("Mở Việc của tôi", absolute("/viec-cua-toi/"))
    return Paper(
        subject, "digest", {"person": str(person), "lead": lead, "door": door, "groups": groups, "daily": daily}
    )


def code(secret: str) -> Paper:
    return Paper(f"Mã xác nhận: {secret}", "code", {"code": secret})


def call() -> Paper:
    return Paper("Có việc chờ thầy/cô trên cổng", "call", {})


def _about(
    item: Seen, subject: str, lead: str, *, doors: Sequence[Door] = (), until: datetime | None = None, said: str = "",
    text: bool = True, door: str = "Mở trong cổng", alarm: bool = False,
) -> Paper:  # fmt: skip
    words: dict[str, Any] = {
        "person": str(item.person), "lead": lead, "said": said, "alarm": alarm, "title": item.draft.title,
        "meta": meta(item), "why": why(item) if item.acting is not None else None, "doors": doors,
        "until": hour(until.astimezone(ZONE)) if until is not None and doors else "",
        "door": Door(door, absolute(f"/viec/{item.page.pk}/")),
    }  # fmt: skip
    return Paper(subject, "item", words | (shown(item) if text else {}))


def meta(item: Seen) -> str:
    """Genre, section, authors, which text."""
    draft = item.draft
    kind = draft.get_genre_display() if isinstance(draft, Article) else draft._meta.verbose_name.capitalize()
    authors = ", ".join(item.names[who] for who in item.case.authors or [item.case.creator_id])
    section = draft.section.title if isinstance(draft, Article) else ""
    return " · ".join(part for part in (kind, section, authors, f"bản {item.number}") if part)


def shown(item: Seen) -> dict[str, Any]:
    """The difference in words to what is up or what he last saw; the text itself where there is neither."""
    title, parts, facts = compared(item)
    kept, rest = _most(parts)
    return {
        "diff_title": title, "more": rest,
        "diff": [*map(styled, kept), *(f"{escape(fact.label)}: {coloured(fact.html)}" for fact in facts)],
        "plain": [*map(plain, kept), *(f"{fact.label}: {bracketed(fact.html)}" for fact in facts)],
    }  # fmt: skip


def compared(item: Seen) -> tuple[str, list[Part], list[FactChange]]:
    """What a letter and the page of its link compare: title, parts, facts that are others now."""
    found = difference(item, named=False)
    if found is None:
        whole = compare([], pieces(item.draft, named=False)[1:])
        return f"Toàn văn bản {item.number}", [replace(one, kind="same" if one.html else SHOT) for one in whole], []
    nothing = [] if found.facts else [Part("same", "Không khác chữ nào.")]
    return found.title, found.parts or nothing, found.facts


def _most(parts: list[Part]) -> tuple[list[Part], int]:
    room, kept = MOST, list[Part]()
    for part in parts:
        room -= len(part.html)
        if room < 0 and kept:
            break
        kept.append(part if len(part.html) <= MOST else Part(part.kind, escape(bracketed(part.html)[:MOST]) + "…"))
    return kept, len(parts) - len(kept)


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]
