from odoo import models

from .list_papers import register_paper
from .sheet import (
    formats_of,
    row_height,
    set_page,
    sheet_name,
    write_header,
    write_text,
    write_titles,
)

WIDTHS = [10, 12, 24, 50, 20, 20, 20, 24]
TITLE_ROWS = 3


class RegisterXlsx(models.AbstractModel):
    """The register of documents, to be filtered and counted."""

    _name = "report.vsoko_reports.register_xlsx"
    _inherit = "report.report_xlsx.abstract"
    _description = "Register in Excel"

    def generate_xlsx_report(self, workbook, data, objs):
        objs.sudo(False).check_access("read")
        paper, formats = register_paper(objs._of_register()), formats_of(workbook)
        sheet = workbook.add_worksheet(sheet_name("Журнал регистрации"))
        last = len(WIDTHS) - 1
        titles = [paper["school"], paper["title"], paper["subtitle"]]
        write_titles(sheet, titles, last, formats["title"])
        columns = list(zip(paper["header"], WIDTHS, strict=True))
        write_header(sheet, TITLE_ROWS, columns, formats["header"])
        for index, cells in enumerate(paper["rows"], TITLE_ROWS + 1):
            sheet.set_row(index, row_height(cells, WIDTHS))
            for column, text in enumerate(cells):
                write_text(sheet, index, column, text, formats["text"])
        set_page(sheet, TITLE_ROWS, TITLE_ROWS + len(paper["rows"]), last)
