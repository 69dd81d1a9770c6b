"""Cells that say «the same as above» become one cell with the one above.

A ditto mark is what a template can print without knowing of rows to come; where the
table is not one of LibreOffice's, the mark still reads right.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from .odt_columns import CONTENT, TABLE

SAME = "〃"
SPANNED, CELL = f"{TABLE}number-rows-spanned", f"{TABLE}table-cell"


def merge_same_cells(odt: bytes) -> bytes:
    """The same document, each run of ditto marks being one cell down the rows."""
    source, result = ZipFile(BytesIO(odt)), BytesIO()
    if SAME.encode() not in source.read(CONTENT):
        return odt
    with ZipFile(result, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == CONTENT:
                part = _merged(part)
            target.writestr(info, part)
    return result.getvalue()


def _merged(content: bytes) -> bytes:
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
    for table in root.iter(f"{TABLE}table"):
        owners = {}
        for row in table.iter(f"{TABLE}table-row"):
            for column, cell in enumerate(list(row)):
                owners[column] = _joined(cell, owners.get(column))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _joined(cell, above):
    """The cell that the column goes on with: the one above when it takes this in."""
    if above is None or "".join(cell.itertext()).strip() != SAME:
        return cell if cell.tag == CELL else None
    above.set(SPANNED, str(int(above.get(SPANNED, 1)) + 1))
    cell.tag = f"{TABLE}covered-table-cell"
    cell.attrib.pop(f"{{{cell.nsmap['office']}}}value-type", None)
    for paragraph in list(cell):
        cell.remove(paragraph)
    return above
