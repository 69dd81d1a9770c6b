"""A month of the year in a real browser, each role on its day of November 2023.

The clock of the server is frozen; the browser's own goes on.
"""

from freezegun import freeze_time

from odoo import SUPERUSER_ID, api
from odoo.tests import tagged

from .test_story_tour import TourCase

# Name, deadline, role, form of result
LINES = [
    ("Стартовые работы", "10.11.2023", "class_teacher", "note"),
    ("Не сданный отчёт", "10.11.2023", "class_teacher", "report"),
    ("Анализ журналов", "10.11.2023", "deputy_uvr", "report"),
]


@tagged("post_install", "-at_install")
class TestMonth(TourCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with freeze_time("2023-10-16 09:00:00"):
            cls.plan = cls._make_plan()

    @classmethod
    def _make_plan(cls):
        year = cls.env["vsoko.academic.year"]._ensure(2023, cls.school)
        deputy = cls.env["hr.employee"].search([("user_id", "=", cls.deputy.id)])
        plan = cls.env["vsoko.plan"].create(
            {"name": "План", "year_id": year.id, "company_id": cls.school.id}
        )
        plan.employee_id = deputy
        cls.env["vsoko.procedure"].create(
            [
                {
                    "plan_id": plan.id,
                    "name": name,
                    "term_text": term,
                    "role_ids": cls.env.ref(f"vsoko_module.role_{role}").ids,
                    "outcome_ids": cls.env.ref(f"vsoko_module.outcome_{paper}").ids,
                }
                for name, term, role, paper in LINES
            ]
        )
        teacher = cls.env["hr.employee"].search([("user_id", "=", cls.teacher.id)])
        plan.procedure_ids[2].step_ids = [
            (0, 0, {"name": "Проверить тетради", "employee_id": teacher.id})
        ]
        plan.action_send()
        plan.action_approve()
        return plan

    def _night(self, day):
        """What the server does by itself before that day."""
        self.env.flush_all()
        with freeze_time(f"{day} 02:00:00"), self.registry.cursor() as cursor:
            job = api.Environment(cursor, SUPERUSER_ID, {})
            job["vsoko.reminder"]._cron_remind()
        self.env.invalidate_all()

    def _day(self, day, tour, user):
        self._night(day)
        with freeze_time(f"{day} 09:00:00"):
            self.start_tour("/odoo/vsoko-work", tour, login=user.login)

    def test_a_month_of_work(self):
        done, late, own = self.plan.procedure_ids
        self._day("2023-11-10", "vsoko_month_teacher", self.teacher)
        self.assertEqual(done.state, "done")
        self.assertEqual(done.evidence_ids.url, "https://example.ru/spravka")
        self.assertTrue(own.step_ids.is_done)

        self._day("2023-11-14", "vsoko_month_deputy", self.deputy)
        self.assertEqual(done.state, "reviewed")
        self.assertEqual(str(own.date_end), "2023-11-30")

        self._day("2023-11-20", "vsoko_month_director", self.director)
        told = self.env["vsoko.reminder"].search([("user_id", "=", self.director.id)])
        self.assertEqual(told.procedure_id, late)
