"""Sheets of an Excel workbook, read row by row from their XML.

A sheet may have a million formatted rows and none with text, so rows are forgotten as
soon as they are read; openpyxl keeps merged ranges only when it keeps all the cells.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from .file_problem import FileProblem
from .grid import ABOVE, LEFT, Cell, Row, Table, lines, square
from .number_text import builtin_format, number_text
from .package import Package

RELATION = "}id"
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
BOOLEANS = {"0": "ЛОЖЬ", "1": "ИСТИНА"}


def read_xlsx(package: Package, part: str, root: etree._Element) -> list[Table]:
    """The sheets that are not hidden, in their order."""
    workbook = _Workbook(package, part, root)
    return [workbook.table(name, sheet) for name, sheet in workbook.sheets()]


class _Workbook:
    """What the sheets of one file share: strings, formats, the first day."""

    def __init__(self, package: Package, part: str, root: etree._Element):
        self.package, self.part, self.root = package, part, root
        self.format_of = lru_cache(maxsize=None)(self._format_of)

    def sheets(self) -> list[tuple[str, str]]:
        relations = self.package.relations(self.part)
        found = []
        for sheet in self.root.iterfind("{*}sheets/{*}sheet"):
            kind, target = relations.get(_relation_id(sheet), ("", ""))
            visible = sheet.get("state", "visible") == "visible"
            if visible and kind == "worksheet" and target in self.package:
                found.append((sheet.get("name", ""), target))
        return found

    def table(self, name: str, part: str) -> Table:
        return Table(name, _SheetReader(self, name, part).rows())

    @cached_property
    def strings(self) -> list[str]:
        part = self.package.related("sharedStrings", self.part)
        if not part:
            return []
        return [_string(item) for item in self.package.elements(part, "{*}si")]

    @cached_property
    def epoch(self):
        properties = self.root.find("{*}workbookPr")
        mac = properties is not None and properties.get("date1904") in ("1", "true")
        return CALENDAR_MAC_1904 if mac else CALENDAR_WINDOWS_1900

    @cached_property
    def _styles(self) -> etree._Element | None:
        part = self.package.related("styles", self.part)
        return self.package.root(part) if part else None

    @cached_property
    def _style_formats(self) -> list[int]:
        found = self._styles.iterfind("{*}cellXfs/{*}xf")
        return [int(style.get("numFmtId", 0)) for style in found]

    @cached_property
    def _codes(self) -> dict[int, str]:
        found = self._styles.iterfind("{*}numFmts/{*}numFmt")
        return {int(item.get("numFmtId", 0)): item.get("formatCode") for item in found}

    def _format_of(self, style: str | None) -> str:
        if style is None or self._styles is None:
            return "General"
        number = self._style_formats[int(style)]
        return self._codes.get(number) or builtin_format(number)


class _SheetReader:
    """The texts of one sheet by row and column, and its merged ranges."""

    def __init__(self, workbook: _Workbook, name: str, part: str):
        self.workbook, self.name, self.part = workbook, name, part
        self.limits = workbook.package.limits
        self.texts: dict[int, dict[int, list[str]]] = {}
        self.merged: list[tuple[int, int, int, int]] = []
        self.number = 0

    def rows(self) -> list[Row]:
        elements = self.workbook.package.elements
        for element in elements(self.part, "{*}row", "{*}mergeCell"):
            if element.tag.endswith("}row"):
                self._read_row(element)
            else:
                self._read_merged(element.get("ref", ""))
        return square(self._cover(self._grid()))

    def _read_row(self, row: etree._Element) -> None:
        self.number = int(row.get("r") or self.number + 1)
        texts = {}
        for value in row.iterdescendants("{*}v", "{*}is"):
            cell = value.getparent()
            if found := lines(self._text(cell, value)):
                texts[_column(row, cell)] = found
        if texts:
            self.texts[self.number] = texts
            self._check_limits(max(texts))

    def _read_merged(self, cells: str) -> None:
        boundaries = range_boundaries(cells)
        if None not in boundaries:  # as in «A:B», whole columns
            self.merged.append(boundaries)

    def _check_limits(self, column: int) -> None:
        if len(self.texts) > self.limits.max_rows:
            limit = self.limits.max_rows
            raise FileProblem("too_many_rows", table=self.name, limit=limit)
        if column > self.limits.max_columns:
            limit = self.limits.max_columns
            raise FileProblem("too_many_columns", table=self.name, limit=limit)

    def _text(self, cell: etree._Element, value: etree._Element) -> str:
        kind, text = cell.get("t", "n"), value.text or ""
        if kind == "inlineStr":
            return _string(value)
        if kind == "s":
            return self.workbook.strings[int(text)]
        if kind == "b":
            return BOOLEANS.get(text, text)
        if kind != "n" or not text:
            return _unescaped(text)
        code = self.workbook.format_of(cell.get("s"))
        return number_text(float(text), code, self.workbook.epoch)

    def _grid(self) -> list[Row]:
        width = max((max(texts) for texts in self.texts.values()), default=0)
        return [
            Row(number, [Cell(texts.get(at + 1, [])) for at in range(width)])
            for number, texts in sorted(self.texts.items())
        ]

    def _cover(self, rows: list[Row]) -> list[Row]:
        numbers = [row.number for row in rows]
        left = sum(len(row.cells) for row in rows)
        for first_column, first, last_column, last in self.merged:
            inside = rows[bisect_left(numbers, first) : bisect_right(numbers, last)]
            if not inside or inside[0].number != first:
                continue
            columns = range(first_column - 1, min(last_column, len(rows[0].cells)))
            left -= len(inside) * len(columns)
            if left < 0:  # ranges of a sound sheet never overlap
                raise FileProblem("broken")
            _merge(inside, columns, last_column - first_column, last - first)
        return rows


def _merge(rows: list[Row], columns: range, right: int, down: int) -> None:
    if not columns:
        return
    origin = rows[0].cells[columns[0]]
    origin.colspan, origin.rowspan = right + 1, down + 1
    for row in rows:
        for at in columns:
            where = ABOVE if at == columns[0] else LEFT
            if row.cells[at] is not origin:
                row.cells[at] = origin.cover(where)


def _column(row: etree._Element, cell: etree._Element) -> int:
    if reference := cell.get("r"):
        return column_index_from_string(reference.rstrip("0123456789"))
    return row.index(cell) + 1


def _relation_id(sheet: etree._Element) -> str:
    return next((sheet.get(key) for key in sheet.keys() if key.endswith(RELATION)), "")


def _string(item: etree._Element) -> str:
    """A text whose letters look different here and there, without its reading aid."""
    runs = item.iterfind("{*}r/{*}t")
    texts = [item.findtext("{*}t", ""), *(run.text or "" for run in runs)]
    return _unescaped("".join(texts))


def _unescaped(text: str) -> str:
    r"""Excel writes a sign that XML cannot hold by its number.

    >>> _unescaped("Справка_x000D_")
    'Справка\r'
    """
    return ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), text)
