from odoo import fields, models


class VsokoProcedure(models.Model):
    """Papers of a procedure: the order, the note, the minutes."""

    _inherit = "vsoko.procedure"

    document_ids = fields.One2many("vsoko.document", "procedure_id", string="Documents")
    document_count = fields.Integer(compute="_compute_document_count")

    def _compute_document_count(self):
        counts = dict(
            self.env["vsoko.document"]._read_group(
                [("procedure_id", "in", self.ids)], ["procedure_id"], ["__count"]
            )
        )
        for procedure in self:
            procedure.document_count = counts.get(procedure, 0)

    def action_view_documents(self):
        return self.env["vsoko.document"]._action_of(self, "procedure_id")
