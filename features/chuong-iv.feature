# language: vi
Tính năng: Chương IV – nội dung và quy trình đăng tin
  Tin bài chỉ lên cổng sau khi đi hết tuyến mà Điều 14 và Điều 15 của Quy chế vạch ra.
  Tuyến do cổng tính từ chính bài viết; người viết không tự chọn.

  Bối cảnh:
    Cho nhà trường có Trưởng ban Hà, Phó Trưởng ban Phong, Thư ký Sen
    Và ủy viên Cúc phụ trách Chuyên môn, ủy viên Dũng phụ trách Đoàn – Đội

  Quy tắc: Điều 14.2 – bài của giáo viên trong lĩnh vực có ủy viên

    Tình huống: Bài trong kế hoạch qua ủy viên rồi đến lãnh đạo Ban
      Cho Lan viết bài "Ngày hội Khoa học" trong kế hoạch cho mục "Chuyên môn"
      Khi Lan trình bài
      Thì bài đi tuyến số 8 theo "Điều 14.2, 11.2, 11.3"
      Và các bước là "Ủy viên → Trưởng ban hoặc Phó Trưởng ban"
      Khi Cúc duyệt bài
      Thì bạn đọc chưa thấy bài
      Khi Phong duyệt bài
      Thì bạn đọc thấy bài

    Tình huống: Ủy viên viết trong lĩnh vực của mình thì không tự xét bài mình
      Cho Cúc viết bài "Chuyên đề Hóa học" trong kế hoạch cho mục "Chuyên môn"
      Khi Cúc trình bài
      Thì bước Ủy viên được bỏ qua và có ghi lí do
      Khi Cúc thử duyệt bài
      Thì cổng từ chối theo R-ACT-02, "Điều 14.2"

    Tình huống: Nội dung ngoài kế hoạch thì Trưởng ban quyết định
      Cho Lan viết bài "Đoàn khách ghé thăm" ngoài kế hoạch cho mục "Chuyên môn"
      Khi Lan trình bài
      Thì bài đi tuyến số 5 theo "Điều 14.2"
      Và các bước là "Ủy viên → Thư ký → Trưởng ban"
      Khi Cúc duyệt bài
      Và Sen duyệt bài
      Và Phong thử duyệt bài
      Thì cổng từ chối theo R-ACT-01, "Điều 14.2"
      Khi Hà duyệt bài
      Thì bạn đọc thấy bài

  Quy tắc: Điều 14.2, 12.2 – bài của cộng tác viên và bài thu nhận

    Tình huống: Thư ký hiệu chỉnh bài của cộng tác viên rồi chuyển lãnh đạo Ban
      Cho Vy viết bài "Góc thí nghiệm" trong kế hoạch cho mục "Chuyên môn"
      Khi Vy trình bài
      Thì bài đi tuyến số 7 theo "Điều 14.2, 12.2"
      Khi Sen sửa tiêu đề thành "Góc thí nghiệm của lớp 7A3"
      Và Sen duyệt bài
      Và Phong duyệt bài
      Thì bạn đọc thấy bài "Góc thí nghiệm của lớp 7A3"

    Tình huống: Lĩnh vực không có ủy viên làm việc
      Cho Cúc đang vắng mặt
      Và Lan viết bài "Thao giảng" trong kế hoạch cho mục "Chuyên môn"
      Khi Lan trình bài
      Thì bài đi tuyến số 7 theo "Điều 14.2, 12.2"

    Tình huống: Thư ký vắng, không có người thay thì Trưởng ban giữ bước của Thư ký
      Cho Sen đang vắng mặt
      Và Vy viết bài "Vườn trường" trong kế hoạch cho mục "Chuyên môn"
      Khi Vy trình bài
      Và Hà duyệt bài
      Thì bạn đọc thấy bài
      Và phiếu duyệt ghi "Điều 12.2, 12.4 và Điều 14.2, 12.2"

  Quy tắc: Điều 14.2, 10.4 – đăng lại và quảng cáo

    Tình huống: Đăng lại phải ghi nguồn và do Trưởng ban quyết định
      Cho Lan chép lại bài "Lịch thi" từ nguồn "Sở Giáo dục"
      Khi Lan trình bài
      Thì bài đi tuyến số 4 theo "Điều 14.2, 10.4"
      Và các bước là "Thư ký → Trưởng ban"

    Tình huống: Đăng lại không ghi nguồn thì chưa trình được
      Cho Lan chép lại bài "Lịch thi" không ghi nguồn
      Khi Lan thử trình bài
      Thì cổng từ chối theo R-SOURCE-01, "Điều 14.2"

    Tình huống: Quảng cáo cho đơn vị khác không ủy nhiệm cho ai
      Cho Trưởng ban ủy nhiệm Cúc duyệt lĩnh vực "Chuyên môn" theo giấy số "05/UN-BBT"
      Và Lan soạn quảng cáo "Tuần lễ sách" cho "Nhà sách Kim Đồng"
      Khi Lan trình bài
      Và Sen duyệt bài
      Và Cúc thử duyệt bài
      Thì cổng từ chối theo R-ACT-01, "Điều 14.2"

  Quy tắc: Điều 14.2, 10.2, 11.2 – ủy nhiệm duyệt

    Tình huống: Ủy viên được ủy nhiệm duyệt một lần thay cho cả hai bước
      Cho Trưởng ban ủy nhiệm Cúc duyệt lĩnh vực "Chuyên môn" theo giấy số "05/UN-BBT"
      Và Lan viết bài "Ngày hội Khoa học" trong kế hoạch cho mục "Chuyên môn"
      Khi Lan trình bài
      Và Cúc duyệt bài
      Thì bạn đọc thấy bài
      Và phiếu duyệt ghi thay Hà theo giấy số "05/UN-BBT"

  Quy tắc: Điều 14.2, 9.5, 12.7 – trả lại và từ chối

    Tình huống: Trước bước quyết định chỉ được đề xuất từ chối
      Cho Vy viết bài "Bài cũ" trong kế hoạch cho mục "Chuyên môn"
      Khi Vy trình bài
      Và Sen thử từ chối bài vì "Trùng bài tháng trước"
      Thì cổng từ chối theo R-REFUSE-01, "Điều 9.5, 12.7"
      Khi Sen đề xuất từ chối bài vì "Trùng bài tháng trước"
      Và Phong từ chối bài vì "Đúng là trùng"
      Thì bài ở trạng thái "từ chối"
      Và bạn đọc chưa thấy bài

    Tình huống: Bài trả lại thì người viết sửa và trình lại
      Cho Lan viết bài "Ngày hội" trong kế hoạch cho mục "Chuyên môn"
      Khi Lan trình bài
      Và Cúc trả lại bài vì "Thiếu tên lớp"
      Và Lan sửa tiêu đề thành "Ngày hội của khối 7"
      Và Lan trình bài
      Thì bài ở trạng thái "đang xem xét"

  Quy tắc: Điều 14.2, 10.2 – hai người cùng chịu trách nhiệm

    Tình huống: Người quyết định đã sửa bài thì cần người khác đồng ý đúng bản ấy
      Cho Vy viết bài "Sân trường" trong kế hoạch cho mục "Chuyên môn"
      Khi Vy trình bài
      Và Sen duyệt bài
      Và Phong sửa tiêu đề thành "Sân trường sáng thứ Hai"
      Và Phong thử duyệt bài
      Thì cổng từ chối theo R-TWO-01, "Điều 10.2, 14.2"
      Khi Dũng đồng ý bản này
      Và Phong duyệt bài
      Thì bạn đọc thấy bài "Sân trường sáng thứ Hai"

  Quy tắc: Điều 10.2 – thông báo khẩn theo mẫu đã duyệt

    Tình huống: Lãnh đạo Ban cho đăng ngay thông báo do ủy viên soạn
      Cho Trưởng ban đã duyệt mẫu thông báo khẩn "Nghỉ học vì bão"
      Và Dũng soạn thông báo khẩn "Nghỉ học ngày mai" theo mẫu ấy
      Khi Dũng trình bài
      Thì bài đi tuyến số 9 theo "Điều 10.2"
      Khi Phong duyệt bài
      Thì bạn đọc thấy bài

  Quy tắc: Điều 12.3 – đính chính bài đang đăng

    Tình huống: Bản đã duyệt vẫn đăng cho đến khi bản sửa được duyệt
      Cho bài "Ngày hội" của Lan đang đăng
      Khi Lan mở đính chính
      Và Lan sửa tiêu đề thành "Ngày hội Khoa học"
      Và Lan trình bài
      Thì bài đi tuyến số 10 theo "Điều 12.3"
      Và bạn đọc thấy bài "Ngày hội"
      Khi Sen duyệt bài
      Và Hà duyệt bài
      Thì bạn đọc thấy bài "Ngày hội Khoa học"

  Quy tắc: Điều 8.1, 13.2 – gỡ bỏ

    Khung tình huống: Thành viên Ban hoặc Quản trị viên gỡ ngay, có căn cứ
      Cho bài "Danh sách lớp" của Lan đang đăng
      Khi <người> gỡ bài vì "Lộ số điện thoại"
      Thì bạn đọc chưa thấy bài

      Dữ liệu:
        | người |
        | Hà    |
        | Cúc   |
        | Sen   |
        | Trí   |

  Quy tắc: Điều 15.2 – cổng nội bộ

    Tình huống: Tin nội bộ do Thư ký trình, Trưởng ban duyệt
      Cho Lan viết bài "Lịch dự giờ" ngoài kế hoạch cho mục "Trao đổi chuyên môn"
      Khi Lan trình bài
      Thì bài đi tuyến số 3 theo "Điều 15.2"
      Và các bước là "Thư ký → Trưởng ban"
      Khi Sen duyệt bài
      Và Hà duyệt bài
      Thì bạn đọc chưa thấy bài
      Nhưng Khoa thấy bài ở cổng nội bộ
      Và Phú không thấy bài ở cổng nội bộ

    Tình huống: Thư ký tự trình thì đó đã là bước của Thư ký
      Cho Sen viết bài "Họp tổ" ngoài kế hoạch cho mục "Trao đổi chuyên môn"
      Khi Sen trình bài
      Và Hà duyệt bài
      Thì Khoa thấy bài ở cổng nội bộ
