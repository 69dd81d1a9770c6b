from odoo import fields, models
from odoo.fields import Domain


class VsokoPlan(models.Model):
    """How many papers of a plan are due and not there."""

    _inherit = "vsoko.plan"

    debt_count = fields.Integer(string="Not handed in", compute="_compute_debt_count")

    def _compute_debt_count(self):
        debts = self.env["vsoko.debt"]
        own = Domain("plan_id", "in", self.ids) & debts._due_now()
        counts = dict(debts._read_group(own, ["plan_id"], ["__count"]))
        for plan in self:
            plan.debt_count = counts.get(plan, 0)

    def action_view_debts(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_debt_action"
        )
        action["domain"] = [("plan_id", "in", self.ids)]
        return action
