from odoo import fields, models


class VsokoProcedure(models.Model):
    """Visits to lessons made within a procedure."""

    _inherit = "vsoko.procedure"

    observation_ids = fields.One2many("vsoko.observation", "procedure_id")
    observation_count = fields.Integer(
        string="Visits", compute="_compute_observation_count"
    )

    def _compute_observation_count(self):
        counts = dict(
            self.env["vsoko.observation"]._read_group(
                [("procedure_id", "in", self.ids)], ["procedure_id"], ["__count"]
            )
        )
        for procedure in self:
            procedure.observation_count = counts.get(procedure, 0)

    def action_view_observations(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_observation_action"
        )
        action["domain"] = [("procedure_id", "in", self.ids)]
        action["context"] = {"default_procedure_id": self.id}
        return action
