"""November before the twentieth: a final, a rehearsal, a water meter."""

from portal.demo.content.shape import ArticleSeed, gallery, h, img, p, pic, quote, table, ul

NOVEMBER = (
    ArticleSeed(
        key="ao-am",
        section="viec-tu-te",
        genre="bai-phan-anh",
        title="Những chiếc áo được giặt, là và gài một mảnh giấy",
        summary="Liên đội gom 640 áo ấm gửi bạn ở một trường vùng cao. Chiếc nào cũng qua tay người kiểm cúc.",
        body=(
            p(
                "Thông báo gom áo chỉ có một dòng in đậm: <b>áo mà em vẫn muốn mặc</b>. Vì dòng ấy, buổi đầu phòng Đội trả lại gần năm chục "
                "chiếc, kèm lời cảm ơn và lý do: rách khuỷu, hỏng khóa, ố vàng. Không ai giận. Nhiều chiếc quay lại hôm sau, khóa đã thay.",
                "Ba buổi chiều, ban phụ huynh mang đến sáu chiếc bàn là. Các bạn khối 7 kiểm cúc, khối 8 gấp, khối 9 viết nhãn cỡ. Túi áo bên "
                "trái mỗi chiếc gài một mảnh giấy, viết gì cũng được trừ hai chữ “thương hại”. Tôi đọc trộm vài mảnh. “Áo này may mắn, tớ mặc "
                "nó hôm được 9 Toán.” “Cổ hơi ngứa lúc đầu, sau quen.” “Túi trong có chỗ giấu kẹo.”",
            ),
            img(
                "classroom:10",
                "Khối 8 gấp áo ở phòng học chung.",
                "Học sinh ngồi quanh bàn tròn cùng làm, hai bạn đứng hai bên, cô giáo xem giúp.",
            ),
            p(
                "Chiều 02/11, xe chở 640 chiếc áo rời cổng. Anh Thào A Páo, giáo viên trường bạn về nhận, chỉ xin thêm một thứ: địa chỉ phòng "
                "Đội. “Các cháu ở trên sẽ viết trả lời”, anh nói, “chắc chắn đấy, có khi còn hỏi điểm Toán.”"
            ),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=13,
        event_start="2026-10-28T15:30:00+07:00",
        event_end="2026-11-02T16:30:00+07:00",
        published_on="2026-11-03T20:00:00+07:00",
    ),
    ArticleSeed(
        key="chung-ket-bong-da",
        section="the-thao-van-nghe",
        genre="tuong-thuat",
        title="Giải bóng đá khối 8: chung kết nghẹt thở đến phút cuối",
        summary="8A1 và 8A5 hòa 2–2 sau bốn mươi phút. Loạt sút luân lưu kéo đến lượt thứ bảy.",
        body=(
            img(
                "sport:0",
                "Pha bóng dẫn đến bàn gỡ hòa 2–2.",
                "Hai đội áo khác màu tranh bóng giữa sân, thủ môn dang tay trước khung thành, khán giả đứng kín đường biên.",
            ),
            p(
                "Bốn rưỡi chiều 06/11, khán đài là hành lang ba tầng nhà B. Lớp nào cũng có trống. 8A5 vào sân với đôi giày mượn của anh trai "
                "thủ môn, 8A1 vào sân với chín bạn đau chân, theo lời đội trưởng kể lúc thắng.",
                "<b>Phút 6</b>, Dũng (8A1) sút chìm từ mép vòng tròn, 1–0. <b>Phút 15</b>, từ quả phạt góc, trung vệ cao nhất khối của 8A5 đánh "
                "đầu, 1–1. Sang hiệp hai 8A5 vượt lên nhờ cú sút mà chính người sút bảo là chuyền. <b>Phút 38</b>, trời nhá nhem, 8A1 được đá phạt. "
                "Bóng chạm hàng rào, đổi hướng, lăn chậm đến mức cả sân kịp nín thở rồi mới hét: 2–2.",
                "Luân lưu đến lượt thứ bảy. Thủ môn Đăng Khoa của 8A1 chạy sang ôm thủ môn bạn trước khi vào gôn, bảo: “Ai thua cũng được ăn "
                "kem nhé.” Quả sút tiếp theo Khoa đẩy được. 8A1 vô địch. Giải phong cách về tay 8A5, đội không nhận chiếc thẻ nào trong năm trận.",
                "Kem thì cả hai lớp ăn ở đầu ngõ, cô chủ quán bớt mười nghìn.",
            ),
        ),
        author="giaovien2",
        photographer="Vũ Khánh",
        plan_entry=4,
        event_start="2026-11-06T16:30:00+07:00",
        event_end="2026-11-06T17:40:00+07:00",
        place="Sân thể thao sau nhà B",
        published_on="2026-11-07T08:10:00+07:00",
    ),
    ArticleSeed(
        key="kham-suc-khoe",
        section="thong-bao",
        genre="tin-ngan",
        title="Khám sức khỏe định kỳ khối 6 và khối 8 trong tuần 11",
        summary="Trạm y tế phường khám tại trường sáng 17/11 và 18/11; học sinh mang sổ theo dõi sức khỏe.",
        body=(
            p(
                "Trạm y tế phường Việt Hưng khám sức khỏe định kỳ cho học sinh tại phòng đa năng nhà A:",
                ul("Khối 6: 7:30, thứ Ba 17/11;", "Khối 8: 7:30, thứ Tư 18/11."),
                "Nội dung khám gồm chiều cao, cân nặng, mắt, răng, cột sống. Học sinh ăn sáng bình thường, mang sổ theo dõi sức khỏe và kính đang "
                "đeo. Kết quả được gửi riêng từng gia đình trong phong bì dán kín. Em vắng mặt được khám bù tại trạm, không mất phí.",
            ),
        ),
        author="thuky",
        plan_entry=11,
        notice=True,
        received_from={
            "name": "Bác sĩ Cao Văn Lộc",
            "unit": "Trạm y tế phường Việt Hưng",
            "received_at": "2026-11-09T08:40:00+07:00",
        },
        published_on="2026-11-10T09:15:00+07:00",
    ),
    ArticleSeed(
        key="xe-dap-dien",
        section="hoat-dong-doi",
        genre="bai-chuyen-sau",
        title="Xe đạp điện: ba ngày đứng đếm trước cổng",
        summary="Nhóm 8A2 đếm 1.046 lượt xe. Con số đáng lo nhất không phải tốc độ.",
        body=(
            p(
                "Trong ba buổi tan học đầu tháng Mười một, sáu bạn lớp 8A2 chia nhau đứng ở hai đầu ngõ Hàng Bàng, đếm bằng que diêm: một que là "
                "một xe đạp điện có học sinh ngồi. Tổng cộng 1.046 lượt."
            ),
            table(
                "Kết quả đếm ba buổi 03, 04 và 05/11",
                ["Hành vi", "Số lượt", "Tỉ lệ"],
                ["Đội mũ và cài quai", "861", "82%"],
                ["Đội mũ, không cài quai", "139", "13%"],
                ["Không đội mũ", "46", "4%"],
                ["Chở ba", "12", "1%"],
                ["Đi hàng ba trở lên", "217", "21%"],
            ),
            img(
                "gate:2",
                "Giờ tan học nhìn từ cổng trường.",
                "Các bạn học sinh đội mũ bảo hiểm đi xe đạp qua vạch sang đường trước cổng, một bạn cầm cờ hướng dẫn.",
            ),
            h("Đi hàng ba: vì muốn nói chuyện"),
            p(
                "Nhóm tưởng sẽ phải viết về mũ. Nhưng con số khiến cả nhóm dừng lại là 217 lượt đi hàng ba, gấp gần năm lần số không đội mũ. Hỏi 40 "
                "bạn, 31 bạn trả lời giống nhau: đi song song để nói chuyện. Ngõ hẹp, xe ngược chiều phải dừng hẳn."
            ),
            h("Thử một cách chữa"),
            p(
                "Không thể cấm trò chuyện, nhóm đề nghị kê bốn ghế dài dưới gốc bàng và mở cổng thêm mười lăm phút sau giờ tan. Hai ngày thử, lượt đi "
                "hàng ba giảm còn 58. Cô Tổng phụ trách đã chuyển đề nghị lên nhà trường. Còn 46 lượt không mũ? “Cái ấy phải hỏi từng người”, bạn "
                "Khôi nói, “và bọn em đã có tên… của chính bọn em trong đó, hai lượt.”"
            ),
        ),
        author="uyvien.dd",
        co_authors=(("congtacvien", 40),),
        photographer="Đỗ Quang Huy",
        plan_entry=13,
        topic="an-toan-giao-thong",
        event_start="2026-11-03T16:45:00+07:00",
        event_end="2026-11-10T17:15:00+07:00",
        published_on="2026-11-11T17:00:00+07:00",
    ),
    ArticleSeed(
        key="hoi-nghi-y-tuong",
        section="sang-tao",
        genre="tin-hoi-nghi",
        title="Mười bốn nhóm trình bày ý tưởng khoa học kĩ thuật chiều 17/11",
        summary="Mỗi nhóm có năm phút nói và năm phút nghe hỏi; học sinh toàn trường được vào dự.",
        body=(
            img(
                "meeting:1",
                "Buổi họp chuẩn bị của hội đồng góp ý.",
                "Các thầy cô ngồi quanh bàn bầu dục, một thầy đứng nói, trên màn hình là biểu đồ cột nhiều màu.",
            ),
            p(
                "Hội nghị góp ý ý tưởng khoa học kĩ thuật khai mạc lúc <b>14:00, thứ Ba 17/11</b> tại hội trường tầng 2 nhà A. Từ 31 bản ý tưởng, "
                "hội đồng chọn mười bốn nhóm vào vòng trình bày; mười bảy nhóm còn lại nhận thư góp ý riêng và có thể nộp lại năm sau.",
                "Mỗi nhóm nói năm phút rồi nghe hỏi năm phút. Hội đồng gồm ba thầy cô, một kĩ sư là cha học sinh và hai anh chị cựu học sinh. Người "
                "dự được hỏi bằng phiếu giấy. Kết quả không xếp hạng, chỉ ghi “làm tiếp”, “làm lại câu hỏi” hoặc “đổi cách đo”.",
            ),
        ),
        author="uyvien.cm",
        photographer="Lê Minh",
        plan_entry=6,
        opening_at="2026-11-17T14:00:00+07:00",
        event_start="2026-11-17T14:00:00+07:00",
        event_end="2026-11-17T17:00:00+07:00",
        place="Hội trường tầng 2, nhà A",
        published_on="2026-11-12T15:30:00+07:00",
    ),
    ArticleSeed(
        key="chuyen-de-toan-8",
        section="day-va-hoc",
        genre="tuong-thuat",
        title="Dự giờ chuyên đề Toán 8: học hình bằng dây và cọc",
        summary="Hai mươi sáu thầy cô ngồi cuối lớp. Người đứng trên bảng gần như cả tiết là hai học sinh.",
        body=(
            img(
                "classroom:3",
                "Gia Linh và Minh Quân trình bày cách dựng góc vuông.",
                "Hai học sinh đứng trước bảng, một bạn cầm thước chỉ, một bạn giơ tờ giấy vẽ hình, thầy giáo đứng bên nghe.",
            ),
            p(
                "Tiết hai sáng 11/11 ở phòng 304, bàn ghế được dồn sang một bên. Giữa lớp là bốn cái cọc gỗ và một cuộn dây thắt nút cách đều. Đề "
                "bài của thầy Lê Hoàng Sơn vẽ bằng phấn dưới sàn: <i>không dùng ê ke, dựng một góc vuông mà cả lớp phải tin.</i>",
                "Nhóm Gia Linh căng dây thành tam giác ba – bốn – năm. Nhóm Minh Quân gấp đôi dây tìm trung điểm rồi xoay. Hai góc lệch nhau chừng "
                "hai độ. “Tin nhóm nào?”, thầy hỏi. Lớp tranh luận mười một phút, thầy nói đúng bốn câu.",
                "Phần rút kinh nghiệm sau tiết dạy kéo dài hơn cả tiết. Cô Vân băn khoăn năm học sinh ngồi cuối không chạm vào dây. Thầy Bằng gợi ý chia "
                "tám nhóm thay vì bốn. Cô Hà, dạy môn khác, để ý thấy lúc lớp ồn nhất lại là lúc có nhiều bạn nói đúng từ “giả thiết” nhất.",
                "Tổ thống nhất hai việc: cắt thêm bốn cuộn dây, và tiết sau quay phim năm bạn ngồi cuối thay vì quay người dạy.",
            ),
        ),
        author="giaovien1",
        photographer="Lê Minh",
        plan_entry=5,
        event_start="2026-11-11T08:05:00+07:00",
        event_end="2026-11-11T10:00:00+07:00",
        place="Phòng 304, nhà A",
        published_on="2026-11-12T20:40:00+07:00",
    ),
    ArticleSeed(
        key="bao-tuong",
        section="hoat-dong-doi",
        genre="bai-phan-anh",
        title="Tờ báo tường không có chữ “người lái đò”",
        summary="28 chi đội làm báo tường chào mừng 20/11 với một luật chơi: không dùng những câu ai cũng đã dùng.",
        body=(
            p(
                "Danh sách cấm dài mười hai dòng, do chính ban báo tường lập: người lái đò, ngọn nến, phượng hồng, “thấm thoắt thoi đưa”… Ai viết phải "
                "kể một chuyện chỉ mình mình biết. Tuần đầu ở phòng Đội rất yên ắng, vì chẳng ai viết nổi dòng nào.",
                "Rồi bài đến. 6A3 kể cô chủ nhiệm có thói quen gõ ba tiếng lên bàn trước khi trả bài kém, “để bọn em kịp hít thở”. 7A2 vẽ bản đồ đường đi "
                "của chiếc xe đạp thầy Bằng, có đánh dấu chỗ thầy dừng mua bánh mì cho bạn hay nhịn sáng. 9A4 dán mười một lời phê chữ đỏ nguyên bản, lời "
                "ngắn nhất là “Ừ, đúng rồi đấy!”.",
            ),
            img(
                "classroom:1",
                "Giờ sinh hoạt lớp, mỗi bàn một đoạn bản thảo.",
                "Học sinh ngồi từng đôi viết bài, vài bạn giơ tay, cô giáo đi giữa các bàn, tranh treo trên tường.",
            ),
            p(
                "Sáng 12/11, hai mươi tám tờ báo treo kín hành lang nhà A. Thầy cô đi dạy phải đến sớm mười phút. Có người đứng rất lâu trước tờ của "
                "9A4, lấy khăn lau kính, rồi lau thêm lần nữa."
            ),
        ),
        author="giaovien2",
        photographer="Phan Yến",
        plan_entry=8,
        topic="tri-an-thay-co-20-11",
        event_start="2026-11-05T15:30:00+07:00",
        event_end="2026-11-12T07:00:00+07:00",
        published_on="2026-11-13T10:20:00+07:00",
    ),
    ArticleSeed(
        key="keo-co",
        section="the-thao-van-nghe",
        genre="anh-hoat-dong",
        title="Kéo co chiều thứ Sáu: dây đứt, hai đội cùng ngã",
        summary="Trận chung kết kéo co khối 7 phải đá lại vì lý do chưa từng có. Xem ảnh sẽ rõ.",
        body=(
            p(
                "Khi 7A4 và 7A6 giằng co đến giây thứ bốn mươi, sợi dây dùng từ mười năm trước đứt đúng chỗ buộc khăn. Không ai đau, ai cũng lấm. Trận đá "
                "lại với dây mới, 7A6 thắng 2–1."
            ),
            gallery(
                pic(
                    "sport:1",
                    "Giây thứ ba mươi tám, trước khi dây đứt.",
                    "Hai đội kéo co ngả người về hai phía, cô trọng tài giơ tay ở giữa, khán giả đứng phía sau.",
                ),
                pic(
                    "sport:5",
                    "Trận đá lại, 7A6 mặc áo mới mượn.",
                    "Hai đội mặc áo khác màu kéo co trên bãi cỏ, dây có buộc khăn đỏ ở giữa.",
                ),
                pic(
                    "sport:3",
                    "Cùng buổi chiều: tứ kết cầu lông.",
                    "Hai bạn đánh cầu lông hai bên lưới, quả cầu trắng đang bay trên không.",
                ),
                pic(
                    "sport:6",
                    "Chung kết chạy 200 mét khối 9.",
                    "Năm bạn chạy trên đường chạy đỏ, bạn dẫn đầu sắp chạm vạch đích.",
                ),
            ),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=4,
        event_start="2026-11-13T15:30:00+07:00",
        event_end="2026-11-13T17:15:00+07:00",
        place="Sân thể thao sau nhà B",
        consent=True,
        published_on="2026-11-14T09:00:00+07:00",
    ),
    ArticleSeed(
        key="dem-van-nghe",
        section="the-thao-van-nghe",
        genre="tuong-thuat",
        title="Đêm văn nghệ “Ngôi trường mến yêu”: mất điện ở bài thứ chín",
        summary="Mười sáu tiết mục, ba trăm chiếc đèn pin điện thoại và một bài hát không cần micro.",
        body=(
            img(
                "stage:1",
                "Hợp xướng khối 9 lúc có điện lại.",
                "Dàn hợp xướng học sinh áo trắng khăn đỏ hát trên sân khấu, hai bạn lĩnh xướng cầm micro phía trước.",
            ),
            p(
                "Bảy giờ tối 14/11, sân trường kín ghế. Bảy tiết mục đầu trôi chảy: múa quạt của khối 6, ban nhạc có bạn chơi sáo của 8A6, vở kịch ngắn "
                "về chú bé nhổ tre mà cây tre làm bằng ống nước sơn xanh.",
                "Đến bài thứ chín, hợp xướng khối 9, điện tắt. Sân tối đen. Cô Phạm Thu Trang kể lúc ấy cô đang chạy tìm cầu dao thì nghe phía sau có "
                "tiếng hát tiếp, nhỏ, rồi to dần. Các bạn không dừng. Khán giả bật đèn pin điện thoại, một chiếc, mười chiếc, rồi cả sân. Không có nhạc "
                "đệm, không micro, bốn mươi hai giọng hát hết bài.",
            ),
            quote("Em không nhìn thấy ai, chỉ thấy đèn. Em hát cho đèn nghe.", "Bùi Khánh Vy, lớp 9A2"),
            p(
                "Điện có lại ở câu cuối cùng, và cả sân ồ lên tiếc. Giải nhất thuộc về vở kịch của 7A5; riêng hợp xướng khối 9 được ban giám khảo trao một "
                "giải chưa có tên. Các bạn tự đặt: giải Cầu Dao."
            ),
        ),
        author="giaovien1",
        photographer="Vũ Khánh",
        plan_entry=8,
        topic="tri-an-thay-co-20-11",
        event_start="2026-11-14T19:00:00+07:00",
        event_end="2026-11-14T21:10:00+07:00",
        place="Sân trường",
        published_on="2026-11-15T09:30:00+07:00",
    ),
    ArticleSeed(
        key="hau-truong",
        section="the-thao-van-nghe",
        genre="anh-hoat-dong",
        title="Sau cánh gà: kim băng, bánh mì và ba phút cuối cùng",
        summary="Loạt ảnh hậu trường đêm 14/11 của một phụ huynh được giao việc giữ kim băng.",
        body=(
            p(
                "Tôi xin một chân giữ kim băng để được đứng trong cánh gà. Đây là những gì thấy được giữa hai lần có người kêu tuột vai áo."
            ),
            gallery(
                pic(
                    "stage:4",
                    "Múa quạt: tám tuần tập, bốn phút diễn.",
                    "Các bạn nữ mặc áo dài giơ quạt trên sân khấu, khán giả phía dưới cầm que sáng.",
                ),
                pic(
                    "stage:2",
                    "Ban nhạc 8A6 có đàn, sáo và trống mượn.",
                    "Ba bạn biểu diễn với đàn ghi ta, micro và sáo, một bạn đánh trống phía sau.",
                ),
                pic(
                    "stage:3",
                    "Cây tre ống nước của 7A5.",
                    "Cảnh kịch có mái nhà tranh và bụi tre, một bạn cầm gậy tre, một bạn đội nón lá.",
                ),
                pic(
                    "stage:5",
                    "Lĩnh xướng thử giọng lần cuối.",
                    "Hai bạn cầm micro hát phía trước dàn hợp xướng, nốt nhạc vàng trên phông.",
                ),
            ),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=8,
        topic="tri-an-thay-co-20-11",
        event_start="2026-11-14T17:00:00+07:00",
        event_end="2026-11-14T21:30:00+07:00",
        place="Cánh gà sân khấu",
        consent=True,
        published_on="2026-11-16T12:00:00+07:00",
    ),
    ArticleSeed(
        key="may-bao-nuoc",
        section="sang-tao",
        genre="phong-su-phong-van",
        title="Hỏi chuyện nhóm “Ai quên khóa vòi?”",
        summary="Ba bạn 8A5 làm máy báo vòi nước chảy quá lâu bằng linh kiện chưa đến hai trăm nghìn đồng.",
        body=(
            img(
                "robotics:3",
                "Hàn lại mạch báo sau lần đèn nháy suốt giờ ra chơi.",
                "Bốn học sinh quanh bàn lắp ráp có bảng mạch, dây và bánh xe nhỏ, một máy tính xách tay mở sẵn.",
            ),
            h("Ý tưởng đến từ đâu?"),
            p(
                "<b>Gia Huy:</b> Từ cuốn sổ báo hỏng ở phòng Đội ạ. Trong hai mươi trang có chín lần ghi “vòi chảy suốt giờ học”. Vòi không hỏng, chỉ là "
                "người cuối cùng tưởng còn người sau."
            ),
            h("Máy biết nước chảy lâu bằng cách nào?"),
            p(
                "<b>Thanh Mai:</b> Bọn em dán một cái micro nhỏ vào ống. Nước chảy thì ống kêu rì rì. Kêu liền hai phút thì đèn nháy. Lần đầu đèn nháy suốt "
                "giờ ra chơi vì nó nghe cả tiếng các bạn lớp 6."
            ),
            h("Rồi các em chữa thế nào?"),
            p(
                "<b>Tiến Đạt:</b> Em bọc mút xốp. Với lại bỏ luôn tiếng còi, vì còi thì người ta tháo pin. Đèn nháy thì người ta tò mò lại gần, mà lại gần là khóa "
                "vòi. Bọn em đếm rồi: mười hai lần nháy, mười một lần có người khóa."
            ),
            h("Điều gì khó nhất?"),
            p(
                "<b>Thanh Mai:</b> Chứng minh là nhờ máy. Có thể hôm ấy mọi người tự nhớ. Tuần sau bọn em đổi sang vòi tầng hai, tầng ba để đối chứng."
            ),
        ),
        author="giaovien1",
        photographer="Ngô Đức Thành",
        plan_entry=6,
        interviewee="Trần Gia Huy, Vũ Thanh Mai, Đinh Tiến Đạt, lớp 8A5",
        consent=True,
        event_start="2026-11-13T15:00:00+07:00",
        published_on="2026-11-15T19:45:00+07:00",
    ),
)
