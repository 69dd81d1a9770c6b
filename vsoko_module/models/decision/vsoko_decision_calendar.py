from odoo import api, fields, models
from odoo.exceptions import UserError

from .vsoko_decision import OPEN_STATES


class VsokoDecision(models.Model):
    """The decision in Odoo's calendar: one event, moved with it both ways."""

    _inherit = "vsoko.decision"

    event_ids = fields.One2many("calendar.event", "vsoko_decision_id")

    @api.model
    def _event_fields(self):
        # The year of a decision is that of its source, and the words of a term mean
        # other days in another year
        return {
            "name",
            "state",
            "term_text",
            "date_deadline",
            "employee_ids",
            "year_id",
            "meeting_id",
            "finding_id",
        }

    def _has_event(self):
        return bool(self.date_deadline) and self.state not in ("draft", "cancelled")

    def _event_days(self):
        return self.date_deadline, self.date_deadline

    def _prepare_moved(self, start, stop):
        return {"date_deadline": stop}

    def _follow_event(self):
        """The term of what is over is history: no move changes it."""
        for decision in self.filtered(lambda one: one.state not in OPEN_STATES):
            days = decision.event_ids[0]._vsoko_days()
            if days != decision._event_days():
                raise UserError(
                    self.env._(
                        "«%s» has been carried out: its term stays as it was.",
                        decision.display_name,
                    )
                )
        return super()._follow_event()

    @api.model
    def _no_event_change(self, name):
        return self.env._(
            "«%s» is a decision: its name and participants are changed in its card. "
            "Here you may move its term.",
            name,
        )

    @api.model
    def _no_event_removal(self, name):
        return self.env._(
            "«%s» is a decision. Open its card and cancel it there, with a reason: the "
            "event goes with it.",
            name,
        )
