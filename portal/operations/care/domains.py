"""Domains: whether one is known, and whether one is made to be taken for the school's. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

from portal.base.text import fold
from portal.operations.care.confusables import latin

WHOLE = re.compile(r"(?=.{4,200}\Z)([^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,24}")
TOP = {"ac", "com", "edu", "gov", "info", "name", "net", "org", "vn"}
ELSEWHERE = ("edu.vn", "vn", "com.vn", "net.vn", "org.vn", "info.vn", "com", "net", "org", "info", "xyz", "top", "online",
             "site", "club")  # fmt: skip
LIKE = str.maketrans({"0": "o", "1": "l", "3": "e", "5": "s", "i": "l", "|": "l"})
ALIKE = {"o": "0", "l": "1", "i": "l1", "g": "q", "d": "đ", "m": "n", "u": "v"}  # what a hurried eye takes for another
SHORT = 5  # labels shorter than this differ by one letter without any design


def host_of(url: str) -> str:
    """The host an address leads to, in small letters, as Unicode; "" for none and for what cannot be read."""
    try:
        host = (urlsplit(url.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""
    return shown(host)


def shown(host: str) -> str:
    """A host as people read it: xn--… written out."""
    try:
        return unicodedata.normalize("NFC", host.encode("ascii").decode("idna").lower())
    except UnicodeError:
        return unicodedata.normalize("NFC", host.lower())


def written(typed: str) -> str | None:
    """A domain as somebody typed or pasted it; None where it is none."""
    text = typed.strip().lower()
    host = host_of(text if "://" in text else f"https://{text}").removeprefix("www.")
    return host if WHOLE.fullmatch(host) else None


def is_under(host: str, domains: Iterable[str]) -> bool:
    """Whether a host is one of these domains or stands under one."""
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)


def looks_like(host: str, own: str) -> str:
    """Why a host may be taken for the school's own domain; "" where it may not, or is the school's."""
    own = own.removeprefix("www.")
    host = host.removeprefix("www.")
    if not own or "." not in own or is_under(host, [own]):
        return ""
    if f"{own}." in f"{host}." or own.replace(".", "-") in host:
        return "mang nguyên tên miền nhà trường ở phía trước"
    name, theirs = _name(own), _name(host)
    if len(name) < SHORT or not theirs:
        return ""
    if theirs == name:
        return "cùng tên, khác đuôi"
    if _bones(theirs) == _bones(name):
        return "chữ trông giống hệt"
    return "khác một chữ" if _one_slip(_bones(theirs), _bones(name)) else ""


def twins(own: str) -> list[str]:
    """Domains somebody might register to be taken for the school's, to be looked for: other endings, letters alike, one
    letter doubled, dropped or swapped."""
    name, _, ending = own.removeprefix("www.").partition(".")
    if len(name) < SHORT or not ending:
        return []
    bare = name.replace("-", "")
    slips = [name[:at] + like + name[at + 1 :] for at, letter in enumerate(name) for like in ALIKE.get(letter, "")]
    slips += [name[:at] + name[at + 1 :] for at in range(1, len(name))]
    slips += [name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1)]
    found = [f"{name}.{other}" for other in ELSEWHERE]
    found += [f"{bare}.{ending}", f"{name}-{ending.replace('.', '-')}.com", f"{name}{ending.replace('.', '')}.com"]
    found += [f"{slip}.{ending}" for slip in slips]
    return [one for one in dict.fromkeys(found) if one != own and not is_under(one, [own])]


def _name(host: str) -> str:
    """The label that is the name: before the endings everybody shares (edu.vn, hanoi.edu.vn keeps its own)."""
    labels = host.split(".")
    while len(labels) > 1 and (
        labels[-1] in TOP or len(labels[-1]) < 4 or labels[-1] in ("info", "online", "site", "club")
    ):
        labels.pop()
    return labels[0] if labels else ""


def _bones(name: str) -> str:
    """What the eye makes of a name: marks gone, letters of other alphabets as the ones they resemble."""
    return fold(latin(name)).translate(LIKE).replace("rn", "m").replace("vv", "w").replace("-", "")


def _one_slip(one: str, other: str) -> bool:
    """Whether two names differ by one letter put in, left out, changed, or by two swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        swapped = (
            len(apart) == 2
            and apart[1] == apart[0] + 1
            and one[apart[0]] == other[apart[1]]
            and one[apart[1]] == other[apart[0]]
        )
        return len(apart) == 1 or swapped
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
