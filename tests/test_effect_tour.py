"""From a red figure to a proved effect in a browser, each role at its own screen."""

from odoo.tests import tagged

from .test_story_tour import TourCase


@tagged("post_install", "-at_install")
class TestEffectTour(TourCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        own = {"company_id": cls.school.id}
        for user, name in (
            (cls.deputy, "Завучева Мария Петровна"),
            (cls.teacher, "Учителева Вера Николаевна"),
        ):
            cls.env["hr.employee"].search([("user_id", "=", user.id)]).name = name
        cls.plan = cls._import_plan()
        cls.plan.action_send()
        cls.plan.with_user(cls.director).action_approve()
        framework = cls.env["vsoko.framework"].create({"name": "Наша модель", **own})
        block = cls.env["vsoko.block"].create(
            {"name": "Результаты", "framework_id": framework.id}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"name": "Обучение", "code": "1", "block_id": block.id}
        )
        indicator = cls.env["vsoko.indicator"].create(
            {
                "name": "Качество знаний",
                "code": "1.1",
                "unit": "percent",
                "criterion_id": criterion.id,
            }
        )
        cls.env["vsoko.indicator.setting"].create(
            {"indicator_id": indicator.id, "has_target": True, "target": 60, **own}
        )
        cls.figure = cls.env["vsoko.measurement"].create(
            {
                "indicator_id": indicator.id,
                "period_id": cls.env["vsoko.period"]._school_year(cls.plan.year_id).id,
                "entry": "52",
                **own,
            }
        )

    def test_from_a_red_figure_to_a_proved_effect(self):
        self._tour(f"vsoko-figures/{self.figure.id}", "conclude", self.deputy)
        finding = self.figure.finding_ids
        order = finding.item_ids.document_id
        self.assertEqual(finding.state, "agreed")
        self.assertEqual(order.item_ids.date_deadline.isoformat(), "2023-11-15")

        self._tour(f"vsoko-documents/{order.id}", "sign", self.director)
        decision = finding.decision_ids
        self.assertEqual(decision.state, "open")
        self.assertEqual(len(finding.recheck_ids), 1)

        self._tour("vsoko-decisions", "report", self.teacher)
        self.assertEqual(decision.review_ids.user_id, self.teacher)

        self._tour("vsoko-decisions", "judge", self.deputy)
        self.assertEqual(decision.verdict, "reached")

        self._tour("vsoko-decisions", "confirm", self.director)
        self.assertEqual((decision.state, finding.state), ("verified", "closed"))

    def _tour(self, path, name, user):
        self.start_tour(f"/odoo/{path}", f"vsoko_effect_{name}", login=user.login)
