"""A school with one of each thing strangers are shown, and the address of every kind of page they open."""

from datetime import time, timedelta

from portal.intranet import actions as intranet
from portal.intranet.models import Entry
from portal.intranet.timetable.actions import Words
from portal.intranet.week import actions as weeks
from portal.intranet.week.names import Written
from portal.intranet.week.rules import Part
from portal.news import actions as news
from portal.news.places import BY_KEY
from portal.people import actions as people
from portal.records import actions as records
from portal.records.admissions.rules import Given as SeasonGiven
from portal.records.disclosures import actions as disclosures
from portal.records.documents.rules import Given as PaperGiven
from portal.records.outcomes.actions import begin as begin_outcome
from portal.records.outcomes.rules import Cell, Kind, Term, Who
from portal.records.procedures.rules import Given as ProcedureGiven
from tests.cast import NOW, OLD, Cast
from tests.intranet.test_timetable import book
from tests.website.pictures import a_picture, shown

MONDAY = NOW.date()
TOLD = {"at": NOW, "channel": "test"}
SEASON = SeasonGiven(
    title="Vào lớp 6", year=2027, who="Học sinh lớp 5", quota="Cả phường | 200", method="Xét tuyển", dossier="Đơn", plan="Tháng 6",
    place="Văn thư", hours="Sáng", contact="Văn thư", basis="Điều lệ",
)  # fmt: skip
PROCEDURE = ProcedureGiven(
    title="Xác nhận", who="Học sinh", dossier="Đơn", place="Văn thư", hours="Sáng", days=1, fee=0, basis="Điều lệ", starts=MONDAY,
    form_title="Đơn", form_lines="Tên: ____", form_signer="Người làm đơn",
)  # fmt: skip


def a_week_of_the_plan(cast: Cast, content: str = "Tổng duyệt") -> Entry:
    """This week, posted, with one line that repeats the confirmed plan."""
    week = weeks.begin(MONDAY, copy=False, by=cast.minh, **TOLD)
    line = Written(MONDAY, Part.MORNING, time(8), None, content, plan_entry=cast.entry.pk)
    kept = weeks.keep(week, line, by=cast.minh, **TOLD)
    weeks.post(week, by=cast.minh, **TOLD)
    return kept


def a_school_with_something_everywhere(cast: Cast) -> list[str]:
    """One of each thing strangers are shown; returns the address of every kind of page, with the big map in parts."""
    unit = people.open_unit(title="Tổ Toán", by=cast.minh, **TOLD)
    people.post_to_unit(unit, cast.lan, leads=True, starts=OLD, by=cast.minh, **TOLD)
    topic = cast.up(news.begin_topic(title="Chuyên đề", intro="", by=cast.sen, **TOLD), cast.sen)
    for slug, language in (("gioi-thieu", "vi"), ("en", "en")):
        cast.up(news.begin_section(title=slug, intro="", field=cast.fields["vp"], audience="public", slug_=slug,
                                   shape="pages", language=language, by=cast.sen, **TOLD), cast.sen)  # fmt: skip
    shown_here = [
        {"type": "paragraph", "value": "Lời"},
        shown(a_picture(cast.lan, title="Ảnh"), "Cả lớp quanh bể nước"),
    ]
    event = (NOW + timedelta(days=2)).isoformat()
    article = cast.published(
        cast.lan, title="Ngày hội", topic=topic.slug, body=shown_here, event_start=event, place="Sân"
    )
    page, english = (cast.published(cast.lan, title=title, section=section, in_plan=False)
                     for title, section in (("Ba công khai", "gioi-thieu"), ("Structure", "en")))  # fmt: skip
    news.stand("disclosures", [page.pk], by=cast.sen, **TOLD)
    news.stand("about-structure", [english.pk], language="en", by=cast.sen, **TOLD)
    news.arrange_home(lead=article.pk, pins=[], shown=[], by=cast.sen, **TOLD)
    lessons = intranet.read_in(book(), "tkb.xlsx", by=cast.sen, **TOLD)
    cast.up(intranet.draw_up(lessons, Words("Thời khóa biểu số 5", NOW.date()), {}, by=cast.sen, **TOLD), cast.sen)
    a_week_of_the_plan(cast)
    paper = records.begin_document(PaperGiven(title="Ngày hội", kind="kh", symbol="1/KH", issued=MONDAY, signer="Minh", body="Lời"), [],
                                   by=cast.sen, **TOLD)  # fmt: skip
    document = cast.up(paper, cast.sen).address
    point = cast.up(
        disclosures.write(2026, "4.1", disclosures.Given("Ngày hội"), by=cast.sen, **TOLD), cast.sen
    ).public_address
    procedure = cast.up(records.begin_procedure(PROCEDURE, [], by=cast.sen, **TOLD), cast.sen).address
    cast.up(records.begin_admission(SEASON, [], by=cast.sen, **TOLD), cast.sen)
    counts = {Cell(kind, 6, Who.ALL, "T"): 40 for kind in Kind}
    figures = cast.up(begin_outcome(2026, Term.FIRST, counts, by=cast.minh, **TOLD), cast.minh).public_address
    event_page, author, place = "/tin-bai/ngay-hoi/", f"tac-gia/{cast.lan.pk}/", BY_KEY["about-structure"].path_en
    feeds = [
        f"/{kind}/{of}" for kind in ("rss", "atom") for of in ("", "chuyen-mon/", f"chuyen-de/{topic.slug}/", author)
    ]
    plain = "/ /anh/ /luu-tru/ /luu-tru/2026/11/ /ban-bien-tap/ /so-do/ /theo-doi/ /gioi-thieu/ /gioi-thieu/co-cau-to-chuc/ "
    plain += (
        "/lien-he/ /thoi-khoa-bieu/ /cong-khai/ /cong-khai/ba-cong-khai/ /to/ /to/to-toan/ /en/ /lich.ics /sitemap.xml "
    )
    plain += (
        "/sitemap-1.xml /cong.webmanifest /robots.txt /tim-kiem.xml /.well-known/security.txt /tin-bai/ /chuyen-mon/"
    )
    plain += " /lich-cong-tac/ /thoi-khoa-bieu/6a1/ /cac-khoan-thu/ /lay-y-kien/"
    of_people, of_tree = f"/thay-co/{cast.lan.pk}/", f"/{topic.slug}/"
    return [
        *plain.split(),
        *feeds,
        event_page,
        f"{event_page}lich.ics",
        f"{event_page}tin-nhan.txt",
        place,
        of_people,
        of_tree,
        document,
        "/cong-khai/2026/",
        point,
        "/cong-khai/ket-qua/",
        figures,
        "/van-ban/",
        "/thu-tuc/",
        "/tuyen-sinh/",
        procedure,
        f"{procedure}mau-don/",
    ]
