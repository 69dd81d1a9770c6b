from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .conclusion_case import ConclusionCase


class TestFindingIntoPlan(ConclusionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan("План ВШК", kind="vshk")
        cls.finding = cls._agree()

    def _wizard(self, findings=None, user=None):
        findings = (findings or self.finding).with_user(user or self.deputy)
        action = findings.action_plan()
        return findings.env["vsoko.finding.plan"].browse(action["res_id"])

    def _add(self, findings=None, **values):
        wizard = self._wizard(findings)
        wizard.write(values)
        wizard.action_add()
        return wizard

    # ---- the line ----

    def test_a_problem_becomes_a_line_of_the_plan(self):
        self._add()
        line = self.finding.plan_line_ids
        self.assertEqual(line.plan_id, self.plan)
        self.assertEqual(line.name, "Контроль: качество знаний в 7Б – 38 %")
        self.assertIn("Причина: кадры – Полгода без учителя.", line.object)
        self.assertEqual(
            line.step_ids.mapped("name"),
            [
                "Выполнение рекомендации: «Провести срез по теме „Дроби“»",
                "Показатель: было 38, ожидается 50",
                "Критерий успеха: не меньше половины справились",
            ],
        )
        self.assertEqual(line.method_ids, self.method)
        self.assertEqual(line.sudo().employee_ids, self.deputy_card)
        self.assertEqual(line.outcome_ids.code, "note")
        self.assertFalse(line.is_recheck)

    def test_the_line_stands_under_the_month_of_the_repeat_control(self):
        self._add()
        self.assertEqual(self.finding.plan_line_ids.month, "2_02")
        self.assertEqual(self.finding.plan_line_ids.date_end.month, 2)

    def test_words_about_time_become_dates(self):
        wizard = self._wizard()
        wizard.line_ids.term_text = "до 20 апреля"
        wizard.action_add()
        line = self.finding.plan_line_ids
        self.assertEqual(line.date_end, self._day("2024-04-19"))
        self.assertEqual(line.month, "2_04")

    def test_figures_are_said_with_their_unit(self):
        indicator = self._make_indicator("1.1", "percent")
        self.finding.action_reopen()
        finding = self._agree(indicator_id=indicator.id)
        self._add(finding)
        self.assertIn("было 38\xa0%, ожидается 50\xa0%", finding.plan_line_ids.content)

    def test_the_way_leads_there_and_back(self):
        self._add()
        self.assertEqual(self.finding.plan_line_count, 1)
        action = self.finding.action_view_plan_lines()
        line = self.env["vsoko.procedure"].browse(action["res_id"])
        self.assertEqual(line.action_view_finding()["res_id"], self.finding.id)

    # ---- several, once ----

    def test_several_problems_go_into_the_plan_at_once(self):
        other = self._agree("Пропуски уроков в 9А")
        self._add(self.finding | other)
        self.assertEqual(self.plan.procedure_ids.finding_id, self.finding | other)

    def test_no_problem_comes_into_one_plan_twice(self):
        self._add()
        other = self._agree("Пропуски уроков в 9А")
        wizard = self._wizard(self.finding | other)
        self.assertEqual(wizard.line_ids.mapped("is_in_plan"), [True, False])
        self.assertEqual(wizard.line_ids.mapped("is_taken"), [False, True])
        wizard.line_ids.is_taken = True
        wizard.action_add()
        self.assertEqual(len(self.plan.procedure_ids), 2)
        again = self._wizard()
        again.line_ids.is_taken = True
        with self.assertRaisesRegex(UserError, "План ВШК"):
            again.action_add()

    def test_two_people_at_once_do_not_make_it_twice(self):
        self._add()
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(UniqueViolation),
            self.cr.savepoint(),
        ):
            self._make_procedure(self.plan, finding_id=self.finding.id)
            self.env.flush_all()

    def test_what_is_not_ticked_stays(self):
        other = self._agree("Пропуски уроков в 9А")
        wizard = self._wizard(self.finding | other)
        wizard.line_ids[0].is_taken = False
        wizard.action_add()
        self.assertEqual(self.plan.procedure_ids.finding_id, other)
        wizard.line_ids.is_taken = False
        with self.assertRaises(UserError):
            wizard.action_add()

    def test_only_agreed_deficits_go_into_a_plan(self):
        for finding in (self._find("Черновик"), self._practise()):
            with self.assertRaises(UserError):
                finding.action_plan()
        wizard = self._wizard(self.finding | self._find("Черновик"))
        self.assertEqual(wizard.line_ids.finding_id, self.finding)

    # ---- which plan ----

    def test_an_approved_plan_gets_a_new_edition(self):
        self._make_procedure(self.plan)
        self._approve(self.plan)
        wizard = self._wizard()
        self.assertEqual(wizard.plan_id, self.plan)
        self.assertTrue(wizard.needs_edition)
        wizard.action_add()
        self.assertEqual((self.plan.state, self.plan.edition), ("draft", 2))
        self.assertIn("проблемы", self.plan.sudo().change_reason)
        self.assertFalse(self.finding.plan_line_ids.is_published)

    def test_without_a_reason_nothing_is_opened(self):
        self._make_procedure(self.plan)
        self._approve(self.plan)
        wizard = self._wizard()
        wizard.reason = " "
        with self.assertRaises(UserError):
            wizard.action_add()
        self.assertEqual(self.plan.state, "approved")
        self.assertFalse(self.finding.plan_line_ids)

    def test_nobody_opens_an_edition_for_what_is_there(self):
        self._add()
        self._approve(self.plan)
        with self.assertRaises(UserError):
            self._add(plan_id=self.plan.id)
        self.assertEqual(self.plan.state, "approved")

    def test_a_plan_of_the_next_year_is_made_once(self):
        self._add(target="next")
        plan = self.finding.plan_line_ids.plan_id
        self.assertEqual(plan.kind, "vshk")
        self.assertEqual(plan.year_id.name, "2024/25")
        self.assertIn("2024/25", plan.name)
        other = self._agree("Пропуски уроков в 9А")
        self._add(other, target="next")
        self.assertEqual(other.plan_line_ids.plan_id, plan)
        self._add(target="this")
        self.assertEqual(len(self.finding.plan_line_ids), 2)

    def test_without_any_plan_a_new_one_is_proposed(self):
        self.plan.unlink()
        wizard = self._wizard()
        self.assertEqual(wizard.target, "this")
        wizard.action_add()
        self.assertEqual(self.finding.plan_line_ids.plan_id.year_id, self.year)

    def test_an_in_school_control_plan_goes_before_others(self):
        self._make_plan("План ВСОКО")
        self.assertEqual(self._wizard().plan_id, self.plan)

    # ---- whose ----

    def test_a_teacher_plans_nothing(self):
        with self.assertRaises(AccessError):
            self._wizard(user=self.teacher)

    def test_a_plan_of_another_school_is_refused(self):
        theirs = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        foreign = self._make_plan("Их план", year=theirs, user=self.other_deputy)
        wizard = self._wizard()
        wizard.sudo().plan_id = foreign
        with self.assertRaises(AccessError):
            wizard.action_add()
        with self.assertRaises(AccessError):
            self._wizard(user=self.other_deputy)

    def test_nobody_looks_into_another_s_wizard(self):
        wizard = self._wizard()
        with self.assertRaises(AccessError):
            wizard.with_user(self.director).read(["reason"])

    def test_many_problems_take_few_queries(self):
        few = [self._agree(f"Проблема {number}") for number in range(2)]
        many = [self._agree(f"Проблема ещё {number}") for number in range(12)]
        self._add(self.finding)
        counts = [
            self._queries(lambda own=own: self._add(self.finding.union(*own)))
            for own in (few, many)
        ]
        self.assertLess(counts[1], counts[0] + 10 * 8)
