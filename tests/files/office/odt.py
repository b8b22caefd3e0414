"""OpenDocument files as small as they can be, written by hand as LibreOffice writes them."""

from tests.files.office.docx import zipped

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{short}="{OASIS}{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
                        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"))
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip
KIND = "application/vnd.oasis.opendocument.text"


def odt_parts(body: str, *, automatic: str = "", styles: str = "", faces: str = "", kind: str = KIND,
              masters: str = "", media: dict[str, bytes] | None = None) -> dict[str, bytes | str]:  # fmt: skip
    faces = f"<office:font-face-decls>{faces}</office:font-face-decls>"
    content = (
        f"{faces}<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    return {
        "mimetype": kind,
        "content.xml": f"<office:document-content {SPACES}>{content}</office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}>{faces}<office:styles>{styles}</office:styles>"
        f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
    } | {f"Pictures/{name}": data for name, data in (media or {}).items()}


def odt(body: str, **more: object) -> bytes:
    return zipped(odt_parts(body, **more))  # type: ignore[arg-type]


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(inside: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{inside}</text:h>'


def span(inside: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{inside}</text:span>'


def style(name: str, properties: str = "", *, family: str = "paragraph", parent: str = "", more: str = "") -> str:
    inside = f"<style:text-properties {properties}/>" if properties else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}" {more}>{inside}'
        "</style:style>"
    )


def items(*inside: str, style: str = "L", more: str = "") -> str:
    made = "".join(f"<text:list-item>{one if one.startswith('<') else p(one)}</text:list-item>" for one in inside)
    return f'<text:list text:style-name="{style}" {more}>{made}</text:list>'


def numbers(name: str, *levels: str) -> str:
    """A list style: "" is a bullet, else "prefix shape suffix" parted by bars."""
    made = ""
    for depth, told in enumerate(levels, 1):
        if not told:
            made += f'<text:list-level-style-bullet text:level="{depth}"/>'
            continue
        before, shape, after = told.split("|")
        made += (
            f'<text:list-level-style-number text:level="{depth}" style:num-prefix="{before}" style:num-format="{shape}"'
            f' style:num-suffix="{after}"/>'
        )
    return f'<text:list-style style:name="{name}">{made}</text:list-style>'


def cell(inside: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{p(inside)}</table:table-cell>"


def table(*rows: str) -> str:
    return "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"


def picture(name: str, alt: str = "", anchor: str = "as-char") -> str:
    return (
        f'<draw:frame text:anchor-type="{anchor}"><draw:image xlink:href="Pictures/{name}"/><svg:desc>{alt}</svg:desc>'
        "</draw:frame>"
    )
