from odoo import fields, models
from odoo.exceptions import UserError

from .document_tasks import ACQUAINT, UNREAD


class VsokoDocument(models.Model):
    """Who has not read a paper: told once to its author, reminded by a button."""

    _inherit = "vsoko.document"

    unread_told = fields.Boolean(readonly=True, copy=False)

    def _tell_unread(self):
        """A task for the author, once, when the days to read are over."""
        for document in self:
            rows = document.acknowledgement_ids
            unread = rows.filtered(lambda row: not row.date)
            document._give_tasks_of(
                UNREAD,
                document.executor_id,
                fields.Date.context_today(self),
                self.env._(
                    "Not acquainted: %(count)s of %(all)s",
                    count=len(unread),
                    all=len(rows),
                ),
            )
        self.unread_told = True

    def action_remind_unread(self):
        """The task again, due today, for all who have not ticked."""
        today = fields.Date.context_today(self)
        for document in self:
            rows = document.acknowledgement_ids.filtered(lambda row: not row.date)
            if document.state != "registered" or not rows:
                raise UserError(
                    self.env._("Everybody is acquainted with «%s».", document.name)
                )
            # sudo: the tasks of colleagues are replaced by new ones of the same paper
            document.sudo().activity_unlink([ACQUAINT])
            document._give_tasks_of(
                ACQUAINT,
                rows.employee_id,
                today,
                self.env._("Reminder: get acquainted with %s", document.display_name),
            )
