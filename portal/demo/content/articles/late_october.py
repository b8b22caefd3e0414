"""October, second half: rubrics, riddles, examinations."""

from portal.demo.content.shape import ArticleSeed, box, gallery, h, img, p, pic, quote, table, ul

LATE_OCTOBER = (
    ArticleSeed(
        key="lich-kiem-tra-giua-ky",
        section="thong-bao",
        genre="tin-ngan",
        title="Lịch kiểm tra giữa học kỳ I, từ 26/10 đến 07/11",
        summary="Sáu môn kiểm tra chung theo khối, các môn còn lại kiểm tra tại lớp; học sinh nghỉ ốm được kiểm tra bù tuần sau.",
        body=(
            table(
                "Các môn kiểm tra chung",
                ["Ngày", "Buổi", "Khối 6, 7", "Khối 8, 9"],
                ["Thứ Năm 29/10", "Sáng", "Ngữ văn", "Toán"],
                ["Thứ Sáu 30/10", "Sáng", "Toán", "Ngữ văn"],
                ["Thứ Ba 03/11", "Chiều", "Tiếng Anh", "Khoa học tự nhiên"],
                ["Thứ Tư 04/11", "Chiều", "Khoa học tự nhiên", "Tiếng Anh"],
                ["Thứ Năm 05/11", "Sáng", "Lịch sử và Địa lí", "Lịch sử và Địa lí"],
                ["Thứ Sáu 06/11", "Sáng", "Giáo dục công dân", "Giáo dục công dân"],
            ),
            p(
                "Học sinh có mặt trước giờ làm bài mười lăm phút, mang bút và máy tính cầm tay. Đề nằm trong phần đã học đến hết tuần 7. "
                "Em nào ốm, gia đình báo văn phòng; nhà trường xếp kiểm tra bù từ 09/11, không cần đơn."
            ),
        ),
        author="thuky",
        plan_entry=11,
        notice=True,
        published_on="2026-10-19T09:00:00+07:00",
    ),
    ArticleSeed(
        key="goc-do-vui",
        section="sang-tao",
        genre="tin-ngan",
        title="Bảng đố vui trước phòng 304: mỗi tuần một câu, ai trả lời cũng được",
        summary="Tổ Toán – Tin treo bảng trắng ở hành lang; câu đầu tiên đã nhận 63 lời giải, có cả của bác bảo vệ.",
        body=(
            img(
                "classroom:9",
                "Trước giờ đọc lời giải, lớp 6A6 viết nốt đáp án.",
                "Học sinh ngồi từng đôi chăm chú viết, cô giáo áo dài cam đứng giữa các bàn.",
            ),
            p(
                "Từ tuần này, hành lang trước phòng 304 có một bảng trắng. Sáng thứ Hai thầy cô viết lên đó một câu đố, chiều thứ Sáu đọc lời "
                "giải. Câu đầu tiên: <i>cắt bánh chưng vuông thành tám phần bằng nhau mà chỉ được ba nhát dao, làm thế nào?</i> Sau năm ngày, "
                "hộp giấy có 63 lời giải theo bốn cách khác nhau. Lời giải gọn nhất của bác Tám bảo vệ: “Chồng lên mà cắt”. Bạn nào có câu "
                "đố hay, gửi thầy Lê Hoàng Sơn."
            ),
        ),
        author="giaovien1",
        photographer="Lê Minh",
        plan_entry=13,
        received_from={
            "name": "Thầy Trịnh Công Bằng",
            "unit": "Tổ Toán – Tin",
            "received_at": "2026-10-20T08:15:00+07:00",
        },
        published_on="2026-10-21T10:00:00+07:00",
    ),
    ArticleSeed(
        key="cham-van-theo-tieu-chi",
        section="day-va-hoc",
        genre="bai-chuyen-sau",
        title="Chấm bài văn bằng tiêu chí: bảy tuần thử ở khối 9",
        summary="Tổ Ngữ văn đưa bảng tiêu chí cho học sinh trước khi viết, để các em tự chấm bài mình rồi mới nộp.",
        body=(
            p(
                "Nhiều năm, câu hỏi tôi sợ nhất là: “Thầy ơi, sao bài em được bảy?”. Tôi có lý do, nhưng lý do ấy nằm trong đầu tôi chứ không "
                "nằm trên giấy. Từ đầu tháng Chín, tổ Ngữ văn thử một cách khác ở bốn lớp 9: đưa bảng tiêu chí <b>trước</b> khi các em viết."
            ),
            h("Bảng tiêu chí rút từ đâu"),
            p(
                "Bốn thầy cô chấm chung hai mươi bài cũ đã giấu tên, mỗi người ghi vì sao cho điểm ấy. Chúng tôi lệch nhau tới hai điểm ở cùng "
                "một bài, chủ yếu vì người coi trọng ý, người coi trọng câu. Sau hai buổi tranh luận còn lại bốn tiêu chí."
            ),
            table(
                "Bốn tiêu chí cho bài nghị luận",
                ["Tiêu chí", "Câu hỏi để tự chấm", "Điểm"],
                ["Ý kiến", "Đọc xong đoạn đầu, bạn em nói lại được ý em không?", "3"],
                ["Bằng chứng", "Mỗi ý có ít nhất một điều em thấy, đọc hoặc đo được?", "3"],
                ["Mạch bài", "Đổi chỗ hai đoạn thì bài có hỏng không? Nếu không, xếp lại.", "2"],
                ["Câu chữ", "Đọc to lên, chỗ nào vấp?", "2"],
            ),
            img(
                "classroom:2",
                "Lớp 9A1 chấm chéo theo nhóm.",
                "Các nhóm học sinh ngồi quanh bàn tròn, cùng đọc một tờ giấy và trao đổi, cô giáo đứng nghe.",
            ),
            h("Điều thay đổi và điều chưa"),
            p(
                "Sau bảy tuần, điểm trung bình chỉ nhích 0,4. Thay đổi rõ hơn nằm ở chỗ khác: số bài được viết lại trước khi nộp tăng từ chín "
                "lên bảy mươi mốt trên 168 bài. Học sinh chấm bài bạn chặt tay hơn thầy cô ở “bằng chứng”, nhẹ tay hơn ở “câu chữ”.",
                "Cái chưa được: vài em viết để vừa khít bảng, bài tròn trịa mà lạnh. Tháng tới chúng tôi thử để trống một điểm cho “điều làm "
                "người đọc nhớ”, không giải thích gì thêm. Có lẽ sẽ lại cãi nhau. Cũng tốt.",
            ),
        ),
        author="giaovien2",
        photographer="Lê Minh",
        plan_entry=5,
        event_start="2026-10-21T08:00:00+07:00",
        published_on="2026-10-22T21:00:00+07:00",
    ),
    ArticleSeed(
        key="phan-loai-rac",
        section="truong-xanh",
        genre="anh-hoat-dong",
        title="Ba thùng rác, ba màu và một tuần tập nhầm",
        summary="Tuần đầu phân loại rác ở sân trường, qua ống kính đội truyền thông của Liên đội.",
        body=(
            p(
                "Xanh lá cho rác mục được, vàng cho giấy và chai nhựa, xanh dương cho phần còn lại. Ngày thứ Hai nhầm gần một nửa; đến thứ "
                "Sáu, đội trực chỉ còn phải nhặt lại mười một món. Vỏ hộp sữa là thứ gây tranh cãi nhiều nhất."
            ),
            gallery(
                pic(
                    "garden:2",
                    "Thầy giáo giải thích vì sao vỏ hộp sữa phải rửa.",
                    "Ba thùng rác xanh lá, vàng, xanh dương giữa sân cỏ, học sinh cầm chai nhựa và giấy chờ bỏ vào đúng thùng.",
                ),
                pic(
                    "garden:5",
                    "Đội trực của 7A1 ngày thứ Sáu.",
                    "Nhóm học sinh đứng quanh các thùng rác ba màu, tay cầm đồ cần phân loại.",
                ),
                pic(
                    "garden:4",
                    "Rác mục được trở thành phân cho luống rau lớp 6.",
                    "Học sinh chăm luống rau trong vườn trường, một bạn đội nón lá cầm bình tưới.",
                ),
            ),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=9,
        event_start="2026-10-19T07:00:00+07:00",
        event_end="2026-10-23T17:00:00+07:00",
        place="Sân trường và vườn sau nhà B",
        consent=True,
        published_on="2026-10-24T16:00:00+07:00",
    ),
    ArticleSeed(
        key="con-va-man-hinh",
        section="gia-dinh-nha-truong",
        genre="bai-chuyen-sau",
        title="Nói với con về màn hình: bắt đầu từ bữa cơm",
        summary="Đăng lại bài của Tập san Gia đình học đường: năm câu hỏi mở thay cho một lệnh cấm.",
        body=(
            p(
                "Phần lớn cuộc cãi nhau về điện thoại ở nhà bắt đầu bằng một câu đúng nói không đúng lúc. Khi con đang chơi dở, câu “tắt ngay” "
                "chỉ có một câu trả lời. Bữa cơm thì khác: hai bên cùng ngồi, tay cùng bận.",
                "Tác giả gợi ý năm câu hỏi để mở chuyện:",
                ul(
                    "Hôm nay con xem được điều gì hay nhất?",
                    "Có gì trên mạng làm con khó chịu không?",
                    "Nếu bạn con bị chê trong nhóm lớp, con sẽ làm gì?",
                    "Bố mẹ dùng điện thoại lúc nào làm con buồn?",
                    "Nhà mình nên cất điện thoại vào giờ nào, kể cả của bố mẹ?",
                ),
                "Câu thứ tư thường im lặng lâu nhất. Nhiều gia đình kể rằng sau im lặng ấy, thỏa thuận về giờ giấc tự đến, vì nó áp dụng cho "
                "cả nhà. Bài viết cũng nhắc: thỏa thuận cần được xem lại mỗi tháng, giống như mua giày cho con, vì con lớn lên.",
            ),
            box("Bài đăng lại, có rút gọn theo thỏa thuận với tòa soạn. Bài gốc ở địa chỉ ghi trong phần Nguồn."),
        ),
        author="giaovien2",
        kind="repost",
        source={
            "name": "Tập san Gia đình học đường",
            "author": "Tạ Thị Lam",
            "url": "https://example.edu.vn/gia-dinh/noi-voi-con-ve-man-hinh",
            "published_at": "2026-10-16",
        },
        published_on="2026-10-27T08:45:00+07:00",
    ),
    ArticleSeed(
        key="quay-xoi-dau-ngo",
        section="gia-dinh-nha-truong",
        genre="phong-su-phong-van",
        title="Sáng nay ăn gì? Một tuần hỏi chuyện ở đầu ngõ",
        summary="210 học sinh kể bữa sáng của mình. Gần một phần năm vào lớp khi bụng đói, và lý do không giống chúng tôi đoán.",
        body=(
            p(
                "Sáu giờ bốn mươi, quầy xôi của cô Lành ở đầu ngõ Hàng Bàng đã bán được ba mươi gói. “Bọn trẻ ăn vội lắm”, cô nói, tay "
                "vẫn gói. “Có đứa vừa chạy vừa nhai.”",
                "Trong năm buổi sáng, nhóm năm bạn lớp 7A3 đứng ở cổng với một phiếu hỏi bốn câu. 210 bạn trả lời. Ăn ở nhà: 96. Mua mang đi: "
                "75. Chưa ăn gì: 39.",
            ),
            img(
                "gate:3",
                "Trước cổng trường lúc 6 giờ 50.",
                "Một hàng học sinh đi trên vạch sang đường, bạn đội mũ đỏ cầm cờ dẫn đầu, chú công an giơ tay chặn xe.",
            ),
            table(
                "Vì sao em chưa ăn sáng? (39 bạn)",
                ["Lý do", "Số bạn"],
                ["Dậy muộn", "14"],
                ["Không thấy đói lúc sớm", "16"],
                ["Để dành tiền", "6"],
                ["Lý do khác", "3"],
            ),
            p(
                "Chúng tôi đoán “dậy muộn” sẽ đứng đầu. Hóa ra nhiều bạn chỉ thấy đói lúc chín giờ, khi canteen chưa mở. Cô Nguyễn Thị Hòa, "
                "nhân viên y tế của trường, không ngạc nhiên."
            ),
            quote(
                "Sáng thứ Hai nào phòng y tế cũng có vài em xây xẩm. Một quả chuối lúc chín giờ giải quyết được quá nửa.",
                "Cô Nguyễn Thị Hòa, nhân viên y tế trường",
            ),
            p(
                "Nhóm đã gửi kết quả tới ban đại diện cha mẹ học sinh, kèm một đề nghị: canteen mở thêm mười lăm phút giữa tiết hai và tiết ba, "
                "chỉ bán trái cây, sữa và bánh mì. Nhà trường hẹn trả lời trong tháng Mười một."
            ),
        ),
        author="giaovien1",
        photographer="Lê Minh",
        interviewee="Cô Nguyễn Thị Hòa, nhân viên y tế; cô Lành bán xôi; 210 học sinh",
        consent=True,
        event_start="2026-10-19T06:30:00+07:00",
        event_end="2026-10-23T07:10:00+07:00",
        published_on="2026-10-29T07:30:00+07:00",
    ),
    ArticleSeed(
        key="cai-mam-tra-loi",
        section="day-va-hoc",
        genre="tin-ngan",
        title="Mười tám chậu cải mầm đã trả lời",
        summary="Hai tuần sau thí nghiệm ba chai nước, lớp 7A3 đếm lá: nước mưa và nước ao gần bằng nhau, nước giếng thua xa.",
        body=(
            img(
                "still:0",
                "Bệ cửa sổ phòng thực hành sáng 28/10, trước lúc đếm lá.",
                "Dãy chậu cây non xếp trên bệ cửa sổ, mỗi chậu dán một mảnh giấy ghi ngày.",
            ),
            p(
                "Sáng 28/10, lớp 7A3 đếm lá lần cuối: chậu tưới nước mưa trung bình 11,2 lá, nước ao 10,8, nước giếng 6,5. Soi kính thấy mép lá "
                "chậu nước giếng có vệt nâu. Cả lớp đồng ý đấy là kết quả của <i>mười tám chậu này</i>, chưa phải của mọi cái giếng. Vy đã "
                "xin thêm hai chai nước giếng để làm lại, lần này lọc qua cát."
            ),
        ),
        author="giaovien1",
        photographer="Trần Thu Hà",
        plan_entry=12,
        event_start="2026-10-28T09:30:00+07:00",
        published_on="2026-10-28T19:20:00+07:00",
    ),
)
