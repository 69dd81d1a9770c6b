from odoo import models

from odoo.addons.vsoko_module.tools.file_names import file_name


class VsokoAcademicYear(models.Model):
    _inherit = "vsoko.academic.year"

    def _decisions_filename(self, extension=""):
        self.ensure_one()
        return file_name("Решения", f"Решения за {self.name} учебный год", extension)
