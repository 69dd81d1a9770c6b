"""Print the papers of the demo school as the deputy head would."""

import os
from pathlib import Path

from odoo import fields

from .demo_school import PLAN_XML_ID

REPORTS = {
    "План ВСОКО.pdf": "plan_pdf",
    "План ВСОКО.docx": "plan_docx",
    "План ВСОКО.xlsx": "plan_xlsx",
}
DOCUMENTS = ("pdf", "docx")
CHANGES = {
    "Изменения в плане ВСОКО.pdf": "changes_month_pdf",
    "Изменения в плане ВСОКО.docx": "changes_month_docx",
    "Изменения в плане ВСОКО.xlsx": "changes_month_xlsx",
}


def main(env):
    deputy = env["res.users"].search([("login", "=", "deputy")])
    env = env(user=deputy.id, context={"lang": deputy.lang, "tz": deputy.tz})
    plan = env.ref(PLAN_XML_ID)
    print_all(REPORTS, plan)
    print_all(CHANGES, month_of_changes(plan))
    print_documents(env)


def print_all(reports, records):
    folder = Path(os.environ["VSOKO_PAPERS"])
    for name, report in reports.items():
        content, _kind = records.env["ir.actions.report"]._render(
            f"vsoko_reports.{report}", records.ids
        )
        (folder / name).write_bytes(content)


def print_documents(env):
    """The registered papers of the demo school, as they were kept."""
    folder = Path(os.environ["VSOKO_PAPERS"])
    papers = env["vsoko.document"].search([("state", "=", "registered")])
    for extension in DOCUMENTS:
        for name, content in papers._files(extension):
            (folder / name).write_bytes(content)


def month_of_changes(plan):
    """The month of the latest change: the demo school may have been made long ago."""
    changes = plan.env["vsoko.procedure.change"]
    latest = changes.search([("plan_id", "=", plan.id)], limit=1)
    day = latest.date or fields.Date.context_today(plan)
    return plan.env["vsoko.changes.print"].create(
        {
            "plan_id": plan.id,
            "period": "other",
            "date_from": fields.Date.start_of(day, "month"),
            "date_to": fields.Date.end_of(day, "month"),
        }
    )
