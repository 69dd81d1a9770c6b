"""The director opens the summary in a browser and looks behind a red figure."""

from odoo.tests import tagged

from .test_story_tour import TourCase


@tagged("post_install", "-at_install")
class TestSummaryTour(TourCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        framework = cls.env["vsoko.framework"].create(
            {"name": "Модель школы", "company_id": False}
        )
        block = cls.env["vsoko.block"].create(
            {"name": "Результаты", "framework_id": framework.id}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"name": "Успеваемость", "block_id": block.id}
        )
        indicator = cls.env["vsoko.indicator"].create(
            {"name": "Качество знаний", "criterion_id": criterion.id, "unit": "percent"}
        )
        cls._judge(indicator, target=60.0)
        cls._measure(indicator, "40")
        cls._leave_late()

    @classmethod
    def _leave_late(cls):
        """A decision whose day is long over; browsers live by the clock of the machine."""
        year = cls.env["vsoko.academic.year"]._ensure(2026, cls.school)
        cls.env["vsoko.decision"].create(
            {
                "name": "Провести занятия по дробям",
                "company_id": cls.school.id,
                "year_id": year.id,
                "date_deadline": "2024-09-10",
                "employee_ids": [(6, 0, cls._employee(cls.teacher).ids)],
            }
        ).action_adopt()

    @classmethod
    def _judge(cls, indicator, target):
        cls.env["vsoko.indicator.setting"].create(
            {
                "indicator_id": indicator.id,
                "company_id": cls.school.id,
                "has_target": True,
                "target": target,
            }
        )

    @classmethod
    def _measure(cls, indicator, entry):
        year = cls.env["vsoko.academic.year"]._ensure(2026, cls.school)
        cls.env["vsoko.measurement"].create(
            {
                "indicator_id": indicator.id,
                "period_id": cls.env["vsoko.period"]._school_year(year).id,
                "company_id": cls.school.id,
                "entry": entry,
            }
        )

    def test_from_the_summary_to_a_red_figure_and_back(self):
        self.start_tour(
            "/odoo/vsoko-summary", "vsoko_summary", login=self.director.login
        )
