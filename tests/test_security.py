"""What the server refuses, whatever the screen offers: calls by a hostile program."""

import io

import openpyxl
from lxml import html

from odoo.tests import new_test_user, tagged

from .common import DIRECTOR, DOCX, OFFICER, USER, RpcCase

REPORTS = {
    "plan_pdf": "py3o",
    "plan_docx": "py3o",
    "plan_xlsx": "xlsx",
}
REFUSALS = ("AccessError", "UserError")
FORMULA = '=HYPERLINK("http://example.com";"нажмите")'


class TwoSchoolsCase(RpcCase):
    """A school with an approved plan and a draft, and another school beside it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.director = cls._make_person("school_director", DIRECTOR)
        cls.teacher = cls._make_person("school_teacher", USER)
        cls.colleague = cls._make_person("school_colleague", USER)
        cls.other_school = cls._make_school("Школа № 2")
        cls.other_deputy = cls._make_person("other_deputy", OFFICER, cls.other_school)
        cls.stranger = new_test_user(cls.env, "stranger")
        cls._appoint("class_teacher", cls.teacher)
        cls.draft = cls._make_plan("Черновик")
        cls.approved = cls._make_plan("Утверждённый план")
        cls.approved.action_send()
        cls.approved.with_user(cls.director).action_approve()

    @classmethod
    def _make_plan(cls, name):
        year = cls.env["vsoko.academic.year"]._ensure(2023, cls.school)
        role = cls.env.ref("vsoko_module.role_class_teacher")
        plan = (
            cls.env["vsoko.plan"]
            .with_user(cls.deputy)
            .create(
                {
                    "name": name,
                    "year_id": year.id,
                    "company_id": cls.school.id,
                    "goals": '<p onclick="alert(1)">Цель</p><script>alert(2)</script>',
                }
            )
        )
        cls.env["vsoko.procedure"].with_user(cls.deputy).create(
            {
                "plan_id": plan.id,
                "name": FORMULA,
                "term_text": "октябрь",
                "role_ids": role.ids,
                "step_ids": [(0, 0, {"name": "Провести ВПР"})],
            }
        )
        return plan


@tagged("post_install", "-at_install", "security")
class TestCalls(TwoSchoolsCase):
    def _models(self):
        return [
            name
            for name, model in self.env.items()
            if name.startswith("vsoko.") and not model._abstract
        ]

    def test_nobody_without_a_group_gets_anything(self):
        for user in (self.stranger, None):
            self._log_in(user)
            for model in self._models():
                with self.subTest(model, user=user and user.login):
                    error = self._error(model, "search_read", [], ["id"])
                    expected = "AccessError" if user else "SessionExpiredException"
                    self.assertEqual(error, expected)

    def test_a_school_reads_nothing_of_another(self):
        self._import(DOCX.read_bytes(), DOCX.name)
        self._log_in(self.other_deputy)
        for model in self._models():
            own = [("company_id", "=", self.school.id)]
            if "company_id" not in self.env[model]._fields:
                own = [("create_uid", "=", self.deputy.id)]
            with self.subTest(model):
                if not self.env[model].with_user(self.other_deputy).has_access("read"):
                    # the administrator's, closed to every deputy
                    error = self._error(model, "search", [])
                    self.assertEqual(error, "AccessError")
                    continue
                records = self.env[model].with_context(active_test=False).search(own)
                found = self._call(model, "search", [("id", "in", records.ids)])
                # What is the administrator's alone refuses even to look
                refused = found.get("error", {}).get("data", {}).get("name", "")
                if not refused.endswith("AccessError"):
                    self.assertEqual(found["result"], [])
                if records:
                    read = self._call(model, "read", records[:1].ids, ["display_name"])
                    # Live lists of one's own rows have none of another school's
                    name = read.get("error", {}).get("data", {}).get("name", "")
                    if not name.endswith("AccessError"):
                        self.assertEqual(read["result"], [])

    def test_a_school_changes_nothing_of_another(self):
        self._log_in(self.other_deputy)
        lines = self.draft.procedure_ids
        for model, method, args in [
            ("vsoko.plan", "write", [self.draft.ids, {"name": "Чужой"}]),
            ("vsoko.plan", "unlink", [self.draft.ids]),
            ("vsoko.plan", "action_send", [self.draft.ids]),
            ("vsoko.plan", "get_cyclogram", [self.draft.ids]),
            ("vsoko.plan", "action_save_as_template", [self.draft.ids]),
            ("vsoko.procedure", "action_cancel", [lines.ids]),
            ("vsoko.procedure", "write", [lines.ids, {"note": "!"}]),
            ("vsoko.procedure", "create", [{"plan_id": self.draft.id, "name": "!"}]),
            ("vsoko.procedure.step", "write", [lines.step_ids.ids, {"is_done": True}]),
            ("calendar.event", "read", [lines.event_ids.ids, ["name"]]),
        ]:
            with self.subTest(f"{model}.{method}"):
                self.assertEqual(self._error(model, method, *args), "AccessError")
        self.assertEqual(self.draft.name, "Черновик")

    def test_a_plan_of_another_school_is_no_template(self):
        self._log_in(self.other_deputy)
        year = self.env["vsoko.academic.year"]._ensure(2024, self.other_school)
        error = self._error(
            "vsoko.plan", "action_apply_template", self.draft.id, year.id
        )
        self.assertEqual(error, "AccessError")

    def test_a_file_another_person_looks_at_is_hers_alone(self):
        wizard = self._wizard(DOCX.read_bytes(), DOCX.name)
        wizard.action_preview()
        second = self._make_person("school_deputy_2", OFFICER)
        for user in (second, self.other_deputy):
            self._log_in(user)
            for records in (wizard, wizard.line_ids, wizard.phrase_ids):
                with self.subTest(records._name, user=user.login):
                    error = self._error(records._name, "read", records.ids)
                    self.assertEqual(error, "AccessError")

    def test_a_teacher_does_not_plan_import_or_explain(self):
        self._log_in(self.teacher)
        template = self.env.ref("vsoko_module.plan_template_cyclogram")
        year = self.approved.year_id
        for model, method, args in [
            ("vsoko.import", "create", [{"filename": "план.docx"}]),
            ("vsoko.plan.create", "create", [{"template_id": template.id}]),
            ("vsoko.reason", "create", [{"plan_id": self.approved.id}]),
            ("vsoko.plan", "create", [{"name": "Мой план", "year_id": year.id}]),
            ("vsoko.plan", "action_apply_template", [template.id, year.id]),
            ("vsoko.plan", "action_apply_template", [self.approved.id, year.id]),
            ("vsoko.plan", "write", [self.approved.ids, {"name": "Мой"}]),
            ("vsoko.plan", "action_close", [self.approved.ids]),
            ("vsoko.plan", "action_new_edition", [self.approved.ids, "хочу"]),
            ("vsoko.plan", "read", [self.draft.ids, ["name"]]),
            ("vsoko.plan", "get_cyclogram", [self.draft.ids]),
            ("vsoko.phrase", "search_read", [[], ["name"]]),
            ("vsoko.role.holder", "create", [{"role_id": 1, "employee_id": 1}]),
        ]:
            with self.subTest(f"{model}.{method}"):
                self.assertIn(self._error(model, method, *args), REFUSALS)

    def test_a_teacher_reports_on_her_own_lines_only(self):
        line = self.approved.procedure_ids
        for user, may in ((self.colleague, False), (self.teacher, True)):
            self._log_in(user)
            for model, method, args in [
                ("vsoko.procedure", "action_start", [line.ids]),
                (
                    "vsoko.procedure.step",
                    "write",
                    [line.step_ids.ids, {"is_done": True}],
                ),
            ]:
                with self.subTest(f"{model}.{method}", user=user.login):
                    answer = self._call(model, method, *args)
                    self.assertEqual("error" not in answer, may, answer)

    def test_a_teacher_changes_no_word_of_a_plan(self):
        """Not even while the deputy has opened the plan for a new edition."""
        self.approved.with_user(self.deputy).action_new_edition("Перенос ВПР")
        line = self.approved.procedure_ids
        step = line.step_ids
        self._log_in(self.teacher)
        for model, method, args in [
            ("vsoko.procedure", "write", [line.ids, {"name": "Отдых"}]),
            ("vsoko.procedure", "write", [line.ids, {"date_end": "2023-12-01"}]),
            ("vsoko.procedure", "write", [line.ids, {"employee_ids": [(5,)]}]),
            (
                "vsoko.procedure",
                "write",
                [line.ids, {"step_ids": [(1, step.id, {"name": "Отдых"})]}],
            ),
            ("vsoko.procedure", "write", [line.ids, {"step_ids": [(2, step.id)]}]),
            ("vsoko.procedure.step", "write", [step.ids, {"name": "Отдых"}]),
            ("vsoko.procedure.step", "write", [step.ids, {"date_deadline": False}]),
            ("vsoko.procedure", "action_cancel", [line.ids]),
            ("vsoko.procedure", "unlink", [line.ids]),
        ]:
            with self.subTest(f"{model}.{method} {args}"):
                self.assertIn(self._error(model, method, *args), REFUSALS)

    def test_a_deputy_does_not_approve_by_the_back_door(self):
        self._log_in(self.deputy)
        plan, line = self.draft, self.draft.procedure_ids
        for model, method, args in [
            ("vsoko.plan", "action_approve", [plan.ids]),
            ("vsoko.plan", "write", [plan.ids, {"state": "approved"}]),
            ("vsoko.plan", "write", [plan.ids, {"is_published": True}]),
            ("vsoko.procedure", "write", [line.ids, {"is_published": True}]),
            ("vsoko.plan", "create", [{"name": "План", "state": "approved"}]),
            ("vsoko.plan", "create", [{"name": "План", "is_published": True}]),
            (
                "vsoko.plan.edition",
                "create",
                [{"plan_id": plan.id, "number": 1, "user_id": self.director.id}],
            ),
            ("vsoko.plan", "write", [self.approved.ids, {"name": "Другой"}]),
            ("vsoko.plan", "write", [self.approved.ids, {"goals": "<p>Другие</p>"}]),
            ("vsoko.plan", "write", [self.approved.ids, {"year_id": False}]),
            ("vsoko.plan", "unlink", [self.approved.ids]),
        ]:
            with self.subTest(f"{model}.{method} {args}"):
                self.assertIn(self._error(model, method, *args), REFUSALS)
                self.env.invalidate_all()
                self.assertEqual(self.draft.state, "draft")
                self.assertFalse(self.draft.procedure_ids.is_published)

    def test_private_methods_do_not_answer(self):
        self._log_in(self.director)
        for model, method in [
            ("vsoko.plan", "_move_to"),
            ("vsoko.plan", "_record_edition"),
            ("vsoko.procedure", "_sync_events"),
            ("vsoko.import", "_read_tables"),
            ("vsoko.import.phrase", "_learn"),
            ("vsoko.demo.school", "_load_people"),
            ("calendar.event", "_vsoko_drop"),
            ("vsoko.demo.school", "load"),
            ("vsoko.demo.school", "remove"),
        ]:
            with self.subTest(f"{model}.{method}"):
                self.assertEqual(self._error(model, method, []), "AccessError")

    def test_a_reason_calls_nothing_but_what_needs_one(self):
        self._log_in(self.deputy)
        by_procedure = {
            "procedure_id": self.draft.procedure_ids.id,
            "method": "action_new_edition",
            "reason": "!",
        }
        wizard = self._call("vsoko.reason", "create", by_procedure)["result"]
        self.assertEqual(
            self._error("vsoko.reason", "action_confirm", [wizard]), "AccessError"
        )
        for method in ("unlink", "action_approve", "_move_to", "action_send"):
            with self.subTest(method):
                values = {"plan_id": self.draft.id, "method": method, "reason": "!"}
                self.assertEqual(
                    self._error("vsoko.reason", "create", values), "ValueError"
                )
        self.assertTrue(self.draft.exists())

    def test_a_kind_of_file_calls_nothing_but_a_reader(self):
        self._log_in(self.deputy)
        error = self._error("vsoko.import", "create", {"kind": "plan_summary"})
        self.assertEqual(error, "ValueError")

    def test_html_of_a_plan_carries_no_scripts(self):
        goals = html.fromstring(str(self.draft.goals))
        self.assertEqual(goals.xpath("//script | //@onclick"), [])
        self.assertIn("Цель", goals.text_content())


@tagged("post_install", "-at_install", "security")
class TestAddresses(TwoSchoolsCase):
    """Papers and files by addresses typed by hand."""

    def _get(self, url):
        return self.url_open(url, timeout=120, allow_redirects=False)

    def _report(self, report, plan):
        converter = REPORTS[report]
        return self._get(f"/report/{converter}/vsoko_reports.{report}/{plan.id}")

    def assertRefused(self, answer):
        self.assertNotEqual(answer.status_code, 200)
        for secret in (self.draft.name, self.approved.name, "ВПР"):
            self.assertNotIn(secret, answer.text)

    def test_papers_are_for_those_who_see_the_plan(self):
        for user in (self.other_deputy, self.stranger, None):
            self._log_in(user)
            for report in REPORTS:
                for plan in (self.draft, self.approved):
                    with self.subTest(report, user=user and user.login):
                        self.assertRefused(self._report(report, plan))

    def test_a_teacher_prints_no_draft(self):
        self._log_in(self.teacher)
        for report in REPORTS:
            with self.subTest(report):
                self.assertRefused(self._report(report, self.draft))
        self.assertEqual(self._report("plan_xlsx", self.approved).status_code, 200)

    def test_a_file_chosen_by_another_is_not_downloaded(self):
        wizard = self._wizard(DOCX.read_bytes(), DOCX.name)
        for user in (self.other_deputy, self.teacher, self.stranger, None):
            self._log_in(user)
            with self.subTest(user and user.login):
                answer = self._get(f"/web/content/vsoko.import/{wizard.id}/file")
                self.assertNotEqual(answer.status_code, 200)

    def test_a_paper_attached_to_a_plan_is_not_downloaded_by_strangers(self):
        paper = self.env["ir.attachment"].create(
            {
                "name": "Скан.pdf",
                "raw": b"%PDF",
                "res_model": "vsoko.plan",
                "res_id": self.draft.id,
            }
        )
        for user in (self.other_deputy, self.teacher, self.stranger, None):
            self._log_in(user)
            with self.subTest(user and user.login):
                answer = self._get(f"/web/content/{paper.id}")
                self.assertNotEqual(answer.status_code, 200)

    def test_formulas_of_a_plan_are_words_in_excel(self):
        self._log_in(self.deputy)
        answer = self._report("plan_xlsx", self.draft)
        book = openpyxl.load_workbook(io.BytesIO(answer.content))
        cells = [cell for row in book.worksheets[0] for cell in row if cell.value]
        self.assertIn(FORMULA, "\n".join(str(cell.value) for cell in cells))
        self.assertEqual({cell.data_type for cell in cells}, {"s"})
