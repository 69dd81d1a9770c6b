from odoo.exceptions import AccessError, UserError

from .common import VsokoCase

MOST_QUERIES = 150
# Twice the lines may cost a little more, not twice the queries
MOST_MORE = 15


class TestPlanTemplates(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cyclogram = cls.env.ref("vsoko_module.plan_template_cyclogram")
        cls.plans = cls.env["vsoko.plan"].with_user(cls.deputy)

    def _apply(self, template=None, year=None):
        template = template or self.cyclogram
        return self.plans.action_apply_template(template.id, (year or self.year).id)

    def test_the_cyclogram_ships_whole(self):
        lines = self.cyclogram.procedure_ids
        self.assertEqual(len(lines), 88)
        self.assertEqual(len(lines.step_ids), 170)
        self.assertEqual(len(lines.block_id), 8)
        self.assertEqual(lines.block_id.framework_id, self.cyclogram.framework_id)
        self.assertTrue(all(line.role_ids and line.term_text for line in lines))

    def test_the_plan_of_three_blocks_ships_with_goals_and_tasks(self):
        plan = self.env.ref("vsoko_module.plan_template_quality")
        self.assertTrue(plan.procedure_ids)
        self.assertEqual(len(plan.procedure_ids.block_id), 3)
        for text in (plan.goals, plan.tasks, plan.principles):
            self.assertIn("<li>", text)

    def test_a_template_has_neither_dates_nor_people_nor_events(self):
        lines = self.cyclogram.procedure_ids
        self.assertFalse(any(lines.mapped("date_end")))
        self.assertFalse(lines.employee_ids or lines.event_ids)

    def test_a_template_becomes_the_plan_of_the_year(self):
        plan = self._apply()
        lines = plan.procedure_ids
        self.assertEqual((len(lines), len(lines.step_ids)), (88, 170))
        self.assertEqual(plan.state, "draft")
        self.assertEqual(plan.company_id, self.school)
        self.assertEqual(plan.template_id, self.cyclogram)
        self.assertIn("2023/24", plan.name)
        self.assertEqual(plan.framework_id, self.cyclogram.framework_id)
        days = self.year._school_days()
        dated = lines.filtered("date_end")
        self.assertEqual(len(dated), 88)
        self.assertFalse(set(dated.mapped("date_end")) - days)
        self.assertEqual(len(lines.event_ids), 88)

    def test_roles_become_people_of_this_school(self):
        plan = self._apply().sudo()
        of_deputy = plan.procedure_ids.filtered(
            lambda line: self._role("deputy_uvr") in line.role_ids
        )
        self.assertTrue(of_deputy)
        self.assertIn(self._employee(self.deputy), of_deputy[0].employee_ids)
        self.assertEqual(plan.procedure_ids.employee_ids.company_id, self.school)

    def test_the_author_s_words_and_order_are_copied(self):
        plan = self._apply()
        for name in ("name", "term_text", "role_text", "outcome_text", "number"):
            self.assertEqual(
                plan.procedure_ids.mapped(name),
                self.cyclogram.procedure_ids.mapped(name),
            )

    def test_records_are_accepted_in_place_of_ids(self):
        plan = self.plans.action_apply_template(self.cyclogram, self.year)
        self.assertEqual(plan.procedure_count, 88)

    def test_a_missing_template_or_year_is_a_sentence(self):
        for template, year in ((0, self.year.id), (self.cyclogram.id, 0)):
            with self.assertRaises(UserError):
                self.plans.action_apply_template(template, year)

    def test_explicit_years_move_with_the_plan(self):
        old = self._make_plan("План на 2023/24 учебный год")
        for term in ("10.06.2024", "Октябрь-декабрь 2023г", "октябрь"):
            self._make_procedure(old, name=term, term=term)
        next_year = self.env["vsoko.academic.year"]._ensure(2024, self.school)
        plan = self._apply(old, next_year)
        self.assertEqual(plan.name, "План на 2024/25 учебный год")
        self.assertEqual(
            plan.procedure_ids.mapped("term_text"),
            ["10.06.2025", "Октябрь-декабрь 2024г", "октябрь"],
        )
        self.assertDays(plan.procedure_ids[0], "2025-06-10", "2025-06-10")
        self.assertEqual(old.procedure_ids[0].term_text, "10.06.2024")

    def test_what_was_cancelled_or_done_last_year_begins_anew(self):
        old = self._make_plan()
        self._make_procedure(old, name="Отменена").action_cancel()
        done = self._make_procedure(old, name="Сделана", steps=["Раз"])
        done.step_ids.action_tick()
        done.action_done()
        done.step_ids.is_done = True
        next_year = self.env["vsoko.academic.year"]._ensure(2024, self.school)
        lines = self._apply(old, next_year).procedure_ids
        self.assertEqual(lines.mapped("name"), ["Сделана"])
        self.assertEqual(lines.state, "planned")
        self.assertFalse(lines.step_ids.is_done)

    def test_a_plan_is_kept_as_the_school_s_own_template(self):
        plan = self._make_plan("Наш план", goals="<p>Цель</p>")
        self._make_procedure(plan, steps=["Раз", "Два"])
        action = plan.action_save_as_template()
        template = self.plans.browse(action["res_id"])
        self.assertTrue(template.is_template)
        self.assertEqual(template.company_id, self.school)
        self.assertEqual(template.procedure_ids.step_ids.mapped("name"), ["Раз", "Два"])
        self.assertFalse(template.procedure_ids.event_ids)
        theirs = template.with_user(self.other_deputy)
        self.assertFalse(theirs.search([("name", "=", "Наш план")]))

    def test_nobody_is_told_of_a_plan_made_of_a_template(self):
        with self.assertNobodyIsTold():
            self._apply()

    def test_a_teacher_does_not_make_plans(self):
        with self.assertRaises(AccessError):
            self.plans.with_user(self.teacher).action_apply_template(
                self.cyclogram.id, self.year.id
            )

    def test_a_plan_of_another_school_is_no_template(self):
        own = self._make_plan()
        theirs = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        plans = self.plans.with_user(self.other_deputy)
        with self.assertRaises(AccessError):
            plans.action_apply_template(own.id, theirs.id)

    def test_queries_do_not_grow_with_lines(self):
        doubled = self.cyclogram.copy({"name": "Вдвое"})
        self.env["vsoko.procedure"].create(
            [
                {**line._prepare_copy(0), "plan_id": doubled.id}
                for line in self.cyclogram.procedure_ids
            ]
        )
        once = self._queries(self._apply)
        twice = self._queries(lambda: self._apply(doubled))
        self.assertEqual(doubled.procedure_count, 176)
        self.assertLessEqual(once, MOST_QUERIES)
        self.assertLessEqual(twice, once + MOST_MORE)

    def test_the_wizard_opens_the_new_plan(self):
        wizard = (
            self.env["vsoko.plan.create"]
            .with_user(self.deputy)
            .create({"template_id": self.cyclogram.id, "year_id": self.year.id})
        )
        self.assertEqual(wizard.procedure_count, 88)
        action = wizard.action_create_plan()
        self.assertEqual(self.plans.browse(action["res_id"]).procedure_count, 88)
