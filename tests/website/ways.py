"""Every way in which what readers see comes to change. Each prepares, says on which page the change will show and by which
words, and goes on to make it when it is taken up again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.management import call_command
from django.test import Client

from portal.approval import actions as approval
from portal.base import clock
from portal.intranet.models import Entry
from portal.intranet.week import actions as weeks
from portal.intranet.week.names import Written
from portal.intranet.week.rules import Part
from portal.news import actions as news
from portal.people import actions as people
from portal.people.models import Appointment, Person
from portal.people.rules import Office
from portal.plan import actions as plan
from portal.plan.models import ActivityPlan
from portal.website.look import actions as look
from tests.cast import NOW, OLD, PASSWORD, Cast
from tests.website.everywhere import a_week_of_the_plan

TOLD = {"at": NOW, "channel": "test"}
BOARD, UNITS, MAP, WEEK = "/ban-bien-tap/", "/to/", "/so-do/", "/lich-cong-tac/"


@dataclass(frozen=True)
class Shows:
    """The words that appear on a page with the change, or go with it."""

    path: str
    words: str
    appear: bool = True


Way = Callable[[Cast], Iterator[Shows]]


def an_article_is_approved(cast: Cast) -> Iterator[Shows]:
    article = cast.article(cast.lan, title="Bài vừa được duyệt")
    yield Shows("/", article.title)
    cast.up(article, cast.lan)


def a_list_takes_it_in(cast: Cast) -> Iterator[Shows]:
    yield Shows("/chuyen-mon/?page=1", "Bài có trong chuyên mục")
    cast.published(cast.lan, title="Bài có trong chuyên mục")


def a_feed_takes_it_in(cast: Cast) -> Iterator[Shows]:
    yield Shows("/rss/", "Bài có trong dòng tin")
    cast.published(cast.lan, title="Bài có trong dòng tin")


def the_map_for_machines_takes_it_in(cast: Cast) -> Iterator[Shows]:
    yield Shows("/sitemap.xml", "/tin-bai/bai-co-trong-so-do/")
    cast.published(cast.lan, title="Bài có trong sơ đồ")


def a_correction_is_approved(cast: Cast) -> Iterator[Shows]:
    article = cast.published(cast.lan, title="Bài sẽ đính chính")
    yield Shows("/tin-bai/bai-se-dinh-chinh/", "Lời đã đính chính")
    approval.correct(article, by=cast.lan, **TOLD)
    news.edit(article, {"summary": "Lời đã đính chính"}, by=cast.lan, **TOLD)
    cast.up(article, cast.lan)


def an_article_is_taken_down(cast: Cast) -> Iterator[Shows]:
    article = cast.published(cast.lan, title="Bài sẽ bị gỡ")
    yield Shows("/tin-bai/bai-se-bi-go/", article.title, appear=False)
    approval.withdraw(article, ground="privacy", reason="Lộ số điện thoại", by=cast.ha, **TOLD)


def a_list_lets_it_go(cast: Cast) -> Iterator[Shows]:
    article = cast.published(cast.lan, title="Bài sẽ rời danh sách")
    yield Shows("/tin-bai/", article.title, appear=False)
    approval.withdraw(article, ground="privacy", reason="Lộ số điện thoại", by=cast.ha, **TOLD)


def the_worker_puts_up_what_is_due(cast: Cast) -> Iterator[Shows]:
    article, hour = cast.article(cast.lan, title="Bài hẹn giờ"), NOW + timedelta(minutes=30)
    approval.schedule(article, publish_at=hour, by=cast.sen, **TOLD)
    cast.up(article, cast.lan)
    clock.set_to(hour, freeze=True)
    yield Shows("/", article.title)
    call_command("worker", once=True)
    clock.set_to(NOW, freeze=True)


def the_clock_is_set(cast: Cast) -> Iterator[Shows]:
    yield Shows(MAP, "23/11")
    call_command("clock", "2026-11-23T08:00:00+07:00", "--freeze")


def the_clock_is_put_back(cast: Cast) -> Iterator[Shows]:
    yield Shows(MAP, "23/11", appear=False)
    clock.set_to(NOW, freeze=True)


def the_front_page_is_arranged(cast: Cast) -> Iterator[Shows]:
    old = cast.published(cast.lan, title="Bài cũ được chọn", at=OLD, in_plan=False)
    for number in range(4):  # of an archive of some size
        cast.published(cast.lan, title=f"Bài mới hơn {number}")
    yield Shows("/", old.title)
    news.arrange_home(lead=old.pk, pins=[], shown=[], by=cast.sen, **TOLD)


def the_front_page_goes_back_to_automatic(cast: Cast) -> Iterator[Shows]:
    yield Shows("/", "Bài cũ được chọn", appear=False)
    news.undo_home(by=cast.sen, **TOLD)


def a_page_stands_in_a_place(cast: Cast) -> Iterator[Shows]:
    page = cast.published(cast.lan, title="Công khai năm học này")
    yield Shows("/cong-khai/", page.title)
    news.stand("disclosures", [page.pk], by=cast.sen, **TOLD)


def a_place_is_emptied(cast: Cast) -> Iterator[Shows]:
    yield Shows("/cong-khai/", "Công khai năm học này", appear=False)
    news.stand("disclosures", [], by=cast.sen, **TOLD)


def a_section_begins(cast: Cast) -> Iterator[Shows]:
    section = news.begin_section(
        title="Chuyên mục mới", intro="", field=cast.fields["vp"], audience="public", by=cast.sen, **TOLD
    )
    yield Shows("/lien-he/", section.title)  # the menu stands on every page
    cast.up(section, cast.sen)


def a_section_gets_another_name(cast: Cast) -> Iterator[Shows]:
    section = cast.sections["thong-bao"]
    approval.correct(section, by=cast.sen, **TOLD)
    news.reword(section, title="Thông báo chung", intro="", by=cast.sen, **TOLD)
    yield Shows("/", "Thông báo chung")
    cast.up(section, cast.sen)


def a_section_becomes_a_shelf_of_pages(cast: Cast) -> Iterator[Shows]:
    section = cast.sections["doan-doi"]
    yield Shows("/theo-doi/", "/rss/doan-doi/", appear=False)
    news.shelve(section, position=90, shape="pages", language="vi", by=cast.sen, **TOLD)


def a_topic_begins(cast: Cast) -> Iterator[Shows]:
    topic = news.begin_topic(title="Chuyên đề mới", intro="", by=cast.sen, **TOLD)
    yield Shows(MAP, topic.title)
    cast.up(topic, cast.sen)


def a_form_of_urgent_notice_is_approved(cast: Cast) -> Iterator[Shows]:
    form = news.draw_up_template(title="Mẫu khẩn", text="Nghỉ học", by=cast.sen, **TOLD)
    until = (NOW + timedelta(days=2)).isoformat()
    cast.published(cast.cuc, title="Tin viết theo mẫu", urgent_template=form.pk, expires_at=until)
    yield Shows(BOARD, "Tin viết theo mẫu")
    news.approve_template(form, by=cast.ha, **TOLD)


def the_look_is_put_in_force(cast: Cast) -> Iterator[Shows]:
    waiting = look.prepare({"name": "Trường mang tên mới"}, by=cast.tri, **TOLD)
    yield Shows("/lien-he/", "Trường mang tên mới")
    look.put_in_force(waiting.pk, by=cast.ha, **TOLD)


def somebody_is_appointed(cast: Cast) -> Iterator[Shows]:
    paper = people.record_decision(
        number="41/QĐ", signed_on=date(2026, 11, 16), signer="Nguyễn Mậu Minh", subject="Bổ sung", by=cast.minh, **TOLD
    )
    yield Shows(BOARD, "Hoàng Lan")
    people.appoint(cast.lan, Office.MEMBER, decision=paper, starts=NOW, by=cast.minh, **TOLD)


def a_member_is_given_a_field(cast: Cast) -> Iterator[Shows]:
    field = people.open_field(title="Y tế học đường", by=cast.ha, **TOLD)
    yield Shows(BOARD, field.title)
    people.assign_field(field, cast.lan, starts=NOW, by=cast.ha, **TOLD)


def an_office_ends(cast: Cast) -> Iterator[Shows]:
    held = Appointment.objects.get(person=cast.phong)
    yield Shows(BOARD, "Lê Phong", appear=False)
    people.end_appointment(held, decision=held.decision, ends=NOW, by=cast.minh, **TOLD)


def a_unit_is_opened(cast: Cast) -> Iterator[Shows]:
    yield Shows(UNITS, "Tổ Ngữ văn")
    people.open_unit(title="Tổ Ngữ văn", by=cast.minh, **TOLD)


def somebody_comes_into_a_unit(cast: Cast) -> Iterator[Shows]:
    unit = people.open_unit(title="Tổ Tin học", by=cast.minh, **TOLD)
    yield Shows("/to/to-tin-hoc/", "Đặng Khoa")
    people.post_to_unit(unit, cast.khoa, leads=True, starts=OLD, by=cast.minh, **TOLD)


def somebody_leaves_a_unit(cast: Cast) -> Iterator[Shows]:
    yield Shows("/to/to-tin-hoc/", "Đặng Khoa", appear=False)
    people.end_unit_post(cast.khoa.unit_posts.get(), by=cast.minh, **TOLD)


def a_superuser_shuts_an_account(cast: Cast) -> Iterator[Shows]:
    root = Person.objects.create_superuser("root", "root@testserver.edu.vn", PASSWORD)
    screen = Client()
    screen.force_login(root, backend="django.contrib.auth.backends.ModelBackend")
    yield Shows(BOARD, "Phạm Thị Cúc", appear=False)
    sent = {"username": "cuc", "email": "cuc@testserver.edu.vn", "first_name": "C", "last_name": "P"}
    assert screen.post(f"/admin/users/edit/{cast.cuc.pk}/", sent).status_code == 302


def a_week_is_posted(cast: Cast) -> Iterator[Shows]:
    yield Shows(WEEK, "Ngày hội Khoa học")
    a_week_of_the_plan(cast)


def an_activity_is_called_off(cast: Cast) -> Iterator[Shows]:
    yield Shows(WEEK, "Ngày hội Khoa học", appear=False)
    plan.cancel_entry(cast.entry, by=cast.ha, **TOLD)


def an_activity_is_taken_up_again(cast: Cast) -> Iterator[Shows]:
    yield Shows(WEEK, "Ngày hội Khoa học")
    plan.restore_entry(cast.entry, by=cast.ha, **TOLD)


def a_posted_line_is_tied_to_the_plan(cast: Cast) -> Iterator[Shows]:
    """Not a word of the line changes, only what outsiders read of it."""
    line = Entry.objects.get(content="Tổng duyệt")
    yield Shows(WEEK, "Gương người tốt, việc tốt")
    said = Written(line.day, Part(line.part), line.starts, None, line.content, plan_entry=cast.standing_entry.pk)
    weeks.keep(line.week, said, entry=line, by=cast.minh, **TOLD)


def a_plan_waits_for_the_head_again(cast: Cast) -> Iterator[Shows]:
    yield Shows(WEEK, "Gương người tốt, việc tốt", appear=False)
    more = plan.Entry("Hội thi", NOW.date(), NOW.date())
    plan.add_entries(cast.entry.plan, [more], by=cast.sen, **TOLD)


def a_plan_is_confirmed(cast: Cast) -> Iterator[Shows]:
    yield Shows(WEEK, "Gương người tốt, việc tốt")
    plan.confirm(ActivityPlan.objects.get(), by=cast.ha, **TOLD)


WAYS: tuple[Way, ...] = (
    an_article_is_approved, a_list_takes_it_in, a_feed_takes_it_in, the_map_for_machines_takes_it_in,
    a_correction_is_approved, an_article_is_taken_down, a_list_lets_it_go, the_worker_puts_up_what_is_due, the_clock_is_set,
    the_clock_is_put_back, the_front_page_is_arranged, the_front_page_goes_back_to_automatic,
    a_page_stands_in_a_place, a_place_is_emptied, a_section_begins,
    a_section_gets_another_name, a_section_becomes_a_shelf_of_pages, a_topic_begins, a_form_of_urgent_notice_is_approved,
    the_look_is_put_in_force, somebody_is_appointed, a_member_is_given_a_field, an_office_ends, a_unit_is_opened,
    somebody_comes_into_a_unit, somebody_leaves_a_unit, a_superuser_shuts_an_account,
    a_week_is_posted, an_activity_is_called_off, an_activity_is_taken_up_again, a_posted_line_is_tied_to_the_plan,
    a_plan_waits_for_the_head_again, a_plan_is_confirmed,
)  # fmt: skip
