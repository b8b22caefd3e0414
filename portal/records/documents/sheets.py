"""Documents and the register as spreadsheets."""

from collections.abc import Callable, Iterable, Mapping

from portal.base.sheets import Value, table
from portal.records.documents import rules
from portal.records.documents.queries import Told
from portal.records.models import Document, RegisterLine

HEAD = ("Loại", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Cơ quan ban hành", "Người ký", "Có hiệu lực từ", "Hết hiệu lực từ",
        "Tình trạng", "Được thay thế, sửa đổi bởi", "Lĩnh vực", "Địa chỉ")  # fmt: skip
WIDTHS = (16, 22, 14, 60, 30, 24, 14, 14, 20, 36, 20, 50)
NUMBERS_HEAD = ("Số", "Số, ký hiệu", "Ngày văn bản", "Loại", "Trích yếu", "Người ký", "Nơi nhận", "Cấp bởi", "Cấp lúc", "Hủy lúc",
                "Lý do hủy", "Đăng tại")  # fmt: skip
NUMBERS_WIDTHS = (8, 22, 14, 16, 60, 24, 30, 24, 18, 18, 40, 50)


def documents_book(found: Iterable[Told], absolute: Callable[[str], str]) -> bytes:
    """A line a document with how it stands today; `absolute` makes whole addresses."""
    return table("Văn bản", HEAD, WIDTHS, (_document(one, absolute) for one in found))


def _document(one: Told, absolute: Callable[[str], str]) -> tuple[Value, ...]:
    it = one.document
    after = "; ".join(f"{tie.kind_name} {tie.symbol}" for tie in one.undergoes)
    return (it.kind_name, it.symbol, it.issued, it.title, it.issuer, it.signer, rules.begins(it.given()), it.ends, one.force_name,
            after, str(it.field or ""), absolute(it.address))  # fmt: skip


def register_book(
    lines: Iterable[RegisterLine], borne: Mapping[int, Document], absolute: Callable[[str], str]
) -> bytes:
    """The register of a year, the first number first."""
    return table(
        "Sổ văn bản", NUMBERS_HEAD, NUMBERS_WIDTHS, (_number(one, borne.get(one.pk), absolute) for one in lines)
    )


def _number(one: RegisterLine, document: Document | None, absolute: Callable[[str], str]) -> tuple[Value, ...]:
    return (one.number, one.symbol, one.issued, rules.kind_name(one.book.kind), one.summary, one.signer, one.to, str(one.taken_by),
            one.taken_at, one.cancelled_at, one.reason,
            absolute(document.address) if document is not None and document.live else "")  # fmt: skip
