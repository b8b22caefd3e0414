"""A teacher with a phone in one hand: from photos on the phone to "Đã trình" in at most twelve taps, whatever fails between."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from portal.base.clock import ZONE
from portal.news import actions as news
from portal.news.models import Article, Sending
from tests.browser.axe import faults
from tests.browser.test_main_job import sign_in
from tests.browser.walking import SMALL_PHONE, fits
from tests.cast import NOW, Cast

pytestmark = pytest.mark.browser
AT = "/viet/nhanh/"
TITLE = "Ngày hội Khoa học của khối 7"
TEXT = f"{TITLE}\nBốn lớp bày mười hai thí nghiệm ở sân trường.\nCô trò cùng thử, cùng đoán."
MOST_TAPS = 12
NO_NETWORK = "Mất mạng: sẽ gửi khi có mạng."


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Three photos as a phone takes them, one larger than the portal needs, each with its hour."""
    made = []
    for number, size in enumerate(((3200, 2400), (900, 1200), (1200, 800))):
        exif, out = Image.Exif(), io.BytesIO()
        exif.get_ifd(0x8769)[0x9003] = f"2026:11:16 07:{30 + number}:00"
        Image.new("RGB", size, (80 * number, 120, 90)).save(out, "JPEG", exif=exif)
        path = tmp_path / f"IMG_{number}.jpg"
        path.write_bytes(out.getvalue())
        made.append(path)
    return made


class Thumb:
    """One thumb: counts what it touches."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def tap(self, what: Locator) -> None:
        what.click()
        self.taps += 1

    def choose(self, files: list[Path]) -> None:
        """The picker of the phone: a tap to open it, one for each photo, one for "Xong"."""
        with self.page.expect_file_chooser() as chooser:
            self.tap(self.page.locator("#chon-anh"))
        chooser.value.set_files(files)
        self.taps += len(files) + 1

    def type(self, what: Locator, words: str) -> None:
        """A tap into the field; keystrokes are not taps."""
        self.tap(what)
        what.press_sequentially(words) if len(words) < 20 else what.fill(words)


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size(SMALL_PHONE)
    return page


def shown(page: Page) -> Locator:
    return page.locator(".quick__shot canvas")


def begin(page: Page, cast: Cast, photos: list[Path], text: str = TEXT) -> None:
    """Three photos chosen and the words typed, in a section of one's own choice."""
    sign_in(page, cast.lan)
    page.goto(AT)
    page.locator("#chon-anh").set_input_files(photos)
    expect(shown(page)).to_have_count(len(photos))
    page.locator("textarea[name=text]").fill(text)
    page.locator("select[name=section]").select_option("chuyen-mon")
    expect(page.locator(".giu-loi")).to_contain_text("Đã giữ trên máy lúc")


def kept_keys(page: Page) -> list[str]:
    return [key for key in page.evaluate("Object.keys(localStorage)") if key.startswith("giu-bai/")]


def photos_kept(page: Page) -> int:
    """How many photos lie in the phone's own store."""
    found: int = page.evaluate(
        """() => new Promise((done) => {
          const asked = indexedDB.open("giu-bai", 1);
          asked.onsuccess = () => {
            const many = asked.result.transaction("anh").objectStore("anh").count();
            many.onsuccess = () => { asked.result.close(); done(many.result); };
          };
        })"""
    )
    return found


def newest() -> Article:
    found: Article = Article.objects.get().get_latest_revision_as_object()
    return found


@pytest.mark.both
def test_from_photos_on_the_phone_to_submitted_in_twelve_taps(cast: Cast, phone: Page, photos: list[Path]) -> None:
    cast.article(cast.lan, title="Bài trước")  # she has written in Chuyên môn before
    sign_in(phone, cast.lan)
    thumb = Thumb(phone)
    thumb.tap(phone.get_by_role("link", name="Viết nhanh").first)
    expect(phone.get_by_role("heading", name="Viết nhanh")).to_be_visible()
    phone.wait_for_load_state()
    fits(phone)
    thumb.choose(photos)
    thumb.type(phone.get_by_label("Chuyện gì, ở đâu, ai làm?"), TEXT)
    expect(shown(phone)).to_have_count(3)
    hints = phone.locator("#goi-y")
    expect(hints).to_contain_text("vì có 3 ảnh và ít chữ")
    expect(hints).to_contain_text("vì bài nói về ‘Ngày hội Khoa học’ trong kế hoạch")
    expect(hints).to_contain_text("Diễn ra 07:30–07:32")
    expect(hints).to_contain_text("Còn 3 ảnh chưa có mô tả")
    thumb.tap(phone.get_by_label("Dùng chú thích chung cho ảnh chưa có lời"))
    thumb.tap(phone.get_by_label("Người trong ảnh (với học sinh: cả gia đình) đã đồng ý cho đăng"))
    expect(hints).to_contain_text("trình được ngay")
    fits(phone)
    assert faults(phone) == []
    phone.set_viewport_size(SMALL_PHONE)
    main = phone.get_by_role("button", name="Xem đường đi và trình")
    expect(main).to_be_in_viewport()
    thumb.tap(main)
    expect(phone.get_by_role("heading", name="Bài sẽ đi qua những ai")).to_be_visible()
    expect(phone.locator(".route")).to_contain_text("Phạm Thị Cúc")
    expect(phone.locator(".route")).to_contain_text("Điều 14.2")
    thumb.tap(phone.get_by_role("button", name=re.compile(r"^Trình bản \d+$")))
    expect(phone.locator(".messages")).to_contain_text("Đã trình.")

    assert thumb.taps <= MOST_TAPS, thumb.taps
    article = Article.objects.get(title=TITLE).get_latest_revision_as_object()
    assert (article.genre, article.plan_entry, article.section.slug) == ("anh-hoat-dong", cast.entry, "chuyen-mon")
    shots = list(article.body[1].value)
    assert [(shot["caption"], shot["picture"].alt) for shot in shots] == [(TITLE, TITLE)] * 3
    sizes = [(shot["picture"].width, shot["picture"].height) for shot in shots]
    assert sizes == [(2560, 1920), (900, 1200), (1200, 800)]  # smaller, never larger
    assert (kept_keys(phone), photos_kept(phone)) == ([], 0)  # the portal has it; the phone forgets


def test_a_dead_battery_loses_neither_words_nor_photos(cast: Cast, phone: Page, photos: list[Path]) -> None:
    begin(phone, cast, photos)
    phone.locator(".quick__shot input[data-caption]").nth(1).press_sequentially("Núi lửa giấm")
    phone.keyboard.press("Enter")  # the next photo's line, not "send"
    expect(phone.locator(".quick__shot input[data-caption]").nth(2)).to_be_focused()
    context = phone.context
    phone.close()

    again = context.new_page()
    again.goto(AT)
    expect(again.locator(".giu-lai")).to_contain_text("Đã khôi phục bài gõ dở lúc")
    expect(again.locator("textarea[name=text]")).to_have_value(TEXT)
    expect(shown(again)).to_have_count(3)
    expect(again.locator(".quick__shot input[data-caption]").nth(1)).to_have_value("Núi lửa giấm")
    expect(again.locator("select[name=section]")).to_have_value("chuyen-mon")
    assert Article.objects.count() == 0
    again.get_by_role("button", name="Lưu nháp").last.click()
    expect(again.locator(".messages")).to_contain_text("Đã lưu nháp.")
    assert [shot["caption"] for shot in newest().body[1].value] == ["", "Núi lửa giấm", ""]
    assert newest().event_start == NOW.replace(hour=7, minute=30).astimezone(ZONE)


def test_what_is_kept_may_be_thrown_away(cast: Cast, phone: Page, photos: list[Path]) -> None:
    begin(phone, cast, photos)
    phone.reload()
    phone.on("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Bỏ, viết bài khác").click()
    expect(phone.locator(".giu-lai")).to_have_count(0)
    expect(phone.locator("textarea[name=text]")).to_have_value("")
    assert (kept_keys(phone), photos_kept(phone)) == ([], 0)


def test_without_network_it_is_sent_later_and_once(cast: Cast, phone: Page, photos: list[Path]) -> None:
    begin(phone, cast, photos)
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Lưu nháp").last.click()
    expect(phone.locator(".giu-loi")).to_contain_text(NO_NETWORK)
    assert Article.objects.count() == 0
    phone.context.set_offline(False)
    expect(phone.locator(".messages")).to_contain_text("Đã lưu nháp.")
    assert (Article.objects.count(), Sending.objects.count()) == (1, 1)
    assert len(newest().body[1].value) == 3


def test_an_answer_lost_on_the_way_makes_no_second_draft(cast: Cast, phone: Page, photos: list[Path]) -> None:
    begin(phone, cast, photos)
    phone.evaluate(
        """() => {
          const real = window.fetch;
          window.fetch = async (address, asked) => {
            const answer = await real(address, asked);
            if (String(address).endsWith("/viet/nhanh/")) throw new TypeError("the answer never came");
            return answer;
          };
        }"""
    )
    phone.get_by_role("button", name="Lưu nháp").last.click()
    expect(phone.locator(".giu-loi")).to_contain_text("Chưa tới được cổng: máy sẽ tự gửi lại.")
    assert Article.objects.count() == 1
    phone.reload()  # the battery, too: what was asked for is asked again
    expect(phone.locator(".messages")).to_contain_text("Đã lưu nháp.")
    assert (Article.objects.count(), Sending.objects.count()) == (1, 1)


def test_another_person_on_the_same_phone_sees_nothing_and_signing_out_forgets(
    cast: Cast, phone: Page, photos: list[Path]
) -> None:
    begin(phone, cast, photos)
    sign_in(phone, cast.khoa)
    phone.goto(AT)
    expect(phone.locator("textarea[name=text]")).to_have_value("")
    expect(phone.locator(".giu-lai")).to_have_count(0)
    sign_in(phone, cast.lan)
    phone.goto(AT)
    expect(phone.locator("textarea[name=text]")).to_have_value(TEXT)

    asked: list[str] = []
    phone.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    phone.get_by_role("button", name="Thoát").click()
    expect(phone.locator("textarea[name=text]")).to_have_value(TEXT)  # she stays
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Thoát").click()
    expect(phone.get_by_role("link", name="Đăng nhập")).to_be_visible()
    assert asked == ["Máy này còn giữ bài thầy/cô chưa gửi. Thoát thì bài ấy không còn trên máy. Vẫn thoát?"]
    assert (kept_keys(phone), photos_kept(phone)) == ([], 0)


def test_what_the_portal_objects_to_is_shown_with_everything_on_it(cast: Cast, phone: Page, photos: list[Path]) -> None:
    sign_in(phone, cast.lan)
    phone.goto(AT)
    phone.locator("#chon-anh").set_input_files(photos)
    expect(shown(phone)).to_have_count(3)
    phone.locator("textarea[name=text]").fill(TEXT)
    phone.get_by_role("button", name="Xem đường đi và trình").click()
    expect(phone.locator(".field__errors").first).to_contain_text("Hãy chọn chuyên mục.")
    expect(phone.locator("textarea[name=text]")).to_have_value(TEXT)
    expect(phone.locator(".quick__shot img")).to_have_count(3)
    phone.reload()  # and if the phone dies now, the kept photos are still in their rows
    expect(phone.locator(".quick__shot img")).to_have_count(3)
    phone.locator("select[name=section]").select_option("doan-doi")
    phone.get_by_role("button", name="Lưu nháp").last.click()
    expect(phone.locator(".messages")).to_contain_text("Đã lưu nháp.")
    assert len(newest().body[1].value) == 3


# -- the editor ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def draft(cast: Cast, phone: Page) -> Article:
    """Lan's own draft, open before her on the phone."""
    article = cast.article(cast.lan)
    sign_in(phone, cast.lan)
    phone.goto(f"/viet/{article.pk}/")
    return article


def words(page: Page) -> Locator:
    return page.locator("textarea[name$='-text']").first


def test_the_editor_gives_back_what_was_typed_when_the_phone_died(phone: Page, draft: Article) -> None:
    phone.locator("button[value='add:heading']").click()
    phone.locator("[name$='-1-text']").fill("Chai nào tưới tốt nhất")
    words(phone).fill("Ba chai nước. Một câu hỏi mới.")
    expect(phone.locator(".giu-loi")).to_contain_text("Đã giữ trên máy lúc")
    phone.goto(f"/viet/{draft.pk}/")
    expect(words(phone)).to_have_value("Ba chai nước, một câu hỏi: nước nào tưới cây tốt nhất?")
    expect(phone.locator(".giu-lai")).to_contain_text("chưa lưu lên cổng")
    phone.get_by_role("button", name="Khôi phục").click()
    expect(words(phone)).to_have_value("Ba chai nước. Một câu hỏi mới.")
    expect(phone.locator("[name$='-1-text']")).to_have_value("Chai nào tưới tốt nhất")  # a block never saved
    phone.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(phone.locator(".messages")).to_contain_text("Đã lưu.")
    expect(phone.locator(".giu-lai")).to_have_count(0)
    assert kept_keys(phone) == []
    assert [block.block_type for block in newest().body] == ["paragraph", "heading"]


def test_the_editor_saves_by_itself_when_the_network_is_back(phone: Page, draft: Article) -> None:
    words(phone).fill("Gõ lúc mất mạng.")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(phone.locator(".giu-loi")).to_contain_text(NO_NETWORK)
    phone.locator("button[value='add:heading']").click()
    expect(phone.locator(".giu-loi")).to_contain_text("đợi có mạng")
    phone.context.set_offline(False)
    expect(phone.locator(".messages")).to_contain_text("Đã lưu.")
    assert newest().body[0].value.source == "<p>Gõ lúc mất mạng.</p>"
    assert kept_keys(phone) == []


def test_the_portal_wins_visibly_and_nothing_is_overwritten(cast: Cast, phone: Page, draft: Article) -> None:
    words(phone).fill("Bản gõ trên máy.")
    phone.get_by_label("Tóm tắt").fill("Tóm tắt gõ trên máy.")
    changed = {"body": [{"type": "paragraph", "value": "Bản trên cổng."}], "title": "Tên trên cổng"}
    news.edit(draft, changed, by=cast.sen, at=NOW.replace(hour=9, minute=50), channel="test")
    phone.get_by_role("button", name="Lưu", exact=True).last.click()

    strip = phone.locator(".giu-lai")
    expect(strip).to_contain_text("bản trên cổng đã đổi lúc 09:50 ngày 16/11 bởi Vũ Thị Sen.")
    expect(words(phone)).to_have_value("Bản trên cổng.")
    expect(strip.locator(".giu-chu")).to_have_text(
        ["Tóm tắt gõ trên máy.", "Bản gõ trên máy."]
    )  # what she typed, no more
    fits(phone)
    assert faults(phone) == []
    phone.set_viewport_size(SMALL_PHONE)
    strip.locator("li", has_text="Bản gõ trên máy.").get_by_role("button", name="Chép lại").click()
    expect(words(phone)).to_have_value("Bản gõ trên máy.")
    expect(phone.get_by_label("Tiêu đề", exact=True)).to_have_value("Tên trên cổng")
    assert newest().body[0].value.source == "<p>Bản trên cổng.</p>"  # copying is not saving
    phone.get_by_role("button", name="Lưu", exact=True).last.click()
    expect(phone.locator(".messages")).to_contain_text("Đã lưu.")
    assert (newest().title, newest().body[0].value.source) == ("Tên trên cổng", "<p>Bản gõ trên máy.</p>")
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.get_by_role("button", name="Bỏ bản trên máy").click()
    expect(phone.locator(".giu-lai")).to_have_count(0)
    assert kept_keys(phone) == []


def test_what_was_typed_for_a_text_that_closed_meanwhile_is_still_shown(
    cast: Cast, phone: Page, draft: Article
) -> None:
    words(phone).fill("Câu gõ trước khi bài đóng.")
    cast.submit(draft, cast.lan)
    cast.decide(draft, "approve", cast.cuc)
    cast.decide(draft, "approve", cast.phong)
    news.edit(draft, {"title": "Đính chính"}, by=cast.sen, at=NOW, channel="test")
    cast.submit(draft, cast.sen)
    phone.goto(f"/viet/{draft.pk}/")
    expect(phone.get_by_role("heading", name="Chưa sửa được bài này")).to_be_visible()
    expect(phone.locator(".giu-lai")).to_contain_text("chữ thì còn đây")
    expect(phone.locator(".giu-chu")).to_have_text(["Câu gõ trước khi bài đóng."])


def test_the_desk_shows_the_way_back_to_what_the_phone_keeps(cast: Cast, phone: Page, photos: list[Path]) -> None:
    begin(phone, cast, photos[:1])
    phone.goto("/viec-cua-toi/")
    phone.get_by_role("link", name="Viết tiếp bài gõ dở").click()
    expect(phone.locator("textarea[name=text]")).to_have_value(TEXT)


def test_nothing_typed_nothing_kept(phone: Page, draft: Article) -> None:
    phone.reload()
    expect(phone.locator(".giu-lai")).to_have_count(0)
    assert kept_keys(phone) == []
