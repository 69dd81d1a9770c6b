"""A school whose whole chain is in its place, for tests of the folder."""

from datetime import timedelta

from .common import VsokoCase

LOCAL_ACTS = [
    "Положение о ВСОКО",
    "Положение о текущем контроле успеваемости и промежуточной аттестации",
    "Программа развития школы",
]
BODIES = ["pedagogical_council", "methodical_union", "director_meeting"]


class FolderCase(VsokoCase):
    """Records are made as they end up: who may lead them there other tests say."""

    @classmethod
    def _make_folder(cls, year=None, user=None):
        folder = cls.env["vsoko.folder"].with_user(user or cls.deputy)
        folder = folder.create({"year_id": (year or cls.year).id})
        folder.action_check()
        return folder

    @classmethod
    def _complete_school(cls, year=None):
        """Everything that the list of acts and the whole school need."""
        year = year or cls.year
        of_year = {"year_id": year.id, "company_id": year.company_id.id}
        cls.env["vsoko.regulation"].create(
            [{"name": name, "company_id": year.company_id.id} for name in LOCAL_ACTS]
        )
        for body in BODIES:
            cls._paper("minutes", year, body_id=cls._body(body).id)
        cls.env["vsoko.measure"].create({"name": "Занятия по теме", **of_year})
        cls._make_figure(year)
        plan = cls._plan_of(year, "vsoko")
        cls._plan_of(year, "vshk")
        return plan

    @classmethod
    def _plan_of(cls, year, kind):
        plan = cls.env["vsoko.plan"].create(
            {
                "name": f"План {kind}",
                "kind": kind,
                "year_id": year.id,
                "company_id": year.company_id.id,
            }
        )
        cls._make_procedure(plan, f"Оценка {kind}")
        plan.state = "to_approve"
        plan.state = "approved"
        return plan

    @classmethod
    def _body(cls, code):
        return cls.env.ref(f"vsoko_module.body_{code}")

    @classmethod
    def _paper(cls, kind, year=None, **values):
        year = year or cls.year
        return cls.env["vsoko.document"].create(
            {
                "kind_id": cls.env.ref(f"vsoko_module.document_kind_{kind}").id,
                "name": f"Бумага {kind}",
                "year_id": year.id,
                "company_id": year.company_id.id,
                "date": year.date_start,
                "state": "registered",
                **values,
            }
        )

    @classmethod
    def _make_figure(cls, year, entry="52", **values):
        framework = cls.env["vsoko.framework"].create(
            {"name": "Модель", "company_id": year.company_id.id}
        )
        block = cls.env["vsoko.block"].create(
            {"name": "Блок", "framework_id": framework.id}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"name": "Критерий", "block_id": block.id}
        )
        indicator = cls.env["vsoko.indicator"].create(
            {"name": "Качество", "criterion_id": criterion.id, "unit": "percent"}
        )
        return cls.env["vsoko.measurement"].create(
            {
                "indicator_id": indicator.id,
                "period_id": cls.env["vsoko.period"]._school_year(year).id,
                "company_id": year.company_id.id,
                "entry": entry,
                "state": "submitted",
                **values,
            }
        )

    @classmethod
    def _make_problem(cls, procedure, name="Качество в 7Б – 38 %", **values):
        """An agreed deficit that a finished procedure has shown."""
        return cls.env["vsoko.finding"].create(
            {
                "name": name,
                "state": "agreed",
                "company_id": procedure.company_id.id,
                "year_id": procedure.year_id.id,
                "procedure_id": procedure.id,
                "cause_id": cls.env.ref("vsoko_module.cause_staff").id,
                **values,
            }
        )

    @classmethod
    def _make_chain(cls, plan, name="Качество в 7Б – 38 %"):
        """A problem with its note, decision, order, repeat control and effect."""
        procedure = plan.procedure_ids[:1]
        procedure.state = "done"
        problem = cls._make_problem(procedure, name)
        year = plan.year_id
        cls._paper("note", year, procedure_id=procedure.id)
        order = cls._paper(
            "order", year, item_ids=[(0, 0, {"name": "Провести", "is_task": False})]
        )
        decision = cls._decide(problem, item_id=order.item_ids.id)
        day = year.date_start + timedelta(days=39)
        recheck = cls._recheck(problem, day, state="done")
        check = decision._begin_check(recheck)
        check.write({"verdict": "reached", "state": "judged"})
        return problem

    @classmethod
    def _decide(cls, problem, **values):
        return cls.env["vsoko.decision"].create(
            {
                "name": "Провести занятия",
                "finding_id": problem.id,
                "company_id": problem.company_id.id,
                "year_id": problem.year_id.id,
                "employee_ids": [(6, 0, cls._employee(cls.teacher).ids)],
                "date_deadline": "2023-10-01",
                "state": "open",
                **values,
            }
        )

    @classmethod
    def _recheck(cls, problem, day, **values):
        return cls.env["vsoko.procedure"].create(
            {
                "name": "Повторный контроль",
                "plan_id": cls._control_plan(problem.year_id).id,
                "finding_id": problem.id,
                "is_recheck": True,
                "date_start": day,
                "date_end": day,
                **values,
            }
        )

    @classmethod
    def _control_plan(cls, year):
        """A plan that stays a draft: lines may be added to it."""
        plans = cls.env["vsoko.plan"]
        own = {"name": "Контроль", "kind": "other", "year_id": year.id}
        found = plans.search([(name, "=", value) for name, value in own.items()])
        return found or plans.create({**own, "company_id": year.company_id.id})

    def _stages(self, folder, state="hole"):
        """Codes of the stages of the rows in that state, in their order."""
        lines = folder.line_ids.filtered(lambda line: line.state == state)
        return [line.stage_id.code for line in lines.sorted("sequence")]
