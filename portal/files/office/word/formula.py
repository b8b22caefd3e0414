"""A formula of Word's as one line of text: enough to be read, marked to be looked at."""

from portal.files.office.markup import Node
from portal.files.office.signs import set_high_or_low


def formula(node: Node) -> str:
    """a/b, x², √(x), Σ from what stands in the tree; parentheses where more than one sign is meant."""
    return "".join(_one(kid) for kid in node)


def _one(node: Node) -> str:
    match node.tag:
        case "m:t":
            return node.text()
        case "m:f":
            return f"{_group(node.find('m:num'))}/{_group(node.find('m:den'))}"
        case "m:sSup":
            return _whole(node.find("m:e")) + _set(_whole(node.find("m:sup")), "superscript", "^")
        case "m:sSub":
            return _whole(node.find("m:e")) + _set(_whole(node.find("m:sub")), "subscript", "_")
        case "m:rad":
            return f"{_set(_whole(node.find('m:deg')), 'superscript', '')}√({_whole(node.find('m:e'))})"
        case "m:d":
            return "(" + ", ".join(formula(kid) for kid in node if kid.tag == "m:e") + ")"
        case "m:nary":
            sign = node.find("m:naryPr", "m:chr")
            low, high = _whole(node.find("m:sub")), _whole(node.find("m:sup"))
            ends = (f"_({low})" if low else "") + (f"^({high})" if high else "")
            return f"{sign.get('m:val') if sign is not None else '∫'}{ends} {_whole(node.find('m:e'))}"
        case tag if tag.endswith("Pr"):
            return ""
    return formula(node)


def _whole(node: Node | None) -> str:
    return formula(node) if node is not None else ""


def _group(node: Node | None) -> str:
    text = _whole(node)
    return text if len(text) < 2 or text.isalnum() else f"({text})"


def _set(text: str, how: str, sign: str) -> str:
    small = set_high_or_low(text, how)
    return small if small != text or not text else f"{sign}({text})" if len(text) > 1 else f"{sign}{text}"
