from odoo import api, fields, models

from ..models.plan.vsoko_procedure_term import MONTHS


class VsokoFindingPlanLine(models.TransientModel):
    """A conclusion on its way into a plan: when it is to be controlled."""

    _name = "vsoko.finding.plan.line"
    _description = "Conclusion on its way into a plan"

    wizard_id = fields.Many2one("vsoko.finding.plan", required=True, ondelete="cascade")
    finding_id = fields.Many2one("vsoko.finding", required=True, readonly=True)
    is_taken = fields.Boolean(
        string="Add", compute="_compute_is_taken", store=True, readonly=False
    )
    is_in_plan = fields.Boolean(compute="_compute_is_in_plan")
    expected = fields.Char(related="finding_id.expected", related_sudo=False)
    month = fields.Selection(MONTHS)
    term_text = fields.Char(string="Term", help="As you would write it in the plan.")
    remark = fields.Char(compute="_compute_remark")

    @api.depends("wizard_id.plan_id", "wizard_id.target", "finding_id")
    def _compute_is_in_plan(self):
        for wizard, lines in self.grouped("wizard_id").items():
            plan = wizard.plan_id if wizard.target == "plan" else False
            known = lines.finding_id._in_plan(plan) if plan else lines.finding_id[:0]
            for line in lines:
                line.is_in_plan = line.finding_id._origin in known

    @api.depends("is_in_plan")
    def _compute_is_taken(self):
        for line in self:
            line.is_taken = not line.is_in_plan

    @api.depends("is_in_plan")
    def _compute_remark(self):
        for line in self:
            line.remark = line.is_in_plan and self.env._("Is in this plan already")
