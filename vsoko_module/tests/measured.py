"""A framework with indicators and figures, for tests of figures and evaluations."""

from .common import VsokoCase


class MeasuredCase(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.framework = cls._make_framework()
        cls.criterion = cls._make_criterion("1")
        cls.period = cls.env["vsoko.period"]._school_year(cls.year)

    @classmethod
    def _make_framework(cls, **values):
        return cls.env["vsoko.framework"].create(
            {"name": "Наша модель", "company_id": cls.school.id, **values}
        )

    @classmethod
    def _make_criterion(cls, code, framework=None, **values):
        block = cls.env["vsoko.block"].create(
            {"name": f"Блок {code}", "framework_id": (framework or cls.framework).id}
        )
        return cls.env["vsoko.criterion"].create(
            {"name": f"Критерий {code}", "code": code, "block_id": block.id, **values}
        )

    @classmethod
    def _make_indicator(cls, code="1.1", unit="number", criterion=None, **values):
        return cls.env["vsoko.indicator"].create(
            {
                "name": f"Показатель {code}",
                "code": code,
                "unit": unit,
                "criterion_id": (criterion or cls.criterion).id,
                **values,
            }
        )

    @classmethod
    def _measure(cls, indicator, entry, user=None, period=None, **values):
        return (
            cls.env["vsoko.measurement"]
            .with_user(user or cls.deputy)
            .create(
                {
                    "indicator_id": indicator.id,
                    "period_id": (period or cls.period).id,
                    "company_id": cls.school.id,
                    "entry": entry,
                    **values,
                }
            )
        )

    @classmethod
    def _set(cls, indicator, **values):
        return cls.env["vsoko.indicator.setting"].create(
            {"indicator_id": indicator.id, "company_id": cls.school.id, **values}
        )

    @classmethod
    def _evaluate(cls, framework=None, user=None, period=None, **values):
        evaluation = (
            cls.env["vsoko.evaluation"]
            .with_user(user or cls.deputy)
            .create(
                {
                    "framework_id": (framework or cls.framework).id,
                    "period_id": (period or cls.period).id,
                    "company_id": cls.school.id,
                    **values,
                }
            )
        )
        evaluation.action_collect()
        return evaluation

    def assertRefused(self, error, said, act):
        """``act()`` is refused with words that match, and leaves nothing behind."""
        with self.assertRaisesRegex(error, said) as caught, self.cr.savepoint():
            act()
        self.env.invalidate_all()
        return str(caught.exception)
