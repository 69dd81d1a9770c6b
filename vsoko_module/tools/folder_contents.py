"""The list of contents of an archive of papers, as a workbook."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font

HEADERS = ("№", "Этап", "О чём", "Состояние", "Файл в папке")
WIDTHS = (6, 24, 60, 44, 70)
HEADER_ROW = 4
LINE = 15


def contents(title: str, summary: str, rows: list[tuple[str, ...]]) -> bytes:
    """``rows`` are (stage, about, state, file); a text is never taken for a formula.

    >>> from openpyxl import load_workbook
    >>> rows = [("План", "=1+1\\x0b", "Есть", "")]
    >>> book = contents("Папка", "Готовность: 50 %", rows)
    >>> sheet = load_workbook(BytesIO(book)).active
    >>> sheet["A1"].value, sheet["A2"].value, sheet["C5"].value, sheet["C5"].data_type
    ('Папка', 'Готовность: 50 %', '=1+1 ', 's')
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
        sheet.row_dimensions[HEADER_ROW + number].height = LINE * _lines(row)
    _set_page(sheet)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _lines(row: tuple[str, ...]) -> int:
    """How many lines the longest text of a row takes: programs do not grow rows.

    >>> _lines(("План", "Акт", "Есть", "")), _lines(("План", "слово " * 15, "", ""))
    (1, 2)
    """
    widths = WIDTHS[1:]
    return max(
        1, *(-(-len(text) // width) for text, width in zip(row, widths, strict=True))
    )


def _set_page(sheet):
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


def _put(sheet, row, column, value):
    """What is pasted from Word may have characters that a workbook cannot keep."""
    if not isinstance(value, str):
        return sheet.cell(row, column, value)
    cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub(" ", value))
    cell.data_type = "s"
    return cell
