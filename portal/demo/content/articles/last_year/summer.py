"""April to August 2026: measuring a lane, a book market, the last bell, summer repairs."""

from portal.demo.content.school import last
from portal.demo.content.shape import ArticleSeed, box, doc, gallery, h, img, p, pic, quote, table, ul

SUMMER = (
    ArticleSeed(
        key="do-con-ngo",
        section="hoat-dong-doi",
        genre="bai-chuyen-sau",
        title="Đo con ngõ trước cổng trường: hẹp nhất 6 mét 10",
        summary="Câu lạc bộ Bản đồ mất ba tuần đo ngõ Hàng Bàng và tìm ra bốn điểm nghẽn, không điểm nào nằm ngay cổng.",
        body=(
            p(
                "Ai cũng nói cổng trường tắc. Không ai biết tắc ở đâu. Mười hai bạn của câu lạc bộ Bản đồ, vốn sinh ra từ bốn mươi mốt tờ giấy của lớp 6A3 hồi tháng Chín, chia ngõ Hàng Bàng "
                "thành hai mươi đoạn mười mét và đo từng đoạn."
            ),
            h("Đo bằng gì"),
            p(
                "Thước dây 30 mét, phấn, và một chiếc đồng hồ bấm giây. Mỗi đoạn ghi ba số: bề rộng lòng đường, bề rộng còn lại lúc 16:55, số giây một chiếc xe đạp đi hết đoạn ấy. Buổi đầu mưa, "
                "phấn trôi, đo lại."
            ),
            img(
                "map:2",
                "Bản vẽ ngõ Hàng Bàng nhóm gửi lên phường.",
                "Bản đồ vẽ quanh trường: con ngõ chạy ngang từ chợ đến đường lớn, chấm đỏ đánh dấu quãng đi bộ tới cổng.",
            ),
            table(
                "Bốn đoạn chậm nhất trong hai mươi đoạn",
                ["Đoạn", "Rộng", "Còn lại lúc 16:55", "Xe đạp đi hết"],
                ["3 – đầu chợ", "6,10 m", "2,3 m", "41 giây"],
                ["7 – quán photo", "6,80 m", "2,9 m", "33 giây"],
                ["12 – trạm điện", "6,45 m", "3,1 m", "29 giây"],
                ["20 – chỗ quay xe", "7,90 m", "3,0 m", "38 giây"],
            ),
            h("Điều không ai đoán"),
            p(
                "Đoạn trước cổng đứng thứ chín. Chỗ nghẽn nhất ở đầu chợ, cách cổng 170 mét: xe đón con dừng ở đó vì sợ vào trong bị tắc, và chính vì thế bên trong tắc.",
                "Nhóm đề nghị kẻ một vạch cách cổng ba mươi bước chân để xe dừng lần lượt, thay vì dừng từ đầu chợ. Ban đại diện cha mẹ học sinh và công an phường đã nhận bản vẽ, hẹn trả lời trước "
                "năm học mới.",
            ),
        ),
        author="gv.lam",
        co_authors=(("uyvien.dd", 30),),
        photographer="Chu Văn Lâm",
        plan_entry=last(16),
        topic="an-toan-giao-thong",
        event_start="2026-03-16T16:30:00+07:00",
        event_end="2026-04-08T17:15:00+07:00",
        published_on="2026-04-10T20:15:00+07:00",
    ),
    ArticleSeed(
        key="cho-sach-cu",
        section="thu-vien",
        genre="tuong-thuat",
        title="Chợ sách 21/4: không dùng tiền, chỉ dùng lời giới thiệu",
        summary="Muốn lấy một cuốn, phải kể được cho người chủ nghe vì sao mình muốn đọc. 366 cuốn đổi chủ.",
        body=(
            img(
                "library:10",
                "Góc kể chuyện kín chỗ suốt ba tiếng.",
                "Học sinh ngồi khoanh chân trên đệm màu đọc sách, cô giáo đứng đọc cho các em nghe.",
            ),
            p(
                "Phiên chợ mở lúc 8 giờ ngày 21/4 dưới sảnh nhà A. Luật chợ viết trên bìa các-tông: không bán, không tặng, chỉ đổi lấy lời. Người muốn sách nói một phút; chủ sách nghe xong gật thì đưa, "
                "không gật thì phải nói vì sao.",
                "Nửa tiếng đầu chợ vắng như bến đò trưa. Ai cũng ngại. Người phá băng là bác Tám bảo vệ. Bác đứng trước bàn của 7A6, hắng giọng: “Tôi muốn cuốn chữa xe máy này vì xe tôi hay chết máy ở dốc.” Cả sảnh "
                "vỗ tay, bác có cuốn đầu tiên.",
                "Đến trưa, 366 cuốn đổi chủ, 58 lời bị từ chối. Lời từ chối hay nhất thuộc về em Gia Hân lớp 6A4: “Chị nói giống bìa sau quá, chị đọc thử mười trang rồi quay lại.” Chị ấy quay lại thật.",
            ),
        ),
        author="nv.yen",
        photographer="Phan Yến",
        plan_entry=last(10),
        event_start="2026-04-21T08:00:00+07:00",
        event_end="2026-04-21T11:30:00+07:00",
        place="Sảnh nhà A",
        published_on="2026-04-22T15:00:00+07:00",
    ),
    ArticleSeed(
        key="mot-tiet-cua-bo-me",
        section="gia-dinh-nha-truong",
        genre="bai-phan-anh",
        title="Thợ điện, cô bán vải, anh thủ thư: mười bốn tiết học của cha mẹ",
        summary="Mỗi người đứng lớp bốn mươi lăm phút, không giáo án. Ai cũng sợ hết chuyện sau mười phút.",
        body=(
            p(
                "“Tôi đi sửa điện nhà người ta hai mươi năm chưa run như thế”, anh Phan Đình Tuấn, bố em Hà Linh 7A1, kể sau tiết dạy. Anh mang theo một cái ổ cắm cháy đen và để nó chuyền tay quanh lớp, không "
                "nói gì. Ba phút sau câu hỏi bắt đầu, và anh không còn phải nghĩ xem nói gì nữa.",
                "Tuần nghề nghiệp của khối 7 có mười bốn phụ huynh đứng lớp. Cô Ngần bán vải ở chợ Việt Hưng dạy ước lượng: chỉ nhìn mà biết còn đủ may mấy chiếc áo, rồi cho cả lớp đo lại. Cô sai đúng "
                "một lần, bốn xăng-ti-mét. Anh Lộc, thủ thư đại học, mang hộp phích gỗ đời cũ, học sinh tưởng là đồ chơi.",
            ),
            img(
                "computer:8",
                "Chị Hạnh, kế toán, dạy lập bảng chi tiêu cho chuyến đi hai ngày.",
                "Học sinh ngồi từng đôi trước màn hình máy tính, người lớn đứng giữa phòng hướng dẫn.",
            ),
            quote("Con hỏi tôi lương bao nhiêu trước cả lớp. Tôi trả lời thật.", "Một phụ huynh lớp 7A5"),
            p(
                "Cô giáo chủ nhiệm ngồi cuối lớp ghi lại câu hỏi của học sinh: 163 câu. Câu lặp nhiều nhất là “Có lúc nào cô chú muốn bỏ nghề không?”. Mười bốn người, mười bốn câu trả lời, không ai nói không."
            ),
        ),
        author="phoban",
        photographer="Ngô Đức Thành",
        plan_entry=last(18),
        event_start="2026-04-20T08:00:00+07:00",
        event_end="2026-04-24T11:00:00+07:00",
        published_on="2026-04-26T19:50:00+07:00",
    ),
    ArticleSeed(
        key="xuong-xe-dap",
        section="thong-bao",
        genre="tin-ngan",
        title="Xưởng xe đạp Tân Tiến chỉnh phanh miễn phí cho học sinh trong tháng Năm",
        summary="Tin quảng cáo do xưởng gửi đăng. Nhà trường không giới thiệu khách, không nhận hoa hồng.",
        body=(
            p(
                "Xưởng xe đạp Tân Tiến, ngay đầu chợ Việt Hưng, nhận kiểm tra phanh, xích và độ cao yên cho xe đạp, xe đạp điện của học sinh các chiều thứ Bảy tháng 5/2026. Công chỉnh không tính tiền; phụ tùng "
                "phải thay thì báo giá trước, khách không thay xưởng vẫn siết lại ốc cho. Mỗi buổi nhận bốn mươi xe theo thứ tự đến."
            ),
            box("Đây là tin quảng cáo của đơn vị ngoài nhà trường. Mọi thỏa thuận là giữa gia đình và xưởng."),
        ),
        author="thuky",
        kind="advertisement",
        advertiser={"name": "Xưởng xe đạp Tân Tiến", "contact": "Anh Quách Tiến, (024) 3000 0456"},
        published_on="2026-04-29T11:20:00+07:00",
    ),
    ArticleSeed(
        key="phong-tu-hoc",
        section="day-va-hoc",
        genre="tin-ngan",
        title="Phòng tự học khối 9 mở đến 19 giờ, có cơm nắm",
        summary="Từ 04/5, phòng 201 và 202 để đèn cho học sinh khối 9 ngồi lại; mỗi tối một thầy cô trực hỏi bài.",
        body=(
            img(
                "exam:3",
                "Bảy giờ kém mười, phòng 202 còn hai mươi mốt người.",
                "Cô giáo đi giữa các dãy bàn đơn phát giấy, học sinh ngồi mỗi bạn một bàn chăm chú làm bài.",
            ),
            p(
                "Bốn tuần trước kì thi vào lớp 10, phòng 201 và 202 mở cửa đến 19:00 các ngày thứ Hai đến thứ Năm. Không điểm danh. Thầy cô trực chỉ trả lời khi được hỏi; riêng thứ Tư thầy Bằng và cô Quế cùng ngồi, em "
                "nào lẫn lộn đề bài Toán với đề bài Văn thì hỏi được cả hai. Ban phụ huynh khối 9 góp cơm nắm muối vừng lúc 17:30, ăn ngoài hành lang, vụn cơm ai rơi người ấy quét."
            ),
        ),
        author="gv.bang",
        photographer="Lê Minh",
        plan_entry=last(15),
        event_start="2026-05-04T16:55:00+07:00",
        published_on="2026-05-07T18:45:00+07:00",
    ),
    ArticleSeed(
        key="chum-chia-khoa",
        section="viec-tu-te",
        genre="phong-su-phong-van",
        title="Bác Tám giữ một trăm mười bảy chiếc chìa khóa",
        summary="Ban báo tường 7A5 theo chân người bảo vệ từ năm giờ sáng. Có chín chiếc không còn ổ nào để mở.",
        body=(
            img(
                "still:6",
                "Bảng chìa khóa ở phòng bảo vệ.",
                "Bảng gỗ treo nhiều hàng chìa khóa có thẻ màu, cạnh đó là mũ và đèn pin.",
            ),
            p(
                "Năm giờ sáng, bác Nguyễn Văn Tám đi một vòng, mở từ nhà B sang nhà A. Bác không bật đèn pin. “Đi mười sáu năm rồi, chân tự biết bậc.”"
            ),
            h("Bác nhớ hết các chìa ạ?"),
            p(
                "Không nhớ bằng số đâu, nhớ bằng răng. Chìa phòng thực hành mẻ một răng, hôm mẻ là hôm thầy Duy mới về. Chìa thư viện trơn nhất vì cô Yến hay mượn."
            ),
            h("Chín chiếc không mở được gì thì bác giữ làm gì?"),
            p(
                "Của dãy nhà cấp bốn phá năm 2012. Có anh cựu học sinh về thăm, bác đưa cho cầm chiếc của lớp anh ấy. Cầm chìa thì người ta nhớ được cửa. Ảnh thì ai cũng có rồi."
            ),
            h("Bác có từng quên khóa phòng nào chưa?"),
            p(
                "Một lần, tối giao thừa. Mười giờ đêm nhớ ra, đạp xe đến, thấy cô Oanh đang ở vườn tưới cây. Hai bác cháu cùng giật mình."
            ),
        ),
        author="gv.que",
        photographer="Lê Minh",
        plan_entry=last(16),
        interviewee="Bác Nguyễn Văn Tám, nhân viên bảo vệ",
        consent=True,
        event_start="2026-05-12T05:00:00+07:00",
        published_on="2026-05-15T17:30:00+07:00",
    ),
    ArticleSeed(
        key="tuyen-sinh-lop-sau",
        section="thong-bao",
        genre="tin-ngan",
        title="Tuyển sinh lớp 6 năm học 2026-2027: bốn mốc cần nhớ",
        summary="Nhận hồ sơ trực tuyến từ 15/6 đến 17/6; trường tiếp tại phòng 102 cho gia đình không tự làm được.",
        body=(
            table(
                "Các mốc",
                ["Ngày", "Việc"],
                ["01/6 – 10/6", "Rà thông tin học sinh lớp 5 với trường tiểu học"],
                ["15/6 – 17/6", "Đăng kí trực tuyến"],
                ["20/6 – 22/6", "Nộp trực tiếp, dành cho trường hợp chưa đăng kí được"],
                ["24/6", "Trả kết quả tới từng gia đình"],
            ),
            p(
                "Tuyến tuyển sinh: tổ dân phố 1 đến 14 phường Việt Hưng. Chỉ tiêu 312 em, bảy lớp. Hồ sơ gồm đơn, bản sao giấy khai sinh và học bạ tiểu học. Kết quả gửi riêng, trường không dán danh sách."
            ),
            doc("Đơn xin vào lớp 6", "don-vao-lop-6"),
        ),
        author="thuky",
        plan_entry=last(14),
        notice=True,
        published_on="2026-05-20T08:00:00+07:00",
    ),
    ArticleSeed(
        key="le-ra-truong",
        section="hoat-dong-doi",
        genre="tuong-thuat",
        title="Lễ ra trường: 268 học sinh khối 9 và một hàng dép",
        summary="Khối 9 đi chân đất vòng sân lần cuối. Ý tưởng của lớp từng bị phê bình nhiều nhất về nền nếp.",
        body=(
            img(
                "front:0",
                "Sân trường sáng 28/5, trước giờ trống.",
                "Dãy nhà ba tầng mái ngói đỏ nhìn từ sân, cột cờ ở giữa, hàng cây xanh và bồn hoa hai bên.",
            ),
            p(
                "Đúng 7 giờ, khối 9 xếp dép thành một hàng dài từ cổng đến chân cột cờ. 268 đôi. Các em đi chân đất một vòng sân: qua vòi nước, qua bồn hoa trước thư viện, qua chỗ bong gạch mà bạn nào cũng từng vấp.",
                "Cô Nguyễn Thị Minh Nguyệt đọc tên từng người, không đọc danh hiệu. Mất ba mươi mốt phút. Ở hàng phụ huynh, có người đếm trên đầu ngón tay xem còn bao nhiêu tên nữa đến con mình.",
            ),
            quote("Ba năm em toàn bị nhắc vì đi dép lê. Hôm nay được khen vì bỏ dép.", "Tạ Quang Vinh, lớp 9A7"),
            p(
                "Trống trường lần này do bác Tám đánh, theo phiếu bầu của khối 9. Bác đánh ba tiếng, tiếng cuối hơi lệch nhịp. Rồi đến phần lộn xộn nhất buổi lễ: 268 người tìm dép. Bốn bạn về nhà với hai chiếc khác nhau, "
                "và đã hẹn gặp lại để đổi."
            ),
        ),
        author="giaovien2",
        photographer="Vũ Khánh",
        plan_entry=last(11),
        event_start="2026-05-28T07:00:00+07:00",
        event_end="2026-05-28T08:40:00+07:00",
        place="Sân trường",
        published_on="2026-05-28T20:00:00+07:00",
    ),
    ArticleSeed(
        key="doc-ban-do-thoi-tiet",
        section="sang-tao",
        genre="bai-chuyen-sau",
        title="Đọc một tấm bản đồ thời tiết trước mùa bão",
        summary="Đăng lại bài của Tạp chí Khoa học và Tuổi nhỏ: bốn dấu hiệu em tự tìm được trên bản tin tối.",
        body=(
            p(
                "Bản tin thời tiết dài hai phút, phần lớn người xem chỉ chờ nhiệt độ. Tác giả, một dự báo viên hai mươi ba năm trong nghề, gợi ý tắt tiếng và nhìn tấm bản đồ phía sau phát thanh viên."
            ),
            table(
                "Nhìn gì trên bản đồ",
                ["Dấu hiệu", "Trông như thế nào", "Nghĩa là"],
                [
                    "Đường cong khép kín",
                    "Vòng tròn lồng nhau ngoài khơi",
                    "Một vùng áp thấp; vòng càng sít, gió càng mạnh",
                ],
                ["Chữ T, chữ C", "Chữ cái giữa các vòng", "Tâm áp thấp, áp cao"],
                ["Răng cưa xanh", "Đường có tam giác nhọn", "Không khí lạnh đang tràn xuống"],
                [
                    "Đuôi mây trắng",
                    "Dải dài xoắn ngược chiều kim đồng hồ",
                    "Bão đã có hình, còn xa vẫn nên buộc lại mái",
                ],
            ),
            h("Tự kiểm tra"),
            p(
                "Chép lại tấm bản đồ mỗi tối trong một tuần, rồi đoán trời hôm sau. Tác giả thú nhận tuần đầu tiên tập việc, ông đoán đúng ba trên bảy. “Đoán sai mà biết vì sao sai thì hôm sau đoán khá hơn người chỉ nghe”, ông viết."
            ),
            box("Bài đăng lại có rút gọn, bản đồ mẫu nằm trong bài gốc ở phần Nguồn."),
        ),
        author="gv.lam",
        kind="repost",
        source={
            "name": "Tạp chí Khoa học và Tuổi nhỏ",
            "author": "Kim Trọng Nghĩa",
            "url": "https://example.edu.vn/khoa-hoc/ban-do-thoi-tiet",
            "published_at": "2026-05-25",
        },
        published_on="2026-06-03T09:40:00+07:00",
    ),
    ArticleSeed(
        key="lop-boi-he",
        section="the-thao-van-nghe",
        genre="tin-ngan",
        title="64 học sinh qua bài nổi sau ba tuần học bơi",
        summary="Bài kiểm tra không tính tốc độ: nổi được một phút, biết gọi người và ném phao.",
        body=(
            p(
                "Lớp bơi hè của trường kết thúc sáng 26/6 với 64 trên 70 em qua bài nổi. Thầy Phạm Gia Bách bỏ hẳn phần bơi nhanh. Mỗi em phải nổi yên một phút khi mặc nguyên quần áo, hô đúng ba câu khi thấy bạn đuối nước, và "
                "ném phao trúng vòng cách bốn mét. Nhiều em bơi giỏi lại trượt ở câu hô, vì quen nhảy xuống trước. Sáu em chưa đạt học tiếp với nhóm tháng Bảy, không thu thêm tiền."
            ),
            quote("Thấy bạn chìm mà chỉ được đứng ném phao thì khó hơn bơi.", "Đinh Quốc Trung, lớp 7A2"),
        ),
        author="gv.bach",
        plan_entry=last(12),
        event_start="2026-06-08T07:00:00+07:00",
        event_end="2026-06-26T10:00:00+07:00",
        published_on="2026-06-27T09:10:00+07:00",
    ),
    ArticleSeed(
        key="thu-vien-mo-he",
        section="thu-vien",
        genre="tin-ngan",
        title="Thư viện mở sáng thứ Ba và thứ Sáu suốt mùa hè",
        summary="Quạt trần mới, nước mát, và luật duy nhất: không hỏi nhau điểm thi.",
        body=(
            img(
                "library:9",
                "Sáng thứ Ba đầu tiên của kì nghỉ.",
                "Bốn học sinh ngồi đọc sách quanh bàn dài trong thư viện, một bạn với tay lấy sách trên giá.",
            ),
            p(
                "Từ 16/6 đến 14/8, thư viện mở 7:30–11:00 thứ Ba và thứ Sáu. Học sinh các trường khác trong phường vào đọc tại chỗ được, chỉ cần ghi tên. Mỗi lần mượn về nhà năm cuốn thay vì hai. Cô Phan Thị Yến có một mẩu giấy dán cửa: "
                "“Ở đây không hỏi điểm. Hỏi đang đọc đến đâu.” Tám bạn khối 8 nhận trực theo cặp, công mỗi buổi là một que kem."
            ),
        ),
        author="nv.yen",
        photographer="Phan Yến",
        plan_entry=last(12),
        event_start="2026-06-16T07:30:00+07:00",
        published_on="2026-06-18T10:30:00+07:00",
    ),
    ArticleSeed(
        key="buc-tuong-mua-he",
        section="the-thao-van-nghe",
        genre="anh-hoat-dong",
        title="Bức tường sau nhà B, trước và sau mười một ngày",
        summary="Hai mươi hai học sinh và bốn mươi lít sơn. Hình vẽ do các lớp chọn từ 130 bản nháp.",
        body=(
            p(
                "Tường cũ loang mốc từ hồi sửa mái. Câu lạc bộ Mĩ thuật xin ba việc: sơn chống thấm, giàn giáo thấp, và đừng ai góp ý khi chưa vẽ xong. Con cá chép lúc đầu dài ba mét, đến ngày thứ sáu thành năm mét rưỡi vì người vẽ đuôi không "
                "chịu dừng."
            ),
            gallery(
                pic(
                    "craft:2",
                    "Ngày thứ hai, lên màu nền.",
                    "Học sinh cầm chổi lăn và cọ vẽ tranh lớn trên tường, thùng sơn nhiều màu dưới đất.",
                ),
                pic(
                    "still:0",
                    "Chậu cây được dời sang bên cho khỏi dính sơn.",
                    "Dãy chậu cây non xếp trên bệ cửa sổ, mỗi chậu có một mảnh giấy nhỏ.",
                ),
                pic(
                    "craft:6",
                    "Ngày thứ bảy, cá chép bắt đầu có vảy.",
                    "Bức tranh tường có cá, mặt trời và cây, các bạn đứng trên ghế thấp tô màu.",
                ),
                pic(
                    "kitchen:1",
                    "Giờ nghỉ trưa của cả nhóm ở bếp ăn.",
                    "Học sinh ngồi quanh bàn dài ăn trưa với khay cơm, một bạn giơ ngón tay cái.",
                ),
                pic(
                    "craft:10",
                    "Ngày cuối, ký tên ở góc thấp nhất.",
                    "Học sinh vẽ những nét cuối của bức tranh nhiều màu trên tường.",
                ),
                pic(
                    "yard:9",
                    "Khán giả đầu tiên: đội đá cầu tập hè.",
                    "Nhóm học sinh đá cầu thành vòng tròn giữa sân, hai bạn ngồi ghế xem.",
                ),
            ),
        ),
        author="gv.chi",
        photographer="Vũ Khánh",
        plan_entry=last(12),
        event_start="2026-07-06T07:00:00+07:00",
        event_end="2026-07-17T11:00:00+07:00",
        place="Tường sau nhà B",
        consent=True,
        published_on="2026-07-18T16:20:00+07:00",
    ),
    ArticleSeed(
        key="hai-bay-thang-bay",
        section="viec-tu-te",
        genre="tin-ngan",
        title="Sáng 27/7, ba mươi sáu bạn đi quét nghĩa trang liệt sĩ phường",
        summary="Đi bộ từ năm rưỡi để tránh nắng; mỗi nhóm chép lại một hàng tên đã mờ để sơn lại.",
        body=(
            p(
                "Năm rưỡi sáng 27/7, ba mươi sáu bạn của bốn chi đội khối 8 đi bộ ra nghĩa trang liệt sĩ phường với chổi, xô và sơn vàng. Việc chính không phải quét mà là đọc: mười bảy bia chữ đã mờ, các nhóm dùng giấy can và bút chì miết lại, "
                "đối chiếu với sổ của ban quản trang rồi mới tô. Một bia chỉ còn đọc được quê quán và năm sinh 1951. Nhóm để nguyên, ghi vào sổ để hỏi hội cựu chiến binh. Chín giờ kém, các em về, mang theo bốn trang câu hỏi."
            ),
        ),
        author="uyvien.dd",
        plan_entry=last(12),
        event_start="2026-07-27T05:30:00+07:00",
        event_end="2026-07-27T08:50:00+07:00",
        published_on="2026-07-27T19:00:00+07:00",
    ),
    ArticleSeed(
        key="sua-truong-mua-he",
        section="thong-bao",
        genre="tin-ngan",
        title="Trường sửa gì trong hè: mái nhà B, 24 quạt trần, hai phòng vệ sinh",
        summary="Công trình xong ngày 12/8; từ 17/8 phụ huynh có thể đến xem các buổi sáng.",
        body=(
            p(
                "Kì nghỉ hè năm nay trường làm bốn việc:",
                ul(
                    "Lợp lại mái nhà B, hết dột ở phòng 301 và 303;",
                    "Thay 24 quạt trần tầng hai nhà A;",
                    "Làm mới hai phòng vệ sinh, thêm móc treo cặp theo đề nghị của học sinh;",
                    "Hạ hai vòi nước uống xuống 80 xăng-ti-mét cho em khối 6.",
                ),
                "Việc chưa làm được: lối dốc cho xe lăn ở cửa hội trường, vì phải xin dời cột điện. Kinh phí và hóa đơn niêm yết ở bảng tin phòng 102. Ai muốn xem tận nơi, mời đến các buổi sáng từ 17/8.",
            ),
        ),
        author="phoban",
        plan_entry=last(14),
        notice=True,
        published_on="2026-08-13T09:00:00+07:00",
    ),
    ArticleSeed(
        key="tuu-truong-lop-sau",
        section="thong-bao",
        genre="tin-ngan",
        title="Lớp 6 tựu trường sáng 24/8: đến cổng nào, gặp ai",
        summary="Bảy lớp xếp hàng theo bảng màu; cha mẹ vào sân được đến 8:00.",
        body=(
            img(
                "front:2",
                "Sân trường đã dọn xong chờ khóa mới.",
                "Mặt tiền trường với cột cờ, dãy nhà mái ngói và hàng cây, sân gạch sạch trống.",
            ),
            p(
                "Bảy giờ sáng thứ Hai 24/8, học sinh lớp 6 vào cổng chính. Anh chị lớp 9 cầm biển màu đứng sẵn: 6A1 tím, 6A2 đỏ, 6A3 vàng, 6A4 xanh lá, 6A5 xanh dương, 6A6 cam, 6A7 trắng. Em nào quên lớp thì tìm cô Phạm Thu Trang ở bàn dưới gốc phượng. "
                "Cha mẹ được vào sân đến 8:00 rồi chào con ở cột cờ. Hôm ấy chỉ cần mang một cây bút và bình nước."
            ),
        ),
        author="thuky",
        photographer="Lê Minh",
        plan_entry=last(14),
        notice=True,
        published_on="2026-08-20T08:30:00+07:00",
    ),
    ArticleSeed(
        key="ngan-keo-but",
        section="viec-tu-te",
        genre="bai-phan-anh",
        title="Ngăn kéo bút mượn ở cuối lớp 7A2",
        summary="Mượn không cần hỏi, trả không cần ghi. Sau một học kỳ, số bút nhiều hơn lúc đầu.",
        body=(
            p(
                "Tôi nghe chuyện ngăn kéo từ con trai. Cháu bảo lớp có một ngăn bàn ở cuối, trong để bút, ai hết mực giữa giờ thì với tay lấy. Tôi hỏi ai quản. Cháu nghĩ một lúc: “Không ai cả, bố ạ.”",
                "Hôm họp lớp tôi mở ra xem. Ban đầu, tháng Một, cô giáo bỏ vào mười hai chiếc bút bi mười một nghìn một vỉ. Giờ có ba mươi mốt chiếc, một cục tẩy và hai lõi bút chì. Một chiếc có quấn giấy: “bút này viết đẹp, trả lại nhé, 2/4”. Nó vẫn ở đó.",
                "Tôi có nghề kiểm kho, nên tính thử. Nếu mỗi ngày ba người mượn và một phần mười quên trả, thì đến tháng Hai ngăn kéo phải cạn. Vậy mà nó đầy lên. Chỉ có thể là có những người chưa từng mượn vẫn bỏ vào.",
                "Cô chủ nhiệm xin tôi đừng viết tên cô. Tôi cũng không biết viết tên ai vào bài này, nên viết tên cái ngăn kéo.",
            ),
        ),
        author="congtacvien",
        plan_entry=last(16),
        event_start="2026-05-23T08:00:00+07:00",
        published_on="2026-05-24T21:30:00+07:00",
    ),
)
