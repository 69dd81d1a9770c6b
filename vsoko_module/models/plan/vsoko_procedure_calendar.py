from datetime import datetime, time, timedelta

from odoo import api, fields, models
from odoo.fields import Command

# A longer term would cover the calendar of everybody: its deadline is shown instead.
LONGEST_SHOWN = timedelta(days=6)


class VsokoProcedure(models.Model):
    """The procedure in Odoo's calendar: one event each, moved with it both ways."""

    _inherit = "vsoko.procedure"

    event_ids = fields.One2many("calendar.event", "vsoko_procedure_id")
    event_id = fields.Many2one(
        "calendar.event",
        string="In the calendar",
        compute="_compute_event_id",
        search="_search_event_id",
    )

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

    @api.depends("event_ids")
    def _compute_event_id(self):
        for procedure in self:
            procedure.event_id = procedure.event_ids[:1]

    def _search_event_id(self, operator, value):
        return [("event_ids", operator, value)]

    @api.model
    def _event_fields(self):
        """Fields whose change the calendar has to follow."""
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

    def _sync_events(self):
        """Make events what the procedures say: created, changed and removed in bulk.

        Nobody gets a letter: a plan of a hundred lines would send hundreds.
        """
        wanted = self.filtered(lambda procedure: procedure._has_event())
        # sudo: rights on the procedure are checked where it is changed; its event is
        # written by nobody else
        (self - wanted).event_ids.sudo()._vsoko_quiet()._vsoko_drop()
        partners = wanted._attendees()
        missing = wanted.filtered(lambda procedure: not procedure.event_ids)
        self.env["calendar.event"].sudo()._vsoko_quiet().create(
            [missing_one._prepare_event(partners) for missing_one in missing]
        )
        for values, events in (wanted - missing)._stale_events(partners):
            events.sudo()._vsoko_quiet().write(values)

    def _attendees(self):
        """Partners by procedure; nobody while the plan is not approved."""
        published = self.filtered("is_published")
        # sudo: logins and contacts of colleagues are hidden from a deputy without
        # rights in HR; only their calendars are invited.
        return {
            procedure: published.browse(procedure.id)
            .sudo()
            .employee_ids.mapped(lambda e: e.user_id.partner_id or e.work_contact_id)
            .ids
            for procedure in published
        }

    def _prepare_event(self, partners):
        start, stop = self._event_span()
        return {
            "name": self.name,
            "allday": True,
            "start": start,
            "stop": stop,
            "user_id": self.env.uid,
            "partner_ids": [Command.set(partners.get(self, []))],
            "privacy": "public",
            "show_as": "free",
            "vsoko_procedure_id": self.id,
            "res_model_id": self.env["ir.model"]._get_id(self._name),
            "res_id": self.id,
        }

    def _event_days(self):
        """All days of a short term, the deadline of a long one."""
        start = self.date_start or self.date_end
        if self.date_end - start > LONGEST_SHOWN:
            start = self.date_end
        return start, self.date_end

    def _event_span(self):
        # Odoo keeps the days of an all-day event as these hours, whatever the zone.
        start, stop = self._event_days()
        return datetime.combine(start, time(8)), datetime.combine(stop, time(18))

    def _stale_events(self, partners):
        """Groups of (values, events) that differ from their procedures."""
        groups = {}
        for procedure in self:
            event = procedure.event_ids[0]
            values = procedure._event_differences(event, partners.get(procedure, []))
            if values:
                key = repr(sorted(values.items()))
                groups.setdefault(key, (values, event.browse()))
                groups[key] = (values, groups[key][1] | event)
        return groups.values()

    def _event_differences(self, event, partner_ids):
        values = {}
        if event.name != self.name:
            values["name"] = self.name
        if event._vsoko_days() != self._event_days():
            start, stop = self._event_span()
            values.update(start=start, stop=stop, allday=True)
        if set(event.partner_ids.ids) != set(partner_ids):
            values["partner_ids"] = [Command.set(partner_ids)]
        return values

    def _follow_event(self):
        """Take over the days to which people have moved the event."""
        for procedure in self:
            start, stop = procedure.event_ids[0]._vsoko_days()
            if (start, stop) != procedure._event_days():
                procedure.write(procedure._prepare_moved(start, stop))

    def _prepare_moved(self, start, stop):
        """Days after a move: a long term keeps its start where it can."""
        keeps_start = start == stop and self.date_start and self.date_start < start
        is_long = self.date_start and self._event_days()[0] != self.date_start
        if is_long and keeps_start:
            return {"date_end": stop}
        return {"date_start": start, "date_end": stop}
