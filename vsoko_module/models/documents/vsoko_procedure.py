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

    request_ids = fields.One2many("vsoko.request", "procedure_id", string="Requests")

    def _done_before(self):
        """The same work the last time: of the series, or of the last year."""
        self.ensure_one()
        if self.series_id:
            same = self.series_id.occurrence_ids
        else:
            same = self.carried_from_id | self.search(
                [
                    ("name", "=", self.name),
                    ("company_id", "=", self.company_id.id),
                    ("is_template", "=", False),
                    ("id", "!=", self.id),
                ]
            )
        day = self.date_end
        older = same.filtered(
            lambda one: (
                one.state in ("done", "reviewed")
                and one.date_end
                and day
                and one.date_end < day
            )
        )
        return older.sorted("date_end")[-1:]

    def action_view_documents(self):
        return self.env["vsoko.document"]._action_of(self, "procedure_id")
