from odoo import models


class VsokoMeeting(models.Model):
    """A meeting closed by mistake is prepared again, while nothing rests on it."""

    _inherit = "vsoko.meeting"

    def _entered_draft(self):
        """Take back what followed from holding it; nothing followed from a call."""
        self._refuse(type(self)._problems_of_reopening)
        self.question_ids._take_back()
        following = self.next_id
        # sudo: where the rest went is the system's record
        self.sudo().next_id = False
        following.filtered(type(self)._is_blank).unlink()

    def _is_blank(self):
        """Begun for what was left by another meeting, and that has come back."""
        return self.state == "draft" and not (self.date or self.question_ids)

    def _problems_of_reopening(self):
        if self.document_id:
            yield self.env._(
                "its minutes are written: delete them while they are a draft; what is "
                "registered is mended by another meeting."
            )
        yield from self.question_ids._problems_of_reopening()
