"""A foreign workbook whose cells are read and filled in, everything else kept.

Only the values of single cells are changed in the XML of the sheets: fonts, merges,
widths, formulas, pictures and charts stay byte by byte as the sender has made them.
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from .cell_formats import percent_styles
from .cell_places import AREA, CELL, area_of, column_of, is_inside, letters_of, place_of
from .cell_words import Cell
from .file_problem import FileProblem
from .package import DAMAGE, Limits, Package

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
WORKBOOK, WORKBOOK_RELS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
# What XML cannot hold
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Workbook:
    """An .xlsx file; ``FileProblem`` when it is none or not a safe one."""

    def __init__(self, data: bytes):
        try:
            self.package = Package(data, Limits())
            self._refuse_programs()
            self.sheets = self._sheet_parts()
            self.strings = self._shared_strings()
            self.percents = percent_styles(self._styles())
            self.trees = {
                name: self.package.root(part) for name, part in self.sheets.items()
            }
            self.nodes = {name: _by_address(tree) for name, tree in self.trees.items()}
            self.merged = {name: _merged(tree) for name, tree in self.trees.items()}
            self.arrays = {name: _arrays(tree) for name, tree in self.trees.items()}
        except DAMAGE as error:
            raise FileProblem("broken") from error
        self.data = data

    def cells(self) -> list[Cell]:
        """Cells that have something in them."""
        return [
            Cell(name, address, self._text(node), self._has_formula(node))
            for name, nodes in self.nodes.items()
            for address, node in nodes.items()
        ]

    def cell(self, sheet: str, address: str) -> Cell | None:
        """One cell, empty when the sheet has none there; None without such a sheet."""
        if sheet not in self.trees or not CELL.fullmatch(address):
            return None
        address = self._shown(sheet, address)
        node = self.nodes[sheet].get(address)
        if node is None:
            return Cell(sheet, address, is_formula=self._in_array(sheet, address))
        is_formula = self._has_formula(node) or self._in_array(sheet, address)
        return Cell(sheet, address, self._text(node), is_formula)

    def shows_percents(self, sheet: str, address: str) -> bool:
        """Whether the cell shows 0.5 as 50 %."""
        node = self.nodes[sheet].get(self._shown(sheet, address))
        return node is not None and node.get("s") in self.percents

    def filled(self, values: dict[tuple[str, str], float | str]) -> bytes:
        """The same file with ``{(sheet, cell): value}`` in it, formulas to recount."""
        touched = {sheet for sheet, _address in values}
        for (sheet, address), value in values.items():
            shown = self._shown(sheet, address)
            self._put(self._found_or_made(sheet, shown), value)
        parts = {}
        for name, tree in self.trees.items():
            if self._forget_results(tree) or name in touched:
                parts[self.sheets[name]] = _as_bytes(tree)
        parts[WORKBOOK] = self._recounting_workbook()
        return _with_parts(self.data, parts)

    # ---- reading ----

    def _refuse_programs(self) -> None:
        """Macros run, links to other files fetch: neither goes to a municipality."""
        kinds = {kind for kind, _to in self.package.relations(WORKBOOK).values()}
        types = self.package.content("[Content_Types].xml")
        if "vbaProject" in kinds or b"vbaProject" in types or b"macroEnabled" in types:
            raise FileProblem("macros")
        if "externalLink" in kinds:
            raise FileProblem("external_links")

    def _shown(self, sheet: str, address: str) -> str:
        """The cell that is seen: of merged ones the top left."""
        place = place_of(address)
        found = (one for one in self.merged[sheet] if is_inside(place, one))
        return next((f"{letters_of(one[0])}{one[1]}" for one in found), address)

    def _in_array(self, sheet: str, address: str) -> bool:
        return any(is_inside(place_of(address), one) for one in self.arrays[sheet])

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

    def _styles(self):
        part = "xl/styles.xml"
        return self.package.root(part) if part in self.package else None

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

    # ---- writing ----

    def _found_or_made(self, sheet: str, address: str):
        nodes = self.nodes[sheet]
        if address not in nodes:
            column, number = place_of(address)
            row = self._row(sheet, number)
            node = nodes[address] = etree.Element(f"{MAIN}c", r=address)
            if style := row.get("s") or self._column_style(sheet, column):
                node.set("s", style)
            before = [one for one in row if column_of(one.get("r", "")) < column]
            row.insert(len(before), node)
        return nodes[address]

    def _column_style(self, sheet: str, column: int) -> str | None:
        columns = self.trees[sheet].iterfind(f"{MAIN}cols/{MAIN}col")
        return next(
            (
                one.get("style")
                for one in columns
                if int(one.get("min")) <= column <= int(one.get("max"))
            ),
            None,
        )

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
            text = etree.SubElement(item, f"{MAIN}t")
            text.set(SPACE, "preserve")
            text.text = UNPRINTABLE.sub(" ", value)
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


def _by_address(tree) -> dict:
    nodes = tree.iter(f"{MAIN}c")
    return {node.get("r"): node for node in nodes if CELL.fullmatch(node.get("r", ""))}


def _merged(tree) -> list[tuple[int, int, int, int]]:
    found = (one.get("ref", "") for one in tree.iter(f"{MAIN}mergeCell"))
    return [area_of(cells) for cells in found if AREA.fullmatch(cells)]


def _arrays(tree) -> list[tuple[int, int, int, int]]:
    """One formula may fill many cells, which then have none of their own."""
    found = (
        one.get("ref", "")
        for one in tree.iter(f"{MAIN}f")
        if one.get("t") in ("array", "dataTable")
    )
    return [area_of(cells) for cells in found if AREA.fullmatch(cells)]


def _as_bytes(root) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    source, result = ZipFile(BytesIO(data)), BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            target.writestr(info, parts.get(info.filename, source.read(info)))
    return result.getvalue()
