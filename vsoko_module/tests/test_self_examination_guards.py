from odoo.exceptions import UserError

from .common import DIRECTOR, VsokoCase


class TestSelfExaminationGuards(VsokoCase):
    """What a signed report withstands, and who is asked for what it lacks."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.examination = cls._begin()

    @classmethod
    def _begin(cls, **values):
        return (
            cls.env["vsoko.self.examination"]
            .with_user(cls.deputy)
            .create({"company_id": cls.school.id, **values})
        )

    def _collected(self):
        one = self.examination
        one.section_ids.write(
            {"employee_ids": self._employee(self.teacher).ids, "text": "<p>Есть</p>"}
        )
        one.section_ids.action_ready()
        one.action_begin()
        one.action_collect()
        return one

    def _signed(self):
        one = self._collected()
        one.write(
            {
                "gaps_reason": "Сведения уточняются",
                "body_id": self.env["vsoko.body"].search([], limit=1).id,
                "date_reviewed": "2023-10-10",
            }
        )
        one.action_summarise()
        one.action_review()
        one.with_user(self.director).action_sign()
        return one

    # ---- a signed report stays ----

    def test_nobody_deletes_a_signed_report(self):
        one = self._signed()
        for user in (self.deputy, self.director):
            with self.assertRaisesRegex(UserError, "is signed"):
                one.with_user(user).unlink()

    def test_a_report_that_is_not_signed_may_be_deleted(self):
        self.examination.unlink()
        self.assertFalse(self.examination.exists())

    def test_no_section_is_added_to_a_signed_report(self):
        one = self._signed()
        section = {"name": "Ещё", "examination_id": one.id}
        with self.assertRaisesRegex(UserError, "is signed"):
            one.env["vsoko.self.examination.section"].create(section)

    def test_no_section_is_moved_into_a_signed_report(self):
        one = self._signed()
        section = self._begin(year=2021).section_ids[0]
        with self.assertRaisesRegex(UserError, "is signed"):
            section.examination_id = one

    def test_the_figures_of_a_signed_report_are_not_opened_again(self):
        evaluation = self._signed().evaluation_id.with_user(self.director)
        with self.assertRaisesRegex(UserError, "signed with these figures"):
            evaluation.action_return()
        self.assertEqual(evaluation.state, "approved")

    # ---- last year's text ----

    def test_last_year_s_text_is_marked_until_somebody_says_it_is_ready(self):
        self.examination.section_ids[0].text = "<p>Прошлое</p>"
        now = self._begin(year=2023).section_ids[0]
        now.action_take_previous()
        self.assertIn("last year's", now.warning)
        now.action_ready()
        self.assertFalse(now.warning)

    def test_without_last_year_s_text_nothing_is_taken(self):
        section = self.examination.section_ids[0]
        section.action_take_previous()
        self.assertEqual((section.state, section.is_taken), ("empty", False))

    def test_the_writer_of_a_section_takes_last_year_s_text(self):
        self.examination.section_ids[0].text = "<p>Прошлое</p>"
        now = self._begin(year=2023).section_ids[0]
        now.employee_ids = self._employee(self.teacher)
        now.with_user(self.teacher).action_take_previous()
        self.assertTrue(now.is_taken)

    # ---- who owes figures ----

    def _owing(self, *codes):
        """The collected report, the figures of which the teacher owes."""
        one = self._collected()
        lines = one.owed_line_ids.filtered(lambda line: line.indicator_id.code in codes)
        self.env["vsoko.indicator.setting"].create(
            [
                {
                    "indicator_id": line.indicator_id.id,
                    "company_id": self.school.id,
                    "employee_id": self._employee(self.teacher).id,
                }
                for line in lines
            ]
        )
        return one

    def _figure_tasks(self, one):
        kind = self.env.ref("vsoko_module.mail_activity_figures")
        return one.activity_ids.filtered(lambda task: task.activity_type_id == kind)

    def test_who_owes_figures_is_reminded_by_a_button(self):
        one = self._owing("2.4.5", "2.5")
        one.action_remind()
        task = self._figure_tasks(one).filtered(lambda t: t.user_id == self.teacher)
        self.assertEqual(len(task), 1)
        self.assertIn("2.4.5", task.summary)
        self.assertIn("2.5", task.summary)

    def test_pressed_twice_it_reminds_once(self):
        one = self._owing("2.4.5")
        one.action_remind()
        before = len(self._figure_tasks(one))
        one.action_remind()
        self.assertEqual(len(self._figure_tasks(one)), before)

    def test_figures_of_nobody_are_named_to_who_reminds(self):
        told = self._owing("2.4.5").action_remind()["params"]
        self.assertEqual(told["type"], "warning")
        self.assertIn("Nobody to remind of", told["message"])

    def test_nothing_collected_is_nobody_to_remind(self):
        with self.assertRaisesRegex(UserError, "nobody to remind"):
            self.examination.action_remind()

    def test_a_person_without_a_login_cannot_be_reminded(self):
        self.env["vsoko.role.holder"].search(
            [("company_id", "=", self.school.id)]
        ).unlink()
        with self.assertRaisesRegex(UserError, "Nobody can be reminded"):
            self._collected().action_remind()

    # ---- the demo school ----

    def test_a_demo_school_goes_with_its_signed_report(self):
        for group in ("base.group_system", "hr.group_hr_user", DIRECTOR):
            self.manager.group_ids += self.env.ref(group)
        company = self._make_school("Показательная")
        self.manager.company_ids += company
        demo = self.env["vsoko.demo.school"].with_user(self.manager)
        demo.load(company.with_user(self.manager))
        own = [("company_id", "=", company.id)]
        one = self.env["vsoko.self.examination"].search(own)
        one.write(
            {
                "gaps_reason": "Сведения уточняются",
                "body_id": self.env["vsoko.body"].search([], limit=1).id,
                "date_reviewed": "2023-10-10",
            }
        )
        one.section_ids.action_ready()
        one.action_begin()
        one.action_summarise()
        one.action_review()
        one.action_sign()
        demo.remove(company.with_user(self.manager))
        self.assertFalse(one.exists())
        self.assertFalse(self.env["vsoko.evaluation"].search(own))
