from odoo.exceptions import AccessError, UserError, ValidationError

from .decided import DecidedCase


class TestFindings(DecidedCase):
    """A conclusion: from a figure, with a cause, to people, with a repeat control."""

    def test_a_red_figure_fills_in_its_conclusion(self):
        finding = self._conclude(agreed=False)
        self.assertEqual(finding.name, "Показатель 1.1 – 52\xa0% (Учебный год 2023/24)")
        self.assertEqual((finding.entry, finding.expected), ("52", "60"))
        self.assertEqual(finding.kind, "deficit")
        self.assertTrue(finding.is_red)
        self.assertEqual(finding.indicator_id, self.indicator)

    def test_a_figure_gives_one_conclusion_at_a_time(self):
        first = self._conclude()
        self.assertEqual(self.figure.action_conclude()["res_id"], first.id)

    def test_a_green_figure_is_good_practice(self):
        better = self._make_indicator("1.2", "percent")
        self._set(better, has_target=True, target=60)
        figure = self._measure(better, "75")
        finding = self.env["vsoko.finding"]._from_measurements(figure)
        self.assertEqual(finding.kind, "practice")
        finding.action_agree()
        self.assertEqual(finding.state, "agreed")

    def test_an_indicator_without_a_value_gives_no_conclusion(self):
        empty = self._measure(self._make_indicator("1.3", "percent"), False)
        self.assertRefused(UserError, "no figure yet.*1.3", empty.action_conclude)

    def test_a_procedure_gives_a_conclusion_with_its_facts(self):
        line = self.plan.procedure_ids[:1]
        action = line.with_user(self.deputy).action_conclude()
        made = self.env["vsoko.finding"].with_context(**action["context"]).create({})
        self.assertEqual(made.procedure_id, line)
        self.assertEqual(made.name, line.name)
        self.assertEqual(line.finding_count, 1)

    def test_a_red_one_is_not_agreed_without_a_cause(self):
        finding = self._conclude(agreed=False, cause_id=False)
        said = self.assertRefused(
            ValidationError, "1.1 is red", finding.with_user(self.deputy).action_agree
        )
        self.assertNotIn("addressee", said)

    def test_all_that_is_missing_is_said_at_once(self):
        finding = self._conclude(
            agreed=False,
            addressee_ids=[(5,)],
            term_text=False,
            date_deadline=False,
            expected=False,
            repeat_employee_ids=[(5,)],
        )
        said = self.assertRefused(ValidationError, "addressee", finding.action_agree)
        for word in ("term", "figure is expected", "who carries it out"):
            self.assertIn(word, said)
        self.assertEqual(finding.problem_text.count("\n"), 3)

    def test_a_target_in_the_wrong_direction_is_refused(self):
        self.assertRefused(
            ValidationError,
            "47 is worse than the present one, 52",
            lambda: self._conclude(agreed=False, expected="47"),
        )

    def test_where_less_is_better_a_larger_target_is_refused(self):
        self.indicator.better = "less"
        self.assertRefused(
            ValidationError,
            "60 is worse",
            lambda: self._conclude(agreed=False),
        )

    def test_a_target_that_is_no_figure_is_refused(self):
        self.assertRefused(
            ValidationError,
            "is not a number",
            lambda: self._conclude(agreed=False, expected="лучше"),
        )

    def test_repeat_control_in_the_holidays_is_refused_with_a_way_out(self):
        self.assertRefused(
            ValidationError,
            "01.01.2024: pupils do not study.*first school day after it is 09.01.2024",
            lambda: self._conclude(agreed=False, repeat_on="2024-01-01"),
        )

    def test_an_agreed_one_is_changed_after_a_return(self):
        finding = self._conclude().with_user(self.deputy)
        change = {"expected": "55"}
        self.assertRefused(
            UserError, "return it to draft", lambda: finding.write(change)
        )
        finding.action_draft()
        finding.write(change)
        self.assertEqual(finding.expected, "55")

    def test_a_deficit_is_not_closed_while_nothing_is_judged(self):
        finding = self._conclude()
        self.assertRefused(
            ValidationError, "nothing has been decided", finding.action_close
        )
        decision = self._make_decision(finding_id=finding.id)
        decision.action_adopt()
        self.assertRefused(ValidationError, "not judged yet", finding.action_close)

    def test_causes_are_counted_over_the_year(self):
        self._conclude()
        groups = self.env["vsoko.finding"]._read_group(
            [("company_id", "=", self.school.id)], ["cause_id"], ["__count"]
        )
        self.assertEqual(groups, [(self.cause, 1)])

    def test_a_teacher_sees_what_concerns_her_and_changes_nothing(self):
        finding = self._conclude(agreed=False)
        own = finding.with_user(self.teacher)
        self.assertFalse(own.search([("id", "=", finding.id)]))
        finding.action_agree()
        self.assertTrue(own.search([("id", "=", finding.id)]))
        self.assertRefused(AccessError, "", lambda: own.write({"name": "Другое"}))

    def test_many_conclusions_take_few_queries(self):
        indicators = [self._make_indicator(f"2.{n}", "percent") for n in range(20)]
        figures = self._measure(indicators[0], "10")
        for one in indicators[1:]:
            figures |= self._measure(one, "10")
        self.env["vsoko.finding"]._from_measurements(figures[:1])
        few = self._queries(
            lambda: self.env["vsoko.finding"]._from_measurements(figures[1:3])
        )
        many = self._queries(
            lambda: self.env["vsoko.finding"]._from_measurements(figures[3:])
        )
        self.assertLessEqual(many, few + 4)
