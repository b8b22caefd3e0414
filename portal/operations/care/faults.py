"""What is wrong with one page, told by what a browser and a robot were given. Pure but for the asking handed in."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from urllib.parse import unquote

from portal.operations.care import crawler
from portal.operations.care.confusables import latin
from portal.operations.care.domains import host_of, is_under, looks_like
from portal.operations.care.injected import injected
from portal.operations.care.page import Link, Seen
from portal.operations.care.rules import Kind

OF_A_PAGE = (Kind.BROKEN_INSIDE, Kind.FOREIGN, Kind.LOOKALIKE, Kind.INJECTED, Kind.HIDDEN, Kind.CLOAKED, Kind.STRANGE)
MOST_WORDS = 6
THEME = re.compile(r"/giao-dien/[\w-]+\.css")  # the school's own colours
WORDLESS = "liên kết không có chữ"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where (an address of ours), what, and a word more. `uploader`: a person's id."""

    kind: Kind
    where: str
    what: str
    note: str = ""
    title: str = ""
    page: int | None = None
    field: int | None = None
    uploader: int | None = None


@dataclass(frozen=True)
class Ours:
    """What the portal's own program puts into pages: addresses of scripts and sheets, classes its sheets know."""

    code: Collection[str]
    classes: Collection[str]


@dataclass(frozen=True)
class School:
    """What a page is judged by: the school's own domain, those it knows, what stands in every page's frame."""

    own: str
    known: Collection[str]
    frame: Collection[str] = frozenset()
    ours: Ours | None = None


def faults_of(
    path: str, browser: Seen, robot: Seen, school: School, status_of: Callable[[str], int | None]
) -> list[Fault]:
    """Everything wrong with the page at `path`. `status_of`: how an address of ours answers a stranger, None where it asks
    him to sign in."""
    found: dict[tuple[Kind, str], str] = {}
    for link in browser.links:
        if path == "/" or link.main or link.href not in school.frame:
            for kind, what, note in _of_link(path, link, school, status_of):
                found.setdefault((kind, what), note)
    for kind, what, note in [*_of_words(browser, school), *_of_code(browser, school), *_of_robot(browser, robot)]:
        found.setdefault((kind, what), note)
    return [Fault(kind, path, what, note[:300], title_of(browser)) for (kind, what), note in found.items()]


def title_of(seen: Seen) -> str:
    """A page's own name, without the school's behind it."""
    return (seen.title.rpartition(" – ")[0] or seen.title)[:255]


def _of_link(
    path: str, link: Link, school: School, status_of: Callable[[str], int | None]
) -> list[tuple[Kind, str, str]]:
    target = crawler.inside(link.href, path)
    if target is not None:
        status = status_of(target)
        if status is not None and status < 400:
            return []
        told = "bạn đọc phải đăng nhập mới xem được" if status is None else f"trang trả lời {status}"
        return [(Kind.BROKEN_INSIDE, target, f"Chữ “{link.text or WORDLESS}”: {told}.")]
    if crawler.outside(link.href) is None:
        return []
    return _of_link_outside(link, school)


def _of_link_outside(link: Link, school: School) -> list[tuple[Kind, str, str]]:
    host, told = host_of(link.href), []
    if link.hidden:
        told.append((Kind.HIDDEN, link.href, f"Chữ “{link.text or WORDLESS}” không hiện ra với bạn đọc."))
    if words := injected(link.text, led_out=True):
        told.append((Kind.INJECTED, ", ".join(words[:MOST_WORDS]), f"Chữ của liên kết tới {host}."))
    if is_under(host, school.known) or is_under(host, [school.own.removeprefix("www.")]):
        return told
    if why := looks_like(host, school.own) or _like_known(host, school.known):
        told.append((Kind.LOOKALIKE, host, f"{why[0].upper()}{why[1:]}; chữ “{link.text or WORDLESS}”."))
    else:
        told.append((Kind.FOREIGN, host, f"Chữ “{link.text or WORDLESS}” dẫn tới {unquote(link.href)[:160]}"))
    return told


def _like_known(host: str, known: Collection[str]) -> str:
    """Why a host may be taken for one the school knows: written in letters that only look Latin."""
    read = latin(host)
    return f"viết bằng chữ lạ cho giống {read}" if read != host and is_under(read, known) else ""


def _of_words(seen: Seen, school: School) -> list[tuple[Kind, str, str]]:
    told = []
    if words := injected(f"{seen.title} {seen.words}"):
        told.append((Kind.INJECTED, ", ".join(words[:MOST_WORDS]), "Trong chữ của trang."))
    if words := injected(seen.hidden_words, led_out=True):
        told.append((Kind.HIDDEN, ", ".join(words[:MOST_WORDS]), "Chữ không hiện ra với bạn đọc."))
    for source in seen.foreign:
        if crawler.outside(f"https:{source}" if source.startswith("//") else source):
            told.append((Kind.INJECTED, host_of(source) or source[:200], "Trang nạp mã hoặc khung từ bên ngoài."))
    return told


def _of_code(seen: Seen, school: School) -> list[tuple[Kind, str, str]]:
    """Code and paint no page of ours has: a style of its own hides words and colours them as their ground."""
    told = [
        (Kind.STRANGE, name, "Trang của cổng không bao giờ có; có thể che chữ hoặc chạy mã.") for name in seen.strange
    ]
    if school.ours is None:
        return told
    told += [(Kind.STRANGE, href.partition("?")[0][:200], "Mã hoặc kiểu chữ không phải của cổng.")
             for href in [*seen.scripts, *seen.sheets] if href not in school.ours.code and not THEME.fullmatch(href)]  # fmt: skip
    told += [(Kind.STRANGE, f"Lớp “{name}” của thẻ <{tag}>", "Kiểu chữ của cổng không có lớp này; có thể che chữ.")
             for name, tag in seen.classes.items() if name not in school.ours.classes]  # fmt: skip
    return told


def _of_robot(browser: Seen, robot: Seen) -> list[tuple[Kind, str, str]]:
    shown = {link.href for link in browser.links}
    more = [link for link in robot.links if crawler.outside(link.href) and link.href not in shown]
    told = [(Kind.CLOAKED, link.href, f"Chỉ máy tìm kiếm thấy; chữ “{link.text or WORDLESS}”.") for link in more]
    words = injected(f"{robot.title} {robot.words}")
    if words and not injected(f"{browser.title} {browser.words}"):
        told.append((Kind.CLOAKED, ", ".join(words[:MOST_WORDS]), "Chữ chỉ máy tìm kiếm thấy."))
    return told
