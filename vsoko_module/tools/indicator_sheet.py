"""Figures read back from a form or from a plain table «Код | Значение | Всего»."""

import json
from dataclasses import dataclass, field

from .cell_places import CELL, letters_of, place_of
from .file_problem import FileProblem
from .form_cells import Workbook
from .indicator_form import INPUTS, KEYS, MARK, digest_of

# By the header of a plain table
COLUMNS = {
    "код": "code",
    "значение": "value",
    "всего": "total",
    "комментарий": "comment",
    "причина": "cause",
}
NAMES = ("value", "total", "comment", "cause")


@dataclass
class SheetRow:
    """What stands in a row; ``columns`` are letters, ``formulas`` names of cells."""

    sheet: str
    row: int
    code: str = ""
    key: tuple[int, int, int] | None = None
    texts: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    formulas: list[str] = field(default_factory=list)
    percents: list[str] = field(default_factory=list)
    is_moved: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.formulas and not any(self.texts.values())


@dataclass
class SheetReading:
    """Rows of a file; ``keys`` of a form, None of a plain table."""

    rows: list[SheetRow]
    keys: dict | None = None


def read_indicators(data: bytes, tables) -> SheetReading:
    """A form or a plain table; ``FileProblem`` when it is neither."""
    try:
        book = Workbook(data)
    except FileProblem as problem:
        if problem.code in ("macros", "external_links"):
            raise
        return _plain(_rows_of_tables(tables), None)
    if KEYS in book.trees:
        return _form(book)
    return _plain(_rows_of_book(book), book)


def _form(book: Workbook) -> SheetReading:
    cells = _cells(book, KEYS)
    if _said(cells, 1, 1) != MARK:
        raise FileProblem("broken_form")
    try:
        keys = json.loads(_said(cells, 2, 1))
        rows = _key_rows(cells)
    except ValueError as error:
        raise FileProblem("broken_form") from error
    if _said(cells, 3, 1) != digest_of(keys, rows):
        raise FileProblem("broken_form")
    sheet = next(iter(name for name in book.trees if name != KEYS), None)
    if sheet is None:
        raise FileProblem("broken_form")
    shown = _cells(book, sheet)
    return SheetReading([_form_row(book, sheet, shown, one) for one in rows], keys)


def _key_rows(cells):
    numbers = sorted({row for row, column in cells if column == 2 and row > 3})
    return [
        [*(int(float(_said(cells, at, column))) for column in (1, 2, 3, 4)),
         _said(cells, at, 5)]
        for at in numbers
    ]  # fmt: skip


def _form_row(book, sheet, shown, key_row):
    number, *key, code = key_row
    row = SheetRow(sheet, number, code=code, key=tuple(key))
    for name, column in zip(NAMES, INPUTS, strict=True):
        _take(row, book, name, column, shown)
    row.columns["code"] = "A"
    # Somebody has sorted or moved rows of an unprotected sheet
    row.is_moved = _said(shown, number, 1) != code
    return row


def _take(row, book, name, column, cells):
    cell = cells.get((row.row, column))
    row.columns[name] = letters_of(column)
    row.texts[name] = cell.text.strip() if cell else ""
    if cell and cell.is_formula:
        row.formulas.append(name)
    if book and cell and book.shows_percents(row.sheet, cell.address):
        row.percents.append(name)


def _plain(rows, book) -> SheetReading:
    found = []
    for sheet, cells in rows:
        columns, header = _header(cells)
        if not columns:
            continue
        for number in sorted({row for row, _column in cells if row > header}):
            row = SheetRow(sheet, number, code=_said(cells, number, columns["code"]))
            for name in NAMES:
                if name in columns:
                    _take(row, book, name, columns[name], cells)
            if row.code:
                row.columns["code"] = letters_of(columns["code"])
                found.append(row)
    if not found:
        raise FileProblem("no_codes")
    return SheetReading(found)


def _header(cells):
    for number in sorted({row for row, _column in cells}):
        named = {
            COLUMNS[cell.text.strip().casefold()]: column
            for (row, column), cell in cells.items()
            if row == number and cell.text.strip().casefold() in COLUMNS
        }
        if {"code", "value"} <= named.keys():
            return named, number
    return {}, 0


def _rows_of_book(book):
    return [(sheet, _cells(book, sheet)) for sheet in book.trees]


def _rows_of_tables(tables):
    return [
        (
            table.name,
            {
                (row.number, at): _Text(cell.own_text)
                for row in table.rows
                for at, cell in enumerate(row.cells, 1)
            },
        )
        for table in tables
    ]


@dataclass
class _Text:
    text: str
    is_formula: bool = False
    address: str = "A1"


def _cells(book, sheet):
    found = {}
    for address in book.nodes[sheet]:
        if CELL.fullmatch(address):
            column, row = place_of(address)
            found[row, column] = book.cell(sheet, address)
    return found


def _said(cells, row, column):
    cell = cells.get((row, column))
    return cell.text.strip() if cell and not cell.is_formula else ""
