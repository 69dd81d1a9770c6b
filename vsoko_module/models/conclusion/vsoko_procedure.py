from odoo import fields, models


class VsokoProcedure(models.Model):
    """A procedure leads to conclusions; a conclusion may bring a line into the plan."""

    _inherit = "vsoko.procedure"

    finding_ids = fields.One2many("vsoko.finding", "procedure_id", string="Conclusions")
    finding_count = fields.Integer(compute="_compute_finding_count")
    # where the line itself comes from
    finding_id = fields.Many2one(
        "vsoko.finding",
        string="Because of the conclusion",
        index="btree_not_null",
        ondelete="set null",
        copy=False,
        check_company=True,
    )
    is_recheck = fields.Boolean(string="Repeat control", readonly=True, copy=False)

    def _compute_finding_count(self):
        counts = dict(
            self.env["vsoko.finding"]._read_group(
                [("procedure_id", "in", self.ids)], ["procedure_id"], ["__count"]
            )
        )
        for procedure in self:
            procedure.finding_count = counts.get(procedure, 0)

    def _is_by_system(self):
        """Repeat control comes into the plan by the order that asks for it."""
        return super()._is_by_system() or self.is_recheck

    def action_view_findings(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_finding_action"
        )
        action["domain"] = [("procedure_id", "in", self.ids)]
        action["context"] = self.env["vsoko.finding"]._prepare_of_procedure(self)
        return action

    def action_conclude(self):
        """A new conclusion, begun with what the procedure has shown."""
        self.ensure_one()
        findings = self.env["vsoko.finding"]
        return findings._begin(findings._prepare_of_procedure(self))
