import re
from textwrap import wrap

from odoo import models

from ..tools.dates import month_name
from ..tools.plan_layout import give_numbers
from .paper import school_of, title_of
from .plan_paper import mark_of, plan_lines

# The header by which the import knows its own export, with widths in signs.
COLUMNS = [
    ("№", 5),
    ("Месяц", 10),
    ("Срок", 12),
    ("Блок", 18),
    ("Направление", 22),
    ("Объект", 20),
    ("Содержание", 36),
    ("Метод", 15),
    ("Ответственные", 20),
    ("Форма результата", 18),
    ("Где рассматривается", 16),
    ("Примечание", 12),
]
LAST = len(COLUMNS) - 1
A4 = 9
TITLE_ROWS = 2
# Points of a line of text, and the tallest row Excel takes
LINE_HEIGHT, HEIGHT_LIMIT = 12.5, 409
# A width is counted in digits of the standard font, letters of ours are narrower
LETTERS_IN_SIGN = 1.15
# What Excel takes in one cell and in the name of a sheet
CELL_LIMIT, SHEET_LIMIT = 32767, 31
FORBIDDEN_IN_SHEET = re.compile(r"[\[\]:*?/\\]")


class PlanXlsx(models.AbstractModel):
    """The plan as a table that people sort and the import reads back whole."""

    _name = "report.vsoko_reports.plan_xlsx"
    _inherit = "report.report_xlsx.abstract"
    _description = "Plan in Excel"

    def generate_xlsx_report(self, workbook, data, objs):
        formats = _formats(workbook)
        for plan in objs:
            sheet = workbook.add_worksheet(_sheet_name(plan.name))
            self._write_titles(sheet, plan, formats)
            count = self._write_lines(sheet, plan, formats)
            _set_page(sheet, TITLE_ROWS + count)

    def _write_titles(self, sheet, plan, formats):
        """The name first: the import takes it for the name of the new plan."""
        mark = mark_of(plan)
        school = school_of(plan)["name"]
        titles = [title_of(plan), f"{school} ({mark})" if mark else school]
        for row, text in enumerate(titles):
            sheet.merge_range(row, 0, row, LAST, "", formats["title"])
            sheet.write_string(row, 0, text, formats["title"])
        sheet.set_row(0, 30)

    def _write_lines(self, sheet, plan, formats):
        """Write the header and the lines under it; returns how many lines."""
        for column, (header, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(TITLE_ROWS, column, header, formats["header"])
        lines = plan_lines(plan)
        give_numbers(lines)
        for row, line in enumerate(lines, TITLE_ROWS + 1):
            cells = _cells(line)
            sheet.set_row(row, _height(cells))
            for column, text in enumerate(cells):
                _write_text(sheet, row, column, text, formats["text"])
        return len(lines)


def _height(cells):
    """Excel fits a row to its text by itself, LibreOffice has to be told.

    >>> _height(["1", "май", "", "", "", "", "Отчёт"])
    12.5
    >>> _height(["1", "май", "", "", "", "", "Отчёт об итогах года\\nПриказ"])
    25.0
    >>> _height(["Учебно-методическое-обеспечение-процесса"]) > 12.5
    True
    """
    rows = [
        sum(len(wrap(line, int(width * LETTERS_IN_SIGN))) for line in text.splitlines())
        for text, (_header, width) in zip(cells, COLUMNS, strict=False)
    ]
    return min(max(rows) * LINE_HEIGHT, HEIGHT_LIMIT)


def _cells(line):
    return [
        line.number,
        month_name(line.month) if line.month else "",
        line.term,
        line.group,
        line.direction,
        "\n".join(line.object),
        "\n".join(line.content),
        "\n".join(line.method),
        "\n".join(line.roles),
        "\n".join(line.outcome),
        "\n".join(line.body),
        "\n".join(line.note),
    ]


def _write_text(sheet, row, column, text, style):
    """Always as text: «=…», «+…» and «@…» of a plan are words, not formulas."""
    if text:
        sheet.write_string(row, column, text[:CELL_LIMIT], style)
    else:
        sheet.write_blank(row, column, None, style)


def _formats(workbook):
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
    }


def _set_page(sheet, last_row):
    sheet.freeze_panes(TITLE_ROWS + 1, 0)
    sheet.repeat_rows(TITLE_ROWS)
    sheet.autofilter(TITLE_ROWS, 0, last_row, LAST)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")


def _sheet_name(name):
    """
    >>> _sheet_name("План ВСОКО на 2023/24: циклограмма")
    'План ВСОКО на 2023-24- циклогра'
    >>> _sheet_name("'")
    'План'
    """
    fit = FORBIDDEN_IN_SHEET.sub("-", name)[:SHEET_LIMIT].strip("' ")
    return fit or "План"
