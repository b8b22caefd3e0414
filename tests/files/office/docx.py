"""Files of Word as small as they can be, written by hand: only what a test is about."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<{root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
SHEETS = {"styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes", "endnotes": "w:endnotes"}


def zipped(parts: dict[str, bytes | str], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(*told: tuple[str, str, str, bool]) -> str:
    """(id, the last word of its type, target, outside) each."""
    inside = "".join(
        f'<Relationship Id="{key}" Type="{RELATION}{kind}" Target="{escape(target, {chr(34): "&quot;"})}"'
        + (' TargetMode="External"/>' if outside else "/>")
        for key, kind, target, outside in told
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def types(main: str = MAIN) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def parts(
    body: str, *, media: dict[str, bytes] | None = None, told: Sequence[tuple[str, str, str, bool]] = (),
    theme: str = "", main: str = MAIN, **sheets: str,
) -> dict[str, bytes | str]:  # fmt: skip
    """The parts of a .docx by name: a body, pictures, relations of the text, and sheets by their names in `SHEETS`."""
    found: dict[str, bytes | str] = {
        "[Content_Types].xml": types(main),
        "_rels/.rels": relations(("m", "officeDocument", "word/document.xml", False)),
        "word/document.xml": f"{HEAD.format(root='w:document')}<w:body>{body}</w:body></w:document>",
    }
    sheet_relations = [(f"s{name}", name, f"{name}.xml", False) for name in sheets]
    for name, inside in sheets.items():
        root = SHEETS[name]
        found[f"word/{name}.xml"] = f"{HEAD.format(root=root)}{inside}</{root}>"
    if theme:
        sheet_relations.append(("t", "theme", "theme/theme1.xml", False))
        found["word/theme/theme1.xml"] = (
            f"{HEAD.format(root='a:theme')}<a:themeElements>{theme}</a:themeElements></a:theme>"
        )
    found["word/_rels/document.xml.rels"] = relations(*sheet_relations, *told)
    return found | {f"word/media/{name}": data for name, data in (media or {}).items()}


def docx(body: str, **more: object) -> bytes:
    return zipped(parts(body, **more))  # type: ignore[arg-type]


def r(text: str, look: str = "", font: str = "") -> str:
    """A run; `look` is inside of its w:rPr."""
    if font:
        look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>{look}'
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*inside: str, style: str = "", more: str = "") -> str:
    """A paragraph of runs, bare words made runs; `more` is inside of its w:pPr."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{''.join(one if one.startswith('<') else r(one) for one in inside)}</w:p>"


def item(text: str, list_id: int = 1, depth: int = 0) -> str:
    return p(text, more=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def cell(*inside: str, more: str = "") -> str:
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{''.join(one if one.startswith('<') else p(one) for one in inside)}</w:tc>"


def table(*rows: Sequence[str], first: str = "") -> str:
    """Rows of cells, bare words made cells; `first` is inside of the first row's w:trPr."""
    made = ["".join(one if one.startswith("<w:tc>") else cell(one) for one in row) for row in rows]
    head = [f"<w:trPr>{first}</w:trPr>", *[""] * len(made)]
    return (
        "<w:tbl><w:tblPr/>"
        + "".join(f"<w:tr>{lead}{row}</w:tr>" for lead, row in zip(head, made, strict=False))
        + "</w:tbl>"
    )


def picture(relation: str, alt: str = "", *, anchored: bool = False, by: str = "embed") -> str:
    """A run with a picture."""
    kind = "anchor" if anchored else "inline"
    return (
        f'<w:r><w:drawing><wp:{kind}><wp:docPr id="1" name="a" descr="{alt}"/><a:graphic><a:graphicData><pic:pic>'
        f'<pic:blipFill><a:blip r:{by}="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        f"</wp:{kind}></w:drawing></w:r>"
    )


def style(key: str, name: str, inside: str = "", *, kind: str = "paragraph", default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"{first}><w:name w:val="{name}"/>{inside}</w:style>'


def fonts(font: str) -> str:
    """Inside of a style: its letters' font."""
    return f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'


def level(depth: int, shape: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*lists: str) -> str:
    """Lists 1, 2, … each of the levels given."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{levels}</w:abstractNum>' for n, levels in enumerate(lists)
    )
    return abstract + "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(lists))
    )
