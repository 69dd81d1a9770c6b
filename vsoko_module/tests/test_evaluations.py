from odoo.exceptions import AccessError, UserError

from .measured import MeasuredCase


class TestEvaluations(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.framework.write(
            {
                "scoring": "sum",
                "level_ids": [
                    (0, 0, {"name": "Высокий", "min_points": 11}),
                    (0, 0, {"name": "Средний", "min_points": 7}),
                    (0, 0, {"name": "Низкий", "min_points": 0}),
                ],
            }
        )
        cls.indicators = cls._make_indicator("1.1", "points", max_points=5)
        for number in (2, 3, 4):
            cls.indicators += cls._make_indicator(f"1.{number}", "points", max_points=5)

    def _fill(self, *entries, period=None):
        for indicator, entry in zip(self.indicators, entries, strict=False):
            if entry is not None:
                self._measure(indicator, entry, period=period)

    def _line(self, evaluation, code):
        return evaluation.line_ids.filtered(lambda one: one.indicator_id.code == code)

    def test_points_are_added_up_and_give_a_level(self):
        for entries, total, level in [
            (("3", "2", "1", "0,9"), 6.9, "Низкий"),
            (("3", "2", "1", "1"), 7, "Средний"),
            (("5", "4", "1", "0,9"), 10.9, "Средний"),
            (("5", "4", "1", "1"), 11, "Высокий"),
        ]:
            with self.subTest(total=total):
                self.env["vsoko.measurement"].search([]).unlink()
                self._fill(*entries)
                evaluation = self._evaluate()
                self.assertAlmostEqual(evaluation.total_points, total)
                self.assertEqual(evaluation.max_points, 20)
                self.assertEqual(evaluation.level_id.name, level)
                evaluation.unlink()

    def test_what_is_missing_counts_as_nothing_and_is_told(self):
        self._fill("5", None, "5", None)
        evaluation = self._evaluate()
        self.assertEqual(evaluation.total_points, 10)
        self.assertEqual(evaluation.max_points, 20)
        self.assertEqual(evaluation.completeness, 50)

    def test_what_does_not_apply_is_left_out_of_both_sides(self):
        self._fill("5", "4")
        self._set(self.indicators[2], is_excluded=True, reason="Нет дошкольных групп")
        self._set(self.indicators[3], is_excluded=True, reason="Нет дошкольных групп")
        evaluation = self._evaluate()
        self.assertEqual((evaluation.total_points, evaluation.max_points), (9, 10))
        # 9 of 10 are 18 of 20
        self.assertEqual(evaluation.scaled_points, 18)
        self.assertEqual(evaluation.level_id.name, "Высокий")
        self.assertEqual(evaluation.completeness, 100)
        self.assertEqual(self._line(evaluation, "1.3").reason, "Нет дошкольных групп")

    def test_a_critical_indicator_holds_the_level_back(self):
        self.framework.level_ids[0].needs_critical = True
        self.indicators[0].write({"is_critical": True, "critical_points": 3})
        self._fill("2", "5", "5", "5")
        evaluation = self._evaluate()
        self.assertEqual(evaluation.total_points, 17)
        self.assertEqual(evaluation.level_id.name, "Средний")
        self.assertIn("1.1", evaluation.unmet_text)
        self.env["vsoko.measurement"].search(
            [("indicator_id", "=", self.indicators[0].id)]
        ).entry = "3"
        evaluation.action_collect()
        self.assertEqual(evaluation.level_id.name, "Высокий")

    def test_a_mean_of_criteria_takes_weights(self):
        framework = self._make_framework(scoring="mean")
        first = self._make_criterion("К1", framework)
        second = self._make_criterion("К2", framework)
        for code, weight, criterion, entry in [
            ("1.1", 0.3, first, "50"),
            ("1.2", 0.7, first, "100"),
            ("2.1", 1.0, second, "65"),
        ]:
            indicator = self._make_indicator(
                code, "percent", criterion, weight=weight, max_points=100
            )
            self._measure(indicator, entry)
        evaluation = self._evaluate(framework)
        # 0,3·50 + 0,7·100 = 85; (85 + 65) / 2 = 75
        self.assertAlmostEqual(evaluation.total_points, 75)
        self.assertEqual(evaluation.max_points, 100)

    def test_answers_and_bands_bring_points(self):
        criterion = self._make_criterion("2")
        choice = self._make_indicator(
            "2.1",
            "choice",
            criterion,
            option_ids=[
                (0, 0, {"name": "Нет", "points": 0}),
                (0, 0, {"name": "Частично", "points": 1}),
                (0, 0, {"name": "Полностью", "points": 2}),
            ],
        )
        band = self._make_indicator(
            "2.2",
            "number",
            criterion,
            band_ids=[
                (0, 0, {"min_value": start, "points": points})
                for start, points in [(0, 0), (1, 30), (4, 100)]
            ],
        )
        self._measure(choice, "частично")
        self._measure(band, "3")
        evaluation = self._evaluate()
        self.assertEqual(self._line(evaluation, "2.1").points, 1)
        self.assertEqual(self._line(evaluation, "2.1").max_points, 2)
        self.assertEqual(self._line(evaluation, "2.2").points, 30)
        self.assertEqual(self._line(evaluation, "2.2").max_points, 100)

    def test_an_approved_evaluation_keeps_its_figures(self):
        """N12"""
        self._fill("5", "4", "1", "1")
        evaluation = self._evaluate()
        evaluation.with_user(self.director).action_approve()
        one = self._line(evaluation, "1.1").measurement_id
        one.entry = "1"
        self.framework.level_ids.filtered(
            lambda level: level.name == "Высокий"
        ).min_points = 19
        self.assertEqual(evaluation.total_points, 11)
        self.assertEqual(evaluation.level_id.name, "Высокий")
        evaluation.invalidate_recordset()
        different = evaluation.different_line_ids
        self.assertEqual(different.indicator_id.code, "1.1")
        self.assertEqual((different.value_text, different.current_text), ("5", "1"))
        self.assertIn("Deputy", different.changed_by)
        with self.assertRaisesRegex(UserError, "approved"):
            evaluation.action_collect()
        with self.assertRaisesRegex(UserError, "approved"):
            different.points = 0
        with self.assertRaisesRegex(UserError, "approved"):
            evaluation.unlink()

    def test_points_are_not_written_by_hand(self):
        self._fill("5", "4", "1", "1")
        line = self._evaluate().line_ids[0]
        with self.assertRaisesRegex(AccessError, "come from the figures"):
            line.points = 100
        line.comment = "Сверено"

    def test_a_deputy_sends_and_the_director_approves(self):
        self._fill("5", "4", "1", "1")
        evaluation = self._evaluate()
        evaluation.action_send()
        with self.assertRaises(AccessError):
            evaluation.action_approve()
        evaluation.with_user(self.director).action_approve()
        self.assertEqual(evaluation.approved_by_id, self.director)

    def test_a_red_figure_without_a_cause_holds_the_approval(self):
        self._fill("1", "4", "1", "1")
        self._set(self.indicators[0], has_target=True, target=3)
        evaluation = self._evaluate()
        with self.assertRaisesRegex(UserError, "1.1"):
            evaluation.action_send()

    def test_compared_with_the_evaluation_before(self):
        before = self.env["vsoko.period"]._school_year(
            self.env["vsoko.academic.year"]._ensure(2022, self.school)
        )
        self._fill("3", "4", "1", "1", period=before)
        first = self._evaluate(period=before)
        self._fill("5", "4", "1", "0")
        second = self._evaluate()
        self.assertEqual(second.previous_id, first)
        self.assertEqual(second.change_points, 1)
        moved = {
            line.indicator_id.code: line.change_points for line in second.moved_line_ids
        }
        self.assertEqual(moved, {"1.1": 2, "1.4": -1})

    def test_a_new_edition_is_compared_with_the_old_one(self):
        before = self.env["vsoko.period"]._school_year(
            self.env["vsoko.academic.year"]._ensure(2022, self.school)
        )
        self._fill("3", "4", "1", "1", period=before)
        old = self._evaluate(period=before)
        old.with_user(self.director).action_approve()
        action = self.framework.with_user(self.deputy).action_new_edition()
        edition = self.env["vsoko.framework"].browse(action["res_id"])
        indicators = self.env["vsoko.indicator"].search(
            [("framework_id", "=", edition.id)]
        )
        self.assertEqual(indicators.previous_id, self.indicators)
        self.assertEqual(
            edition.level_ids.mapped("name"), ["Высокий", "Средний", "Низкий"]
        )
        indicators[0].max_points = 10
        self._measure(indicators[0], "8")
        new = self._evaluate(edition)
        self.assertEqual(new.previous_id, old)
        self.assertEqual(self._line(new, "1.1").previous_text, "3")
        self.assertEqual(old.total_points, 9)
        self.assertEqual(self._line(old, "1.1").max_points, 5)

    def test_nearest_points_come_first_by_effort(self):
        """N7"""
        self._fill("4", "2", "0", None)
        self._set(self.indicators[1], effort=4)
        self._set(self.indicators[3], is_excluded=True, reason="Не ведём")
        evaluation = self._evaluate()
        # 6 of 15 are 8 of 20: to «Высокий», 11, there are 3 points
        self.assertEqual(evaluation.next_level_id.name, "Высокий")
        self.assertAlmostEqual(evaluation.missing_points, 3)
        codes = evaluation.nearest_line_ids.mapped("indicator_id.code")
        self.assertEqual(codes, ["1.3", "1.1", "1.2"])
        self.assertIn("the first 1", evaluation.nearest_text)
        # a change of one value counts everything anew
        self._measure_again("1.3", "5")
        evaluation.action_collect()
        self.assertFalse(evaluation.next_level_id)

    def _measure_again(self, code, entry):
        self.env["vsoko.measurement"].search(
            [("indicator_id.code", "=", code), ("framework_id", "=", self.framework.id)]
        ).entry = entry

    def test_pictures_are_drawn(self):
        for code in ("2", "3"):
            indicator = self._make_indicator(
                f"{code}.1", "points", self._make_criterion(code), max_points=5
            )
            self._measure(indicator, "4")
        self._fill("5", "4", "1", "1")
        evaluation = self._evaluate()
        self.assertIn("data:image/svg+xml", evaluation.radar)
        self.assertIn("data:image/svg+xml", evaluation.bars)
        self.assertEqual(
            evaluation._criterion_shares(),
            {"1. Критерий 1": 55, "2. Критерий 2": 80, "3. Критерий 3": 80},
        )

    def test_collecting_asks_a_fixed_number_of_queries(self):
        self._fill("5", "4", "1", "1")
        self._evaluate().unlink()
        few = self._queries_of_collecting()
        criterion = self._make_criterion("9")
        for number in range(40):
            indicator = self._make_indicator(
                f"9.{number}", "points", criterion, max_points=5
            )
            self._measure(indicator, "4")
        self.env.flush_all()
        self.assertLessEqual(self._queries_of_collecting(), few + 2)

    def _queries_of_collecting(self):
        evaluation = self.env["vsoko.evaluation"].create(
            {
                "framework_id": self.framework.id,
                "period_id": self.period.id,
                "company_id": self.school.id,
            }
        )
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        evaluation.action_collect()
        self.env.flush_all()
        asked = self.cr.sql_log_count - before
        evaluation.unlink()
        return asked
