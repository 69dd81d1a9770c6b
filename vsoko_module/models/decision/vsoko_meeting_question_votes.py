from odoo import api, fields, models
from odoo.exceptions import UserError

from ...tools.paragraphs import shortened


class VsokoMeetingQuestion(models.Model):
    """How they voted; a question changes only while its meeting is not held."""

    _inherit = "vsoko.meeting.question"

    may_edit = fields.Boolean(related="meeting_id.may_edit", related_sudo=False)

    # ---- create, write, delete ----

    @api.model_create_multi
    def create(self, vals_list):
        questions = super().create(vals_list)
        questions._check_open()
        questions._align_decisions()
        return questions

    def write(self, vals):
        self._check_open()
        result = super().write(vals)
        if "meeting_id" in vals:
            self._check_open()
        if {"meeting_id", "decision_ids"} & vals.keys():
            self._align_decisions()
        return result

    def unlink(self):
        """Projects stay without the question: they may be put on another agenda."""
        self._check_open()
        self._projects().write({"meeting_id": False, "question_id": False})
        return super().unlink()

    def _check_open(self):
        if not self.env.su:
            self.meeting_id._check_preparing()

    def _projects(self):
        return self.decision_ids.filtered(lambda one: one.state == "draft")

    def _align_decisions(self):
        """What is decided on a question is decided at its meeting."""
        for meeting, questions in self.grouped("meeting_id").items():
            stray = questions._projects().filtered(
                lambda one, meeting=meeting: one.meeting_id != meeting
            )
            # the day of the meeting before this one is no day of the decision
            stray.write(
                {
                    "meeting_id": meeting.id,
                    "body_id": meeting.body_id.id,
                    "adopted_on": meeting.date,
                }
            )

    # ---- what the user can press ----

    def action_open_question(self):
        """What was said and decided, in a window over the agenda."""
        return {
            **self._get_records_action(name=self.env._("Question")),
            "views": [(False, "form")],
            "target": "new",
        }

    def action_unanimous(self):
        """«Принято единогласно»: all who are present were for it."""
        for question in self:
            present = question.meeting_id.present_count
            if not present:
                raise UserError(
                    self.env._("Mark first who is present: nobody could vote yet.")
                )
            question.write(
                {
                    "outcome": "adopted",
                    "vote_for": present,
                    "vote_against": 0,
                    "vote_abstained": 0,
                }
            )

    def action_noted(self):
        self.outcome = "noted"

    def action_postpone(self):
        self.outcome = "moved"

    def action_open_again(self):
        self.write(
            {
                "outcome": "open",
                "vote_for": 0,
                "vote_against": 0,
                "vote_abstained": 0,
            }
        )

    # ---- what is asked of a held meeting ----

    def _problems(self):
        """What does not add up in the votes, in sentences."""
        for question in self:
            name, present = question._short_name(), question.meeting_id.present_count
            agreed, against = question.vote_for, question.vote_against
            voted = agreed + against + question.vote_abstained
            if voted > present:
                yield self.env._(
                    "«%(question)s»: %(voted)s voted, %(present)s were present.",
                    question=name,
                    voted=voted,
                    present=present,
                )
            if question.outcome == "adopted" and question._is_outvoted():
                yield self.env._(
                    "«%(question)s» cannot be adopted: %(agreed)s for, %(against)s "
                    "against. Mend the votes or choose another outcome.",
                    question=name,
                    agreed=agreed,
                    against=against,
                )

    def _is_outvoted(self):
        """Bodies whose quorum is not checked may decide without a vote."""
        voted = self.vote_for or self.vote_against or self.vote_abstained
        if not voted and not self.meeting_id.needed_count:
            return False
        return self.vote_for <= self.vote_against

    def _short_name(self):
        return shortened(self.name, 80)
