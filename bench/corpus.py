"""The corpus every side of the comparison carries: made of a fixed seed, text by text, the same on every machine.

Text `number` has the same words however many there are; only how far apart they were published follows from how many share
the eight years. Number 0 is the newest. Of each hundred exactly six say “Đức Giang”, two of these in their title, and others
say something that only looks like it without marks or word by word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from itertools import accumulate
from random import Random

SEED = 20260901
ZONE = timezone(timedelta(hours=7))
NEWEST = datetime(2026, 11, 20, 9, 0, tzinfo=ZONE)
SPAN = timedelta(days=8 * 365)  # from the oldest text to the newest, however many they are
BLOCK = 100
KINDS = {"titled": 2, "phrase": 4, "other": 4, "another": 1, "scattered": 20, "noise": 69}  # of each block
PHRASE, OTHER, ANOTHER = "Đức Giang", "dục giảng", "đúc giáng"
PICTURES = 20
SECTIONS = (
    ("tin-nha-truong", "Tin nhà trường"),
    ("day-va-hoc", "Dạy và học"),
    ("doan-doi", "Đoàn – Đội"),
    ("thu-vien", "Thư viện"),
    ("the-thao", "Thể thao"),
    ("phu-huynh", "Cùng phụ huynh"),
    ("tuyen-sinh", "Tuyển sinh"),
    ("guong-sang", "Gương sáng"),
)
A_TITLE, A_SUMMARY, A_SENTENCE = 12, 24, 16  # syllables
PARAGRAPHS, SENTENCES = 8, 5
FLATNESS = 12  # the commonest syllable is one in forty, the rarest one in a thousand, as in a newspaper
SYLLABLES = """
    và các em trường học sinh của thầy cô trong ngày có một được với những cho là đã lớp đến nhà bạn người năm giáo viên
    này khi từ ra cùng tham gia hội thi hoạt động đội đoàn tổ chức chương trình sáng buổi tập thể ban bài tiết giờ sân
    phòng sách thư viện đọc vở bút mực áo trắng khăn quàng đỏ cờ hoa phượng bàng cây vườn lá ve hè thu đông xuân nắng mưa
    gió trời mây đường phố làng xóm cửa cổng chợ cầu sông hồ núi biển quê hương đất nước việt nam hà nội phường quận thành
    ông bà cha mẹ anh chị con cháu bè vui buồn nhớ thương yêu quý kính mến cười nói hát múa vẽ viết nghe nhìn nghĩ hiểu
    biết làm chơi chạy nhảy bơi đá bóng cầu lông cờ vua điền kinh giải nhất nhì ba khuyến khích khen thưởng huy chương tính
    toán văn sử địa lý hóa nhạc họa tin ngoại ngữ anh khoa tự nhiên xã công nghệ thí nghiệm thực hành quan sát ghi chép
    nhóm trưởng phó thành tích tốt giỏi chăm ngoan hiền lễ phép trung thực dũng cảm đoàn kết giúp đỡ sẻ chia ủng hộ quyên
    góp tặng quà nghèo khó khăn vượt lên bền bỉ cố gắng nỗ lực phấn đấu rèn luyện sức khỏe dinh dưỡng bữa cơm bếp ăn nước
    uống vệ môi xanh sạch đẹp an toàn giao thông phòng cháy chữa y tế khám tiêm chủng kế hoạch tháng tuần kỳ đầu cuối giữa
    trước sau trên dưới bên ngoài mới cũ lớn nhỏ dài ngắn cao thấp nhiều ít đông đủ phát biểu khai mạc bế diễn trình bày
    tiết mục văn nghệ sân khấu ánh đèn âm thanh trang phục màu sắc tranh ảnh bảng phấn bàn ghế máy chiếu mạng thông tin
    điện tử cổng báo nhân dịp kỷ niệm chào mừng nhà quốc khánh phụ nữ quân dân tết nguyên đán trung rằm tri ân tiếp bước
    truyền thống ước mơ tương lai tuổi thơ kể chuyện câu đố trò khéo tay gấp giấy cắt dán nặn đất trồng rau tưới chăm sóc
"""
BETWEEN = (" và ", ", ", ". ", " nhà bè ", " học bài ở sân trường cùng các bạn lớp bên cạnh rồi về phố ")


@dataclass(frozen=True)
class Text:
    """One article of the corpus; `section` and `picture` count from 0."""

    number: int
    kind: str  # titled | phrase: says “Đức Giang”; other | another | scattered: looks like it; noise
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    section: int
    picture: int
    published: datetime

    @property
    def says_it(self) -> bool:
        return self.kind in ("titled", "phrase")


def texts(many: int) -> Iterator[Text]:
    """All of them, oldest first, as a school writes them."""
    return (text(number, many) for number in reversed(range(many)))


def text(number: int, many: int) -> Text:
    """One of `many`, by its number."""
    chance, kind = Random(SEED * 1_000_003 + number), kind_of(number)
    title, summary = _sentence(chance, A_TITLE), _sentence(chance, A_SUMMARY) + "."
    paragraphs = [" ".join(_sentence(chance, A_SENTENCE) + "." for _ in range(SENTENCES)) for _ in range(PARAGRAPHS)]
    said = _said(kind, chance)
    if said:
        at = chance.randrange(PARAGRAPHS)
        paragraphs[at] += f" {_sentence(chance, 6)} {said} {' '.join(_words(chance, 6))}."
    if kind == "titled":
        title = f"{title} {PHRASE}"
    apart = SPAN / max(many, 1)
    published = (NEWEST - number * apart).replace(second=0, microsecond=0)
    return Text(number, kind, title, summary, tuple(paragraphs), number % len(SECTIONS), number % PICTURES, published)


def kind_of(number: int) -> str:
    """What a text says; exactly as many of each kind in every block."""
    return _block(number // BLOCK)[number % BLOCK]


@cache
def _block(number: int) -> tuple[str, ...]:
    kinds = [kind for kind, many in KINDS.items() for _ in range(many)]
    Random(SEED + number).shuffle(kinds)
    return tuple(kinds)


def _said(kind: str, chance: Random) -> str:
    if kind == "scattered":
        one, other = chance.choice((("Đức", "Giang"), ("Giang", "Đức"), ("dục", "giảng"), ("đức", "giảng")))
        return f"{one}{chance.choice(BETWEEN if one != 'Giang' else BETWEEN[2:])}{other}"
    return {"titled": PHRASE, "phrase": PHRASE, "other": OTHER, "another": ANOTHER}.get(kind, "")


def _sentence(chance: Random, many: int) -> str:
    told = " ".join(_words(chance, many))
    return told[0].upper() + told[1:]


def _words(chance: Random, many: int) -> list[str]:
    return chance.choices(KNOWN, cum_weights=WEIGHTS, k=many)


KNOWN = tuple(dict.fromkeys(SYLLABLES.split()))
WEIGHTS = tuple(accumulate(1 / (place + FLATNESS) for place in range(len(KNOWN))))
