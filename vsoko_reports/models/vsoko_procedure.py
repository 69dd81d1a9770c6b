from odoo import models


class VsokoProcedure(models.Model):
    _inherit = "vsoko.procedure"

    def action_view_changes(self):
        """The list remembers its plan: its changes are what is printed from it."""
        action = super().action_view_changes()
        plan = self.plan_id
        if len(plan) == 1:
            action["context"] = {**action["context"], "vsoko_plan_id": plan.id}
        return action
