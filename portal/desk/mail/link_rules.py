"""How long a link lives and what kills it (Điều 14.3). Pure: what it was bound to against what is now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from portal.approval.rules import Holder
from portal.base.rules import Ground, Refusal


class Death(StrEnum):
    """Why a link decides nothing any more."""

    USED = "used"
    SIBLING = "sibling"
    EXPIRED = "expired"
    EDITED = "edited"
    MOVED = "moved"
    REASSIGNED = "reassigned"
    RIGHTS = "rights"


SAID: Mapping[Death, str] = {
    Death.USED: "Đường dẫn này đã dùng rồi; mỗi đường dẫn chỉ dùng một lần.",
    Death.SIBLING: "Thầy/cô đã quyết định bằng một đường dẫn khác của cùng lượt này.",
    Death.EXPIRED: "Đường dẫn này đã hết hạn.",
    Death.EDITED: "Nội dung đã thay đổi từ khi thư được gửi; đường dẫn chỉ có giá trị với đúng bản trong thư.",
    Death.MOVED: "Lượt duyệt trong thư không còn nữa: đã có người xử lý, hoặc bài đã được rút về.",
    Death.REASSIGNED: "Bước này nay không còn là của thầy/cô với tư cách ghi trong thư.",
    Death.RIGHTS: "Quyền hoặc phân công của thầy/cô đã thay đổi từ khi thư được gửi.",
}


@dataclass(frozen=True)
class Bound:
    """What a link was bound to when it was minted, and whether it was used."""

    task: int
    revision: int
    hash: str
    capacity: tuple[str, int | None, int | None]
    rights_version: int
    expires_at: datetime
    used: bool = False
    dead: Death | None = None


@dataclass(frozen=True)
class Current:
    """The same things as they are now; `holder` is None where the step is not his, or his rights are withdrawn."""

    at: datetime
    task: int | None
    revision: int
    hash: str
    holder: Holder | None
    rights_version: int


def capacity(holder: Holder) -> tuple[str, int | None, int | None]:
    """Office, for whom, under which paper."""
    return holder.office.value, holder.acting_for, holder.grant


def death(bound: Bound, now: Current) -> Death | None:
    """R-MAIL-09: a link lives while person, capacity, task and every word are what they were, until its hour; used once
    it is dead with its siblings (Điều 14.3)."""
    if bound.used:
        return Death.USED
    if bound.dead is not None:
        return bound.dead
    if now.task != bound.task:
        return Death.MOVED
    if (now.revision, now.hash) != (bound.revision, bound.hash):
        return Death.EDITED
    if now.holder is None or capacity(now.holder) != bound.capacity:
        return Death.REASSIGNED
    if now.rights_version != bound.rights_version:
        return Death.RIGHTS
    return Death.EXPIRED if now.at >= bound.expires_at else None


def refusal_of(found: Death) -> Refusal:
    """The refusal a dead link's POST gets."""
    return Refusal("R-MAIL-09", "Điều 14.3", SAID[found], ground=Ground.CONFLICT)


NOT_YOURS = Refusal("R-MAIL-10", "Điều 14.3", "Đường dẫn này gửi cho một người khác; chỉ chính người ấy dùng được.")
