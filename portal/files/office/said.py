"""What reading left out or changed, told once each with how often, in its own words where it had any: nothing goes in silence."""

from collections import Counter
from textwrap import shorten

SENTENCES = {
    "inserted": "{n} chỗ chữ mới chèn đang theo dõi (Track Changes) được giữ như đã chấp nhận.",
    "deleted": "{n} chỗ chữ đã xóa đang theo dõi (Track Changes) không đưa vào.",
    "hidden": "{n} chỗ chữ ẩn (Hidden) không đưa vào.",
    "struck": "{n} chỗ chữ gạch ngang vẫn được đưa vào như chữ thường; thầy/cô xem có bỏ không.",
    "margin": "Đầu trang, chân trang không đưa vào{quotes}.",
    "comment": "Lời bình bên lề (Comment) không đưa vào: {n} lời{quotes}.",
    "box": "{n} khung chữ (Text Box) được đặt ngay sau đoạn chứa nó.",
    "contents": "Mục lục tự động không đưa vào.",
    "formula": "{n} công thức được viết lại thành một dòng chữ; thầy/cô xem kỹ từng chỗ.",
    "object": "{n} đối tượng nhúng (công thức kiểu cũ, bảng tính…) không đưa vào được; chỗ ấy ghi […].",
    "drawing": "{n} hình vẽ, biểu đồ của Word không đưa vào được; thầy/cô chụp thành ảnh rồi chèn.",
    "outside": "{n} ảnh nằm ngoài tệp (chỉ có liên kết) không được lấy về; thầy/cô chèn hẳn ảnh vào tệp rồi nhập lại.",
    "remade": "{n} ảnh GIF, BMP hay TIFF được đổi sang PNG, JPEG.",
    "moving": "{n} ảnh động chỉ giữ khung hình đầu{quotes}.",
    "vector": "{n} hình EMF, WMF (hình vẽ của Windows) không đưa vào được{quotes}; thầy/cô chụp thành ảnh rồi chèn.",
    "kind": "{n} ảnh không phải PNG, JPEG hay WebP nên không đưa vào được{quotes}; thầy/cô lưu lại thành PNG.",
    "gone": "{n} ảnh có tên trong bài mà không có trong tệp.",
    "heavy": "{n} ảnh nặng hoặc nhiều quá mức nên không đưa vào.",
    "sign": "{n} ký hiệu của phông riêng (Wingdings, Symbol…) không có trong Unicode; chỗ ấy ghi �.",
    "chunk": "{n} phần chèn nguyên từ tệp khác không đọc được.",
    "inner": "{n} bảng nằm trong bảng được viết thành dòng chữ trong ô.",
    "wide": "{n} bảng quá rộng: phần vượt quá được bỏ.",
}
MOST_QUOTES, LONGEST_QUOTE = 5, 120


class Said:
    """Counts what happened while a file is read, and keeps a few of the words it happened to."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.quotes: dict[str, list[str]] = {}

    def __call__(self, kind: str, quote: str = "") -> None:
        self.counts[kind] += 1
        kept = self.quotes.setdefault(kind, [])
        words = shorten(quote, LONGEST_QUOTE, placeholder="…")
        if words and words not in kept and len(kept) < MOST_QUOTES:
            kept.append(words)

    def sentences(self) -> list[str]:
        return [
            sentence.format(n=self.counts[kind], quotes=_told(self.quotes[kind]))
            for kind, sentence in SENTENCES.items()
            if self.counts[kind]
        ]


def _told(quotes: list[str]) -> str:
    return f" ({'; '.join(f'“{one}”' for one in quotes)})" if quotes else ""
