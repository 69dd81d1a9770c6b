from odoo import fields, models


class VsokoDocument(models.Model):
    """Minutes know the meeting they tell of."""

    _inherit = "vsoko.document"

    meeting_ids = fields.One2many("vsoko.meeting", "document_id", string="Meetings")

    def _entered_registered(self):
        """The number of the register is the number of the meeting from now on."""
        result = super()._entered_registered()
        for document in self.filtered("meeting_ids"):
            # sudo: a held meeting is read-only; the number is the register's
            document.meeting_ids.sudo().write({"number": document.number})
        return result

    def action_view_meeting(self):
        return self.meeting_ids._get_records_action()
