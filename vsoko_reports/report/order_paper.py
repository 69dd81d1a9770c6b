"""The order that approves a plan: what its template is given."""

from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender
from odoo.addons.vsoko_module.tools.dates import long_date
from odoo.addons.vsoko_module.tools.paragraphs import clean
from odoo.addons.vsoko_module.tools.people import listed_name, small_first

from ..tools import order_words
from .paper import (
    BLANK_NAME,
    director_of,
    executor_of,
    order_of,
    post_of,
    school_of,
)

# The local acts an order of each kind rests on, by a word of their names.
ACT_WORDS = {"vsoko": ["ВСОКО", "оценки качества образования"], "vshk": ["контрол"]}
BLANK_LINES = 5


@py3o_report_extender("vsoko_reports.order_pdf")
@py3o_report_extender("vsoko_reports.order_docx")
def extend(_report, context):
    context["paper"] = order_paper(context["objects"][:1])


def order_paper(plan):
    words = _words_about(plan)
    *points, control = order_words.items(words)
    return {
        "school": school_of(plan),
        "order": order_of(plan),
        "heading": order_words.heading(words),
        "grounds": order_words.grounds(words),
        "points": points,
        # kept together with the signature in the template
        "control": control,
        "director": director_of(plan),
        "executor": executor_of(plan),
        "people": _people(plan),
    }


def _words_about(plan):
    return order_words.Plan(
        kind=plan.kind,
        name=clean(plan.name),
        year=plan.year_id.name or "",
        acts=[_act(act) for act in _local_acts(plan)],
        minutes=_minutes(plan),
        executor=_executor(plan.employee_id),
        has_bodies=any(_lines(plan).mapped("body_text")),
    )


def _lines(plan):
    return plan.procedure_ids.filtered(lambda line: line.state != "cancelled")


def _local_acts(plan):
    words = ACT_WORDS.get(plan.kind, [])
    acts = plan.env["vsoko.regulation"].search(
        [("kind", "=", "local"), ("company_id", "=", plan.company_id.id)]
    )
    about = acts.filtered(
        lambda act: any(word.lower() in act.name.lower() for word in words)
    )
    return about | plan.framework_id.regulation_id.filtered(
        lambda act: act.kind == "local"
    )


def _act(act):
    return " ".join(
        filter(
            None,
            [
                f"«{clean(act.name).strip('«»')}»",
                act.date and f"от {long_date(act.date)}",
                act.number and f"№ {clean(act.number)}",
            ],
        )
    )


def _minutes(plan):
    """Only what is known: an order does not leave blanks in its grounds."""
    if not plan.body_id or not (plan.minutes_number or plan.minutes_date):
        return ""
    date = plan.minutes_date and f" от {long_date(plan.minutes_date)}"
    number = plan.minutes_number and f" № {clean(plan.minutes_number)}"
    return f"{clean(plan.body_id.name)}, протокол{date or ''}{number or ''}"


def _executor(employee):
    post = small_first(post_of(employee))
    return ", ".join(filter(None, [clean(employee.name), post]))


def _people(plan):
    """Who signs that the order is known to them, by surnames."""
    people = _lines(plan).employee_ids - plan.director_id
    known = sorted({listed_name(clean(name)) for name in people.mapped("name")})
    return known or [BLANK_NAME] * BLANK_LINES
