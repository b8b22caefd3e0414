"""The week as a spreadsheet that prints as its paper does: A4 across, its heads on every page. A cell is text, never a formula."""

import io
from typing import Any

from portal.base.sheets import CONTROL, LIKE_A_FORMULA
from portal.intranet.week.paper.laid import DRAFT, HEAD, WIDTHS, Laid

FONT = "Times New Roman"  # on every school's machine
INK, PHUONG, LINE = "FF3B2A8C", "FFA3161F", "FF8D86A3"
COLUMNS = len(HEAD)


def xlsx(paper: Laid) -> bytes:
    """A workbook of one sheet; days and parts are merged cells, as schools write them."""
    from openpyxl import Workbook  # here: most processes never make one

    book = Workbook()
    sheet = book.active
    sheet.title = "Lịch công tác"
    _across(sheet, paper.school, 1, bold=True)
    _across(sheet, paper.title, 2, bold=True, size=14, centre=True)
    if paper.draft:
        _across(sheet, DRAFT, 3, centre=True)
    _table(sheet, paper, 4)
    _below(sheet, paper, 6 + len(paper.rows))
    _page(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(
    cell: Any, text: str, *, bold: bool = False, size: int = 11, colour: str = "FF1C1833", struck: bool = False
) -> Any:
    from openpyxl.styles import Alignment, Font

    said = CONTROL.sub("", text)
    cell.value = said or None
    if said:
        cell.data_type = "s"
    cell.quotePrefix = said.startswith(LIKE_A_FORMULA)
    cell.font = Font(name=FONT, bold=bold, size=size, color=colour, strike=struck)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _across(sheet: Any, text: str, row: int, *, bold: bool = False, size: int = 11, centre: bool = False) -> None:
    from openpyxl.styles import Alignment

    cell = _put(sheet.cell(row, 1), text, bold=bold, size=size)
    cell.alignment = Alignment(horizontal="center" if centre else "left", wrap_text=True, vertical="top")
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=COLUMNS)


def _table(sheet: Any, paper: Laid, top: int) -> None:
    from openpyxl.styles import Border, Side

    thin = Side(style="thin", color=LINE)
    around = Border(left=thin, right=thin, top=thin, bottom=thin)
    for column, name in enumerate(HEAD, 1):
        _put(sheet.cell(top, column), name, bold=True, colour=INK).border = around
    for number, row in enumerate(paper.rows, top + 1):
        hours, content, *rest = row.cells
        said = f"[{row.mark.upper()}] {content}" if row.mark else content
        for column, text in enumerate((row.day, row.part, hours, said, *rest), 1):
            colour = PHUONG if row.mark and column == 4 else "FF1C1833"
            cell = _put(
                sheet.cell(number, column), text, bold=column == 1, colour=colour, struck=row.cancelled and column > 2
            )
            cell.border = around
    for number, row in enumerate(paper.rows, top + 1):
        _merged(sheet, number, 1, row.days)
        _merged(sheet, number, 2, row.parts)


def _merged(sheet: Any, row: int, column: int, many: int) -> None:
    if many > 1:
        sheet.merge_cells(start_row=row, end_row=row + many - 1, start_column=column, end_column=column)


def _below(sheet: Any, paper: Laid, row: int) -> None:
    for text in paper.told:
        _across(sheet, text, row)
        row += 1
    for text, gap in ((paper.dated, 1), (paper.office.upper(), 4), (paper.signer, 1)):
        if text:
            _put(sheet.cell(row, 6), text, bold=text != paper.dated)
            sheet.merge_cells(start_row=row, end_row=row, start_column=6, end_column=COLUMNS)
        row += gap


def _page(sheet: Any) -> None:
    from openpyxl.utils import get_column_letter

    for column, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width / 1.9  # letters of 11 points in millimetres
    sheet.freeze_panes = "A5"
    sheet.print_title_rows = "4:4"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = sheet.page_margins.top = sheet.page_margins.bottom = 0.45
