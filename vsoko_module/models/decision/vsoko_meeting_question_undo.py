from odoo import models

from .vsoko_meeting_agenda import AHEAD
from .vsoko_meeting_question import DROPPED


class VsokoMeetingQuestion(models.Model):
    """A question that is considered anew."""

    _inherit = "vsoko.meeting.question"

    def _problems_of_reopening(self):
        """What has been done since about these questions, in sentences."""
        for decision in self._adopted().filtered(type(self.decision_ids)._is_under_way):
            yield self.env._(
                "the decision «%s» is being carried out already.", decision.display_name
            )
        for copy in self.moved_to_id.filtered(type(self)._is_considered):
            yield self.env._(
                "«%(question)s» has been considered since: %(meeting)s.",
                question=copy._short_name(),
                meeting=copy.meeting_id.name,
            )

    def _is_considered(self):
        return self.outcome != "open" or self.meeting_id.state not in AHEAD

    def _take_back(self):
        """Decisions are projects again, what went to the next meeting comes back."""
        self._adopted()._move_to("draft")
        settled = self.filtered(lambda one: one.outcome in DROPPED)
        settled.decision_ids.filtered(
            lambda one: one.state == "cancelled"
        ).action_reopen()
        for question in self.filtered("moved_to_id"):
            projects = question.moved_to_id._projects()
            links = [(4, one.id) for one in projects]
            question.write({"outcome": "open", "decision_ids": links})
        self.moved_to_id.unlink()
