from datetime import datetime, timedelta

from pytz import UTC, timezone

from odoo import api, fields, models


class VsokoMeeting(models.Model):
    """The meeting in Odoo's calendar: its members are invited without letters."""

    _inherit = "vsoko.meeting"

    event_ids = fields.One2many("calendar.event", "vsoko_meeting_id")

    @api.model
    def _event_fields(self):
        return {
            "state",
            "body_id",
            "body_text",
            "number",
            "date",
            "hour",
            "duration",
            "place",
            "member_ids",
            "chair_id",
            "secretary_id",
        }

    def _has_event(self):
        return bool(self.date) and self.state in ("called", "held")

    def _event_name(self):
        return self.name

    def _event_people(self):
        return self.member_ids | self.chair_id | self.secretary_id

    def _event_days(self):
        return self.date, self.date

    def _event_span(self):
        """Hours as the clock of the school shows them; without an hour, the day."""
        if not self.hour:
            return super()._event_span()
        midnight = datetime.combine(self.date, datetime.min.time())
        local = midnight + timedelta(minutes=round(self.hour * 60))
        start = self._zone().localize(local).astimezone(UTC).replace(tzinfo=None)
        return start, start + timedelta(minutes=round((self.duration or 1) * 60))

    def _zone(self):
        school = self.company_id
        zone = school.vsoko_calendar_id.tz or school.resource_calendar_id.tz
        return timezone(zone or "UTC")

    def _prepare_event(self, partners):
        return {
            **super()._prepare_event(partners),
            "allday": not self.hour,
            "location": self.place,
        }

    def _event_differences(self, event, partner_ids):
        values = super()._event_differences(event, partner_ids)
        if (event.location or "") != (self.place or ""):
            values["location"] = self.place
        for name in ("start", "stop", "allday"):
            values.pop(name, None)
        if not self._is_when(event):
            start, stop = self._event_span()
            values |= {"start": start, "stop": stop, "allday": not self.hour}
        return values

    def _is_when(self, event):
        """Whether the event stands where the meeting says."""
        if event.allday or not self.hour:
            on_day = event._vsoko_days() == self._event_days()
            return on_day and event.allday and not self.hour
        return (event.start, event.stop) == self._event_span()

    def _follow_event(self):
        """Take over the day and the hour to which people have moved the event."""
        for meeting in self:
            event = meeting.event_ids[0]
            if not meeting._is_when(event):
                meeting.write(meeting._prepare_when(event))

    def _prepare_when(self, event):
        if event.allday:
            return {"date": event.start_date, "hour": 0}
        local = UTC.localize(event.start).astimezone(self._zone())
        return {
            "date": local.date(),
            "hour": local.hour + local.minute / 60,
            "duration": (event.stop - event.start) / timedelta(hours=1),
        }

    @api.model
    def _no_event_change(self, name):
        return self.env._(
            "«%s» is a meeting: its name and participants are changed in its card. "
            "Here you may move it.",
            name,
        )

    @api.model
    def _no_event_removal(self, name):
        return self.env._(
            "«%s» is a meeting. Open its card and cancel it there: the event goes with "
            "it.",
            name,
        )
