"""Cells that say «the same as above» look like one cell with the one above.

A ditto mark is what a template can print without knowing of the rows to come. Word
gets one cell down the rows; LibreOffice's own layout loses the borders of such cells
where a page ends, so for PDF only the line between them and the mark are taken out.
"""

from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from .odt_columns import CONTENT, STYLE, TABLE

SAME = "〃"
CELL, COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
SPANNED, STYLE_NAME = f"{TABLE}number-rows-spanned", f"{TABLE}style-name"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SIDES = ("left", "right", "top", "bottom")


def merge_same_cells(odt: bytes) -> bytes:
    """The same document, each run of ditto marks being one cell down the rows."""
    return _changed(odt, _Merger)


def open_same_cells(odt: bytes) -> bytes:
    """The same document, each run of ditto marks being cells without lines between."""
    return _changed(odt, _Opener)


def _changed(odt: bytes, joiner) -> bytes:
    source, result = ZipFile(BytesIO(odt)), BytesIO()
    if SAME.encode() not in source.read(CONTENT):
        return odt
    with ZipFile(result, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == CONTENT:
                part = _joined(part, joiner)
            target.writestr(info, part)
    return result.getvalue()


def _joined(content: bytes, joiner) -> bytes:
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
    join = joiner(root)
    for table in root.iter(f"{TABLE}table"):
        above = {}
        for row in table.iter(f"{TABLE}table-row"):
            for column, cell in enumerate(list(row)):
                if column in above and "".join(cell.itertext()).strip() == SAME:
                    above[column] = join(cell, above[column])
                else:
                    above[column] = cell
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


class _Merger:
    """Both calls return the cell that the column goes on with."""

    def __init__(self, root):
        pass

    def __call__(self, cell, above):
        above.set(SPANNED, str(int(above.get(SPANNED, 1)) + 1))
        cell.tag = COVERED
        cell.attrib.pop(f"{OFFICE}value-type", None)
        for paragraph in list(cell):
            cell.remove(paragraph)
        return above


class _Opener:
    def __init__(self, root):
        self.holder = root.find(f"{OFFICE}automatic-styles")
        self.styles = {
            style.get(f"{STYLE}name"): style
            for style in root.iter(f"{STYLE}style")
            if style.get(f"{STYLE}family") == "table-cell"
        }

    def __call__(self, cell, above):
        self._open(above, "bottom")
        self._open(cell, "top")
        for element in cell.iter():
            if SAME in (element.text or ""):
                element.text = element.text.replace(SAME, "")
        return cell

    def _open(self, cell, side):
        """A style of its own, like the one of the cell without the line of a side."""
        name = f"{cell.get(STYLE_NAME)}.{side}"
        if name not in self.styles:
            self.styles[name] = self._without(cell.get(STYLE_NAME), name, side)
        cell.set(STYLE_NAME, name)

    def _without(self, name, new_name, side):
        style = deepcopy(self.styles[name])
        style.set(f"{STYLE}name", new_name)
        properties = style.find(f"{STYLE}table-cell-properties")
        line = properties.attrib.pop(f"{FO}border", None)
        for one in SIDES if line else ():
            properties.set(f"{FO}border-{one}", line)
        properties.set(f"{FO}border-{side}", "none")
        self.holder.append(style)
        return style
