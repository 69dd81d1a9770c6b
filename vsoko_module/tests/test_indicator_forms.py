import base64
import io
import zipfile

import openpyxl

from odoo.exceptions import AccessError, UserError

from .indicator_case import IndicatorCase


class TestIndicatorForms(IndicatorCase):
    def _sheet(self, data=None):
        book = openpyxl.load_workbook(io.BytesIO(data or self._form()))
        return book["Показатели"], book

    def test_only_cells_to_fill_are_open(self):
        sheet, _book = self._sheet()
        rows = self._rows(sheet)
        self.assertTrue(sheet.protection.sheet)
        self.assertFalse(sheet.protection.password)
        opened = {
            cell.coordinate
            for row in sheet.iter_rows()
            for cell in row
            if not cell.protection.locked
        }
        expected = {
            f"{column}{rows[f'1.1.{number}']}"
            for number in range(1, 7)
            for column in "HJK"
        } | {f"I{rows['1.1.2']}"}
        self.assertEqual(opened, expected)

    def test_cells_have_lists_and_limits(self):
        sheet, _book = self._sheet()
        rules = {
            str(rule.sqref): rule for rule in sheet.data_validations.dataValidation
        }
        rows = self._rows(sheet)
        percent = rules[f"H{rows['1.1.1']}"]
        self.assertEqual(percent.type, "custom")
        self.assertIn("<=100", percent.formula1)
        share = rules[f"H{rows['1.1.2']}"]
        self.assertIn(f"$H${rows['1.1.2']}<=$I${rows['1.1.2']}", share.formula1)
        self.assertIn("<=3", rules[f"H{rows['1.1.3']}"].formula1)
        self.assertIn("да,нет", rules[f"H{rows['1.1.4']}"].formula1)
        self.assertIn("_vsoko", rules[f"H{rows['1.1.5']}"].formula1)
        self.assertEqual(rules[f"K{rows['1.1.1']}"].type, "list")

    def test_the_hidden_sheet_holds_keys_and_the_page_is_set(self):
        sheet, book = self._sheet()
        self.assertEqual(book["_vsoko"].sheet_state, "hidden")
        self.assertIn(f'"period": {self.period.id}', book["_vsoko"]["A2"].value)
        self.assertEqual(sheet.page_setup.orientation, "landscape")
        self.assertTrue(sheet.print_title_rows)
        self.assertTrue(sheet.freeze_panes)

    def test_words_never_become_formulas(self):
        sheet, _book = self._sheet()
        cell = sheet[f"B{self._rows(sheet)['1.1.6']}"]
        self.assertEqual((cell.value, cell.data_type), ("=1+1", "s"))

    def test_known_figures_stand_there(self):
        self.env["vsoko.measurement"].with_user(self.deputy).create(
            {
                "indicator_id": self.share.id,
                "period_id": self.period.id,
                "company_id": self.school.id,
                "entry": "25/100",
            }
        )
        sheet, _book = self._sheet()
        row = self._rows(sheet)["1.1.2"]
        self.assertEqual((sheet[f"H{row}"].value, sheet[f"I{row}"].value), (25, 100))

    def test_what_does_not_apply_is_named_below(self):
        self.env["vsoko.indicator.setting"].with_user(self.deputy).create(
            {
                "indicator_id": self.yes_no.id,
                "company_id": self.school.id,
                "is_excluded": True,
                "reason": "Нет старших классов",
            }
        )
        sheet, _book = self._sheet()
        said = [cell.value for cell in sheet["A"] if cell.value]
        self.assertNotIn("1.1.4", said)
        self.assertTrue(any("Нет старших классов" in text for text in said))

    def test_each_class_has_a_row(self):
        self.percent.scope = "class"
        classes = self.env["vsoko.class"].create(
            [
                {"parallel": 5, "letter": letter, "year_id": self.year.id}
                for letter in "АБ"
            ]
        )
        sheet, _book = self._sheet()
        names = [
            sheet.cell(row, 3).value
            for row in range(1, sheet.max_row + 1)
            if sheet.cell(row, 1).value == "1.1.1"
        ]
        self.assertEqual(names, classes.mapped("name"))

    def test_several_roles_are_an_archive(self):
        self.percent.role_id = self._role("director")
        data = self._form()
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        self.assertEqual(len(names), 2)
        one = self._export(role_ids=[(6, 0, self.role.ids)])
        sheet, _book = self._sheet(base64.b64decode(one.file))
        self.assertNotIn("1.1.1", self._rows(sheet))

    def test_a_role_that_owes_nothing_is_told_so(self):
        with self.assertRaises(UserError):
            self._export(role_ids=[(6, 0, self._role("director").ids)])

    def test_a_closed_period_has_no_forms(self):
        self.period.with_user(self.deputy).action_close()
        with self.assertRaisesRegex(UserError, "closed"):
            self._export()

    def test_a_teacher_may_not_make_forms(self):
        with self.assertRaises(AccessError):
            self._export(user=self.teacher)

    def test_forms_of_another_are_not_seen(self):
        wizard = self._export()
        with self.assertRaises(AccessError):
            wizard.with_user(self.director).read(["file"])
