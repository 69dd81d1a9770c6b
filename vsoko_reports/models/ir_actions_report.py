from odoo import api, models
from odoo.exceptions import AccessError

ADDON = "vsoko_reports"


class IrActionsReport(models.Model):
    _inherit = "ir.actions.report"

    @api.model
    def _render_py3o(self, report_ref, res_ids, data=None):
        self._get_report(report_ref)._check_vsoko_access()
        return super()._render_py3o(report_ref, res_ids, data)

    @api.model
    def _render_xlsx(self, report_ref, docids, data):
        self._get_report(report_ref)._check_vsoko_access()
        return super()._render_xlsx(report_ref, docids, data)

    def _is_vsoko_paper(self):
        return self.module == ADDON

    def _check_vsoko_access(self):
        """The menu hides a paper from other groups; an address typed by hand must too.

        ``self`` comes with sudo: only the administrator may read report actions.
        """
        # sudo(False): the groups asked about are the user's, not the superuser's
        user = self.sudo(False).env.user
        if self.sudo(False).env.su or not self._is_vsoko_paper():
            return
        if self.group_ids and not self.group_ids & user.sudo().all_group_ids:
            raise AccessError(self.env._("You may not print «%s».", self.name))
