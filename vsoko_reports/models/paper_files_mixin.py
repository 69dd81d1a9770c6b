from odoo import models
from odoo.exceptions import UserError

from odoo.addons.vsoko_module.tools.file_problem import FileProblem
from odoo.addons.vsoko_module.tools.office import convert_many, office_path

# Seconds that LibreOffice is given for the first paper of a batch
TIMEOUT = 120


class VsokoPaperFiles(models.AbstractModel):
    """Papers through LibreOffice where it is; a model names its ``_py3o_report``."""

    _inherit = "vsoko.paper.files.mixin"

    _py3o_report = ""

    def _copy_extension(self):
        """Word where LibreOffice is, else the ODT that any of its copies opens."""
        return "docx" if self._office() else "odt"

    def _print_report(self):
        if not self._office():
            return super()._print_report()
        # sudo: only the administrator reads report actions
        return self.env.ref(self._py3o_report).sudo()

    def _office(self):
        # sudo: only the administrator reads parameters, whoever prints
        parameters = self.env["ir.config_parameter"].sudo()
        return office_path(parameters.get_param("py3o.conversion_command", ""))

    def _convert_papers(self, papers, extension):
        try:
            return convert_many(papers, "odt", extension, TIMEOUT, self._office())
        except FileProblem as problem:
            raise UserError(
                self.env._(
                    "LibreOffice has not printed the papers: try again. If it happens "
                    "again, tell the administrator («Self-check» shows LibreOffice)."
                )
            ) from problem
