"""What NĐ 30/2020 asks of a paper before it leaves the house; where it is silent nothing is asked."""

import re
from collections.abc import Iterable

from portal.base.official.paper import Paper, Signature, Stands
from portal.base.rules import Ground, Refusal

LAYOUT, SIGNING = "Nghị định 30/2020/NĐ-CP, Điều 8", "Nghị định 30/2020/NĐ-CP, Điều 13"
SYMBOL = re.compile(r"[A-ZĐƯ][A-Za-zĐđƯ]*(?:[.-][A-Z0-9ĐƯa-z]+)*")
DEPUTY, ALSO_DEPUTY = "phó ", "phó"
IN_STEAD = frozenset((Stands.KT, Stands.TL, Stands.TUQ, Stands.TM))

UNSIGNED = Refusal("R-PAPER-01", LAYOUT, "Văn bản chưa có chức vụ người ký.", ground=Ground.NOT_READY)
NO_PLACE = Refusal("R-PAPER-01", LAYOUT, "Văn bản chưa ghi địa danh.", ground=Ground.NOT_READY)
NO_WORDS = Refusal("R-PAPER-01", LAYOUT, "Văn bản chưa có nội dung.", ground=Ground.NOT_READY)
NO_MATTER = Refusal("R-PAPER-01", LAYOUT, "Công văn chưa có trích yếu “V/v …”.", ground=Ground.NOT_READY)
ODD_NUMBER = Refusal(
    "R-PAPER-02", LAYOUT, "Số văn bản là số nguyên từ 1; ký hiệu gồm chữ viết tắt, nối bằng gạch nối: BC-THCSNGT.",
    ground=Ground.NOT_READY,
)  # fmt: skip
NOT_A_DEPUTY = Refusal("R-PAPER-03", SIGNING, "“KT.” chỉ dùng khi cấp phó ký thay cấp trưởng.", ground=Ground.NOT_READY)
DEPUTY_ALONE = Refusal("R-PAPER-03", SIGNING, "Cấp phó ký thì ghi “KT.” trước chức vụ cấp trưởng.", ground=Ground.NOT_READY)  # fmt: skip
FOR_WHOM = Refusal("R-PAPER-03", SIGNING, "Chưa ghi ký thay mặt ai, thay ai.", ground=Ground.NOT_READY)


def faults(paper: Paper) -> list[Refusal]:
    """What stands between a paper and its signature; empty where nothing does. Forms for outsiders owe only words."""
    found = [] if paper.body else [NO_WORDS]
    if not paper.signatures:
        found.append(UNSIGNED)
    if not paper.is_form:
        found += _of_the_head(paper)
        found += [fault for one in paper.signatures for fault in _of_a_signature(one, alone=len(paper.signatures) == 1)]
    return found


def _of_the_head(paper: Paper) -> Iterable[Refusal]:
    if not paper.place.strip():
        yield NO_PLACE
    if paper.is_letter and not paper.about.strip():
        yield NO_MATTER
    if (paper.number is not None and paper.number < 1) or (paper.symbol and not SYMBOL.fullmatch(paper.symbol)):
        yield ODD_NUMBER


def _of_a_signature(one: Signature, *, alone: bool) -> Iterable[Refusal]:
    """KT. only when a deputy signs, TM. for a body; several who sign beside each other (minutes) sign for themselves."""
    deputy = one.office.casefold().startswith(DEPUTY) or f" {ALSO_DEPUTY} " in f" {one.office.casefold()} "
    if one.stands == Stands.KT and not deputy:
        yield NOT_A_DEPUTY
    if one.stands == Stands.SELF and deputy and alone:
        yield DEPUTY_ALONE
    if one.stands in IN_STEAD and not one.whom.strip():
        yield FOR_WHOM
