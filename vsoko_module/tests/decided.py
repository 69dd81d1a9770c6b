"""A school with a red figure and an approved plan, for tests of decisions."""

from .measured import MeasuredCase


class DecidedCase(MeasuredCase):
    """52 % where 60 are aimed at; the year has an approved plan."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.indicator = cls._make_indicator("1.1", "percent")
        cls._set(cls.indicator, has_target=True, target=60)
        cls.figure = cls._measure(cls.indicator, "52")
        cls.cause = cls.env.ref("vsoko_module.cause_staff")
        cls.method = cls.env["vsoko.method"].search([], limit=1)
        cls.plan = cls._make_approved_plan()

    @classmethod
    def _conclude(cls, agreed=True, **values):
        """A conclusion about the red figure, all of it filled in."""
        finding = cls.env["vsoko.finding"].browse(
            cls.figure.with_user(cls.deputy).action_conclude()["res_id"]
        )
        finding.write(cls._filled() | values)
        if agreed:
            finding.with_user(cls.deputy).action_agree()
        return finding

    @classmethod
    def _filled(cls):
        return {
            "cause_id": cls.cause.id,
            "cause_note": "Два месяца не было учителя математики",
            "recommendation": "Провести занятия по теме «Дроби» в 7Б",
            "addressee_ids": [(6, 0, cls._employee(cls.teacher).ids)],
            "term_text": "до 15 ноября",
            "expected": "60",
            "component": "methodical",
            "repeat_method_id": cls.method.id,
            "repeat_employee_ids": [(6, 0, cls._employee(cls.deputy).ids)],
            "repeat_criterion": "Не меньше 60 % справились",
        }

    @classmethod
    def _make_order(cls, *findings, **values):
        """A draft of an order about the conclusions."""
        union = cls.env["vsoko.finding"].union(*findings)
        wizard = (
            cls.env["vsoko.document.create"]
            .with_user(cls.deputy)
            .with_context(**union.action_order()["context"])
            .create({"company_id": cls.school.id})
        )
        order = cls.env["vsoko.document"].browse(wizard.action_create()["res_id"])
        order.write({"signatory_id": cls._employee(cls.director).id, **values})
        return order

    @classmethod
    def _sign(cls, order):
        order.with_user(cls.director).action_approve()
        order.with_user(cls.director).action_register()
        return order

    @classmethod
    def _make_decision(cls, user=None, **values):
        return (
            cls.env["vsoko.decision"]
            .with_user(user or cls.deputy)
            .create(
                {
                    "name": "Провести диагностику в 7Б",
                    "company_id": cls.school.id,
                    "employee_ids": [(6, 0, cls._employee(cls.teacher).ids)],
                    "term_text": "до 15 ноября",
                    **values,
                }
            )
        )
