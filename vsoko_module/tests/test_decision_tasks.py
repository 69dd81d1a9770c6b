"""Decisions are tasks of their people, silently, and told once."""

from odoo.exceptions import AccessError, UserError

from .decision_case import DecisionCase


class TestDecisionTasks(DecisionCase):
    def test_a_project_is_nobody_s_task(self):
        self._decide()
        self.assertFalse(self._tasks(self._decide(), self.teacher))

    def test_an_adopted_decision_is_one_task_by_its_day(self):
        decision = self._adopt()
        task = self._tasks(decision, self.teacher)
        self.assertEqual(len(task), 1)
        self.assertEqual(task.date_deadline, self._day("2023-11-15"))
