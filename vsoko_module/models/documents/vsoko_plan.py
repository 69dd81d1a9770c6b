from odoo import fields, models


class VsokoPlan(models.Model):
    """Papers of a plan: the order that approves it, minutes, reports."""

    _inherit = "vsoko.plan"

    document_ids = fields.One2many("vsoko.document", "plan_id", string="Documents")
    document_count = fields.Integer(compute="_compute_document_count")

    def _compute_document_count(self):
        counts = dict(
            self.env["vsoko.document"]._read_group(
                [("plan_id", "in", self.ids)], ["plan_id"], ["__count"]
            )
        )
        for plan in self:
            plan.document_count = counts.get(plan, 0)

    def action_view_documents(self):
        return self.env["vsoko.document"]._action_of(self, "plan_id")
