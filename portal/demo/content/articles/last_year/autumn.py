"""September and October 2025: a geography walk, a typhoon, the first girls' football cup."""

from portal.demo.content.school import last
from portal.demo.content.shape import ArticleSeed, box, gallery, h, img, p, pic, table

AUTUMN = (
    ArticleSeed(
        key="khai-giang-2025",
        section="hoat-dong-doi",
        genre="tuong-thuat",
        title="Khai giảng 2025: chiếc trống mượn và bài hát không nhạc nền",
        summary="Mặt trống của trường rách đúng chiều hôm trước. Đình làng cho mượn trống hội, mười hai người khiêng.",
        body=(
            img(
                "yard:12",
                "Hồi trống khai trường ngày 05/9/2025.",
                "Cô hiệu trưởng cầm dùi đánh chiếc trống lớn màu đỏ giữa sân, học sinh đứng quanh reo vui.",
            ),
            p(
                "Năm giờ chiều 04/9, trong lúc tổng duyệt, mặt trống của trường rách một đường dài bằng gang tay. Thầy Bách gọi bốn nơi, "
                "nơi nào cũng đang dùng trống. Bảy giờ tối, ông từ đình Trường Lâm nhắn sang: đình có trống hội, mượn thì cho, nhưng "
                "phải tự khiêng.",
                "Mười hai người khiêng trống đi bộ bảy trăm mét: bốn thầy, sáu bác phụ huynh và hai anh bán bánh mì đầu ngõ dừng xe lại "
                "giúp. Trống hội trầm hơn trống trường. Sáng hôm sau, ba hồi trống vang sang tận bờ sông, có cụ già chống gậy ra cổng "
                "hỏi hôm nay làng vào đám à.",
                "Loa cũng dở chứng, bài hát chào năm học vì thế không có nhạc nền. Khối 9 bắt nhịp, khối 6 chưa thuộc nên hát chậm nửa "
                "câu, thành ra bài hát có bè. Lễ kết thúc lúc 8 giờ 15. Buổi chiều trống được khiêng trả, kèm một đĩa xôi và 31 chữ kí "
                "cảm ơn của các chi đội.",
            ),
        ),
        author="gv.lam",
        photographer="Lê Minh",
        plan_entry=last(0),
        event_start="2025-09-05T07:00:00+07:00",
        event_end="2025-09-05T08:15:00+07:00",
        place="Sân trường",
        published_on="2025-09-06T08:40:00+07:00",
    ),
    ArticleSeed(
        key="the-hoc-sinh-2025",
        section="thong-bao",
        genre="tin-ngan",
        title="Phát thẻ học sinh và thẻ thư viện trong tuần 2",
        summary="Hai thẻ gộp làm một từ năm học này; lớp nào nhận ngày nào ghi trong bảng.",
        body=(
            p(
                "Từ năm học 2025-2026, thẻ học sinh dùng luôn để mượn sách. Ảnh chụp hồi tháng Năm đã in sẵn; em nào ảnh mờ hoặc sai tên "
                "báo lại ngay tại bàn phát, văn phòng in lại trong ba ngày."
            ),
            table(
                "Lịch phát thẻ, giờ ra chơi buổi sáng",
                ["Ngày", "Khối", "Bàn phát"],
                ["Thứ Hai 15/9", "Khối 6", "Sảnh nhà A"],
                ["Thứ Ba 16/9", "Khối 7", "Sảnh nhà A"],
                ["Thứ Tư 17/9", "Khối 8", "Cửa thư viện"],
                ["Thứ Năm 18/9", "Khối 9", "Cửa thư viện"],
            ),
            p("Mất thẻ báo cô Bùi Ngọc Ánh, phòng 102. Thẻ làm lại không thu tiền lần đầu."),
        ),
        author="thuky",
        plan_entry=last(14),
        notice=True,
        published_on="2025-09-11T09:30:00+07:00",
    ),
    ArticleSeed(
        key="ban-do-duong-di-hoc",
        section="day-va-hoc",
        genre="bai-phan-anh",
        title="Bốn mươi mốt con đường đến lớp 6A3",
        summary="Bài thực hành bản đồ đầu tiên không vẽ Việt Nam hay châu Á mà vẽ đoạn đường từ giường ngủ tới bàn học.",
        body=(
            p(
                "Tôi dạy bản đồ mười một năm và năm nào cũng bắt đầu bằng kí hiệu: chấm tròn là thành phố, nét đứt là ranh giới. Năm nay tôi "
                "bắt đầu bằng một tờ giấy trắng và câu hỏi: sáng nay em đi đường nào?"
            ),
            img(
                "classroom:22",
                "6A3 trải bản vẽ ra bàn để so tỉ lệ.",
                "Các nhóm học sinh ngồi quanh bàn tròn cùng xem những tờ giấy vẽ, cô giáo đứng bên góp ý.",
            ),
            p(
                "Bốn mươi mốt tờ nộp lên, không tờ nào có tỉ lệ. Quán phở to hơn trường. Con chó ở nhà số 12 to hơn quán phở, vì tác giả phải "
                "chạy qua nó mỗi sáng. Em Ngọc Lan vẽ rất kĩ ba trăm mét cuối, còn đoạn trước để trắng, ghi chú: “ngồi sau xe bố, ngủ”.",
                "Tiết thứ hai cả lớp ra cổng đếm bước chân. Một trăm bước của em Hoàng dài 52 mét, của em Nhím (tên ở nhà, em xin được gọi "
                "thế) dài 44 mét. Lớp tự nghĩ ra thước chung: một bước Hoàng. Thế là có tỉ lệ. Tiết thứ ba vẽ lại, quán phở trở về kích thước "
                "của nó, con chó thì cả lớp biểu quyết giữ nguyên.",
                "Bốn mươi mốt tờ ghép lại thành bản đồ phường nhìn bằng mắt học sinh, hiện dán ở cuối lớp. Trên đó có sáu chỗ được khoanh đỏ: "
                "những đoạn các em phải đi xuống lòng đường.",
            ),
        ),
        author="gv.lam",
        photographer="Chu Văn Lâm",
        plan_entry=last(15),
        event_start="2025-09-15T08:00:00+07:00",
        event_end="2025-09-19T09:30:00+07:00",
        published_on="2025-09-20T19:15:00+07:00",
    ),
    ArticleSeed(
        key="hang-o-truoc-cong",
        section="hoat-dong-doi",
        genre="bai-phan-anh",
        title="Mưa giờ tan học: 900 chiếc áo mưa và một hàng ô",
        summary="Ba buổi mưa liền, đội trực của Liên đội thử xếp ô thành mái che từ hiên nhà A ra cổng.",
        body=(
            img(
                "rain:0",
                "Chiều 23/9, hàng ô từ hiên ra cổng.",
                "Học sinh cầm ô nhiều màu đi dưới mưa trong sân trường, vũng nước loang trên nền gạch.",
            ),
            p(
                "Mưa lúc tan học là bài toán khó nhất của một ngôi trường: hơn một nghìn người cùng mặc áo mưa ở một chỗ rộng bằng hai lớp học. "
                "Ngày 22/9 mất ba mươi lăm phút cổng mới thông. Có em bé mặc xong áo mưa mới nhớ ra cặp còn ở ngoài áo.",
                "Hôm sau, đội trực lớp 8A6 mang mười sáu chiếc ô lớn, đứng thành hai hàng làm mái. Bạn nào xong áo mưa thì đi giữa hàng ô ra "
                "xe, không phải chen ở hiên. Mất hai mươi hai phút. Hôm thứ ba thêm một cải tiến: khối 6 mặc áo mưa từ trong lớp. Mười sáu phút.",
                "Người đứng cầm ô thì ướt từ gối xuống. Cô Phạm Thu Trang mua về một thùng ủng cũ đủ cỡ, để ở phòng Đội. “Đừng viết là các con "
                "hi sinh”, cô dặn tôi, “viết là các con tính giỏi”.",
            ),
            box("Phụ huynh đón con ngày mưa xin chờ ở phía chợ, chừa lối trước cổng chính cho học sinh đi bộ."),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=last(16),
        topic="an-toan-giao-thong",
        event_start="2025-09-22T16:40:00+07:00",
        event_end="2025-09-24T17:15:00+07:00",
        published_on="2025-09-25T21:05:00+07:00",
    ),
    ArticleSeed(
        key="nghi-hoc-tranh-bao",
        section="thong-bao",
        genre="tin-ngan",
        title="Toàn trường nghỉ học thứ Ba 30/9 để tránh mưa bão",
        summary="Học sinh nghỉ cả hai buổi; thư viện và sân trường đóng cửa. Trường trực điện thoại từ 6:00.",
        body=(
            box(
                "Do mưa lớn và gió giật, học sinh tất cả các khối nghỉ học cả ngày thứ Ba 30/9. Trường trực điện thoại (024) 3000 0000 từ 6:00 đến "
                "20:00."
            ),
            p(
                "Giáo viên không giao bài tập bù trong ngày nghỉ. Gia đình nhắc các em không ra bờ sông, không đi qua đoạn ngập đầu chợ Việt Hưng "
                "và tránh xa cột điện. Nhà nào thấy cây quanh trường nghiêng, xin gọi số trực. Lịch học thứ Tư 01/10 được báo trước 18:00 "
                "thứ Ba."
            ),
        ),
        author="thuky",
        notice=True,
        urgent=True,
        expires_at="2025-10-01T18:00:00+07:00",
        published_on="2025-09-29T19:45:00+07:00",
    ),
    ArticleSeed(
        key="trung-thu-2025",
        section="hoat-dong-doi",
        genre="anh-hoat-dong",
        title="Trung thu trong nhà đa năng: sáu giờ chiều, mưa chưa tạnh",
        summary="Đèn đã làm xong, cỗ đã bày, chỉ có trăng là không thấy. Tám tấm ảnh của hai phụ huynh.",
        body=(
            p(
                "Kế hoạch là rước đèn quanh sân. Đến năm giờ chiều trời vẫn mưa, ban tổ chức dời tất cả vào nhà đa năng: đi vòng theo vạch sân "
                "cầu lông, hết bốn vòng thì trao cỗ. Một bạn lớp 6 dán mặt trăng giấy lên quạt trần. Quạt không bật, trăng đứng yên suốt buổi."
            ),
            gallery(
                pic(
                    "craft:1",
                    "Chiều 05/10, khối 7 dán nốt những chiếc đèn cuối.",
                    "Học sinh ngồi quanh bàn dán giấy bóng kính lên khung đèn ông sao, dây đèn treo phía trên.",
                ),
                pic(
                    "still:3",
                    "Dãy đèn chờ đến giờ, mỗi đèn một số báo danh.",
                    "Những chiếc đèn ông sao nhiều màu treo thành hàng trên dây.",
                ),
                pic(
                    "stage:4",
                    "Khối 8 mở màn bằng điệu múa tự dựng.",
                    "Các bạn nữ mặc áo dài giơ quạt múa trên sân khấu sáng đèn, khán giả cầm que sáng.",
                ),
                pic(
                    "fair:1",
                    "Lân của 9A2, chân sau đổi người ba lần.",
                    "Con lân màu cam nhảy múa, ông địa cầm quạt đi bên cạnh, học sinh đánh trống và vỗ tay.",
                ),
                pic(
                    "yard:18",
                    "Năm phút tạnh mưa, các lớp chạy ùa ra sân.",
                    "Học sinh giơ những chiếc đèn ông sao nhiều màu đi thành hàng giữa sân trường.",
                ),
                pic(
                    "music:1",
                    "Câu lạc bộ đàn tranh chơi bài cuối.",
                    "Ba bạn ngồi trước đàn tranh, một bạn gõ trống con, cô giáo đứng bên nhịp tay.",
                ),
                pic(
                    "stage:7",
                    "Chú Cuội lớp 7A1 ôm gốc đa bằng bìa.",
                    "Cảnh kịch trên sân khấu có mái nhà tranh và bụi tre, ba bạn mặc áo nâu và áo dài.",
                ),
                pic(
                    "craft:5",
                    "Đèn rách được sửa tại chỗ, không ai phải về tay không.",
                    "Học sinh quanh bàn có tre, giấy màu và kéo, một bạn giơ cao chiếc đèn vừa dán xong.",
                ),
            ),
        ),
        author="uyvien.dd",
        photographer="Vũ Khánh",
        plan_entry=last(1),
        event_start="2025-10-06T17:00:00+07:00",
        event_end="2025-10-06T20:00:00+07:00",
        place="Nhà đa năng",
        consent=True,
        published_on="2025-10-07T20:30:00+07:00",
    ),
    ArticleSeed(
        key="ke-sach-tieng-anh",
        section="thu-vien",
        genre="tin-ngan",
        title="Giá sách tiếng Anh xếp theo số từ, không theo tuổi",
        summary="62 cuốn mỏng được dán chấm màu: xanh dưới 500 từ, vàng dưới 1.500 từ, đỏ là truyện dài.",
        body=(
            img(
                "library:8",
                "Hai bạn 6A1 mượn cuốn chấm xanh đầu tiên.",
                "Ba học sinh xếp hàng trước quầy thư viện, cô thủ thư ngồi bên máy tính ghi sách mượn.",
            ),
            p(
                "Từ 14/10, góc trái thư viện có giá sách tiếng Anh 62 cuốn do tổ và phụ huynh góp. Sách không ghi “dành cho lớp mấy” mà dán chấm "
                "theo số từ, vì có em lớp 6 đọc khá hơn anh lớp 8 và không em nào thích bị xếp xuống. Cô Hoàng Mai Phương nhờ người mượn ghi vào "
                "mảnh giấy cuối sách một từ mình vừa học được. Cuốn đầu tiên đi một vòng năm người đã có năm từ khác nhau."
            ),
        ),
        author="gv.phuong",
        photographer="Phan Yến",
        plan_entry=last(17),
        published_on="2025-10-14T17:20:00+07:00",
    ),
    ArticleSeed(
        key="bong-da-nu",
        section="the-thao-van-nghe",
        genre="tuong-thuat",
        title="Giải bóng đá nữ đầu tiên của trường có mười một đội",
        summary="Ban tổ chức dự kiến bốn đội. Lịch thi đấu phải vẽ lại ba lần, khung thành phải mượn thêm hai.",
        body=(
            img(
                "sport:20",
                "Trận mở màn giữa 8A2 và 9A5.",
                "Hai đội áo khác màu tranh bóng giữa sân cỏ, thủ môn dang tay trước khung thành, học sinh đứng xem kín đường biên.",
            ),
            p(
                "Tờ đăng kí dán ở phòng Đội hôm 01/10 kẻ sẵn sáu dòng. Đến trưa, dòng thứ bảy được viết ra lề. Đến hôm khóa sổ có mười một đội, "
                "trong đó 6A2 và 6A5 đá chung vì mỗi lớp chỉ gom được ba người biết luật ném biên.",
                "Trận hay nhất vòng bảng là 7A3 gặp 8A4, không bàn thắng nhưng có bảy lần bóng chạm cột, trọng tài đếm. Đội trưởng 8A4 Nguyễn Thục "
                "Anh bị chuột rút phút 18, ngồi ngoài chỉ đạo bằng cách hô tên các món trong canteen; hóa ra mỗi món là một cách chạy chỗ.",
                "Chung kết sáng thứ Bảy 18/10, 9A5 thắng 7A3 2–1. Bàn quyết định của Phùng Diệp Chi ghi bằng đầu gối, em nói thẳng như vậy với ban "
                "biên tập. Cúp giải là một cái ca tráng men có chữ “2025” sơn tay.",
                "Đội 7A3 xin giải năm sau đá hai lượt.",
            ),
        ),
        author="gv.bach",
        photographer="Vũ Khánh",
        plan_entry=last(3),
        event_start="2025-10-11T07:30:00+07:00",
        event_end="2025-10-18T10:30:00+07:00",
        place="Sân thể thao sau nhà B",
        published_on="2025-10-18T20:10:00+07:00",
    ),
    ArticleSeed(
        key="can-bang-thuoc-go",
        section="sang-tao",
        genre="bai-phan-anh",
        title="Chiếc cân làm từ thước gỗ sai số nửa gam",
        summary="Phòng thực hành hỏng cân điện tử. Lớp 8A7 mất hai tuần để làm một chiếc không cần pin.",
        body=(
            p(
                "Cân điện tử hỏng đúng hôm học khối lượng riêng. Thầy Duy định chuyển bài, nhưng Tùng Lâm ở bàn cuối giơ tay: “Thầy ơi, thế hồi "
                "chưa có điện người ta cân bằng gì?”.",
                "Chiếc đầu tiên là thước gỗ 50 xăng-ti-mét treo bằng chỉ ở vạch 25, hai nắp chai làm đĩa. Nó nghiêng ngay khi chưa đặt gì. Cả nhóm "
                "gọt một đầu thước, gọt quá tay, lại dán thêm băng dính đầu kia.",
            ),
            img(
                "still:16",
                "Sổ của nhóm 2, ghi mười một lần gọt thước.",
                "Quyển vở ô li mở rộng trên bàn gỗ, bút mực và lọ mực tím đặt bên cạnh.",
            ),
            h("Quả cân ở đâu ra?"),
            p(
                "Không có quả cân, lớp dùng đồng xu cũ bố Tùng Lâm sưu tầm, tra được khối lượng từng loại. Sau đó Khánh An nghĩ ra cách gọn hơn: "
                "nước. Một mi-li-lít nước nặng một gam, mà ống tiêm thì phòng y tế có đủ cỡ.",
                "Đối chiếu với cân ở cửa hàng thuốc đầu ngõ, mười lần cân lệch nhiều nhất 0,5 gam. Cô bán thuốc hỏi mượn mẫu về cho con gái làm. "
                "Cân điện tử giờ đã sửa xong, nhưng giờ thực hành vẫn để cả hai loại trên bàn. Nhóm nào nghi ngờ con số thì tự treo thước.",
            ),
        ),
        author="gv.duy",
        photographer="Trần Thu Hà",
        plan_entry=last(16),
        topic="lam-that-do-that",
        event_start="2025-10-08T14:00:00+07:00",
        event_end="2025-10-22T15:30:00+07:00",
        published_on="2025-10-23T16:30:00+07:00",
    ),
    ArticleSeed(
        key="thung-u-la",
        section="truong-xanh",
        genre="bai-phan-anh",
        title="Nhật ký một thùng ủ lá, ngày 1 đến ngày 30",
        summary="Lá bàng rụng đầy sân được gom vào ba thùng tre. Lớp 7A5 đo nhiệt độ bên trong mỗi sáng.",
        body=(
            img(
                "still:8",
                "Thùng số ba sáng ngày 7, nhiệt kế chỉ 52 độ.",
                "Thùng tre đầy lá bàng khô màu nâu đỏ, một chiếc nhiệt kế cắm giữa đống lá.",
            ),
            p(
                "<b>Ngày 1.</b> Gom được mười bốn bao lá. Mỗi thùng một công thức: chỉ lá; lá và vỏ rau bếp ăn; lá, vỏ rau và nước vo gạo.",
                "<b>Ngày 4.</b> Thùng ba 41 độ. Bạn Hiếu thò tay vào rồi rút ra ngay. Thùng một vẫn nguội như sáng sớm.",
                "<b>Ngày 9.</b> Có mùi. Thùng hai. Cô Nhạn lao công bảo tại bí quá, phải đảo. Đảo xong hết mùi, quần áo người đảo thì chưa.",
                "<b>Ngày 15.</b> Một gia đình giun đất dọn vào thùng ba. Không ai mời.",
                "<b>Ngày 22.</b> Thùng một nguyên lá. Cô Oanh bảo cứ để đấy, nó là thùng để so.",
                "<b>Ngày 30.</b> Thùng ba được hai bao mùn đen, thùng hai một bao rưỡi, thùng một vẫn nhận ra từng chiếc lá bàng. Mùn đem bón bồn "
                "hoa trước thư viện.",
            ),
        ),
        author="gv.oanh",
        photographer="Lương Kim Oanh",
        plan_entry=last(7),
        topic="vuon-truong-bon-mua",
        event_start="2025-09-27T07:00:00+07:00",
        event_end="2025-10-26T07:15:00+07:00",
        published_on="2025-10-28T18:00:00+07:00",
    ),
    ArticleSeed(
        key="cau-hoi-phieu-muon",
        section="thu-vien",
        genre="tin-ngan",
        title="Phiếu mượn sách thêm một ô trống: “Vì sao em chọn cuốn này?”",
        summary="Sau ba tuần có 284 câu trả lời, phổ biến nhất là “tại bìa”.",
        body=(
            p(
                "Thư viện in thêm một ô nhỏ trên phiếu mượn, không bắt buộc. Kết quả ba tuần: 91 phiếu chọn vì bìa, 64 vì bạn kể, 38 vì tên truyện, "
                "22 vì mỏng, còn lại mỗi người một lý do. Có phiếu ghi “tại nó đứng một mình”. Cô Phan Thị Yến quay mặt bìa của hai mươi cuốn ít "
                "người mượn ra ngoài, tuần sau mười bốn cuốn trong số đó đã đi khỏi giá. Riêng cuốn đứng một mình đã được đổi chỗ, bên cạnh có "
                "hai cuốn cùng tác giả."
            ),
        ),
        author="nv.yen",
        plan_entry=last(17),
        published_on="2025-10-31T15:40:00+07:00",
    ),
)
