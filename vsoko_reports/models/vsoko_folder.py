from io import BytesIO
from zipfile import ZipFile

from odoo import models

PLAN, TRACE = "vsoko_reports.plan_pdf", "vsoko_reports.finding_trace_pdf"


class VsokoFolder(models.Model):
    """What is printed for the archive: approved plans and the path of each problem.

    Without LibreOffice the archive has the registered papers alone.
    """

    _inherit = "vsoko.folder"

    def _other_files(self):
        yield from super()._other_files()
        if not self.env["vsoko.document"]._office():
            return
        for plan in self._found("vsoko.plan"):
            [content] = self._printed(PLAN, plan)
            yield "Планы", plan._paper_filename("План", "pdf"), content
        problems = self.line_ids.finding_id
        if not problems:
            return
        files = self._printed(TRACE, problems)
        for problem, content in zip(problems, files, strict=True):
            yield "Пути проблем", problem._trace_filename("pdf"), content

    def _found(self, model):
        lines = self.line_ids.filtered(lambda line: line.target_model == model)
        met = lines.filtered(lambda line: line.state == "met")
        return self.env[model].browse(met.mapped("target_id")).exists()

    def _printed(self, report, records):
        """PDF of each record; the engine packs several of them into an archive."""
        reports = self.env["ir.actions.report"]
        content, extension = reports._render(report, records.ids)
        if extension != "zip":
            return [content]
        with ZipFile(BytesIO(content)) as packed:
            return [packed.read(name) for name in packed.namelist()]
