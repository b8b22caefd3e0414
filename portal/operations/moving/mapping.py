"""What a mapping file says of a portal before: its name, which of its sections are which of ours, what stands where on its
saved pages (TOML; docs/chuyen-cong-cu.md)."""

import tomllib
from dataclasses import dataclass, field
from typing import Any

from portal.base.text import fold
from portal.operations.moving.archive import Broken
from portal.operations.moving.tree import good_selector

NAMES = {"title": "tieu_de", "body": "noi_dung", "date": "ngay", "author": "tac_gia", "summary": "tom_tat",
         "section": "chuyen_muc", "drop": "bo"}  # fmt: skip


@dataclass(frozen=True)
class Saved:
    """Selectors for saved pages; `every` where also pages without the two numbers are articles."""

    title: str
    body: str
    date: str
    author: str = ""
    summary: str = ""
    section: str = ""
    drop: str = ""
    every: bool = False


@dataclass(frozen=True)
class Mapping:
    """`source` names the portal before for ever: the same text of the same source comes along once."""

    source: str = "cong-cu"
    name: str = "Cổng cũ của nhà trường"
    sections: dict[str, str] = field(default_factory=dict)
    default_section: str = ""
    addresses: dict[str, str] = field(default_factory=dict)  # of old sections and tags: ours, by their slugs
    columns: dict[str, str] = field(default_factory=dict)
    saved: Saved | None = None


def mapping_of(raw: bytes) -> Mapping:
    """Read a mapping file; raises Broken with the sentence for what is wrong."""
    try:
        told = tomllib.loads(raw.decode("utf-8-sig"))
    except (UnicodeError, tomllib.TOMLDecodeError) as error:
        raise Broken(f"Tệp đối chiếu không đọc được: {error}.") from error
    portal, sections = _table(told, "cong"), _table(told, "chuyen_muc")
    return Mapping(
        source=_text(portal, "ma", "cong-cu"), name=_text(portal, "ten", Mapping.name),
        default_section=_text(portal, "chuyen_muc_chung", ""), columns=_texts(_table(told, "cot")),
        sections=_texts(sections), addresses=_texts(_table(told, "dia_chi")),
        saved=_saved(_table(told, "trang")) if "trang" in told else None,
    )  # fmt: skip


def _saved(told: dict[str, Any]) -> Saved:
    selectors = {english: _text(told, name, "") for english, name in NAMES.items()}
    missing = [NAMES[one] for one in ("title", "body", "date") if not selectors[one]]
    wrong = [NAMES[one] for one, selector in selectors.items() if selector and not good_selector(selector)]
    if missing or wrong:
        raise Broken(f"Tệp đối chiếu, mục [trang]: thiếu hoặc chưa hiểu {', '.join(missing + wrong)}.")
    return Saved(**selectors, every=bool(told.get("moi_trang", False)))


def _table(told: dict[str, Any], name: str) -> dict[str, Any]:
    found = told.get(name, {})
    if not isinstance(found, dict):
        raise Broken(f"Tệp đối chiếu: [{name}] phải là một mục.")
    return found


def _text(told: dict[str, Any], name: str, default: str) -> str:
    found = told.get(name, default)
    if not isinstance(found, str):
        raise Broken(f"Tệp đối chiếu: {name} phải là chữ trong ngoặc kép.")
    return found


def _texts(told: dict[str, Any]) -> dict[str, str]:
    return {name: _text(told, name, "") for name in told}


@dataclass
class Tally:
    """What of a mapping file found something in an archive, gathered text by text."""

    matched: set[str] = field(default_factory=set)
    sections: set[str] = field(default_factory=set)

    def take(self, matched: tuple[str, ...], sections: tuple[str, ...]) -> None:
        self.matched |= set(matched)
        self.sections |= set(map(fold, sections))

    def idle(self, mapping: Mapping) -> list[str]:
        """A sentence for each selector, column and old section the archive has nothing of."""
        selectors = {english: getattr(mapping.saved, english) for english in NAMES} if mapping.saved else {}
        told = [f"bộ chọn {NAMES[one]} “{selector}” không khớp trang nào" for one, selector in selectors.items()
                if selector and one not in self.matched]  # fmt: skip
        told += [f"không bảng nào có cột “{column}”" for known, column in mapping.columns.items()
                 if f"cot:{known}" not in self.matched]  # fmt: skip
        told += [f"không bài nào ghi mục “{name}”" for name in mapping.sections if fold(name) not in self.sections]
        return [f"Tệp đối chiếu: {one}." for one in told]
