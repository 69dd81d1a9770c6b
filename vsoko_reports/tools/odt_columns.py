"""Columns of a printed table that say nothing in any row are left out.

A template lays out all the columns a plan may have, each with its header, so that a
school can rename and resize them in LibreOffice; which of them are needed is known
only when the rows are there.
"""

import re
from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
CONTENT = "content.xml"
WIDTHS = (f"{STYLE}column-width", f"{STYLE}rel-column-width")


def drop_empty_columns(odt: bytes) -> bytes:
    """The same document without the empty columns of tables that have a header."""
    source, result = ZipFile(BytesIO(odt)), BytesIO()
    if b"table-header-rows" not in source.read(CONTENT):
        return odt
    with ZipFile(result, "w", ZIP_DEFLATED) as target:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == CONTENT:
                part = _without_empty_columns(part)
            target.writestr(info, part)
    return result.getvalue()


def _without_empty_columns(content: bytes) -> bytes:
    root = etree.fromstring(content, etree.XMLParser(huge_tree=True))
    for table in root.iter(f"{TABLE}table"):
        if table.find(f"{TABLE}table-header-rows") is not None:
            _prune(table, root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _prune(table, root) -> None:
    _unfold(table)
    columns = list(table.iter(f"{TABLE}table-column"))
    empty = _empty_columns(table, len(columns))
    if not empty:
        return
    for row in table.iter(f"{TABLE}table-row"):
        _prune_row(row, empty)
    _own_styles(columns, root)
    _widen([columns[i] for i in range(len(columns)) if i not in empty], columns, root)
    for index in empty:
        columns[index].getparent().remove(columns[index])


def _unfold(table) -> None:
    """LibreOffice writes equal neighbours once and says how many there are."""
    repeated = f"{TABLE}number-columns-repeated"
    for column in list(table.iter(f"{TABLE}table-column")):
        for _index in range(int(column.attrib.pop(repeated, 1)) - 1):
            column.addnext(etree.fromstring(etree.tostring(column)))


def _own_styles(columns, root) -> None:
    """A table of a loop comes many times: each has widths of its own to be changed."""
    styles = _column_styles(root)
    own: dict[str, str] = {}
    for column in columns:
        name = column.get(f"{TABLE}style-name")
        if name in styles and name not in own:
            own[name] = f"{name}.{len(styles) + len(own)}"
            copy = deepcopy(styles[name])
            copy.set(f"{STYLE}name", own[name])
            styles[name].addnext(copy)
        if name in own:
            column.set(f"{TABLE}style-name", own[name])


def _column_styles(root) -> dict:
    return {
        style.get(f"{STYLE}name"): style
        for style in root.iter(f"{STYLE}style")
        if style.get(f"{STYLE}family") == "table-column"
    }


def _empty_columns(table, width: int) -> set[int]:
    """Columns empty in every row that is not a heading across the table."""
    rows = [row for row in _body(table) if len(row) == width and not _spans(row)]
    if not rows:
        return set()
    return {
        index
        for index in range(width)
        if not any("".join(row[index].itertext()).strip() for row in rows)
    }


def _body(table):
    return [
        row
        for row in table.iter(f"{TABLE}table-row")
        if row.getparent().tag != f"{TABLE}table-header-rows"
    ]


def _spans(row) -> bool:
    return any(int(cell.get(f"{TABLE}number-columns-spanned", 1)) > 1 for cell in row)


def _prune_row(row, empty: set[int]) -> None:
    for index, cell in enumerate(list(row)):
        if index in empty and cell.tag == f"{TABLE}covered-table-cell":
            row.remove(cell)
            continue
        spanned = int(cell.get(f"{TABLE}number-columns-spanned", 1))
        if spanned > 1:
            kept = spanned - len(empty & set(range(index, index + spanned)))
            cell.set(f"{TABLE}number-columns-spanned", str(kept))
        elif index in empty:
            row.remove(cell)


def _widen(kept, columns, root) -> None:
    """Share the freed width among the columns that stay, as they stood."""
    styles = {
        name: style.find(f"{STYLE}table-column-properties")
        for name, style in _column_styles(root).items()
    }
    names = {column.get(f"{TABLE}style-name") for column in kept}
    for attribute in WIDTHS:
        total = sum(_width(styles, column, attribute) for column in columns)
        left = sum(_width(styles, column, attribute) for column in kept)
        for name in names if left else ():
            _multiply(styles[name], attribute, total / left)


def _width(styles, column, attribute: str) -> float:
    properties = styles.get(column.get(f"{TABLE}style-name"))
    return _number(properties.get(attribute, "")) if properties is not None else 0


def _number(width: str) -> float:
    """
    >>> _number("2.5cm"), _number("140*"), _number("")
    (2.5, 140.0, 0)
    """
    found = re.match(r"[\d.]+", width)
    return float(found[0]) if found else 0


def _multiply(properties, attribute: str, times: float) -> None:
    if properties is None or attribute not in properties.attrib:
        return
    width = properties.get(attribute)
    unit = width.lstrip("0123456789.")
    number = _number(width) * times
    properties.set(
        attribute, f"{number:.0f}{unit}" if unit == "*" else f"{number:.3f}{unit}"
    )
