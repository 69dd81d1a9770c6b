"""The list of contents of an archive of papers, as a workbook."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

HEADERS = ("№", "Этап", "О чём", "Состояние", "Файл в папке")
WIDTHS = (6, 24, 60, 44, 70)
HEADER_ROW = 4


def contents(title: str, summary: str, rows: list[tuple[str, ...]]) -> bytes:
    """``rows`` are (stage, about, state, file); a text is never taken for a formula.

    >>> from openpyxl import load_workbook
    >>> book = contents("Папка", "Готовность: 50 %", [("План", "=1+1", "Есть", "")])
    >>> sheet = load_workbook(BytesIO(book)).active
    >>> sheet["A1"].value, sheet["A2"].value, sheet["C5"].value, sheet["C5"].data_type
    ('Папка', 'Готовность: 50 %', '=1+1', 's')
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "Содержание"
    _put(sheet, 1, 1, title).font = Font(bold=True, size=14)
    _put(sheet, 2, 1, summary)
    for column, (header, width) in enumerate(zip(HEADERS, WIDTHS, strict=True), 1):
        _put(sheet, HEADER_ROW, column, header).font = Font(bold=True)
        sheet.column_dimensions["ABCDE"[column - 1]].width = width
    for number, row in enumerate(rows, 1):
        for column, value in enumerate((number, *row), 1):
            cell = _put(sheet, HEADER_ROW + number, column, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _put(sheet, row, column, value):
    cell = sheet.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
