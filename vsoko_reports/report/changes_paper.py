"""«Изменения в план» of an edition: what its template is given."""

from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender

from ..tools.dates import long_date
from ..tools.paragraphs import lines
from .paper import director_of, executor_of, order_of, school_of, title_of

KINDS = {"added": "Добавлено", "changed": "Изменено", "removed": "Исключено"}


@py3o_report_extender("vsoko_reports.plan_changes_pdf")
def extend(_report, context):
    context["paper"] = changes_paper(context["objects"][:1])


def changes_paper(edition):
    plan = edition.plan_id
    return {
        "school": school_of(plan),
        "order": order_of(plan),
        "director": director_of(plan),
        "executor": executor_of(plan),
        "title": title_of(plan),
        "number": str(edition.number),
        "date": long_date(edition.date),
        "reason": lines(edition.reason),
        "rows": _rows(edition),
    }


def _rows(edition):
    added = {line["id"]: line for line in edition.snapshot or []}
    labels = edition.env["vsoko.procedure"]._snapshot_labels()
    return [
        {
            "number": str(number),
            "kind": KINDS[change.kind],
            "name": lines(change.name),
            "details": lines(change.description)
            or _details(added.get(change.procedure_id.id, {}), labels),
        }
        for number, change in enumerate(edition.change_ids, 1)
    ]


def _details(line, labels):
    """A new line is told in full, by what the edition remembers of it."""
    return [
        f"{label}: {' / '.join(lines(line[name]))}"
        for name, label in labels.items()
        if name != "name" and line.get(name)
    ]
