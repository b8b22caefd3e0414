"""What only the staff room reads."""

from portal.demo.content.shape import ArticleSeed, h, p, table, ul

INTERNAL = (
    ArticleSeed(
        key="gop-y-gio-day",
        section="trao-doi-chuyen-mon",
        genre="bai-phan-anh",
        audience="internal",
        title="Góp ý sau giờ chuyên đề 8A1: năm bạn ngồi cuối",
        summary="Ghi chép của tổ Toán – Tin để dùng cho tiết chuyên đề tiếp theo.",
        body=(
            p(
                "Tổ xem lại đoạn phim quay góc cuối lớp. Năm học sinh không chạm vào dây trong 19 phút đầu, nhưng ba em có vẽ phác vào vở. Như vậy "
                "các em không đứng ngoài, chỉ là không có chỗ đứng cạnh cọc. Cô Vân đề nghị xem những hình vẽ phác ấy như câu trả lời đầu tiên.",
            ),
            h("Việc làm ngay"),
            p(
                ul(
                    "Cắt thêm bốn cuộn dây, chia tám nhóm (thầy Bằng, trước 24/11);",
                    "Đổi thứ tự: vẽ phác trước, căng dây sau;",
                    "Người dự ngồi cạnh nhóm được phân công, không đi lại.",
                )
            ),
        ),
        author="uyvien.cm",
        event_start="2026-11-12T15:00:00+07:00",
        published_on="2026-11-14T16:00:00+07:00",
    ),
    ArticleSeed(
        key="de-cuong-cuoi-ky",
        section="trao-doi-chuyen-mon",
        genre="tin-ngan",
        audience="internal",
        title="Phân công soạn đề cương ôn tập cuối học kỳ I",
        summary="Bản thảo nộp về thư mục của tổ trước 17:00 ngày 30/11.",
        body=(
            p(
                "Các tổ soạn đề cương theo phân công dưới đây, mỗi môn không quá bốn trang, có ít nhất ba câu hỏi mở gắn với đời sống."
            ),
            table(
                "Phân công",
                ["Môn", "Người soạn", "Người đọc lại"],
                ["Toán 6–7", "Thầy Bằng", "Cô Vân"],
                ["Toán 8–9", "Cô Vân", "Thầy Sơn"],
                ["Khoa học tự nhiên", "Cô Hà", "Thầy Duy"],
                ["Ngữ văn", "Thầy Tuấn", "Cô Quế"],
            ),
        ),
        author="giaovien2",
        published_on="2026-11-18T11:00:00+07:00",
    ),
)
