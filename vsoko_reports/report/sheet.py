"""What the tables of a school for Excel have in common."""

import re
from textwrap import wrap

A4 = 9
# Points of a line of text, and the tallest row Excel takes
LINE_HEIGHT, HEIGHT_LIMIT = 12.5, 409
# A width is counted in digits of the standard font, letters of ours are narrower
LETTERS_IN_SIGN = 1.15
# What Excel takes in one cell and in the name of a sheet
CELL_LIMIT, SHEET_LIMIT = 32767, 31
FORBIDDEN_IN_SHEET = re.compile(r"[\[\]:*?/\\]")


def row_height(cells, widths):
    """Excel fits a row to its text by itself, LibreOffice has to be told.

    >>> row_height(["1", "май", "Отчёт"], [5, 10, 36])
    12.5
    >>> row_height(["1", "", "Отчёт об итогах года\\nПриказ"], [5, 10, 36])
    25.0
    >>> row_height(["1", "Учебно-методическое-обеспечение-процесса"], [5, 10]) > 12.5
    True
    """
    rows = [
        sum(len(wrap(line, int(width * LETTERS_IN_SIGN))) for line in text.splitlines())
        for text, width in zip(cells, widths, strict=False)
    ]
    return min(max(rows) * LINE_HEIGHT, HEIGHT_LIMIT)


def write_text(sheet, row, column, text, style):
    """Always as text: «=…», «+…» and «@…» of a plan are words, not formulas."""
    if text:
        sheet.write_string(row, column, text[:CELL_LIMIT], style)
    else:
        sheet.write_blank(row, column, None, style)


def formats_of(workbook):
    common = {"font_name": "Times New Roman", "text_wrap": True, "font_size": 10}
    grid = {**common, "border": 1, "valign": "top"}
    return {
        "title": workbook.add_format(
            {**common, "bold": True, "font_size": 12, "align": "center"}
        ),
        "header": workbook.add_format(
            {**grid, "bold": True, "align": "center", "bg_color": "#E7E6E6"}
        ),
        "text": workbook.add_format({**grid, "num_format": "@"}),
        "number": workbook.add_format({**grid, "align": "center"}),
    }


def write_titles(sheet, titles, last_column, style):
    """Each across the whole table, above its header."""
    for row, text in enumerate(titles):
        sheet.merge_range(row, 0, row, last_column, "", style)
        sheet.write_string(row, 0, text, style)


def write_header(sheet, row, columns, style):
    for column, (header, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(row, column, header, style)


def set_page(sheet, header_row, last_row, last_column):
    sheet.freeze_panes(header_row + 1, 0)
    sheet.repeat_rows(header_row)
    sheet.autofilter(header_row, 0, last_row, last_column)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def sheet_name(name):
    """
    >>> sheet_name("План ВСОКО на 2023/24: циклограмма")
    'План ВСОКО на 2023-24- циклогра'
    >>> sheet_name("'")
    'План'
    """
    fit = FORBIDDEN_IN_SHEET.sub("-", name)[:SHEET_LIMIT].strip("' ")
    return fit or "План"
