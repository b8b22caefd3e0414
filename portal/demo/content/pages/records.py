"""Disclosures, papers of the school, and one draft people are asked about."""

from functools import partial

from portal.demo.content.school import PAGES_ENTRY
from portal.demo.content.shape import PageSeed, doc, h, p, table, ul

Page = partial(PageSeed, section="thong-tin-truong", genre="tin-ngan", author="thuky", plan_entry=PAGES_ENTRY)

RECORDS = (
    Page(
        key="disclosure-quality",
        stands_in="disclosures",
        title="Công khai kết quả giáo dục năm học 2025-2026",
        summary="Sĩ số, kết quả rèn luyện và học tập từng khối, số em lên lớp, chuyển đi, chuyển đến.",
        body=(
            table(
                "Học sinh cuối năm học 2025-2026",
                ["Khối", "Số em", "Nữ", "Học hòa nhập", "Chuyển đi", "Chuyển đến"],
                ["6", "309", "151", "3", "4", "6"],
                ["7", "302", "148", "2", "3", "2"],
                ["8", "301", "155", "4", "5", "3"],
                ["9", "268", "131", "2", "1", "0"],
            ),
            table(
                "Kết quả học tập",
                ["Khối", "Tốt", "Khá", "Đạt", "Chưa đạt"],
                ["6", "118", "131", "57", "3"],
                ["7", "104", "127", "66", "5"],
                ["8", "97", "130", "70", "4"],
                ["9", "92", "121", "55", "0"],
            ),
            p(
                "Mười hai em chưa đạt được thầy cô kèm riêng trong tháng Sáu; kiểm tra lại tháng Tám, mười một em lên lớp, một em học lại lớp 8 theo nguyện vọng của gia đình. 268 trên 268 học sinh khối 9 được công nhận tốt nghiệp."
            ),
        ),
        published_on="2026-09-15T09:00:00+07:00",
    ),
    Page(
        key="disclosure-money",
        stands_in="disclosures",
        title="Công khai thu chi năm 2025",
        summary="Ngân sách, buổi hai, bán trú, quỹ học bổng: thu bao nhiêu, chi bao nhiêu, còn lại để làm gì.",
        body=(
            table(
                "Thu và chi năm 2025, triệu đồng",
                ["Nguồn", "Thu", "Chi", "Chuyển sang 2026"],
                ["Ngân sách nhà nước", "14.620", "14.487", "133"],
                ["Buổi hai và câu lạc bộ", "1.284", "1.251", "33"],
                ["Bán trú", "3.915", "3.908", "7"],
                ["Cho thuê canteen, nhà xe", "216", "190", "26"],
            ),
            p(
                "Khoản chi lớn nhất ngoài lương là lợp mái nhà B. Tiền bán trú còn dư bảy triệu đồng được cộng vào bữa ăn tháng Một. Hóa đơn xem tại phòng 104 sáng thứ Năm hằng tuần; ai cũng xem được, không cần giấy giới thiệu."
            ),
            doc("Bảng thu chi năm 2025", "thu-chi-2025"),
        ),
        published_on="2026-09-15T09:30:00+07:00",
    ),
    Page(
        key="document-rules",
        stands_in="documents",
        title="Nội quy học sinh năm học 2026-2027",
        summary="Sáu điều, dài một trang, do học sinh và thầy cô cùng viết lại hồi tháng Tám.",
        body=(
            p(
                "Nội quy cũ có 31 điều, phần lớn bắt đầu bằng chữ “không”. Hội đồng trường nhờ mười bốn học sinh, sáu thầy cô và bốn phụ huynh viết lại. Bản mới có sáu điều:",
                ul(
                    "Đến lớp trước trống năm phút. Đến muộn thì ghi tên rồi vào học ngay.",
                    "Nói năng với ai cũng như muốn người ta nói với mình.",
                    "Điện thoại tắt trong giờ học, gửi ở hộp của lớp.",
                    "Không đi xe trong sân. Đội mũ bảo hiểm từ cổng.",
                    "Đồ chung dùng xong để lại chỗ cũ; hỏng thì báo, không phải đền nếu báo.",
                    "Thấy bạn bị bắt nạt thì nói với một người lớn trong ngày.",
                ),
            ),
            doc("Nội quy học sinh, bản in", "noi-quy"),
        ),
        published_on="2026-09-04T14:00:00+07:00",
    ),
    Page(
        key="document-plan",
        stands_in="documents",
        title="Kế hoạch giáo dục năm học 2026-2027",
        summary="35 tuần thực học, chia hai học kỳ; số tiết từng môn, các mốc kiểm tra và ngày nghỉ.",
        body=(
            table(
                "Các mốc của năm học",
                ["Mốc", "Từ", "Đến"],
                ["Học kỳ I", "07/9/2026", "15/01/2027"],
                ["Kiểm tra giữa học kỳ I", "26/10/2026", "07/11/2026"],
                ["Kiểm tra cuối học kỳ I", "21/12/2026", "28/12/2026"],
                ["Nghỉ Tết Đinh Mùi", "01/02/2027", "12/02/2027"],
                ["Học kỳ II", "18/01/2027", "28/5/2027"],
                ["Tổng kết", "27/5/2027", "29/5/2027"],
            ),
            p(
                "Số tiết của từng môn theo đúng Chương trình giáo dục phổ thông. Phần trường tự chọn: hai tiết đọc mỗi tháng ở cả bốn khối, một buổi học ngoài trường mỗi học kỳ, và tuần nghề nghiệp của khối 7 vào tháng Tư."
            ),
        ),
        published_on="2026-09-04T14:30:00+07:00",
    ),
    Page(
        key="document-portal",
        stands_in="documents",
        title="Quy chế hoạt động Cổng thông tin điện tử",
        summary="Quyết định 34/QĐ-THCSNGT: ai viết, ai duyệt, duyệt theo mấy bước, sửa sai thế nào.",
        body=(
            p(
                "Mọi bài trên cổng này đều có ít nhất hai người chịu trách nhiệm: người viết và người duyệt. Bài trong kế hoạch đi qua Ủy viên phụ trách lĩnh vực; bài ngoài kế hoạch và bài đăng lại phải được Trưởng Ban biên tập đồng ý."
            ),
            h("Khi bài có chỗ sai"),
            p(
                "Gọi văn phòng hoặc viết thư cho trường. Thư ký mở đính chính trong ngày; bài đã sửa ghi rõ “Đã sửa lúc” ở đầu trang. Phụ huynh và học sinh được yêu cầu gỡ ảnh của mình, không phải nêu lí do."
            ),
        ),
        published_on="2026-09-04T15:00:00+07:00",
    ),
    Page(
        key="opinion-parking",
        stands_in="opinions",
        title="Góp ý: dời nhà xe khối 9 ra sau nhà B",
        summary="Nhận ý kiến đến hết 15/12/2026. Có hai phương án, kèm cái được và cái mất của từng phương án.",
        body=(
            p(
                "Nhà xe hiện ở cạnh cổng chính, giờ tan học xe dắt ra vướng lối đi bộ của khối 6. Trường nhận ý kiến của học sinh, phụ huynh và bà con trong ngõ về hai phương án."
            ),
            table(
                "Hai phương án",
                ["", "Phương án 1", "Phương án 2"],
                ["Chỗ để", "Sau nhà B, đi cổng phụ", "Giữ chỗ cũ, khối 9 ra muộn 10 phút"],
                ["Được", "Cổng chính chỉ còn người đi bộ", "Không tốn tiền"],
                ["Mất", "Mất một góc sân cầu lông; 46 triệu đồng làm mái", "Khối 9 về muộn, trời tối sớm mùa đông"],
            ),
            h("Gửi ý kiến"),
            p(
                "Viết vào hộp thư ở cầu thang nhà A, gửi thư điện tử cho trường hoặc nói với giáo viên chủ nhiệm. Không cần ghi tên. Bản tổng hợp đăng ở trang này trước 25/12, ghi cả những ý không theo và vì sao."
            ),
        ),
        published_on="2026-11-16T10:00:00+07:00",
    ),
)
