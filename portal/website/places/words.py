"""What a place says of itself, and what it says while nothing stands there: true in every school, on every day."""

EMPTY = {
    "about-structure": "Sơ đồ và cơ cấu tổ chức chưa có ở đây. Các tổ, bộ phận và người phụ trách đã có ở trang Tổ, bộ phận.",
    "about-leaders": "Trang này chưa có. Tên và chức vụ của lãnh đạo nhà trường đã có ở trang Giới thiệu.",
    "contact": "Phần chỉ đường và giờ tiếp khách chưa có. Gia đình gọi điện hoặc gửi thư theo thông tin bên trên.",
    "admissions": "Chưa có thông tin tuyển sinh đang áp dụng. Khi có kế hoạch được duyệt, nhà trường đăng ở đây và ở mục Thông báo.",
    "timetable": "Thời khóa biểu đang áp dụng chưa được đăng ở đây. Gia đình hỏi giáo viên chủ nhiệm, hoặc gọi văn phòng nhà trường.",
    "fees": "Chưa có bảng các khoản thu đã duyệt ở đây. Gia đình cần biết ngay, xin gọi văn phòng nhà trường.",
    "services": "Chưa có dịch vụ hay liên kết nào được đăng ở đây.",
    "campaigns": "Chưa có chuyên trang nào.",
    "disclosures": "Chưa có biểu công khai nào được đăng ở đây.",
    "documents": "Chưa có văn bản nào được đăng ở đây.",
    "opinions": "Hiện không có việc nào đang lấy ý kiến. Ý kiến khác, gia đình gửi theo trang Liên hệ.",
}
HOURS_MISSING = "Giờ vào lớp và những ghi chú khác về thời khóa biểu chưa được đăng ở đây."
SEASONS_BELOW = "Điều khác về tuyển sinh, xin hỏi văn phòng nhà trường."
INTROS = {
    "disclosures": "Những điều nhà trường công khai với cha mẹ học sinh và mọi người theo quy định.",
    "documents": "Văn bản của nhà trường và của cấp trên liên quan đến trường.",
    "opinions": "Những việc nhà trường đang hỏi ý kiến: hỏi gì, gửi về đâu, đến hạn nào.",
}
