"""A table beside a folder: one text a line; its words in the table, or in an HTML or text file it names."""

import csv
import io
from collections.abc import Iterator
from html import escape

from portal.base.text import fold
from portal.operations.moving.archive import Archive, Broken
from portal.operations.moving.found import Found
from portal.operations.moving.mapping import Mapping
from portal.operations.moving.readers import papers
from portal.operations.moving.readers.dates import moment
from portal.operations.moving.tree import decoded

COLUMNS = {
    "id": ("id", "ma", "ma bai", "stt"), "title": ("title", "tieu de", "ten bai"), "date": ("date", "ngay dang", "ngay"),
    "section": ("section", "chuyen muc", "muc"), "author": ("author", "tac gia", "nguoi viet"),
    "summary": ("summary", "tom tat"), "body": ("body", "noi dung"), "file": ("file", "tep noi dung", "tep"),
    "address": ("address", "url", "dia chi cu", "dia chi"), "picture": ("picture", "anh", "anh dai dien"),
    "attachments": ("attachments", "tep dinh kem", "dinh kem"),
}  # fmt: skip
LONGEST_CELL = 2_000_000
SEVERAL = ";"


def read(archive: Archive, mapping: Mapping) -> Iterator[Found]:
    """Every line of every table that has a column of titles."""
    csv.field_size_limit(LONGEST_CELL)
    for name in archive.ending(".csv"):
        words = decoded(archive.read(name))
        try:
            yield from _lines(archive, name, words, mapping)
        except csv.Error as error:
            yield Found(source_id=f"{name}:hong", fault=f"Bảng {name} không đọc được: {error}.", beside=name)


def _lines(archive: Archive, name: str, words: str, mapping: Mapping) -> Iterator[Found]:
    first = words.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(words, newline=""), delimiter=separator)
    head = [fold(cell).strip() for cell in next(rows, [])]
    place = {known: at for known, names in COLUMNS.items() for at, cell in enumerate(head)
             if cell in (*names, fold(mapping.columns.get(known, "")) or None)}  # fmt: skip
    matched = tuple(f"cot:{known}" for known, cell in mapping.columns.items() if fold(cell) in head)
    if "title" not in place:
        yield Found(source_id=f"{name}:hong", fault=f"Bảng {name} không có cột “Tiêu đề”.", beside=name)
        return
    for number, row in enumerate(rows, 2):
        if any(cell.strip() for cell in row):
            told = {known: row[at].strip() if at < len(row) else "" for known, at in place.items()}
            yield _found(archive, name, number, told, matched)


def _found(archive: Archive, name: str, number: int, told: dict[str, str], matched: tuple[str, ...]) -> Found:
    key = told.get("id") or told.get("address") or f"{name}:{number}"
    html, beside, fault = told.get("body", ""), name, ""
    carried: papers.Carried = ()
    left_out: tuple[str, ...] = ()
    if told.get("file"):
        try:
            html, beside, carried, left_out = _words_of(archive, told["file"], name)
        except Broken as error:
            fault = str(error)
    if html and "<" not in html:
        html = "".join(f"<p>{escape(one.strip())}</p>" for one in html.split("\n") if one.strip())
    return Found(
        source_id=f"csv:{key}", title=told.get("title", ""), html=html, past=moment(told.get("date", "")),
        author=told.get("author", ""), summary=told.get("summary", ""), beside=beside, fault=fault, carried=carried,
        matched=matched, told=left_out,
        sections=tuple(filter(None, [told.get("section", "")])), picture=told.get("picture", ""),
        addresses=tuple(one.strip() for one in told.get("address", "").split(SEVERAL) if one.strip()),
        files=tuple(one.strip() for one in told.get("attachments", "").split(SEVERAL) if one.strip()),
    )  # fmt: skip


def _words_of(archive: Archive, address: str, beside: str) -> tuple[str, str, papers.Carried, tuple[str, ...]]:
    """The words a line keeps in a file of its own, where that stands, the pictures in it, what was left out. Raises Broken."""
    part = archive.find(address, beside=beside)
    if part is None:
        raise Broken(f"Không có tệp {address} trong kho.")
    if part.casefold().endswith(papers.KINDS):
        html, carried, left_out = papers.read(archive.read(part), part)
        return html, part, carried, left_out
    if part.casefold().endswith((".html", ".htm", ".txt")):
        return decoded(archive.read(part)), part, (), ()
    raise Broken(f"Chưa đọc được loại tệp của {part}; bài cần là HTML, chữ thường, .docx, .odt hoặc .doc.")
