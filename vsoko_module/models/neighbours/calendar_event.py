from odoo import api, fields, models
from odoo.exceptions import UserError

TIME_FIELDS = {"start", "stop", "start_date", "stop_date", "allday", "duration"}

# What the plan says of an event: a change there would be lost or part the two.
PLAN_FIELDS = {
    "active",
    "attendee_ids",
    "name",
    "partner_ids",
    "privacy",
    "recurrency",
    "res_id",
    "res_model_id",
    "vsoko_procedure_id",
}

# Odoo would invite, remind and log for each event of a plan.
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

    @api.model
    def _get_activity_excluded_models(self):
        # A procedure has its own reminders; Odoo would add an activity per event.
        return [*super()._get_activity_excluded_models(), "vsoko.procedure"]

    def write(self, vals):
        planned = self.filtered("vsoko_procedure_id")
        if planned and PLAN_FIELDS & vals.keys() and not self.env.su:
            raise UserError(
                self.env._(
                    "«%s» stands in the plan: its name and participants are changed in "
                    "the procedure. Here you may move it.",
                    planned[0].name,
                )
            )
        if self - planned or not self:
            super(CalendarEvent, self - planned).write(vals)
        if planned:
            # A deputy who shifts a plan in the calendar sends nobody a letter a line
            super(CalendarEvent, planned._vsoko_quiet()).write(vals)
        if TIME_FIELDS & vals.keys():
            planned.vsoko_procedure_id._follow_event()
        return True

    @api.ondelete(at_uninstall=False)
    def _unlink_except_procedure(self):
        for event in self.filtered("vsoko_procedure_id"):
            raise UserError(
                self.env._(
                    "«%s» stands in the plan. Open the procedure and cancel it there, "
                    "or delete its line from a plan that is not approved: the event "
                    "goes with it.",
                    event.name,
                )
            )

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
        """Remove events whose procedures want them no more."""
        self.vsoko_procedure_id = False
        self.unlink()
