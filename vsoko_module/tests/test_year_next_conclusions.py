from odoo.tests import Form

from .conclusion_case import ConclusionCase

OLD = ("vsoko.finding", "vsoko.decision", "vsoko.procedure", "vsoko.plan")


class TestYearNextConclusions(ConclusionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan("План ВШК на 2023/24", kind="vshk")
        cls.line = cls._make_procedure(cls.plan, "Стартовые работы", "сентябрь")
        cls.finding = cls._agree()

    def _wizard(self, user=None):
        user = user or self.deputy
        action = self.year.with_user(user).action_next_year()
        return self.env["vsoko.year.next"].with_user(user).browse(action["res_id"])

    def _make(self):
        wizard = self._wizard()
        wizard.action_make()
        return wizard

    def _proposed(self, kind, wizard=None):
        wizard = wizard or self._wizard()
        return wizard.proposal_ids.filtered(lambda one: one.kind == kind)

    # ---- problems ----

    def test_an_unsolved_problem_becomes_a_line_of_the_new_plan(self):
        self._find("Черновик")
        self._practise()
        proposal = self._proposed("finding")
        self.assertEqual(proposal.finding_id, self.finding)
        self.assertEqual(proposal.name, self.finding.name)
        self.assertEqual(proposal.date_end, self._day("2023-12-20"))
        self.assertTrue(proposal.remark)
        plan = self._make().new_plan_id
        self.assertEqual(self.finding.plan_line_ids.plan_id, plan)
        self.assertEqual(self.finding.state, "agreed")

    def test_a_solved_problem_stays_in_its_year(self):
        decision = self._decide(self.finding, state="done")
        self._judge(decision, "55")
        self.assertEqual(self.finding.state, "closed")
        wizard = self._wizard()
        self.assertEqual(set(wizard.proposal_ids.mapped("kind")), set())
        wizard.action_make()
        self.assertFalse(self.finding.plan_line_ids)

    def test_a_problem_of_an_earlier_year_is_open_until_it_is_solved(self):
        before = self.env["vsoko.academic.year"]._ensure(2022, self.school)
        old = self._agree("Старая", year_id=before.id, repeat_on=False)
        self.assertIn(old, self._proposed("finding").finding_id)

    def test_its_line_of_this_year_is_not_copied_beside_it(self):
        self.finding._carry_into(self.plan, {self.finding: {"month": "1_09"}})
        self._approve(self.plan)
        kinds = self._wizard().proposal_ids.mapped("kind")
        self.assertEqual(sorted(kinds), ["finding", "procedure"])
        plan = self._make().new_plan_id
        names = plan.procedure_ids.mapped("name")
        self.assertEqual(len(names), 2)
        self.assertEqual(sum(name.startswith("Контроль: ") for name in names), 1)

    def test_a_repeat_control_that_was_not_carried_out_goes_on_in_its_stead(self):
        self._make_procedure(
            self.plan,
            "Повторный контроль",
            "сентябрь",
            finding_id=self.finding.id,
            is_recheck=True,
        )
        self._approve(self.plan)
        self.assertFalse(self._proposed("finding").is_taken)
        plan = self._make().new_plan_id
        mine = plan.procedure_ids.filtered("finding_id")
        self.assertEqual((mine.finding_id, mine.is_recheck), (self.finding, True))

    # ---- decisions ----

    def test_what_was_not_carried_out_becomes_a_project(self):
        decision = self._decide(self.finding, name="Провести занятия")
        proposal = self._proposed("decision")
        self.assertEqual(proposal.decision_id, decision)
        self.assertEqual(proposal.date_end, self._day("2023-12-01"))
        wizard = self._make()
        project = decision.carried_to_ids
        self.assertEqual(project.state, "draft")
        self.assertEqual(project.year_id, wizard.next_year_id)
        self.assertEqual(project.finding_id, self.finding)
        self.assertEqual(project.employee_ids, self.teacher_card)
        self.assertFalse(project.date_deadline)
        self.assertEqual((decision.state, decision.year_id), ("open", self.year))
        action = project.action_view_carried_from()
        self.assertEqual(action["res_id"], decision.id)

    def test_once_the_project_is_adopted_the_old_decision_is_over(self):
        decision = self._decide(self.finding)
        self._make()
        project = decision.carried_to_ids.with_user(self.deputy)
        project.date_deadline = "2024-10-01"
        project.action_adopt()
        self.assertEqual(decision.state, "cancelled")
        self.assertIn("2024/25", decision.cancel_reason)
        self.assertEqual((decision.adopted_count, decision.done_count), (1, 0))

    def test_a_decision_that_was_cancelled_for_good_counts_as_before(self):
        decision = self._decide(self.finding)
        decision.action_cancel("Передумали")
        self.assertEqual(decision.adopted_count, 0)

    def test_what_was_carried_out_is_judged_by_a_line_of_the_plan(self):
        decision = self._decide(self.finding, state="done")
        check = decision._begin_check()
        wizard = self._make()
        line = check.procedure_id
        self.assertEqual(line.plan_id, wizard.new_plan_id)
        self.assertTrue(line.is_recheck)
        self.assertEqual(line.name, "Проверка эффекта решения: провести занятия")
        self.assertIn("было 38, ожидается 50", line.content)
        self.assertFalse(self.finding.plan_line_ids)
        self.assertFalse(decision.carried_to_ids)

    def test_a_decision_without_a_problem_is_judged_too(self):
        decision = self._decide(state="done")
        self._make()
        line = decision.check_ids.procedure_id
        self.assertFalse(line.is_recheck or line.finding_id)
        self.assertEqual(line.content, "Оценить, что изменилось после решения")

    def test_projects_and_cancelled_ones_stay(self):
        self._decide(self.finding, state="draft")
        self._decide(self.finding).action_cancel("Передумали")
        self.assertFalse(self._proposed("decision"))

    # ---- nothing twice, nothing of others ----

    def test_a_second_run_makes_nothing_twice(self):
        self._decide(self.finding)
        self._decide(state="done")
        self._make()
        counts = self._counts()
        self._make()
        self.assertEqual(self._counts(), counts)

    def _counts(self):
        own = [("company_id", "=", self.school.id)]
        models = (*OLD, "vsoko.effect.check")
        return {name: self.env[name].search_count(own) for name in models}

    def test_nothing_of_this_year_is_changed(self):
        self._decide(self.finding)
        self._decide(state="done")
        before = self._old()
        self._make()
        self.assertEqual(self._old(before), before)

    def _old(self, known=None):
        self.env.flush_all()
        rows = {}
        for model in OLD:
            own = [("year_id", "=", self.year.id), ("company_id", "=", self.school.id)]
            for one in self.env[model].search(own):
                rows[model, one.id] = one.read(["name", "state", "write_date"])
        return {key: row for key, row in rows.items() if not known or key in known}

    def test_what_is_not_ticked_stays(self):
        self._decide(self.finding)
        wizard = self._wizard()
        with Form(wizard) as form:
            for place in range(len(wizard.proposal_ids)):
                with form.proposal_ids.edit(place) as proposal:
                    proposal.is_taken = False
        wizard.action_make()
        self.assertFalse(self.finding.plan_line_ids)
        self.assertFalse(self.finding.decision_ids.carried_to_ids)

    def test_another_school_s_problems_are_not_offered(self):
        self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        year = self.env["vsoko.academic.year"]._current(self.other_school)
        action = year.with_user(self.other_deputy).action_next_year()
        wizard = self.env["vsoko.year.next"].browse(action["res_id"])
        self.assertFalse(wizard.proposal_ids)
