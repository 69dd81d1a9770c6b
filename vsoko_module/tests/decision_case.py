"""Decisions of a school as its deputy takes them, for tests of their life."""

from .common import VsokoCase


class DecisionCase(VsokoCase):
    """Without a word, the teacher is to carry it out by 15 November 2023."""

    @classmethod
    def _decide(cls, name="Провести занятия", user=None, people=None, **values):
        user = user or cls.deputy
        people = cls.teacher if people is None else people
        employees = cls.env["hr.employee"].search([("user_id", "in", people.ids)])
        return (
            cls.env["vsoko.decision"]
            .with_user(user)
            .create(
                {
                    "name": name,
                    "company_id": user.company_id.id,
                    "employee_ids": [(6, 0, employees.ids)],
                    "term_text": "15.11.2023",
                    **values,
                }
            )
        )

    @classmethod
    def _adopt(cls, *args, **values):
        decision = cls._decide(*args, **values)
        decision.action_adopt()
        return decision

    def _tasks(self, decision, user=None):
        tasks = decision.sudo().activity_ids
        return tasks.filtered(lambda task: not user or task.user_id == user)

    def _letters(self):
        """What Odoo leaves behind when it tells people anything, without tasks."""
        traces = self._traces()
        del traces["mail.activity"]
        return traces
