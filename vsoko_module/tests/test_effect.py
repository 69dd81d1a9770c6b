from odoo.exceptions import AccessError, UserError, ValidationError

from .decided import DecidedCase


class TestEffect(DecidedCase):
    """Effect in figures (N3): before, after and target are kept and judged."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        finding = cls._conclude()
        cls._sign(cls._make_order(finding))
        # About the red figure, by an order, carried out by the teacher
        cls.decision = finding.decision_ids
        cls.decision.with_user(cls.teacher).action_done()

    def _judge(self, decision, after):
        check = decision.check_ids.with_user(self.deputy)
        check.after_entry = after
        check.action_judge()
        return check

    def test_52_to_61_at_60_is_reached(self):
        for after, verdict in [
            ("61", "reached"),
            ("56", "partly"),
            ("52", "none"),
            ("47", "worse"),
        ]:
            with self.subTest(after=after):
                check = self.env["vsoko.effect.check"].new(
                    {"before_entry": "52", "target_entry": "60", "after_entry": after}
                )
                self.assertEqual(check.verdict, verdict)

    def test_where_less_is_better_it_is_mirrored(self):
        for after, verdict in [
            ("39", "reached"),
            ("46", "partly"),
            ("52", "none"),
            ("57", "worse"),
        ]:
            with self.subTest(after=after):
                check = self.env["vsoko.effect.check"].new(
                    {
                        "before_entry": "52",
                        "target_entry": "40",
                        "after_entry": after,
                        "better": "less",
                    }
                )
                self.assertEqual(check.verdict, verdict)

    def test_an_order_keeps_the_figure_before_and_the_target(self):
        decision = self.decision
        check = decision.check_ids
        self.assertEqual((check.before_entry, check.target_entry), ("52", "60"))
        self.assertEqual(check.procedure_id, decision.finding_id.recheck_ids)
        self.figure.entry = "58"
        self.assertEqual(check.before_entry, "52")

    def test_the_director_confirms_what_is_judged(self):
        decision = self.decision
        boss = decision.with_user(self.director)
        self.assertRefused(UserError, "has not been judged", boss.action_verify)
        self._judge(decision, "61")
        self.assertRefused(
            AccessError, "", decision.with_user(self.deputy).action_verify
        )
        boss.action_verify()
        self.assertEqual(decision.state, "verified")
        self.assertEqual(decision.finding_id.state, "closed")

    def test_no_effect_cannot_be_confirmed_and_begins_a_new_turn(self):
        decision = self.decision
        check = self._judge(decision, "52")
        boss = decision.with_user(self.director)
        self.assertRefused(UserError, "not.*confirmed", boss.action_verify)
        boss.action_ineffective()
        self.assertEqual(decision.finding_id.state, "agreed")
        turn = self.env["vsoko.finding"].browse(check.action_new_turn()["res_id"])
        self.assertEqual(turn.previous_id, decision.finding_id)
        self.assertEqual((turn.entry, turn.state), ("52", "draft"))
        self.assertFalse(turn.decision_ids)
        self.assertFalse(turn.date_deadline)

    def test_what_is_reached_is_not_called_ineffective(self):
        decision = self.decision
        self._judge(decision, "61")
        self.assertRefused(
            UserError,
            "target is reached",
            decision.with_user(self.director).action_ineffective,
        )

    def test_a_judged_check_stays_as_it_is(self):
        check = self._judge(self.decision, "56")
        for act in (
            lambda: check.write({"after_entry": "61"}),
            check.action_judge,
            check.unlink,
        ):
            self.assertRefused(UserError, "is judged", act)

    def test_the_new_figure_comes_from_the_indicator(self):
        decision = self.decision
        check = decision.check_ids.with_user(self.deputy)
        self.assertRefused(UserError, "no value after", check.action_take_figure)
        after = self.env["vsoko.academic.year"]._ensure(2024, self.school)
        period = self.env["vsoko.period"]._school_year(after)
        self._measure(self.indicator, "63", period=period)
        check.action_take_figure()
        self.assertEqual((check.after_entry, check.verdict), ("63", "reached"))

    def test_a_figure_that_is_none_is_refused(self):
        check = self.decision.check_ids.with_user(self.deputy)
        check.write({"after_entry": "много", "verdict": "reached"})
        self.assertRefused(UserError, "is not a number", check.action_judge)

    def test_nobody_chooses_another_verdict_than_the_figures(self):
        check = self.decision.check_ids.with_user(self.deputy)
        check.write({"after_entry": "47", "verdict": "reached"})
        self.assertTrue(check.is_counted)
        check.action_judge()
        self.assertEqual(check.verdict, "worse")

    def test_without_figures_people_judge_in_words(self):
        decision = self._make_decision(name="Назначить ответственного за ВПР")
        decision.action_adopt()
        decision.action_done()
        check = self.env["vsoko.effect.check"].browse(
            decision.action_check_effect()["res_id"]
        )
        self.assertRefused(UserError, "choose the verdict", check.action_judge)
        check.verdict = "reached"
        self.assertRefused(UserError, "needs a few words", check.action_judge)
        check.comment = "Ответственный назначен, график соблюдён"
        check.action_judge()
        self.assertEqual(decision.verdict, "reached")

    def test_the_year_is_counted(self):
        decision = self.decision
        self._judge(decision, "61")
        decision.with_user(self.director).action_verify()
        council = self.env.ref("vsoko_module.body_pedagogical_council")
        late = self._make_decision(term_text="до 2 октября", body_id=council.id)
        late.action_adopt()
        late.action_done()
        self._make_decision()
        self.env.flush_all()
        sums = self.env["vsoko.decision"]._read_group(
            [("company_id", "=", self.school.id)],
            ["adopted_by"],
            [
                f"{name}_count:sum"
                for name in ("adopted", "done", "in_time", "verified", "effective")
            ],
        )
        self.assertEqual(
            sorted(sums, key=str),
            [
                ("Педагогический совет", 1, 1, 0, 0, 0),
                ("Приказ", 1, 1, 1, 1, 1),
                (False, 0, 0, 0, 0, 0),
            ],
        )


class TestDecisions(DecidedCase):
    """A decision: who, by when, and who may say what of it."""

    def test_without_a_person_or_a_term_it_stays_a_project(self):
        decision = self._make_decision(employee_ids=[(5,)], term_text=False)
        self.assertEqual(decision.state, "draft")
        said = self.assertRefused(
            ValidationError, "nobody is responsible", decision.action_adopt
        )
        self.assertIn("no term", said)

    def test_words_of_a_term_become_a_day(self):
        decision = self._make_decision(term_text="до 15 февраля 2024 года")
        self.assertEqual(decision.date_deadline, self._day("2024-02-15"))

    def test_a_target_in_the_wrong_direction_is_refused(self):
        finding = self._conclude()
        self.assertRefused(
            ValidationError,
            "47 is worse",
            lambda: self._make_decision(finding_id=finding.id, expected="47"),
        )

    def test_a_teacher_reports_on_her_own_and_changes_nothing(self):
        decision = self._make_decision()
        decision.action_adopt()
        own = decision.with_user(self.teacher)
        self.assertRefused(
            AccessError, "you may report", lambda: own.write({"name": "Х"})
        )
        own.action_start()
        own.write({"review_ids": [(0, 0, {"note": "Начали", "progress": 40})]})
        self.assertEqual(decision.progress, 40)
        own.action_done()
        self.assertEqual(decision.done_on, self._day("2023-10-16"))
        self.assertRefused(AccessError, "", own.action_verify)

    def test_a_colleague_sees_nothing_of_it(self):
        decision = self._make_decision()
        decision.action_adopt()
        self.assertFalse(
            self.env["vsoko.decision"]
            .with_user(self.outsider)
            .search([("id", "=", decision.id)])
        )

    def test_what_is_adopted_is_cancelled_with_a_reason(self):
        decision = self._make_decision()
        decision.action_adopt()
        self.assertRefused(UserError, "cancel it with a reason", decision.unlink)
        self.assertRefused(UserError, "Say why", decision.action_cancel)
        decision.action_cancel("Задача снята")
        self.assertEqual(decision.cancel_reason, "Задача снята")

    def test_a_measure_names_a_code_and_no_pupil(self):
        values = {"name": "Занятия", "company_id": self.school.id}
        values["year_id"] = self.year.id
        measure = self.env["vsoko.measure"].create({**values, "pupil_code": "7Б-14"})
        self.assertRefused(
            ValidationError,
            "looks like a name",
            lambda: measure.write({"pupil_code": "Учеников Пётр"}),
        )
