"""A problem that is agreed upon and what is decided about it, for tests."""

from .measured import MeasuredCase


class ConclusionCase(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.method = cls.env["vsoko.method"].search([], limit=1)
        cls.cause = cls.env.ref("vsoko_module.cause_staff")
        cls.teacher_card = cls._employee(cls.teacher)
        cls.deputy_card = cls._employee(cls.deputy)

    @classmethod
    def _find(cls, name="Качество знаний в 7Б – 38 %", user=None, **values):
        """A deficit with all that an agreed one has."""
        return (
            cls.env["vsoko.finding"]
            .with_user(user or cls.deputy)
            .create(
                {
                    "name": name,
                    "company_id": cls.school.id,
                    "year_id": cls.year.id,
                    "cause_id": cls.cause.id,
                    "cause_note": "Полгода без учителя",
                    "recommendation": "Провести срез по теме «Дроби»",
                    "addressee_ids": [(6, 0, cls.teacher_card.ids)],
                    "date_deadline": "2023-12-20",
                    "entry": "38",
                    "expected": "50",
                    "component": "methodical",
                    "repeat_method_id": cls.method.id,
                    "repeat_employee_ids": [(6, 0, cls.deputy_card.ids)],
                    "repeat_criterion": "Не меньше половины справились",
                    "repeat_on": "2024-02-15",
                    **values,
                }
            )
        )

    @classmethod
    def _agree(cls, *args, **values):
        finding = cls._find(*args, **values)
        finding.action_agree()
        return finding

    @classmethod
    def _practise(cls, name="Работа в парах на уроках физики", **values):
        """A good practice, agreed upon."""
        practice = cls._find(
            name, kind="practice", expected=False, entry=False, **values
        )
        practice.action_agree()
        return practice

    @classmethod
    def _decide(cls, finding=None, name="Провести занятия", state="open", **values):
        """A decision in the state asked for; what is judged needs ``_judge``."""
        decision = (
            cls.env["vsoko.decision"]
            .with_user(cls.deputy)
            .create(
                {
                    "name": name,
                    "company_id": cls.school.id,
                    "year_id": cls.year.id,
                    "finding_id": finding.id if finding else False,
                    "expected": finding.expected if finding else False,
                    "employee_ids": [(6, 0, cls.teacher_card.ids)],
                    "date_deadline": "2023-12-01",
                    **values,
                }
            )
        )
        road = ("open", "in_progress", "done")
        for step in road[: road.index(state) + 1] if state in road else ():
            decision.state = step
        return decision

    @classmethod
    def _judge(cls, decision, after, **values):
        """The effect of a decision that is carried out, judged and closed."""
        check = decision._begin_check().with_user(cls.deputy)
        check.write({"after_entry": after, **values})
        check.action_judge()
        worked = check.verdict in ("reached", "partly")
        closing = decision.with_user(cls.director)
        if worked:
            closing.action_verify()
        else:
            closing.action_ineffective()
        return check
