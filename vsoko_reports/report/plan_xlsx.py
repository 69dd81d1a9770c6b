from odoo import models

from odoo.addons.vsoko_module.tools.dates import month_name

from ..tools.plan_layout import give_numbers
from .paper import school_of, title_of
from .plan_paper import mark_of, plan_lines
from .sheet import (
    formats_of,
    row_height,
    set_page,
    sheet_name,
    write_header,
    write_text,
    write_titles,
)

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
WIDTHS = [width for _header, width in COLUMNS]
LAST = len(COLUMNS) - 1
TITLE_ROWS = 2


class PlanXlsx(models.AbstractModel):
    """The plan as a table that people sort and the import reads back whole."""

    _name = "report.vsoko_reports.plan_xlsx"
    _inherit = "report.report_xlsx.abstract"
    _description = "Plan in Excel"

    def generate_xlsx_report(self, workbook, data, objs):
        formats = formats_of(workbook)
        for plan in objs:
            sheet = workbook.add_worksheet(sheet_name(plan.name))
            self._write_titles(sheet, plan, formats)
            count = self._write_lines(sheet, plan, formats)
            set_page(sheet, TITLE_ROWS, TITLE_ROWS + count, LAST)

    def _write_titles(self, sheet, plan, formats):
        """The name first: the import takes it for the name of the new plan."""
        mark = mark_of(plan)
        school = school_of(plan)["name"]
        titles = [title_of(plan), f"{school} ({mark})" if mark else school]
        write_titles(sheet, titles, LAST, formats["title"])
        sheet.set_row(0, 30)

    def _write_lines(self, sheet, plan, formats):
        """Write the header and the lines under it; returns how many lines."""
        write_header(sheet, TITLE_ROWS, COLUMNS, formats["header"])
        lines = plan_lines(plan)
        give_numbers(lines)
        for row, line in enumerate(lines, TITLE_ROWS + 1):
            cells = _cells(line)
            sheet.set_row(row, row_height(cells, WIDTHS))
            for column, text in enumerate(cells):
                write_text(sheet, row, column, text, formats["text"])
        return len(lines)


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
