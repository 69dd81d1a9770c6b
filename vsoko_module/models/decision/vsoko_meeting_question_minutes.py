from odoo import models

from ...tools.agenda_words import SETTLED


class VsokoMeetingQuestion(models.Model):
    """A question as minutes tell of it."""

    _inherit = "vsoko.meeting.question"

    def _adopted(self):
        return self.decision_ids.filtered(
            lambda one: one.state not in ("draft", "cancelled")
        )

    def _prepare_minutes_row(self, minutes, number):
        return {
            "document_id": minutes.id,
            "sequence": number * 10,
            "name": self.name,
            "speaker_id": self.speaker_id.id,
            "heard": self.heard,
            "spoke": self.spoke,
            "decided": self._decided(),
            "vote_for": self.vote_for,
            "vote_against": self.vote_against,
            "vote_abstained": self.vote_abstained,
        }

    def _decided(self):
        """Words where no decision says who does what; the items say the rest."""
        if self._adopted():
            return False
        said = self.proposal if self.outcome == "adopted" else False
        return said or SETTLED.get(self.outcome, False)
