"""Figures and a level in a browser: the deputy enters, the director approves."""

from odoo.tests import tagged

from .test_story_tour import TourCase


@tagged("post_install", "-at_install")
class TestQualityTour(TourCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        own = {"company_id": cls.school.id}
        framework = cls.env["vsoko.framework"].create(
            {
                "name": "Наша модель",
                "scoring": "sum",
                "level_ids": [
                    (0, 0, {"name": "Достаточный", "min_points": 5}),
                    (0, 0, {"name": "Начальный", "min_points": 0}),
                ],
                **own,
            }
        )
        block = cls.env["vsoko.block"].create(
            {"name": "Результаты", "framework_id": framework.id}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"name": "Обучение", "code": "1", "block_id": block.id}
        )
        _share, percent = cls.env["vsoko.indicator"].create(
            [
                {
                    "name": f"Показатель {code}",
                    "code": code,
                    "unit": unit,
                    "max_points": 3,
                    "criterion_id": criterion.id,
                }
                for code, unit in (("1.1", "share"), ("1.2", "percent"))
            ]
        )
        cls.env["vsoko.indicator.setting"].create(
            {"indicator_id": percent.id, "has_target": True, "target": 60, **own}
        )
        year = cls.env["vsoko.academic.year"]._ensure(2023, cls.school)
        cls.period = cls.env["vsoko.period"]._school_year(year)
        cls.framework = framework

    def test_from_a_cell_to_an_approved_evaluation(self):
        self.start_tour(
            "/odoo/vsoko-matrix", "vsoko_quality_matrix", login=self.deputy.login
        )
        figures = self.env["vsoko.measurement"].search(
            [("framework_id", "=", self.framework.id)]
        )
        self.assertEqual(
            {one.indicator_id.code: one.entry for one in figures},
            {"1.1": "25 из 75", "1.2": "55"},
        )
        self.assertEqual(figures.period_id, self.period)
        self.assertEqual(figures.cause_id.code, "staff")

        self.start_tour(
            "/odoo/vsoko-evaluations/new",
            "vsoko_quality_deputy",
            login=self.deputy.login,
        )
        evaluation = self.env["vsoko.evaluation"].search(
            [("framework_id", "=", self.framework.id)]
        )
        self.assertAlmostEqual(evaluation.total_points, 3 / 3 + 3 * 0.55)
        self.assertEqual(evaluation.level_id.name, "Начальный")

        self.start_tour(
            "/odoo/vsoko-evaluations",
            "vsoko_quality_director",
            login=self.director.login,
        )
        self.assertEqual(evaluation.approved_by_id, self.director)
