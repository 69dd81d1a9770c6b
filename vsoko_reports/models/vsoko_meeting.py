from odoo import models
from odoo.exceptions import UserError

from odoo.addons.vsoko_module.tools.file_names import file_name


class VsokoMeeting(models.Model):
    """The sheet on which those who come to a meeting sign."""

    _inherit = "vsoko.meeting"

    def action_print_registration(self):
        for meeting in self.filtered(lambda one: not one.member_ids):
            raise UserError(
                self.env._(
                    "«%s»: nobody is on the list of members, so there is nobody to "
                    "sign. Fill in the page «Participants» first.",
                    meeting.name,
                )
            )
        # sudo: only the administrator reads report actions
        report = self.env.ref("vsoko_reports.meeting_registration_pdf").sudo()
        return report.report_action(self, config=False)

    def _registration_filename(self, extension=""):
        self.ensure_one()
        return file_name("Лист регистрации", self.name, extension)
