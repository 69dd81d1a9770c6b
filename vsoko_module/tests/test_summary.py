"""The page of the director shows what records hold, and only to those it is for."""

from odoo.exceptions import AccessError

from .common import VsokoCase


class TestSummary(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.framework = cls.env["vsoko.framework"].create(
            {"name": "Модель школы", "scoring": "sum", "company_id": False}
        )
        block = cls.env["vsoko.block"].create(
            {"name": "Результаты", "framework_id": cls.framework.id}
        )
        cls.criterion = cls.env["vsoko.criterion"].create(
            {"name": "Успеваемость", "block_id": block.id}
        )
        cls.period = cls.env["vsoko.period"]._school_year(cls.year)
        cls.cause = cls.env["vsoko.cause"].create(
            {"name": "Пробелы в темах", "company_id": cls.school.id}
        )

    def _indicator(self, name, school=None, **values):
        indicator = self.env["vsoko.indicator"].create(
            {
                "name": name,
                "criterion_id": self.criterion.id,
                "unit": "percent",
                **values,
            }
        )
        self.env["vsoko.indicator.setting"].create(
            {
                "indicator_id": indicator.id,
                "company_id": (school or self.school).id,
                "has_target": True,
                "target": 60.0,
            }
        )
        return indicator

    def _measure(self, indicator, entry, period=None, **values):
        period = period or self.period
        return self.env["vsoko.measurement"].create(
            {
                "indicator_id": indicator.id,
                "period_id": period.id,
                "company_id": period.company_id.id,
                "entry": entry,
                **values,
            }
        )

    def _data(self, user=None, period=None):
        summary = self.env["vsoko.summary"].with_user(user or self.director)
        return summary.data(period and period.id)

    def _lights(self, data):
        [framework] = data["indicators"]["frameworks"]
        return {light["key"]: light["count"] for light in framework["lights"]}

    def _step(self, data, key):
        steps = {step["key"]: step for step in data["readiness"]["steps"]}
        return steps[key]

    def test_a_teacher_is_not_shown_the_summary(self):
        with self.assertRaises(AccessError):
            self._data(self.teacher)

    def test_deputy_and_director_see_the_same(self):
        self._make_approved_plan()
        self.assertEqual(self._data(self.deputy), self._data(self.director))

    def test_an_empty_school_is_told_its_first_step(self):
        data = self._data(self.other_deputy)
        self.assertEqual(data["readiness"]["percent"], 0)
        self.assertEqual(data["periods"], [])
        self.assertTrue(self._step(data, "school")["is_next"])
        self.assertTrue(all(step["todo"] for step in data["readiness"]["steps"]))

    def test_parts_of_the_plan_add_up_to_all_its_lines(self):
        plan = self._make_plan()
        for name, term in (("ВПР", "октябрь"), ("Отчёт", "сентябрь"), ("Опрос", "май")):
            self._make_procedure(plan, name, term, roles="class_teacher")
        self._approve(plan)
        started = plan.procedure_ids.filtered(lambda one: one.name == "ВПР")
        started.with_user(self.teacher).action_start()
        shown = self._data()["plan"]
        counts = {part["key"]: part["count"] for part in shown["parts"]}
        self.assertEqual(counts, {"done": 0, "progress": 1, "planned": 1, "overdue": 1})
        self.assertEqual(shown["total"], 3)
        [late] = shown["overdue"]
        self.assertEqual((late["name"], late["people"]), ("Отчёт", "Teacher"))
        days = (self._day("2023-10-16") - self._day("2023-09-29")).days
        self.assertIn(str(days), late["late"])

    def test_a_draft_plan_is_not_counted(self):
        self._make_procedure(self._make_plan())
        self.assertEqual(self._data()["plan"]["total"], 0)

    def test_each_figure_is_the_length_of_its_list(self):
        self._make_approved_plan()
        self._measure(self._indicator("Качество"), "40")
        self._measure(self._indicator("Успеваемость"), "90")
        data = self._data()
        figures = [*data["plan"]["parts"], *data["papers"]]
        for framework in data["indicators"]["frameworks"]:
            figures += framework["lights"]
        for figure in figures:
            with self.subTest(figure=figure["label"]):
                behind = self.env[figure["open"]["model"]].with_user(self.director)
                count = behind.search_count(figure["open"]["domain"])
                self.assertEqual(count, figure["count"])

    def test_lights_are_counted_by_framework(self):
        self._measure(self._indicator("Качество"), "40")
        self._measure(self._indicator("Успеваемость"), "90")
        self._measure(self._indicator("Кружки"), "")
        self.assertEqual(
            self._lights(self._data()), {"green": 1, "yellow": 0, "red": 1, "none": 1}
        )

    def test_a_red_figure_is_shown_with_its_target_and_cause(self):
        self._measure(
            self._indicator("Качество"),
            "40",
            cause_id=self.cause.id,
            cause_note="Тема «Дроби»",
        )
        self._measure(self._indicator("Посещаемость"), "30")
        silent, explained = self._data()["indicators"]["red"]
        self.assertEqual((silent["name"], silent["cause"]), ("Посещаемость", ""))
        self.assertEqual(explained["cause"], "Пробелы в темах")
        self.assertEqual(explained["value"], "40\xa0%")
        self.assertEqual(explained["target"], "60\xa0%")

    def test_figures_of_another_period_are_shown_when_it_is_chosen(self):
        earlier = self.env["vsoko.period"]._calendar_year(2022, self.school)
        indicator = self._indicator("Качество")
        self._measure(indicator, "40", earlier)
        self._measure(indicator, "90")
        self.assertEqual(self._lights(self._data())["green"], 1)
        self.assertEqual(self._lights(self._data(period=earlier))["red"], 1)

    def test_another_school_is_not_seen_even_by_the_number_of_its_period(self):
        year = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        foreign = self.env["vsoko.period"]._school_year(year)
        self._measure(self._indicator("Качество", self.other_school), "40", foreign)
        data = self._data(period=foreign)
        self.assertFalse(data["period_id"])
        self.assertEqual(data["indicators"]["total"], 0)
        self.assertEqual(self._data(self.other_deputy)["indicators"]["total"], 1)

    def test_the_last_evaluation_of_a_framework_is_shown_with_its_change(self):
        indicator = self._indicator("Качество", max_points=100.0, unit="points")
        earlier = self.env["vsoko.period"]._calendar_year(2022, self.school)
        evaluations = self.env["vsoko.evaluation"]
        for period, entry in ((earlier, "40"), (self.period, "70")):
            self._measure(indicator, entry, period)
            evaluation = evaluations.create(
                {
                    "framework_id": self.framework.id,
                    "period_id": period.id,
                    "company_id": self.school.id,
                }
            )
            evaluation.action_collect()
        [shown] = self._data()["evaluations"]
        self.assertEqual(shown["id"], evaluation.id)
        self.assertEqual((shown["points"], shown["max_points"]), (70.0, 100.0))
        self.assertEqual(shown["change"], 30.0)

    def test_readiness_grows_with_what_is_done(self):
        before = self._data()["readiness"]["percent"]
        self._make_approved_plan()
        self.assertEqual(self._data()["readiness"]["percent"], before + 20)

    def test_a_red_figure_without_a_cause_blocks(self):
        red = self._measure(self._indicator("Качество"), "40")
        step = self._step(self._data(), "causes")
        self.assertEqual((step["done"], step["whole"]), (0, 1))
        red.write({"cause_id": self.cause.id, "cause_note": "Тема «Дроби»"})
        self.assertTrue(self._step(self._data(), "causes")["is_done"])

    def test_queries_do_not_grow_with_figures(self):
        self._make_approved_plan()
        self._measure(self._indicator("Первый"), "40")
        few = self._queries(self._data)
        for number in range(30):
            self._measure(self._indicator(f"Показатель {number}"), "40")
        many = self._queries(self._data)
        self.assertLessEqual(many, few + 1)
        self.assertLessEqual(many, 80)
