from datetime import timedelta

from odoo import api, models


class VsokoDigest(models.AbstractModel):
    """Papers in the letter of the week: to read, to carry out."""

    _inherit = "vsoko.digest"

    @api.model
    def _work_by_user(self, school):
        work = super()._work_by_user(school)
        for user, document, name, day in self._papers_due(school):
            own = work.setdefault(user, {})
            own.setdefault("papers", []).append(
                {"id": document.id, "name": name, "day": day}
            )
        return work

    @api.model
    def _papers_due(self, school):
        """``(user, document, words, day)`` of what is not read or not carried out."""
        until = school._vsoko_today() + timedelta(days=7)
        due = [("company_id", "=", school.id), ("date_deadline", "<=", until)]
        unread = self.env["vsoko.document.acknowledgement"].search(
            [*due, ("date", "=", False), ("document_id.state", "=", "registered")]
        )
        for row in unread:
            for user in row.employee_id.user_id:
                name = row.document_id.display_name
                yield user, row.document_id, name, row.date_deadline
        items = self.env["vsoko.document.item"]
        found = items.search([*due, *items._open_domain()], order="date_deadline")
        for item in found._with_tasks():
            for user in item.employee_ids.user_id:
                yield user, item.document_id, item._summary(), item.date_deadline
