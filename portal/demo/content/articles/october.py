"""October, first half: congress, books, three bottles of water."""

from portal.demo.content.shape import ArticleSeed, box, h, img, p, quote, ul

OCTOBER = (
    ArticleSeed(
        key="dai-hoi-lien-doi-tin",
        section="hoat-dong-doi",
        genre="tin-hoi-nghi",
        title="Đại hội Liên đội nhiệm kỳ 2026-2027 khai mạc chiều 08/10",
        summary="140 đại biểu của 28 chi đội bầu Ban Chỉ huy mới gồm 15 bạn. Danh sách ứng cử mở đến hết ngày 06/10.",
        body=(
            p(
                "Đại hội Liên đội khai mạc lúc <b>14:00, thứ Năm 08/10</b>, tại hội trường tầng 2 nhà A. Mỗi chi đội cử năm đại biểu. "
                "Điểm mới năm nay: mọi đội viên đều có thể tự ứng cử, chỉ cần mười bạn ở ít nhất ba lớp ký ủng hộ.",
                "Chương trình:",
                ul(
                    "14:00 – Chào cờ, báo cáo việc đã làm và <i>việc chưa làm được</i> của nhiệm kỳ cũ;",
                    "14:40 – Ứng cử viên trình bày, mỗi bạn hai phút;",
                    "15:20 – Bỏ phiếu kín, kiểm phiếu công khai;",
                    "16:10 – Ra mắt Ban Chỉ huy, thông qua ba việc sẽ làm trong năm.",
                ),
                "Các chi đội gửi kiến nghị vào hộp thư ở cầu thang nhà A trước 17:00 ngày 06/10. Phụ huynh quan tâm có thể đến dự, "
                "xin báo với cô Tổng phụ trách để xếp ghế.",
            ),
        ),
        author="uyvien.dd",
        plan_entry=2,
        opening_at="2026-10-08T14:00:00+07:00",
        event_start="2026-10-08T14:00:00+07:00",
        event_end="2026-10-08T16:30:00+07:00",
        place="Hội trường tầng 2, nhà A",
        published_on="2026-10-02T10:30:00+07:00",
    ),
    ArticleSeed(
        key="tuan-le-doc-sach",
        section="thu-vien",
        genre="tuong-thuat",
        title="Mười lăm phút cả trường cùng im lặng",
        summary="8 giờ sáng thứ Hai, trống không báo vào tiết mà báo giờ đọc. Từ cô văn thư đến bác bảo vệ, ai cũng có một cuốn sách.",
        body=(
            img(
                "library:1",
                "Góc đệm ngồi của thư viện chật kín trong giờ ra chơi.",
                "Học sinh ngồi khoanh chân trên đệm màu đọc sách, cô giáo đứng đọc cho các em nghe.",
            ),
            p(
                "Tuần lễ đọc sách mở bằng một việc không ai phải tập dượt. Đúng 8 giờ ngày 05/10, trống điểm một tiếng, hơn một nghìn "
                "hai trăm người trong trường cùng mở sách. Cửa lớp để ngỏ. Từ hành lang chỉ nghe tiếng lật trang và tiếng chim.",
                "Bác Tám bảo vệ đọc một cuốn về cách ghép cây. Cô văn thư đọc truyện trinh thám, đọc xong mười lăm phút thì xin cô thư "
                "viện mượn về vì “chưa biết ai là thủ phạm”. Ở lớp 7A6, Hà My đọc đến đoạn buồn, mắt đỏ hoe, bạn cùng bàn lặng lẽ "
                "đẩy sang tờ khăn giấy rồi đọc tiếp.",
                "Bốn ngày sau đó, mỗi ngày một việc: đổi sách lấy sách, kể lại cuốn sách bằng ba câu, vẽ bìa mới cho cuốn sách cũ, và "
                "gặp người viết. Bàn đổi sách chuyển tay 417 cuốn, riêng khối 8 mang đến nhiều nhất.",
            ),
            quote("Em không biết là cả trường im được như thế.", "Trịnh Gia Hân, lớp 9A5"),
            p(
                "Từ tuần này, mười lăm phút đọc giữ lại vào 8 giờ thứ Hai cách tuần. Sách gì cũng được, kể cả truyện tranh, trừ sách "
                "giáo khoa."
            ),
        ),
        author="giaovien2",
        photographer="Phan Yến",
        plan_entry=3,
        event_start="2026-10-05T08:00:00+07:00",
        event_end="2026-10-09T17:00:00+07:00",
        place="Thư viện và các lớp học",
        published_on="2026-10-10T09:20:00+07:00",
    ),
    ArticleSeed(
        key="dai-hoi-lien-doi",
        section="hoat-dong-doi",
        genre="tuong-thuat",
        title="Đại hội Liên đội: thắng nhau hai phiếu và một lời hứa về vòi nước",
        summary="Mười chín ứng cử viên, mười lăm ghế. Bạn được nhiều phiếu nhất hứa đúng một việc.",
        body=(
            img(
                "meeting:0",
                "Đại biểu giơ thẻ thông qua nghị quyết.",
                "Hội trường có phông đỏ và ngôi sao vàng, một học sinh phát biểu trên bục, đại biểu phía dưới giơ thẻ biểu quyết.",
            ),
            p(
                "Mười chín bạn ứng cử, trong đó bảy bạn tự ứng cử. Hai phút trình bày trôi nhanh hơn ai cũng tưởng: có bạn mới giới thiệu "
                "xong tên mình đã hết giờ, có bạn nói xong sau bốn mươi giây rồi đứng cười.",
                "Bạn Đặng Hoàng Yến, 8A4, không hứa nhiều. Yến đặt lên bục một chiếc cốc và hỏi hội trường: “Vòi nước tầng ba nhà B chảy "
                "yếu từ tháng Chín, ai đã báo rồi giơ tay?”. Không ai giơ. “Việc đầu tiên em làm là một cuốn sổ báo hỏng, để ở phòng Đội, "
                "ai cũng ghi được, ai cũng xem được đã sửa chưa.”",
                "Kiểm phiếu lúc 15:50, chiếu từng lá lên màn hình. Yến được 121 trên 139 phiếu hợp lệ, hơn người thứ hai đúng hai phiếu. "
                "Ban Chỉ huy mới có 15 bạn, chín nữ, sáu nam, bạn nhỏ nhất học lớp 6.",
                "Nghị quyết chỉ có ba việc: sổ báo hỏng, giờ chơi không điện thoại vào thứ Tư, và mỗi chi đội chăm một gốc cây. Đại hội "
                "kết thúc sớm mười phút. Sáng hôm sau, cuốn sổ bìa đỏ đã có trên bàn phòng Đội. Dòng đầu tiên: <i>vòi nước, tầng ba, "
                "nhà B</i>.",
            ),
        ),
        author="giaovien1",
        co_authors=(("uyvien.dd", 30),),
        photographer="Vũ Khánh",
        plan_entry=2,
        event_start="2026-10-08T14:00:00+07:00",
        event_end="2026-10-08T16:20:00+07:00",
        place="Hội trường tầng 2, nhà A",
        published_on="2026-10-09T11:40:00+07:00",
    ),
    ArticleSeed(
        key="sach-moi-thang-10",
        section="thu-vien",
        genre="tin-ngan",
        title="Một trăm cuốn sách mới về kệ, mượn bằng thẻ học sinh",
        summary="Thư viện nhận 100 đầu sách mới; giờ mở cửa kéo dài đến 17:30 các ngày thứ Ba và thứ Năm.",
        body=(
            img(
                "library:2",
                "Hàng chờ mượn sách giờ ra chơi sáng 12/10.",
                "Ba học sinh xếp hàng trước quầy, một bạn ôm cuốn sách, cô thủ thư ngồi bên máy tính ghi mượn.",
            ),
            p(
                "Từ 12/10, thư viện có thêm 100 đầu sách, chọn theo phiếu đề nghị của học sinh: 38 cuốn khoa học thường thức, 27 truyện "
                "dài, 20 truyện tranh, 15 cuốn về nghề nghiệp. Mỗi bạn mượn hai cuốn trong hai tuần bằng thẻ học sinh. Cuốn nào có người "
                "chờ sẽ gắn dải giấy vàng. Thứ Ba và thứ Năm, thư viện mở đến <b>17:30</b>; các ngày khác đến 16:30."
            ),
        ),
        author="thuky",
        photographer="Phan Yến",
        plan_entry=14,
        published_on="2026-10-12T15:00:00+07:00",
    ),
    ArticleSeed(
        key="lop-boi-quang-cao",
        section="thong-bao",
        genre="tin-ngan",
        title="Bể bơi Hoa Súng giảm học phí lớp bơi an toàn cho học sinh trong phường",
        summary="Tin quảng cáo do Trung tâm thể thao Hoa Súng gửi đăng; nhà trường không thu hộ và không tổ chức lớp này.",
        body=(
            p(
                "Trung tâm thể thao Hoa Súng mở lớp bơi an toàn 12 buổi cho học sinh từ 11 đến 15 tuổi, học chiều thứ Bảy và sáng Chủ "
                "nhật, bắt đầu từ 17/10. Học sinh các trường trong phường được giảm 30% học phí; em thuộc hộ khó khăn được miễn phí, "
                "kèm giấy xác nhận của phường. Mỗi lớp không quá mười hai em, có hai người dạy và một cứu hộ.",
                "Gia đình đăng ký trực tiếp với trung tâm.",
            ),
            box("Đây là tin quảng cáo của đơn vị ngoài nhà trường. Mọi thỏa thuận là giữa gia đình và trung tâm."),
        ),
        author="thuky",
        kind="advertisement",
        advertiser={
            "name": "Trung tâm thể thao Hoa Súng",
            "contact": "Chị Lưu Hạnh, (024) 3000 0123, hoasung@example.vn",
        },
        published_on="2026-10-12T16:30:00+07:00",
    ),
    ArticleSeed(
        key="co-thu-thu",
        section="thu-vien",
        genre="phong-su-phong-van",
        title="“Cuốn nào rách nhiều nhất là cuốn cô thương nhất”",
        summary="Chuyện với cô Phan Thị Yến, người dán lại gáy hơn hai trăm cuốn sách mỗi năm.",
        body=(
            img(
                "library:3",
                "Bàn đọc lớn lúc bốn giờ chiều.",
                "Bốn học sinh ngồi đọc sách quanh bàn dài, một bạn khác với tay lấy sách trên giá.",
            ),
            p(
                "Bàn làm việc của cô Yến có kéo, chỉ, hồ và một cái bàn là cũ. Chiều thứ Ba, hai bạn trong ban báo tường ngồi cạnh cô, "
                "vừa giúp cô ép gáy sách vừa hỏi."
            ),
            h("Thưa cô, cuốn nào được mượn nhiều nhất?"),
            p(
                "Không phải cuốn mới đâu. Là một tập truyện phiêu lưu in đã mười bốn năm, cô khâu gáy ba lần. Nhìn thẻ mượn thấy có chị "
                "từng học ở đây, giờ em gái lại mượn đúng cuốn ấy. Cuốn nào rách nhiều nhất là cuốn cô thương nhất."
            ),
            h("Có bạn nào làm mất sách không ạ?"),
            p(
                "Có. Năm ngoái một bạn nam lớp 7 làm mất, sợ quá không dám vào thư viện hai tháng. Hôm gặp ở sân, cô bảo: “Con kể cho cô "
                "cuốn ấy viết gì, coi như con trả được một nửa.” Bạn ấy kể hết giờ ra chơi. Nửa còn lại bạn ấy trả bằng cách trực thư viện "
                "mỗi thứ Năm, đến giờ vẫn trực, dù hết nợ lâu rồi."
            ),
            h("Cô mong gì ở thư viện năm nay?"),
            p(
                "Cô mong thêm hai cái đèn ở góc trong, và mong các con cứ tranh nhau chỗ ngồi cạnh cửa sổ như bây giờ. Thư viện mà không "
                "ai giành chỗ thì buồn lắm."
            ),
        ),
        author="giaovien2",
        photographer="Lê Minh",
        plan_entry=3,
        interviewee="Cô Phan Thị Yến, nhân viên thư viện",
        consent=True,
        event_start="2026-10-13T15:45:00+07:00",
        published_on="2026-10-14T18:00:00+07:00",
    ),
    ArticleSeed(
        key="ba-chai-nuoc",
        section="day-va-hoc",
        genre="bai-phan-anh",
        title="Giờ thực hành Khoa học tự nhiên: khi học sinh tự thiết kế thí nghiệm",
        summary="Không có phiếu bài tập in sẵn. Lớp 7A3 mang ba chai nước đến lớp và một câu hỏi: nước nào tưới cây tốt nhất?",
        body=(
            img(
                "lab:0",
                "Nhóm 3 so màu sau lần đo thứ hai.",
                "Bốn học sinh đứng sau bàn thí nghiệm, một bạn rót chất lỏng vào bình, bạn bên cạnh ghi chép.",
            ),
            p(
                "Chai thứ nhất là nước mưa hứng từ mái hiên nhà An. Chai thứ hai, nước giếng khoan của bà ngoại Vy, hơi vàng và có mùi sắt. "
                "Chai thứ ba bạn Đức Giang múc ở ao làng ngay sáng nay, còn lẫn vài sợi rong.",
                "“Em muốn biết vì sao rau nhà bà tưới nước ao lại xanh hơn”, Giang nói. Cô không trả lời. Cô hỏi lại cả lớp: "
                "<b>muốn biết thì phải đo cái gì?</b> Bảng kín dần: màu, cặn, độ chua, số lá sau hai tuần. Có bạn đề nghị nếm, đề nghị ấy "
                "bị bác trong ba giây.",
                "Sáu nhóm, sáu cách làm. Nhóm 3 dùng giấy quỳ. Nhóm 5 lọc qua bông rồi cân bông. Nhóm 1 quên để một chậu không thay đổi gì, "
                "đến cuối giờ mới nhận ra không biết so với ai, xin làm lại từ đầu.",
            ),
            quote("Lần đầu em thấy làm sai mà không bị trừ điểm, chỉ bị hỏi thêm.", "Lê Bảo An, lớp 7A3"),
            p(
                "Mười tám chậu cải mầm giờ xếp ở bệ cửa sổ phòng thực hành, mỗi chậu một mảnh băng dính ghi ngày. Kết quả đợi hai tuần nữa. "
                "Sáng nào cũng có người ghé qua đếm lá trước khi vào lớp, kể cả những bạn không học 7A3."
            ),
        ),
        author="giaovien1",
        photographer="Lê Minh",
        plan_entry=12,
        event_start="2026-10-14T09:30:00+07:00",
        event_end="2026-10-14T11:05:00+07:00",
        published_on="2026-10-15T10:42:00+07:00",
    ),
    ArticleSeed(
        key="phat-dong-khkt",
        section="sang-tao",
        genre="tin-ngan",
        title="Cuộc thi khoa học kĩ thuật cấp trường nhận ý tưởng đến 30/10",
        summary="Mỗi nhóm hai hoặc ba bạn, một trang giấy nêu vấn đề thật quanh mình; chưa cần có sản phẩm.",
        body=(
            img(
                "lab:8",
                "Nhóm dự thi năm ngoái thử mạch điện.",
                "Học sinh quanh bàn thí nghiệm có bóng đèn đang sáng, pin và công tắc, một bạn ghi chép.",
            ),
            p(
                "Nhà trường nhận ý tưởng dự thi từ 08/10 đến hết <b>30/10</b> tại phòng 304. Bản ý tưởng chỉ một trang, trả lời ba câu: "
                "em thấy điều gì chưa ổn, em định thử cách nào, làm sao biết cách ấy đúng hay sai. Nhóm gồm hai hoặc ba bạn, được khác lớp, "
                "khác khối. Thầy cô hướng dẫn giúp mượn dụng cụ nhưng không làm thay. Vòng trình bày dự kiến giữa tháng Mười một."
            ),
        ),
        author="uyvien.cm",
        photographer="Lê Minh",
        plan_entry=6,
        published_on="2026-10-08T08:00:00+07:00",
    ),
    ArticleSeed(
        key="khai-mac-hoi-khoe",
        section="the-thao-van-nghe",
        genre="tuong-thuat",
        title="Ngày hội chạy: về cuối được vỗ tay lâu nhất",
        summary="Hội khỏe Phù Đổng cấp trường mở màn sáng thứ Bảy với tám cự li chạy và một bạn lớp 6 chạy một chân giày.",
        body=(
            img(
                "sport:2",
                "Cự li 100 mét nam khối 8, còn mười mét cuối.",
                "Năm vận động viên nhí chạy hết sức về đích trên đường chạy đỏ, bạn bè reo hò phía sau.",
            ),
            p(
                "Bảy rưỡi sáng 17/10, đường chạy sau nhà B còn ướt sương. Cô giáo thể dục rắc mùn cưa ở khúc cua rồi thổi còi. Hội khỏe năm "
                "nay không diễu hành, chạy luôn.",
                "Cự li 100 mét nam khối 8 hay nhất buổi sáng. Trần Quốc Bảo (8A5) và Lý Anh Dũng (8A1) chạm dây cùng lúc đến mức trọng tài "
                "phải xem lại đoạn phim ba lần. Chênh nhau nửa bàn chân, Bảo nhất. Hai bạn dìu nhau ra vòi nước, uống chung một chai.",
                "Nhưng tràng pháo tay dài nhất thuộc về cự li 400 mét nữ khối 6. Em Mai Phương tuột giày ở vòng đầu, đứng lại nửa giây rồi "
                "chạy tiếp với một chân đất. Em về cuối. Cả khán đài đứng dậy từ lúc em còn cách đích năm chục mét. Bạn về nhất quay lại, "
                "tay cầm chiếc giày.",
                "Sau buổi sáng, khối 9 dẫn đầu với 34 điểm, khối 8 kém hai điểm. Bóng đá, kéo co và cầu lông thi đấu vào các buổi chiều, "
                "chung kết trong nửa đầu tháng Mười một.",
            ),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=4,
        event_start="2026-10-17T07:30:00+07:00",
        event_end="2026-10-17T10:45:00+07:00",
        place="Sân thể thao sau nhà B",
        published_on="2026-10-18T09:30:00+07:00",
    ),
    ArticleSeed(
        key="chiec-vi",
        section="viec-tu-te",
        genre="tin-ngan",
        title="Chiếc ví ở bến xe buýt và hai bạn lớp 6A7",
        summary="Nhặt được ví có giấy tờ và hơn bốn triệu đồng, Hải Nam và Thùy Dương mang về phòng bảo vệ nhờ tìm chủ.",
        body=(
            img(
                "still:9",
                "Hai bó cúc của bác bán hoa trên bàn giáo viên lớp 6A7.",
                "Hoa cúc vàng và trắng cắm trong lọ thủy tinh trên bàn, bên cạnh là chiếc ví da màu nâu.",
            ),
            p(
                "Chiều 19/10, trên đường ra bến xe buýt, Phùng Hải Nam và Ngô Thùy Dương (6A7) nhặt được một chiếc ví nâu. Hai bạn không mở "
                "ra đếm, quay lại trường đưa bác Tám bảo vệ. Trong ví có giấy tờ và hơn bốn triệu đồng của một bác bán hoa ở chợ Việt Hưng. "
                "Sáng hôm sau bác tới nhận, mang theo hai bó cúc. Hai bạn cắm hoa ở bàn giáo viên lớp 6A7. “Bố mẹ em dặn, đồ của ai thì "
                "người ấy đang tìm”, Dương nói."
            ),
        ),
        author="giaovien2",
        photographer="Lê Minh",
        plan_entry=13,
        event_start="2026-10-19T16:50:00+07:00",
        published_on="2026-10-20T14:10:00+07:00",
    ),
)
