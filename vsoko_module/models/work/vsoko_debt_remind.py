from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from .vsoko_reminder import REMINDER

OFFICER = "vsoko_module.group_vsoko_officer"


class VsokoDebt(models.Model):
    """One press, and those who owe have it among their tasks; no letter goes out."""

    _inherit = "vsoko.debt"

    def action_remind(self):
        """Give a task to each person of the chosen rows who has none of it yet."""
        if not self.env.user.has_group(OFFICER):
            raise AccessError(self.env._("Only a deputy head may remind others."))
        # Rows that have been handed in since the page was opened are no more
        debts = self.search([("id", "in", self.ids)])
        unreachable = debts.employee_id - debts.employee_id._vsoko_reachable()
        wanted = debts._prepare_reminders(unreachable)
        open_tasks = self._open_tasks(wanted)
        fresh = [one for key, one in wanted.items() if key not in open_tasks]
        # sudo: reminders are written by nobody else, and that a deputy gives them has
        # been checked above
        reminders = self.env["vsoko.reminder"].sudo()
        reminders._give_all(fresh, fields.Date.context_today(self))
        known = [one for key, one in wanted.items() if key in open_tasks]
        return self._tell(fresh, known, unreachable)

    def action_remind_all_due(self):
        """Remind everybody of what is due, whatever rows are chosen."""
        return self.search(self._due_now()).action_remind()

    def action_remind_person(self):
        """Remind of all that the people of these rows owe by today, and of these."""
        people = Domain("employee_id", "in", self.employee_id.ids)
        return (self | self.search(people & self._due_now())).action_remind()

    @api.model
    def _due_now(self):
        return Domain("date_end", "<=", "today")

    def _prepare_reminders(self, unreachable):
        """Values of a reminder by procedure and login, however many papers are owed."""
        today = fields.Date.context_today(self)
        wanted = {}
        for debt in self.filtered(lambda one: one.employee_id not in unreachable):
            user = debt.employee_id.sudo().user_id  # sudo: hr hides it
            wanted[debt.procedure_id.id, user.id] = {
                "procedure_id": debt.procedure_id.id,
                "step_id": False,
                "user_id": user.id,
                "kind": "asked",
                "date_due": debt.date_end or today,
            }
        return wanted

    @api.model
    def _open_tasks(self, wanted):
        # sudo: a deputy does not see the tasks of others, only whether there is one
        tasks = (
            self.env["mail.activity"]
            .sudo()
            .search(
                [
                    ("res_model", "=", "vsoko.procedure"),
                    ("res_id", "in", [procedure for procedure, _user in wanted]),
                    ("user_id", "in", [user for _procedure, user in wanted]),
                    ("activity_type_id", "=", self.env.ref(REMINDER).id),
                ]
            )
        )
        return {(task.res_id, task.user_id.id) for task in tasks}

    # ---- what the deputy is told ----

    @api.model
    def _tell(self, fresh, known, unreachable):
        sentences = [
            fresh and self.env._("Reminded: %s.", self._logins(fresh)),
            known and self.env._("Have been reminded before: %s.", self._logins(known)),
            unreachable
            and self.env._(
                "Have no login here, tell them yourself: %s.",
                ", ".join(unreachable.mapped("name")),
            ),
        ]
        nobody = self.env._("These papers have been handed in: nobody to remind.")
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if unreachable or not fresh else "success",
                "sticky": bool(unreachable),
                "message": " ".join(filter(None, sentences)) or nobody,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    @api.model
    def _logins(self, reminders):
        users = {one["user_id"] for one in reminders}
        # sudo: names of colleagues of the same school
        people = self.env["res.users"].sudo().browse(sorted(users))
        return ", ".join(sorted(people.mapped("name")))
