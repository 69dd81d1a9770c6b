from psycopg2.errors import UniqueViolation

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tools import mute_logger

from .measured import MeasuredCase


class TestMeasurements(MeasuredCase):
    def test_a_value_is_read_as_people_write_it(self):
        share = self._measure(self._make_indicator("1.1", "share"), "25 из 75")
        self.assertEqual((share.numerator, share.denominator), (25, 75))
        self.assertAlmostEqual(share.value, 100 / 3)
        self.assertEqual(share.value_text, "25 (33,3\xa0%)")

        percent = self._measure(self._make_indicator("1.2", "percent"), "62,5 %")
        self.assertEqual(percent.value, 62.5)
        yes = self._measure(self._make_indicator("1.3", "yes_no"), "Да")
        self.assertEqual((yes.value, yes.value_text), (1, "да"))

    def test_absent_is_not_zero(self):
        nothing = self._measure(self._make_indicator("1.1"), False)
        zero = self._measure(self._make_indicator("1.2"), "0")
        self.assertFalse(nothing.is_filled)
        self.assertTrue(zero.is_filled)
        self.assertEqual(nothing.value_text, "")
        self.assertEqual(zero.value_text, "0")

    def test_values_that_cannot_be_are_refused_with_the_code(self):
        share = self._make_indicator("1.1", "share")
        percent = self._make_indicator("1.2", "percent")
        points = self._make_indicator("1.3", "points", max_points=3)
        choice = self._make_indicator(
            "1.4", "choice", option_ids=[(0, 0, {"name": "Есть план", "points": 1})]
        )
        for indicator, entry, said in [
            (share, "30/25", "the part is larger than the whole"),
            (share, "30", "how many and out of how many"),
            (share, "0/0", "nobody to count the share of"),
            (percent, "101", "above 100"),
            (percent, "–1", "below zero"),
            (percent, "много", "is not a number"),
            (points, "4", "above the most points possible, 3"),
            (choice, "Нет плана", "The answers are: Есть план"),
            (self._make_indicator("1.5", "yes_no"), "иногда", "neither"),
        ]:
            with self.subTest(entry=entry):
                told = self.assertRefused(
                    ValidationError,
                    said,
                    lambda: self._measure(indicator, entry),  # noqa: B023
                )
                self.assertIn(indicator.code, told)

    def test_not_applicable_needs_a_reason(self):
        indicator = self._make_indicator()
        self.assertRefused(
            ValidationError, "why the", lambda: self._measure(indicator, "н/п")
        )
        one = self._measure(indicator, "н/п", comment="Нет 11 классов")
        self.assertTrue(one.is_excluded)
        self.assertFalse(one.is_filled)

    @mute_logger("odoo.sql_db")
    def test_an_indicator_has_one_value_in_a_period(self):
        indicator = self._make_indicator()
        self._measure(indicator, "5")
        with self.assertRaises(UniqueViolation), self.cr.savepoint():
            self._measure(indicator, "6")

    def test_every_change_is_written_down(self):
        one = self._measure(self._make_indicator(), "5")
        one.with_context(vsoko_change_reason="Опечатка").entry = "6"
        one.invalidate_recordset()
        self.assertEqual(
            [(c.user_id, c.old_value, c.new_value, c.reason) for c in one.change_ids],
            [
                (self.deputy, "5", "6", "Опечатка"),
                (self.deputy, False, "5", False),
            ],
        )
        with self.assertRaises(AccessError):
            one.change_ids[0].with_user(self.deputy).old_value = "7"

    def test_the_light_follows_the_borders_of_the_school(self):
        more = self._make_indicator("1.1", "percent")
        less = self._make_indicator("1.2", "percent", better="less")
        self._set(more, has_borders=True, border_green=60, border_red=40)
        self._set(less, has_borders=True, border_green=5, border_red=10)
        for indicator, entry, light in [
            (more, "60", "green"),
            (more, "59,9", "yellow"),
            (more, "40", "yellow"),
            (more, "39,9", "red"),
            (less, "5", "green"),
            (less, "10", "yellow"),
            (less, "10,1", "red"),
        ]:
            with self.subTest(entry=entry, better=indicator.better):
                one = self._measure(indicator, entry)
                self.assertEqual(one.light, light)
                one.unlink()

    def test_the_light_changes_with_the_target(self):
        indicator = self._make_indicator("1.1", "percent")
        one = self._measure(indicator, "55")
        self.assertFalse(one.light)
        setting = self._set(indicator, has_target=True, target=60)
        self.assertEqual(one.light, "red")
        setting.target = 50
        self.assertEqual(one.light, "green")

    def test_borders_on_the_wrong_side_are_refused(self):
        indicator = self._make_indicator("1.1", "percent")
        with self.assertRaisesRegex(ValidationError, "Change places"):
            self._set(indicator, has_borders=True, border_green=40, border_red=60)

    def test_a_red_figure_without_a_cause_is_not_submitted(self):
        """N4"""
        indicator = self._make_indicator("1.7", "percent")
        self._set(indicator, has_target=True, target=60)
        one = self._measure(indicator, "55")
        with self.assertRaisesRegex(UserError, "1.7"):
            one.action_submit()
        cause = self.env.ref("vsoko_module.cause_staff")
        one.cause_id = cause
        with self.assertRaisesRegex(UserError, "1.7"):
            one.action_submit()
        one.cause_note = "Два месяца не было учителя"
        one.action_submit()
        self.assertEqual(one.state, "submitted")
        counted = self.env["vsoko.measurement"]._read_group(
            [("light", "=", "red")], ["cause_id"], ["__count"]
        )
        self.assertEqual(counted, [(cause, 1)])

    def test_a_change_makes_it_a_draft_again(self):
        one = self._measure(self._make_indicator(), "5")
        one.action_submit()
        one.entry = "6"
        self.assertEqual(one.state, "draft")

    def test_figures_of_a_closed_period_stay(self):
        one = self._measure(self._make_indicator(), "5")
        self.period.with_user(self.deputy).action_close()
        with self.assertRaisesRegex(UserError, "is closed"):
            one.entry = "6"
        with self.assertRaisesRegex(UserError, "is closed"):
            one.unlink()
        with self.assertRaisesRegex(UserError, "is closed"):
            self._measure(self._make_indicator("1.2"), "6")
        self.assertEqual(one.entry, "5")

    def test_a_period_with_silent_red_figures_is_not_closed(self):
        indicator = self._make_indicator("1.7", "percent")
        self._set(indicator, has_target=True, target=60)
        self._measure(indicator, "55")
        with self.assertRaisesRegex(UserError, "1.7"):
            self.period.with_user(self.deputy).action_close()

    def test_only_the_director_opens_a_period_and_says_why(self):
        self.period.with_user(self.deputy).action_close()
        with self.assertRaises(UserError):
            self.period.with_user(self.deputy).action_open_again("Ошибка в отчёте")
        with self.assertRaisesRegex(UserError, "Say why"):
            self.period.with_user(self.director).action_open_again(" ")
        self.period.with_user(self.director).action_open_again("Ошибка в отчёте")
        self.assertFalse(self.period.is_closed)
        one = self._measure(self._make_indicator(), "5")
        self.assertEqual(one.change_ids.reason, "Ошибка в отчёте")

    def test_a_class_has_a_value_only_where_classes_are_measured(self):
        school_class = self.env["vsoko.class"].create(
            {"parallel": 5, "letter": "А", "year_id": self.year.id}
        )
        indicator = self._make_indicator("1.1")
        self.assertRefused(
            ValidationError,
            "Measured for",
            lambda: self._measure(indicator, "5", class_id=school_class.id),
        )
        indicator.scope = "class"
        self.assertTrue(self._measure(indicator, "5", class_id=school_class.id))

    def test_a_teacher_reads_and_does_not_write(self):
        one = self._measure(self._make_indicator(), "5")
        self.assertEqual(one.with_user(self.teacher).value_text, "5")
        with self.assertRaises(AccessError):
            one.with_user(self.teacher).entry = "6"

    def test_another_school_sees_nothing(self):
        one = self._measure(self._make_indicator(), "5")
        theirs = self.env["vsoko.measurement"].with_user(self.other_deputy)
        self.assertFalse(theirs.with_context(allowed_company_ids=[]).search([]))
        with self.assertRaises(AccessError):
            theirs.browse(one.id).read(["entry"])

    def test_the_unit_cannot_be_changed_under_figures_that_do_not_fit(self):
        indicator = self._make_indicator()
        self._measure(indicator, "500")
        with self.assertRaisesRegex(ValidationError, "above 100"):
            indicator.unit = "percent"


class TestCollect(MeasuredCase):
    def _collect(self, *indicators):
        together = self.env["vsoko.indicator"].union(*indicators)
        return (
            self.env["vsoko.measurement"]
            .with_user(self.deputy)
            ._collect(together, self.period)
        )

    def _value(self, indicator):
        return self.env["vsoko.measurement"].search(
            [("indicator_id", "=", indicator.id), ("class_id", "=", False)]
        )

    def _classes(self, *letters):
        return self.env["vsoko.class"].create(
            [
                {"parallel": 5, "letter": letter, "year_id": self.year.id}
                for letter in letters
            ]
        )

    def test_shares_of_classes_are_added_up_by_their_parts(self):
        indicator = self._make_indicator("1.5", "share", scope="class")
        first, second = self._classes("А", "Б")
        self._measure(indicator, "10/20", class_id=first.id)
        self._measure(indicator, "5/30", class_id=second.id)
        self._collect(indicator)
        value = self._value(indicator)
        self.assertEqual((value.entry, value.origin), ("15/50", "classes"))
        self.assertEqual(value.value, 30)

    def test_percents_of_classes_are_averaged_and_quantities_added(self):
        percent = self._make_indicator("1.1", "percent", scope="class")
        number = self._make_indicator("1.2", "number", scope="class")
        for letter, share, count in zip(
            self._classes("А", "Б"), ("50", "100"), ("7", "8"), strict=True
        ):
            self._measure(percent, share, class_id=letter.id)
            self._measure(number, count, class_id=letter.id)
        self._collect(percent, number)
        self.assertEqual(self._value(percent).value, 75)
        self.assertEqual(self._value(number).value, 15)

    def test_a_formula_counts_from_the_records(self):
        self._make_approved_plan()
        plan = self._make_plan("Ещё план")
        self._make_procedure(plan, name="Посещение", roles="class_teacher")
        self._approve(plan)
        plan.procedure_ids.with_user(self.teacher).action_start()
        plan.procedure_ids.with_user(self.teacher).action_done()
        indicator = self._make_indicator(
            "1.1",
            "share",
            formula="процедур_проведено",
            formula_total="процедур_по_плану",
        )
        self._collect(indicator)
        value = self._value(indicator)
        self.assertEqual((value.entry, value.origin), ("1/2", "formula"))
        self.assertEqual(
            value.passport["figures"],
            {"процедур_проведено": 1, "процедур_по_плану": 2},
        )
        self.assertIn("процедур_по_плану = 2", value.passport_text)

    def test_formulas_read_one_another(self):
        first = self._make_indicator("1.1")
        second = self._make_indicator("1.2", formula='показатель("1.1") * 2')
        third = self._make_indicator("1.3", formula='показатель("1.2") + 1')
        self._measure(first, "5")
        self._collect(third, second, first)
        self.assertEqual(self._value(third).value, 11)

    def test_what_is_not_known_gives_no_value(self):
        self._make_indicator("1.1")
        second = self._make_indicator("1.2", formula='показатель("1.1") * 2')
        _values, problems = self._collect(second)
        self.assertFalse(self._value(second))
        self.assertFalse(problems)

    def test_division_by_zero_is_told_and_writes_nothing(self):
        indicator = self._make_indicator("1.1", formula="уроков_посещено / приказов")
        _values, problems = self._collect(indicator)
        self.assertIn("divides by zero", problems[indicator])
        self.assertFalse(self._value(indicator))

    def test_a_formula_that_cannot_be_is_refused_when_it_is_written(self):
        for formula, said in [
            ("процедур_проведено /", "not finished"),
            ("тайна + 1", "«тайна»"),
            ("школа + 1", "«школа»"),
            ('показатель("9.9")', "9.9"),
            ("env.user", "may not do"),
            ("процедур_проведено.__class__", "may not do"),
            ("__import__('os')", "__import__"),
            ("exec('1')", "exec"),
        ]:
            with self.subTest(formula=formula):
                self.assertRefused(
                    ValidationError,
                    said,
                    lambda: self._make_indicator("5.5", formula=formula),  # noqa: B023
                )

    def test_a_circle_of_formulas_is_refused(self):
        first = self._make_indicator("1.1")
        self._make_indicator("1.2", formula='показатель("1.1")')
        with self.assertRaisesRegex(ValidationError, "comes back"):
            first.formula = 'показатель("1.2")'

    def test_a_share_needs_both_formulas(self):
        with self.assertRaisesRegex(ValidationError, "two formulas"):
            self._make_indicator("1.1", "share", formula="процедур_проведено")

    def test_what_a_person_has_entered_is_not_written_over(self):
        indicator = self._make_indicator("1.1", formula="1 + 1")
        one = self._measure(indicator, "7")
        self._collect(indicator)
        self.assertEqual((one.entry, one.origin), ("7", "manual"))

    def test_collecting_again_changes_only_what_differs(self):
        indicator = self._make_indicator("1.1", formula="1 + 1")
        self._collect(indicator)
        self._collect(indicator)
        self.assertEqual(len(self._value(indicator).change_ids), 1)
        indicator.formula = "1 + 2"
        self._collect(indicator)
        self.assertEqual(self._value(indicator).entry, "3")
        self.assertEqual(len(self._value(indicator).change_ids), 2)

    def test_answers_to_requests_are_added_up(self):
        indicator = self._make_indicator("1.1")
        for letter, answer in zip(self._classes("А", "Б"), ("12", "8"), strict=True):
            request = (
                self.env["vsoko.request"]
                .with_user(self.deputy)
                .create(
                    {
                        "indicator_id": indicator.id,
                        "class_id": letter.id,
                        "employee_id": self._employee(self.teacher).id,
                        "date_deadline": "2023-10-20",
                    }
                )
            )
            request.with_user(self.teacher).write(
                {"answer": answer, "state": "answered"}
            )
        self._collect(indicator)
        self.assertEqual(self._value(indicator).entry, "20")
        self.assertEqual(self._value(indicator).origin, "request")

    def test_forms_of_the_municipality_take_values(self):
        share = self._make_indicator("1.1", "share")
        shipped = self.env.ref("vsoko_module.indicator_1324_2_3")
        self._measure(share, "1/4")
        self._measure(shipped, "да")
        figures = self.env["vsoko.figure"].with_user(self.deputy)
        first, last = self.period.date_start, self.period.date_end
        values = figures._values(self.school, first, last)
        self.assertEqual(values["показатель.1.1"], 25)
        self.assertEqual(values["показатель.1324.2.3"], "да")
        self.assertIsNone(values["показатель.1324.1.6"])
        self.assertIn("показатель.1.1", figures._percents())

    def test_an_indicator_that_does_not_apply_is_not_counted(self):
        indicator = self._make_indicator("1.1", formula="1 + 1", applies_to="soo")
        self.school.vsoko_has_soo = False
        self._collect(indicator)
        self.assertFalse(self._value(indicator))
        reasons = indicator._reasons_not(self.school)
        self.assertIn("secondary", reasons[indicator])
