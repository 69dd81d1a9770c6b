from odoo import fields, models

from ...tools.paragraphs import clean
from ...tools.people import short_name


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    def write(self, vals):
        result = super().write(vals)
        if {"user_id", "work_contact_id"} & vals.keys():
            self._vsoko_invite_anew()
        if vals.get("active") is False:
            self._vsoko_leave_roles()
        return result

    def _vsoko_post(self):
        """The post as papers name it."""
        # sudo: the post is on the public profile of a colleague, but hr keeps it in
        # the contract, which only its own officers read
        return clean(self.sudo().job_title)

    def _vsoko_short_names(self):
        """Initials and surnames as papers have them, in the order of names."""
        # sudo: the name of a colleague is on the public profile
        return [short_name(clean(one.name)) for one in self.sudo().sorted("name")]

    def _vsoko_invite_anew(self):
        """A person who has just got a login sees there what waits for the person."""
        # sudo: whoever links logins in HR need not have rights in ВСОКО; events and
        # tasks only get the people whom their records name.
        records = self.sudo().env
        records["vsoko.procedure"].search(
            [
                ("employee_ids", "in", self.ids),
                ("is_published", "=", True),
                ("state", "in", ["planned", "in_progress"]),
            ]
        )._sync_events()
        decisions = records["vsoko.decision"].search(
            [
                ("employee_ids", "in", self.ids),
                ("state", "in", ["open", "in_progress"]),
            ]
        )
        records["vsoko.meeting"].search(
            [("member_ids", "in", self.ids), ("state", "=", "called")]
        )._sync_events()
        decisions._sync_events()
        decisions._sync_tasks()

    def _vsoko_leave_roles(self):
        """Who is archived holds no role from tomorrow on; the lines wait for others."""
        today = fields.Date.context_today(self)
        # sudo: whoever archives a card in HR need not have rights in ВСОКО
        holders = (
            self.env["vsoko.role.holder"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.ids),
                    "|",
                    ("date_to", "=", False),
                    ("date_to", ">", today),
                ]
            )
        )
        future = holders.filtered(lambda one: one.date_from and one.date_from > today)
        future.unlink()
        (holders - future).write({"date_to": today})
