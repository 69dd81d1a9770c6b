"""The plan: what the template of the plan is given."""

from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender
from odoo.addons.vsoko_module.models.plan.vsoko_procedure_term import month_number
from odoo.addons.vsoko_module.tools.paragraphs import clean, lines, numbered, paragraphs

from ..tools.plan_layout import Heading, Line, give_numbers, laid_out
from .paper import (
    director_of,
    executor_of,
    minutes_of,
    order_of,
    school_of,
    title_of,
)

NO_ROWS = "В план пока не внесено ни одной процедуры"


@py3o_report_extender("vsoko_reports.plan_pdf")
@py3o_report_extender("vsoko_reports.plan_docx")
def extend(_report, context):
    context["paper"] = plan_paper(context["objects"][:1])


def plan_paper(plan):
    return {
        "school": school_of(plan),
        "mark": mark_of(plan),
        "minutes": minutes_of(plan),
        "order": order_of(plan),
        "director": director_of(plan),
        "executor": executor_of(plan),
        "title": title_of(plan),
        "goals": paragraphs(plan.goals),
        "tasks": paragraphs(plan.tasks),
        "principles": paragraphs(plan.principles),
        "rows": rows_of(plan),
    }


def mark_of(plan):
    """A word that keeps a paper without approval from passing for an approved one."""
    if plan.is_template:
        return "ОБРАЗЕЦ"
    return "ПРОЕКТ" if plan.state in ("draft", "to_approve") else ""


def rows_of(plan):
    printed = plan_lines(plan)
    for line in printed:
        line.content = numbered(line.content)
    rows = laid_out(printed)
    give_numbers([row for row in rows if row.kind == "line"])
    return rows or [Heading("month", NO_ROWS)]


def plan_lines(plan):
    """The lines of a plan in its order, without the cancelled ones."""
    kept = plan.procedure_ids.filtered(lambda line: line.state != "cancelled")
    return [_line(procedure) for procedure in kept]


def _line(procedure):
    group, direction = _group_and_direction(procedure.block_id)
    return Line(
        month=month_number(procedure.month) or 0,
        group=group,
        direction=direction,
        number=clean(procedure.number).strip(),
        term=" ".join(lines(procedure.term_text)),
        object=lines(procedure.object),
        content=_content(procedure),
        method=lines(procedure.method_text),
        roles=lines(procedure.role_text),
        outcome=lines(procedure.outcome_text),
        body=lines(procedure.body_text),
        note=lines(procedure.note),
    )


def _group_and_direction(block):
    """A direction stands in its column, what it is a part of above the rows."""
    if block.parent_id:
        return clean(block.parent_id.name), clean(block.name)
    return clean(block.name), ""


def _content(procedure):
    """Each step is one paragraph; a name that no other cell says comes first."""
    steps = [" ".join(lines(step.name)) for step in procedure.step_ids]
    name = " ".join(lines(procedure.name))
    if name in steps or name in lines(procedure.object):
        return steps
    return [name, *steps]
