"""More of this year: a kitchen at dawn, shop signs, what is still to come."""

from portal.demo.content.shape import ArticleSeed, doc, gallery, img, p, pic, quote, table, ul

THIS_YEAR = (
    ArticleSeed(
        key="bien-hieu-sai",
        section="day-va-hoc",
        genre="bai-phan-anh",
        title="Đi bộ một vòng phường, chép về 47 lỗi chính tả",
        summary="Lớp 8A3 học chính tả từ biển hiệu. Phần khó là đi nói với chủ quán.",
        body=(
            p(
                "“Xửa xe”, “dịch vụ dặt là”, “cấm đổ giác”. Sau hai buổi chiều đi bộ, lớp 8A3 chép về 47 lỗi từ 312 tấm biển. Tôi định dừng ở đó, cho các em phân loại rồi chấm điểm. Nhưng Hoài An hỏi: “Mình biết mà không nói với người ta thì có kì không cô?”"
            ),
            table(
                "47 lỗi, xếp theo loại",
                ["Loại lỗi", "Số biển", "Ví dụ đã sửa"],
                ["s / x", "14", "sửa xe, xôi xéo"],
                ["d / gi / r", "13", "giặt là, rác, dao kéo"],
                ["tr / ch", "9", "trà chanh, chả cá"],
                ["dấu hỏi / dấu ngã", "8", "sữa chua, mở cửa"],
                ["khác", "3", "–"],
            ),
            p(
                "Thế là có tiết thứ ba: tập nói. Các em đóng vai chủ quán và người góp ý. Câu mở đầu được cả lớp chọn là “Cháu hay ăn ở quán cô lắm ạ”. Tuần sau, sáu nhóm đi sáu quán. Ba nơi cười và hứa sửa, hai nơi bảo viết thế cho dễ nhớ. Bác sửa xe đưa luôn hộp sơn "
                "cho Hoài An.",
                "Chữ “sửa xe” mới hơi nghiêng, nhưng đúng.",
            ),
        ),
        author="gv.que",
        plan_entry=12,
        event_start="2026-10-06T15:30:00+07:00",
        event_end="2026-10-15T17:00:00+07:00",
        published_on="2026-10-16T18:10:00+07:00",
    ),
    ArticleSeed(
        key="bep-an-luc-nam-gio",
        section="gia-dinh-nha-truong",
        genre="anh-hoat-dong",
        title="Bếp ăn bán trú, từ 4 giờ 45 đến lúc rửa xong nồi",
        summary="Một phụ huynh trong tổ giám sát bữa ăn theo bếp trọn một ngày. Bảy tấm ảnh, không tấm nào dàn dựng.",
        body=(
            p(
                "Hôm ấy có 486 suất: thịt kho trứng, canh bí, đậu sốt. Thịt giao lúc 5 giờ 10, cân lại thiếu bốn lạng, người giao chạy về lấy bù. Khay lưu mẫu dán nhãn lúc 9 giờ 40. Đồ thừa trong ngày: mười một cân, phần lớn là bí."
            ),
            gallery(
                pic(
                    "kitchen:2",
                    "Năm rưỡi, nồi canh đầu tiên lên bếp.",
                    "Hai cô nuôi đội mũ trắng khuấy những nồi lớn bốc hơi nghi ngút.",
                ),
                pic(
                    "still:7",
                    "Khay mẫu: mỗi món một ô, giữ 24 tiếng.",
                    "Khay cơm chia ngăn có cơm, trứng, rau và bát canh đặt trên bàn.",
                ),
                pic(
                    "kitchen:3",
                    "Mười giờ bốn mươi, khối 6 ăn trước.",
                    "Học sinh ngồi quanh bàn dài ăn trưa với khay cơm trước mặt.",
                ),
                pic(
                    "meeting:7",
                    "Tổ giám sát đọc hóa đơn trong ngày.",
                    "Mọi người ngồi quanh bàn bầu dục, một người đứng nói, trên màn hình là biểu đồ.",
                ),
                pic(
                    "kitchen:5",
                    "Trực nhật 7A3 thu khay, mỗi chồng hai mươi chiếc.",
                    "Học sinh ngồi bên bàn ăn dài, khay và bát xếp ngay ngắn.",
                ),
                pic(
                    "garden:10",
                    "Vỏ bí về thùng ủ trong vườn.",
                    "Học sinh chăm luống rau trong vườn trường, một bạn cầm bình tưới, một bạn ôm giỏ.",
                ),
                pic(
                    "kitchen:4",
                    "Hai giờ chiều, cô Sim tắt chiếc bếp cuối.",
                    "Hai cô nuôi đứng cạnh những chiếc nồi lớn sáng bóng trong gian bếp.",
                ),
            ),
        ),
        author="phoban",
        photographer="Đỗ Quang Huy",
        plan_entry=13,
        event_start="2026-10-22T04:45:00+07:00",
        event_end="2026-10-22T14:00:00+07:00",
        place="Bếp ăn nhà B",
        consent=True,
        published_on="2026-10-23T20:00:00+07:00",
    ),
    ArticleSeed(
        key="bao-tang-tieng-dong",
        section="sang-tao",
        genre="tin-ngan",
        title="Câu lạc bộ Âm thanh thu được 63 tiếng động của trường",
        summary="Tiếng cửa phòng 203, tiếng muôi gõ nồi, tiếng thầy Bằng chùi kính; nghe thử ở thư viện giờ ra chơi.",
        body=(
            img(
                "library:12",
                "Bàn số 3 trong thư viện, nơi đặt hộp nghe.",
                "Bốn học sinh ngồi quanh bàn dài trong thư viện, một bạn khác với tay lấy sách trên giá.",
            ),
            p(
                "Sau sáu tuần đi thu bằng điện thoại cũ, câu lạc bộ Âm thanh có 63 đoạn, mỗi đoạn mười giây. Bạn nào nghe đoán đúng từ hai mươi đoạn được ghi tên lên bảng; tính đến hôm nay mới có bốn người, trong đó có cô lao công Nhạn, đúng 58. "
                "Tiếng ít người nhận ra nhất là tiếng dây cờ gõ vào cột lúc gió nhẹ. Hộp nghe đặt ở bàn số 3 trong thư viện, dùng tai nghe chung, có khăn lau."
            ),
        ),
        author="gv.duy",
        photographer="Ngô Đức Thành",
        plan_entry=13,
        topic="lam-that-do-that",
        event_start="2026-09-21T15:30:00+07:00",
        published_on="2026-11-04T17:25:00+07:00",
    ),
    ArticleSeed(
        key="di-bao-tang",
        section="day-va-hoc",
        genre="tin-ngan",
        title="Khối 6 đi bảo tàng thứ Sáu 04/12: đơn đồng ý nộp trước 30/11",
        summary="Bảy lớp đi hai chuyến xe, 7:15 và 9:30. Mỗi em nhận một tờ câu hỏi, không có bài thu hoạch.",
        body=(
            img(
                "trip:1",
                "Chuyến đi của khối 7 năm ngoái, trước tủ đồ gốm.",
                "Học sinh đứng xem bình gốm và trống đồng trong tủ kính bảo tàng, cô giáo chỉ vào hiện vật.",
            ),
            p(
                "Thứ Sáu 04/12, học sinh khối 6 học môn Lịch sử tại bảo tàng. Xe đi từ cổng phụ nhà B, về trường trước 11:30 và 15:30, em nào ăn bán trú vẫn có suất. Gia đình điền đơn đồng ý kèm theo bài này hoặc lấy ở giáo viên chủ nhiệm. Em say xe ngồi hai hàng đầu, "
                "ghi vào ô cuối của đơn. Chi phí vé và xe do nhà trường trả, không thu thêm."
            ),
            doc("Đơn đồng ý cho con đi học tại bảo tàng", "don-dong-y"),
        ),
        author="gv.lam",
        photographer="Chu Văn Lâm",
        plan_entry=12,
        notice=True,
        event_start="2026-12-04T07:15:00+07:00",
        event_end="2026-12-04T15:30:00+07:00",
        place="Bảo tàng Lịch sử",
        published_on="2026-11-17T16:00:00+07:00",
    ),
    ArticleSeed(
        key="dien-tap-27-11",
        section="thong-bao",
        genre="tin-ngan",
        title="Sẽ có chuông báo cháy sáng thứ Sáu 27/11, gia đình đừng lo",
        summary="Diễn tập thoát hiểm với một cầu thang bị khóa; đường trước cổng dừng xe mười lăm phút.",
        body=(
            img(
                "drill:2",
                "Điểm danh ở sân trong lần tập tháng Ba.",
                "Các lớp xếp hàng ngồi trên sân theo biển lớp, cô giáo cầm sổ điểm danh, xe cứu hỏa đỗ phía sau.",
            ),
            p(
                "Sáng thứ Sáu 27/11, trong khoảng 8:00 đến 10:00, trường diễn tập thoát hiểm. Học sinh không biết trước giờ. Lần này cầu thang phía tây bị khóa, các lớp phải tự chọn lối khác. Xe cứu hỏa vào cổng chính nên ngõ Hàng Bàng dừng xe chừng mười lăm phút. Em nào "
                "có hen suyễn hoặc đang bó bột, gia đình báo phòng y tế trước 26/11 để xếp chỗ quan sát."
            ),
        ),
        author="gv.bach",
        photographer="Lê Minh",
        plan_entry=11,
        notice=True,
        event_start="2026-11-27T08:00:00+07:00",
        event_end="2026-11-27T10:00:00+07:00",
        place="Nhà A và sân trường",
        published_on="2026-11-19T10:20:00+07:00",
    ),
    ArticleSeed(
        key="cau-long-thay-tro",
        section="the-thao-van-nghe",
        genre="tin-ngan",
        title="Giải cầu lông thầy và trò nhận đăng kí đến 01/12",
        summary="Mỗi cặp một thầy cô, một học sinh; bốc thăm công khai sáng 02/12.",
        body=(
            img(
                "sport:7",
                "Một trận đôi của khối 8 tháng trước.",
                "Hai bạn đánh cầu lông hai bên lưới, quả cầu trắng đang bay, khán giả đứng sau.",
            ),
            p(
                "Giải diễn ra hai buổi sáng 05/12 và 06/12 ở nhà đa năng. Điều kiện duy nhất: thầy cô và học sinh trong một cặp không được cùng lớp, để ai cũng quen thêm một người. Trọng tài do khối 9 làm. Cặp nào thua trận đầu được đánh thêm một trận giao hữu với cặp thua "
                "khác, ăn chung suất cam. Đăng kí với thầy Phạm Gia Bách hoặc ghi tên ở bảng trước phòng Đội."
            ),
        ),
        author="gv.bach",
        photographer="Đỗ Quang Huy",
        plan_entry=13,
        notice=True,
        event_start="2026-12-05T07:30:00+07:00",
        event_end="2026-12-06T11:00:00+07:00",
        place="Nhà đa năng",
        published_on="2026-11-19T16:40:00+07:00",
    ),
    ArticleSeed(
        key="ngay-hoi-doi-sach",
        section="thu-vien",
        genre="tin-hoi-nghi",
        title="Ngày hội đổi sách 18 và 19/12: mang một cuốn, kể một câu",
        summary="Thư viện nhận sách từ 07/12. Sách giáo khoa cũ có bàn riêng, dành cho em lớp dưới.",
        body=(
            img(
                "still:13",
                "Những cuốn đầu tiên đã tới, còn thơm mùi băng dính.",
                "Chồng sách gáy nhiều màu trên bàn gỗ, bên cạnh là kính và tách trà.",
            ),
            p(
                "Ngày hội khai mạc lúc <b>8:00, thứ Sáu 18/12</b> tại sảnh nhà A và kéo dài hai buổi sáng. Luật giữ như phiên chợ tháng Tư: muốn cuốn nào phải kể được vì sao. Năm nay thêm ba điều:",
                ul(
                    "Bàn sách giáo khoa cũ, em lớp dưới lấy không phải kể;",
                    "Bàn “đọc mười trang”, ngồi đọc rồi hãy quyết định;",
                    "Sách trả lời bằng tranh cho em nào ngại nói.",
                ),
                "Sách mang đến còn đủ trang, không phải sách in lậu. Gia đình có thể vào từ 9:00 sáng thứ Bảy.",
            ),
        ),
        author="nv.yen",
        photographer="Phan Yến",
        plan_entry=14,
        opening_at="2026-12-18T08:00:00+07:00",
        event_start="2026-12-18T08:00:00+07:00",
        event_end="2026-12-19T11:00:00+07:00",
        place="Sảnh nhà A",
        published_on="2026-11-20T17:10:00+07:00",
    ),
    ArticleSeed(
        key="chiec-cap-uot",
        section="viec-tu-te",
        genre="bai-phan-anh",
        title="Hai cậu bé và chiếc cặp ướt",
        summary="Chuyện nhỏ ở gốc bàng chiều mưa 12/11, do một bác hàng nước kể lại.",
        body=(
            img(
                "rain:2",
                "Sân trường trong một trận mưa tháng Mười một.",
                "Học sinh cầm ô nhiều màu đi qua sân trường loang vũng nước, mưa rơi chéo.",
            ),
            p(
                "Bác Thìn bán nước trước cổng ít khi khen ai. Chiều thứ Năm bác gọi tôi lại, đẩy cho cốc trà: “Cô ghi vào báo trường hộ tôi.”",
                "Hôm 12/11 mưa bất chợt lúc năm giờ. Một cậu lớp 6 trượt chân ở mép cống, cặp văng xuống nước, sách vở nổi lên. Cậu đứng khóc. Hai cậu lớp 8 đang chờ xe buýt chạy ra, một cậu nhảy xuống vớt, cậu kia lột áo khoác bọc đống vở. Xe buýt đến. Hai cậu nhìn xe, rồi nhìn "
                "nhau, rồi để xe đi.",
            ),
            quote(
                "Chúng nó ngồi lau từng quyển bằng giấy ăn của tôi. Hết một bịch. Tôi không tính tiền.",
                "Bác Phùng Thị Thìn, bán nước trước cổng",
            ),
            p(
                "Tôi hỏi được tên hai em: Lại Thế Anh và Hoàng Đức Minh, 8A7. Đức Minh xin đừng khen vụ nhảy xuống cống, vì mẹ em chưa biết."
            ),
        ),
        author="giaovien1",
        photographer="Lê Minh",
        plan_entry=13,
        event_start="2026-11-12T17:00:00+07:00",
        published_on="2026-11-17T19:20:00+07:00",
    ),
)
