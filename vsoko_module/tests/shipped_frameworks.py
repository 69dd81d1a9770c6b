from .common import VsokoCase


class ShippedCase(VsokoCase):
    """A school with all levels of education, and the calendar year 2023 to measure."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.school.write(
            {"vsoko_has_noo": True, "vsoko_has_ooo": True, "vsoko_has_soo": True}
        )
        cls.env = cls.env(
            context={**cls.env.context, "allowed_company_ids": cls.school.ids}
        )
        cls.period = cls.env["vsoko.period"]._calendar_year(2023, cls.school)

    # ---- helpers ----

    def _framework(self, name):
        return self.env.ref(f"vsoko_module.framework_{name}").with_env(self.env)

    def _rows(self, framework):
        return self.env["vsoko.indicator"].search([("framework_id", "=", framework.id)])

    def _enter(self, entries):
        """Values of ``{indicator: text}`` in the period."""
        return self.env["vsoko.measurement"].create(
            [
                {
                    "indicator_id": indicator.id,
                    "period_id": self.period.id,
                    "company_id": self.school.id,
                    "entry": text,
                }
                for indicator, text in entries.items()
            ]
        )

    def _evaluate(self, framework):
        evaluation = self.env["vsoko.evaluation"].create(
            {
                "framework_id": framework.id,
                "period_id": self.period.id,
                "company_id": self.school.id,
            }
        )
        evaluation.action_collect()
        return evaluation
