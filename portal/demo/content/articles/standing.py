"""Articles stopped on their way up: each key says at which step of which row of the table of routes."""

from portal.demo.content.shape import StandingSeed, box, gallery, img, p, pic, ul

STANDING = (
    StandingSeed(
        key="row3_secretary",
        section="trao-doi-chuyen-mon",
        genre="tin-ngan",
        audience="internal",
        title="Đề nghị mua thêm mười hai chiếc kính lúp cho phòng thực hành",
        summary="Kính hiện có 15 chiếc, bốn chiếc mờ; buổi mở cửa sáng thứ Bảy phải xếp hàng.",
        body=(
            p(
                "Phòng thực hành còn 11 kính lúp dùng tốt cho sĩ số 44. Tổ Khoa học tự nhiên đề nghị mua thêm 12 chiếc loại tay cầm, giao trước buổi "
                "thực hành chương Tế bào. Bảng giá ba nơi bán để ở tủ hồ sơ của tổ, thầy cô góp ý trước thứ Tư."
            ),
        ),
        author="giaovien1",
        submitted_on="2026-11-21T10:20:00+07:00",
    ),
    StandingSeed(
        key="row3_head",
        section="trao-doi-chuyen-mon",
        genre="bai-phan-anh",
        audience="internal",
        title="Ghi chép giờ sinh hoạt tổ: đọc chậm một bài thơ",
        summary="Tổ Ngữ văn dành trọn bốn mươi lăm phút cho mười hai dòng thơ và ghi lại các cách hỏi.",
        body=(
            p(
                "Cô Quế đọc bài thơ ba lần, lần thứ ba bỏ trống một chữ ở mỗi khổ. Thầy cô đoán, rồi so với nguyên bản, rồi nói vì sao chữ của tác giả "
                "khó thay. Cả tổ thấy câu hỏi “chữ nào khó thay nhất?” gọi được nhiều ý hơn câu “biện pháp tu từ nào?”.",
                "Tuần sau thử ở 6A4 và 9A1, mỗi lớp một người dự, ghi nguyên văn câu trả lời của học sinh.",
            ),
        ),
        author="giaovien2",
        event_start="2026-11-18T15:00:00+07:00",
        submitted_on="2026-11-19T09:00:00+07:00",
    ),
    StandingSeed(
        key="row4_secretary",
        section="thu-vien",
        genre="bai-chuyen-sau",
        kind="repost",
        title="Vì sao nên để trẻ đọc lại một cuốn sách cũ",
        summary="Đăng lại bài của Bản tin Thư viện trường học: đọc lần hai là lúc trẻ bắt đầu đọc giữa các dòng.",
        body=(
            p(
                "Người lớn hay sốt ruột khi con mượn cuốn sách đã đọc rồi. Bài viết cho rằng lần đọc thứ hai mới là lúc trẻ rảnh tay để nhìn cách câu "
                "chuyện được dựng lên: điều gì báo trước, ai nói dối, chỗ nào tác giả im lặng.",
                "Tác giả gợi ý một câu hỏi đơn giản sau lần đọc lại: “Lần này con thấy điều gì mà lần trước nó trốn?”",
            ),
        ),
        author="giaovien2",
        source={
            "name": "Bản tin Thư viện trường học",
            "author": "Kiều Vân Anh",
            "url": "https://example.edu.vn/thu-vien/doc-lai-sach-cu",
            "published_at": "2026-11-10",
        },
        submitted_on="2026-11-20T21:05:00+07:00",
    ),
    StandingSeed(
        key="row4_head",
        section="thong-bao",
        genre="tin-ngan",
        kind="advertisement",
        title="Hiệu sách Giấy Nháp mở tuần đổi sách giáo khoa cũ",
        summary="Tin quảng cáo của Hiệu sách Giấy Nháp; nhà trường không thu gom hộ.",
        body=(
            p(
                "Từ 24/11 đến 30/11, Hiệu sách Giấy Nháp nhận sách giáo khoa và sách tham khảo còn đủ trang, đổi lấy phiếu mua vở. Mỗi cân sách được một "
                "phiếu mười lăm nghìn đồng. Sách thu được cửa hàng đóng gói gửi tủ sách các trường vùng xa."
            ),
            box("Đây là tin quảng cáo. Gia đình liên hệ trực tiếp với cửa hàng."),
        ),
        author="thuky",
        advertiser={"name": "Hiệu sách Giấy Nháp", "contact": "Anh Tô Bình, (024) 3000 0456, giaynhap@example.vn"},
        submitted_on="2026-11-20T11:00:00+07:00",
    ),
    StandingSeed(
        key="row5_member",
        section="sang-tao",
        genre="bai-phan-anh",
        title="Câu lạc bộ thiên văn đếm được mười một vệt sao băng",
        summary="Đêm 17/11, chín học sinh và bốn phụ huynh nằm trên sân thượng nhà A, chờ mây tan.",
        body=(
            img(
                "classroom:4",
                "Buổi học trước đêm quan sát: tính góc nhìn trên bảng.",
                "Cô giáo chỉ lên bảng có hình vẽ, học sinh ngồi học quay lưng về phía người xem.",
            ),
            p(
                "Đến mười giờ đêm trời vẫn đầy mây và cả nhóm đã đọc hết chuyện mang theo. Mười giờ bốn mươi, một khoảng hở đúng bằng bàn tay hiện ra ở "
                "phía đông. Vệt sao đầu tiên chỉ một mình bạn Nhật Minh nhìn thấy, nên theo luật câu lạc bộ chưa được tính.",
                "Tới nửa đêm, sổ ghi mười một vệt, mỗi vệt có ít nhất hai người thấy. Bạn nhỏ nhất nhóm ngủ từ vệt thứ tư.",
            ),
        ),
        author="giaovien1",
        photographer="Ngô Đức Thành",
        event_start="2026-11-17T21:00:00+07:00",
        event_end="2026-11-18T00:15:00+07:00",
        submitted_on="2026-11-19T08:30:00+07:00",
    ),
    StandingSeed(
        key="row5_secretary",
        section="viec-tu-te",
        genre="bai-phan-anh",
        title="Tủ ô dùng chung ở cửa nhà B",
        summary="Bốn mươi chiếc ô quên từ các năm trước được sửa lại, đánh số và cho mượn những hôm mưa.",
        body=(
            p(
                "Kho phòng bảo vệ có 57 chiếc ô không ai nhận. Lớp 8A6 xin về, thay nan, vá vải, sửa được 40 chiếc. Mỗi chiếc buộc một số bằng chỉ đỏ. "
                "Ai cần thì lấy, hôm sau trả.",
                "Sau ba trận mưa, thiếu hai chiếc. Sang tuần thứ hai thừa một: có người trả nhầm ô của nhà mình.",
            ),
        ),
        author="giaovien2",
        event_start="2026-11-09T07:00:00+07:00",
        event_end="2026-11-19T17:00:00+07:00",
        submitted_on="2026-11-20T07:50:00+07:00",
    ),
    StandingSeed(
        key="row5_head",
        section="gia-dinh-nha-truong",
        genre="phong-su-phong-van",
        title="Bố của Gia Bảo dạy cả lớp buộc dây an toàn",
        summary="Anh Nguyễn Văn Khải làm nghề lắp kính nhà cao tầng, được lớp 6A4 mời đến nói chuyện nghề.",
        body=(
            p(
                "Anh Khải mang đến một cuộn dây, hai cái khóa và đôi giày mòn gót. “Chú sợ độ cao”, anh mở đầu, và cả lớp 6A4 ồ lên. Anh kể nghề của mình "
                "bắt đầu từ việc kiểm dây: kiểm của mình, rồi kiểm của bạn, lần nào cũng đổi người.",
                "Cuối giờ, ba mươi tám bạn đều buộc được nút thắt ấy. Gia Bảo buộc chậm nhất lớp, và anh không nhắc.",
            ),
        ),
        author="giaovien1",
        interviewee="Anh Nguyễn Văn Khải, phụ huynh lớp 6A4",
        consent=True,
        event_start="2026-11-16T15:30:00+07:00",
        submitted_on="2026-11-18T20:00:00+07:00",
    ),
    StandingSeed(
        key="row7_secretary",
        section="truong-xanh",
        genre="bai-phan-anh",
        title="Mỗi chi đội một gốc cây: buổi nhận cây của khối 7",
        summary="Bảy lớp bốc thăm bảy gốc bàng, gốc nào cũng có sổ riêng.",
        body=(
            img(
                "garden:0",
                "Trồng dặm hai cây bàng non cạnh nhà B.",
                "Học sinh xúc đất, giữ thân và tưới cho cây non mới trồng, thầy giáo đội nón lá đứng xem.",
            ),
            p(
                "Chiều 20/11, khối 7 bốc thăm nhận cây. 7A2 trúng gốc bàng có tổ chim, được cả khối ghen tị; 7A5 trúng gốc bị xe rác húc nghiêng, lập "
                "tức đi mượn cọc. Mỗi lớp nhận một cuốn sổ ghi chiều cao, số lá rụng trong ô vuông một mét và những con vật ghé qua.",
                "Hai cây non được trồng dặm vào chỗ cây đổ năm ngoái. Cô Tổng phụ trách chỉ dặn: tưới gốc, đừng tưới nhau.",
            ),
        ),
        author="congtacvien",
        photographer="Đỗ Quang Huy",
        plan_entry=9,
        event_start="2026-11-20T15:00:00+07:00",
        event_end="2026-11-20T16:30:00+07:00",
        submitted_on="2026-11-21T08:10:00+07:00",
    ),
    StandingSeed(
        key="row7_leader",
        section="thong-bao",
        genre="tin-ngan",
        title="Thư viện nghỉ kiểm kê hai ngày 24 và 25/11",
        summary="Hạn trả sách rơi vào hai ngày này được lùi đến thứ Sáu 27/11.",
        body=(
            p(
                "Thư viện đóng cửa để kiểm kê trong hai ngày thứ Ba 24/11 và thứ Tư 25/11, mở lại sáng thứ Năm. Sách đến hạn trong hai ngày ấy được lùi "
                "đến hết thứ Sáu 27/11, không tính trễ. Ban sách khối 8 cần mười bạn giúp đếm vào giờ ra chơi, đăng ký với cô Yến."
            ),
        ),
        author="giaovien2",
        plan_entry=11,
        notice=True,
        received_from={"name": "Cô Phan Thị Yến", "unit": "Thư viện", "received_at": "2026-11-19T14:00:00+07:00"},
        submitted_on="2026-11-19T15:30:00+07:00",
    ),
    StandingSeed(
        key="row8_member",
        section="day-va-hoc",
        genre="bai-phan-anh",
        title="Nghe nhịp tim bằng phễu và ống nước",
        summary="Giờ học về hệ tuần hoàn ở 8A3: mỗi nhóm tự làm một ống nghe, rồi chạy hai vòng sân để có cái mà nghe.",
        body=(
            img(
                "lab:6",
                "Nhóm 2 pha nước đường cho thí nghiệm sau.",
                "Học sinh áo trắng đứng quanh bàn thí nghiệm, bạn rót nước màu, bạn ghi vở.",
            ),
            p(
                "Một cái phễu, nửa mét ống nước, một mảnh bóng bay. Mười phút sau, lớp 8A3 có chín chiếc ống nghe, trong đó bảy chiếc nghe được. Hai "
                "chiếc còn lại nghe thấy… quạt trần.",
                "Các em đếm nhịp lúc ngồi yên, sau hai vòng sân và sau khi nghe gọi lên bảng. Cột thứ ba cao gần bằng cột thứ hai, cả lớp cười, còn cô "
                "thì ghi vào sổ.",
            ),
        ),
        author="giaovien1",
        photographer="Trần Thu Hà",
        plan_entry=12,
        event_start="2026-11-20T09:30:00+07:00",
        event_end="2026-11-20T10:15:00+07:00",
        submitted_on="2026-11-21T09:40:00+07:00",
    ),
    StandingSeed(
        key="row8_leader",
        section="sang-tao",
        genre="tuong-thuat",
        title="Mười bốn ý tưởng, một tiếng chuông và câu hỏi của cô lao công",
        summary="Buổi góp ý ý tưởng khoa học kĩ thuật 17/11: chín nhóm làm tiếp, ba nhóm làm lại câu hỏi, hai nhóm đổi cách đo.",
        body=(
            img(
                "classroom:7",
                "Nhóm “Ai quên khóa vòi?” trước giờ nghe hỏi.",
                "Hai học sinh trình bày trước bảng, một bạn giơ tờ giấy có biểu đồ, các bạn ngồi dưới giơ tay hỏi.",
            ),
            p(
                "Hết năm phút là chuông rung, kể cả khi chưa tới phần hay nhất. Nhóm làm chổi tự đi của 7A2 bị cắt ngang đúng lúc chổi rơi khỏi bàn, được "
                "vỗ tay nhiều hơn phần đã nói.",
                "Câu hỏi khó nhất buổi chiều đến từ phiếu giấy của cô Nhạn lao công: “Máy của các cháu hỏng thì ai sửa?”. Hội đồng quyết định thêm câu ấy "
                "vào mẫu bản ý tưởng năm sau.",
            ),
        ),
        author="giaovien1",
        photographer="Lê Minh",
        plan_entry=6,
        event_start="2026-11-17T14:00:00+07:00",
        event_end="2026-11-17T17:00:00+07:00",
        place="Hội trường tầng 2, nhà A",
        submitted_on="2026-11-18T10:00:00+07:00",
    ),
    StandingSeed(
        key="row8_delegate",
        section="hoat-dong-doi",
        genre="bai-phan-anh",
        title="Giờ ra chơi thứ Tư không điện thoại: tuần thứ sáu",
        summary="Dây nhảy ở phòng Đội đã mòn ba chiếc; thứ được mượn nhiều nhất lại là bàn cờ.",
        body=(
            img(
                "yard:6",
                "Góc nhảy dây của khối 6.",
                "Hai bạn quay dây, hai bạn nhảy giữa sân trường, các bạn khác đứng xem và reo.",
            ),
            p(
                "Tuần đầu sân trường im một cách lạ lùng, nhiều bạn đứng không biết để tay vào đâu. Đến tuần thứ sáu, phòng Đội phải kê thêm một tủ đồ chơi. "
                "Sổ mượn ghi 214 lượt: cờ vua 71, dây nhảy 66, cầu đá 52, còn lại là truyện tranh.",
                "Ban Chỉ huy Liên đội hỏi ý kiến 300 bạn: 188 muốn giữ, 64 muốn thêm ngày thứ Sáu, 48 muốn bỏ. Thứ Sáu tạm chưa, vì còn thiếu bàn cờ.",
            ),
        ),
        author="giaovien2",
        photographer="Vũ Khánh",
        plan_entry=13,
        event_start="2026-11-18T09:30:00+07:00",
        event_end="2026-11-18T09:50:00+07:00",
        submitted_on="2026-11-19T13:15:00+07:00",
    ),
    StandingSeed(
        key="sent_back",
        section="the-thao-van-nghe",
        genre="tuong-thuat",
        title="Chung kết cầu lông đôi nữ khối 9",
        summary="Một trận cầu ba hiệp, kết thúc bằng cú bỏ nhỏ.",
        body=(
            img(
                "sport:7",
                "Hiệp ba trận chung kết.",
                "Hai bạn cầm vợt cầu lông hai bên lưới, khán giả đứng phía sau.",
            ),
            p(
                "Đôi Thảo – Nhi (9A3) thắng đôi Trang – Uyên (9A6) sau ba hiệp. Hiệp quyết định giằng co đến 20 đều, rồi Nhi bỏ nhỏ sát lưới. Cả hai đôi sẽ "
                "cùng vào đội tuyển dự giải phường."
            ),
        ),
        author="giaovien2",
        photographer="Vũ Khánh",
        plan_entry=4,
        event_start="2026-11-14T15:00:00+07:00",
        event_end="2026-11-14T16:30:00+07:00",
        place="Sân cầu lông nhà đa năng",
        submitted_on="2026-11-15T18:00:00+07:00",
        decision_by="uyvien.dd",
        reason="Thầy bổ sung tỉ số từng hiệp rồi trình lại giúp, bài hay và gọn.",
        remarks=(
            (
                "Đôi Thảo – Nhi (9A3) thắng đôi Trang – Uyên (9A6) sau ba hiệp.",
                "Thầy kiểm tra lại tên lớp của Uyên: danh sách của ban tổ chức ghi 9A5.",
            ),
        ),
    ),
    StandingSeed(
        key="refused",
        section="gia-dinh-nha-truong",
        genre="bai-phan-anh",
        title="Bảng xếp hạng điểm giữa kỳ của lớp tôi",
        summary="Danh sách mười bạn điểm cao nhất và năm bạn cần cố gắng.",
        body=(
            p(
                "Bài kèm danh sách điểm giữa kỳ của mười lăm học sinh, xếp từ cao xuống thấp, để gia đình tiện theo dõi và động viên các con thi đua trong "
                "nửa kỳ còn lại. (Tên và điểm đã được lược bỏ trong bản lưu này.)"
            ),
        ),
        author="giaovien2",
        event_start="2026-11-10T08:00:00+07:00",
        submitted_on="2026-11-11T19:00:00+07:00",
        decision_by="truongban",
        ground="law",
        reason="Kết quả học tập của từng học sinh chỉ gửi riêng gia đình, không đăng công khai. Thầy có thể viết về cách lớp ôn tập.",
    ),
    StandingSeed(
        key="scheduled",
        section="hoat-dong-doi",
        genre="tin-ngan",
        title="Lễ chào cờ đầu tuần: học sinh khối 9 kể tiếp chuyện thầy cô cũ",
        summary="Sáng thứ Hai 23/11, ba lớp còn lại kể những câu chuyện chưa kịp kể hôm 20/11.",
        body=(
            p(
                "Buổi lễ hôm 20/11 chỉ đủ giờ cho sáu câu chuyện. Sáng thứ Hai 23/11, lúc 7:15, các lớp 9A2, 9A5 và 9A7 kể ba chuyện còn lại, mỗi chuyện "
                "bốn phút. Bản ghi âm sẽ được lưu ở phòng truyền thống cùng với chậu ổi của cô Mùi."
            ),
        ),
        author="giaovien1",
        plan_entry=13,
        topic="tri-an-thay-co-20-11",
        submitted_on="2026-11-21T08:00:00+07:00",
        publish_at="2026-11-23T05:30:00+07:00",
    ),
    StandingSeed(
        key="correction",
        section="the-thao-van-nghe",
        genre="tuong-thuat",
        title="Giải bóng đá khối 8: chung kết nghẹt thở đến phút cuối",
        summary="8A1 và 8A5 hòa 2–2 sau bốn mươi phút. Loạt sút luân lưu kéo đến lượt thứ tám.",
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
                "Luân lưu đến lượt thứ tám, không phải thứ bảy như bản trước đã viết. Thủ môn Đăng Khoa của 8A1 chạy sang ôm thủ môn bạn trước khi "
                "vào gôn, bảo: “Ai thua cũng được ăn kem nhé.” Quả sút tiếp theo Khoa đẩy được. 8A1 vô địch. Giải phong cách về tay 8A5, đội không "
                "nhận chiếc thẻ nào trong năm trận.",
                "Kem thì cả hai lớp ăn ở đầu ngõ, cô chủ quán bớt mười nghìn.",
            ),
        ),
        author="giaovien2",
        photographer="Vũ Khánh",
        plan_entry=4,
        event_start="2026-11-06T16:30:00+07:00",
        event_end="2026-11-06T17:40:00+07:00",
        place="Sân thể thao sau nhà B",
        submitted_on="2026-11-21T19:30:00+07:00",
        corrects="chung-ket-bong-da",
        reason="Ghi nhầm lượt sút luân lưu; trọng tài xác nhận là lượt thứ tám.",
    ),
    StandingSeed(
        key="row10_leader",
        section="thong-bao",
        genre="tin-ngan",
        title="Khám sức khỏe định kỳ khối 6 và khối 8 trong tuần 11",
        summary="Trạm y tế phường khám tại trường sáng 17/11 và 18/11; em vắng mặt được khám bù đến hết 30/11.",
        body=(
            p(
                "Trạm y tế phường Việt Hưng khám sức khỏe định kỳ cho học sinh tại phòng đa năng nhà A:",
                ul("Khối 6: 7:30, thứ Ba 17/11;", "Khối 8: 7:30, thứ Tư 18/11."),
                "Nội dung khám gồm chiều cao, cân nặng, mắt, răng, cột sống. Kết quả được gửi riêng từng gia đình trong phong bì dán kín.",
                "Em vắng mặt được khám bù tại trạm, không mất phí, các buổi chiều từ 14:00 đến 16:30, chậm nhất là thứ Hai 30/11. Bản trước "
                "chưa ghi hạn khám bù.",
            ),
        ),
        author="thuky",
        plan_entry=11,
        notice=True,
        submitted_on="2026-11-21T16:40:00+07:00",
        corrects="kham-suc-khoe",
        reason="Trạm y tế báo thêm hạn khám bù.",
    ),
    StandingSeed(
        key="draft",
        section="thu-vien",
        genre="anh-hoat-dong",
        title="Những dấu trang học sinh để quên trong sách",
        summary="Vé xe buýt, lá bàng ép, que kem, một lá thư gấp tư: bộ sưu tập của cô thủ thư.",
        body=(
            p("Mỗi cuốn sách trả về là một lần cô Yến nhận được một món quà không ai định tặng. (Còn viết tiếp.)"),
            gallery(
                pic(
                    "library:8",
                    "Quầy trả sách chiều thứ Năm.",
                    "Học sinh xếp hàng trước quầy thư viện, cô thủ thư kiểm sách bên chồng sách cao.",
                ),
                pic(
                    "library:6",
                    "Tìm lại cuốn sách có chiếc lá ép.",
                    "Các bạn ngồi đọc quanh bàn dài, một bạn với tay lên giá sách.",
                ),
            ),
        ),
        author="giaovien2",
        photographer="Phan Yến",
        plan_entry=14,
        event_start="2026-11-19T16:00:00+07:00",
    ),
)
