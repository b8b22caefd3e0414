"""January to March 2026: robots, Tết, trees, tents."""

from portal.demo.content.school import last
from portal.demo.content.shape import ArticleSeed, box, gallery, h, img, p, pic, quote, table, ul

SPRING = (
    ArticleSeed(
        key="giai-robot-lien-truong",
        section="sang-tao",
        genre="tuong-thuat",
        title="Giải robot liên trường: rơi bánh ở phút thứ hai, về nhì ở phút cuối",
        summary="Đội của trường có ba bạn lớp 7 và một hộp đồ nghề nặng hơn cả chú robot.",
        body=(
            img(
                "robotics:0",
                "Trận bán kết trên sa bàn số 3.",
                "Hai chú robot nhỏ chạy trên bàn đấu có vạch và khối màu, hai đội học sinh điều khiển hai bên, khán giả đứng xem.",
            ),
            p(
                "Tám trường, mười sáu đội, một nhà thi đấu lạnh đến mức pin tụt nhanh gấp rưỡi lúc tập. Đội “Bọ Ngựa” của trường gồm Thế Vinh, Phương Nhi và "
                "Đức Mạnh, đều lớp 7. Thầy Ngô Đức Thành được ngồi ở hàng ghế khán giả, theo đúng luật, và kể rằng hai tay thầy không biết để đâu.",
                "Trận đầu, bánh trước bên phải văng ra ở phút thứ hai. Luật không cho chạm vào máy. Nhi ngồi xuống ngang mặt bàn nhìn chú robot xoay tròn, rồi bảo "
                "Vinh chỉ chạy lùi. Chạy lùi thì bánh sau thành bánh trước. Đội hòa.",
                "Bốn trận sau, trước mỗi hiệp Mạnh đều vặn lại đúng con ốc ấy, hai vòng, đếm thành tiếng. Chung kết thua 40–55 trước đội năm ngoái vô địch. Hộp đồ nghề "
                "mang về thêm một túi ốc do đội bạn tặng, ghi bên ngoài: “cho bánh trước bên phải”.",
            ),
        ),
        author="gv.duy",
        photographer="Ngô Đức Thành",
        plan_entry=last(5),
        event_start="2026-01-10T08:00:00+07:00",
        event_end="2026-01-10T16:30:00+07:00",
        place="Nhà thi đấu cụm trường",
        published_on="2026-01-11T15:20:00+07:00",
    ),
    ArticleSeed(
        key="kham-mat-khoi-bay",
        section="thong-bao",
        genre="tin-ngan",
        title="Khám mắt khối 7: 61 em cần đo lại kính",
        summary="Phòng y tế trả kết quả riêng từng gia đình; lịch đo miễn phí tại trạm kéo dài đến 30/01.",
        body=(
            img(
                "clinic:0",
                "Đo thị lực ở phòng y tế sáng 13/01.",
                "Bạn học sinh che một mắt đọc bảng chữ, cô nhân viên y tế áo trắng cầm que chỉ, các bạn khác đứng chờ.",
            ),
            p(
                "Phòng y tế đã đo thị lực 302 học sinh khối 7. Có 61 em đang đeo kính không còn đúng số và 23 em chưa từng đeo kính nhưng nhìn bảng phải nheo mắt. "
                "Kết quả nằm trong phong bì dán kín, trao tận tay từng em. Trạm y tế phường đo lại miễn phí chiều thứ Ba và thứ Năm đến hết 30/01, không cần hẹn. "
                "Lớp nào có em trong danh sách, giáo viên chủ nhiệm xếp chỗ hai bàn đầu từ thứ Hai tới. Hỏi thêm cô Nguyễn Thị Hòa, phòng 105."
            ),
        ),
        author="nv.hoa",
        photographer="Lê Minh",
        plan_entry=last(14),
        notice=True,
        published_on="2026-01-15T10:40:00+07:00",
    ),
    ArticleSeed(
        key="hop-do-that-lac",
        section="viec-tu-te",
        genre="tin-ngan",
        title="Hộp đồ thất lạc mở phiên trả cuối cùng trước Tết",
        summary="213 món, trong đó có 41 chiếc khăn đỏ, một chiếc răng sữa và nửa đôi dép.",
        body=(
            p(
                "Suốt học kỳ I, hộp đồ thất lạc ở phòng Đội nhận 213 món. Liên đội bày hết ra ba dãy bàn trong ba giờ ra chơi liền. 137 món có người nhận. Chiếc răng sữa "
                "đựng trong hộp tăm được một bạn lớp 6 nhận ngay phút đầu, em để dành cho bà. Nửa đôi dép cỡ 41 chưa ai hỏi. Đồ còn lại được giặt, áo ấm và khăn chuyển "
                "về tủ dùng chung ở phòng y tế, ai lạnh thì mượn."
            ),
        ),
        author="uyvien.dd",
        plan_entry=last(16),
        event_start="2026-01-21T09:30:00+07:00",
        event_end="2026-01-23T10:00:00+07:00",
        published_on="2026-01-23T17:00:00+07:00",
    ),
    ArticleSeed(
        key="ngoi-hoc-mua-lanh",
        section="gia-dinh-nha-truong",
        genre="bai-chuyen-sau",
        title="Bàn học mùa lạnh: ba lỗi hay gặp ở nhà",
        summary="Đăng lại bài của Bản tin Sức khỏe tuổi học đường về ánh đèn, độ cao ghế và đôi chân lạnh.",
        body=(
            p(
                "Tác giả đến mười hai gia đình có con học cấp hai, đo ánh sáng và chụp tư thế ngồi lúc chín giờ tối. Ba lỗi lặp lại ở phần lớn các nhà."
            ),
            p(
                ul(
                    "Đèn bàn bật, đèn phòng tắt. Mắt phải liên tục chuyển giữa vùng sáng và vùng tối. Bật cả hai, đèn bàn đặt phía trái nếu viết tay phải.",
                    "Ghế của bố mẹ. Chân không chạm sàn thì lưng tự cong. Một chồng sách cũ kê dưới chân giải quyết được.",
                    "Chân lạnh. Khi bàn chân lạnh, trẻ co chân lên ghế và ngồi vẹo. Đôi tất dày rẻ hơn máy sưởi, lại không làm khô mắt.",
                )
            ),
            p(
                "Bài gốc cũng gợi ý đặt một mốc nghỉ: sau mỗi bài làm xong, đứng lên đi lấy nước. Cốc nước nhỏ thì phải đứng lên nhiều lần, đó là lý do tác giả khuyên "
                "dùng cốc nhỏ."
            ),
            box("Bài đăng lại có rút gọn. Số liệu và hình chụp nằm trong bài gốc, địa chỉ ở phần Nguồn."),
        ),
        author="gv.que",
        kind="repost",
        source={
            "name": "Bản tin Sức khỏe tuổi học đường",
            "author": "Bác sĩ Mạc Thu Hiền",
            "url": "https://example.edu.vn/suc-khoe/ban-hoc-mua-lanh",
            "published_at": "2026-01-12",
        },
        published_on="2026-01-26T19:00:00+07:00",
    ),
    ArticleSeed(
        key="banh-chung",
        section="hoat-dong-doi",
        genre="anh-hoat-dong",
        title="Bốn mươi chiếc bánh chưng, mười một tiếng canh lửa",
        summary="Khối 8 gói bánh ở sân sau nhà B. Chiếc méo nhất được giữ lại để ăn, ba mươi chín chiếc kia đem biếu.",
        body=(
            p(
                "Lá dong rửa từ chiều hôm trước. Bà nội bạn Khánh Chi ngồi ghế nhựa chỉ từng người một, tay không rời chiếc lạt. Nồi bắc lên lúc sáu giờ tối; các bố thay "
                "nhau canh đến năm giờ sáng. Bánh được biếu nhà giáo nghỉ hưu và hai mươi gia đình neo người trong phường."
            ),
            gallery(
                pic(
                    "craft:0",
                    "Góc lá thứ ba bao giờ cũng khó nhất.",
                    "Học sinh ngồi quanh chiếu gói bánh chưng với lá dong, gạo và lạt, một bà cụ đội khăn chỉ cách gói.",
                ),
                pic(
                    "kitchen:0",
                    "Đỗ xanh đồ bằng chõ của bếp ăn.",
                    "Hai cô nuôi đội mũ trắng đứng bên nồi lớn bốc hơi trong bếp.",
                ),
                pic(
                    "craft:8",
                    "8A4 gói theo khuôn, 8A7 gói tay không.",
                    "Những chiếc bánh vuông xanh xếp hàng trên chiếu, học sinh cột lạt.",
                ),
                pic(
                    "craft:3",
                    "Bốn giờ sáng, thêm củi lần cuối.",
                    "Nồi bánh lớn trên bếp lửa đỏ trong đêm, bốn người đứng quanh trò chuyện.",
                ),
                pic(
                    "still:4",
                    "Sổ phân công canh lửa, ai ngủ quên bị gạch tên.",
                    "Quyển vở ô li mở ra với những dòng chữ tím, bút mực và lọ mực bên cạnh.",
                ),
                pic(
                    "gate:14",
                    "Chuyến xe đạp đi biếu bánh sáng hôm sau.",
                    "Học sinh đội mũ bảo hiểm đạp xe qua vạch sang đường trước cổng trường.",
                ),
            ),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=last(6),
        event_start="2026-02-05T14:00:00+07:00",
        event_end="2026-02-06T05:30:00+07:00",
        place="Sân sau nhà B",
        consent=True,
        published_on="2026-02-06T19:40:00+07:00",
    ),
    ArticleSeed(
        key="hoi-cho-tet",
        section="hoat-dong-doi",
        genre="tuong-thuat",
        title="Hội chợ Tết: gian hàng đông khách nhất lỗ mười hai nghìn đồng",
        summary="28 gian hàng, 41,6 triệu đồng góp quỹ học bổng, và bài học về giá vốn của lớp 7A2.",
        body=(
            img(
                "fair:0",
                "Dãy hàng khối 7 lúc chín giờ sáng.",
                "Các gian hàng Tết có mái bạt màu, cành đào và câu đối đỏ, học sinh bán bánh kẹo và đồ tự làm.",
            ),
            p(
                "Bảy giờ sáng 07/02, sân trường thành một cái chợ. Hàng nào cũng phải treo bảng ba dòng: giá vốn, giá bán, lãi đi đâu. Đó là yêu cầu của cô Vân dạy Toán, "
                "và là chỗ nhiều lớp vấp.",
                "7A2 bán nước mía. Khách xếp hàng từ cột cờ ra tới bồn hoa, bán hết 310 cốc trước mười giờ. Lúc kiểm tiền mới biết cả lớp quên tính đá. Lỗ mười hai nghìn. "
                "Lớp trưởng Tường Vi viết thẳng con số ấy lên bảng, bên dưới thêm: “nhưng vui”.",
            ),
            img(
                "fair:3",
                "Bàn viết chữ của thầy Lâm, mỗi chữ đổi một quyển vở trắng.",
                "Thầy giáo mặc áo dài viết chữ thư pháp trên giấy đỏ bên cành đào, học sinh đứng xem.",
            ),
            p(
                "Gian lãi nhất lại vắng khách nhất: 9A5 nhận đánh giày và khâu lại quai cặp, giá vốn gần bằng không. Lớp 6A4 bán tranh vẽ mèo vì “tưởng năm con mèo”, "
                "bán được mười một bức cho những người thích mèo.",
                "Kết sổ lúc 11 giờ: 41,6 triệu đồng vào quỹ học bổng, danh sách chi sẽ dán ở bảng tin sau Tết.",
            ),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=last(6),
        event_start="2026-02-07T07:00:00+07:00",
        event_end="2026-02-07T11:30:00+07:00",
        place="Sân trường",
        published_on="2026-02-08T10:15:00+07:00",
    ),
    ArticleSeed(
        key="nghi-tet-binh-ngo",
        section="thong-bao",
        genre="tin-ngan",
        title="Lịch nghỉ Tết Bính Ngọ và người trực trường",
        summary="Học sinh nghỉ từ 12/02 đến hết 22/02; thứ Hai 23/02 học bình thường, không có bài tập Tết.",
        body=(
            table(
                "Trực trường",
                ["Ngày", "Trực ban", "Điện thoại"],
                ["12–14/02", "Thầy Đặng Quốc Việt", "(024) 3000 0001"],
                ["15–18/02", "Bác Nguyễn Văn Tám", "(024) 3000 0000"],
                ["19–22/02", "Cô Vũ Thị Hồng Nhung", "(024) 3000 0002"],
            ),
            p(
                "Trước khi nghỉ, mỗi lớp mang chậu cây ra vườn để bác Tám tưới chung. Thầy cô thống nhất không giao bài tập Tết; riêng môn Ngữ văn có một đề nghị không bắt buộc: "
                "hỏi ông bà một món ăn không còn ai nấu nữa."
            ),
        ),
        author="thuky",
        plan_entry=last(14),
        notice=True,
        published_on="2026-02-09T08:00:00+07:00",
    ),
    ArticleSeed(
        key="tien-li-xi",
        section="gia-dinh-nha-truong",
        genre="bai-chuyen-sau",
        title="320 học sinh làm gì với tiền lì xì",
        summary="Bài tập thống kê của khối 7: hơn một nửa đưa bố mẹ giữ, và gần một nửa trong số đó không biết tiền đang ở đâu.",
        body=(
            p(
                "Phần thống kê trong sách có ví dụ về chiều cao. Năm nay ba lớp khối 7 xin thay bằng chuyện lì xì, phát phiếu không ghi tên cho 320 bạn ở tám lớp."
            ),
            table(
                "Tiền lì xì đi đâu? (mỗi bạn chọn một ý chính)",
                ["Trả lời", "Số bạn", "Tỉ lệ"],
                ["Đưa bố mẹ giữ", "171", "53%"],
                ["Để dành mua một thứ lớn", "68", "21%"],
                ["Mua sách, đồ dùng", "34", "11%"],
                ["Ăn quà, đi chơi", "29", "9%"],
                ["Mừng tuổi lại em nhỏ, ông bà", "18", "6%"],
            ),
            h("Câu hỏi phụ hóa thành câu hỏi chính"),
            p(
                "Nhóm của Bảo Trâm thêm một câu: “Nếu đưa bố mẹ giữ, em có biết hiện còn bao nhiêu không?”. 82 trên 171 bạn trả lời không. Nhóm đem kết quả về nhà hỏi. Phần lớn "
                "phụ huynh bảo đã đóng tiền học, mua xe, và quên nói.",
                "Các em đề xuất một trang “sổ chung” hai cột, ai tiêu gì ghi nấy, cả bố mẹ. Mười chín gia đình đã dùng thử trong tháng Hai. Một mẹ nhắn lại cho lớp: lần đầu tiên con "
                "chị biết tiền điện tháng Một là bao nhiêu.",
            ),
        ),
        author="gv.van",
        plan_entry=last(18),
        event_start="2026-02-23T08:00:00+07:00",
        event_end="2026-03-03T10:00:00+07:00",
        published_on="2026-03-04T20:00:00+07:00",
    ),
    ArticleSeed(
        key="tet-trong-cay",
        section="truong-xanh",
        genre="tuong-thuat",
        title="Ba mươi mốt cây mới, hai mươi tám lớp và ba cây không có tên",
        summary="Tết trồng cây muộn hơn mọi năm mười ngày vì chờ đất bớt khô. Mỗi lớp một cây, dư ra ba.",
        body=(
            img(
                "garden:9",
                "8A1 lấp gốc cây sấu thứ mười bảy.",
                "Học sinh xúc đất, giữ thân cây non và tưới nước, cô giáo đội nón lá đứng bên.",
            ),
            p(
                "Cô Lương Kim Oanh không cho trồng ngay sau Tết. Đất nứt, cô bảo, trồng bây giờ là trồng lấy ảnh. Chờ đến 27/02, sau hai trận mưa xuân, 31 cây con mới rời vườn ươm: "
                "mười hai sấu, chín bàng lá nhỏ, mười hoa ban.",
                "Mỗi hố đã đào sẵn từ tháng Một và bón mùn ủ năm ngoái. Lớp nào trồng xong phải làm ba việc: buộc cọc chống gió, tưới hai xô, và đặt tên cây. Có cây tên Mít dù là cây "
                "sấu. Có cây tên Thầy Bách Chạy Bộ.",
                "Trồng xong còn thừa ba cây ban. Ba cây ấy không thuộc lớp nào, đặt cạnh lối đi của nhà xe. Hai tuần qua, theo sổ tưới, đó là ba cây được tưới nhiều nhất trường.",
            ),
        ),
        author="gv.oanh",
        photographer="Trần Thu Hà",
        plan_entry=last(7),
        topic="vuon-truong-bon-mua",
        event_start="2026-02-27T07:30:00+07:00",
        event_end="2026-02-27T10:00:00+07:00",
        place="Vườn trường và lối nhà xe",
        published_on="2026-03-13T09:30:00+07:00",
    ),
    ArticleSeed(
        key="mot-ngay-lang-gom",
        section="day-va-hoc",
        genre="bai-phan-anh",
        title="Bàn xoay không nể ai: một ngày ở làng gốm",
        summary="84 học sinh khối 8 sang làng gốm bên kia sông học Lịch sử bằng tay. Về nhà được 51 cái bát, 33 cục đất.",
        body=(
            img(
                "trip:0",
                "Hai tay phải giữ yên, chỉ đất được chuyển động.",
                "Học sinh ngồi trước bàn xoay nặn đất sét, bác thợ gốm đeo tạp dề đứng cạnh chỉ cách giữ tay, bình gốm trên kệ.",
            ),
            p(
                "Bác Khoát, thợ gốm, mở đầu bằng một câu: “Ai nghịch bùn giỏi thì giơ tay.” Tất cả giơ tay. “Quên hết đi”, bác nói.",
                "Bàn xoay quay chừng trăm vòng một phút. Đất văng vào kính, vào áo, vào hộp cơm của thầy Lâm. Cả buổi sáng, thứ các em hỏi nhiều nhất không phải là men hay lò mà là "
                "làm sao cho nó đứng giữa.",
            ),
            quote(
                "Nó lệch là tại mình gồng. Thả vai ra, đất nó tự vào giữa.",
                "Bác Lê Văn Khoát, thợ gốm, nói với lớp 8A3",
            ),
            p(
                "Buổi chiều ở nhà trưng bày, trước một chiếc đĩa ba trăm năm tuổi bị cong vành, bạn Thùy Anh kêu lên: “Ngày xưa họ cũng gồng này!”. Cả nhóm đứng trước chiếc đĩa hỏng ấy lâu "
                "hơn trước tất cả những chiếc đẹp.",
                "51 cái bát nung được đã về trường tuần sau. 33 cục đất còn lại vẫn được kí tên, bày chung một kệ ở cuối lớp.",
            ),
        ),
        author="gv.lam",
        photographer="Chu Văn Lâm",
        plan_entry=last(9),
        event_start="2026-03-06T07:00:00+07:00",
        event_end="2026-03-06T16:30:00+07:00",
        published_on="2026-03-10T21:10:00+07:00",
    ),
    ArticleSeed(
        key="so-pi-vung-noi",
        section="sang-tao",
        genre="tin-ngan",
        title="Đo số Pi bằng hai mươi sáu chiếc vung nồi",
        summary="Ngày 14/3, tổ Toán – Tin mời học sinh mang vung nồi đến lớp; kết quả chung là 3,138.",
        body=(
            p(
                "Sáng 14/3, học sinh lớp 7A4 và 8A2 mang đến 26 chiếc vung, từ vung xoong sữa đến vung nồi luộc bánh. Mỗi chiếc được quấn chỉ quanh mép để đo chu vi, rồi chia cho đường "
                "kính. Chiếc lệch nhất cho 3,41, hóa ra vì bị móp. Bỏ chiếc móp, lấy trung bình: <b>3,138</b>. Thầy Trịnh Công Bằng treo chiếc vung móp lên tường phòng 304, bên dưới ghi: “số liệu "
                "cũng biết bị ngã”."
            ),
        ),
        author="gv.bang",
        plan_entry=last(16),
        topic="lam-that-do-that",
        event_start="2026-03-14T08:00:00+07:00",
        published_on="2026-03-14T15:55:00+07:00",
    ),
    ArticleSeed(
        key="trai-26-3",
        section="hoat-dong-doi",
        genre="anh-hoat-dong",
        title="Trại 26/3: lều dựng hai lần, cơm nấu một lần rưỡi",
        summary="Một ngày một đêm ở sân trường của 28 chi đội, kể bằng mười tấm ảnh.",
        body=(
            p(
                "Gió cấp năm lúc hai giờ chiều cuốn đổ mười một lều, trong đó có lều của ban giám khảo. Dựng lại thì ai cũng đóng cọc sâu gấp đôi. Nồi cơm của 6A2 khê phần đáy, phần trên cho "
                "6A7 mượn; chi đội nào cũng còn nguyên một bữa để kể."
            ),
            gallery(
                pic(
                    "camp:0",
                    "Trước cơn gió: hàng lều khối 7 còn thẳng.",
                    "Những chiếc lều tam giác nhiều màu dựng trên sân cỏ, học sinh buộc dây và đóng cọc, cờ bay phía trên.",
                ),
                pic(
                    "camp:2",
                    "Nút thòng lọng, tập đến lần thứ hai mươi.",
                    "Hai bạn tập buộc nút dây thừng quanh cọc gỗ trên sân cỏ, bên cạnh là bếp và nồi đang bốc hơi.",
                ),
                pic(
                    "fair:2",
                    "Nhảy sạp: ai kẹp chân phải hát.",
                    "Các bạn nhảy qua những thanh tre, bốn bạn ngồi hai đầu gõ sạp, khăn quàng bay.",
                ),
                pic(
                    "sport:13",
                    "Kéo co liên chi đội.",
                    "Hai đội ngả người kéo co trên bãi cỏ, dây có buộc khăn đỏ ở giữa, khán giả reo hò.",
                ),
                pic(
                    "camp:5",
                    "Mẹ của Gia Phúc dạy nhóm lửa bằng một que diêm.",
                    "Học sinh quây quần bên bếp nhỏ và nồi cơm trên cỏ, lều vải phía sau.",
                ),
                pic(
                    "still:2",
                    "Bàn giải thưởng chờ chủ nhân.",
                    "Huy chương, cúp nhỏ và quả bóng đặt trên mặt bàn.",
                ),
                pic(
                    "camp:1",
                    "Lửa trại lúc tám giờ tối.",
                    "Học sinh ngồi và nắm tay quanh đống lửa lớn trong đêm, những mái lều phía sau, trời đầy sao.",
                ),
                pic(
                    "stage:6",
                    "Ban nhạc 8A6 chơi bài tự viết về cái lều đổ.",
                    "Ban nhạc học sinh có đàn ghi ta, trống và sáo biểu diễn dưới ánh đèn.",
                ),
                pic(
                    "camp:3",
                    "Sáu giờ sáng, gấp lều trong sương.",
                    "Các lều trên sân cỏ buổi sớm, học sinh đứng gỡ dây và cọc.",
                ),
                pic(
                    "garden:8",
                    "Phân loại rác trước khi ra về: 14 bao.",
                    "Học sinh cầm chai nhựa và giấy đứng quanh ba thùng rác xanh lá, vàng, xanh dương.",
                ),
            ),
        ),
        author="uyvien.dd",
        photographer="Vũ Khánh",
        plan_entry=last(8),
        event_start="2026-03-25T14:00:00+07:00",
        event_end="2026-03-26T09:00:00+07:00",
        place="Sân trường",
        consent=True,
        published_on="2026-03-27T10:00:00+07:00",
    ),
    ArticleSeed(
        key="cay-phuong-di-kham",
        section="truong-xanh",
        genre="bai-phan-anh",
        title="Cây phượng nhà A được khám bệnh, có bệnh án mười hai dòng",
        summary="Cây trồng năm 1979, thân có hốc to bằng quả bóng. Kĩ sư gõ búa nghe tiếng, học sinh chép lại.",
        body=(
            img(
                "front:1",
                "Cây phượng già bên góc nhà A.",
                "Góc sân trường với tán phượng đỏ lớn che trước dãy nhà hai tầng mái ngói, ghế đá dưới gốc.",
            ),
            p(
                "Kĩ sư Trần Bá Hoàn của công ty cây xanh mang theo một chiếc búa cao su. Anh gõ quanh thân, cứ mười xăng-ti-mét một tiếng. Chỗ đặc kêu “cộc”, chỗ rỗng kêu “bùm”. Lớp 8A2 "
                "đứng vòng quanh, mỗi bạn chép một vòng.",
                "Bản đồ tiếng gõ cho thấy hốc rỗng nằm phía đông, cao từ 40 đến 110 xăng-ti-mét, chiếm chừng một phần tư mặt cắt. Chưa phải chặt. Phải cắt bớt hai cành nặng phía ngõ, chống một "
                "cành phía sân, và đừng ai ngồi lên rễ nổi nữa.",
                "Phần khó nhất là hai cành phải cắt đều đang có tổ chim. Trường xin lùi đến tháng Sáu. Trong lúc chờ, 8A2 treo dây nilon quanh khu vực ấy và tự làm biển: “Bệnh nhân đang nghỉ”.",
            ),
        ),
        author="gv.oanh",
        photographer="Lương Kim Oanh",
        plan_entry=last(7),
        topic="vuon-truong-bon-mua",
        event_start="2026-03-30T09:30:00+07:00",
        event_end="2026-03-30T11:00:00+07:00",
        published_on="2026-03-31T17:45:00+07:00",
    ),
)
