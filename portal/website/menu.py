"""The whole menu, for the panel every page opens: a phone reaches each door without JavaScript and without dragging."""

from typing import Any

from portal.news.models import Section
from portal.news.places import ABOUT, PLACES
from portal.news.presenters import address

SCHOOL = (("Giới thiệu", ABOUT), ("Tổ, bộ phận", "/to/"), ("Ban biên tập", "/ban-bien-tap/"), ("Liên hệ", "/lien-he/"))
FAMILIES = ("timetable", "fees", "admissions", "services", "opinions")
PAPERS = ("disclosures", "documents", "campaigns")
PROCEDURES = ("Thủ tục", "/thu-tuc/")
RESULTS = ("Tra cứu kết quả học tập", "/tra-cuu/")
INSIDE = ("Cổng nội bộ", "/noi-bo/")
ALL_NEWS = (("Tất cả tin, bài", "/tin-bai/"), ("Ảnh hoạt động", "/anh/"), ("Lưu trữ theo tháng", "/luu-tru/"))


def whole_menu(here: str, sections: list[Section], *, door: bool) -> list[dict[str, Any]]:
    """Every door in groups, in the order of the school; `door` shows the one to the internal layer, where strangers sign in.
    Asks nothing of the database."""
    public = [one for one in sections if one.audience == Section.Reach.PUBLIC and one.shape == Section.Shape.NEWS]
    inside = [one for one in sections if one.audience == Section.Reach.INTERNAL]
    placed = {place.key: (place.title, place.path) for place in PLACES}
    groups = [
        ("Phụ huynh cần", [*(placed[key] for key in FAMILIES), PROCEDURES, RESULTS]),
        ("Tin, bài", [*((one.title, address(one)) for one in public), *ALL_NEWS]),
        ("Công khai, văn bản", [placed[key] for key in PAPERS]),
        ("Nhà trường", [*SCHOOL, ("Sơ đồ trang", "/so-do/")]),
        (INSIDE[0], [*[("Vào cổng nội bộ", INSIDE[1])] * door, *((one.title, address(one)) for one in inside)]),
    ]
    return [
        {"title": title, "links": [{"title": name, "url": url, "current": url == here} for name, url in links]}
        for title, links in groups
        if links
    ]
