"""The week of the twentieth of November."""

from portal.demo.content.shape import ArticleSeed, box, gallery, h, img, p, pic, quote, table, ul

LATE_NOVEMBER = (
    ArticleSeed(
        key="co-mui",
        section="hoat-dong-doi",
        genre="phong-su-phong-van",
        title="Cô Mùi và cuốn sổ ghi 1.204 cái tên",
        summary="Nghỉ hưu đã mười một năm, cô giáo dạy Sinh học vẫn nhớ ai ngồi bàn nào. Học sinh 9A1 đến thăm và hỏi bí quyết.",
        body=(
            img(
                "garden:3",
                "Nhóm 9A1 đem cách chăm cây của cô về vườn trường.",
                "Học sinh xúc đất, giữ thân và tưới cho cây non, cô giáo đội nón lá đứng cười bên cạnh.",
            ),
            p(
                "Nhà cô Lưu Thị Mùi ở cuối ngõ, cửa sơn xanh, trước hiên có ba chậu thí nghiệm ghép ổi. Sáu bạn lớp 9A1 định hỏi mười câu, "
                "cuối cùng chỉ hỏi được bốn vì cô hỏi lại nhiều hơn."
            ),
            h("Sao cô nhớ được tên chúng em nhanh thế ạ?"),
            p(
                "Cô có mẹo. Ngày đầu năm cô không điểm danh, cô hỏi mỗi đứa thích ăn quả gì. Nhớ quả thì nhớ mặt. Đứa thích khế chua năm 1998 "
                "giờ làm bác sĩ, hôm nọ khám cho cô, cô gọi “Khế ơi”, nó khóc."
            ),
            h("Cuốn sổ này cô ghi những gì?"),
            p(
                "Một nghìn hai trăm linh bốn cái tên. Cột cuối ghi điều cô nợ. Có đứa cô mắng oan mà chưa xin lỗi. Cô xin lỗi được gần hết rồi, "
                "còn bảy người chưa tìm ra."
            ),
            quote(
                "Dạy ai thì nhớ người ấy. Không nhớ được thì chưa phải đã dạy.", "Cô Lưu Thị Mùi, giáo viên nghỉ hưu"
            ),
            h("Cô muốn nhắn gì cho chúng em?"),
            p(
                "Nhắn là cây ổi này ghép mắt ngày 04/11, ngày 20 đến mà xem nó có bật mầm không. Không bật thì mình tìm hiểu vì sao. Đừng mang "
                "hoa, mang kính lúp."
            ),
        ),
        author="giaovien2",
        photographer="Phan Yến",
        plan_entry=8,
        topic="tri-an-thay-co-20-11",
        interviewee="Cô Lưu Thị Mùi, nguyên giáo viên Sinh học",
        consent=True,
        event_start="2026-11-14T09:00:00+07:00",
        published_on="2026-11-16T20:00:00+07:00",
    ),
    ArticleSeed(
        key="doc-sach-cung-con",
        section="gia-dinh-nha-truong",
        genre="tin-hoi-nghi",
        title="Hội thảo “Đọc sách cùng con” khai mạc sáng 28/11, đăng ký đến hết 25/11",
        summary="Một buổi sáng thử bốn cách đọc cùng con tuổi mười hai, mười ba, khi con đã không còn thích bố mẹ đọc hộ.",
        body=(
            img(
                "library:4",
                "Buổi đọc thử của câu lạc bộ sách khối 6.",
                "Học sinh ngồi đọc sách khoanh chân trên đệm trong thư viện, một bạn với tay lấy sách trên giá.",
            ),
            p(
                "Hội thảo khai mạc lúc <b>8:30, thứ Bảy 28/11</b> tại thư viện, dành cho 40 gia đình, mỗi gia đình một phụ huynh và một học "
                "sinh. Không có bài giảng dài. Mỗi bàn thử một cách:",
                ul(
                    "đọc cùng một chương rồi mỗi người vẽ một hình;",
                    "con chọn sách cho bố mẹ, bố mẹ phải đọc hết;",
                    "nghe sách nói trong lúc nấu cơm;",
                    "đọc ngược: biết đoạn kết trước, đoán đoạn đầu.",
                ),
                "Gia đình đăng ký với cô Phan Thị Yến ở thư viện hoặc qua giáo viên chủ nhiệm đến hết ngày 25/11. Có chỗ chơi cho em nhỏ đi "
                "cùng.",
            ),
        ),
        author="thuky",
        photographer="Phan Yến",
        plan_entry=10,
        opening_at="2026-11-28T08:30:00+07:00",
        event_start="2026-11-28T08:30:00+07:00",
        event_end="2026-11-28T11:00:00+07:00",
        place="Thư viện, tầng 1 nhà A",
        published_on="2026-11-17T10:00:00+07:00",
    ),
    ArticleSeed(
        key="hop-giua-ky",
        section="thong-bao",
        genre="tin-ngan",
        title="Lịch họp cha mẹ học sinh giữa kỳ, các lớp khối 6 và khối 7",
        summary="Khối 6 họp tối thứ Tư 25/11, khối 7 họp tối thứ Năm 26/11, đều từ 18:30 tại lớp.",
        body=(
            table(
                "Lịch họp",
                ["Khối", "Ngày", "Giờ", "Nơi họp"],
                ["Khối 6", "Thứ Tư 25/11", "18:30 – 19:45", "Phòng học, nhà B"],
                ["Khối 7", "Thứ Năm 26/11", "18:30 – 19:45", "Phòng học, nhà A"],
            ),
            p(
                "Họp buổi tối theo đề nghị của phụ huynh đi làm ca ngày. Kết quả giữa kỳ của từng em được trao riêng, không đọc trước lớp. Gia "
                "đình có con nhỏ có thể gửi ở thư viện, các anh chị khối 9 trông giúp. Khối 8 và khối 9 họp đầu tháng Mười hai."
            ),
        ),
        author="thuky",
        plan_entry=11,
        notice=True,
        event_start="2026-11-25T18:30:00+07:00",
        event_end="2026-11-26T19:45:00+07:00",
        place="Phòng học các lớp",
        published_on="2026-11-18T08:30:00+07:00",
    ),
    ArticleSeed(
        key="thu-gui-bac-tam",
        section="viec-tu-te",
        genre="tin-ngan",
        title="Lá thư 20/11 gửi người không đứng lớp",
        summary="Lớp 6A1 viết thư tay tặng bác bảo vệ, cô lao công, cô nuôi và cô văn thư.",
        body=(
            img(
                "classroom:5",
                "Giờ viết thư của lớp 6A1.",
                "Học sinh ngồi từng đôi viết bài, vài bạn giơ tay, cô giáo áo dài tím đi giữa các bàn.",
            ),
            p(
                "Sáng 18/11, lớp 6A1 đi phát thư. Không phải cho thầy cô dạy lớp mình mà cho những người “ngày nào cũng gặp mà chưa cảm ơn bao "
                "giờ”. Bác Tám bảo vệ được năm lá, trong đó một lá xin lỗi vì hay leo lan can. Cô Nhạn lao công nhận tờ giấy vẽ chiếc chổi có "
                "cánh. Cô nuôi được hỏi công thức món đậu sốt. Bác Tám đọc xong cất thư vào hộp đựng chìa khóa, “chỗ ấy bác mở nhiều nhất "
                "trong ngày”."
            ),
        ),
        author="giaovien1",
        photographer="Lê Minh",
        plan_entry=8,
        topic="tri-an-thay-co-20-11",
        event_start="2026-11-18T07:00:00+07:00",
        published_on="2026-11-18T16:45:00+07:00",
    ),
    ArticleSeed(
        key="du-gio-de-hoc",
        section="day-va-hoc",
        genre="bai-chuyen-sau",
        title="Dự giờ để học, không phải để chấm",
        summary="Sau một tháng bỏ phiếu chấm điểm khi dự giờ, số lượt thầy cô tự mời nhau vào lớp tăng từ 6 lên 47.",
        body=(
            p(
                "Trước đây mỗi lần dự giờ, người ngồi cuối lớp cầm một phiếu thang điểm hai mươi. Người dạy biết trước một tuần, soạn bài kĩ gấp "
                "đôi, học sinh cũng được dặn trước. Tiết dạy thường đẹp. Chúng tôi học được rất ít từ những tiết đẹp như thế."
            ),
            img(
                "meeting:4",
                "Buổi đọc phiếu ba dòng của tổ Khoa học tự nhiên.",
                "Thầy cô ngồi quanh bàn bầu dục có lọ hoa, một cô đứng phát biểu, trên màn hình là biểu đồ cột.",
            ),
            h("Đổi tờ phiếu"),
            p(
                "Từ giữa tháng Mười, hội giảng cấp trường dùng một tờ giấy khác, chỉ có ba dòng để trống: <i>lúc nào học sinh thật sự nghĩ; lúc "
                "nào các em chỉ chờ; tôi sẽ thử điều gì ở lớp mình.</i> Không có điểm, không xếp loại. Người dự ngồi cạnh học sinh chứ không "
                "ngồi sau lưng."
            ),
            table(
                "Số lượt dự giờ từ 12/10 đến 13/11",
                ["Tổ", "Được phân công", "Tự mời nhau", "Khác môn"],
                ["Khoa học tự nhiên", "8", "15", "6"],
                ["Ngữ văn – Khoa học xã hội", "9", "19", "8"],
                ["Toán – Tin", "7", "13", "5"],
            ),
            h("Những gì chưa ổn"),
            p(
                "Ba dòng trống khó viết hơn hai mươi ô điểm. Tuần đầu nhiều tờ ghi “tiết dạy tốt”, tức là chưa ghi gì. Một thầy nói thẳng: không "
                "điểm thì cuối năm lấy gì xếp loại? Câu hỏi đúng. Chúng tôi tách hẳn hai việc: xếp loại dựa trên hồ sơ khác, còn dự giờ chỉ để "
                "học.",
                "Tôi cũng dạy một tiết mời mọi người vào. Dòng thứ hai trên mười một tờ phiếu giống nhau: học sinh chỉ chờ, từ phút 18 đến phút "
                "25, lúc thầy hiệu phó kể chuyện. Tôi đã bỏ câu chuyện ấy ở lớp sau.",
            ),
        ),
        author="truongban",
        photographer="Lê Minh",
        plan_entry=5,
        event_start="2026-10-12T08:00:00+07:00",
        event_end="2026-11-18T10:00:00+07:00",
        published_on="2026-11-19T14:30:00+07:00",
    ),
    ArticleSeed(
        key="tham-nha-giao",
        section="viec-tu-te",
        genre="tin-ngan",
        title="Công đoàn thăm mười chín nhà giáo nghỉ hưu trong phường",
        summary="Mỗi thầy cô nhận một cuốn lịch bàn in ảnh lớp mình chủ nhiệm năm cuối cùng.",
        body=(
            img(
                "computer:4",
                "Câu lạc bộ Tin học dàn trang cuốn lịch.",
                "Học sinh ngồi từng đôi trước màn hình máy tính, thầy giáo đứng giữa phòng hướng dẫn.",
            ),
            p(
                "Trong hai ngày 17 và 18/11, Công đoàn trường đến thăm mười chín nhà giáo nghỉ hưu. Quà năm nay là cuốn lịch bàn do học sinh câu "
                "lạc bộ Tin học thiết kế: mười hai tờ, mười hai tấm ảnh lớp cũ tìm trong kho của thư viện. Thầy Hà Văn Thuyết, 84 tuổi, chỉ vào "
                "tấm ảnh năm 1986 và đọc tên từng người hàng thứ hai, không thiếu ai. Đoàn xin phép ghi âm lại để bổ sung phòng truyền thống."
            ),
        ),
        author="phoban",
        photographer="Ngô Đức Thành",
        plan_entry=8,
        topic="tri-an-thay-co-20-11",
        event_start="2026-11-17T14:00:00+07:00",
        event_end="2026-11-18T17:00:00+07:00",
        published_on="2026-11-19T18:20:00+07:00",
    ),
    ArticleSeed(
        key="sang-20-11",
        section="hoat-dong-doi",
        genre="tuong-thuat",
        title="Sáng 20/11: thầy cô ngồi xuống, học sinh đứng lên bục",
        summary="Lễ kỉ niệm dài bốn mươi phút, không có phần đọc thành tích. Sáu câu chuyện, một cây ổi và rất nhiều hoa cúc.",
        body=(
            img(
                "yard:0",
                "Toàn trường dưới cờ lúc 7 giờ 5 phút.",
                "Học sinh áo trắng khăn đỏ đứng thành hàng hướng về cột cờ, cô giáo và một học sinh đứng trên bục.",
            ),
            p(
                "Bảy giờ sáng thứ Sáu, các lớp mang ghế của mình ra sân, không phải để ngồi mà để mời thầy cô ngồi. Tám mươi hai chiếc ghế nhựa "
                "xếp thành vòng cung dưới tán phượng. Học sinh đứng.",
                "Không có phần đọc thành tích. Thay vào đó là sáu câu chuyện, mỗi chuyện ba phút, do học sinh sáu lớp khối 9 sưu tầm về những "
                "người thầy đầu tiên của trường. Bạn Trịnh Gia Hân kể về thầy giáo năm 1979 dạy Toán bằng hạt na vì không có phấn. Cuối chuyện, "
                "Hân gọi tên thầy. Từ hàng ghế khách mời, một cụ ông chống gậy đứng dậy. Cả sân không ai bảo ai cùng cúi chào.",
                "Cô Lưu Thị Mùi mang đến chậu ổi ghép. Mắt ghép đã bật mầm, dài chừng một đốt tay. Sáu bạn 9A1 chuyền nhau chiếc kính lúp.",
            ),
            quote(
                "Hôm nay cô xin nghỉ phát biểu. Cô đứng dưới nghe, thích hơn.", "Cô Nguyễn Thị Minh Nguyệt, Hiệu trưởng"
            ),
            gallery(
                pic(
                    "yard:5",
                    "Khối 9 trước giờ kể chuyện.",
                    "Các hàng học sinh đứng trước cột cờ và tòa nhà mái ngói đỏ.",
                ),
                pic(
                    "yard:4",
                    "Giờ ra chơi dài hơn mọi ngày mười phút.",
                    "Nhóm học sinh đá cầu thành vòng tròn, hai bạn ngồi ghế đọc sách.",
                ),
                pic(
                    "yard:1",
                    "Nhảy dây giữa sân, thầy cô đứng đếm.",
                    "Hai bạn quay dây dài, hai bạn nhảy qua giữa sân, các bạn khác reo hò.",
                ),
            ),
            p(
                "Tám giờ kém hai mươi, trống vào tiết. Hoa cúc được chia đều cho mỗi phòng học một bình, phòng bảo vệ hai bình."
            ),
        ),
        author="uyvien.dd",
        photographer="Lê Minh",
        plan_entry=8,
        topic="tri-an-thay-co-20-11",
        event_start="2026-11-20T07:00:00+07:00",
        event_end="2026-11-20T07:40:00+07:00",
        place="Sân trường",
        published_on="2026-11-20T15:00:00+07:00",
    ),
    ArticleSeed(
        key="lich-tuan-12",
        section="thong-bao",
        genre="tin-ngan",
        title="Những việc chính của tuần 13, từ 23/11 đến 28/11",
        summary="Chào cờ kể chuyện thầy cô cũ, họp cha mẹ khối 6 và 7, hội thảo đọc sách sáng thứ Bảy.",
        body=(
            table(
                "Tuần 13",
                ["Ngày", "Việc", "Nơi"],
                ["Thứ Hai 23/11", "7:15 Chào cờ toàn trường", "Sân trường"],
                ["Thứ Ba 24/11", "15:30 Câu lạc bộ giải đố", "Phòng 304"],
                ["Thứ Tư 25/11", "18:30 Họp cha mẹ học sinh khối 6", "Nhà B"],
                ["Thứ Năm 26/11", "18:30 Họp cha mẹ học sinh khối 7", "Nhà A"],
                ["Thứ Bảy 28/11", "8:30 Hội thảo “Đọc sách cùng con”", "Thư viện"],
            ),
            box("Thứ Tư là ngày không điện thoại trong giờ ra chơi. Dây nhảy và cầu đá mượn ở phòng Đội."),
        ),
        author="thuky",
        plan_entry=11,
        notice=True,
        published_on="2026-11-21T10:00:00+07:00",
    ),
    ArticleSeed(
        key="phong-thuc-hanh-mo-cua",
        section="day-va-hoc",
        genre="anh-hoat-dong",
        title="Phòng thực hành mở cửa sáng thứ Bảy",
        summary="Không có tiết học, chỉ có bàn, kính hiển vi và ai muốn thử gì thì thử.",
        body=(
            p(
                "Sáng 21/11, phòng thực hành nhà B mở cửa tự do ba tiếng. Năm mươi tám bạn ghé, có bạn dẫn theo em gái lớp 2. Thứ được soi nhiều "
                "nhất không phải lá cây mà là sợi tóc của thầy Bằng."
            ),
            gallery(
                pic(
                    "lab:3",
                    "Pha màu từ bắp cải tím.",
                    "Học sinh rót và giơ các bình chất lỏng nhiều màu trên bàn thí nghiệm.",
                ),
                pic(
                    "lab:4",
                    "Ai cũng muốn nhìn sợi tóc trước.",
                    "Hai bạn ghé mắt vào kính hiển vi, một chiếc lá đặt trên bàn.",
                ),
                pic(
                    "lab:5",
                    "Bóng đèn sáng ở lần nối thứ tư.",
                    "Bóng đèn trên bàn phát sáng, bạn cạnh đó giơ hai tay reo lên.",
                ),
                pic(
                    "computer:2",
                    "Phòng máy bên cạnh cũng mở: vẽ bông tuyết bằng lệnh.",
                    "Học sinh ngồi từng đôi trước màn hình có các khối lệnh nhiều màu, thầy cô đứng giữa hướng dẫn.",
                ),
            ),
        ),
        author="giaovien1",
        photographer="Trần Thu Hà",
        plan_entry=12,
        event_start="2026-11-21T08:00:00+07:00",
        event_end="2026-11-21T11:00:00+07:00",
        place="Phòng thực hành, nhà B",
        consent=True,
        published_on="2026-11-21T16:30:00+07:00",
    ),
)
