"""November and December 2025: an alarm bell, a rainy twentieth, choirs and examinations."""

from portal.demo.content.school import last
from portal.demo.content.shape import ArticleSeed, doc, h, img, p, quote, table, ul

WINTER = (
    ArticleSeed(
        key="chuong-bao-chay",
        section="hoat-dong-doi",
        genre="tuong-thuat",
        title="Chuông reo lúc 9 giờ 10, nhà A trống sau ba phút bốn mươi giây",
        summary="Buổi diễn tập chữa cháy không báo trước giờ. Tầng ba xuống nhanh nhất, tầng một chậm nhất.",
        body=(
            img(
                "drill:1",
                "Lớp 8A3 đi khom dưới lớp khói giả ở cầu thang phía đông.",
                "Học sinh lấy khăn che mũi, cúi thấp người đi thành hàng ra khỏi dãy nhà, cô giáo chỉ hướng.",
            ),
            p(
                "Giáo viên chỉ biết ngày, không biết giờ. Khi chuông reo, lớp 9A2 đang làm bài mười lăm phút, lớp 6A6 đang hát. Cô giáo dạy hát kể "
                "các em đứng dậy xếp hàng mà miệng vẫn chưa kịp dừng.",
                "Nhà A trống sau <b>3 phút 40 giây</b>. Điều bất ngờ nằm ở tầng một: gần cửa nhất mà ra sau cùng, vì ai cũng quay lại lấy cặp. Tầng ba ở "
                "xa nên không ai dám quay lại. Có bốn em mang theo áo khoác, một em mang theo chậu cây của lớp.",
            ),
            img(
                "drill:0",
                "Thử bình bột trên khay lửa, gió thổi từ sau lưng.",
                "Một bạn học sinh cầm bình chữa cháy phun vào khay lửa, chú lính cứu hỏa đứng sát bên hướng dẫn.",
            ),
            p(
                "Phần sau ở sân là thực hành bình chữa cháy. Ba mươi hai bạn được bóp cò thật. Thượng úy Lê Quang Minh, đội chữa cháy khu vực, hỏi bạn "
                "đầu tiên gió thổi hướng nào trước khi đưa bình. Bạn không biết. “Ngửa mặt nhìn cờ”, anh chỉ lên cột.",
                "Nhà trường rút ra ba việc: bỏ tủ giày chắn nửa cửa thoát hiểm nhà B, dán mũi tên phát quang sát chân tường thay vì trên cao, và tập "
                "lại vào tháng Ba với một cầu thang bị khóa.",
            ),
        ),
        author="gv.bach",
        photographer="Lê Minh",
        plan_entry=last(13),
        event_start="2025-11-07T09:10:00+07:00",
        event_end="2025-11-07T10:40:00+07:00",
        place="Nhà A và sân trường",
        published_on="2025-11-08T09:00:00+07:00",
    ),
    ArticleSeed(
        key="bo-lam-ca-dem",
        section="gia-dinh-nha-truong",
        genre="phong-su-phong-van",
        title="“Tôi họp phụ huynh lúc sáu giờ sáng, trong cabin xe”",
        summary="Chuyện với anh Vũ Văn Thắng, lái xe tải tuyến đêm, người chưa vắng buổi họp nào trong ba năm.",
        body=(
            p(
                "Anh Thắng giao hàng từ chín giờ tối đến năm giờ sáng. Con trai anh học lớp 8A6. Chúng tôi gặp anh ở hàng nước trước cổng, lúc anh "
                "vừa đưa con đến trường và chuẩn bị về ngủ."
            ),
            h("Anh họp phụ huynh kiểu gì khi họp nào cũng vào giờ anh ngủ?"),
            p(
                "Lớp sáu tôi cố đi, ngồi gật từ đầu đến cuối. Cô giáo chủ nhiệm không nói gì. Hôm sau cô gửi một đoạn ghi âm mười phút, chỉ nói về "
                "thằng bé nhà tôi. Tôi nghe trong cabin, lúc xếp hàng chờ cân xe. Từ đấy thành lệ."
            ),
            h("Rồi anh trả lời cô thế nào?"),
            p(
                "Cũng ghi âm. Tôi viết chậm lắm. Có hôm còi xe to quá phải ghi lại. Cô bảo nhờ còi mà cô biết bố con tôi nói chuyện với nhau ở đâu."
            ),
            h("Anh có điều gì muốn nhà trường làm thêm?"),
            p(
                "Bảng điểm chữ to lên. Đèn cabin vàng, tôi đọc số 3 thành số 8, mừng hụt. Với lại có buổi họp nào buổi tối thì tốt, cánh làm ca như tôi "
                "nhiều chứ không ít."
            ),
            p(
                "Ban biên tập đã chuyển cả hai ý. Phiếu điểm từ tháng này in cỡ chữ 14. Họp buổi tối sẽ thử ở hai khối vào năm học sau."
            ),
        ),
        author="phoban",
        interviewee="Anh Vũ Văn Thắng, phụ huynh lớp 8A6",
        consent=True,
        plan_entry=last(18),
        event_start="2025-11-12T06:40:00+07:00",
        published_on="2025-11-14T20:20:00+07:00",
    ),
    ArticleSeed(
        key="sua-ghe",
        section="viec-tu-te",
        genre="tin-ngan",
        title="Hai mươi sáu chiếc ghế què được chữa trong giờ Công nghệ",
        summary="Lớp 9A3 dỡ, bào, bắt vít lại ghế hỏng trong kho; mỗi chiếc có một mảnh giấy ghi bệnh án.",
        body=(
            img(
                "still:11",
                "Chiếc ghế số 11 chờ keo khô.",
                "Chiếc ghế gỗ kẹp trên bàn thợ, trên tường treo búa, tua vít và cưa, mảnh giấy vàng dán ở mặt ghế.",
            ),
            p(
                "Kho nhà B có 34 chiếc ghế chờ thanh lí. Thầy Nguyễn Thanh Hải xin lại để dạy bài mối ghép. Bốn tuần sau, 26 chiếc đứng vững, tám "
                "chiếc hiến bộ phận. Dưới mặt mỗi ghế dán “bệnh án”: triệu chứng, nguyên nhân, người chữa, ngày tái khám. Chiếc số 11 ghi nguyên "
                "nhân là “ngồi hai người, một người kể chuyện cười”. Ghế đã về phòng 201 và 203, nơi thiếu ghế từ đầu năm."
            ),
        ),
        author="gv.hai",
        photographer="Ngô Đức Thành",
        plan_entry=last(16),
        event_start="2025-10-20T08:00:00+07:00",
        event_end="2025-11-17T10:00:00+07:00",
        published_on="2025-11-18T14:15:00+07:00",
    ),
    ArticleSeed(
        key="hai-muoi-thang-muoi-mot-2025",
        section="hoat-dong-doi",
        genre="tuong-thuat",
        title="Ngày 20/11 mưa to, lễ dời vào hành lang ba tầng",
        summary="Không sân khấu, không loa. Mỗi tầng nhà A hát một bè, cô hiệu trưởng đứng giữa sân cầm ô chỉ huy.",
        body=(
            img(
                "rain:1",
                "Khối 9 hát từ hành lang tầng hai.",
                "Học sinh đứng dọc hành lang có lan can nhìn ra màn mưa, vài bạn chìa tay hứng nước.",
            ),
            p(
                "Sáu giờ bốn mươi sáng, phông đã căng thì mưa ập xuống. Hai mươi phút sau, bục gỗ nổi lềnh bềnh như một chiếc bè. Cô Phạm Thu Trang chạy "
                "lên phòng hội đồng hỏi có hoãn không.",
                "Không hoãn. Khối 6 và 7 ra hành lang tầng một, khối 8 tầng ba, khối 9 tầng hai. Loa ướt nên không dùng. Cô hiệu trưởng Nguyễn Thị Minh "
                "Nguyệt cầm chiếc ô kẻ sọc của cô văn thư, đi ủng, bước ra giữa sân, giơ tay. Tầng một hát câu đầu. Tầng ba hát câu hai.",
                "Đến bài thứ ba thì tầng hai hát nhanh hơn mưa, tầng ba hát chậm hơn mưa, không ai nghe ra bài gì nữa và ai cũng cười. Những bó hoa định "
                "tặng trên sân khấu được chuyền tay qua các lan can, từ học sinh lớp 6 lên đến phòng cô tổ trưởng ở cuối tầng ba, rơi mất hai bông.",
                "Tiết một vẫn bắt đầu đúng 7 giờ 45.",
            ),
        ),
        author="uyvien.dd",
        photographer="Lê Minh",
        plan_entry=last(4),
        event_start="2025-11-20T07:00:00+07:00",
        event_end="2025-11-20T07:40:00+07:00",
        place="Hành lang nhà A",
        published_on="2025-11-20T17:10:00+07:00",
    ),
    ArticleSeed(
        key="khkt-vong-trinh-bay-2025",
        section="sang-tao",
        genre="tin-hoi-nghi",
        title="Vòng trình bày khoa học kĩ thuật 2025: chín đề tài, chiều 02/12",
        summary="Ba đề tài về nước, hai về tiếng ồn, bốn về những việc lặt vặt trong lớp. Ai cũng có thể đến nghe.",
        body=(
            p(
                "Hội đồng khoa học kĩ thuật cấp trường khai mạc lúc <b>14:00, thứ Ba 02/12</b> tại hội trường tầng 2 nhà A. Năm nay có 23 bản ý tưởng gửi "
                "về, chín nhóm đã đo được ít nhất một con số nên vào vòng trình bày.",
                ul(
                    "14:00 – Ba đề tài về nước: lọc, tưới, chống tràn;",
                    "15:00 – Hai đề tài về tiếng ồn ở hành lang và nhà xe;",
                    "15:40 – Bốn đề tài về đồ dùng lớp học;",
                    "17:00 – Hội đồng công bố hai đề tài được hỗ trợ linh kiện.",
                ),
                "Mỗi nhóm phải nói rõ một phép đo đã hỏng. Hội đồng cho rằng nhóm chưa từng đo hỏng là nhóm chưa đo. Phụ huynh vào cổng chính, gửi xe ở "
                "sân nhà B.",
            ),
            doc("Mẫu báo cáo một trang của nhóm", "mau-bao-cao"),
        ),
        author="uyvien.cm",
        plan_entry=last(5),
        opening_at="2025-12-02T14:00:00+07:00",
        event_start="2025-12-02T14:00:00+07:00",
        event_end="2025-12-02T17:15:00+07:00",
        place="Hội trường tầng 2, nhà A",
        published_on="2025-11-27T09:45:00+07:00",
    ),
    ArticleSeed(
        key="hop-xuong-khoi-bay",
        section="the-thao-van-nghe",
        genre="bai-phan-anh",
        title="Bốn mươi giọng hát và một cây đàn lệch nửa cung",
        summary="Dàn hợp xướng khối 7 tập trong phòng âm nhạc cũ, nơi phím son của cây đàn luôn kêu thành fa thăng.",
        body=(
            img(
                "music:0",
                "Buổi tập thứ Năm, bè hai đứng gần cửa sổ.",
                "Dàn hợp xướng học sinh đứng hai hàng hát, cô giáo ngồi đệm đàn phím, bản nhạc trên giá.",
            ),
            p(
                "Cây đàn ở phòng âm nhạc được tặng từ năm 2009. Phím son ở quãng tám giữa bị lệch. Ai đệm cũng phải né nốt ấy, hoặc chấp nhận.",
                "Cô Lê Khánh Chi chọn cách thứ ba: cô viết lại bè để chỗ có nốt son thì đàn nghỉ, chỉ có giọng hát. Bài dân ca ba phút vì thế có chín "
                "khoảng lặng của đàn. Mấy tuần đầu, cứ đến khoảng lặng là bè hai trôi theo bè một như thuyền đứt dây.",
                "Bạn Hà Minh Thư tìm ra mẹo áp một ngón tay vào tai để nghe chính mình. Bạn Quốc Khánh thì nhìn vào cái quạt, vì “nhìn người khác là em hát "
                "theo người ta”. Đến tuần thứ sáu, thợ đàn đến sửa phím son xong xuôi. Cô Chi thử đệm kín cả bài rồi hỏi lớp thích bản nào.",
                "Ba mươi bảy trên bốn mươi bạn chọn bản có khoảng lặng.",
            ),
        ),
        author="gv.chi",
        photographer="Vũ Khánh",
        plan_entry=last(16),
        event_start="2025-10-23T15:30:00+07:00",
        event_end="2025-12-04T16:30:00+07:00",
        published_on="2025-12-05T10:10:00+07:00",
    ),
    ArticleSeed(
        key="doc-to-tieng-anh",
        section="day-va-hoc",
        genre="bai-chuyen-sau",
        title="Mười phút đọc to mỗi ngày ở bốn lớp tiếng Anh",
        summary="Sau một học kỳ, tốc độ đọc tăng gần gấp rưỡi; số em dám đọc trước lớp tăng từ 9 lên 31.",
        body=(
            p(
                "Học sinh của tôi làm ngữ pháp tốt hơn tôi ở tuổi các em, nhưng khi mời đọc một đoạn thì cả lớp nhìn xuống mặt bàn. Tôi đoán vấn đề không "
                "nằm ở vốn từ. Đọc to là để người khác nghe thấy mình sai."
            ),
            h("Cách làm"),
            p(
                "Bốn lớp 7, mỗi tiết bắt đầu bằng mười phút đọc to theo cặp. Hai em một đoạn, em này đọc, em kia chỉ được làm một việc: gõ nhẹ xuống bàn khi "
                "không hiểu. Không sửa, không chấm. Cuối tuần, mỗi em tự ghi âm một phút và đếm số từ."
            ),
            table(
                "Số từ đọc được trong một phút, trung bình lớp",
                ["Lớp", "Tuần 2", "Tuần 8", "Tuần 14"],
                ["7A1", "58", "71", "86"],
                ["7A2", "52", "66", "79"],
                ["7A4", "61", "70", "84"],
                ["7A7", "49", "60", "75"],
            ),
            h("Những con số chưa nói hết"),
            p(
                "Nhanh hơn không có nghĩa là hiểu hơn. Khi hỏi lại nội dung, kết quả chỉ nhích nhẹ. Tôi cũng không có lớp đối chứng, nên không dám chắc phần "
                "nào do mười phút ấy, phần nào do các em lớn lên.",
                "Điều tôi tin hơn cả là một con số nhỏ: số em tự giơ tay xin đọc trước lớp, từ 9 lên 31 trên 164. Tiếng gõ bàn cũng thay đổi. Tháng Chín nghe "
                "như mưa rào. Tháng Mười hai, lớp yên hẳn, thỉnh thoảng mới có một tiếng.",
            ),
        ),
        author="gv.phuong",
        plan_entry=last(15),
        event_start="2025-09-08T07:45:00+07:00",
        event_end="2025-12-10T10:00:00+07:00",
        published_on="2025-12-12T19:30:00+07:00",
    ),
    ArticleSeed(
        key="lich-cuoi-ky-2025",
        section="thong-bao",
        genre="tin-ngan",
        title="Kiểm tra cuối học kỳ I, từ 18/12 đến 24/12/2025",
        summary="Ba buổi kiểm tra chung theo khối, số báo danh dán ở cửa phòng từ chiều 17/12.",
        body=(
            table(
                "Ba buổi kiểm tra chung",
                ["Ngày", "Khối 6 và 8", "Khối 7 và 9"],
                ["Thứ Năm 18/12", "7:30 Toán", "13:45 Toán"],
                ["Thứ Bảy 20/12", "7:30 Ngữ văn", "9:30 Ngữ văn"],
                ["Thứ Hai 22/12", "7:30 Tiếng Anh", "13:45 Tiếng Anh"],
            ),
            p(
                "Các môn còn lại kiểm tra trong tiết học đến 24/12. Học sinh chỉ mang bút, thước và nước uống không nhãn; cặp để ở phòng 101 có người trông. "
                "Em nào bị ốm báo trước giờ làm bài để xếp buổi bù ngày 26/12."
            ),
            doc("Lịch kiểm tra cuối học kỳ I, đủ các môn", "lich-kiem-tra"),
        ),
        author="thuky",
        plan_entry=last(14),
        notice=True,
        published_on="2025-12-09T08:30:00+07:00",
    ),
    ArticleSeed(
        key="phong-thi-so-bay",
        section="day-va-hoc",
        genre="tin-ngan",
        title="Phòng thi số 7 và chiếc đồng hồ chạy nhanh bốn phút",
        summary="Giám thị phát hiện sai giờ ở phút thứ mười; 24 em được bù đủ thời gian.",
        body=(
            img(
                "exam:0",
                "Buổi kiểm tra Toán khối 7 chiều 18/12.",
                "Học sinh ngồi mỗi bạn một bàn cúi viết bài trong phòng thi, đồng hồ treo trên tường, giám thị đứng phía trên.",
            ),
            p(
                "Chiều 18/12, cô Nguyễn Thị Vân vào phòng 7 và thấy kim đồng hồ trên tường nhanh hơn đồng hồ tay của cô bốn phút. Bài đã bắt đầu được mười "
                "phút. Cô viết lên bảng giờ kết thúc mới, đọc to một lần, rồi gỡ đồng hồ úp xuống bàn. Cả 24 em được bù đủ. Từ buổi sau, thư ký hội đồng đi "
                "so giờ mười bốn phòng trước khi bóc đề; có thêm hai chiếc chạy chậm."
            ),
        ),
        author="gv.van",
        photographer="Lê Minh",
        plan_entry=last(15),
        event_start="2025-12-18T13:45:00+07:00",
        published_on="2025-12-19T16:00:00+07:00",
    ),
    ArticleSeed(
        key="thu-gui-dao",
        section="viec-tu-te",
        genre="tin-ngan",
        title="Gói hạt giống rau gửi kèm hai mươi hai lá thư ra đảo",
        summary="Câu lạc bộ Vườn trường chọn giống chịu gió mặn; thư dặn cách che nắng và hỏi ngoài ấy có ốc sên không.",
        body=(
            img(
                "still:10",
                "Thư và hạt giống trước khi dán thùng.",
                "Những chiếc phong bì viết tay có tem nằm cạnh hai gói hạt giống và một cây bút chì.",
            ),
            p(
                "Dịp 22/12, Liên đội gửi một đơn vị bộ đội ngoài đảo hai mươi hai lá thư kèm mười một gói hạt: rau muống, mồng tơi, cải mầm, ớt. Câu lạc bộ "
                "Vườn trường thử gieo trước trong cát trộn muối để chọn giống sống được. Thư của bạn Minh Châu, 7A2, chỉ hỏi: “Ngoài ấy có ốc sên không ạ? Nếu "
                "có thì các chú rắc vỏ trứng.” Bưu phẩm rời bưu điện phường sáng 17/12, hẹn mười ngày tới nơi."
            ),
        ),
        author="uyvien.dd",
        photographer="Vũ Khánh",
        plan_entry=last(16),
        topic="vuon-truong-bon-mua",
        event_start="2025-12-17T09:00:00+07:00",
        published_on="2025-12-22T08:20:00+07:00",
    ),
    ArticleSeed(
        key="tra-tre-tam-nam",
        section="thu-vien",
        genre="tin-ngan",
        title="Một cuốn sách được trả sau tám năm",
        summary="Người mượn nay học đại học, gửi sách về bằng bưu điện kèm tiền tem hai chiều.",
        body=(
            img(
                "still:1",
                "Cuốn sách trở lại bàn cô thủ thư.",
                "Chồng sách gáy nhiều màu trên bàn gỗ, cạnh đó là kính, tách trà và một cuốn đang mở.",
            ),
            p(
                "Sáng 15/12, thư viện nhận một gói nhỏ gửi từ Đà Nẵng. Trong gói là cuốn truyện khoa học viễn tưởng có dấu của trường, hạn trả 20/12/2017. Lá thư kèm "
                "theo viết: “Em chuyển nhà lúc đang đọc dở, đến chương 9. Hôm nọ dọn đồ em mới đọc nốt.” Cô Phan Thị Yến xóa tên khỏi sổ nợ, nơi cái tên ấy đứng "
                "một mình suốt ba trang. Cuốn sách đã có người mượn ngay buổi chiều."
            ),
        ),
        author="nv.yen",
        photographer="Phan Yến",
        plan_entry=last(17),
        published_on="2025-12-16T10:50:00+07:00",
    ),
    ArticleSeed(
        key="truc-nhat-theo-cap",
        section="hoat-dong-doi",
        genre="bai-phan-anh",
        title="Trực nhật ghép khối: anh lớp 9 cầm chổi, em lớp 6 cầm hót rác",
        summary="Thử trong một tháng ở hành lang nhà B. Hành lang sạch hơn chút ít, còn chuyện quen nhau thì hơn nhiều.",
        body=(
            p(
                "Tháng Mười hai, hai mươi tám lớp trực nhật theo cặp: một lớp khối 9 với một lớp khối 6, một lớp khối 8 với một lớp khối 7. Mục đích ban đầu "
                "rất khô khan: khối 6 chưa biết dùng cây lau to.",
                "Ngày thứ hai, một bạn 9A6 phát hiện em trực cùng mình chính là em gái của cậu bạn thân, ở cùng ngõ mà chưa nói chuyện bao giờ. Ngày thứ tư, "
                "9A1 dạy 6A1 cách vắt giẻ không bắn nước. Ngày thứ chín, 6A1 dạy lại 9A1 cách gấp hạc, vì quét xong còn thừa mười phút.",
            ),
            quote("Em biết tên chín anh chị lớp 9 rồi. Năm ngoái em không biết ai hết.", "Lương Bảo Châm, lớp 7A4"),
            p(
                "Cuối tháng, đội cờ đỏ chấm vệ sinh: điểm trung bình từ 8,1 lên 8,4. Cô Tổng phụ trách bảo con số ấy không đáng khoe. Đáng khoe là hộp đồ thất lạc "
                "ở phòng Đội vơi một nửa, vì có người nhận ra “đôi găng này của cái Châm”."
            ),
        ),
        author="gv.chi",
        plan_entry=last(16),
        event_start="2025-12-01T16:30:00+07:00",
        event_end="2025-12-26T17:00:00+07:00",
        published_on="2025-12-27T18:30:00+07:00",
    ),
)
