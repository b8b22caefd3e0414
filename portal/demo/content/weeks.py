"""The weekly schedules of the school year 2026–2027, as the office types them: one line each, by the Monday of its week."""

from datetime import date
from typing import Final

ROUTINE: Final = (  # (every how many weeks, the line as typed)
    (1, "T2 7h15-7h45 chào cờ tại sân trường – Trang"),
    (1, "T2 8h-9h giao ban Ban giám hiệu phòng họp – Nguyệt"),
    (1, "T6 15h30 kiểm tra vệ sinh, an toàn trường lớp – Tám"),
    (2, "T3 14h-16h sinh hoạt chuyên môn tổ Toán P.304 – Sơn"),
    (2, "T4 14h-16h sinh hoạt chuyên môn tổ Khoa học tự nhiên phòng thực hành – Thu Hà"),
    (2, "T5 14h-16h sinh hoạt chuyên môn tổ Ngữ văn phòng họp – Anh Tuấn"),
    (4, "T5 16h30 họp chi bộ phòng truyền thống – BGH"),
    (4, "T6 14h họp hội đồng sư phạm hội trường – BGH"),
)
DUTY: Final = "T2, T5: {0}; T3, T6: {1}; T4, T7: {0}"
GUARD: Final = "ông Tám"

WEEKS: Final[dict[date, tuple[str, ...]]] = {
    date(2026, 8, 3): (
        "T4 8h kiểm tra cơ sở vật chất phòng học hè – Tám",
        "T6 8h nhận hồ sơ tuyển sinh bổ sung văn phòng – Yến",
    ),
    date(2026, 8, 10): (
        "T3 8h tập huấn chương trình, sách giáo khoa online",
        "T5 8h rà soát thiết bị dạy học phòng thực hành – Duy",
    ),
    date(2026, 8, 17): (
        "T2 8h họp hội đồng sư phạm chuẩn bị năm học hội trường – BGH",
        "T4 8h phân công chuyên môn phòng họp – BGH",
        "T7 7h30 học sinh lớp 6 nhận lớp tại sân trường",
    ),
    date(2026, 8, 24): (
        "T2 7h30 học sinh tựu trường",
        "T3 8h tập đội hình khai giảng sân trường – Chi",
        "T5 14h họp ban chỉ đạo khai giảng phòng họp – BGH",
        "T6 14h kiểm tra sổ sách đầu năm văn phòng – Yến",
    ),
    date(2026, 8, 31): (
        "T3 14h tổng duyệt lễ khai giảng sân trường – Chi",
        "T4 nghỉ Quốc khánh 2/9",
        "T7 7h lễ khai giảng năm học mới sân trường – BGH",
    ),
    date(2026, 9, 7): (
        "T2 dạy học theo thời khóa biểu số 1",
        "T4 14h khảo sát đầu năm khối 6 môn Toán, Ngữ văn – BGH",
        "T7 8h họp cha mẹ học sinh đầu năm hội trường – BGH",
    ),
    date(2026, 9, 14): (
        "T3 15h30 phát động Tháng An toàn giao thông sân trường – Chi",
        "T4 14h30 họp giáo viên chủ nhiệm phòng họp – BGH",
        "T7 8h trồng cây vườn trường – Bách",
    ),
    date(2026, 9, 21): (
        "T4 14h dự giờ giáo viên mới P.205 – Quế",
        "T5 15h30 khám sức khỏe học sinh khối 6 phòng y tế",
        "T6 18h30 đêm Trung thu sân trường – Chi",
    ),
    date(2026, 9, 28): ("T3 14h Đại hội Chi đội mẫu lớp 9A1", "T7 8h Đại hội Liên đội hội trường – Chi"),
    date(2026, 10, 5): (
        "T2 7h30 khai mạc Tuần lễ đọc sách sân trường – Phương",
        "T4 14h duyệt ý tưởng khoa học kĩ thuật phòng thực hành – Bách",
        "T6 15h bàn giao sách mượn thư viện – Oanh",
    ),
    date(2026, 10, 12): (
        "T3 14h hội giảng vòng 1 môn Toán P.302 – Bằng",
        "T5 14h hội giảng vòng 1 môn Ngữ văn P.205 – Phương",
        "T7 7h30 Hội khỏe Phù Đổng nội dung điền kinh sân trường – Lâm",
    ),
    date(2026, 10, 19): (
        "T3 9h kiểm tra hồ sơ tổ chuyên môn phòng họp – BGH",
        "T3 15h tọa đàm 20/10 hội trường – Công đoàn",
        "T6 14h hội giảng vòng 2 môn Khoa học tự nhiên phòng thực hành – Duy",
    ),
    date(2026, 10, 26): (
        "T2-T6 kiểm tra giữa học kì I theo lịch riêng – BGH",
        "T6 16h nộp đề và ma trận về văn phòng – Hòa",
    ),
    date(2026, 11, 2): (
        "T3 14h chấm chung bài kiểm tra giữa kì phòng họp",
        "T5 14h duyệt văn nghệ chào mừng 20/11 hội trường – Chi",
        "T7 7h30 Hội khỏe Phù Đổng nội dung bóng đá sân bóng – Lâm",
    ),
    date(2026, 11, 9): (
        "T4 14h báo cáo kết quả giữa kì hội trường – BGH",
        "T7 8h chung kết Hội khỏe Phù Đổng sân bóng – Lâm",
    ),
    date(2026, 11, 16): (
        "T3 14h diễn tập phòng cháy, chữa cháy sân trường – Tám",
        "T5 14h tổng duyệt lễ 20/11 hội trường – Chi",
        "T6 7h30 mít tinh kỉ niệm Ngày Nhà giáo Việt Nam sân trường – BGH",
    ),
    date(2026, 11, 23): (
        "T2 14h rút kinh nghiệm tuần lễ 20/11 phòng họp – BGH",
        "T3 9h dự giờ chuyên đề môn Toán 8 P.302 – Vân",
        "T4 9h đón đoàn kiểm tra thư viện thư viện – Oanh",
        "T4 19h tập huấn chữ kí số online – Yến",
        "T5 14h vòng chung khảo khoa học kĩ thuật phòng thực hành – Bách",
        "T6 16h30 tổng kết hội giảng hội trường – BGH",
        "T7 8h bồi dưỡng học sinh giỏi Toán 9 P.302 – Bằng",
    ),
    date(2026, 11, 30): (
        "T3 14h duyệt bài thuyết trình khoa học kĩ thuật P.302 – Bách",
        "T7 8h ngày hội khoa học kĩ thuật sân trường – Bách",
    ),
    date(2026, 12, 7): (
        "T4 14h thống nhất đề cương ôn tập học kì I phòng họp – BGH",
        "T6 15h nộp sáng kiến kinh nghiệm đợt 1 văn phòng – Hòa",
    ),
    date(2026, 12, 14): ("T2 phát động thi đua ngày 22/12", "T5 14h kể chuyện về bộ đội hội trường – Chi"),
    date(2026, 12, 21): ("T2-T6 kiểm tra cuối học kì I theo lịch riêng – BGH",),
    date(2026, 12, 28): ("T4 14h chấm chung bài kiểm tra học kì phòng họp", "T6 nghỉ Tết Dương lịch"),
    date(2027, 1, 4): ("T3 16h khóa sổ điểm học kì I – Hòa", "T5 14h xét kết quả học kì I hội trường – BGH"),
    date(2027, 1, 11): (
        "T2 7h15 sơ kết học kì I sân trường – BGH",
        "T7 8h họp cha mẹ học sinh cuối học kì I hội trường – BGH",
    ),
    date(2027, 1, 18): ("T2 dạy học theo thời khóa biểu số 2", "T5 15h gói bánh chưng sân trường – Chi"),
    date(2027, 1, 25): ("T5 14h gặp mặt cuối năm hội trường – Công đoàn", "T6 15h bàn giao trực Tết phòng họp – Tám"),
    date(2027, 2, 1): ("T2-T6 nghỉ Tết Nguyên đán",),
    date(2027, 2, 8): ("T2-T6 nghỉ Tết Nguyên đán",),
    date(2027, 2, 15): ("T2 7h15 gặp mặt đầu xuân sân trường – BGH", "T7 8h Tết trồng cây vườn trường – Bách"),
    date(2027, 2, 22): ("T4 14h chuyên đề Giáo dục địa phương P.205 – Quế",),
    date(2027, 3, 1): ("T6 15h tọa đàm 8/3 hội trường – Công đoàn",),
    date(2027, 3, 8): ("T2-T6 kiểm tra giữa học kì II theo lịch riêng – BGH",),
    date(2027, 3, 15): ("T4 14h chấm chung bài giữa kì phòng họp", "T6 15h sinh hoạt câu lạc bộ Robot P.304 – Vân"),
    date(2027, 3, 22): ("T6 7h30 kỉ niệm ngày thành lập Đoàn sân trường – Chi",),
    date(2027, 3, 29): ("T4 14h thi thử vào lớp 10 lần 1 – BGH",),
    date(2027, 4, 5): ("T7 8h học tập trải nghiệm khối 7",),
    date(2027, 4, 12): ("T4 9h ngày Sách và Văn hóa đọc sân trường – Phương",),
    date(2027, 4, 19): ("T4 14h thống nhất đề cương cuối năm phòng họp – BGH",),
    date(2027, 4, 26): ("T6 nghỉ lễ 30/4",),
    date(2027, 5, 3): ("T2-T6 kiểm tra cuối học kì II theo lịch riêng – BGH",),
    date(2027, 5, 10): ("T3 16h khóa sổ điểm cả năm – Hòa", "T5 14h xét kết quả cả năm hội trường – BGH"),
    date(2027, 5, 17): ("T5 14h xét tốt nghiệp phòng họp – BGH", "T7 8h họp cha mẹ học sinh cuối năm hội trường – BGH"),
    date(2027, 5, 24): ("T6 7h lễ tổng kết năm học sân trường – BGH",),
}
PLANNED: Final = {  # what in a line repeats which entry of the plan, by its title
    "lễ khai giảng": "Lễ khai giảng năm học mới", "Tháng An toàn giao thông": "Tháng An toàn giao thông",
    "Đại hội Liên đội": "Đại hội Liên đội", "Tuần lễ đọc sách": "Tuần lễ đọc sách",
    "Hội khỏe Phù Đổng": "Hội khỏe Phù Đổng cấp trường", "hội giảng": "Chuyên đề và hội giảng cấp trường",
    "chuyên đề môn": "Chuyên đề và hội giảng cấp trường", "khoa học kĩ thuật": "Cuộc thi khoa học kĩ thuật cấp trường",
    "kiểm tra giữa học kì I ": "Kiểm tra giữa học kỳ I", "20/11": "Chào mừng Ngày Nhà giáo Việt Nam 20/11",
    "cha mẹ học sinh": "Họp cha mẹ học sinh", "trồng cây": "Tết trồng cây và chăm vườn trường",
}  # fmt: skip
LATE: Final = frozenset({date(2026, 10, 5)})
