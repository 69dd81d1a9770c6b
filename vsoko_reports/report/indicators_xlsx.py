from odoo import models

from .sheet import (
    formats_of,
    row_height,
    set_page,
    write_header,
    write_text,
    write_titles,
)

LINE_COLUMNS = [
    ("Код", 10), ("Показатель", 70), ("Значение", 16), ("Число", 12), ("Баллы", 10),
    ("Наибольший балл", 12), ("Было", 16), ("Изменение, баллов", 12),
    ("Почему не применимо", 30),
]  # fmt: skip
VALUE_COLUMNS = [
    ("Код", 10), ("Показатель", 70), ("Период", 24), ("Класс", 10), ("Предмет", 20),
    ("Значение", 16), ("Число", 12), ("Светофор", 16), ("Причина", 20),
    ("Пояснение", 40), ("Откуда", 20),
]  # fmt: skip


class IndicatorSheet(models.AbstractModel):
    """Rows of texts and numbers under a header: what both exports have in common."""

    _name = "vsoko.indicator.sheet"
    _inherit = "report.report_xlsx.abstract"
    _description = "Sheet of figures"

    def _write_sheet(self, workbook, name, titles, columns, rows):
        sheet, formats = workbook.add_worksheet(name), formats_of(workbook)
        last, widths = len(columns) - 1, [width for _name, width in columns]
        write_titles(sheet, titles, last, formats["title"])
        write_header(sheet, len(titles), columns, formats["header"])
        first = len(titles) + 1
        for row, cells in enumerate(rows, first):
            texts = ["" if isinstance(cell, float) else cell or "" for cell in cells]
            sheet.set_row(row, row_height(texts, widths))
            for column, cell in enumerate(cells):
                if isinstance(cell, float):
                    sheet.write_number(row, column, cell, formats["text"])
                else:
                    write_text(sheet, row, column, cell or "", formats["text"])
        set_page(sheet, len(titles), first + len(rows), last)


class IndicatorsXlsx(models.AbstractModel):
    """An evaluation: values, points, what they were before."""

    _name = "report.vsoko_reports.indicators_xlsx"
    _inherit = "vsoko.indicator.sheet"
    _description = "Figures of an evaluation in Excel"

    def generate_xlsx_report(self, workbook, data, objs):
        objs.sudo(False).check_access("read")
        for place, one in enumerate(objs, 1):
            titles = [one.company_id.name, one.name, self._result(one)]
            rows = [self._row(line) for line in one.line_ids]
            self._write_sheet(
                workbook, f"Показатели {place}", titles, LINE_COLUMNS, rows
            )

    def _result(self, one):
        if one.scoring == "none":
            return ""
        points = f"{one.total_points:g} из {one.max_points:g}".replace(".", ",")
        level = f", уровень: {one.level_id.name}" if one.level_id else ""
        return f"Итог: {points} баллов{level}"

    def _row(self, line):
        counted = line.applies and line.is_filled
        return [
            line.indicator_id.code,
            line.indicator_id.name,
            line.value_text,
            line.value if counted else None,
            line.points if counted else None,
            line.max_points,
            line.previous_text,
            line.change_points if line.has_previous and counted else None,
            line.reason,
        ]


class MeasurementsXlsx(models.AbstractModel):
    """Chosen figures as a table."""

    _name = "report.vsoko_reports.measurements_xlsx"
    _inherit = "vsoko.indicator.sheet"
    _description = "Figures in Excel"

    def generate_xlsx_report(self, workbook, data, objs):
        objs.sudo(False).check_access("read")
        titles = [objs[:1].company_id.name, "Показатели"]
        rows = [self._row(one) for one in objs]
        self._write_sheet(workbook, "Показатели", titles, VALUE_COLUMNS, rows)

    def _row(self, one):
        return [
            one.indicator_id.code,
            one.indicator_id.name,
            one.period_id.display_name,
            one.class_id.name,
            one.subject_id.name,
            one.value_text,
            one.value if one.is_filled else None,
            self._label(one, "light"),
            one.cause_id.name,
            one.cause_note or one.comment,
            self._label(one, "origin"),
        ]

    def _label(self, one, name):
        field = one._fields[name]
        return dict(field._description_selection(self.env)).get(one[name], "")
