"""Blank forms for figures: a sheet made for people, read back by hidden keys.

The first column is hidden and tells which figure a row is; words may be changed by
whoever fills the form in, keys may not (the sheet is protected).
"""

from dataclasses import dataclass, field
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from .grid import Table
from .russian import read_number

COLUMNS = [
    ("Ключ", 4), ("Код", 9), ("Показатель", 60), ("Класс, предмет", 14),
    ("Единица", 14), ("Кого считаем", 28), ("Значение", 14), ("Из скольких", 13),
    ("Комментарий", 30), ("Причина", 18),
]  # fmt: skip
KEY, CODE, NAME, OF, UNIT, WHO, VALUE, TOTAL, COMMENT, CAUSE = range(1, 11)
MARK = "vsoko-figures"
SHEET = "Показатели"
LISTS = "Списки"
PALE, GREY = PatternFill("solid", "FFFBE6"), PatternFill("solid", "E7E6E6")
LINE = Side(style="thin", color="999999")
GRID = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
# A text that Excel would count instead of showing
FORMULA_SIGNS = ("=", "+", "-", "@")
# What a list in a cell may hold at most, Excel's own limit
LIST_LIMIT = 250


@dataclass(frozen=True)
class FormRow:
    """A row to fill in; ``value`` and ``total`` are what is known already."""

    key: str
    code: str = ""
    name: str = ""
    of: str = ""
    unit: str = ""
    who: str = ""
    kind: str = "number"
    answers: list[str] = field(default_factory=list)
    limit: float = 0.0
    value: str = ""
    total: str = ""
    comment: str = ""
    cause: str = ""


@dataclass(frozen=True)
class FilledRow:
    """A row read back: where it stands and what is written in it."""

    table: str
    number: int
    key: str
    code: str
    entry: str
    comment: str
    cause: str


def build_form(titles, passport, rows, causes=(), notes=()) -> bytes:
    """An .xlsx with ``rows``: only the cells to be filled in are open for writing.

    ``passport`` is what ``read_form`` gives back: a text that says whose form it is.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    first = _write_head(sheet, titles, passport)
    for number, row in enumerate(rows, first):
        _write_row(sheet, number, row)
    last = first + len(rows) - 1
    _write_notes(sheet, last + 2, notes)
    _add_lists(book, sheet, rows, first, causes)
    _set_up(sheet, first, last)
    result = BytesIO()
    book.save(result)
    return result.getvalue()


def _write_head(sheet, titles, passport) -> int:
    """Titles and the header; the number of the first row below them."""
    sheet.cell(1, KEY, f"{MARK} {passport}")
    for number, title in enumerate(titles, 1):
        cell = sheet.cell(number, CODE, title)
        cell.font = Font(bold=number == 1, size=13 if number == 1 else 11)
    header = len(titles) + 2
    for column, (name, width) in enumerate(COLUMNS, 1):
        cell = sheet.cell(header, column, name)
        cell.font, cell.fill, cell.border = Font(bold=True), GREY, GRID
        cell.alignment = Alignment(wrap_text=True, horizontal="center")
        sheet.column_dimensions[get_column_letter(column)].width = width
    return header + 1


def _write_row(sheet, number, row: FormRow) -> None:
    texts = {
        KEY: row.key, CODE: row.code, NAME: row.name, OF: row.of, UNIT: row.unit,
        WHO: row.who, VALUE: row.value, TOTAL: row.total, COMMENT: row.comment,
        CAUSE: row.cause,
    }  # fmt: skip
    for column, text in texts.items():
        cell = sheet.cell(number, column)
        _put(cell, text, column in (VALUE, TOTAL))
        cell.border = GRID
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if column in (VALUE, COMMENT, CAUSE) or (
            column == TOTAL and row.kind == "share"
        ):
            cell.protection, cell.fill = Protection(locked=False), PALE


def _put(cell, text, is_figure) -> None:
    """A number as a number, whatever else as text and never as a formula."""
    number = read_number(text) if is_figure else None
    cell.value = (text or None) if number is None else number
    if number is None and text.startswith(FORMULA_SIGNS):
        cell.data_type = "s"


def _write_notes(sheet, number, notes) -> None:
    for place, note in enumerate(notes, number):
        sheet.cell(place, CODE, note).font = Font(italic=True, color="666666")


def _add_lists(book, sheet, rows, first, causes) -> None:
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    _Lists(lists, sheet).add(rows, first, causes)


class _Lists:
    """Drop-down lists and limits of the cells to be filled in."""

    def __init__(self, lists, sheet):
        self.lists, self.sheet, self.column = lists, sheet, 0
        self.known = {}

    def add(self, rows, first, causes):
        for number, row in enumerate(rows, first):
            self._limit(row, number)
        if causes and rows:
            chosen = self._choice(list(causes))
            letter = get_column_letter(CAUSE)
            chosen.add(f"{letter}{first}:{letter}{first + len(rows) - 1}")

    def _limit(self, row, number):
        value = f"{get_column_letter(VALUE)}{number}"
        total = f"{get_column_letter(TOTAL)}{number}"
        if row.kind == "yes_no":
            self._choice(["да", "нет", "н/п"]).add(value)
        elif row.kind == "choice":
            self._choice([*row.answers, "н/п"]).add(value)
        elif row.kind == "percent":
            self._rule(f'OR({value}="н/п",AND({value}>=0,{value}<=100))', value)
        elif row.kind == "points" and row.limit:
            top = f"AND({value}>=0,{value}<={row.limit:g})"
            self._rule(f'OR({value}="н/п",{top})', value)
        elif row.kind == "share":
            self._rule(f"OR(NOT(ISNUMBER({value})),{value}<={total})", total)

    def _choice(self, answers):
        """A list in the hidden sheet: Excel takes no long lists within a rule."""
        key = tuple(answers)
        if key not in self.known:
            self.column += 1
            for place, answer in enumerate(answers, 1):
                _put(self.lists.cell(place, self.column), answer, False)
            letter = get_column_letter(self.column)
            source = f"{LISTS}!${letter}$1:${letter}${len(answers)}"
            self.known[key] = self._validation("list", source, "Выберите из списка")
        return self.known[key]

    def _rule(self, formula, cell):
        rule = self._validation("custom", formula, "Проверьте число")
        rule.add(cell)

    def _validation(self, kind, formula, message):
        rule = DataValidation(type=kind, formula1=formula, allow_blank=True)
        rule.errorTitle, rule.error = "Так нельзя", message
        self.sheet.add_data_validation(rule)
        return rule


def _set_up(sheet, first, last) -> None:
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = sheet.cell(first, NAME + 1)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{first - 1}:{first - 1}"
    sheet.print_area = f"B1:{get_column_letter(CAUSE)}{max(last, first)}"


def read_form(tables: list[Table]) -> tuple[str, list[FilledRow]]:
    """The passport of a filled form ("" of a plain table) and its rows.

    A plain table has columns «Код» and «Значение», «Из скольких» where it needs one.
    """
    passport, rows = "", []
    for table in tables:
        columns: dict[str, int] = {}
        for row in table.rows:
            texts = [cell.own_text.strip() for cell in row.cells]
            if texts and texts[0].startswith(MARK):
                passport = texts[0].removeprefix(MARK).strip()
            found = _header(texts)
            if found:
                columns = found
            elif columns:
                rows += _filled(table.name, row.number, texts, columns)
    return passport, rows


def _header(texts) -> dict[str, int]:
    """``{name of a column: its place}`` of a header, else nothing.

    >>> _header(["Код", "Показатель", "Значение"])
    {'Код': 0, 'Значение': 2}
    """
    wanted = ("Ключ", "Код", "Значение", "Из скольких", "Комментарий", "Причина")
    found = {text: place for place, text in enumerate(texts) if text in wanted}
    return found if {"Код", "Значение"} <= found.keys() else {}


def _filled(table, number, texts, columns):
    def cell(name):
        place = columns.get(name)
        return texts[place] if place is not None and place < len(texts) else ""

    value, total = cell("Значение"), cell("Из скольких")
    if not (cell("Ключ") or cell("Код")) or (columns.get("Ключ") == 0 and not texts[0]):
        return []
    entry = f"{value}/{total}" if total and "/" not in value else value
    if total and not value:
        entry = ""
    return [
        FilledRow(
            table,
            number,
            cell("Ключ"),
            cell("Код"),
            entry,
            cell("Комментарий"),
            cell("Причина"),
        )  # fmt: skip
    ]
