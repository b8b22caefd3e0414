"""Who says which page stands where, and what may stand there (Điều 8.3, 12.1; TT 37/2020 Đ.9)."""

from collections.abc import Sequence

from portal.base.rules import Ground, Refusal
from portal.news.places import BY_KEY, LANGUAGES
from portal.people.rules import Board

ASKED = "Điều 8.3, 12.1"


def may_place(board: Board, person: int) -> Refusal | None:
    """R-PLACE-01: who keeps the front page says which page stands where: the Secretary, or whoever stands in for her, and
    the Head (Điều 8.3, 12.1)."""
    if person in board.secretaries | (board.substitutes - board.away) | board.leaders:
        return None
    return Refusal("R-PLACE-01", ASKED, "Trang tĩnh do Thư ký và Trưởng ban sắp xếp.")


def place_refusals(key: str, language: str, pages: Sequence[int], *, open_pages: frozenset[int]) -> list[Refusal]:
    """R-PLACE-02, -03: only what any reader may open stands in a place, in the place's language; each page once, and one
    page where the place is one (Điều 8.3, 12.1)."""
    place = BY_KEY.get(key)
    if place is None or language not in place.languages:
        told = LANGUAGES.get(language, language)
        return [Refusal("R-PLACE-02", ASKED, f"Không có chỗ “{key}” ({told}).", "key", Ground.NOT_READY)]
    found = []
    if not set(pages) <= open_pages:
        message = "Chỉ chọn trang đã duyệt, đang đăng công khai và đúng thứ tiếng của chỗ này."
        found.append(Refusal("R-PLACE-02", ASKED, message, "pages", Ground.NOT_READY))
    if len(set(pages)) < len(pages) or (len(pages) > 1 and not place.many):
        message = "Mỗi trang đứng một lần." if place.many else f"“{place.title}” chỉ có chỗ cho một trang."
        found.append(Refusal("R-PLACE-03", ASKED, message, "pages", Ground.NOT_READY))
    return found


def may_shelve(board: Board, person: int) -> Refusal | None:
    """R-SECTION-02: who keeps the sections says in which order they stand, and whether news flow there or pages stand
    (Điều 8.3, 12.1)."""
    if person in board.everyone:
        return None
    return Refusal("R-SECTION-02", ASKED, "Thứ tự và dạng của chuyên mục do Thư ký và thành viên Ban xếp.")


def shelf_refusals(position: int, shape: str, language: str, *, shapes: Sequence[str]) -> list[Refusal]:
    """R-SECTION-03: a section stands at a place from 1 to 999, in a known shape and language (Điều 8.3)."""
    wrong = {
        "position": not 1 <= position <= 999, "shape": shape not in shapes, "language": language not in LANGUAGES,
    }  # fmt: skip
    message = "Thứ tự từ 1 đến 999; dạng và tiếng chọn trong danh sách."
    return [
        Refusal("R-SECTION-03", "Điều 8.3", message, field, Ground.NOT_READY) for field, bad in wrong.items() if bad
    ]
