"""Kinds of personal data looked for, and how each is told. Pure."""

from enum import StrEnum


class Kind(StrEnum):
    """What was found."""

    MARKS = "marks"
    BIRTH = "birth"
    PHONE = "phone"
    CITIZEN = "citizen"
    CLASS_LIST = "class_list"
    ADDRESS = "address"
    PRIVATE = "private"
    UNREAD = "unread"  # nothing was found, for nothing could be read


TITLES = {
    Kind.MARKS: "tên học sinh kèm điểm, xếp loại",
    Kind.BIRTH: "ngày sinh",
    Kind.PHONE: "số điện thoại di động",
    Kind.CITIZEN: "số căn cước, mã định danh, thẻ bảo hiểm",
    Kind.CLASS_LIST: "danh sách tên học sinh kèm lớp",
    Kind.ADDRESS: "địa chỉ nhà",
    Kind.PRIVATE: "chuyện riêng của học sinh: sức khỏe, hoàn cảnh, tiền nợ, lỗi, tài khoản",
    Kind.UNREAD: "tệp máy không đọc được chữ",
}

Hit = tuple[Kind, int, str]  # kind, line (0 is the first), masked
