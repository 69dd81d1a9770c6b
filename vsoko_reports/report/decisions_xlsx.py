from odoo import models

from odoo.addons.vsoko_module.tools.analysis_facts import COMPONENTS
from odoo.addons.vsoko_module.tools.paragraphs import clean

from ..tools.decision_words import STATES, VERDICTS, point
from .decision_effect import EFFECT_HEADER, effectiveness, figures_of, judged_of
from .decision_lines import decision_lines, measure_cells, measures_of
from .decision_paper import NO_DECISIONS, NO_MEASURES, SUBTITLE, TITLE
from .paper import school_of
from .sheet import (
    formats_of,
    row_height,
    set_page,
    sheet_name,
    write_header,
    write_text,
    write_titles,
)

DECISIONS = [
    ("№", 7), ("Уровень", 28), ("Дата", 14), ("Формулировка принятого решения", 60),
    ("Срок исполнения", 20), ("Ответственный", 28), ("Состояние", 18),
    ("Ожидаемый показатель", 16), ("Вывод", 36), ("Причина", 20), ("Компонент", 18),
]  # fmt: skip
MEASURES = [
    ("№", 7), ("Учебный год", 12), ("Мероприятия", 60), ("Класс", 14), ("Предмет", 24),
    ("Учитель", 28), ("Результат", 36),
]  # fmt: skip
DYNAMICS = [
    ("№", 7), ("Вывод", 40), ("Решение", 50), ("Было", 10), ("Цель", 10),
    ("Стало", 10), ("Итог", 24), ("Проверено", 14),
]  # fmt: skip
EFFECT = list(zip(EFFECT_HEADER, [44, 12, 12, 12, 14, 14, 14], strict=True))
NO_EFFECT = "Эффект решений пока не оценён"
TITLE_ROWS = 3


class DecisionsXlsx(models.AbstractModel):
    """The three parts of the paper, each a sheet to be filtered and counted."""

    _name = "report.vsoko_reports.decisions_xlsx"
    _inherit = "report.report_xlsx.abstract"
    _description = "Decisions in Excel"

    def generate_xlsx_report(self, workbook, data, objs):
        years = objs.sudo(False)
        years.check_access("read")
        formats = formats_of(workbook)
        for year in years:
            lines = decision_lines(year)
            suffix = f" {year.name}" if len(years) > 1 else ""
            for name, columns, rows, nothing in (
                ("Решения", DECISIONS, _decision_rows(lines), NO_DECISIONS),
                ("Мероприятия", MEASURES, _measure_rows(year), NO_MEASURES),
                ("Динамика", DYNAMICS, _dynamics_rows(lines), NO_EFFECT),
                ("Эффективность", EFFECT, _effect_rows(lines), NO_DECISIONS),
            ):
                sheet = workbook.add_worksheet(sheet_name(name + suffix))
                self._write_head(sheet, year, columns, formats)
                self._write_rows(sheet, columns, rows, nothing, formats)

    def _write_head(self, sheet, year, columns, formats):
        school, period = school_of(year)["name"], f"{year.name or ''} учебный год"
        titles = [school, f"{TITLE} {SUBTITLE}", period]
        write_titles(sheet, titles, len(columns) - 1, formats["title"])
        write_header(sheet, TITLE_ROWS, columns, formats["header"])

    def _write_rows(self, sheet, columns, rows, nothing, formats):
        widths = [width for _name, width in columns]
        rows = rows or [_said_once(nothing, widths)]
        for index, cells in enumerate(rows, TITLE_ROWS + 1):
            texts = [str(cell) for cell in cells]
            sheet.set_row(index, row_height(texts, widths))
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    sheet.write_number(index, column, cell, formats["number"])
                else:
                    write_text(sheet, index, column, cell, formats["text"])
        set_page(sheet, TITLE_ROWS, TITLE_ROWS + len(rows), len(widths) - 1)


def _said_once(nothing, widths):
    """A row that says in its widest cell why there are no others."""
    return [nothing if width == max(widths) else "" for width in widths]


def _decision_rows(lines):
    return [[*_as_printed(line), *_of_system(line.decision)] for line in lines]


def _as_printed(line):
    text = [*point(line.decision.name)]
    paragraphs = (line.body, line.day, text, line.term, line.who)
    return [line.place, *("\n".join(one) for one in paragraphs)]


def _of_system(decision):
    return [
        STATES[decision.state],
        clean(decision.expected),
        clean(decision.finding_id.name),
        clean(decision.cause_id.name),
        COMPONENTS.get(decision.component, ""),
    ]


def _measure_rows(year):
    return [
        [number, year.name or "", *_texts(measure_cells(measure))]
        for number, measure in enumerate(measures_of(year), 1)
    ]


def _texts(cells):
    return ["\n".join(paragraphs) for paragraphs in cells.values()]


def _dynamics_rows(lines):
    rows = []
    for line in judged_of(lines):
        check = line.decision.check_id
        rows.append(
            [
                line.place,
                clean(check.finding_id.name),
                "\n".join(point(line.decision.name)),
                *figures_of(check),
                VERDICTS.get(check.verdict, ""),
                f"{check.judged_on:%d.%m.%Y}" if check.judged_on else "",
            ]
        )
    return rows


def _effect_rows(lines):
    decisions = [line.decision for line in lines]
    rows = effectiveness(decisions[0].union(*decisions)) if decisions else []
    return [[row["name"], *row["counts"].values(), row["share"]] for row in rows]
