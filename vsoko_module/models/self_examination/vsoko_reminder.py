from odoo import api, models

from ..work.vsoko_reminder import QUIET


class VsokoReminder(models.Model):
    """The daily job minds the day by which the self-examination is published."""

    _inherit = "vsoko.reminder"

    @api.model
    def _schools_at_work(self):
        open_now = self.env["vsoko.self.examination"]._read_group(
            [("state", "!=", "published")], ["company_id"]
        )
        return super()._schools_at_work().union(*(school for (school,) in open_now))

    @api.model
    def _work_for(self, school):
        result = super()._work_for(school)
        self.env["vsoko.self.examination"].search(
            [("company_id", "=", school.id), ("state", "!=", "published")]
        )._remind(school)
        return result


class VsokoSelfExamination(models.Model):
    """Reminders of the deadline: each once, however many days the server was off."""

    _inherit = "vsoko.self.examination"

    def _remind(self, school):
        today, rules = school._vsoko_today(), school._vsoko_reminder_rules()
        for one in self.filtered("employee_id"):
            left = (one.date_deadline - today).days
            due = [
                ("overdue", left < 0),
                ("deadline", 0 <= left <= rules.before_deadline),
                ("month", rules.before_deadline < left <= 31),
            ]
            kind = next((name for name, is_due in due if is_due), None)
            mark = f"{kind} {one.date_deadline}"
            if kind and one.told != mark:
                one._tell_deadline(today)
                one.told = mark

    def _tell_deadline(self, today):
        """To who puts the report together, or the director when it is to be signed."""
        role = self.env.ref("vsoko_module.role_director")
        director = role._people_on(self.company_id)(role, today)
        waits = self.state == "review"
        self._give_deadline_task(director if waits else self.employee_id)

    def _give_deadline_task(self, people):
        day = self.date_deadline.strftime("%d.%m.%Y")
        for person in people._vsoko_reachable():
            self.with_context(**QUIET).activity_schedule(
                "vsoko_module.mail_activity_section",
                date_deadline=self.date_deadline,
                summary=self.env._(
                    "The self-examination is to be published by %s", day
                ),
                user_id=person.sudo().user_id.id,  # sudo: logins are hidden by hr
            )
