from datetime import timedelta

from odoo import api, models
from odoo.fields import Domain

from ...tools.reminders import due_escalations, due_reminder

USER = "vsoko_module.group_vsoko_user"


class VsokoReminder(models.Model):
    """Which reminders are due today, worked out for a school at once."""

    _inherit = "vsoko.reminder"

    @api.model
    def _due(self, school):
        """Values of the reminders that are due and have not been given yet."""
        today, rules = school._vsoko_today(), school._vsoko_reminder_rules()
        may_open = self.env.ref(USER).all_user_ids
        due = [
            one
            for one in self._near_due(school, today, rules)
            if one["user_id"] in may_open._ids
        ]
        return self._without_given(due)

    def _near_due(self, school, today, rules):
        """All that is due, given before or not."""
        lines = self.env["vsoko.procedure"].search(
            Domain("company_id", "=", school.id)
            & self.env["vsoko.procedure"]._awaited()
            & self._near(today, rules)
        )
        return [
            *self._due_to_people(lines, today, rules),
            *self._due_of_steps(lines, today, rules),
            *self._due_to_chiefs(lines, today, rules),
        ]

    def _near(self, today, rules):
        """Lines that a reminder may be due of: nothing else is read."""
        deadline = today + timedelta(days=rules.before_deadline)
        start = today + timedelta(days=rules.before_start)
        return (
            Domain("date_end", "<=", deadline)
            | Domain("date_start", "<=", start)
            | Domain("step_ids.date_deadline", "<=", deadline)
        )

    def _due_to_people(self, lines, today, rules):
        for line in lines.filtered("date_end"):
            start = line.date_start if line.state == "planned" else None
            if kind := due_reminder(today, start, line.date_end, rules):
                day = line.date_start if kind == "start" else line.date_end
                for user in line._debtors():
                    yield self._prepare_due(line, user, kind, day)

    def _due_of_steps(self, lines, today, rules):
        steps = lines.step_ids.filtered(
            lambda step: step.employee_id and step.date_deadline and not step.is_done
        )
        for step in steps:
            kind = due_reminder(today, None, step.date_deadline, rules)
            # sudo: the job reads logins, which hr hides
            for user in step.employee_id.sudo().user_id if kind else ():
                yield {
                    **self._prepare_due(
                        step.procedure_id, user, kind, step.date_deadline
                    ),
                    "step_id": step.id,
                }

    def _due_to_chiefs(self, lines, today, rules):
        late = lines.filtered(lambda line: line.date_end and line.date_end < today)
        for plan, own in late.grouped("plan_id").items():
            chiefs = {
                "deputy": self._chief(
                    plan.company_id, plan.employee_id, "deputy_uvr", today
                ),
                "director": self._chief(
                    plan.company_id, plan.director_id, "director", today
                ),
            }
            for line in own:
                for kind in due_escalations(today, line.date_end, rules):
                    for user in chiefs[kind] - line._debtors():
                        yield self._prepare_due(line, user, kind, line.date_end)

    def _chief(self, school, employee, code, today):
        """Who stands above: the one named, else whoever holds the post today."""
        # sudo: the job reads logins, which hr hides
        user = employee.sudo().filtered("active").user_id
        role = self.env.ref(f"vsoko_module.role_{code}", raise_if_not_found=False)
        if user or not role:
            return user
        return role._people_on(school)(role, today).sudo().user_id

    def _prepare_due(self, line, user, kind, day):
        return {
            "procedure_id": line.id,
            "step_id": False,
            "user_id": user.id,
            "kind": kind,
            "date_due": day,
        }

    def _without_given(self, due):
        given = self.search_fetch(
            self._of_same(due),
            [*self._subject_fields(), "step_id", "user_id", "kind", "date_due"],
        )
        known = {(*one._told(), one.kind, one.date_due) for one in given}
        fresh = {self._key(one): one for one in due if self._key(one) not in known}
        return list(fresh.values())

    @api.model
    def _key(self, one):
        return (*self._addressee(one), one["kind"], one["date_due"])
