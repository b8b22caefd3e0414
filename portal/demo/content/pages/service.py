"""What a parent comes for: where the school is, admissions, timetable, fees, services, campaigns."""

from functools import partial

from portal.demo.content.papers import SHOWN
from portal.demo.content.school import PAGES_ENTRY
from portal.demo.content.shape import Block, PageSeed, box, doc, h, img, links, p, table, ul

Page = partial(
    PageSeed,
    section="thong-tin-truong",
    genre="tin-ngan",
    author="thuky",
    plan_entry=PAGES_ENTRY,
    photographer="Lê Minh",
)


def _morning(name: str) -> Block:
    days = ["Tiết", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu"]
    return table(f"Buổi sáng lớp {name}", days, *([str(n), *lesson] for n, lesson in enumerate(SHOWN[name], 1)))


SERVICE = (
    Page(
        key="contact",
        stands_in="contact",
        title="Liên hệ và đường đến trường",
        summary="Số 1 ngõ Hàng Bàng, phường Việt Hưng. Việc nào hỏi ai, gọi số nào, đi lối nào.",
        body=(
            table(
                "Hỏi ai, gọi số nào",
                ["Việc", "Người trả lời", "Điện thoại", "Giờ"],
                ["Báo con nghỉ học, xin về sớm", "Cô Bùi Ngọc Ánh, phòng 102", "(024) 3000 0000", "6:30–17:00"],
                ["Giấy xác nhận, học bạ, chuyển trường", "Cô Bùi Ngọc Ánh, phòng 102", "(024) 3000 0000", "8:00–11:00"],
                ["Tiền ăn, các khoản thu", "Cô Đào Thu Hằng, phòng 104", "(024) 3000 0004", "8:00–16:00"],
                ["Sức khỏe, thuốc, dị ứng", "Cô Nguyễn Thị Hòa, phòng 105", "(024) 3000 0005", "7:00–17:00"],
                ["Chuyện bạn bè, bắt nạt, khó nói", "Cô Phạm Thu Trang, phòng Đội", "(024) 3000 0006", "Cả ngày"],
                ["Ngoài giờ, việc gấp", "Bác Nguyễn Văn Tám, phòng bảo vệ", "(024) 3000 0000", "Ngày đêm"],
            ),
            h("Đường đến trường"),
            img(
                "map:0",
                "Trường ở cuối ngõ Hàng Bàng, cách chợ Việt Hưng 170 mét.",
                "Bản đồ vẽ quanh trường: ngõ Hàng Bàng chạy từ chợ ở phía tây đến cổng trường ở giữa, hồ nước phía nam, bến xe buýt ở đầu đường lớn phía đông.",
            ),
            p(
                ul(
                    "Từ đường lớn: rẽ ở bến xe buýt, đi bộ bốn phút, trường bên tay phải. Xe buýt dừng cách cổng 250 mét.",
                    "Từ chợ Việt Hưng: đi thẳng ngõ Hàng Bàng 170 mét, trường bên tay trái.",
                    "Xe máy đón con dừng trước vạch sơn vàng, cách cổng ba mươi bước chân.",
                    "Xe ô tô không vào được ngõ giờ tan học; gửi ở bãi cạnh hồ, đi cổng phụ nhà B.",
                    "Xe lăn vào bằng cổng phụ nhà B, lối bằng phẳng tới sân và tầng một.",
                )
            ),
            h("Viết cho nhà trường"),
            links(
                ("Thư điện tử của trường", "mailto:c2ngogiatu@longbien.edu.vn", "Trả lời trong hai ngày làm việc."),
                ("Gọi văn phòng (024) 3000 0000", "tel:+842430000000", "Từ 6:30 đến 17:00, thứ Hai đến thứ Sáu."),
            ),
        ),
        photographer="Câu lạc bộ Bản đồ",
        published_on="2026-09-03T10:20:00+07:00",
    ),
    Page(
        key="admissions",
        stands_in="admissions",
        title="Tuyển sinh lớp 6 và chuyển trường",
        summary="Ai được vào, bao nhiêu em, nộp gì, lúc nào, ở đâu; kết quả gửi riêng từng gia đình.",
        body=(
            box("Đợt tuyển sinh 2026-2027 đã xong. Các mốc của năm học 2027-2028 đăng ở trang này trước 31/5/2027."),
            table(
                "Tuyển sinh lớp 6",
                ["Mục", "Nội dung"],
                ["Đối tượng", "Học sinh xong lớp 5, cư trú tại tổ dân phố 1 đến 14 phường Việt Hưng"],
                ["Chỉ tiêu", "312 em, bảy lớp"],
                ["Hình thức", "Xét tuyển, không thi, không phỏng vấn"],
                ["Hồ sơ", "Đơn; bản sao giấy khai sinh; học bạ tiểu học"],
                ["Thời gian", "Đăng kí trực tuyến ba ngày giữa tháng Sáu; nộp trực tiếp ba ngày sau đó"],
                ["Địa điểm", "Phòng 102 nhà A; có máy tính và người giúp điền"],
                ["Lệ phí", "Không thu"],
            ),
            h("Chuyển đến trong năm"),
            p(
                "Gia đình mới về phường xin chuyển trường cho con quanh năm. Mang đơn, học bạ và giấy giới thiệu chuyển trường đến phòng 102. Trường trả lời trong ba ngày làm việc, nêu rõ lớp còn chỗ hay không. Em đang ốm hoặc gia đình có việc gấp được học thử ngay trong lúc chờ."
            ),
            h("Không đồng ý với kết quả"),
            p(
                "Gửi đơn tới Hiệu trưởng trong năm ngày. Trường mời gia đình đến xem cách xét và trả lời bằng văn bản. Danh sách học sinh không dán ở bảng tin và không đăng lên mạng."
            ),
            doc("Đơn xin vào lớp 6", "don-vao-lop-6"),
        ),
        published_on="2026-09-03T10:40:00+07:00",
    ),
    Page(
        key="timetable",
        stands_in="timetable",
        title="Thời khóa biểu số 4",
        summary="Áp dụng từ thứ Hai 16/11/2026. Dưới đây là giờ các tiết và buổi sáng của hai lớp; đủ 28 lớp nằm trong tệp.",
        body=(
            table(
                "Giờ các tiết",
                ["Tiết", "Sáng", "Chiều"],
                ["1", "7:30 – 8:15", "13:45 – 14:30"],
                ["2", "8:20 – 9:05", "14:35 – 15:20"],
                ["Ra chơi", "9:05 – 9:30", "15:20 – 15:40"],
                ["3", "9:30 – 10:15", "15:40 – 16:25"],
                ["4", "10:20 – 11:05", "Câu lạc bộ đến 17:00"],
            ),
            _morning("6A1"),
            _morning("7A3"),
            doc("Thời khóa biểu số 4, đủ các lớp", "thoi-khoa-bieu"),
            h("Thay đổi so với số 3"),
            p(
                ul(
                    "Khối 8: đổi chỗ Công nghệ và Tin học sáng thứ Năm, để cả khối dùng được hai phòng máy.",
                    "7A5, 7A6: cô Hoàng Mai Phương dạy thay cô nghỉ thai sản.",
                    "Phòng 301 đang sửa đèn; 9A2 học ở phòng 206 đến hết tuần 13.",
                )
            ),
        ),
        published_on="2026-11-13T16:30:00+07:00",
    ),
    Page(
        key="fees",
        stands_in="fees",
        title="Các khoản thu năm học 2026-2027",
        summary="Mỗi khoản một dòng: mức thu, vì sao có, đóng lúc nào, ai được miễn. Ngoài bảng này trường không thu gì.",
        body=(
            table(
                "Thu theo quy định",
                ["Khoản", "Mức thu", "Thu theo", "Miễn, giảm"],
                ["Học phí", "Không thu", "Chính sách miễn học phí của Nhà nước", "Tất cả học sinh"],
                [
                    "Bảo hiểm y tế",
                    "Theo thông báo của bảo hiểm xã hội",
                    "Luật Bảo hiểm y tế",
                    "Hộ nghèo, cận nghèo và diện chính sách",
                ],
            ),
            table(
                "Thu theo thỏa thuận, đã lấy ý kiến cha mẹ ngày 19/9/2026",
                ["Khoản", "Mức thu", "Thu để làm gì", "Miễn, giảm"],
                [
                    "Ăn trưa",
                    "32.000 đồng một bữa",
                    "27.500 đồng thực phẩm, còn lại gas và gia vị",
                    "Em khó khăn: quỹ học bổng trả",
                ],
                [
                    "Chăm sóc bán trú",
                    "190.000 đồng một tháng",
                    "Công cô nuôi, trông trưa, rửa khay",
                    "Giảm nửa cho con thứ hai",
                ],
                ["Học buổi hai", "9.000 đồng một tiết", "Thù lao giáo viên, điện", "Hộ nghèo miễn, cận nghèo giảm nửa"],
                ["Nước uống", "12.000 đồng một tháng", "Lõi lọc, kiểm nghiệm hai lần một năm", "Không"],
                ["Trông xe đạp", "15.000 đồng một tháng", "Công trông giữ", "Em đi bộ không đóng"],
            ),
            h("Đóng thế nào"),
            p(
                "Đóng theo tháng, từ ngày 5 đến ngày 12, chuyển khoản hoặc nộp ở phòng 104. Tiền ăn tính theo số bữa thật: báo nghỉ trước 8:00 sáng thì không tính. Giáo viên chủ nhiệm không thu tiền. Không có khoản nào gọi là tự nguyện mà phải đóng."
            ),
            h("Xin miễn, giảm"),
            p(
                "Viết vài dòng gửi cô Hiệu trưởng hoặc nói với giáo viên chủ nhiệm; không cần xác nhận của tổ dân phố nếu đã có sổ hộ nghèo. Danh sách được giữ kín, không đọc trước lớp."
            ),
            box("Thấy khoản thu nào không có trong bảng, xin gọi cô Hiệu trưởng: (024) 3000 0003."),
        ),
        published_on="2026-09-28T09:00:00+07:00",
    ),
    Page(
        key="services",
        stands_in="services",
        title="Dịch vụ và liên kết",
        summary="Những trang phụ huynh hay cần: nộp hồ sơ, sổ liên lạc, thư viện, đường dây giúp trẻ em.",
        body=(
            links(
                (
                    "Cổng Dịch vụ công Quốc gia",
                    "https://dichvucong.gov.vn/",
                    "Đăng kí tuyển sinh, cấp lại giấy tờ, nộp phí.",
                ),
                (
                    "Sổ liên lạc điện tử",
                    "https://example.edu.vn/so-lien-lac/",
                    "Xem nhận xét và điểm của riêng con mình.",
                ),
                ("Các khoản thu và cách đóng", "/cac-khoan-thu/", "Mức thu năm nay, ai được miễn, đóng lúc nào."),
                ("Tra sách thư viện", "https://example.edu.vn/thu-vien/", "Tìm xem cuốn nào đang ở trên giá."),
                ("Gọi 111 – Tổng đài bảo vệ trẻ em", "tel:111", "Miễn phí, nghe suốt ngày đêm."),
                ("Bộ Giáo dục và Đào tạo", "https://moet.gov.vn/", "Văn bản, chương trình và sách giáo khoa."),
            ),
            h("Giấy tờ làm tại phòng 102"),
            p(
                ul(
                    "Giấy xác nhận đang học: lấy ngay, không cần đơn.",
                    "Bản sao học bạ: hẹn hai ngày.",
                    "Chuyển trường đi: có trường nhận thì làm trong buổi.",
                    "Cấp lại thẻ học sinh: ba ngày, lần đầu không thu tiền.",
                )
            ),
        ),
        published_on="2026-09-08T14:00:00+07:00",
    ),
    Page(
        key="campaigns",
        stands_in="campaigns",
        title="Trang chuyên đề",
        summary="Bốn trang nên ghé cùng con, không trang nào bán gì.",
        body=(
            links(
                (
                    "Trẻ em và không gian mạng",
                    "https://example.edu.vn/mang-an-toan/",
                    "Mười tình huống, cha mẹ và con cùng bàn.",
                ),
                (
                    "Mười lăm phút thoát hiểm",
                    "https://example.edu.vn/thoat-hiem/",
                    "Bài học của đội chữa cháy, tập được ở nhà.",
                ),
                (
                    "Thư viện số thành phố",
                    "https://example.edu.vn/thu-vien-so/",
                    "Mượn sách nói, sách điện tử bằng thẻ học sinh.",
                ),
                ("Hà Nội của em", "https://example.edu.vn/ha-noi/", "Bài thi tìm hiểu Thủ đô, nhận bài đến 31/3/2027."),
            ),
        ),
        published_on="2026-09-08T14:30:00+07:00",
    ),
)
