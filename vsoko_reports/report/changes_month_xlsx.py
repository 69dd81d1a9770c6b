from odoo import models

from .changes_month_paper import annex_of, heading_of, nothing_of, rows_of
from .paper import school_of, title_of
from .sheet import (
    formats_of,
    row_height,
    set_page,
    sheet_name,
    write_header,
    write_text,
    write_titles,
)

COLUMNS = [
    ("№", 5),
    ("Процедура (направление)", 45),
    ("Что изменилось", 45),
    ("Причина", 35),
    ("Кто и когда изменил", 22),
]
WIDTHS = [width for _header, width in COLUMNS]
LAST = len(COLUMNS) - 1
TITLE_ROWS = 3


class ChangesMonthXlsx(models.AbstractModel):
    """The same table as on paper, to be sorted and counted."""

    _name = "report.vsoko_reports.changes_month_xlsx"
    _inherit = "report.report_xlsx.abstract"
    _description = "Changes in Excel"

    def generate_xlsx_report(self, workbook, data, objs):
        formats = formats_of(workbook)
        for request in objs:
            sheet = workbook.add_worksheet(sheet_name("Изменения"))
            self._write_head(sheet, request, formats)
            count = self._write_rows(sheet, request, formats)
            set_page(sheet, TITLE_ROWS, TITLE_ROWS + count, LAST)

    def _write_head(self, sheet, request, formats):
        school = school_of(request.plan_id)["name"]
        titles = [
            " ".join(annex_of(request)),
            f"{school}\n{title_of(request.plan_id)}",
            heading_of(request),
        ]
        write_titles(sheet, titles, LAST, formats["title"])
        sheet.set_row(1, 30)
        write_header(sheet, TITLE_ROWS, COLUMNS, formats["header"])

    def _write_rows(self, sheet, request, formats):
        """Write the rows, or one that says there are none; returns how many."""
        rows = [_cells(row) for row in rows_of(request)]
        rows = rows or [["", nothing_of(request), "", "", ""]]
        for index, cells in enumerate(rows, TITLE_ROWS + 1):
            sheet.set_row(index, row_height(cells, WIDTHS))
            for column, text in enumerate(cells):
                write_text(sheet, index, column, text, formats["text"])
        return len(rows)


def _cells(row):
    names = ("procedure", "change", "reason", "author")
    return [row["number"], *("\n".join(row[name]) for name in names)]
