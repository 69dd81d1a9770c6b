import base64
from io import BytesIO

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import file_open, pdf

from ..tools.fill import fill
from ..tools.template_problem import TemplateProblem


class VsokoDocument(models.Model):
    """Papers through ODT templates: LibreOffice is called once for all of them."""

    _inherit = "vsoko.document"

    _py3o_report = "vsoko_reports.document_pdf"

    def _render_files(self, extension):
        if not self or (extension != "odt" and not self._office()):
            return super()._render_files(extension)
        papers = [document._fill_template() for document in self]
        if extension == "odt":
            return papers
        files = self._convert_papers(papers, extension)
        if extension != "pdf":
            return files
        return [
            document._with_annex_files(file)
            for document, file in zip(self, files, strict=True)
        ]

    def _fill_template(self):
        template = self.env["vsoko.document.template"]._template_of(self)
        try:
            return fill(template or self._shipped_template(), self._paper())
        except TemplateProblem as problem:
            sentence = self.env["vsoko.document.template"]._sentence(problem)
            raise UserError(
                self.env._(
                    "«%(name)s» is not printed by the school's template: %(problem)s",
                    name=self.display_name,
                    problem=sentence,
                )
            ) from problem

    def _shipped_template(self):
        path = f"vsoko_reports/report/odt/document_{self.layout}.odt"
        with file_open(path, "rb") as file:
            return file.read()

    # ---- annexes that are files ----

    def _with_annex_files(self, paper):
        """Plans and PDF files of the annexes, after the paper itself."""
        files = [self._annex_file(annex) for annex in self.annex_ids.sorted()]
        files = [file for file in files if file]
        return pdf.merge_pdf([paper, *files]) if files else paper

    def _annex_file(self, annex):
        if annex.plan_id:
            return self.env["ir.actions.report"]._render(
                "vsoko_reports.plan_pdf", annex.plan_id.ids
            )[0]
        file = base64.b64decode(annex.with_context(bin_size=False).file or b"")
        return file if file.startswith(b"%PDF") and self._is_pdf(file) else None

    def _is_pdf(self, file):
        try:
            return bool(pdf.PdfFileReader(BytesIO(file)).getNumPages())
        except Exception as error:
            raise UserError(
                self.env._("The PDF of an annex of «%s» is damaged.", self.name)
            ) from error
