"""The first month: the drum, the gate, the moon."""

from portal.demo.content.shape import ArticleSeed, box, gallery, img, p, pic, quote, table, ul

SEPTEMBER = (
    ArticleSeed(
        key="khai-giang",
        section="hoat-dong-doi",
        genre="tuong-thuat",
        title="Tiếng trống đầu năm và 312 bạn lớp 6 bước qua cổng",
        summary="Mưa tạnh lúc sáu rưỡi. Bảy giờ đúng, các anh chị lớp 9 dắt tay từng bạn lớp 6 đi dưới hàng phượng vào sân.",
        body=(
            img(
                "yard:2",
                "Tiếng trống khai trường lúc 7 giờ 40 phút.",
                "Cô hiệu trưởng đánh chiếc trống lớn màu đỏ giữa sân trường, học sinh reo và bóng bay bay lên.",
            ),
            p(
                "Bốn giờ sáng trời còn mưa. Bác bảo vệ Nguyễn Văn Tám kể bác đã quét nước trên sân tới ba lượt, lượt cuối "
                "có thêm mấy bạn 9A4 đến sớm cầm chổi ra quét cùng. Sáu rưỡi mưa tạnh, ghế được lau khô trong hai mươi phút.",
                "Năm nay nhà trường đón <b>312 học sinh lớp 6</b>. Mỗi bạn được một anh chị lớp 9 dắt qua cổng và chỉ cho "
                "biết ba nơi phải nhớ: lớp học, vòi nước uống và phòng y tế. Bạn Phạm Nhật Linh, 6A5, nắm chặt tay chị "
                "suốt đoạn đường, tới cửa lớp mới hỏi: “Chị học lớp nào để ra chơi em sang?”.",
            ),
            quote(
                "Cô không chúc các em học giỏi. Cô chúc các em tối nay về có chuyện để kể.",
                "Cô Nguyễn Thị Minh Nguyệt, Hiệu trưởng",
            ),
            p(
                "Bài diễn văn chỉ dài bốn phút. Phần còn lại của buổi lễ dành cho học sinh: đội trống biểu diễn, câu lạc bộ "
                "hát bài tự viết về hàng bàng, và 28 chi đội trưởng nhận sổ nhật ký lớp. Đúng 7 giờ 40, cô Hiệu trưởng đánh "
                "ba hồi trống. Đến 9 giờ, các lớp 6 ở lại với cô giáo chủ nhiệm, mỗi bạn viết một mảnh giấy gửi chính mình "
                "của tháng Năm. Chiếc hộp giấy ấy đang nằm ở phòng truyền thống, niêm phong đến ngày tổng kết.",
            ),
        ),
        author="giaovien2",
        photographer="Lê Minh",
        plan_entry=0,
        event_start="2026-09-05T07:00:00+07:00",
        event_end="2026-09-05T09:00:00+07:00",
        place="Sân trường",
        published_on="2026-09-05T16:20:00+07:00",
    ),
    ArticleSeed(
        key="gio-giac-nam-hoc",
        section="thong-bao",
        genre="tin-ngan",
        title="Giờ vào lớp và giờ mở cổng năm học 2026-2027",
        summary="Từ thứ Hai 07/9, cổng mở lúc 6:30, trống vào lớp buổi sáng lúc 7:15, buổi chiều lúc 13:45.",
        body=(
            p(
                "Nhà trường thông báo giờ giấc áp dụng từ thứ Hai 07/9. Học sinh đến sớm được vào ngồi ở thư viện hoặc "
                "hành lang nhà A, không đứng chờ ngoài vỉa hè. Ai đến sau 7:15 ghi tên ở bàn trực rồi vào lớp ngay, "
                "thầy cô trực không giữ lại."
            ),
            table(
                "Giờ trong ngày",
                ["Việc", "Buổi sáng", "Buổi chiều"],
                ["Mở cổng", "6:30", "13:15"],
                ["Trống vào lớp", "7:15", "13:45"],
                ["Tan học", "11:30", "16:55"],
            ),
            p("Gia đình cần báo con nghỉ học xin gọi văn phòng trước 7:00 theo số (024) 3000 0000."),
        ),
        author="thuky",
        plan_entry=11,
        notice=True,
        published_on="2026-09-05T10:05:00+07:00",
    ),
    ArticleSeed(
        key="sang-truoc-cong",
        section="hoat-dong-doi",
        genre="bai-phan-anh",
        title="Hai mươi phút trước cổng trường",
        summary="Từ 6:50 đến 7:10, đội trực của Liên đội đứng ở vạch sang đường. Một phụ huynh ghi lại điều nhìn thấy trong ba buổi sáng.",
        body=(
            img(
                "gate:0",
                "Đội trực dẫn các bạn qua vạch sang đường.",
                "Bạn đội mũ đỏ cầm cờ dẫn một hàng học sinh đi trên vạch kẻ, chú công an giơ tay ra hiệu cho xe dừng.",
            ),
            p(
                "Ngõ Hàng Bàng rộng chưa đến bảy mét. Lúc bảy giờ kém mười, ở đó cùng lúc có xe máy, xe đạp điện, một xe rau "
                "và hơn nghìn học sinh. Năm ngoái ai cũng cố áp sát cổng thêm một mét. Năm nay Liên đội xin kẻ một vạch sơn "
                "vàng cách cổng ba mươi bước chân: xe dừng ở đó, học sinh đi bộ nốt.",
                "Bạn Vũ Đăng Khôi, 8A2, cầm cờ buổi thứ Tư. Em không nói to. Em bước xuống lòng đường trước, giơ cờ ngang "
                "ngực, nhìn vào mắt người lái xe rồi gật đầu. “Cô Trang dặn là cảm ơn người ta trước khi người ta dừng”, em nói.",
                "Buổi đầu có mười bốn xe vượt vạch. Buổi thứ ba còn hai. Một bác chở cháu đi quá mấy bước, thấy các em nhìn "
                "liền lùi xe lại, cả hàng cùng cười. Ba mươi bước chân ấy, hóa ra, là đoạn đường hai bố con tôi nói được với nhau "
                "nhiều nhất trong ngày.",
            ),
            box("Gia đình đưa con bằng xe máy xin dừng trước vạch sơn vàng. Hai bên vạch có chỗ quay đầu."),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=1,
        topic="an-toan-giao-thong",
        event_start="2026-09-09T06:50:00+07:00",
        event_end="2026-09-11T07:10:00+07:00",
        published_on="2026-09-11T20:15:00+07:00",
    ),
    ArticleSeed(
        key="mu-bao-hiem",
        section="hoat-dong-doi",
        genre="tin-ngan",
        title="Đổi 96 mũ bảo hiểm cũ lấy mũ mới đúng cỡ",
        summary="Sáng 12/9, học sinh mang mũ nứt, lỏng quai đến đổi; mỗi bạn được đo đầu trước khi nhận mũ.",
        body=(
            img(
                "still:5",
                "Giá mũ mới trước giờ phát, xếp theo số đo vòng đầu.",
                "Hai hàng mũ bảo hiểm nhiều màu xếp trên giá gỗ, quai mũ buông xuống dưới.",
            ),
            p(
                "Sáng thứ Bảy 12/9, Liên đội tổ chức đổi mũ bảo hiểm tại cổng trường. Sau hai tiếng, <b>96 chiếc mũ</b> nứt vỏ "
                "hoặc lỏng quai được thay bằng mũ mới do quỹ cha mẹ học sinh khối 7 tặng. Các bạn trực dùng thước dây đo vòng "
                "đầu để chọn cỡ, rồi kiểm tra quai: vừa lọt hai ngón tay là được. Bạn nào chưa kịp đổi gặp cô Phạm Thu Trang "
                "ở phòng Đội vào giờ ra chơi đến hết ngày 30/9."
            ),
        ),
        author="giaovien1",
        photographer="Lê Minh",
        plan_entry=1,
        topic="an-toan-giao-thong",
        event_start="2026-09-12T07:30:00+07:00",
        event_end="2026-09-12T09:30:00+07:00",
        published_on="2026-09-13T09:00:00+07:00",
    ),
    ArticleSeed(
        key="hop-cha-me-dau-nam",
        section="gia-dinh-nha-truong",
        genre="tin-hoi-nghi",
        title="Họp cha mẹ học sinh đầu năm: sáng thứ Bảy 19/9",
        summary="Các lớp họp tại phòng học lúc 8:00. Nhà trường gửi trước nội dung để gia đình chuẩn bị câu hỏi.",
        body=(
            img(
                "meeting:2",
                "Buổi họp đầu năm ở lớp 7A3 năm ngoái.",
                "Cô giáo đứng cạnh bảng nói chuyện, phụ huynh ngồi ở bàn học sinh, một người giơ tay hỏi.",
            ),
            p(
                "Buổi họp cha mẹ học sinh đầu năm mở lúc <b>8:00, thứ Bảy 19/9</b>, tại phòng học của từng lớp. Mỗi buổi kéo "
                "dài không quá 90 phút, một nửa thời gian dành để gia đình hỏi.",
                "Nội dung chính:",
                ul(
                    "Kế hoạch dạy học và cách đánh giá trong năm;",
                    "Các khoản thu theo quy định, in sẵn, phát tại lớp;",
                    "Bầu ban đại diện cha mẹ học sinh của lớp;",
                    "Trao đổi riêng với giáo viên chủ nhiệm, mỗi gia đình năm phút.",
                ),
                "Cha mẹ không đến được có thể gửi câu hỏi qua sổ liên lạc trước ngày 18/9; giáo viên trả lời từng câu trong tuần "
                "sau đó. Xe để ở sân nhà B, vào bằng cổng phụ.",
            ),
        ),
        author="thuky",
        photographer="Lê Minh",
        plan_entry=10,
        opening_at="2026-09-19T08:00:00+07:00",
        event_start="2026-09-19T08:00:00+07:00",
        event_end="2026-09-19T09:30:00+07:00",
        place="Phòng học các lớp, nhà A và nhà B",
        published_on="2026-09-14T11:00:00+07:00",
    ),
    ArticleSeed(
        key="robot-di-lac",
        section="sang-tao",
        genre="bai-phan-anh",
        title="Chú robot đi lạc mười một lần",
        summary="Buổi đầu tiên của câu lạc bộ Robot: xe không chịu bám vạch, và không ai sửa hộ.",
        body=(
            img(
                "computer:1",
                "Lần chạy thứ mười hai trên tấm bạt của câu lạc bộ.",
                "Học sinh đứng quanh tấm bạt trắng xem chú robot chạy theo đường kẻ đen, một bạn cầm máy tính bảng.",
            ),
            p(
                "Chiếc xe hai bánh của nhóm Bảo Ngọc rẽ trái rất đẹp. Chỉ có điều đường vẽ trên bạt lại rẽ phải. Lần thứ nhất cả "
                "nhóm cười. Lần thứ năm không ai cười nữa, bốn cái đầu chụm lại trước màn hình.",
                "Thầy Ngô Đức Thành, người phụ trách câu lạc bộ, có một quy định: trong bốn mươi phút đầu thầy chỉ được đặt câu "
                "hỏi. “Cảm biến bên nào nhìn thấy vạch trước?”, thầy hỏi. Nhóm lấy giấy trắng che từng mắt một. Hóa ra hai sợi dây "
                "cắm đổi chỗ cho nhau từ lúc lắp.",
            ),
            quote("Em tưởng sai ở chỗ khó, ai ngờ sai ở chỗ dễ.", "Nguyễn Bảo Ngọc, lớp 8A3"),
            p(
                "Lần thứ mười hai, xe đi hết đường cong và dừng đúng vạch đích. Nhóm ghi vào sổ tay: mười một lần lạc, mỗi lần một "
                "lý do, lần nào cũng có dòng “đã thử”. Câu lạc bộ sinh hoạt chiều thứ Năm hằng tuần ở phòng máy, còn nhận thêm tám "
                "bạn khối 6 và khối 7; không cần biết lập trình trước.",
            ),
        ),
        author="giaovien1",
        photographer="Ngô Đức Thành",
        event_start="2026-09-17T15:30:00+07:00",
        event_end="2026-09-17T16:50:00+07:00",
        published_on="2026-09-19T08:30:00+07:00",
    ),
    ArticleSeed(
        key="bong-cay-bang",
        section="day-va-hoc",
        genre="bai-phan-anh",
        title="Đo cây bàng bằng một chiếc bóng",
        summary="Giờ Toán của lớp 8A1 diễn ra ngoài sân với thước dây, một cây sào và nắng chín giờ.",
        body=(
            p(
                "Cây bàng trước cửa phòng 304 cao bao nhiêu? Chín giờ sáng thứ Ba, lớp 8A1 mang câu hỏi ấy ra sân. Không bạn nào "
                "được trèo. Đồ dùng có một cây sào hai mét, thước dây và nắng.",
                "Nhóm một cắm sào sát mép bóng cây. Nhóm hai đo bóng sào: 1,46 mét. Nhóm ba đo bóng cây rồi cãi nhau xem bóng bắt "
                "đầu từ gốc hay từ mép bồn. Cuộc cãi nhau ấy dài tám phút và tôi để yên, vì trong đó các em tự nói ra hai chữ "
                "<i>đồng dạng</i> trước khi sách giáo khoa kịp nói.",
            ),
            img(
                "classroom:16",
                "Trở lại lớp, các nhóm so kết quả trên bảng.",
                "Thầy giáo chỉ lên bảng có hình tam giác, học sinh ngồi phía dưới quay lưng lại, bàn nào cũng mở vở.",
            ),
            p(
                "Ba nhóm ra ba số: 9,1 – 9,4 và 10,8 mét. Bạn Đỗ Minh Quân, người ra số lớn nhất, xin đo lại và phát hiện nhóm mình "
                "đo bóng muộn hơn mười lăm phút. “Bóng nó chạy, thầy ạ”, em báo cáo. Bài tập về nhà không có trong sách: lúc mấy giờ "
                "thì bóng em dài đúng bằng em?",
            ),
        ),
        author="uyvien.cm",
        photographer="Lê Hoàng Sơn",
        plan_entry=12,
        event_start="2026-09-22T09:00:00+07:00",
        event_end="2026-09-22T10:35:00+07:00",
        published_on="2026-09-23T17:10:00+07:00",
    ),
    ArticleSeed(
        key="vuon-rau-6a2",
        section="truong-xanh",
        genre="bai-phan-anh",
        title="Luống cải đầu tiên của lớp 6A2",
        summary="Ba tuần sau ngày gieo, 6A2 thu bốn cân cải. Số rau ấy đi đâu, các bạn đã biểu quyết.",
        body=(
            img(
                "garden:1",
                "Buổi thu hoạch ở vườn sau nhà B.",
                "Học sinh tưới và hái rau bên các luống gỗ, một bạn ôm giỏ đầy rau quả, bạn khác ghi sổ.",
            ),
            p(
                "Mảnh vườn sau nhà B được chia thành bảy luống, mỗi lớp 6 một luống. Luống của 6A2 nằm trong góc, sáng nào cũng râm "
                "đến tám giờ, nên lúc bốc thăm cả lớp đã thở dài. Cô Trần Thu Hà đưa cho lớp cuốn sổ bìa xanh và dặn ghi đúng ba cột: "
                "ngày, việc đã làm, điều lạ.",
                "Cột “điều lạ” đầy nhanh nhất. Ngày thứ tư: <i>hạt ở mép mọc trước hạt ở giữa</i>. Ngày thứ chín: <i>có ai cắn lá, "
                "không thấy người</i>. Ngày mười hai, Tuấn Kiệt mang đèn pin đến từ sáu giờ và bắt được thủ phạm, một con ốc sên "
                "nhỏ hơn móng tay. Ốc được chuyển sang gốc phượng.",
                "Sáng 26/9, lớp cân được bốn cân hai lạng. Biểu quyết ba phương án, phương án thắng là biếu bếp ăn của trạm y tế "
                "phường ba cân, phần còn lại nấu canh cho buổi sinh hoạt lớp. Luống râm nhất thu nhiều nhất. Vì sao thì 6A2 chưa biết, "
                "câu hỏi đã được chép vào trang đầu của vụ sau.",
            ),
        ),
        author="giaovien1",
        photographer="Trần Thu Hà",
        plan_entry=9,
        event_start="2026-09-26T07:30:00+07:00",
        event_end="2026-09-26T09:00:00+07:00",
        published_on="2026-09-27T19:00:00+07:00",
    ),
    ArticleSeed(
        key="trung-thu",
        section="hoat-dong-doi",
        genre="anh-hoat-dong",
        title="Rằm tháng Tám: 28 chiếc đèn ông sao tự làm",
        summary="Không lớp nào mua đèn. Tre chẻ ở sân sau, giấy bóng kính dán trong giờ Công nghệ.",
        body=(
            p(
                "Chiều 25/9, hai mươi tám chi đội rước đèn quanh sân. Đèn méo nhất được trao giải vui nhất, vì nó là chiếc duy nhất "
                "còn sáng đến cuối buổi."
            ),
            gallery(
                pic(
                    "yard:3",
                    "Vòng rước đầu tiên, đi ngược chiều kim đồng hồ.",
                    "Học sinh đi thành hàng trên sân, mỗi bạn giơ một chiếc đèn ông sao nhiều màu.",
                ),
                pic(
                    "yard:8",
                    "Khối 6 lần đầu cầm đèn do chính mình làm.",
                    "Nhóm học sinh nhỏ cầm đèn ông sao cười vui dưới dây cờ.",
                ),
                pic(
                    "classroom:6",
                    "Buổi dán đèn ở lớp 6A3.",
                    "Học sinh ngồi quanh bàn tròn cùng làm việc với giấy màu, cô giáo đứng bên cạnh góp ý.",
                ),
                pic(
                    "stage:0",
                    "Tiết mục múa quạt mở màn đêm trăng.",
                    "Năm bạn nữ mặc áo dài múa quạt trên sân khấu sáng đèn.",
                ),
            ),
        ),
        author="uyvien.dd",
        photographer="Vũ Khánh",
        plan_entry=13,
        event_start="2026-09-25T17:00:00+07:00",
        event_end="2026-09-25T20:00:00+07:00",
        place="Sân trường",
        consent=True,
        published_on="2026-09-26T15:45:00+07:00",
    ),
)
