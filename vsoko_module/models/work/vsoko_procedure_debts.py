from odoo import models
from odoo.fields import Domain


class VsokoProcedure(models.Model):
    _inherit = "vsoko.procedure"

    def action_remind(self):
        """Remind everybody who has not handed in the papers of these lines."""
        lines = self | self.occurrence_ids
        debts = self.env["vsoko.debt"].search(Domain("procedure_id", "in", lines.ids))
        return debts.action_remind()
