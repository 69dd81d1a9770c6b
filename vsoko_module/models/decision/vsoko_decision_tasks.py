from odoo import api, fields, models

from ..work.vsoko_reminder import QUIET
from .decision_tasks import DECISION, LATE
from .vsoko_decision import OPEN_STATES


class VsokoDecision(models.Model):
    """Tasks of the people responsible: one a person, by the day of the decision."""

    _inherit = "vsoko.decision"

    @api.model_create_multi
    def create(self, vals_list):
        decisions = super().create(vals_list)
        decisions.filtered(lambda one: one.state in OPEN_STATES)._sync_tasks()
        return decisions

    def write(self, vals):
        result = super().write(vals)
        if self._event_fields() & vals.keys():
            self._sync_tasks()
        return result

    def _sync_tasks(self):
        """Make tasks what the decisions say; no letter goes out.

        A reminder that has been given is the person's task, too: nobody has two.
        """
        tasks = self._tasks()
        wanted = self._task_holders()
        stale = tasks.filtered(lambda task: not self._is_task_true(task, wanted))
        stale.unlink()
        named = self.env.ref(DECISION)
        known = {
            (task.res_id, task.user_id.id)
            for task in tasks - stale
            if task.activity_type_id == named
        }
        tasks.create(
            [
                self.browse(number)._prepare_task(user, named)
                for number, user in wanted
                if (number, user) not in known
            ]
        )

    def _tasks(self):
        # sudo: tasks of colleagues follow the decision, whoever changes it
        return (
            self.env["mail.activity"]
            .with_context(**QUIET)
            .sudo()
            .search(
                [
                    ("res_model", "=", self._name),
                    ("res_id", "in", self.ids),
                    ("activity_type_id.id", "in", self._task_types()),
                ]
            )
        )

    @api.model
    def _task_types(self):
        return [self.env.ref(DECISION).id, self.env.ref(LATE).id]

    def _task_holders(self):
        """Pairs of a decision and a login, of those that wait to be carried out."""
        waiting = self.filtered(lambda one: one.state in OPEN_STATES)
        reachable = waiting.employee_ids._vsoko_reachable()
        return {
            # sudo: logins of colleagues are hidden from a deputy without rights in HR
            (decision.id, person.sudo().user_id.id): decision
            for decision in waiting
            for person in decision.employee_ids & reachable
        }

    def _is_task_true(self, task, wanted):
        decision = self.browse(task.res_id)
        is_same_day = task.date_deadline == decision._task_day(task.date_deadline)
        if task.activity_type_id == self.env.ref(LATE):
            return decision.state in OPEN_STATES and is_same_day
        return (task.res_id, task.user_id.id) in wanted and is_same_day

    def _task_day(self, otherwise):
        return self.date_deadline or otherwise

    def _prepare_task(self, user_id, kind):
        return {
            "activity_type_id": kind.id,
            "automated": True,
            "date_deadline": self._task_day(fields.Date.context_today(self)),
            "res_model_id": self.env["ir.model"]._get_id(self._name),
            "res_id": self.id,
            "user_id": user_id,
        }

    def _debtors(self):
        """Logins of the people who still owe the decision."""
        # sudo: logins of colleagues are hidden from people without rights in HR
        return self.sudo().employee_ids.user_id
