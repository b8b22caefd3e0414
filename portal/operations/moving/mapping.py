"""What a mapping file says of a portal before: its name, which of its sections are which of ours, what stands where on its
saved pages (TOML; docs/chuyen-cong-cu.md)."""

import tomllib
from dataclasses import dataclass, field
from typing import Any

from portal.operations.moving.archive import Broken
from portal.operations.moving.tree import good_selector

TEXTS = ("title", "body", "date", "author", "summary", "section", "drop")


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
        sections=_texts(sections), saved=_saved(_table(told, "trang")) if "trang" in told else None,
    )  # fmt: skip


def _saved(told: dict[str, Any]) -> Saved:
    names = dict(zip(TEXTS, ("tieu_de", "noi_dung", "ngay", "tac_gia", "tom_tat", "chuyen_muc", "bo"), strict=True))
    selectors = {english: _text(told, name, "") for english, name in names.items()}
    missing = [names[one] for one in ("title", "body", "date") if not selectors[one]]
    wrong = [names[one] for one, selector in selectors.items() if selector and not good_selector(selector)]
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
