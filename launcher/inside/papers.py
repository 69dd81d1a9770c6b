"""Print the demo school's plan and its order, as the deputy head would."""

import os
from pathlib import Path

from .demo_school import PLAN_XML_ID

REPORTS = {
    "План ВСОКО.pdf": "plan_pdf",
    "План ВСОКО.docx": "plan_docx",
    "План ВСОКО.xlsx": "plan_xlsx",
    "Приказ об утверждении плана ВСОКО.pdf": "order_pdf",
    "Приказ об утверждении плана ВСОКО.docx": "order_docx",
}


def main(env):
    folder = Path(os.environ["VSOKO_PAPERS"])
    plan = env.ref(PLAN_XML_ID)
    deputy = env["res.users"].search([("login", "=", "deputy")])
    context = {"lang": deputy.lang, "tz": deputy.tz}
    reports = env(user=deputy.id, context=context)["ir.actions.report"]
    for name, report in REPORTS.items():
        content, _kind = reports._render(f"vsoko_reports.{report}", plan.ids)
        (folder / name).write_bytes(content)
