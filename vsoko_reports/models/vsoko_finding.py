from odoo import models

from odoo.addons.vsoko_module.tools.file_names import file_name


class VsokoFinding(models.Model):
    _inherit = "vsoko.finding"

    def action_print_trace(self):
        """The way of the problem on one page, from the rules to the effect."""
        # sudo: only the administrator reads report actions
        report = self.env.ref("vsoko_reports.finding_trace_pdf").sudo()
        return report.report_action(self, config=False)

    def _trace_filename(self, extension=""):
        self.ensure_one()
        return file_name("Путь проблемы", self.name, extension)
