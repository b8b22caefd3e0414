"""Giới thiệu: what TT 37/2020 Đ.9 asks of a school's portal, and three pages more."""

from functools import partial

from portal.demo.content.school import PAGES_ENTRY
from portal.demo.content.shape import PageSeed, gallery, h, img, p, pic, quote, table, ul

Page = partial(
    PageSeed,
    section="thong-tin-truong",
    genre="tin-ngan",
    author="thuky",
    plan_entry=PAGES_ENTRY,
    photographer="Lê Minh",
)

ABOUT = (
    Page(
        key="about-structure",
        stands_in="about-structure",
        title="Sơ đồ và cơ cấu tổ chức",
        summary="Ban Giám hiệu, sáu tổ và bộ phận, các hội đồng giúp việc; ai phụ trách và tìm ở phòng nào.",
        body=(
            img(
                "chart:0",
                "Hiệu trưởng ở trên cùng, dưới là Phó Hiệu trưởng, các tổ và bộ phận.",
                "Sơ đồ ba tầng: Hiệu trưởng nối xuống Phó Hiệu trưởng và Chủ tịch Công đoàn, rồi nối xuống sáu tổ, bộ phận; bảng phía dưới ghi "
                "đủ tên từng ô.",
            ),
            p(
                "Trường có 28 lớp, 1.214 học sinh và 82 thầy cô, nhân viên. Công việc hằng ngày chia cho sáu tổ và bộ phận, mỗi nơi có một người phụ trách chịu trách nhiệm trước Hiệu trưởng."
            ),
            table(
                "Các tổ và bộ phận",
                ["Tổ, bộ phận", "Phụ trách", "Số người", "Tìm ở đâu"],
                ["Tổ Toán – Tin", "Thầy Lê Hoàng Sơn", "17", "Phòng 304, nhà A"],
                ["Tổ Khoa học tự nhiên", "Cô Trần Thu Hà", "21", "Phòng thực hành, nhà B"],
                ["Tổ Ngữ văn – Khoa học xã hội", "Thầy Hoàng Anh Tuấn", "31", "Phòng 205, nhà A"],
                ["Liên đội", "Cô Phạm Thu Trang", "28 chi đội", "Phòng Đội, tầng 1 nhà B"],
                ["Công đoàn", "Cô Vũ Thị Hồng Nhung", "82", "Phòng 103, nhà A"],
                ["Văn phòng, thư viện, y tế", "Cô Bùi Ngọc Ánh", "11", "Phòng 101 đến 105, nhà A"],
            ),
            h("Các hội đồng"),
            p(
                ul(
                    "Hội đồng trường: 11 người, có hai đại diện cha mẹ học sinh và một học sinh; họp ba lần một năm.",
                    "Hội đồng thi đua, khen thưởng: do Hiệu trưởng chủ trì, họp cuối mỗi học kỳ.",
                    "Hội đồng kỉ luật: chỉ lập khi có việc, luôn mời cha mẹ em học sinh liên quan.",
                    "Ban biên tập Cổng thông tin: sáu người, danh sách ở trang Ban biên tập.",
                )
            ),
        ),
        photographer="Câu lạc bộ Mĩ thuật",
        published_on="2026-09-03T09:00:00+07:00",
    ),
    Page(
        key="about-duties",
        stands_in="about-duties",
        title="Chức năng, nhiệm vụ, quyền hạn",
        summary="Trường dạy ai, chịu trách nhiệm về điều gì, được quyết định đến đâu và phải xin ý kiến ai.",
        body=(
            p(
                "Trường THCS Ngô Gia Tự là trường công lập, dạy bốn lớp từ 6 đến 9 cho học sinh cư trú ở mười bốn tổ dân phố phường Việt Hưng. Trường có con dấu và tài khoản riêng; Ủy ban nhân dân phường quản lí trực tiếp, Sở Giáo dục và Đào tạo hướng dẫn chuyên môn."
            ),
            h("Nhiệm vụ"),
            p(
                ul(
                    "Dạy học theo Chương trình giáo dục phổ thông, hai buổi một ngày.",
                    "Tuyển sinh lớp 6, quản lí học sinh đến hết lớp 9, xét công nhận tốt nghiệp.",
                    "Chăm lo sức khỏe, an toàn, bữa ăn bán trú; phối hợp với gia đình và phường.",
                    "Dạy học hòa nhập: năm học này có mười một em học hòa nhập ở tám lớp.",
                    "Công khai chất lượng, điều kiện dạy học, thu chi; giải trình khi được hỏi.",
                )
            ),
            h("Được quyết định"),
            p(
                "Kế hoạch giáo dục của năm học, thời khóa biểu, phân công giáo viên, chọn hoạt động trải nghiệm, sắp xếp phòng học, chi tiêu trong quy chế chi tiêu nội bộ đã công khai."
            ),
            h("Phải hỏi ý kiến hoặc chờ duyệt"),
            p(
                "Khoản thu mới, phải có nghị quyết của thành phố và ý kiến cha mẹ học sinh. Thay đổi giờ vào lớp quá ba mươi phút, phải báo phường và lấy ý kiến trước hai tuần. Sửa chữa lớn, phải qua Hội đồng trường."
            ),
        ),
        published_on="2026-09-03T09:20:00+07:00",
    ),
    Page(
        key="about-history",
        stands_in="about-history",
        title="Quá trình hình thành và phát triển",
        summary="Từ bốn phòng học mái rạ năm 1979 đến 28 lớp hôm nay: những mốc chính, kèm nguồn kể.",
        body=(
            img(
                "front:1",
                "Cây phượng trồng năm mở trường, nay ở góc nhà A.",
                "Góc sân trường với tán phượng đỏ lớn che trước dãy nhà hai tầng mái ngói, ghế đá dưới gốc.",
            ),
            p(
                "Năm 1979, xã mở bốn lớp cấp hai trong dãy nhà mái rạ cạnh đình Trường Lâm. Có sáu thầy cô và 131 học trò. Không đủ phấn, lớp Toán đếm bằng hạt na. Cây phượng bây giờ được thầy Hà Văn Thuyết trồng năm ấy, cao ngang đầu gối."
            ),
            table(
                "Những mốc chính",
                ["Năm", "Việc"],
                ["1979", "Mở bốn lớp, sáu thầy cô"],
                ["1986", "Dãy nhà cấp bốn tám phòng, lần đầu có thư viện"],
                ["1998", "Mang tên Ngô Gia Tự; 16 lớp"],
                ["2009", "Xây nhà A ba tầng; có phòng máy đầu tiên"],
                ["2012", "Phá nhà cấp bốn, xây nhà B"],
                ["2019", "Bếp ăn bán trú; 24 lớp"],
                ["2024", "Ban hành Quy chế Cổng thông tin điện tử của trường"],
                ["2026", "28 lớp, 1.214 học sinh; lợp lại mái nhà B"],
            ),
            quote(
                "Chúng tôi dạy ca ba vì thiếu phòng. Học trò thắp đèn dầu, mũi đứa nào cũng đen như nhau.",
                "Thầy Hà Văn Thuyết, giáo viên của trường từ 1979 đến 2001",
            ),
            p(
                "Phòng truyền thống ở tầng 1 nhà A giữ sổ điểm từ năm 1986, chín chiếc chìa khóa của dãy nhà đã phá và 212 tấm ảnh lớp. Ai có ảnh hoặc chuyện muốn góp, xin gặp cô Phan Thị Yến ở thư viện; ảnh được chụp lại tại chỗ và trả ngay."
            ),
        ),
        published_on="2026-09-03T09:40:00+07:00",
    ),
    Page(
        key="about-leaders",
        stands_in="about-leaders",
        title="Lãnh đạo nhà trường",
        summary="Họ tên, chức vụ, điện thoại, thư điện tử và việc từng người phụ trách.",
        body=(
            table(
                "Lãnh đạo",
                ["Họ tên", "Chức vụ", "Điện thoại", "Thư điện tử", "Nhiệm vụ"],
                [
                    "Cô Nguyễn Thị Minh Nguyệt",
                    "Hiệu trưởng",
                    "(024) 3000 0003",
                    "hieutruong@thcsngogiatu.longbien.edu.vn",
                    "Phụ trách chung; tổ chức, nhân sự; tài chính; tuyển sinh",
                ],
                [
                    "Thầy Đặng Quốc Việt",
                    "Phó Hiệu trưởng",
                    "(024) 3000 0001",
                    "truongban@thcsngogiatu.longbien.edu.vn",
                    "Chuyên môn, kiểm tra đánh giá; cơ sở vật chất; Trưởng Ban biên tập Cổng",
                ],
                [
                    "Cô Vũ Thị Hồng Nhung",
                    "Chủ tịch Công đoàn",
                    "(024) 3000 0002",
                    "phoban@thcsngogiatu.longbien.edu.vn",
                    "Đời sống thầy cô; bán trú; phối hợp với cha mẹ học sinh",
                ],
            ),
            h("Giờ tiếp"),
            p(
                "Hiệu trưởng tiếp phụ huynh và học sinh sáng thứ Ba, từ 8:00 đến 10:30, phòng 201 nhà A, không cần hẹn. Học sinh đến gặp được gọi vào trước. Ngoài giờ ấy, xin gọi văn phòng để hẹn trong tuần."
            ),
        ),
        published_on="2026-09-03T10:00:00+07:00",
    ),
    Page(
        key="about-rooms",
        stands_in="about-more",
        title="Phòng học, sân bãi và những góc nên biết",
        summary="Hai dãy nhà, mười chín phòng chức năng, một mảnh vườn; phòng nào mở cho ai vào giờ nào.",
        body=(
            gallery(
                pic(
                    "front:0",
                    "Nhà A nhìn từ cổng chính.",
                    "Dãy nhà ba tầng mái ngói đỏ nhìn từ sân, cột cờ ở giữa, hàng cây và bồn hoa hai bên.",
                ),
                pic(
                    "library:6",
                    "Thư viện, tầng 1 nhà A.",
                    "Bốn học sinh đọc sách quanh bàn dài trong thư viện, giá sách đầy hai bên.",
                ),
                pic(
                    "lab:6",
                    "Phòng thực hành, tầng 1 nhà B.",
                    "Học sinh mặc áo blu trắng đứng sau bàn thí nghiệm với các bình chất lỏng nhiều màu.",
                ),
                pic(
                    "garden:13",
                    "Vườn trường sau nhà B, bảy luống của khối 6.",
                    "Học sinh tưới và hái rau bên các luống gỗ trong vườn trường.",
                ),
                pic(
                    "clinic:1",
                    "Phòng y tế, phòng 105.",
                    "Bạn học sinh đứng trước thước đo chiều cao, cô nhân viên y tế áo trắng ghi số đo.",
                ),
                pic(
                    "music:3",
                    "Phòng âm nhạc, tầng 3 nhà B.",
                    "Ba bạn ngồi trước đàn tranh, một bạn gõ trống con, cô giáo đứng bên.",
                ),
            ),
            p(
                "Phần lớn phòng chức năng mở thêm ngoài giờ học, ai ở lại cũng vào được, miễn có một người lớn trong phòng:",
                ul(
                    "Thư viện: 7:00–16:30; thứ Ba và thứ Năm đến 17:30.",
                    "Phòng máy: chiều thứ Năm, cùng câu lạc bộ Robot.",
                    "Phòng 304: chiều thứ Tư, hỏi bài Toán và Tin.",
                    "Sân thể thao sau nhà B: đến 17:45 hằng ngày.",
                    "Phòng truyền thống: mở khi có lớp hoặc khách hẹn.",
                ),
            ),
        ),
        published_on="2026-09-10T15:00:00+07:00",
    ),
    Page(
        key="about-parents",
        stands_in="about-more",
        title="Năm đầu ở trường: sổ tay cho gia đình lớp 6",
        summary="Những điều phụ huynh khóa trước ước mình biết sớm hơn, do chính họ kể lại.",
        body=(
            p(
                "Tháng Năm vừa rồi, chúng tôi hỏi 64 phụ huynh lớp 6: điều gì anh chị ước được nghe từ đầu năm? Đây là những câu được nhắc nhiều nhất."
            ),
            h("Tuần đầu"),
            p(
                "Con sẽ mệt. Bảy thầy cô thay vì một, mỗi tiết một phòng. Phần lớn các em ổn vào tuần thứ ba. Nếu đến tuần thứ năm con vẫn không muốn đến lớp, hãy gọi cô chủ nhiệm, đừng chờ buổi họp."
            ),
            h("Đồ dùng"),
            p(
                "Đừng mua hết một lúc. Vở bìa mỏng nhẹ cặp hơn vở bìa cứng. Áo đồng phục mua rộng hơn một cỡ; có tủ áo dùng chung ở phòng y tế cho hôm quên hoặc bẩn."
            ),
            h("Bạn bè"),
            p(
                "Nhiều em ăn trưa một mình cả tháng đầu mà không kể. Câu lạc bộ là chỗ làm quen dễ nhất; danh sách dán ở phòng Đội, được thử hai buổi rồi mới quyết định."
            ),
            h("Hỏi ai"),
            p(
                "Việc của lớp hỏi giáo viên chủ nhiệm. Sức khỏe hỏi cô Hòa, phòng 105. Giấy tờ hỏi cô Ánh, phòng 102. Chuyện khó nói với ai, viết thư bỏ hộp ở cầu thang nhà A; cô Hiệu trưởng mở hộp mỗi sáng thứ Hai."
            ),
        ),
        published_on="2026-09-10T15:30:00+07:00",
    ),
)
