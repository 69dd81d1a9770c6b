"""Office files as schools have them, built for one test each."""

import io
import zipfile
from pathlib import Path

import docx
import openpyxl

FILES = Path(__file__).parent / "files"
# Filled examples for people lie beside the add-on in a checkout only
EXAMPLES = Path(__file__).resolve().parents[2] / "data" / "examples"
SAMPLES = ("school-cyclogram-2023-24.docx", "school-cyclogram-2023-24.xlsx")


def word(*tables, above=(), merged=()):
    """A .docx of tables given as rows of texts; a line break starts a paragraph.

    ``above``: paragraphs before the first table. ``merged``: ranges of the first
    table as (row, column, row, column) from 0.
    """
    document = docx.Document()
    for text in above:
        document.add_paragraph(text)
    for number, rows in enumerate(tables):
        grid = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        _fill(grid, rows)
        for top, left, bottom, right in merged if not number else ():
            grid.cell(top, left).merge(grid.cell(bottom, right))
        document.add_paragraph()  # Word ends a document, and a table, with one
    return saved(document)


def _fill(grid, rows):
    for cells, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=False):
            first, *others = text.split("\n")
            cell.paragraphs[0].text = first
            for line in others:
                cell.add_paragraph(line)


def excel(sheets, merged=()):
    """A .xlsx of sheets by name, merged ranges like «A1:B2» on the first one."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    return saved(book)


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def part_text(data, part):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(part).decode()


def with_part(data, part, change):
    """The same file with the text of one part changed by a function."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as changed,
    ):
        for name in package.namelist():
            text = package.read(name)
            changed.writestr(name, change(text) if name == part else text)
    return stream.getvalue()


def with_body(body):
    """A .docx whose body is this XML, in the namespace ``w``."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return with_part(word(["а"]), "word/document.xml", lambda _old: xml.encode())
