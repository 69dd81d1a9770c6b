from odoo import fields, models

from ...tools.reminders import Rules

WEEKDAYS = [
    ("0", "Monday"),
    ("1", "Tuesday"),
    ("2", "Wednesday"),
    ("3", "Thursday"),
    ("4", "Friday"),
    ("5", "Saturday"),
    ("6", "Sunday"),
]


class ResCompany(models.Model):
    _inherit = "res.company"

    vsoko_remind_start = fields.Integer(string="Before the start, days", default=3)
    vsoko_remind_deadline = fields.Integer(
        string="Before the deadline, days", default=3
    )
    vsoko_remind_deputy = fields.Integer(
        string="Overdue, to the deputy after days", default=3
    )
    vsoko_remind_director = fields.Integer(
        string="Overdue, to the director after days", default=7
    )

    vsoko_digest = fields.Boolean(string="Letter of the week", default=True)
    vsoko_digest_day = fields.Selection(
        WEEKDAYS, string="Day of the letter", default="0", required=True
    )

    def _vsoko_reminder_rules(self):
        return Rules(
            self.vsoko_remind_start,
            self.vsoko_remind_deadline,
            self.vsoko_remind_deputy,
            self.vsoko_remind_director,
        )

    def _vsoko_today(self):
        """The day at the school: the jobs run in the time zone of the server."""
        zone = self.vsoko_calendar_id.tz or self.resource_calendar_id.tz
        return fields.Date.context_today(self.with_context(tz=zone))
