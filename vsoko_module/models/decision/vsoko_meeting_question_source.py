from odoo import api, models

from ...tools.agenda_words import (
    REPORT_ON_DECISION,
    REPORT_ON_PROCEDURE,
    about_decision,
    about_finding,
    about_procedure,
    project,
)
from ...tools.dates import short_date


class VsokoMeetingQuestion(models.Model):
    """Questions begun from what waits: a conclusion, a procedure, a late decision."""

    _inherit = "vsoko.meeting.question"

    @api.model
    def _prepare_of_finding(self, finding):
        term = finding.term_text or (
            finding.date_deadline and f"до {short_date(finding.date_deadline)}"
        )
        return {
            "name": about_finding(finding.name),
            "finding_id": finding.id,
            "speaker_id": self._speaker(finding.procedure_id.employee_ids),
            "heard": finding.fact,
            "proposal": project(
                finding.recommendation or finding.name,
                finding.addressee_ids._vsoko_short_names(),
                term or "",
                finding.expected or "",
            ),
            "decision_ids": self._projects_of(finding),
        }

    @api.model
    def _projects_of(self, finding):
        """The projects there are, else a new one; none when something is adopted."""
        live = finding.decision_ids.filtered(lambda one: one.state != "cancelled")
        if not live:
            return [(0, 0, finding._prepare_decision())]
        return [(4, one.id) for one in live if one._awaits_meeting()]

    @api.model
    def _prepare_of_procedure(self, procedure):
        return {
            "name": about_procedure(procedure.name),
            "procedure_id": procedure.id,
            "speaker_id": self._speaker(procedure.employee_ids),
            "proposal": REPORT_ON_PROCEDURE,
        }

    @api.model
    def _prepare_of_decision(self, decision):
        return {
            "name": about_decision(
                decision.name, decision.adopted_on, decision.date_deadline
            ),
            "reviewed_id": decision.id,
            "speaker_id": self._speaker(decision.employee_ids),
            "proposal": REPORT_ON_DECISION,
        }

    @api.model
    def _speaker(self, people):
        return (people[:1] or self.env.user.employee_id).id

    # ---- to the next meeting ----

    def _left_behind(self):
        """Moved to a meeting that is not to be: to none, to a cancelled one."""
        return self.filtered(
            lambda one: (
                one.outcome == "moved"
                and one.moved_to_id.meeting_id.state in (False, "cancelled")
            )
        )

    def _carry_to(self, meeting):
        """The same questions on another agenda, with the projects of decisions."""
        made = meeting._put_on_agenda([one._prepare_next() for one in self])
        for question, copy in zip(self, made, strict=True):
            # sudo: what is held is read-only; where a question went is the system's
            # record, and the right to the new agenda has been checked by its creation
            question.sudo().write({"outcome": "moved", "moved_to_id": copy.id})

    def _prepare_next(self):
        projects = (self.decision_ids | self.moved_to_id.decision_ids).filtered(
            lambda one: one.state == "draft"
        )
        return {
            "name": self.name,
            "finding_id": self.finding_id.id,
            "procedure_id": self.procedure_id.id,
            "reviewed_id": self.reviewed_id.id,
            "speaker_id": self.speaker_id.id,
            "proposal": self.proposal,
            "decision_ids": [(4, one.id) for one in projects],
        }
