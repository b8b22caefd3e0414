"""Genres and what each must have before it is submitted; what a repost or an advertisement must name (Điều 12.2, 14)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from portal.base.rules import Ground, Refusal
from portal.news.place_rules import may_place as may_place
from portal.news.place_rules import may_shelve as may_shelve
from portal.news.plain_rules import Body, Fault, font_fault, font_faults, heading_faults, link_faults, links
from portal.people.rules import Board


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
# As lists name these two (see list_rules.kind_of); the rest by their genre.
NOTICE_KIND, PHOTO_KIND = "thong-bao", "anh"


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
    body: Body = ()


ASKED = "Điều 12.2, 14.1"
FOR_ALL = "Điều 12.2, TT 26/2020"  # readers who hear the page, or cannot use a mouse
DESCRIBED = "R-READY-05"  # of which picture it speaks, the screen finds out


@dataclass(frozen=True)
class Check:
    """One thing a text needs before it is submitted: under which rule and clause, where it stands, whether it is there."""

    rule: str
    clause: str
    message: str  # the sentence where it lacks
    field: str
    label: str  # the thing itself
    ok: bool

    def refusal(self) -> Refusal:
        return Refusal(self.rule, self.clause, self.message, self.field, Ground.NOT_READY)


def not_ready(draft: Draft, at: datetime) -> list[Refusal]:
    """Everything a text lacks before it can be submitted, all at once; [] when ready."""
    return [check.refusal() for check in checklist(draft, at) if not check.ok]


def checklist(draft: Draft, at: datetime) -> list[Check]:
    """All that this text needs, what is there and what is not, the genre's own list last."""
    return [
        *_always(draft), *_sometimes(draft), *_followed(draft), *_readable(draft), *_source(draft), *_urgent(draft, at),
        *_genre(draft),
    ]  # fmt: skip


def _always(draft: Draft) -> Iterator[Check]:
    told = draft.has_text or (draft.genre == Genre.PHOTOS and draft.pictures > 0)
    known = draft.genre in GENRE_TITLES
    yield Check("R-READY-01", ASKED, "Bài chưa có tiêu đề.", "title", "Tiêu đề", bool(draft.title.strip()))
    yield Check("R-READY-02", ASKED, "Chưa chọn chuyên mục.", "section", "Chuyên mục", draft.section_chosen)
    yield Check("R-READY-03", ASKED, "Chưa chọn thể loại.", "genre", "Thể loại", known)
    yield Check("R-READY-04", ASKED, "Bài chưa có nội dung.", "body", "Nội dung", told)


def _sometimes(draft: Draft) -> Iterator[Check]:
    """What is asked only of texts it can be wrong in."""
    if draft.pictures:
        message = f"Còn {draft.pictures_without_alt} ảnh chưa có mô tả cho người không nhìn thấy ảnh."
        yield Check("R-READY-05", ASKED, message, "body", "Mô tả của từng ảnh", not draft.pictures_without_alt)
    if draft.internal_section:
        message = "Chuyên mục nội bộ chỉ nhận tin nội bộ."
        yield Check("R-READY-06", "Điều 15", message, "audience", "Người đọc là nội bộ", draft.internal)
    if draft.event_start and draft.event_end:
        message = "Giờ kết thúc phải sau giờ bắt đầu."
        ordered = draft.event_start <= draft.event_end
        yield Check("R-READY-07", ASKED, message, "event_end", "Giờ kết thúc sau giờ bắt đầu", ordered)
    if draft.shares and draft.shares != (100,):
        message = "Phần của các tác giả phải cộng đủ 100."
        full = sum(draft.shares) == 100
        yield Check("R-READY-08", "Điều 10.4", message, "authors", "Phần của các tác giả cộng đủ 100", full)


def _followed(draft: Draft) -> Iterator[Check]:
    """R-READY-09, -10: links and headings that can be followed without seeing the page, each fault at its block."""
    if links(draft.body):
        yield from _at_blocks("Chữ của từng đường liên kết", "R-READY-09", link_faults(draft.body))
    if faults := heading_faults(draft.body):
        yield from _at_blocks("Tiêu đề mục", "R-READY-10", faults)


def _readable(draft: Draft) -> Iterator[Check]:
    """No words in letters of an old font, in the title, the summary or a block; nothing is asked of a text without any."""
    told = {"title": font_fault(draft.title), "summary": font_fault(draft.summary)}
    told |= {f"body[{fault.block}]": fault.message for fault in font_faults(draft.body)}
    yield from _at_places("Chữ Unicode", "R-READY-11", told)


def _at_places(label: str, rule: str, told: Mapping[str, str]) -> Iterator[Check]:
    for place, message in told.items():
        if message:
            yield Check(rule, FOR_ALL, message, place, label, False)


def _at_blocks(label: str, rule: str, faults: list[Fault]) -> Iterator[Check]:
    for fault in faults:
        yield Check(rule, FOR_ALL, fault.message, f"body[{fault.block}]", label, False)
    if not faults:
        yield Check(rule, FOR_ALL, "", "body", label, True)


def _source(draft: Draft) -> Iterator[Check]:
    """R-SOURCE-01, -02: a repost names its source, an advertisement its body (Điều 14.2)."""
    if draft.kind == "repost":
        message = "Tin đăng lại phải ghi tên nguồn và địa chỉ bài gốc."
        named = bool(draft.source_name.strip() and draft.source_url.strip())
        yield Check("R-SOURCE-01", "Điều 14.2", message, "source", "Tên nguồn và địa chỉ bài gốc", named)
    if draft.kind == "advertisement":
        message = "Quảng cáo phải ghi tên đơn vị được đăng tin và cách liên hệ."
        named = bool(draft.advertiser_name.strip() and draft.advertiser_contact.strip())
        yield Check("R-SOURCE-02", "Điều 14.2", message, "advertiser", "Đơn vị được đăng tin và cách liên hệ", named)


def _urgent(draft: Draft, at: datetime) -> Iterator[Check]:
    if draft.urgent:
        message = "Thông báo khẩn phải có giờ hết hạn ở phía trước."
        ahead = draft.expires_at is not None and draft.expires_at > at
        yield Check("R-URGENT-01", "Điều 10.2", message, "expires_at", "Giờ hết hạn của thông báo khẩn", ahead)


def _genre(draft: Draft) -> list[Check]:
    """The genre's own list."""
    return [
        Check(rule, ASKED, message, field, label, ok) for rule, field, message, label, ok in _genre_list(draft)
    ]  # fmt: skip


def _genre_list(draft: Draft) -> list[tuple[str, str, str, str, bool]]:
    """Rule, field, the sentence where it lacks, the thing itself, whether it is there."""
    summary, place, asked = bool(draft.summary.strip()), bool(draft.place.strip()), bool(draft.interviewee.strip())
    begins = draft.event_start is not None
    lists: dict[str, list[tuple[str, str, str, str, bool]]] = {
        Genre.SHORT: [
            ("R-GENRE-01", "summary", "Thông báo cần một câu tóm tắt: ai, việc gì, khi nào.", "Tóm tắt của thông báo", summary),
        ] if draft.notice else [],
        Genre.CONFERENCE: [
            ("R-GENRE-02", "opening_at", "Tin hội nghị cần giờ khai mạc.", "Giờ khai mạc", draft.opening_at is not None),
            ("R-GENRE-02", "place", "Tin hội nghị cần địa điểm.", "Địa điểm", place),
        ],
        Genre.PHOTOS: [
            ("R-GENRE-03", "body", "Ảnh hoạt động cần ít nhất một ảnh.", "Ít nhất một ảnh", draft.pictures > 0),
            ("R-GENRE-03", "consent", "Cần xác nhận người trong ảnh (với học sinh: cả gia đình) đã đồng ý.",
             "Người trong ảnh đồng ý", draft.consent),
        ],
        Genre.REFLECTION: [
            ("R-GENRE-04", "summary", "Bài phản ánh cần tóm tắt.", "Tóm tắt", summary),
            ("R-GENRE-04", "event_start", "Bài phản ánh cần ngày diễn ra hoạt động.", "Ngày diễn ra", begins),
        ],
        Genre.REPORT: [
            ("R-GENRE-05", "event_start", "Tường thuật cần giờ diễn ra sự kiện.", "Giờ diễn ra sự kiện", begins),
            ("R-GENRE-05", "place", "Tường thuật cần địa điểm.", "Địa điểm", place),
        ],
        Genre.INTERVIEW: [
            ("R-GENRE-06", "interviewee", "Cần ghi người được phỏng vấn hoặc được hỏi.", "Người được hỏi", asked),
            ("R-GENRE-06", "consent", "Cần xác nhận người được phỏng vấn đã đồng ý.", "Người được hỏi đồng ý",
             draft.consent),
        ],
        Genre.STUDY: [("R-GENRE-07", "summary", "Bài chuyên sâu cần tóm tắt.", "Tóm tắt", summary)],
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


def may_receive(board: Board, person: int, field: int | None) -> Refusal | None:
    """R-RECEIVE-01: what is handed in, mailed or sent by Zalo is taken in by the Secretary, or whoever stands in for
    her, and by a Member for his field (Điều 11.3, 12.2)."""
    if person in _gatherers(board) or person in board.fields.get(field or 0, frozenset()):
        return None
    message = "Thư ký nhập hộ bài gửi đến; Ủy viên nhập hộ trong lĩnh vực mình phụ trách."
    return Refusal("R-RECEIVE-01", "Điều 11.3, 12.2", message, "section")


def may_receive_somewhere(board: Board, person: int) -> Refusal | None:
    """R-RECEIVE-01, for the screen before a section is chosen."""
    mine = next((field for field, members in board.fields.items() if person in members), None)
    return may_receive(board, person, mine)


def _gatherers(board: Board) -> frozenset[int]:
    return board.secretaries | (board.substitutes - board.away)


def original_is_kept(pasted: str, file: bool) -> Refusal | None:
    """R-RECEIVE-02: the original is kept as it came: its file, or its very words (Điều 12.2)."""
    if pasted.strip() or file:
        return None
    message = "Cần giữ bản gốc: dán nguyên văn lời gửi đến, hoặc chọn tệp đã nhận."
    return Refusal("R-RECEIVE-02", "Điều 12.2", message, "pasted", Ground.NOT_READY)


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


PINS = 3  # stories the board keeps beside the lead
HOME_AHEAD = timedelta(days=183)  # how far off an arrangement may begin


def may_arrange_home(board: Board, person: int) -> Refusal | None:
    """R-HOME-01: the front page is arranged by the Secretary, who keeps the sections, or whoever stands in for her, and
    by the Head (Điều 8.3, 12.1)."""
    if person in board.secretaries | (board.substitutes - board.away) | board.leaders:
        return None
    return Refusal("R-HOME-01", "Điều 8.3, 12.1", "Trang chủ do Thư ký và Trưởng ban sắp xếp.")


def home_refusals(lead: int | None, pins: list[int], shown: list[int], *, open_articles: frozenset[int],
                  open_sections: frozenset[int]) -> list[Refusal]:  # fmt: skip
    """R-HOME-02, -03: only what any reader may open is chosen for the front page, each once (Điều 8.3, 12.1, 14.2)."""
    found = []
    if lead is not None and lead not in open_articles:
        found.append(_not_open("lead"))
    if not set(pins) <= open_articles:
        found.append(_not_open("pins"))
    if not set(shown) <= open_sections:
        found.append(Refusal("R-HOME-02", "Điều 8.3, 12.1", "Có chuyên mục không còn đăng công khai.", "sections",
                             Ground.NOT_READY))  # fmt: skip
    if len(pins) > PINS or len({*pins, lead}) < len(pins) + 1:
        found.append(Refusal("R-HOME-03", "Điều 8.3, 12.1", f"Ghim nhiều nhất {PINS} bài, mỗi bài đứng một chỗ.", "pins",
                             Ground.NOT_READY))  # fmt: skip
    return found


def may_begin_home(starts: datetime | None, at: datetime) -> Refusal | None:
    """R-HOME-04: an arrangement begins at once, or at an hour still to come within half a year (Điều 8.3, 12.1)."""
    if starts is None or at < starts <= at + HOME_AHEAD:
        return None
    message = "Giờ bắt đầu phải ở phía trước, trong vòng nửa năm; bỏ trống nếu muốn đổi ngay."
    return Refusal("R-HOME-04", "Điều 8.3, 12.1", message, "starts", Ground.NOT_READY)


def may_cancel_home(starts: datetime | None, at: datetime) -> Refusal | None:
    """R-HOME-05: only an arrangement that has not begun is called off; `starts` is None where there is none any more
    (Điều 8.3, 12.1)."""
    if starts is not None and starts > at:
        return None
    message = "Cách sắp xếp này đã bắt đầu hoặc đã hủy; muốn đổi trang chủ lúc này, hãy sắp xếp lại."
    return Refusal("R-HOME-05", "Điều 8.3, 12.1", message, ground=Ground.CONFLICT)


def _not_open(field: str) -> Refusal:
    return Refusal(
        "R-HOME-02", "Điều 8.3, 14.2", "Chỉ chọn bài đã duyệt và đang đăng công khai.", field, Ground.NOT_READY
    )
