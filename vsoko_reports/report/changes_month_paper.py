"""The changes of a month as an annex to an order: what its template is given."""

from odoo import fields

from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender
from odoo.addons.vsoko_module.tools.dates import (
    NBSP,
    long_date,
    number_or_blank,
    period_name,
    short_date,
)
from odoo.addons.vsoko_module.tools.paragraphs import clean, lines
from odoo.addons.vsoko_module.tools.people import listed_name

from ..tools import change_words
from .paper import director_on, executor_of, school_of, title_of

BY_ITSELF = "Система"


@py3o_report_extender("vsoko_reports.changes_month_pdf")
@py3o_report_extender("vsoko_reports.changes_month_docx")
def extend(_report, context):
    context["paper"] = month_paper(context["objects"][:1])


def month_paper(request):
    plan = request.plan_id
    day = request.order_date or fields.Date.context_today(plan)
    return {
        "school": school_of(plan),
        "annex": annex_of(request),
        "director": director_on(plan, day),
        "executor": executor_of(plan),
        "heading": heading_of(request),
        "title": title_of(plan),
        "rows": rows_of(request),
        "nothing": nothing_of(request),
    }


def annex_of(request):
    """The order that the changes are an annex to is not the one of the plan."""
    annex = number_or_blank(clean(request.annex_number))
    order = number_or_blank(clean(request.order_number))
    return [
        f"Приложение №{NBSP}{annex}",
        f"к приказу от {long_date(request.order_date)} №{NBSP}{order}",
    ]


def heading_of(request):
    return change_words.heading(request.plan_id.kind, _period(request))


def nothing_of(request):
    return change_words.nothing_changed(request.plan_id.kind, _period(request))


def rows_of(request):
    """As paragraphs; no cell is empty, for empty columns are not printed."""
    return [
        {
            "number": str(number),
            "procedure": _procedure(change.procedure_id),
            "change": change_words.told(
                change.kind, change.old_value, change.new_value
            ),
            "reason": change_words.reason_told(change.reason, change.needs_reason),
            "author": [_author(change.user_id), short_date(change.date)],
        }
        for number, change in enumerate(request._changes(), 1)
    ]


def _period(request):
    return period_name(request.date_from, request.date_to)


def _procedure(procedure):
    direction = " ".join(lines(procedure.block_id.name))
    return lines(procedure.name) + ([f"({direction})"] if direction else [])


def _author(user):
    """Changes that follow from others are nobody's."""
    return BY_ITSELF if user._is_superuser() else listed_name(clean(user.name))
