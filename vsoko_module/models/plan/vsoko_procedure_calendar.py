from datetime import timedelta

from odoo import api, fields, models

# A longer term would cover the calendar of everybody: its deadline is shown instead.
LONGEST_SHOWN = timedelta(days=6)


class VsokoProcedure(models.Model):
    """The procedure in Odoo's calendar: one event each, moved with it both ways."""

    _inherit = "vsoko.procedure"

    event_ids = fields.One2many("calendar.event", "vsoko_procedure_id")

    # Where the app's own calendar shows the line, and from where it is dragged
    calendar_day = fields.Date(
        string="Day in the calendar",
        compute="_compute_calendar_day",
        inverse="_inverse_calendar_day",
        search="_search_calendar_day",
    )

    @api.depends("date_end")
    def _compute_calendar_day(self):
        for procedure in self:
            procedure.calendar_day = procedure.date_end

    def _inverse_calendar_day(self):
        for procedure in self.filtered("calendar_day"):
            day = procedure.calendar_day
            procedure.write(procedure._prepare_moved(day, day))

    def _search_calendar_day(self, operator, value):
        return [("date_end", operator, value)]

    @api.model
    def _event_fields(self):
        return {
            "name",
            "state",
            "term_text",
            "month",
            "date_start",
            "date_end",
            "role_ids",
            "employee_ids",
            "plan_id",
            "is_series",
        }

    def _has_event(self):
        return bool(
            self.date_end
            and self.state != "cancelled"
            and not self.is_template
            and not self.is_series
        )

    def _event_name(self):
        return self.name

    def _inviting(self):
        """Nobody is invited while the plan is not approved."""
        return self.filtered("is_published")

    def _events_to_go(self):
        # Occurrences go by cascade in the database, which knows nothing of events
        return (self | self.occurrence_ids).event_ids

    @api.model
    def _no_event_change(self, name):
        return self.env._(
            "«%s» stands in the plan: its name and participants are changed in "
            "the procedure. Here you may move it.",
            name,
        )

    @api.model
    def _no_event_removal(self, name):
        return self.env._(
            "«%s» stands in the plan. Open the procedure and cancel it there, "
            "or delete its line from a plan that is not approved: the event "
            "goes with it.",
            name,
        )

    def _event_days(self):
        """All days of a short term, the deadline of a long one."""
        start = self.date_start or self.date_end
        if self.date_end - start > LONGEST_SHOWN:
            start = self.date_end
        return start, self.date_end

    def _prepare_moved(self, start, stop):
        """Days after a move: a long term keeps its start where it can."""
        keeps_start = start == stop and self.date_start and self.date_start < start
        is_long = self.date_start and self._event_days()[0] != self.date_start
        if is_long and keeps_start:
            return {"date_end": stop}
        return {"date_start": start, "date_end": stop}
