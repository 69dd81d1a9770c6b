from odoo import models


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    def write(self, vals):
        result = super().write(vals)
        if {"user_id", "work_contact_id"} & vals.keys():
            self._vsoko_invite_anew()
        return result

    def _vsoko_invite_anew(self):
        """A person who has just got a login sees the procedures in its calendar."""
        # sudo: whoever links logins in HR need not have rights in ВСОКО; events only
        # get the attendees that their procedures name.
        self.env["vsoko.procedure"].sudo().search(
            [
                ("employee_ids", "in", self.ids),
                ("is_published", "=", True),
                ("state", "in", ["planned", "in_progress"]),
            ]
        )._sync_events()
