import base64
import io
from itertools import product

import openpyxl

from odoo.exceptions import AccessError, UserError

from .common import VsokoCase

# c create, r read, w write, d delete: what a role may do with records of its school
CATALOGUE = {"teacher": "r", "deputy": "crwd", "director": "crwd", "manager": "crwd"}
ASKED = {"teacher": "", "deputy": "crd", "director": "crd"}
KEPT = {"teacher": "", "deputy": "crwd", "director": "crwd"}
LOOKED_AT = {"teacher": "r", "deputy": "crwd", "director": "crwd"}
MATRIX = {
    "vsoko.framework": CATALOGUE,
    "vsoko.block": CATALOGUE,
    "vsoko.criterion": CATALOGUE,
    "vsoko.indicator": CATALOGUE,
    "vsoko.level": CATALOGUE,
    "vsoko.role": CATALOGUE,
    "vsoko.body": CATALOGUE,
    "vsoko.method": CATALOGUE,
    "vsoko.outcome": CATALOGUE,
    "vsoko.regulation": CATALOGUE,
    "vsoko.subject": CATALOGUE,
    "vsoko.academic.year": CATALOGUE,
    "vsoko.period": CATALOGUE,
    "vsoko.class": CATALOGUE,
    "vsoko.role.holder": CATALOGUE,
    "vsoko.phrase": {**CATALOGUE, "teacher": ""},
    # a teacher sees no draft
    "vsoko.plan": {"teacher": "", "deputy": "crwd", "director": "crwd"},
    "vsoko.procedure": {"teacher": "", "deputy": "crwd", "director": "crwd"},
    "vsoko.procedure.step": {"teacher": "", "deputy": "crwd", "director": "crwd"},
    # a file that somebody else loads is nobody's business
    "vsoko.import": {"teacher": "", "deputy": "c", "director": "c"},
    "vsoko.self.check": {"teacher": "", "deputy": "", "director": "", "manager": "c"},
    "vsoko.finding.plan": {"teacher": "", "deputy": "c", "director": "c"},
    "vsoko.plan.create": {"teacher": "", "deputy": "c", "director": "c"},
    # a teacher hands in where the plan is approved, see test_evidence
    "vsoko.evidence": {"teacher": "", "deputy": "crwd", "director": "crwd"},
    # written by the system alone
    "vsoko.procedure.change": {"teacher": "", "deputy": "r", "director": "r"},
    "vsoko.reminder": {"teacher": "", "deputy": "r", "director": "r"},
    "vsoko.setup": {"teacher": "", "deputy": "crw", "director": "crw"},
    "vsoko.year.next": {"teacher": "", "deputy": "c", "director": "c"},
    "vsoko.sheet": CATALOGUE,
    "vsoko.sheet.line": CATALOGUE,
    # of somebody else's lesson, made by somebody else
    "vsoko.observation": {"teacher": "", "deputy": "crwd", "director": "crwd"},
    "vsoko.series.change": {"teacher": "", "deputy": "c", "director": "c"},
    "vsoko.hand.in": {"teacher": "", "deputy": "c", "director": "c"},
    # a teacher sees and answers what is asked of her, see test_requests
    "vsoko.request": {"teacher": "", "deputy": "crwd", "director": "crwd"},
    "vsoko.document.kind": {"teacher": "r", "deputy": "r", "director": "r"}
    | {"manager": "crwd"},
    "vsoko.document.text": CATALOGUE,
    "vsoko.document.text.line": CATALOGUE,
    # drafts are the deputies'; what concerns a teacher, see test_documents
    "vsoko.document": KEPT,
    "vsoko.document.paragraph": KEPT,
    "vsoko.document.item": KEPT,
    "vsoko.document.agenda": KEPT,
    "vsoko.document.annex": KEPT,
    # answers are given by their own people alone
    "vsoko.document.visa": ASKED,
    "vsoko.document.acknowledgement": ASKED,
    "vsoko.document.figure": {"teacher": "", "deputy": "r", "director": "r"},
    "vsoko.document.edition": {"teacher": "", "deputy": "r", "director": "r"},
    "vsoko.document.create": {"teacher": "", "deputy": "c", "director": "c"},
    "vsoko.document.batch": {"teacher": "c", "deputy": "c", "director": "c"},
    "vsoko.declension": CATALOGUE,
    "vsoko.form": {**KEPT, "manager": "crwd"},
    "vsoko.form.mark": {**KEPT, "manager": "crwd"},
    "vsoko.form.fill": {**KEPT, "manager": "crwd"},
    "vsoko.form.fill.line": {**KEPT, "manager": "crwd"},
    # personal data of workers: no business of colleagues and of the system's keeper
    "vsoko.staff": {**KEPT, "manager": ""},
    "vsoko.training": {**KEPT, "manager": ""},
    "vsoko.framework.variant": CATALOGUE,
    "vsoko.indicator.option": CATALOGUE,
    "vsoko.indicator.band": CATALOGUE,
    "vsoko.indicator.setting": CATALOGUE,
    "vsoko.cause": CATALOGUE,
    # everybody looks, deputies enter
    "vsoko.measurement": LOOKED_AT,
    "vsoko.evaluation": LOOKED_AT,
    # its comment alone, the rest comes with collecting
    "vsoko.evaluation.line": {"teacher": "r", "deputy": "rw", "director": "rw"},
    "vsoko.measurement.change": {"teacher": "", "deputy": "r", "director": "r"},
    "vsoko.indicator.form": {"teacher": "", "deputy": "c", "director": "c"},
    "vsoko.framework.fill": {"teacher": "", "deputy": "c", "director": "c"}
    | {"manager": "c"},
    # shared by schools; levels are the director's to set, see test_paper_quality
    "vsoko.quality.rule": {"teacher": "r", "deputy": "r", "director": "rw"}
    | {"manager": "rw"},
    "vsoko.quality.issue": {"teacher": "", "deputy": "c", "director": "c"},
    # what a teacher writes of it, see test_self_examination
    "vsoko.self.examination": LOOKED_AT,
    "vsoko.self.examination.section": KEPT,
    # what of them a teacher sees and says, see test_findings and test_effect
    "vsoko.finding": KEPT,
    "vsoko.meeting": KEPT,
    "vsoko.meeting.question": KEPT,
    "vsoko.decision": KEPT,
    "vsoko.decision.review": KEPT,
    "vsoko.measure": KEPT,
    "vsoko.effect.check": KEPT,
    # what an inspector is shown is checked by deputies; rows come with the check
    "vsoko.folder": KEPT,
    "vsoko.folder.line": {"teacher": "", "deputy": "r", "director": "r"},
    "vsoko.local.act": {**CATALOGUE, "teacher": ""},
}
SCHOOL_MODELS = [
    *(model for model in MATRIX if model != "vsoko.quality.rule"),
    "vsoko.plan.edition",
    "vsoko.plan.change",
    "vsoko.observation.line",
]


class TestRights(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clerk = cls._make_person("clerk", "base.group_user")
        cls.plan = cls._make_plan("Черновик")
        line = cls._make_procedure(cls.plan, roles="class_teacher")
        company = {"company_id": cls.school.id}
        named = {"name": "Наше", **company}
        framework = cls.env["vsoko.framework"].create(named)
        block = cls.env["vsoko.block"].create(
            {"name": "Блок", "framework_id": framework.id}
        )
        criterion = cls.env["vsoko.criterion"].create(
            {"name": "Критерий", "block_id": block.id}
        )
        employee = cls._employee(cls.teacher).id
        sheet = cls.env["vsoko.sheet"].create(named)
        cls.values = {
            "vsoko.framework": named,
            "vsoko.block": {"name": "Ещё", "framework_id": framework.id},
            "vsoko.criterion": {"name": "Ещё", "block_id": block.id},
            "vsoko.indicator": {"name": "Доля", "criterion_id": criterion.id},
            "vsoko.level": {"name": "Высокий", "framework_id": framework.id},
            "vsoko.role": named,
            "vsoko.body": named,
            "vsoko.method": named,
            "vsoko.outcome": named,
            "vsoko.regulation": named,
            "vsoko.subject": named,
            "vsoko.academic.year": {
                "date_start": "2030-09-01",
                "calendar_id": cls.year.calendar_id.id,
                **company,
            },
            "vsoko.period": {
                "year_id": cls.year.id,
                "name": "I триместр",
                "kind": "trimester",
                "number": 1,
                "date_start": "2023-09-01",
                "date_end": "2023-11-30",
            },
            "vsoko.class": {"year_id": cls.year.id, "parallel": 5, "letter": "А"},
            "vsoko.role.holder": {
                "role_id": cls._role("librarian").id,
                "employee_id": employee,
                **company,
            },
            "vsoko.phrase": {"name": "мерило", **company},
            "vsoko.plan": {"name": "План", "year_id": cls.year.id, **company},
            "vsoko.procedure": {"name": "ВПР", "plan_id": cls.plan.id},
            "vsoko.procedure.step": {"name": "Раз", "procedure_id": line.id},
            "vsoko.evidence": {
                "url": "https://example.ru/1",
                "procedure_id": line.id,
                "outcome_id": cls.env.ref("vsoko_module.outcome_note").id,
            },
            "vsoko.procedure.change": {"kind": "moved", "procedure_id": line.id},
            "vsoko.reminder": {
                "kind": "start",
                "procedure_id": line.id,
                "user_id": cls.teacher.id,
                "date": "2023-10-16",
                "date_due": "2023-10-20",
            },
            "vsoko.setup": {"school_name": "Школа № 1", **company},
            "vsoko.year.next": {"year_id": cls.year.id},
            "vsoko.sheet": named,
            "vsoko.sheet.line": {"name": "Цель названа", "sheet_id": sheet.id},
            "vsoko.observation": {
                "topic": "Дроби",
                "sheet_id": sheet.id,
                "employee_id": cls._employee(cls.outsider).id,
                "observer_id": cls.deputy.id,
                **company,
            },
            "vsoko.series.change": {"reason": "Надо", "procedure_id": line.id},
            "vsoko.hand.in": {"note": "Слово", "procedure_id": line.id},
            "vsoko.request": {
                "note": "Для отчёта",
                "name": "Число обедающих",
                "employee_id": cls._employee(cls.outsider).id,
                "date_deadline": "2023-10-20",
                **company,
            },
            **cls._paper_values(named, company, employee),
            **cls._figure_values(framework, criterion, company),
            "vsoko.finding.plan": {"year_id": cls.year.id, **company},
            **cls._decision_values(company),
            **cls._folder_values(company),
            "vsoko.import": {"filename": "План.docx", **company},
            "vsoko.self.check": {"line_ids": []},
            "vsoko.plan.create": {
                "template_id": cls.env.ref("vsoko_module.plan_template_cyclogram").id,
                "year_id": cls.year.id,
                **company,
            },
        }

    @classmethod
    def _paper_values(cls, named, company, employee):
        """Values of the models of papers and forms, all of one draft and one form."""
        kind = cls.env.ref("vsoko_module.document_kind_order").id
        draft = {"name": "О плане", "kind_id": kind, **company}
        paper = {"document_id": cls.env["vsoko.document"].create(draft).id}
        text = {**named, "heading": "О плане", "kind_id": kind}
        of_text = {"text_id": cls.env["vsoko.document.text"].create(text).id}
        book = io.BytesIO()
        openpyxl.Workbook().save(book)
        form = {**named, "file": base64.b64encode(book.getvalue())}
        of_form = {"form_id": cls.env["vsoko.form"].create(form).id}
        mark = {"cell": "A1", "sheet": "Sheet", "code": "классов", **of_form}
        dates = {"date_from": "2023-10-01", "date_to": "2023-10-31"}
        fill = cls.env["vsoko.form.fill"].create({**dates, **of_form})
        kept = cls.env["vsoko.form.mark"].create({**mark, "cell": "B2"})
        worker = cls._make_employee("Работник").id
        card = cls.env["vsoko.staff"].create({"employee_id": worker})
        return {
            "vsoko.document.kind": {**named, "title": "АКТ"},
            "vsoko.document.text": text,
            "vsoko.document.text.line": {"name": "Утвердить", **of_text},
            "vsoko.document": draft,
            "vsoko.document.paragraph": {"text": "Слово", **paper},
            "vsoko.document.item": {"name": "Утвердить", **paper},
            "vsoko.document.agenda": {"name": "О плане", **paper},
            "vsoko.document.annex": {"name": "План", **paper},
            "vsoko.document.visa": {"employee_id": employee, **paper},
            "vsoko.document.acknowledgement": {"employee_id": employee, **paper},
            "vsoko.document.figure": {"name": "Доля", "code": "share", **paper},
            "vsoko.document.edition": {
                "occasion": "Повод",
                "number": 1,
                "user_id": cls.deputy.id,
                **paper,
            },
            "vsoko.quality.rule": {"level": "block", "name": "Своё", "code": "own"},
            "vsoko.quality.issue": {
                "level": "warning",
                "message": "Нет срока",
                "rule_id": cls.env.ref("vsoko_module.quality_rule_no_term").id,
                "res_model": "vsoko.document",
                "res_id": paper["document_id"],
                **paper,
            },
            "vsoko.document.create": {"kind_id": kind, **company},
            "vsoko.document.batch": {"scope": "month", **company},
            "vsoko.declension": {"result": "Ивану", "name": "Иван", **company},
            "vsoko.form": form,
            "vsoko.form.mark": mark,
            "vsoko.form.fill": {**dates, **of_form},
            "vsoko.form.fill.line": {
                "typed_text": "5",
                "fill_id": fill.id,
                "mark_id": kept.id,
            },
            "vsoko.staff": {"kind": "teaching", "employee_id": employee},
            "vsoko.training": {
                "name": "Курсы",
                "staff_id": card.id,
                "date_end": "2023-06-01",
            },
        }

    @classmethod
    def _figure_values(cls, framework, criterion, company):
        """Values of figures, evaluations and the self-examination."""
        period = cls.env["vsoko.period"]._school_year(cls.year)
        indicator, other = cls.env["vsoko.indicator"].create(
            [
                {"name": name, "criterion_id": criterion.id, "unit": "number"}
                for name in ("Один", "Два")
            ]
        )
        measured = {"period_id": period.id, **company}
        figure = {"entry": "5", "indicator_id": indicator.id, **measured}
        kept = cls.env["vsoko.measurement"].create({**figure, "indicator_id": other.id})
        evaluation = {"date": "2023-10-16", "framework_id": framework.id, **measured}
        evaluated = cls.env["vsoko.evaluation"].create(evaluation)
        examination = {"annexes": "План", "year": 2021, **company}
        examined = cls.env["vsoko.self.examination"].create(
            {**examination, "year": 2022}
        )
        of_indicator = {"indicator_id": indicator.id}
        return {
            "vsoko.framework.variant": {"name": "ООО", "framework_id": framework.id},
            "vsoko.indicator.option": {"name": "Есть", **of_indicator},
            "vsoko.indicator.band": {"points": 1, **of_indicator},
            "vsoko.indicator.setting": {"effort": 2, **of_indicator, **company},
            "vsoko.cause": {"name": "Ремонт", **company},
            "vsoko.measurement": figure,
            "vsoko.measurement.change": {
                "reason": "Надо",
                "measurement_id": kept.id,
                "user_id": cls.deputy.id,
            },
            "vsoko.evaluation": evaluation,
            "vsoko.evaluation.line": {
                "comment": "Слово",
                "evaluation_id": evaluated.id,
                **of_indicator,
            },
            "vsoko.indicator.form": {
                "framework_id": framework.id,
                "period_id": period.id,
                **company,
            },
            "vsoko.framework.fill": {
                "filename": "Показатели.xlsx",
                "framework_id": framework.id,
            },
            "vsoko.self.examination": examination,
            "vsoko.self.examination.section": {
                "name": "Ещё",
                "examination_id": examined.id,
            },
        }

    @classmethod
    def _decision_values(cls, company):
        """Values of conclusions, meetings and decisions."""
        in_year = {**company, "year_id": cls.year.id}
        body = cls.env.ref("vsoko_module.body_pedagogical_council").id
        meeting = {"place": "Учительская", "body_id": body, **in_year}
        held = cls.env["vsoko.meeting"].create(meeting)
        decision = {"name": "Провести занятия", **in_year}
        decided = cls.env["vsoko.decision"].create(decision)
        of_decision = {"decision_id": decided.id}
        return {
            "vsoko.finding": {"name": "Качество – 38 %", **in_year},
            "vsoko.meeting": meeting,
            "vsoko.meeting.question": {"name": "О качестве", "meeting_id": held.id},
            "vsoko.decision": decision,
            "vsoko.decision.review": {"note": "Начали", **of_decision},
            "vsoko.measure": {"name": "Занятия", **in_year},
            "vsoko.effect.check": {"comment": "Видно", **of_decision},
        }

    @classmethod
    def _folder_values(cls, company):
        years = cls.env["vsoko.academic.year"]
        kept = cls.env["vsoko.folder"].create({"year_id": cls.year.id})
        return {
            "vsoko.folder": {"year_id": years._ensure(2029, cls.school).id},
            "vsoko.folder.line": {
                "state": "hole",
                "folder_id": kept.id,
                "stage_id": cls.env.ref("vsoko_module.folder_stage_data").id,
                **company,
            },
            "vsoko.local.act": {"name": "Наш акт", **company},
        }

    def _can(self, user, model, operation):
        """Whether the user can do it for real, all undone afterwards."""
        env = self.env(user=user)
        savepoint = self.env.cr.savepoint(flush=True)
        try:
            if operation == "c":
                env[model].create(self.values[model])
            else:
                record = self.env[model].create(self.values[model]).with_user(user)
                self.env.flush_all()
                self.env.invalidate_all()
                self._do(record, operation)
            self.env.flush_all()
            return True
        except AccessError:
            return False
        finally:
            savepoint.close(rollback=True)
            self.env.cr.clear()

    def _do(self, record, operation):
        if operation == "r":
            record.read(["display_name"])
            self.assertTrue(record.search([("id", "=", record.id)]))
        elif operation == "w":
            field = next(name for name in self.values[record._name])
            record.write({field: self.values[record._name][field]})
        else:
            record.unlink()

    def test_roles_may_do_what_the_table_says(self):
        for model, roles in MATRIX.items():
            for role, allowed in roles.items():
                able = "".join(
                    operation
                    for operation in "crwd"
                    if self._can(getattr(self, role), model, operation)
                )
                with self.subTest(model=model, role=role):
                    self.assertEqual(able, allowed)

    def test_without_a_role_in_vsoko_nothing_is_seen(self):
        for model, operation in product(MATRIX, "crwd"):
            with self.subTest(model=model, operation=operation):
                self.assertFalse(self._can(self.clerk, model, operation))

    def test_a_clerk_s_calendar_shows_approved_plans_only(self):
        event = self.plan.procedure_ids.event_id.with_user(self.clerk)
        domain = [("id", "=", event.id)]
        self.assertFalse(event.search(domain))
        self._approve(self.plan)
        self.assertEqual(event.search(domain).name, "ВПР")
        event.search(domain).read()

    # ---- a teacher on her own line ----

    def _approved_lines(self):
        plan = self._make_plan()
        mine = self._make_procedure(plan, roles="class_teacher", steps=["Раз"])
        others = self._make_procedure(plan, roles="deputy_uvr", steps=["Раз"])
        self._approve(plan)
        return mine.with_user(self.teacher), others.with_user(self.teacher)

    def test_a_teacher_reports_on_her_own_line(self):
        mine, _others = self._approved_lines()
        mine.action_start()
        mine.step_ids.is_done = True
        self.assertEqual(mine.step_ids.date_done, self._day("2023-10-16"))
        mine.action_done()
        self.assertEqual(mine.state, "done")

    def test_a_teacher_ticks_the_step_given_to_her_in_another_s_line(self):
        _mine, others = self._approved_lines()
        step = others.step_ids
        step.with_user(self.deputy).sudo().employee_id = self._employee(self.teacher)
        step.is_done = True
        self.assertTrue(step.is_done)
        with self.assertRaises(AccessError):
            others.action_start()

    def test_a_teacher_does_not_report_for_others(self):
        _mine, others = self._approved_lines()
        for act in (
            others.action_start,
            others.action_done,
            lambda: others.step_ids.write({"is_done": True}),
        ):
            with self.assertRaises(AccessError):
                act()

    def test_a_teacher_does_not_change_what_is_planned(self):
        mine, _others = self._approved_lines()
        for values in (
            {"name": "Другое"},
            {"date_end": "2024-05-31"},
            {"note": "потом"},
            {"employee_ids": [(5,)]},
            {"plan_id": self.plan.id},
        ):
            with self.assertRaises(UserError):
                mine.write(values)
        for act in (mine.action_cancel, mine.action_review, mine.unlink):
            with self.assertRaises(UserError):
                act()
        with self.assertRaises(UserError):
            mine.step_ids.write({"name": "Другое"})
        with self.assertRaises(AccessError):
            mine.step_ids.unlink()

    def test_a_teacher_edits_nothing_while_an_edition_is_prepared(self):
        mine, _others = self._approved_lines()
        mine.plan_id.with_user(self.deputy).action_new_edition("Перенос")
        for values in (
            {"name": "Другое"},
            {"date_deadline": "2024-05-31"},
            {"employee_id": False},
        ):
            with self.assertRaises(UserError):
                mine.step_ids.write(values)
        with self.assertRaises(UserError):
            mine.step_ids = [(0, 0, {"name": "Ещё"})]
        mine.step_ids.is_done = True
        mine.action_done()

    def test_the_manager_keeps_shared_templates(self):
        line = self.env.ref("vsoko_module.plan_template_cyclogram").procedure_ids[:1]
        with self.assertRaises(UserError):
            line.with_user(self.deputy).name = "Другое"
        line.with_user(self.manager).name = "Другое"
        self.assertEqual(line.name, "Другое")
        line.step_ids[:1].with_user(self.manager).name = "Иначе"

    def test_people_are_named_by_hand_too(self):
        line = self._make_procedure(self.plan)
        line.with_user(self.deputy).employee_ids = self._employee(self.teacher)
        self.assertEqual(line.sudo().employee_ids, self._employee(self.teacher))
        fresh = self._make_procedure(
            self.plan, employee_ids=[(6, 0, self._employee(self.outsider).ids)]
        )
        self.assertEqual(fresh.sudo().employee_ids, self._employee(self.outsider))

    def test_nothing_begins_before_approval(self):
        line = self.plan.procedure_ids.with_user(self.teacher)
        for act in (line.action_start, line.action_done):
            with self.assertRaises(AccessError):
                act()

    def test_only_a_deputy_imports_and_opens_editions(self):
        plan = self._make_approved_plan()
        with self.assertRaises(AccessError):
            plan.with_user(self.teacher).action_new_edition("Хочу")
        with self.assertRaises(AccessError):
            self.env["vsoko.import"].with_user(self.teacher).create({})


class TestSchoolsApart(VsokoCase):
    def test_every_record_of_a_school_is_closed_to_another(self):
        plan = self._make_plan(framework_id=self._make_framework().id)
        self._make_procedure(plan, roles="class_teacher", steps=["Раз"])
        self._approve(plan)
        plan.action_new_edition("Перенос")
        plan.procedure_ids.name = "Другое"
        self._approve(plan)
        self._work_on(plan.procedure_ids)
        self._make_catalogue_entries()
        self._write_papers()
        self._write_figures(plan.framework_id)
        self._decide()
        self._keep_folder()
        for model in SCHOOL_MODELS:
            if self.env[model]._transient:
                continue
            own = self.env[model].with_context(active_test=False).search([])
            own = own.filtered(lambda record: self._school_of(record) == self.school)
            with self.subTest(model=model):
                self.assertTrue(own, "nothing to look at")
                self.assertClosed(own.with_user(self.other_deputy))

    def _write_papers(self):
        """A record of each model of papers and forms."""
        company = {"company_id": self.school.id}
        values = TestRights._paper_values.__func__(
            type(self),
            {"name": "Наше", **company},
            company,
            self._employee(self.teacher).id,
        )
        for model in values.keys() - {"vsoko.document.create", "vsoko.document.batch"}:
            self.env[model].create(values[model])

    def _write_figures(self, framework):
        """A record of each model of figures, evaluations and the self-examination."""
        values = TestRights._figure_values.__func__(
            type(self),
            framework,
            framework.block_ids.criterion_ids[:1],
            {"company_id": self.school.id},
        )
        for model, own in values.items():
            if not self.env[model]._transient:
                self.env[model].create(own)

    def _decide(self):
        """A record of each model of conclusions, meetings and decisions."""
        values = TestRights._decision_values.__func__(
            type(self), {"company_id": self.school.id}
        )
        for model, own in values.items():
            self.env[model].create(own)

    def _keep_folder(self):
        company = {"company_id": self.school.id}
        self.env["vsoko.local.act"].create({"name": "Наш акт", **company})
        self.env["vsoko.folder"].create({"year_id": self.year.id}).action_check()

    def _work_on(self, line):
        self.env["vsoko.setup"].create({"company_id": self.school.id})
        sheet = self.env["vsoko.sheet"].create(
            {
                "name": "Урок",
                "company_id": self.school.id,
                "line_ids": [(0, 0, {"name": "Цель названа"})],
            }
        )
        self.env["vsoko.observation"].create(
            {
                "sheet_id": sheet.id,
                "employee_id": self._employee(self.teacher).id,
                "company_id": self.school.id,
            }
        )
        line.action_postpone("2023-10-17", "2023-10-18", "Карантин")
        self.env["vsoko.evidence"].create(
            {"procedure_id": line.id, "url": "https://example.ru/1"}
        )
        self._run_job("vsoko.reminder", "_cron_remind", "2023-10-17")
        self.env["vsoko.request"].with_user(self.deputy).create(
            {
                "name": "Число обедающих",
                "employee_id": self._employee(self.teacher).id,
                "date_deadline": "2023-10-20",
            }
        )

    def assertClosed(self, records):
        domain = [("id", "in", records.ids)]
        self.assertFalse(records.search(domain))
        self.assertEqual(records._read_group(domain, [], ["__count"]), [(0,)])
        self.assertFalse(records.name_search("", domain))
        for act in (
            lambda: records.read(["display_name"]),
            lambda: records.check_access("write"),
            lambda: records[:1].copy(),
        ):
            with self.assertRaises(AccessError):
                act()

    def _school_of(self, record):
        owner = record.framework_id if record._name == "vsoko.level" else record
        return owner.company_id

    def _make_framework(self):
        framework = self.env["vsoko.framework"].create(
            {"name": "Наша модель", "company_id": self.school.id}
        )
        framework.level_ids = [(0, 0, {"name": "Высокий", "min_points": 80})]
        framework.block_ids = [(0, 0, {"name": "Блок"})]
        framework.block_ids.criterion_ids = [(0, 0, {"name": "Критерий"})]
        framework.block_ids.criterion_ids.indicator_ids = [(0, 0, {"name": "Доля"})]
        return framework

    def _make_catalogue_entries(self):
        for name in "role body method outcome regulation subject phrase".split():
            self.env[f"vsoko.{name}"].create(
                {"name": "Наше", "company_id": self.school.id}
            )
        self.year.class_ids = [(0, 0, {"parallel": 5, "letter": "А"})]

    def test_a_deputy_does_not_create_in_another_school(self):
        theirs = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        with self.assertRaises(AccessError):
            self._make_plan(year=theirs)
        with self.assertRaises(AccessError):
            self.env["vsoko.role"].with_user(self.deputy).create(
                {"name": "Чужая", "company_id": self.other_school.id}
            )

    def test_days_off_of_another_school_are_not_touched(self):
        day_off = self.year.day_off_ids[:1].with_user(self.other_deputy)
        with self.assertRaises(AccessError):
            day_off.name = "Учимся"
        with self.assertRaises(AccessError):
            day_off.unlink()

    def test_one_person_of_two_schools_sees_the_chosen_one(self):
        both = self.school + self.other_school
        self.deputy.company_ids = both
        self._make_plan("Наш")
        theirs = self.env["vsoko.academic.year"]._ensure(2023, self.other_school)
        self._make_plan("Их", year=theirs, user=self.other_deputy)
        plans = self.env["vsoko.plan"].with_user(self.deputy)
        own = [("is_template", "=", False)]
        for schools, names in (
            (self.school, ["Наш"]),
            (self.other_school, ["Их"]),
            (both, ["Их", "Наш"]),
        ):
            seen = plans.with_context(allowed_company_ids=schools.ids).search(own)
            self.assertEqual(sorted(seen.mapped("name")), sorted(names))
