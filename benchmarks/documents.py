"""Orders printed one by one and thirty at once, beside LibreOffice itself.

The bare call gets the ODT files ready made; report_py3o's own way calls LibreOffice for
each paper, as it does when several records are printed.
"""

import base64
import json
import shutil
import subprocess
import tempfile
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from odoo.fields import Command
from odoo.tools import file_open

from odoo.addons.report_py3o.wizard.py3o_report import py3o_report_extender
from odoo.addons.vsoko_module.tools.office import office_path

from benchmarks._turns import compared

COUNT = 30
ENGINE_REPORT = "__bench__.order_by_engine"
ONE, MANY, ENGINE = 1.3, 1.5, 1.0


def measure(env):
    orders = _orders(env)
    files = orders._render_files("odt")
    printed = partial(_print, env, orders)
    yield compared(
        "Один приказ в PDF",
        ONE,
        partial(_print, env, orders[:1]),
        "один вызов LibreOffice",
        partial(_bare, files[:1]),
    )
    yield compared(
        f"{COUNT} приказов архивом PDF",
        MANY,
        printed,
        f"один вызов LibreOffice на те же {COUNT} ODT",
        partial(_bare, files),
        turns=5,
    )
    yield compared(
        f"{COUNT} приказов архивом PDF",
        ENGINE,
        printed,
        "report_py3o по одному",
        partial(_engine, env, _engine_report(env), orders),
        turns=1,
    )


def _orders(env):
    school = env["res.company"].create(
        {"name": "Школа", "vsoko_full_name": "МБОУ «Школа № 1»", "city": "Заречный"}
    )
    env = env(context={**env.context, "allowed_company_ids": school.ids})
    kind = env.ref("vsoko_module.document_kind_order")
    director = env["hr.employee"].create(
        {"name": "Соколова Анна Викторовна", "company_id": school.id}
    )
    orders = env["vsoko.document"].create(
        [
            {
                "kind_id": kind.id,
                "company_id": school.id,
                "signatory_id": director.id,
                "name": f"О проведении входного контроля № {number}",
                "item_ids": [
                    Command.create(
                        {"name": f"Провести срез в классе {line}", "is_task": False}
                    )
                    for line in range(1, 11)
                ],
            }
            for number in range(1, COUNT + 1)
        ]
    )
    env.flush_all()
    return orders


def _print(env, orders):
    """What the button does, from the records to the file of the person."""
    env.invalidate_all()
    content, _extension = env["ir.actions.report"]._render(
        "vsoko_reports.order_pdf", orders.ids
    )
    assert content[:2] in (b"%P", b"PK"), "a PDF or an archive of them"


def _bare(files):
    """One call of LibreOffice, with a profile of its own as ours has."""
    folder = Path(tempfile.mkdtemp())
    try:
        sources = [folder / f"{number}.odt" for number in range(len(files))]
        for source, data in zip(sources, files, strict=True):
            source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        command = [office_path(), profile, *options, *map(str, sources)]
        subprocess.run(command, check=True, capture_output=True, cwd=folder)
        assert len(list(folder.glob("*.pdf"))) == len(files)
    finally:
        shutil.rmtree(folder)


def _engine_report(env):
    """A report that is none of ours, so that nothing of the engine is overridden."""
    with file_open("vsoko_reports/report/odt/document_order.odt", "rb") as file:
        template = env["py3o.template"].create(
            {
                "name": "Приказ",
                "filetype": "odt",
                "py3o_template_data": base64.b64encode(file.read()),
            }
        )
    report = env["ir.actions.report"].create(
        {
            "name": "Приказ",
            "model": "vsoko.document",
            "report_name": ENGINE_REPORT,
            "report_type": "py3o",
            "py3o_filetype": "pdf",
            "py3o_template_id": template.id,
            "py3o_multi_in_one": False,
        }
    )
    env["ir.model.data"]._update_xmlids([{"xml_id": ENGINE_REPORT, "record": report}])
    return report


@py3o_report_extender(ENGINE_REPORT)
def _extend(_report, context):
    """Records instead of dictionaries: «paper.items» is to be a field."""
    paper = json.dumps(context["objects"]._paper())
    context["paper"] = json.loads(paper, object_hook=lambda one: SimpleNamespace(**one))


def _engine(env, report, orders):
    env.invalidate_all()
    content, _extension = env["ir.actions.report"]._render(report, orders.ids)
    assert content.startswith(b"%PDF"), "report_py3o joins PDF files"
