"""The decisions of a year in three parts: what its template is given."""

from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender

from ..tools.odt_rows import SAME
from .decision_effect import dynamics, effectiveness
from .decision_lines import decision_lines, measure_cells, measures_of
from .paper import deputy_of, school_of

TITLE = "Анализ"
SUBTITLE = (
    "использования результатов оценочных процедур в рамках внутренней системы оценки "
    "качества образования (ВСОКО)"
)
NO_DECISIONS = (
    "Решений за этот учебный год в системе нет. Внесите их в разделе «Решения» или "
    "загрузите файл школы: «Загрузить решения»."
)
NO_MEASURES = "Мероприятий за этот учебный год в системе нет."


@py3o_report_extender("vsoko_reports.decisions_pdf")
@py3o_report_extender("vsoko_reports.decisions_docx")
def extend(_report, context):
    context["paper"] = decisions_paper(context["objects"][:1])


def decisions_paper(year):
    lines, measures = decision_lines(year), measures_of(year)
    *said, last = dynamics(year, lines)
    return {
        "school": school_of(year),
        "title": TITLE,
        "subtitle": SUBTITLE,
        "period": f"{year.name or ''} учебный год",
        "decisions": _decision_rows(lines),
        "no_decisions": "" if lines else NO_DECISIONS,
        "measures": _measure_rows(year, measures),
        "no_measures": "" if measures else NO_MEASURES,
        "effectiveness": effectiveness_rows(lines),
        "dynamics": said,
        "last": last,
        "deputy": deputy_of(year),
    }


def effectiveness_rows(lines):
    """The cells of the table as texts; a heading stands across it."""
    decisions = [line.decision for line in lines]
    rows = effectiveness(decisions[0].union(*decisions)) if decisions else []
    return [
        {
            "kind": row["kind"],
            "name": row["name"],
            "cells": [*map(str, row["counts"].values()), row["share"]],
        }
        for row in rows
    ]


def _decision_rows(lines):
    """A body and its day are said once, for all that was decided there."""
    return [
        {
            "number": str(line.group) if line.number == 1 else SAME,
            "body": line.body if line.number == 1 else [SAME],
            "date": line.day if line.number == 1 else [SAME],
            "text": line.text,
            "term": line.term,
            "who": line.who,
        }
        for line in lines
    ]


def _measure_rows(year, measures):
    return [
        {
            "number": str(number),
            "year": year.name or "" if number == 1 else SAME,
            **measure_cells(measure),
        }
        for number, measure in enumerate(measures, 1)
    ]
