from odoo import models

from odoo.addons.vsoko_module.tools.file_names import file_name


class VsokoPlan(models.Model):
    _inherit = "vsoko.plan"

    def _paper_filename(self, paper, extension=""):
        self.ensure_one()
        return file_name(paper, self.name, extension)
