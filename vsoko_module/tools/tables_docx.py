"""Tables of a Word document, read from its XML.

python-docx builds a cell object for each question about a merged table, which takes
longer than everything else in an import; the XML itself is walked once.
"""

from collections.abc import Iterator

from lxml import etree

from .file_problem import FileProblem
from .grid import ABOVE, LEFT, Cell, Row, Table, lines, square
from .package import Limits

TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{TRANSITIONAL.decode()}}}"
PARAGRAPH, TABLE, ROW, CELL = W + "p", W + "tbl", W + "tr", W + "tc"
# Blocks that only wrap other blocks: content controls, kept insertions
WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
# What is deleted, drawn, or says how the text looks
SILENT = {
    W + name
    for name in ("del", "moveFrom", "rPr", "pPr", "drawing", "pict", "object", "rt")
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
SIGNS = {
    W + "tab": " ",
    W + "ptab": " ",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
VAL = W + "val"
# Borders of columns closer than 3.5 mm were drawn by a shaking hand
SHAKE, UNKNOWN_WIDTH = 200, 1000


def read_docx(root: etree._Element, limits: Limits) -> list[Table]:
    """The tables of a document in their order, with what is written above each."""
    body = _transitional(root).find(W + "body")
    if body is None:
        raise FileProblem("broken")
    tables, above = [], []
    for block in _inside(body, {PARAGRAPH, TABLE}):
        if block.tag == PARAGRAPH:
            above += lines(_text(block))
            continue
        name = f"Таблица {len(tables) + 1}"
        rows = _TableReader(block, name, limits).rows()
        tables.append(Table(name, rows, "\n".join(above)))
        above = []
    return tables


def _transitional(root: etree._Element) -> etree._Element:
    """The document by the names that Word uses unless told to be strict."""
    if root.tag.startswith(W):
        return root
    return etree.fromstring(etree.tostring(root).replace(STRICT, TRANSITIONAL))


def _inside(parent: etree._Element, wanted: set[str]) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in WRAPPERS:
            yield from _inside(child, wanted)


def _text(element: etree._Element) -> str:
    parts: list[str] = []
    _collect(element, parts)
    return "".join(parts)


def _collect(element: etree._Element, parts: list[str]) -> None:
    for child in element:
        tag = child.tag
        if tag == W + "t":
            parts.append(child.text or "")
        elif tag in SIGNS:
            parts.append(SIGNS[tag])
        elif tag not in SILENT and len(child):
            _collect(child, parts)


class _TableReader:
    """One table: the borders of its grid and the cells that are open downwards."""

    def __init__(self, tbl: etree._Element, name: str, limits: Limits):
        self.tbl, self.name, self.limits = tbl, name, limits
        self.columns = _columns(tbl)
        self.open_cells: dict[int, Cell] = {}

    def rows(self) -> list[Row]:
        rows = []
        for number, tr in enumerate(_rows(self.tbl), 1):
            if number > self.limits.max_rows:
                raise self._problem("too_many_rows", self.limits.max_rows)
            rows.append(Row(number, self._cells(tr)))
        return square(rows)

    def _cells(self, tr: etree._Element) -> list[Cell]:
        border = _property(tr, "trPr", "gridBefore")
        cells: list[Cell] = []
        self._add(cells, Cell(), self._column(border))
        for tc in _inside(tr, {CELL}):
            border += _property(tc, "tcPr", "gridSpan") or 1
            self._read(tc, self._column(border) - len(cells), cells)
        return cells

    def _read(self, tc: etree._Element, span: int, cells: list[Cell]) -> None:
        """Add a cell and the places it covers to the right."""
        if cells and _merge(tc, "hMerge") == "continue":
            origin = next(cell for cell in reversed(cells) if cell.covered != LEFT)
            origin.colspan += span
            self._add(cells, origin.cover(LEFT), span)
            return
        vertical, above = _merge(tc, "vMerge"), self.open_cells.pop(len(cells), None)
        if above and vertical == "continue":
            above.rowspan += 1
            origin, first = above, above.cover(ABOVE)
        else:
            origin = first = Cell(_paragraphs(tc), colspan=span)
        if vertical:
            self.open_cells[len(cells)] = origin
        if span > 0 or first.paragraphs:
            self._add(cells, first, 1)
        self._add(cells, origin.cover(LEFT), span - 1)

    def _add(self, cells: list[Cell], cell: Cell, times: int) -> None:
        if len(cells) + times > self.limits.max_columns:
            raise self._problem("too_many_columns", self.limits.max_columns)
        cells += [cell] * times

    def _column(self, border: int) -> int:
        if border < len(self.columns):
            return self.columns[border]
        return self.columns[-1] + border - len(self.columns) + 1

    def _problem(self, code: str, limit: int) -> FileProblem:
        return FileProblem(code, table=self.name, limit=limit)


def _rows(tbl: etree._Element) -> Iterator[etree._Element]:
    for tr in _inside(tbl, {ROW}):
        if tr.find(f"{W}trPr/{W}del") is None:
            yield tr


def _columns(tbl: etree._Element) -> list[int]:
    """Which column each border of the grid begins, borders too close taken as one.

    Word adds a border to the grid whenever a row is drawn a little differently.
    Where all widths are small, they are not widths at all.
    """
    grid = tbl.iterfind(f"{W}tblGrid/{W}gridCol")
    widths = [_number(column.get(W + "w")) or UNKNOWN_WIDTH for column in grid]
    shake = min(SHAKE, sum(widths) / max(len(widths), 1) / 5)
    columns, since = [0], 0
    for width in widths:
        since += width
        columns.append(columns[-1] + (since > shake))
        since = 0 if since > shake else since
    return columns


def _merge(tc: etree._Element, name: str) -> str:
    mark = tc.find(f"{W}tcPr/{W}{name}")
    return "" if mark is None else mark.get(VAL, "continue")


def _property(element: etree._Element, properties: str, name: str) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    return 0 if found is None else _number(found.get(VAL))


def _number(value: str | None) -> int:
    """A size of the grid; what makes no sense in it counts as nothing."""
    return int(value) if value and value.isascii() and value.isdecimal() else 0


def _paragraphs(cell: etree._Element) -> list[str]:
    """The lines of a cell, those of a table inside it too."""
    found: list[str] = []
    joined = ""
    for block in _inside(cell, {PARAGRAPH, TABLE}):
        if block.tag == TABLE:
            inner = (tc for tr in _rows(block) for tc in _inside(tr, {CELL}))
            found.extend(line for tc in inner for line in _paragraphs(tc))
            continue
        joined += _text(block)
        if block.find(f"{W}pPr/{W}rPr/{W}del") is None:
            found.extend(lines(joined))
            joined = ""
    return found + lines(joined)
