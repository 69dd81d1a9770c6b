"""«Изменения в план» of an edition: what its template is given."""

from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender
from odoo.addons.vsoko_module.tools.dates import long_date
from odoo.addons.vsoko_module.tools.editions import compare
from odoo.addons.vsoko_module.tools.paragraphs import lines

from .paper import director_of, executor_of, order_of, school_of, title_of

KINDS = {"added": "Добавлено", "changed": "Изменено", "removed": "Исключено"}
CANCELLED, RETURNED = "Отменено", "Возвращено"
# A paper of a Russian school, whatever the language of who prints it
LABELS = {
    "name": "Наименование",
    "content": "Содержание",
    "block_id": "Направление",
    "term_text": "Срок",
    "date_start": "Начало",
    "date_end": "Окончание",
    "role_text": "Ответственные",
    "outcome_text": "Результат",
    "method_text": "Методы",
    "body_text": "Где рассматривается",
}


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
    return [
        {
            "number": str(number),
            "kind": _kind(change),
            "name": lines(change.name),
            "details": _differences(change.fields) or _details(change, added),
        }
        for number, change in enumerate(_changes(edition), 1)
    ]


def _changes(edition):
    """Compared anew: the description on the screen is in the approver's language."""
    earlier = edition.plan_id.edition_ids.filtered(
        lambda one: one.number < edition.number
    )
    if not earlier:
        return []
    before = earlier.sorted("number")[-1]
    return compare(before.snapshot or [], edition.snapshot or [])


def _kind(change):
    """A line that is cancelled stays in the plan, but is not printed any more."""
    for field, _old, new in change.fields:
        if field == "state":
            return CANCELLED if new else RETURNED
    return KINDS[change.kind]


def _differences(fields):
    return [
        f"{LABELS[name]}: {_said(old)} → {_said(new)}"
        for name, old, new in fields
        if name in LABELS
    ]


def _details(change, added):
    """A new line is told in full, by what the edition remembers of it."""
    line = added.get(change.key, {}) if change.kind == "added" else {}
    return [
        f"{label}: {_said(line[name])}"
        for name, label in LABELS.items()
        if name != "name" and line.get(name)
    ]


def _said(value):
    return "; ".join(lines(value)) or "–"
