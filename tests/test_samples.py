"""The files that schools really have go into a plan whole."""

from datetime import date

import openpyxl

from odoo.exceptions import UserError
from odoo.tests import tagged

from odoo.addons.vsoko_module.tests import office_files

from .common import DOCX, FORMS, UNKNOWN_ROLE, XLSX, SchoolCase

MONTHS = "1_08 1_09 1_10 1_11 1_12 2_01 2_02 2_03 2_04 2_05 2_06".split()
# What is printed of a line, so what an export must bring back
WORDS = ["object", "month", "term_text", "role_text", "outcome_text", "method_text"]
WORDS += ["body_text", "repetition"]
DATES = ["date_start", "date_end"]
LINKS = ["block_id", "role_ids", "outcome_ids", "method_ids", "body_ids"]


@tagged("post_install", "-at_install")
class TestSamples(SchoolCase):
    def test_a_sample_is_understood_but_for_one_role(self):
        for path in (DOCX, XLSX):
            with self.subTest(path.name):
                wizard = self._wizard(path.read_bytes(), path.name)
                wizard.action_preview()
                counts = (wizard.ok_count, wizard.warning_count, wizard.error_count)
                self.assertEqual(counts, (87, 1, 0))
                self.assertEqual(wizard.phrase_ids.mapped("name"), [UNKNOWN_ROLE])
                unclear = wizard.line_ids.filtered("message")
                self.assertIn(UNKNOWN_ROLE, unclear.message)

    def test_a_sample_becomes_a_plan_without_loss(self):
        for path in (DOCX, XLSX):
            with self.subTest(path.name), self.env.cr.savepoint() as undo:
                plan = self._import_plan(path)
                self.assertEqual(plan.name.count("2023/24"), 1)
                self.assertEqual(plan.year_id.date_start, date(2023, 9, 1))
                self._check_cyclogram(plan.procedure_ids)
                undo.close(rollback=True)

    def _check_cyclogram(self, lines):
        self.assertEqual(len(lines), 88)
        self.assertEqual(len(lines.step_ids), 170)
        self.assertEqual(len(lines.block_id), 8)
        self.assertEqual(len(lines.parent_block_id), 2)
        self.assertEqual(sorted(set(lines.mapped("month"))), MONTHS)
        for line in lines:
            self.assertTrue(line.name and line.block_id and line.role_text, line.name)
        dated = lines.filtered(lambda line: line.date_start and line.date_end)
        self.assertEqual(lines, dated)
        self.assertEqual(dated.event_ids.vsoko_procedure_id, dated)

    def test_both_files_tell_the_same(self):
        word = self._import_plan(DOCX).procedure_ids
        excel = self._import_plan(XLSX).procedure_ids
        self.assertSameLines(word, excel, [*WORDS, *DATES, *LINKS])

    def assertSameLines(self, lines, others, names):
        self.assertEqual(len(lines), len(others))
        for line, other in zip(lines, others, strict=True):
            for name in names:
                self.assertEqual(line[name], other[name], (line.name, name))
            self.assertEqual(
                line.step_ids.mapped("name"), other.step_ids.mapped("name")
            )

    def test_the_same_file_twice_adds_nothing_and_says_so(self):
        plan = self._import_plan(DOCX)
        wizard, action = self._import(DOCX.read_bytes(), "copy.docx")
        self.assertEqual(wizard.plan_id, plan)
        self.assertEqual(action["tag"], "display_notification")
        self.assertIn("copy.docx", action["params"]["message"])
        self.assertEqual(len(plan.procedure_ids), 88)
        self.assertEqual(self._plan_count(), 1)

    def test_the_other_format_of_the_plan_adds_nothing(self):
        plan = self._import_plan(DOCX)
        _wizard, action = self._import(XLSX.read_bytes(), XLSX.name, plan_id=plan.id)
        self.assertEqual(action["tag"], "display_notification")
        self.assertEqual(len(plan.procedure_ids), 88)

    def _plan_count(self):
        return self.env["vsoko.plan"].search_count(
            [("company_id", "=", self.school.id)]
        )

    def test_an_explained_role_is_remembered_for_the_next_file(self):
        wizard = self._wizard(DOCX.read_bytes(), DOCX.name)
        wizard.action_preview()
        role = self.env.ref("vsoko_module.role_methodist")
        wizard.phrase_ids.role_ids = role
        wizard.action_preview()
        self.assertEqual((wizard.ok_count, wizard.warning_count), (88, 0))
        wizard.action_import()
        again = self._wizard(XLSX.read_bytes(), XLSX.name)
        again.action_preview()
        self.assertFalse(again.phrase_ids)
        self.assertEqual(again.ok_count, 88)

    def test_the_exported_plan_imports_into_another_year_without_loss(self):
        plan = self._import_plan(DOCX)
        exported = self._export(plan)
        year = self.env["vsoko.academic.year"]._ensure(2030, self.school)
        wizard = self._wizard(exported, "plan.xlsx", year_id=year.id)
        wizard.action_preview()
        self.assertEqual((wizard.ok_count + wizard.warning_count), 88)
        action = wizard.action_import()
        lines = self.env["vsoko.procedure"].search(action["domain"])
        self.assertEqual(lines.year_id, year)
        self.assertSameLines(plan.procedure_ids, lines, [*WORDS, *LINKS])

    def test_the_exported_plan_adds_nothing_to_itself(self):
        plan = self._import_plan(DOCX)
        _wizard, action = self._import(self._export(plan), "p.xlsx", plan_id=plan.id)
        self.assertEqual(action["tag"], "display_notification")
        self.assertEqual(len(plan.procedure_ids), 88)

    def test_the_exported_plan_of_a_template_adds_nothing_to_itself(self):
        years = self.env["vsoko.academic.year"].with_user(self.deputy)
        year = years._ensure(2031, self.school)
        for name in ("cyclogram", "quality"):
            template = self.env.ref(f"vsoko_module.plan_template_{name}")
            plans = self.env["vsoko.plan"].with_user(self.deputy)
            plan = plans.action_apply_template(template.id, year.id)
            count = len(plan.procedure_ids)
            with self.subTest(name):
                self._import(self._export(plan), "p.xlsx", plan_id=plan.id)
                self.assertEqual(len(plan.procedure_ids), count)

    def _export(self, plan):
        reports = self.env["ir.actions.report"].with_user(self.deputy)
        content, _kind = reports._render("vsoko_reports.plan_xlsx", plan.ids)
        return content

    def test_a_blank_form_asks_to_be_filled_in(self):
        form = FORMS / "plan-blank.xlsx"
        wizard = self._wizard(form.read_bytes(), form.name)
        with self.assertRaises(UserError) as refusal, self.env.cr.savepoint():
            wizard.action_import()
        self.assertIn(form.name, str(refusal.exception))

    def test_a_filled_form_is_a_plan(self):
        book = openpyxl.load_workbook(FORMS / "plan-blank.xlsx")
        sheet = book.worksheets[0]
        columns = {cell.value: cell for row in sheet for cell in row if cell.value}
        words = {
            "Месяц": "октябрь",
            "Содержание": "Провести ВПР\nСравнить с отметками",
            "Ответственные": "Классные руководители",
        }
        for header, text in words.items():
            columns[header].offset(row=1).value = text
        _wizard, action = self._import(office_files.saved(book), "filled.xlsx")
        line = self.env["vsoko.procedure"].search(action["domain"])
        self.assertEqual(line.step_ids.mapped("name"), words["Содержание"].split("\n"))
        self.assertEqual(line.month, "1_10")
        self.assertEqual(line.role_ids, self.env.ref("vsoko_module.role_class_teacher"))
