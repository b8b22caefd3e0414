"""The kinds of file a week is made into, each with its media type."""

from collections.abc import Callable

from portal.base.models import School
from portal.base.sheets import XLSX
from portal.intranet.week.paper.docx import docx
from portal.intranet.week.paper.laid import Laid, laid
from portal.intranet.week.paper.pdf import pdf
from portal.intranet.week.paper.xlsx import xlsx
from portal.intranet.week.told import Sheet

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MADE: dict[str, tuple[Callable[[Laid], bytes], str]] = {"pdf": (pdf, PDF), "xlsx": (xlsx, XLSX), "docx": (docx, DOCX)}


def laid_out(sheet: Sheet) -> Laid:
    """A week as it is put on paper, under the school's name."""
    return laid(sheet, School.objects.values_list("name", flat=True).first() or "Cổng Trường")
