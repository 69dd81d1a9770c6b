from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form

from .common import VsokoCase


class TestVisits(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sheet = cls.env["vsoko.sheet"].create(
            {
                "name": "Посещение урока",
                "company_id": cls.school.id,
                "line_ids": [
                    (0, 0, {"name": "Цель названа", "max_points": 2}),
                    (0, 0, {"name": "Работа в парах", "max_points": 3}),
                    (0, 0, {"name": "Опыт безопасен", "max_points": 1}),
                ],
            }
        )
        cls.visit = cls._visit(cls.deputy)

    @classmethod
    def _visit(cls, observer, **values):
        return (
            cls.env["vsoko.observation"]
            .with_user(observer)
            .create(
                {
                    "sheet_id": cls.sheet.id,
                    "employee_id": cls._employee(cls.teacher).id,
                    "company_id": cls.school.id,
                    **values,
                }
            )
        )

    def _answer(self, visit, *answers):
        for line, answer in zip(visit.line_ids, answers, strict=True):
            line.with_context(answer=answer).action_answer()

    def test_the_sheet_becomes_lines_to_tap(self):
        self.assertEqual(
            self.visit.line_ids.mapped("name"), self.sheet.line_ids.mapped("name")
        )
        self.assertEqual(self.visit.open_count, 3)

    def test_what_is_not_applicable_does_not_count(self):
        self._answer(self.visit, "1", "3", "na")
        self.assertEqual(self.visit.share, 80)
        self._answer(self.visit, "0", "0", "na")
        self.assertEqual(self.visit.share, 0)
        self._answer(self.visit, "na", "na", "na")
        self.assertEqual(self.visit.share, 0)

    def test_no_more_points_than_the_line_has(self):
        with self.assertRaisesRegex(ValidationError, "Цель названа"):
            self._answer(self.visit, "3", "3", "1")

    def test_a_visit_is_finished_when_all_is_answered(self):
        self.visit.line_ids[0].with_context(answer="2").action_answer()
        with self.assertRaisesRegex(UserError, "Работа в парах"):
            self.visit.action_done()
        self._answer(self.visit, "2", "2", "1")
        self.visit.action_done()
        with self.assertRaises(UserError):
            self._answer(self.visit, "1", "1", "1")
        with self.assertRaises(UserError):
            self.visit.topic = "Другая"
        with self.assertRaises(UserError):
            self.visit.unlink()
        self.visit.action_reopen()
        self.visit.topic = "Дроби"

    def test_the_teacher_sees_her_lesson_when_the_visit_is_finished(self):
        mine = self.visit.with_user(self.teacher)
        with self.assertRaises(AccessError):
            mine.read(["share"])
        self._answer(self.visit, "2", "2", "1")
        self.visit.action_done()
        self.assertTrue(mine.line_ids.mapped("answer"))
        with self.assertRaises(UserError):
            mine.strengths = "Всё"
        with self.assertRaises(AccessError):
            self.visit.with_user(self.outsider).read(["share"])
        self.assertFalse(
            self.env["vsoko.observation.line"].with_user(self.outsider).search([])
        )

    def test_a_teacher_observes_a_colleague_and_no_one_in_another_s_name(self):
        own = self._visit(self.outsider)
        self._answer(own, "2", "2", "1")
        own.action_done()
        with self.assertRaises(UserError):
            own.action_reopen()
        with self.assertRaises(AccessError):
            self._visit(self.outsider, observer_id=self.deputy.id)

    def test_another_school_sees_nothing(self):
        theirs = self.visit.with_user(self.other_deputy)
        self.assertFalse(theirs.search([]))
        with self.assertRaises(AccessError):
            theirs.read(["share"])

    def test_finished_visits_add_up_to_a_profile(self):
        second = self._visit(self.deputy)
        self._answer(self.visit, "2", "3", "1")
        self._answer(second, "1", "0", "na")
        (self.visit | second).action_done()
        profile = dict(
            self.env["vsoko.observation.line"]
            .with_user(self.deputy)
            ._read_group(
                [("is_counted", "=", True), ("sheet_id", "=", self.sheet.id)],
                ["sheet_line_id"],
                ["share:avg"],
            )
        )
        shares = {line.name: share for line, share in profile.items()}
        self.assertEqual(
            shares, {"Цель названа": 75, "Работа в парах": 50, "Опыт безопасен": 100}
        )

    def test_a_line_that_was_used_stays_and_the_sheet_may_change(self):
        self._answer(self.visit, "2", "3", "1")
        self.sheet.line_ids[0].max_points = 5
        self.assertEqual(self.visit.line_ids[0].max_points, 2)

    def test_visits_are_counted_at_their_procedure(self):
        line = self._make_procedure(self._make_plan())
        self.visit.procedure_id = line
        self.assertEqual(line.observation_count, 1)
        self.assertEqual(line.action_view_observations()["domain"][0][2], line.ids)

    def test_the_form_offers_the_lines_of_the_sheet(self):
        form = Form(self.env["vsoko.observation"].with_user(self.deputy))
        form.sheet_id = self.sheet
        form.employee_id = self._employee(self.teacher)
        self.assertEqual(len(form.save().line_ids), 3)
