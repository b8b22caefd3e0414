"""Where approved pages stand: the named places of the portal, in order, with their addresses (TT 37/2020 Đ.9; NĐ 42/2022).

Which page stands in a place is arrangement (`news.standing`); what the page says has its own route, like any text.
"""

from dataclasses import dataclass

VIETNAMESE, ENGLISH = "vi", "en"
LANGUAGES = {VIETNAMESE: "Tiếng Việt", ENGLISH: "English"}


@dataclass(frozen=True)
class Place:
    """One named place. `many`: several pages stand there in an order; else one page is the place."""

    key: str
    title: str
    path: str
    clause: str = ""  # what asks for it; "" where the house offers it
    asks: str = ""  # what stands there, for whoever arranges
    many: bool = False
    title_en: str = ""  # the place exists in English too where it has a name
    path_en: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        return (VIETNAMESE, ENGLISH) if self.title_en else (VIETNAMESE,)

    def name(self, language: str = VIETNAMESE) -> str:
        return self.title_en if language == ENGLISH else self.title

    def address(self, language: str = VIETNAMESE) -> str:
        return self.path_en if language == ENGLISH else self.path

    def address_of(self, slug: str, language: str = VIETNAMESE) -> str:
        """The address of one page in this place: the place's own, or below it where several stand there."""
        return f"{self.address(language)}{slug}/" if self.many else self.address(language)


ABOUT, ENGLISH_FRONT = "/gioi-thieu/", "/en/"
_ABOUT_ASKS = "TT 37/2020 Đ.9.1"
PLACES: tuple[Place, ...] = (
    Place("about-structure", "Sơ đồ, cơ cấu tổ chức", "/gioi-thieu/co-cau-to-chuc/", _ABOUT_ASKS,
          "Các bộ phận của trường và ai phụ trách, nên có sơ đồ.",
          title_en="How the school is organised", path_en="/en/organisation/"),
    Place("about-duties", "Chức năng, nhiệm vụ, quyền hạn", "/gioi-thieu/chuc-nang-nhiem-vu/", _ABOUT_ASKS,
          "Trường làm gì, theo văn bản nào.", title_en="What the school does", path_en="/en/duties/"),
    Place("about-history", "Quá trình hình thành và phát triển", "/gioi-thieu/qua-trinh-phat-trien/", _ABOUT_ASKS,
          "Tóm lược từ ngày lập trường đến nay.", title_en="History", path_en="/en/history/"),
    Place("about-leaders", "Lãnh đạo nhà trường", "/gioi-thieu/lanh-dao/", _ABOUT_ASKS,
          "Bảng: họ tên, chức vụ, điện thoại, thư điện tử, nhiệm vụ đảm nhiệm.",
          title_en="School leaders", path_en="/en/leaders/"),
    Place("about-more", "Đọc thêm về trường", "/gioi-thieu/", asks="Những trang giới thiệu khác, theo thứ tự.", many=True),
    Place("contact", "Liên hệ", "/lien-he/", "TT 37/2020 Đ.9.2",
          "Đường đến trường (kèm ảnh bản đồ), giờ tiếp, ai trả lời việc gì.", title_en="Contact", path_en="/en/contact/"),
    Place("admissions", "Tuyển sinh", "/tuyen-sinh/", "TT 37/2020 Đ.9.9",
          "Đối tượng, chỉ tiêu, hình thức, điều kiện, hồ sơ, thời gian, địa điểm."),
    Place("timetable", "Thời khóa biểu", "/thoi-khoa-bieu/", "", "Thời khóa biểu đang áp dụng, từ ngày nào."),
    Place("fees", "Các khoản thu", "/cac-khoan-thu/", "TT 09/2024", "Từng khoản, mức thu, căn cứ, thời hạn, ai được miễn giảm."),
    Place("services", "Dịch vụ và liên kết", "/dich-vu/", "TT 37/2020 Đ.9.5",
          "Khối “Liên kết”: dịch vụ trực tuyến, cổng của phường, của ngành."),
    Place("campaigns", "Trang chuyên đề", "/trang-chuyen-de/", "", "Khối “Liên kết”: các chuyên trang của trường và của thành phố."),
    Place("disclosures", "Công khai", "/cong-khai/", "TT 37/2020 Đ.9.8; TT 09/2024", "Các biểu công khai theo năm học.", many=True),
    Place("documents", "Văn bản", "/van-ban/", "TT 37/2020 Đ.9.4", "Văn bản của trường và của cấp trên liên quan đến trường.",
          many=True),
    Place("opinions", "Lấy ý kiến góp ý", "/lay-y-kien/", "TT 37/2020 Đ.9.6",
          "Việc cần góp ý, nội dung, nơi nhận, hạn nhận ý kiến.", many=True),
)  # fmt: skip
BY_KEY = {place.key: place for place in PLACES}
ORDER = {place.key: number for number, place in enumerate(PLACES)}
LEADERS = "about-leaders"
ABOUT_KEYS = ("about-structure", "about-duties", "about-history", LEADERS)
FOR_PARENTS = ("timetable", "fees", "admissions", "contact")  # what a parent finds within two taps from home
