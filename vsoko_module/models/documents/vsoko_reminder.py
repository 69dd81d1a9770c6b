from odoo import api, models


class VsokoReminder(models.Model):
    """The daily job minds papers that somebody has not read in time."""

    _inherit = "vsoko.reminder"

    @api.model
    def _schools_at_work(self):
        late = self.env["vsoko.document.acknowledgement"]._read_group(
            self._unread_domain(), ["company_id"]
        )
        return super()._schools_at_work().union(*(school for (school,) in late))

    @api.model
    def _unread_domain(self):
        return [
            ("date", "=", False),
            ("date_deadline", "<", "today"),
            ("document_id.state", "=", "registered"),
            ("document_id.unread_told", "=", False),
        ]

    @api.model
    def _work_for(self, school):
        result = super()._work_for(school)
        rows = self.env["vsoko.document.acknowledgement"].search(
            [*self._unread_domain(), ("company_id", "=", school.id)]
        )
        rows.document_id._tell_unread()
        return result
