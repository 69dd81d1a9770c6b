from odoo import fields, models


class VsokoProcedure(models.Model):
    """Figures and papers asked for within a procedure."""

    _inherit = "vsoko.procedure"

    request_count = fields.Integer(compute="_compute_request_count")

    def _compute_request_count(self):
        counts = dict(
            self.env["vsoko.request"]._read_group(
                [("procedure_id", "in", self.ids)], ["procedure_id"], ["__count"]
            )
        )
        for procedure in self:
            procedure.request_count = counts.get(procedure, 0)

    def action_view_requests(self):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "vsoko_module.vsoko_request_action"
        )
        action["domain"] = [("procedure_id", "in", self.ids)]
        action["context"] = {"default_procedure_id": self.id}
        return action
