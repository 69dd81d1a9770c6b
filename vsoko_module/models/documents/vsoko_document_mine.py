from odoo import api, fields, models


class VsokoDocument(models.Model):
    """What the reader of a paper is asked for, one tap from the top of the form."""

    _inherit = "vsoko.document"

    my_visa_id = fields.Many2one("vsoko.document.visa", compute="_compute_mine")
    is_to_acknowledge = fields.Boolean(compute="_compute_mine")

    @api.depends("state", "sent_on", "visa_ids.state", "acknowledgement_ids.date")
    @api.depends_context("uid")
    def _compute_mine(self):
        for document in self:
            visas = document.visa_ids.filtered(
                lambda visa: visa.is_mine and visa.state == "waiting"
            )
            asked = document.state == "draft" and document.sent_on
            document.my_visa_id = visas[:1] if asked else False
            document.is_to_acknowledge = bool(document._my_rows())

    def _my_rows(self):
        """Lines of the sheet that wait for the reader."""
        rows = self.filtered(lambda one: one.state == "registered").acknowledgement_ids
        return rows.filtered(lambda row: row.is_mine and not row.date)

    def action_agree_mine(self):
        self.my_visa_id.action_agree()

    def action_acknowledge_mine(self):
        self._my_rows().action_acknowledge()
