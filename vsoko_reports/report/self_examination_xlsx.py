from odoo import models

from .sheet import (
    formats_of,
    row_height,
    set_page,
    sheet_name,
    write_header,
    write_text,
    write_titles,
)

TEXT_WIDTHS = [8, 110]
TABLE_WIDTHS = [9, 70, 14, 20, 20]


class SelfExaminationXlsx(models.AbstractModel):
    """The report in two sheets, one a part."""

    _name = "report.vsoko_reports.self_examination_xlsx"
    _inherit = "report.report_xlsx.abstract"
    _description = "Self-examination in Excel"

    def generate_xlsx_report(self, workbook, data, objs):
        objs.sudo(False).check_access("read")
        formats = formats_of(workbook)
        for one in objs:
            paper = one._paper()
            suffix = f" {one.year}" if len(objs) > 1 else ""
            self._write_texts(workbook, paper, formats, suffix)
            self._write_table(workbook, paper, formats, suffix)

    def _write_texts(self, workbook, paper, formats, suffix):
        sheet = workbook.add_worksheet(sheet_name(f"Раздел 1{suffix}"))
        write_titles(sheet, self._titles(paper), 1, formats["title"])
        header = list(
            zip(["№", "Раздел 1. Аналитическая часть"], TEXT_WIDTHS, strict=True)
        )
        write_header(sheet, 3, header, formats["header"])
        row = 4
        for section in paper["sections"]:
            texts = [section["title"], *section["paragraphs"]]
            for place, text in enumerate(texts):
                cells = [section["number"] if not place else "", text]
                self._write_row(sheet, row, cells, TEXT_WIDTHS, formats)
                row += 1
        set_page(sheet, 3, row, 1)

    def _write_table(self, workbook, paper, formats, suffix):
        sheet = workbook.add_worksheet(sheet_name(f"Раздел 2{suffix}"))
        write_titles(sheet, self._titles(paper), 4, formats["title"])
        before, now = paper["years"]
        names = ["№", "Показатель", "Единица", f"{before} год", f"{now} год"]
        header = list(zip(names, TABLE_WIDTHS, strict=True))
        write_header(sheet, 3, header, formats["header"])
        for row, line in enumerate(paper["rows"], 4):
            keys = ("number", "name", "unit", "before", "now")
            cells = [line.get(key, "") for key in keys]
            self._write_row(sheet, row, cells, TABLE_WIDTHS, formats)
        set_page(sheet, 3, 4 + len(paper["rows"]), 4)

    def _titles(self, paper):
        return [paper["school"]["name"], paper["title"], paper["period"]]

    def _write_row(self, sheet, row, cells, widths, formats):
        sheet.set_row(row, row_height(cells, widths))
        for column, text in enumerate(cells):
            write_text(sheet, row, column, text, formats["text"])
