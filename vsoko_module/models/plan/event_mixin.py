from datetime import datetime, time

from odoo import api, fields, models
from odoo.fields import Command


class VsokoEventMixin(models.AbstractModel):
    """One event in Odoo's calendar for a record, moved with it both ways.

    A model says which events are its own in ``event_ids``, whether it has one
    (``_has_event``), of which days (``_event_days``), whom it invites (``_inviting``)
    and what a move of the event changes (``_prepare_moved``).
    """

    _name = "vsoko.event.mixin"
    _description = "Shown in the calendar"

    event_id = fields.Many2one(
        "calendar.event",
        string="In the calendar",
        compute="_compute_event_id",
        search="_search_event_id",
    )

    @api.depends("event_ids")
    def _compute_event_id(self):
        for record in self:
            record.event_id = record.event_ids[:1]

    def _search_event_id(self, operator, value):
        return [("event_ids", operator, value)]

    # ---- what a model says of its events ----

    @api.model
    def _event_fields(self):
        """Fields whose change the calendar has to follow."""
        return set()

    def _has_event(self):
        return False

    def _event_name(self):
        return self.display_name

    def _inviting(self):
        """Those of the records whose people are invited."""
        return self

    @api.model
    def _no_event_change(self, name):
        """Why only the days of the event may be changed in the calendar."""
        return self.env._(
            "«%s» is an event of VSOKO: its name and participants are changed in the "
            "card that it opens. Here you may move it.",
            name,
        )

    @api.model
    def _no_event_removal(self, name):
        return self.env._(
            "«%s» is an event of VSOKO. Open its card and cancel it there: the event "
            "goes with it.",
            name,
        )

    # ---- create, write, delete ----

    @api.model_create_multi
    def create(self, vals_list):
        records = super().create(vals_list)
        records._sync_events()
        return records

    def write(self, vals):
        result = super().write(vals)
        if self._event_fields() & vals.keys():
            self._sync_events()
        return result

    def unlink(self):
        events = self._events_to_go()
        result = super().unlink()
        events._vsoko_quiet().unlink()
        return result

    def _events_to_go(self):
        return self.event_ids

    # ---- the events follow ----

    def _sync_events(self):
        """Make events what the records say: created, changed and removed in bulk.

        Nobody gets a letter: a plan of a hundred lines would send hundreds.
        """
        # sudo: rights on the record are checked where it is changed; its event is
        # written by nobody else
        events = self.env["calendar.event"].sudo()._vsoko_quiet()
        wanted = self.filtered(lambda record: record._has_event())
        (self - wanted).event_ids.with_env(events.env)._vsoko_drop()
        partners = wanted._attendees()
        missing = wanted.filtered(lambda record: not record.event_ids)
        events.create([missing_one._prepare_event(partners) for missing_one in missing])
        for values, stale in (wanted - missing)._stale_events(partners):
            stale.with_env(events.env).write(values)

    def _attendees(self):
        """Partners by record; nobody of those that are not inviting yet."""
        inviting = self._inviting()
        # sudo: logins and contacts of colleagues are hidden from a deputy without
        # rights in HR; only their calendars are invited.
        return {
            record: inviting.browse(record.id)
            .sudo()
            .employee_ids.mapped(lambda e: e.user_id.partner_id or e.work_contact_id)
            .ids
            for record in inviting
        }

    def _prepare_event(self, partners):
        start, stop = self._event_span()
        return {
            "name": self._event_name(),
            "allday": True,
            "start": start,
            "stop": stop,
            "user_id": self.env.uid,
            "partner_ids": [Command.set(partners.get(self, []))],
            "privacy": "public",
            "show_as": "free",
            self._fields["event_ids"].inverse_name: self.id,
            "res_model_id": self.env["ir.model"]._get_id(self._name),
            "res_id": self.id,
        }

    def _event_span(self):
        # Odoo keeps the days of an all-day event as these hours, whatever the zone.
        start, stop = self._event_days()
        return datetime.combine(start, time(8)), datetime.combine(stop, time(18))

    def _stale_events(self, partners):
        """Groups of (values, events) that differ from their records."""
        groups = {}
        for record in self:
            event = record.event_ids[0]
            values = record._event_differences(event, partners.get(record, []))
            if values:
                key = repr(sorted(values.items()))
                groups.setdefault(key, (values, event.browse()))
                groups[key] = (values, groups[key][1] | event)
        return groups.values()

    def _event_differences(self, event, partner_ids):
        values = {}
        if event.name != self._event_name():
            values["name"] = self._event_name()
        if event._vsoko_days() != self._event_days():
            start, stop = self._event_span()
            values.update(start=start, stop=stop, allday=True)
        if set(event.partner_ids.ids) != set(partner_ids):
            values["partner_ids"] = [Command.set(partner_ids)]
        return values

    # ---- the records follow ----

    def _follow_event(self):
        """Take over the days to which people have moved the event."""
        for record in self:
            start, stop = record.event_ids[0]._vsoko_days()
            if (start, stop) != record._event_days():
                record.write(record._prepare_moved(start, stop))
