"""What teachers of the demo school put into its library in a school year."""

from dataclasses import dataclass
from datetime import date
from typing import Final

KNTT: Final = "ket-noi-tri-thuc"


@dataclass(frozen=True)
class ResourceSeed:
    """One resource: `by` its teacher, of whose unit it is; `on` the day it was approved, None while it is on its way."""

    by: str
    subject: str
    grade: int
    sort: str
    lesson: str
    title: str
    on: date | None
    licence: str = "dung-sua"
    source: str = ""


def _of(by: str, subject: str, on: tuple[date, ...], *rows: tuple[int, str, str, str]) -> tuple[ResourceSeed, ...]:
    """Rows of one teacher, grade, sort, lesson, title; put up on these days in turn."""
    return tuple(
        ResourceSeed(by, subject, grade, sort, lesson, title, on[n % len(on)])
        for n, (grade, sort, lesson, title) in enumerate(rows)
    )


SEPTEMBER: Final = (date(2026, 9, 9), date(2026, 9, 16), date(2026, 9, 23), date(2026, 9, 30))
OCTOBER: Final = (date(2026, 10, 7), date(2026, 10, 14), date(2026, 10, 21), date(2026, 10, 28))
NOVEMBER: Final = (date(2026, 11, 4), date(2026, 11, 11), date(2026, 11, 18))

RESOURCES: Final = (
    *_of("gv.van", "toan", SEPTEMBER,
         (6, "giao-an", "Bài 1. Tập hợp", "Tập hợp: từ hộp bút đến kí hiệu"),
         (6, "phieu", "Bài 2. Cách ghi số tự nhiên", "Phiếu học tập: đọc và viết số La Mã"),
         (6, "giao-an", "Bài 8. Quan hệ chia hết", "Quan hệ chia hết và tính chất"),
         (6, "bai-giang", "Bài 10. Số nguyên tố", "Sàng Ơ-ra-tô-xten trên bảng 100 ô"),
         (7, "giao-an", "Bài 1. Tập hợp các số hữu tỉ", "Số hữu tỉ trên trục số nhiệt kế"),
         (7, "phieu", "Bài 3. Lũy thừa", "Phiếu luyện lũy thừa với số mũ tự nhiên")),
    *_of("gv.bang", "toan", OCTOBER,
         (8, "giao-an", "Bài 2. Đa thức", "Đa thức: thu gọn và tìm bậc"),
         (8, "bai-giang", "Bài 6. Hiệu hai bình phương", "Hằng đẳng thức đáng nhớ bằng cắt ghép hình"),
         (8, "phieu", "Bài 8. Tổng và hiệu hai lập phương", "Phiếu ôn bảy hằng đẳng thức"),
         (9, "giao-an", "Bài 1. Hệ phương trình", "Hệ hai phương trình bậc nhất hai ẩn"),
         (9, "de", "Chương I", "Đề kiểm tra 45 phút: hệ phương trình"),
         (9, "phieu", "Bài 3. Giải bài toán bằng cách lập hệ", "Bài toán cổ: vừa gà vừa chó, giải bằng hệ")),
    *_of("quantri", "tin-hoc", OCTOBER,
         (6, "giao-an", "Bài 1. Thông tin và dữ liệu", "Thông tin và dữ liệu quanh bàn học"),
         (7, "bai-giang", "Bài 5. Ứng xử trên mạng", "Ứng xử trên mạng: năm tình huống thật"),
         (8, "giao-an", "Bài 6. Sử dụng bảng tính", "Địa chỉ tương đối, địa chỉ tuyệt đối qua sổ chi tiêu lớp"),
         (8, "phieu", "Bài 7. Biểu đồ", "Phiếu thực hành: chọn biểu đồ cho số liệu của lớp")),
    *_of("uyvien.cm", "toan", NOVEMBER,
         (9, "giao-an", "Bài 11. Tỉ số lượng giác", "Tỉ số lượng giác: đo chiều cao cột cờ"),
         (9, "bai-giang", "Bài 12. Hệ thức giữa cạnh và góc", "Đo khoảng cách không tới được"),
         (0, "skkn", "", "Giải đáp thắc mắc chiều thứ Tư: một năm nhìn lại")),
    *_of("giaovien1", "khoa-hoc-tu-nhien", SEPTEMBER,
         (7, "giao-an", "Bài 4. Phân tử, đơn chất, hợp chất", "Lắp phân tử bằng đất nặn"),
         (7, "giao-an", "Bài 8. Tốc độ chuyển động", "Đo tốc độ của chính mình trên sân trường"),
         (7, "phieu", "Bài 10. Đồ thị quãng đường – thời gian", "Phiếu đọc đồ thị quãng đường – thời gian"),
         (7, "bai-giang", "Bài 12. Sóng âm", "Nghe và nhìn sóng âm"),
         (7, "de", "Giữa học kì I", "Đề giữa học kì I, Khoa học tự nhiên 7"),
         (0, "skkn", "", "Sổ tay phòng thực hành: học sinh tự ghi phép đo hỏng")),
    *_of("gv.oanh", "khoa-hoc-tu-nhien", OCTOBER,
         (6, "giao-an", "Bài 9. Sự đa dạng của chất", "Ba thể của chất trong căng tin"),
         (6, "phieu", "Bài 16. Hỗn hợp các chất", "Phiếu thí nghiệm: tách muối, cát, mạt sắt"),
         (6, "bai-giang", "Bài 18. Tế bào", "Tế bào: soi vảy hành, vẽ lại điều mình thấy"),
         (8, "giao-an", "Bài 2. Phản ứng hóa học", "Phản ứng hóa học: giấm và vỏ trứng"),
         (8, "phieu", "Bài 5. Định luật bảo toàn khối lượng", "Phiếu cân trước và sau phản ứng")),
    *_of("gv.duy", "khoa-hoc-tu-nhien", NOVEMBER,
         (9, "giao-an", "Bài 6. Phản xạ toàn phần", "Phản xạ toàn phần trong chai nước"),
         (9, "de", "Giữa học kì I", "Đề giữa học kì I, Khoa học tự nhiên 9"),
         (9, "bai-giang", "Bài 11. Điện trở", "Điện trở phụ thuộc vào đâu")),
    *_of("gv.hai", "giao-duc-the-chat", OCTOBER,
         (6, "giao-an", "Chạy cự li ngắn", "Xuất phát cao và chạy lao sau xuất phát"),
         (8, "giao-an", "Nhảy cao kiểu bước qua", "Nhảy cao: chia nhóm theo chiều cao dây")),
    *_of("gv.bach", "cong-nghe", SEPTEMBER,
         (6, "giao-an", "Bài 4. Thực phẩm và dinh dưỡng", "Tháp dinh dưỡng từ bữa trưa bán trú"),
         (8, "bai-giang", "Bài 2. Hình chiếu vuông góc", "Hình chiếu vuông góc của hộp phấn"),
         (8, "phieu", "Bài 3. Bản vẽ kĩ thuật", "Phiếu đọc bản vẽ giá treo tranh")),
    *_of("giaovien2", "ngu-van", SEPTEMBER,
         (9, "giao-an", "Bài 1. Thế giới kì ảo", "Chuyện người con gái Nam Xương: cái bóng nói gì"),
         (9, "phieu", "Bài 2. Những cung bậc tâm trạng", "Phiếu đọc thơ song thất lục bát"),
         (9, "de", "Giữa học kì I", "Đề giữa học kì I, Ngữ văn 9: một bài thơ ngoài sách"),
         (9, "giao-an", "Bài 3. Hồn nước nằm trong tiếng mẹ cha", "Dấu câu và cách nói giảm nói tránh"),
         (0, "skkn", "", "Góc sách mượn cuối lớp: đọc xong để lại một dòng")),
    *_of("gv.que", "ngu-van", OCTOBER,
         (6, "giao-an", "Bài 1. Tôi và các bạn", "Bài học đường đời đầu tiên: Dế Mèn kể lại"),
         (6, "phieu", "Bài 2. Gõ cửa trái tim", "Phiếu đọc: mẹ và con trong “Mây và sóng”"),
         (6, "bai-giang", "Bài 3. Yêu thương và chia sẻ", "Cô bé bán diêm: năm que diêm, năm ô cửa"),
         (7, "giao-an", "Bài 2. Khúc nhạc tâm hồn", "Thơ bốn chữ, năm chữ: gõ nhịp cả lớp"),
         (7, "de", "Giữa học kì I", "Đề giữa học kì I, Ngữ văn 7")),
    *_of("gv.phuong", "tieng-anh", OCTOBER,
         (6, "giao-an", "Unit 3. My friends", "My friends: mô tả bạn cùng bàn"),
         (6, "phieu", "Unit 4. My neighbourhood", "Phiếu chỉ đường quanh phường"),
         (7, "bai-giang", "Unit 2. Healthy living", "Healthy living: thực đơn một tuần của lớp"),
         (8, "giao-an", "Unit 3. Teenagers", "Teenagers: viết thư xin lời khuyên"),
         (9, "de", "Giữa học kì I", "Đề nghe – nói giữa học kì I, Tiếng Anh 9")),
    *_of("gv.lam", "lich-su-va-dia-li", NOVEMBER,
         (6, "giao-an", "Bài 4. Nguồn gốc loài người", "Nguồn gốc loài người qua sáu mảnh xương"),
         (7, "bai-giang", "Bài 9. Các vương quốc Đông Nam Á", "Đông Nam Á thế kỉ X–XVI trên một tấm bản đồ"),
         (8, "giao-an", "Bài 5. Đại Việt thế kỉ XVI–XVIII", "Thăng Long, phố phường và bến sông"),
         (9, "phieu", "Bài 2. Phân bố dân cư", "Phiếu đọc tháp dân số Hà Nội")),
    ResourceSeed("gv.van", "toan", 6, "tu-lieu", "Bài 18. Hình tam giác đều, lục giác đều", "Tổ ong, gạch lát: mười ảnh lục giác đều",
                 date(2026, 11, 12), "nguon-ngoai", "Ảnh của bảo tàng thiên nhiên, dùng trong lớp học, ghi tên nguồn"),
    ResourceSeed("giaovien2", "ngu-van", 9, "de", "Cuối học kì I", "Ma trận đề cuối học kì I, Ngữ văn 9", date(2026, 11, 19), "dung-nguyen"),
    ResourceSeed("gv.oanh", "khoa-hoc-tu-nhien", 8, "bai-giang", "Bài 8. Acid", "Acid quanh bếp: chanh, giấm, dưa chua", None),
    ResourceSeed("gv.van", "toan", 7, "de", "Cuối học kì I", "Đề cuối học kì I, Toán 7", None),
)  # fmt: skip

MENDED: Final = "Tập hợp: từ hộp bút đến kí hiệu"  # what has a second version since October
MENDED_ON: Final = date(2026, 10, 13)
MENDED_INTRO: Final = "Bản thứ hai: thêm hoạt động mở đầu bằng hộp bút của học sinh, bớt hai bài tập dài."
SHARED: Final = "Đề cuối học kì I, Toán 7"  # a draft its unit reads
ASKED: Final = "Acid quanh bếp: chanh, giấm, dưa chua"  # lies with the unit's leader

RATED: Final = (
    ("Tập hợp: từ hộp bút đến kí hiệu", "gv.bang", 5, "Học sinh lớp 6 vào bài ngay, không cần nhắc lại định nghĩa."),
    ("Tập hợp: từ hộp bút đến kí hiệu", "quantri", 4, "Phần kí hiệu nên có thêm hai ví dụ sai để các em sửa."),
    ("Đo tốc độ của chính mình trên sân trường", "gv.oanh", 5, "Dùng cho 7A5, cả lớp đo xong trong một tiết."),
    ("Đo tốc độ của chính mình trên sân trường", "gv.duy", 4, "Cần hai đồng hồ bấm giây; ghi thêm vào phần chuẩn bị."),
    ("Hằng đẳng thức đáng nhớ bằng cắt ghép hình", "gv.van", 5, "Học sinh tự thấy vì sao, nhớ lâu hơn hẳn."),
    ("Cô bé bán diêm: năm que diêm, năm ô cửa", "giaovien2", 4, "Câu hỏi cuối rất gợi; hơi dài cho một tiết."),
)
