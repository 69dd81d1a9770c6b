from odoo import api, fields, models
from odoo.exceptions import UserError

# What an event may stand for: its days go both ways, the rest is said in the card
LINKS = ("vsoko_procedure_id", "vsoko_decision_id")

TIME_FIELDS = {"start", "stop", "start_date", "stop_date", "allday", "duration"}

# What the card says of its event: a change there would be lost or part the two.
CARD_FIELDS = {
    *LINKS,
    "active",
    "attendee_ids",
    "name",
    "partner_ids",
    "privacy",
    "recurrency",
    "res_id",
    "res_model_id",
}

# Odoo would invite, remind and log for each event of a plan or a decision.
QUIET = {
    "no_mail_to_attendees": True,
    "skip_attendee_notification": True,
    "dont_notify": True,
    "skip_contact_description": True,
    "tracking_disable": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "mail_notrack": True,
}


class CalendarEvent(models.Model):
    _inherit = "calendar.event"

    vsoko_procedure_id = fields.Many2one(
        "vsoko.procedure",
        string="Procedure",
        index="btree_not_null",
        ondelete="set null",
        copy=False,
    )
    vsoko_decision_id = fields.Many2one(
        "vsoko.decision",
        string="Decision",
        index="btree_not_null",
        ondelete="set null",
        copy=False,
    )

    @api.model
    def _get_activity_excluded_models(self):
        # These have their own reminders; Odoo would add an activity per event.
        own = [self._fields[link].comodel_name for link in LINKS]
        return [*super()._get_activity_excluded_models(), *own]

    def write(self, vals):
        linked = self.filtered(lambda event: event._vsoko_owner() is not None)
        if linked and CARD_FIELDS & vals.keys() and not self.env.su:
            event = linked[0]
            raise UserError(event._vsoko_owner()._no_event_change(event.name))
        if self - linked or not self:
            super(CalendarEvent, self - linked).write(vals)
        if linked:
            # A deputy who shifts a plan in the calendar sends nobody a letter a line
            moving = linked._vsoko_quiet().with_context(vsoko_moving=True)
            super(CalendarEvent, moving).write(vals)
        # Odoo writes the hours of a day inside of a write of the day: one move is one
        if TIME_FIELDS & vals.keys() and not self.env.context.get("vsoko_moving"):
            for link in LINKS:
                linked[link]._follow_event()
        return True

    @api.ondelete(at_uninstall=False)
    def _unlink_except_linked(self):
        for event in self:
            owner = event._vsoko_owner()
            if owner is not None:
                raise UserError(owner._no_event_removal(event.name))

    def _vsoko_owner(self):
        """The record that the event stands for, ``None`` of any other event."""
        self.ensure_one()
        return next((self[link] for link in LINKS if self[link]), None)

    def _vsoko_quiet(self):
        """The same events, written without letters, reminders and log notes."""
        return self.with_context(**QUIET)

    def _vsoko_days(self):
        """First and last day as people see them."""
        self.ensure_one()
        if self.allday:
            return self.start_date, self.stop_date
        local = (
            fields.Datetime.context_timestamp(self, moment)
            for moment in (self.start, self.stop)
        )
        return tuple(moment.date() for moment in local)

    def _vsoko_drop(self):
        """Remove events whose records want them no more."""
        self.write(dict.fromkeys(LINKS, False))
        self.unlink()
