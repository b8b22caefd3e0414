"""The demo school's twelve accounts, as `make run` prints them: user name, role, what to try."""

TABLE: list[tuple[str, str, str]] = [
    ("hieutruong", "Hiệu trưởng", "Xem quyết định số 34 ngày 16/10/2024; ra quyết định bổ nhiệm mới"),
    (
        "truongban",
        "Trưởng Ban biên tập",
        "“Việc của tôi”: duyệt bài ngoài kế hoạch, bài đăng lại; ủy nhiệm một Ủy viên",
    ),
    ("phoban", "Phó Trưởng ban", "Duyệt bài của cộng tác viên đã qua Thư ký; xem lịch sử và Phiếu duyệt"),
    ("uyvien.cm", "Ủy viên, lĩnh vực Chuyên môn", "Duyệt bước đầu bài trong lĩnh vực; xác nhận bài có trong kế hoạch"),
    (
        "uyvien.dd",
        "Ủy viên, lĩnh vực Đoàn–Đội",
        "Quyết định thay Trưởng ban theo ủy nhiệm; trả lại một bài để sửa",
    ),
    ("thuky", "Thư ký", "Biên tập rồi chuyển bài của cộng tác viên; đề nghị từ chối; xin ý kiến Ủy viên"),
    (
        "quantri",
        "Quản trị viên hệ thống",
        "Xem tài khoản, nhật ký; gỡ bài có căn cứ – và thấy mình không duyệt được bài",
    ),
    ("giaovien1", "Giáo viên", "Viết một bài trong kế hoạch, xem trước đường đi rồi trình duyệt"),
    ("giaovien2", "Giáo viên", "Sửa bài bị trả lại; viết một bài đăng lại có nguồn"),
    ("congtacvien", "Cộng tác viên", "Viết bài, trình duyệt và theo dõi bài đang ở bước nào"),
    ("phuhuynh", "Phụ huynh", "Đọc và tìm tin không dấu; không thấy chuyên mục nội bộ"),
    ("hocsinh", "Học sinh", "Đọc và tìm tin; không thấy chuyên mục nội bộ"),
]
