"""Genres and what each must have before it is submitted; what a repost or an advertisement must name (Điều 12.2, 14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from portal.base.rules import Ground, Refusal


class Genre(StrEnum):
    """The seven genres of Điều 12.2 and 14.1."""

    SHORT = "tin-ngan"
    CONFERENCE = "tin-hoi-nghi"
    PHOTOS = "anh-hoat-dong"
    REFLECTION = "bai-phan-anh"
    REPORT = "tuong-thuat"
    INTERVIEW = "phong-su-phong-van"
    STUDY = "bai-chuyen-sau"


GENRE_TITLES: Mapping[str, str] = {
    Genre.SHORT: "Tin ngắn",
    Genre.CONFERENCE: "Tin hội nghị",
    Genre.PHOTOS: "Ảnh hoạt động",
    Genre.REFLECTION: "Bài phản ánh",
    Genre.REPORT: "Tường thuật, ghi nhanh",
    Genre.INTERVIEW: "Phóng sự điều tra, phỏng vấn",
    Genre.STUDY: "Bài viết chuyên sâu",
}


@dataclass(frozen=True)
class Draft:
    """What the checklists look at."""

    title: str
    summary: str
    genre: str
    kind: str
    has_text: bool
    pictures: int
    pictures_without_alt: int
    notice: bool = False
    opening_at: datetime | None = None
    event_start: datetime | None = None
    event_end: datetime | None = None
    place: str = ""
    interviewee: str = ""
    consent: bool = False
    source_name: str = ""
    source_url: str = ""
    advertiser_name: str = ""
    advertiser_contact: str = ""
    internal_section: bool = False
    internal: bool = False
    section_chosen: bool = True
    urgent: bool = False
    expires_at: datetime | None = None
    shares: tuple[int, ...] = ()


def _missing(rule: str, field: str, message: str, clause: str = "Điều 12.2, 14.1") -> Refusal:
    return Refusal(rule, clause, message, field, Ground.NOT_READY)


def not_ready(draft: Draft, at: datetime) -> list[Refusal]:
    """Everything a text lacks before it can be submitted, all at once; [] when ready."""
    found = [*_always(draft), *_source(draft), *_urgent(draft, at)]
    found += [
        _missing(rule, field, message)
        for rule, field, message, lacks in _checklist(draft)
        if lacks
    ]  # fmt: skip
    return found


def _always(draft: Draft) -> list[Refusal]:
    found = []
    if not draft.title.strip():
        found.append(_missing("R-READY-01", "title", "Bài chưa có tiêu đề."))
    if not draft.section_chosen:
        found.append(_missing("R-READY-02", "section", "Chưa chọn chuyên mục."))
    if draft.genre not in GENRE_TITLES:
        found.append(_missing("R-READY-03", "genre", "Chưa chọn thể loại."))
    if not draft.has_text and not (draft.genre == Genre.PHOTOS and draft.pictures):
        found.append(_missing("R-READY-04", "body", "Bài chưa có nội dung."))
    if draft.pictures_without_alt:
        message = f"Còn {draft.pictures_without_alt} ảnh chưa có mô tả cho người không nhìn thấy ảnh."
        found.append(_missing("R-READY-05", "body", message))
    if draft.internal_section and not draft.internal:
        found.append(_missing("R-READY-06", "audience", "Chuyên mục nội bộ chỉ nhận tin nội bộ.", "Điều 15"))
    if draft.event_start and draft.event_end and draft.event_end < draft.event_start:
        found.append(_missing("R-READY-07", "event_end", "Giờ kết thúc phải sau giờ bắt đầu."))
    if draft.shares and sum(draft.shares) != 100:
        found.append(_missing("R-READY-08", "authors", "Phần của các tác giả phải cộng đủ 100.", "Điều 10.4"))
    return found


def _source(draft: Draft) -> list[Refusal]:
    """R-SOURCE-01, -02: a repost names its source, an advertisement its body (Điều 14.2)."""
    found = []
    if draft.kind == "repost" and not (draft.source_name.strip() and draft.source_url.strip()):
        found.append(
            _missing("R-SOURCE-01", "source", "Tin đăng lại phải ghi tên nguồn và địa chỉ bài gốc.", "Điều 14.2")
        )
    if draft.kind == "advertisement" and not (draft.advertiser_name.strip() and draft.advertiser_contact.strip()):
        message = "Quảng cáo phải ghi tên đơn vị được đăng tin và cách liên hệ."
        found.append(_missing("R-SOURCE-02", "advertiser", message, "Điều 14.2"))
    return found


def _urgent(draft: Draft, at: datetime) -> list[Refusal]:
    if draft.urgent and (draft.expires_at is None or draft.expires_at <= at):
        message = "Thông báo khẩn phải có giờ hết hạn ở phía trước."
        return [_missing("R-URGENT-01", "expires_at", message, "Điều 10.2")]
    return []


def _checklist(draft: Draft) -> list[tuple[str, str, str, bool]]:
    """The genre's own list: rule, field, sentence, whether it is lacking."""
    no_summary = not draft.summary.strip()
    lists: dict[str, list[tuple[str, str, str, bool]]] = {
        Genre.SHORT: [
            ("R-GENRE-01", "summary", "Thông báo cần một câu tóm tắt: ai, việc gì, khi nào.", draft.notice and no_summary)
        ],
        Genre.CONFERENCE: [
            ("R-GENRE-02", "opening_at", "Tin hội nghị cần giờ khai mạc.", draft.opening_at is None),
            ("R-GENRE-02", "place", "Tin hội nghị cần địa điểm.", not draft.place.strip()),
        ],
        Genre.PHOTOS: [
            ("R-GENRE-03", "body", "Ảnh hoạt động cần ít nhất một ảnh.", draft.pictures == 0),
            ("R-GENRE-03", "consent", "Cần xác nhận người trong ảnh (với học sinh: cả gia đình) đã đồng ý.",
             not draft.consent),
        ],
        Genre.REFLECTION: [
            ("R-GENRE-04", "summary", "Bài phản ánh cần tóm tắt.", no_summary),
            ("R-GENRE-04", "event_start", "Bài phản ánh cần ngày diễn ra hoạt động.", draft.event_start is None),
        ],
        Genre.REPORT: [
            ("R-GENRE-05", "event_start", "Tường thuật cần giờ diễn ra sự kiện.", draft.event_start is None),
            ("R-GENRE-05", "place", "Tường thuật cần địa điểm.", not draft.place.strip()),
        ],
        Genre.INTERVIEW: [
            ("R-GENRE-06", "interviewee", "Cần ghi người được phỏng vấn hoặc được hỏi.", not draft.interviewee.strip()),
            ("R-GENRE-06", "consent", "Cần xác nhận người được phỏng vấn đã đồng ý.", not draft.consent),
        ],
        Genre.STUDY: [("R-GENRE-07", "summary", "Bài chuyên sâu cần tóm tắt.", no_summary)],
    }  # fmt: skip
    return lists.get(draft.genre, [])


def may_write(
    kind: str, posts: frozenset[int], field: int | None, *, internal: bool, suspended: bool
) -> Refusal | None:
    """R-WRITE-01, -02: staff write anywhere; a collaborator in his own field of the public site only (Điều 11.5, 15)."""
    if suspended:
        return Refusal("R-WRITE-03", "Điều 9.5, 10.4", "Quyền gửi tin bài của thầy/cô đang tạm dừng.")
    if kind == "staff":
        return None
    if kind != "collaborator":
        return Refusal("R-WRITE-01", "Điều 12.2", "Tài khoản này không gửi tin bài.")
    if internal or field is None or field not in posts:
        return Refusal("R-WRITE-02", "Điều 11.5", "Cộng tác viên chỉ viết trong lĩnh vực được giao.", "section")
    return None


def due(
    genre: str, *, opening_at: datetime | None, event_start: datetime | None, event_end: datetime | None
) -> datetime | None:
    """R-DUE-01: the last second an item is in time (Điều 16.1): a conference's notice three days before it opens, an
    event's article two days after its end, whole calendar days. Takes hours as the school's clock shows them."""
    if genre == Genre.CONFERENCE and opening_at is not None:
        return _last_second(opening_at - timedelta(days=3))
    ended = event_end or event_start
    return _last_second(ended + timedelta(days=2)) if ended is not None else None


def _last_second(at: datetime) -> datetime:
    return at.replace(hour=23, minute=59, second=59, microsecond=0)


def may_keep_templates(on_board: bool) -> Refusal | None:
    """R-URGENT-02: board members draw up urgent templates and write urgent notices from them (Điều 10.2)."""
    if on_board:
        return None
    return Refusal("R-URGENT-02", "Điều 10.2", "Thông báo khẩn và mẫu của nó do thành viên Ban biên tập viết.")


def may_approve_template(leads: bool) -> Refusal | None:
    """R-URGENT-03: a template counts once the Head has approved it beforehand (Điều 10.2)."""
    if leads:
        return None
    return Refusal("R-URGENT-03", "Điều 10.2", "Mẫu thông báo khẩn phải được Trưởng ban duyệt trước.")
