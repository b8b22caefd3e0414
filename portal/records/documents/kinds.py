"""The kinds of papers there are and how a symbol abbreviates each (NĐ 30/2020, Phụ lục III; laws of those above). Pure data."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper: its name, the letters in its symbol ("" for an official letter), whether schools sign such papers."""

    name: str
    letters: str = ""
    ours: bool = True


KINDS: Mapping[str, PaperKind] = {
    "qd": PaperKind("Quyết định", "QĐ"),
    "kh": PaperKind("Kế hoạch", "KH"),
    "tb": PaperKind("Thông báo", "TB"),
    "bc": PaperKind("Báo cáo", "BC"),
    "ttr": PaperKind("Tờ trình", "TTr"),
    "bb": PaperKind("Biên bản", "BB"),
    "hd": PaperKind("Hướng dẫn", "HD"),
    "qc": PaperKind("Quy chế", "QC"),
    "qyd": PaperKind("Quy định", "QyĐ"),
    "cv": PaperKind("Công văn"),
    "nq": PaperKind("Nghị quyết", "NQ"),
    "ctr": PaperKind("Chương trình", "CTr"),
    "pa": PaperKind("Phương án", "PA"),
    "da": PaperKind("Đề án", "ĐA"),
    "hdg": PaperKind("Hợp đồng", "HĐ"),
    "gm": PaperKind("Giấy mời", "GM"),
    "ggt": PaperKind("Giấy giới thiệu", "GGT"),
    "gnp": PaperKind("Giấy nghỉ phép", "GNP"),
    "guq": PaperKind("Giấy ủy quyền", "GUQ"),
    "luat": PaperKind("Luật", "QH", ours=False),
    "nd": PaperKind("Nghị định", "NĐ-CP", ours=False),
    "tt": PaperKind("Thông tư", "TT", ours=False),
    "ct": PaperKind("Chỉ thị", "CT", ours=False),
}
OURS: Mapping[str, str] = {code: kind.name for code, kind in KINDS.items() if kind.ours}
NAMES: Mapping[str, str] = {code: kind.name for code, kind in KINDS.items()}
