from odoo import models

from .vsoko_reminder import ESCALATION, REMINDER


class VsokoProcedure(models.Model):
    """Whom to remind, and when there is nothing to remind of any more."""

    _inherit = "vsoko.procedure"

    def _debtors(self):
        """Logins of the people who still owe something of the procedure."""
        # sudo: logins of colleagues are hidden from people without rights in HR
        line = self.sudo()
        missing = line._missing_papers() if line.is_each else []
        owing = line.employee_ids.browse()
        for _outcome, people in missing:
            owing |= people
        return (owing or line.employee_ids).user_id

    def _entered(self, state):
        result = super()._entered(state)
        if state in ("done", "reviewed", "cancelled"):
            # sudo: tasks of colleagues go with the work they are about
            self.sudo().activity_unlink([REMINDER, ESCALATION])
        return result
