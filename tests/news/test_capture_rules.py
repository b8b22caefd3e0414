"""What a few typed lines and photos are taken for: tables of the guesses, each with its reason in words."""

from datetime import date, datetime

import pytest

from portal.news.capture import reading, rules
from portal.news.capture.reading import Opening
from portal.news.capture.rules import Activity, Place
from portal.news.rules import Genre
from tests.cast import NOW

TODAY = NOW.date()  # Monday 16/11/2026
LATER = Opening(datetime(2026, 11, 25, 8), True)
PAST = Opening(datetime(2026, 11, 10, 8), True)
SHORT, LONG = "Các em rất vui. " * 5, "Các em đọc sách rất vui. " * 80


# -- R-CAPTURE-01: the genre --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title,text,photos,opening,expected,reason",
    [
        ("Ngày hội đọc sách", SHORT, 3, None, Genre.PHOTOS, "vì có 3 ảnh và ít chữ"),
        ("Ngày hội đọc sách", SHORT, 2, None, Genre.SHORT, "vì bài ngắn"),
        ("Ngày hội đọc sách", "", 1, None, Genre.PHOTOS, "vì chỉ có ảnh"),
        ("Ngày hội đọc sách", SHORT, 0, None, Genre.SHORT, "vì bài ngắn"),
        ("Ngày hội đọc sách", LONG, 5, None, Genre.REFLECTION, "vì bài dài 480 tiếng"),
        ("Thông báo nghỉ học chiều thứ Sáu", SHORT, 0, None, Genre.SHORT, "vì mở đầu bằng “Thông báo”"),
        ("THÔNG BÁO lịch thi", SHORT, 4, None, Genre.SHORT, "vì mở đầu bằng “THÔNG BÁO”"),
        ("Hội nghị viên chức", SHORT, 0, LATER, Genre.CONFERENCE, "vì nói về hội nghị ngày 25/11"),
        ("Thông báo về Hội nghị viên chức", SHORT, 0, LATER, Genre.CONFERENCE, "vì nói về hội nghị ngày 25/11"),
        ("Hội nghị viên chức", SHORT, 0, PAST, Genre.SHORT, "vì bài ngắn"),
        ("Hội nghị viên chức", SHORT, 3, PAST, Genre.PHOTOS, "vì có 3 ảnh và ít chữ"),
        ("Hội nghị viên chức", SHORT, 0, None, Genre.SHORT, "vì bài ngắn"),
        ("", "", 0, None, Genre.SHORT, "vì bài ngắn"),
    ],
)
def test_the_genre_follows_from_photos_length_and_first_words(
    title: str, text: str, photos: int, opening: Opening | None, expected: Genre, reason: str
) -> None:
    found = rules.genre(title=title, text=text, photos=photos, opening=opening, now=NOW)
    assert (found.value, found.reason) == (expected, reason)


@pytest.mark.parametrize(
    "title,expected",
    [("Thông báo nghỉ học", True), ("thong bao", True), ("Giấy mời họp phụ huynh", True), ("Lịch sử Việt Nam", False),
     ("Ngày hội", False), ("", False)],
)  # fmt: skip
def test_a_notice_is_known_by_how_it_opens(title: str, expected: bool) -> None:
    assert rules.is_notice(title) is expected


# -- R-CAPTURE-03: the plan entry ---------------------------------------------------------------------------------------


def activity(pk: int, title: str, section: str, starts: int, ends: int, *, standing: bool = False) -> Activity:
    """An entry of November 2026, by its days."""
    return Activity(pk, title, section, date(2026, 11, starts), date(2026, 11, ends), standing)


READING = activity(1, "Ngày hội đọc sách", "thu-vien", 16, 16)
SCIENCE = activity(2, "Ngày hội Khoa học", "", 10, 20)
OVER = activity(3, "Tuần lễ an toàn", "doan-doi", 9, 14)
LONG_OVER = activity(4, "Hội khỏe Phù Đổng", "", 1, 5)
USUAL = activity(5, "Chuyện trong giờ học", "chuyen-mon", 1, 30, standing=True)
FOREIGN = activity(6, "Đại hội Liên đội", "doan-doi", 16, 16)
ALL = (SCIENCE, READING, OVER, LONG_OVER, USUAL)
EVERYWHERE = frozenset({"thu-vien", "doan-doi", "chuyen-mon"})


@pytest.mark.parametrize(
    "words,section,on,expected,reason",
    [
        ("Sáng nay ở sân trường", "", TODAY, READING, "vì hôm nay có ‘Ngày hội đọc sách’ trong kế hoạch"),
        ("Ngày hội Khoa học của khối 7", "", TODAY, SCIENCE, "vì bài nói về ‘Ngày hội Khoa học’ trong kế hoạch"),
        ("ngay hoi khoa hoc cua khoi 7", "", TODAY, SCIENCE, "vì bài nói về ‘Ngày hội Khoa học’ trong kế hoạch"),
        ("Tổng kết tuần lễ an toàn", "", TODAY, OVER, "vì bài nói về ‘Tuần lễ an toàn’ trong kế hoạch"),
        ("Hội khỏe Phù Đổng vừa xong", "", TODAY, READING, "vì hôm nay có ‘Ngày hội đọc sách’ trong kế hoạch"),
        ("Ở lớp 6A2", "chuyen-mon", TODAY, USUAL, "vì là việc thường xuyên của chuyên mục này"),
        ("Ở sân", "doan-doi", TODAY, OVER, "vì là việc đang làm của chuyên mục này"),
        ("Ở sân", "", date(2026, 11, 12), None, "vì ngày 12/11 chưa thấy việc nào trong kế hoạch khớp với bài"),
    ],
)
def test_the_plan_entry_follows_from_words_day_and_section(
    words: str, section: str, on: date, expected: Activity | None, reason: str
) -> None:
    found = rules.entry(ALL, on=on, today=TODAY, words=words, section=section, reachable=EVERYWHERE)
    assert found == (expected, reason)


def test_an_entry_of_a_section_out_of_reach_is_never_proposed() -> None:
    found = rules.entry([FOREIGN], on=TODAY, today=TODAY, words="Đại hội Liên đội", reachable=frozenset({"chuyen-mon"}))
    assert found == (None, "vì hôm nay chưa thấy việc nào trong kế hoạch khớp với bài")


@pytest.mark.parametrize(
    "words,title,expected",
    [
        ("Ngày hội đọc sách của học sinh", "Ngày hội Khoa học", False),
        ("Hội khoa học mở cửa", "Ngày hội Khoa học", True),
        ("Hội giảng môn Toán", "Chuyên đề và hội giảng cấp trường", False),
        ("Chuyên đề và hội giảng", "Chuyên đề và hội giảng cấp trường", True),
        ("Sách mới", "Sách", False),
    ],
)
def test_a_text_names_an_activity_by_words_in_a_row(words: str, title: str, expected: bool) -> None:
    assert rules.names(words, title) is expected


# -- R-CAPTURE-02: the section ------------------------------------------------------------------------------------------

PLACES = (
    Place("chuyen-mon", "Chuyên môn", 1), Place("thu-vien", "Thư viện", 1), Place("doan-doi", "Đoàn – Đội", 2),
    Place("thong-bao", "Thông báo", 3), Place("trao-doi", "Trao đổi chuyên môn", 1, internal=True),
)  # fmt: skip
NOBODY: frozenset[int] = frozenset()


@pytest.mark.parametrize(
    "notice,entry,fields,units,last,expected,reason",
    [
        (True, READING, {1}, set(), "", "thong-bao", "vì là một thông báo"),
        (
            False,
            READING,
            {2},
            {"doan-doi"},
            "",
            "thu-vien",
            "vì ‘Ngày hội đọc sách’ trong kế hoạch thuộc chuyên mục này",
        ),
        (False, SCIENCE, {1}, {"doan-doi"}, "", "doan-doi", "vì thầy/cô ở tổ, đơn vị này"),
        (False, None, {1}, set(), "thu-vien", "thu-vien", "vì đây là lĩnh vực của thầy/cô"),
        (False, None, {1}, set(), "doan-doi", "chuyen-mon", "vì đây là lĩnh vực của thầy/cô"),
        (False, None, set(), set(), "doan-doi", "doan-doi", "vì lần trước thầy/cô viết ở đây"),
        (False, None, set(), set(), "trao-doi", "", "Cổng chưa đoán được; thầy/cô chọn giúp."),
        (False, None, set(), set(), "", "", "Cổng chưa đoán được; thầy/cô chọn giúp."),
    ],
)
def test_the_section_follows_from_plan_field_and_habit(
    notice: bool, entry: Activity | None, fields: set[int], units: set[str], last: str, expected: str, reason: str
) -> None:
    found = rules.section(
        PLACES, notice=notice, activity=entry, fields=frozenset(fields), units=frozenset(units), last=last
    )
    assert (found.value, found.reason) == (expected, reason)


def test_the_only_section_a_person_may_write_in_is_taken() -> None:
    found = rules.section(PLACES[:1], notice=True, activity=READING, fields=NOBODY, units=frozenset(), last="doan-doi")
    assert (found.value, found.reason) == ("chuyen-mon", "vì chỉ có chuyên mục này")


# -- R-CAPTURE-04: when it happened -------------------------------------------------------------------------------------


def taken(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute)


@pytest.mark.parametrize(
    "hours,entry,on,opening,expected",
    [
        (
            [taken(16, 9, 41), taken(16, 8, 5)],
            READING,
            16,
            None,
            (taken(16, 8, 5), taken(16, 9, 41), "theo giờ chụp ảnh"),
        ),
        ([taken(16, 8)], None, 16, None, (taken(16, 8), None, "theo giờ chụp ảnh")),
        ([taken(14, 8), taken(16, 9)], None, 14, None, (taken(14, 8), None, "theo giờ chụp ảnh")),
        ([], READING, 16, None, (taken(16, 0), None, "theo ngày trong kế hoạch")),
        ([], activity(9, "Hội trại", "", 14, 16), 16, None, (taken(14, 0), taken(16, 0), "theo ngày trong kế hoạch")),
        ([], SCIENCE, 16, None, (taken(16, 0), None, "theo ngày viết")),
        ([], None, 16, LATER, (None, None, "")),
    ],
)
def test_the_hours_follow_from_photos_plan_and_day(
    hours: list[datetime], entry: Activity | None, on: int, opening: Opening | None,
    expected: tuple[datetime | None, datetime | None, str],
) -> None:  # fmt: skip
    assert rules.happened(taken=hours, activity=entry, on=date(2026, 11, on), opening=opening) == expected


@pytest.mark.parametrize(
    "hours,expected",
    [
        ([], TODAY),
        ([taken(14, 8), taken(15, 8)], date(2026, 11, 14)),
        ([datetime(2020, 1, 1, 8), taken(15, 8)], date(2026, 11, 15)),  # a camera that was never set
        ([taken(17, 8)], TODAY),  # from a camera that runs ahead
    ],
)
def test_the_day_of_a_text_is_that_of_its_first_photo(hours: list[datetime], expected: date) -> None:
    assert rules.day_of(hours, TODAY) == expected


# -- reading ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text,title,expected",
    [
        ("Ngày hội đọc sách\nCả trường đọc.\nAi cũng vui.", "", ("Ngày hội đọc sách", "Cả trường đọc.\nAi cũng vui.")),
        ("Ngày hội đọc sách.\r\nCả trường đọc.", "", ("Ngày hội đọc sách", "Cả trường đọc.")),
        ("Cả trường đọc.", "Ngày hội", ("Ngày hội", "Cả trường đọc.")),
        ("Một dòng.", "", ("Một dòng", "")),
        ("", "", ("", "")),
        ("  \n Hai \n", "", ("Hai", "")),
    ],
)
def test_the_first_line_is_the_title(text: str, title: str, expected: tuple[str, str]) -> None:
    assert reading.title_and_rest(text, title) == expected


def test_a_first_line_too_long_for_a_title_stays_in_the_text() -> None:
    line = "Sáng nay cả trường cùng đọc sách. " + "Rồi các em kể lại cho nhau nghe. " * 6
    assert reading.title_and_rest(line) == ("Sáng nay cả trường cùng đọc sách.", line.strip())
    endless = "đọc sách " * 40
    title, rest = reading.title_and_rest(endless)
    assert (title, rest) == (f"{'đọc sách ' * 15}đọc…", endless.strip())
    assert len(title) <= reading.TITLE


def test_the_summary_is_whole_sentences_of_the_first_paragraph() -> None:
    assert reading.summary("Cả trường đọc. Ai cũng vui.\nĐoạn hai.") == "Cả trường đọc. Ai cũng vui."
    many = "Một câu mười tiếng để đếm cho đủ độ dài này. " * 10
    assert reading.summary(many) == ("Một câu mười tiếng để đếm cho đủ độ dài này. " * 6).strip()


def test_every_typed_line_is_a_paragraph_and_a_list_stays_one() -> None:
    assert reading.paragraphs("Một\nHai\n\n- a\n- b\nBa") == "Một\n\nHai\n\n- a\n- b\n\nBa"
    assert reading.paragraphs("") == ""


@pytest.mark.parametrize(
    "text,expected",
    [
        ("Hội nghị lúc 8 giờ ngày 25/11", Opening(datetime(2026, 11, 25, 8), True)),
        ("Hội nghị 7h30, 25-11-2026", Opening(datetime(2026, 11, 25, 7, 30), True)),
        ("Hội nghị ngày 25/11", Opening(datetime(2026, 11, 25), False)),
        ("Họp 14:00 sáng mai", Opening(datetime(2026, 11, 17, 14), True)),
        ("Tết về 5/1", Opening(datetime(2027, 1, 5), False)),
        ("Ngày 31/2 và 25/11", Opening(datetime(2026, 11, 25), False)),
        ("Lúc 99 giờ ngày 25/11", Opening(datetime(2026, 11, 25), False)),
        ("Hội nghị viên chức", None),
        ("8 giờ", None),
    ],
)
def test_day_and_hour_are_read_out_of_the_words(text: str, expected: Opening | None) -> None:
    assert reading.opening(text, TODAY) == expected


@pytest.mark.parametrize(
    "text,expected",
    [
        ("Hội nghị tại hội trường tầng 3, lúc 8 giờ", "hội trường tầng 3"),
        ("Giải tại Nhà thi đấu Gia Lâm.", "Nhà thi đấu Gia Lâm"),
        ("Vì tại sao? Gặp tại đây; tại sân trường", "sân trường"),
        ("Không nói ở đâu", ""),
    ],
)
def test_the_place_is_read_after_tai(text: str, expected: str) -> None:
    assert reading.place(text) == expected
