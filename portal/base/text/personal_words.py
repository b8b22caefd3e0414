"""Words by which children's data is known: of marks, pupils, staff, homes, private matters. Pure."""

import re

CLASS = r"(?:1[0-2]|[1-9])\s?(?:[A-K]\d{0,2}|[/.]\d{1,2})"
IN_CLASS = re.compile(rf"\b(?i:lớp)\s*:?\s*{CLASS}\b|(?<![\w/.,-])(?:[1-9]|1[0-2])[A-K]\d{{0,2}}(?![\w/])")
CLASS_CELL = re.compile(rf"(?:lớp\s*)?{CLASS}", re.IGNORECASE)
SCORE = re.compile(r"(?<![\d/.,:-])(?:10(?:[.,]0{1,2})?|\d(?:[.,]\d{1,2})?)(?:\s?/\s?10\b)?(?![\d/:%-]|[.,]\d)")
DECIMAL = re.compile(r"(?<![\d/.,:-])(?:(?:10|\d)[.,]\d{1,2}(?![\d/:%]|[.,]\d)|(?:10|\d)\s?/\s?10\b)")
LEVEL = re.compile(
    r"(?:^|[\t|;,:–-]|\s)\s*(?:tốt|khá|giỏi|xuất sắc|trung bình|yếu|kém|đạt|chưa đạt|tb|htt|htxs|cđ)\s*(?=$|[\t|;,.)–-]|\s)",
    re.IGNORECASE,
)
LETTER_LEVELS = re.compile(r"\t(?:T|K|Đ|CĐ|G|TB|Y)(?=\t|$)")
OF_MARKS = re.compile(
    r"\bđiểm\b|\bđtb|\btbm\b|học lực|hạnh kiểm|rèn luyện|xếp loại|kết quả học tập|bảng điểm|\btoán\b.*\bvăn\b|\bđgtx\b|\bđđg|\bhk[12i]\b",
    re.IGNORECASE,
)
OF_OTHER_NUMBERS = re.compile(
    r"số tiết|đơn giá|thành tiền|số lượng|\bphiếu\b|số tiền|định mức|số buổi|thâm niên|hệ số|số ngày|số lượt",
    re.IGNORECASE,
)
OF_PUPILS = re.compile(
    r"học sinh|\bhs\b|thí sinh|danh sách lớp|đội viên|\bcác em\b|\bem\b|nhận xét của (?:giáo viên|gv)"
    r"|\bsbd\b|số báo danh|họ tên con|các cháu",
    re.IGNORECASE,
)
OF_STAFF = re.compile(
    r"giáo viên|\bgv\b|gvcn|chủ nhiệm|phân công|chức vụ|chức danh|tổ trưởng|coi thi|giám thị|nhân viên|cán bộ|giám khảo|ban tổ chức|"
    r"thành viên ban|trưởng ban|ủy viên|diễn giả|huấn luyện viên|phụ huynh phụ trách", re.IGNORECASE,
)  # fmt: skip
BIRTH_COLUMN = re.compile(r"(?:ngày|năm|ngày,?\s*tháng,?\s*năm)\s*sinh|\bn\.?\s?sinh\b", re.IGNORECASE)
HOME_COLUMN = re.compile(r"địa chỉ|chỗ ở|nơi ở|hộ khẩu|thường trú", re.IGNORECASE)
GIVEN_MARK = re.compile(
    r"(?:điểm|đtb|trung bình|tổng kết|học lực|hạnh kiểm|rèn luyện|xếp loại)[^.;\n]{0,40}?(?:\d|giỏi|khá|tốt|yếu|kém|đạt|trung bình)"
    r"|\d{1,2}(?:[.,]\d{1,2})?\s*điểm",
    re.IGNORECASE,
)
ONE_OF_US = re.compile(r"\b(?:em|cháu|bạn|nhà riêng)\b", re.IGNORECASE)  # not an area whose children a school takes
OF_A_PUPIL = re.compile(r"\b(?:em|học sinh|hs|bạn|cháu|con)\b", re.IGNORECASE)
HEX = re.compile(r"\b[0-9a-f]{32,}\b")
SURELY_STAFF = re.compile(r"viên chức|tuyển dụng|vị trí (?:dự tuyển|việc làm)|ngạch|hợp đồng lao động", re.IGNORECASE)
OF_OFFICE = re.compile(
    r"bổ nhiệm|điều động|giữ chức|chức vụ|giáo viên|hiệu trưởng|nhân viên|công tác tại|đảng viên|nghỉ hưu",
    re.IGNORECASE,
)
OFFICIAL = re.compile(r"đường dây nóng|hotline|tổng đài|phát ngôn|đại diện (?:theo )?pháp luật", re.IGNORECASE)
OF_PARENTS = re.compile(r"\b(?:em|cháu|mẹ|bố|ba|phụ huynh|gia đình)\b", re.IGNORECASE)
EXAMPLE = re.compile(r"(?:ví dụ|\bvd\b|cách ghi|ghi mẫu|mẫu ghi).{0,120}?\w (?:Văn|Thị) [A-DX-Z]\b", re.IGNORECASE)
PLACE_CELL = re.compile(
    r"(?:tên )?(?:đường|phố|đường phố|tuyến (?:phố|đường)|trường(?: th[cp][st]| tiểu học)?)", re.IGNORECASE
)
OF_PERSONS = re.compile(r"họ (?:và )?(?:tên|đệm)|học sinh|thí sinh|ho_?ten", re.IGNORECASE)
OF_GOODS = re.compile(r"sê-?ri|serial|số máy|mã (?:thiết bị|tài sản|hàng|vạch)|imei", re.IGNORECASE)
OF_THE_DEAD = re.compile(r"năm mất|mất năm|ngày mất", re.IGNORECASE)
PRIVATE = re.compile(
    r"khuyết tật|mồ côi|(?:bố|mẹ|cha) (?:mất|đã mất|bỏ)|li hôn|ly hôn|chạy thận|ung thư|hộ (?:cận )?nghèo|sức kh[ỏo][eẻ]"
    r"|cân nặng|nặng \(kg\)"
    r"|\bbmi\b|thị lực|tiêm|còn (?:thiếu|nợ)|chưa (?:nộp|đóng)|mật khẩu|không phép|học hòa nhập", re.IGNORECASE,
)  # fmt: skip
PRIVATE_OF_PUPILS = re.compile(
    r"nhận xét|\blỗi\b|vi phạm|k[ỉỷ] luật|dân tộc|tôn giáo|hoàn cảnh|số tài khoản|nghề nghiệp|học bổng|nghỉ học"
    r"|\bvắng\b|điểm trừ",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"cảnh cáo|k[ỉỷ] luật|phê bình|khiển trách|đánh nhau|vi phạm|đình chỉ|trộm|gian lận|trốn học|bỏ học", re.IGNORECASE
)
BIRTHDAY = re.compile(r"sinh nhật|chúc mừng tuổi", re.IGNORECASE)
SUBJECT = (
    r"(?:toán|(?:ngữ )?văn|(?:tiếng )?anh|(?:vật )?l[íý]|h[óo][áa]?(?: học)?|sinh(?: học)?|(?:lịch )?sử(?: ?(?:-|và|&) ?địa(?: lí)?)?"
    r"|địa(?: lí)?"
    r"|khtn|ls ?& ?đl|gdcd|tin(?: học)?|(?:âm )?nhạc|m[ĩỹ] thuật|công nghệ|hđtn|gdtc|thể dục|ngoại ngữ)"
)
SUBJECT_MARK = re.compile(
    rf"(?<!\w){SUBJECT}\s{{0,2}}[:\t–-]?\s{{0,2}}(?:10|\d)(?:[.,]\d{{1,2}})?(?![\d%/])", re.IGNORECASE
)
_DIGIT = r"(?:không|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)"
MARK_IN_WORDS = re.compile(rf"\b{_DIGIT}\s+(?:phẩy\s+\w+|điểm\b|rưỡi\b)|\bđiểm\s+{_DIGIT}\b", re.IGNORECASE)
