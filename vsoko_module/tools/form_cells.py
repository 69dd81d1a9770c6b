"""A foreign workbook whose cells are read and filled in, everything else kept.

Only the values of single cells are changed in the XML of the sheets: fonts, merges,
widths, formulas, pictures and charts stay byte by byte as the sender has made them.
"""

import re
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from .file_problem import FileProblem
from .package import DAMAGE, Limits, Package

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WORKBOOK, WORKBOOK_RELS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
MARK = re.compile(r"^\s*\{\s*([^{}]+?)\s*\}\s*$")
CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


@dataclass
class Cell:
    """What stands in a cell of a sheet."""

    sheet: str
    address: str
    text: str = ""
    is_formula: bool = False


class Workbook:
    """An .xlsx file; ``FileProblem`` when it is none or not a safe one."""

    def __init__(self, data: bytes):
        try:
            self.package = Package(data, Limits())
            if "xl/vbaProject.bin" in self.package:
                raise FileProblem("not_office")
            self.sheets = self._sheet_parts()
            self.strings = self._shared_strings()
            self.trees = {
                name: self.package.root(part) for name, part in self.sheets.items()
            }
        except DAMAGE as error:
            raise FileProblem("broken") from error
        self.data = data

    def cells(self) -> list[Cell]:
        """Cells that have something in them."""
        return [
            Cell(name, node.get("r", ""), self._text(node), self._has_formula(node))
            for name, tree in self.trees.items()
            for node in tree.iter(f"{MAIN}c")
        ]

    def cell(self, sheet: str, address: str) -> Cell | None:
        """One cell, empty when the sheet has none there; None without such a sheet."""
        if sheet not in self.trees or not CELL.fullmatch(address):
            return None
        node = self._find(sheet, address)
        if node is None:
            return Cell(sheet, address)
        return Cell(sheet, address, self._text(node), self._has_formula(node))

    def filled(self, values: dict[tuple[str, str], float | str]) -> bytes:
        """The same file with ``{(sheet, cell): value}`` in it, formulas to recount."""
        touched = {sheet for sheet, _address in values}
        for (sheet, address), value in values.items():
            self._put(self._found_or_made(sheet, address), value)
        parts = {}
        for name, tree in self.trees.items():
            if self._forget_results(tree) or name in touched:
                parts[self.sheets[name]] = _as_bytes(tree)
        parts[WORKBOOK] = self._recounting_workbook()
        return _with_parts(self.data, parts)

    # ---- reading ----

    def _sheet_parts(self) -> dict[str, str]:
        links = {
            one.get("Id"): one.get("Target", "")
            for one in self.package.root(WORKBOOK_RELS).iter(f"{RELS}Relationship")
        }
        sheets = self.package.root(WORKBOOK).iter(f"{MAIN}sheet")
        targets = {one.get("name"): links[one.get(LINK)] for one in sheets}
        return {
            name: target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            for name, target in targets.items()
            if "worksheets/" in target
        }

    def _shared_strings(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self.package:
            return []
        root = self.package.root("xl/sharedStrings.xml")
        return [
            "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
            for item in root.iter(f"{MAIN}si")
        ]

    def _text(self, node) -> str:
        value = node.findtext(f"{MAIN}v") or ""
        if node.get("t") == "s":
            return self.strings[int(value)] if value else ""
        if node.get("t") == "inlineStr":
            return "".join(text.text or "" for text in node.iter(f"{MAIN}t"))
        return value

    def _has_formula(self, node) -> bool:
        return node.find(f"{MAIN}f") is not None

    def _find(self, sheet: str, address: str):
        cells = self.trees[sheet].iter(f"{MAIN}c")
        return next((one for one in cells if one.get("r") == address), None)

    # ---- writing ----

    def _found_or_made(self, sheet: str, address: str):
        node = self._find(sheet, address)
        if node is not None:
            return node
        letters, number = CELL.fullmatch(address).groups()
        row = self._row(sheet, int(number))
        node = etree.Element(f"{MAIN}c", r=address)
        before = [one for one in row if _column(one.get("r", "")) < _column(letters)]
        row.insert(len(before), node)
        return node

    def _row(self, sheet: str, number: int):
        data = self.trees[sheet].find(f"{MAIN}sheetData")
        rows = {int(row.get("r", 0)): row for row in data}
        if number not in rows:
            rows[number] = etree.Element(f"{MAIN}row", r=str(number))
            data.insert(sum(one < number for one in rows), rows[number])
        return rows[number]

    def _put(self, node, value) -> None:
        """A number as a number, a text as a text: «=1+1» is never a formula."""
        for child in list(node):
            node.remove(child)
        node.attrib.pop("t", None)
        if isinstance(value, str):
            node.set("t", "inlineStr")
            item = etree.SubElement(node, f"{MAIN}is")
            etree.SubElement(item, f"{MAIN}t").text = value
        else:
            etree.SubElement(node, f"{MAIN}v").text = repr(value)

    def _forget_results(self, tree) -> bool:
        """Results of formulas kept in the file would be shown instead of new ones."""
        kept = [
            value
            for node in tree.iter(f"{MAIN}c")
            if self._has_formula(node)
            for value in node.findall(f"{MAIN}v")
        ]
        for value in kept:
            value.getparent().remove(value)
        return bool(kept)

    def _recounting_workbook(self) -> bytes:
        root = self.package.root(WORKBOOK)
        settings = root.find(f"{MAIN}calcPr")
        if settings is None:
            settings = etree.Element(f"{MAIN}calcPr")
            after = ("externalReferences", "definedNames", "sheets")
            places = [root.find(f"{MAIN}{name}") for name in after]
            next(one for one in places if one is not None).addnext(settings)
        settings.set("fullCalcOnLoad", "1")
        return _as_bytes(root)


def mark_of(text: str) -> str:
    """The code written into a cell in braces.

    >>> mark_of(" {уроков_посещено} "), mark_of("Итого"), mark_of("{}")
    ('уроков_посещено', '', '')
    """
    found = MARK.match(text)
    return found[1] if found else ""


def neighbours(cells: list[Cell], sheet: str, address: str) -> str:
    """Words to know a cell by: the nearest text to the left and the one above.

    >>> cells = [Cell("Л", "A2", "Классов"), Cell("Л", "B1", "Всего")]
    >>> neighbours(cells, "Л", "B2")
    'Классов / Всего'
    """
    found = CELL.fullmatch(address)
    if not found:
        return ""
    column, row = _column(found[1]), int(found[2])
    left, above = (0, ""), (0, "")
    for cell in cells:
        place = CELL.fullmatch(cell.address)
        words = " ".join(cell.text.split())
        if cell.sheet != sheet or not place or not _is_words(words):
            continue
        at = (_column(place[1]), int(place[2]))
        if at[1] == row and left[0] < at[0] < column:
            left = (at[0], words)
        if at[0] == column and above[0] < at[1] < row:
            above = (at[1], words)
    return " / ".join(filter(None, [left[1], above[1]]))


def _is_words(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and not mark_of(text)


def _column(letters: str) -> int:
    """
    >>> _column("A"), _column("AB12")
    (1, 28)
    """
    number = 0
    for letter in re.match(r"[A-Z]*", letters)[0]:
        number = number * 26 + ord(letter) - 64
    return number


def _as_bytes(root) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    source, result = ZipFile(BytesIO(data)), BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            target.writestr(info, parts.get(info.filename, source.read(info)))
    return result.getvalue()
