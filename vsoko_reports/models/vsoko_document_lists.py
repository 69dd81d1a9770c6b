from odoo import models
from odoo.exceptions import UserError
from odoo.tools import file_open

from odoo.addons.vsoko_module.tools.file_names import file_name

from ..report.list_papers import register_paper, sheet_paper
from ..tools.fill import print_by


class VsokoDocument(models.Model):
    """The register and the sheets of acquaintance, as lists on paper."""

    _inherit = "vsoko.document"

    def _print_register(self):
        return self._print_list("register", [register_paper(self._of_register())])[0]

    def _of_register(self):
        """Papers that have a number, by kind and in the order of numbers."""
        kept = self.filtered("number")
        if not kept:
            raise UserError(
                self.env._("Drafts have no place in the register: register them first.")
            )
        return kept.sorted(
            lambda one: (
                one.kind_id.sequence,
                one.kind_id.id,
                one.number_series or "",
                one.number_value or 0,
                one.number,
            )
        )

    def _print_sheets(self):
        """``[(name, bytes), …]``: a sheet of each paper."""
        for document in self:
            if document.state not in ("registered", "cancelled"):
                raise UserError(
                    self.env._(
                        "«%s» is not registered: there is nothing to sign yet.",
                        document.name,
                    )
                )
        names = [
            document._sheet_filename("Лист ознакомления", "pdf") for document in self
        ]
        papers = [sheet_paper(document) for document in self]
        files = self._print_list("acknowledgement", papers)
        return list(zip(names, files, strict=True))

    def _print_list(self, template, papers):
        """PDF of each dictionary, by one call of LibreOffice or without it."""
        if not self._office():
            return [self._plain_list(paper) for paper in papers]
        with file_open(f"vsoko_reports/report/odt/{template}.odt", "rb") as file:
            source = file.read()
        return self._convert_papers([print_by(source, one) for one in papers], "pdf")

    def _plain_list(self, paper):
        reports = self.env["ir.actions.report"].with_context(
            force_report_rendering=True
        )
        return reports._render_qweb_pdf(
            "vsoko_reports.list_qweb", self[:1].ids, {"paper": paper}
        )[0]

    def _register_filename(self, paper, extension=""):
        return file_name(paper, "", extension)

    def _sheet_filename(self, paper, extension=""):
        return file_name(paper, self.display_name, extension)
