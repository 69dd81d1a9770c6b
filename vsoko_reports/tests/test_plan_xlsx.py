import base64
import io

import openpyxl

from odoo.addons.vsoko_module.tools.plan_reader import understand
from odoo.addons.vsoko_module.tools.tables import read_tables

from .common import PaperCase

HEADER = [
    "№", "Месяц", "Срок", "Блок", "Направление", "Объект", "Содержание", "Метод",
    "Ответственные", "Форма результата", "Где рассматривается", "Примечание",
]  # fmt: skip
TEXTS = ["number", "term_text", "object", "method_text", "role_text", "outcome_text"]
TEXTS += ["body_text", "note", "content", "month"]


class TestPlanXlsx(PaperCase):
    def _sheet(self, plan):
        content, extension = self._print("plan_xlsx", plan)
        self.assertEqual(extension, "xlsx")
        return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]

    def test_form_of_the_sheet(self):
        sheet = self._sheet(self._from_template("cyclogram"))
        self.assertIn("2024/25 учебный год", sheet["A1"].value)
        self.assertEqual(sheet["A2"].value, "МБОУ «Средняя школа № 3» (ПРОЕКТ)")
        self.assertEqual([cell.value for cell in sheet[3]], HEADER)
        self.assertEqual(sheet.max_row, 3 + 88)
        self.assertEqual(sheet["B4"].value, "август")
        self.assertEqual(len(sheet["G4"].value.splitlines()), 2)
        self.assertTrue(sheet["G4"].alignment.wrap_text)
        self.assertEqual(sheet.freeze_panes, "A4")
        self.assertEqual(sheet.print_title_rows, "$3:$3")
        self.assertEqual(sheet.page_setup.orientation, "landscape")
        self.assertEqual(sheet.auto_filter.ref, "A3:L91")

    def test_words_never_become_formulas(self):
        signs = ["=1+1", "+7", "-5", "@сайт", "https://school.ru"]
        plan = self._make_plan([{"name": sign, "role_text": sign} for sign in signs])
        sheet = self._sheet(plan)
        for row, sign in enumerate(signs, 4):
            for cell in (sheet.cell(row, 7), sheet.cell(row, 9)):
                self.assertEqual((cell.value, cell.data_type), (sign, "s"))
                self.assertIsNone(cell.hyperlink)

    def test_empty_plan(self):
        self.assertEqual(self._sheet(self._make_plan()).max_row, 3)

    def test_several_plans_are_several_sheets(self):
        plans = self._make_plan(name="План: 2023/24") | self._make_plan(
            name="План: 2023/24"
        )
        content, _extension = self._print("plan_xlsx", plans)
        names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
        self.assertEqual(names, ["План- 2023-24", "План- 2023-24~01"])

    def test_reader_understands_it_whole(self):
        for code in ("cyclogram", "quality"):
            with self.subTest(code):
                plan = self._from_template(code)
                content, _extension = self._print("plan_xlsx", plan)
                reading = understand(read_tables(content, "plan.xlsx"))
                self.assertFalse(reading.problems)
                lines = plan.procedure_ids
                self.assertEqual(len(reading.rows), len(lines))
                for row, line in zip(reading.rows, lines, strict=True):
                    self.assertEqual(row.steps, line.step_ids.mapped("name"))

    def test_imported_into_another_year_without_loss(self):
        other = self._make_year("2025-09-01")
        for code in ("cyclogram", "quality"):
            with self.subTest(code):
                plan = self._from_template(code)
                copy = self._import(self._print("plan_xlsx", plan)[0], other)
                self.assertEqual(copy.year_id, other)
                self.assertEqual(self._texts(copy), self._texts(plan))
                self.assertEqual(
                    copy.procedure_ids.mapped("block_id.name"),
                    plan.procedure_ids.mapped("block_id.name"),
                )

    def test_awkward_texts_come_back_the_same(self):
        plan = self._make_plan(
            [
                {
                    "name": "первая строка с малой буквы",
                    "step_ids": [
                        (0, 0, {"name": name})
                        for name in ("первая строка с малой буквы", "и вторая,", "3) x")
                    ],
                    "object": "Объект\nв две строки",
                    "role_text": "Учителя-\nпредметники",
                    "outcome_text": "Справка,\nприказ",
                    "term_text": "до 20 апреля",
                    "note": "5–9 классы\nпримечание: по графику",
                },
                {"name": "ИТОГО ПО ШКОЛЕ", "object": "ИТОГО ПО ШКОЛЕ"},
            ]
        )
        copy = self._import(
            self._print("plan_xlsx", plan)[0], self._make_year("2025-09-01")
        )
        self.assertEqual(
            self._texts(copy)[0] | {"number": ""}, self._texts(plan)[0] | {"number": ""}
        )
        self.assertEqual(copy.procedure_ids[1].object, "ИТОГО ПО ШКОЛЕ")

    def test_sheet_of_an_earlier_version_comes_back_the_same(self):
        plan = self._make_plan([{"name": "и так далее", "term_text": "май"}] * 2)
        book = openpyxl.load_workbook(io.BytesIO(self._print("plan_xlsx", plan)[0]))
        sheet = book.worksheets[0]
        for title in ("A1:L1", "A2:L2"):
            sheet.unmerge_cells(title)
        sheet.delete_cols(HEADER.index("Примечание") + 1)
        saved = io.BytesIO()
        book.save(saved)
        copy = self._import(saved.getvalue(), self._make_year("2025-09-01"))
        self.assertEqual(copy.procedure_ids.mapped("name"), ["и так далее"] * 2)

    def _import(self, content, year):
        wizard = self.env["vsoko.import"].create(
            {
                "kind": "plan",
                "file": base64.b64encode(content),
                "filename": "plan.xlsx",
                "year_id": year.id,
            }
        )
        before = self.env["vsoko.plan"].search([])
        wizard.action_preview()
        self.assertFalse(wizard.error_count)
        wizard.action_import()
        return self.env["vsoko.plan"].search([]) - before

    def _texts(self, plan):
        return [
            {name: line[name] or "" for name in TEXTS} for line in plan.procedure_ids
        ]
