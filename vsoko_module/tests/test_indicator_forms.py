import base64
import io

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.exceptions import AccessError, UserError

from ..tools.indicator_form import FormRow, build_form, read_form
from ..tools.tables import read_tables
from .measured import MeasuredCase

# Columns of the form
CODE, VALUE, TOTAL, COMMENT, CAUSE = 2, 7, 8, 9, 10


class TestIndicatorForms(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.share = cls._make_indicator("1.1", "share", denominator_label="учащиеся")
        cls.percent = cls._make_indicator("1.2", "percent")
        cls.yes_no = cls._make_indicator("1.3", "yes_no")
        cls.points = cls._make_indicator("1.4", "points", max_points=3)
        cls.choice = cls._make_indicator(
            "1.5",
            "choice",
            option_ids=[
                (0, 0, {"name": "Есть план", "points": 1}),
                (0, 0, {"name": "Нет плана", "points": 0}),
            ],
        )

    def _export(self, **values):
        wizard = (
            self.env["vsoko.indicator.form"]
            .with_user(self.deputy)
            .with_company(self.school)
            .create(
                {
                    "framework_id": self.framework.id,
                    "period_id": self.period.id,
                    "is_together": True,
                    **values,
                }
            )
        )
        wizard.action_export()
        return wizard

    def _book(self, wizard):
        return openpyxl.load_workbook(io.BytesIO(base64.b64decode(wizard.file)))

    def _rows(self, sheet):
        return {
            sheet.cell(row, CODE).value: row
            for row in range(1, sheet.max_row + 1)
            if str(sheet.cell(row, CODE).value or "").startswith("1.")
        }

    def _filled(self, entries):
        """The form as a person fills it in: only the open cells."""
        book = self._book(self._export())
        sheet = book["Показатели"]
        rows = self._rows(sheet)
        for code, cells in entries.items():
            for column, value in cells.items():
                cell = sheet.cell(rows[code], column)
                self.assertFalse(cell.protection.locked, f"{code} {column}")
                cell.value = value
        return self._bytes(book)

    def _bytes(self, book):
        data = io.BytesIO()
        book.save(data)
        return base64.b64encode(data.getvalue())

    def _import(self, file, **values):
        return (
            self.env["vsoko.import"]
            .with_user(self.deputy)
            .with_company(self.school)
            .create(
                {
                    "kind": "indicators",
                    "file": file,
                    "filename": "Бланк.xlsx",
                    **values,
                }
            )
        )

    def _entries(self):
        found = self.env["vsoko.measurement"].search(
            [("framework_id", "=", self.framework.id)]
        )
        return {one.indicator_id.code: one.entry for one in found}

    def test_a_form_exported_filled_and_imported_gives_the_same_figures(self):
        file = self._filled(
            {
                "1.1": {VALUE: 25, TOTAL: 100},
                "1.2": {VALUE: 62.5, COMMENT: "По журналу"},
                "1.3": {VALUE: "да"},
                "1.4": {VALUE: 3},
                "1.5": {VALUE: "Есть план"},
            }
        )
        wizard = self._import(file)
        wizard.action_preview()
        self.assertEqual((wizard.ok_count, wizard.error_count), (5, 0))
        self.assertEqual(self._entries(), {})
        wizard.action_import()
        self.assertEqual(
            self._entries(),
            {
                "1.1": "25/100",
                "1.2": "62,5",
                "1.3": "да",
                "1.4": "3",
                "1.5": "Есть план",
            },
        )
        found = self.env["vsoko.measurement"].search(
            [("indicator_id", "=", self.percent.id)]
        )
        self.assertEqual((found.value, found.origin), (62.5, "form"))
        self.assertEqual(found.comment, "По журналу")

    def test_a_second_import_changes_nothing(self):
        file = self._filled({"1.2": {VALUE: 62.5}})
        self._import(file).action_import()
        changes = self.env["vsoko.measurement.change"].search_count([])
        again = self._import(file)
        again.action_preview()
        self.assertEqual(again.warning_count, 1)
        self.assertIn("already", again.line_ids.message)
        again.action_import()
        self.assertEqual(self.env["vsoko.measurement.change"].search_count([]), changes)
        self.assertEqual(self._entries(), {"1.2": "62,5"})

    def test_the_form_is_protected_and_has_lists(self):
        book = self._book(self._export())
        sheet = book["Показатели"]
        self.assertTrue(sheet.protection.sheet)
        self.assertTrue(sheet.column_dimensions["A"].hidden)
        self.assertEqual(book["Списки"].sheet_state, "hidden")
        kinds = {rule.type for rule in sheet.data_validations.dataValidation}
        self.assertEqual(kinds, {"list", "custom"})
        rows = self._rows(sheet)
        self.assertTrue(sheet.cell(rows["1.2"], TOTAL).protection.locked)
        self.assertTrue(sheet.cell(rows["1.2"], CODE).protection.locked)

    def test_known_figures_stand_in_the_form(self):
        self._measure(self.share, "25/100")
        sheet = self._book(self._export())["Показатели"]
        row = self._rows(sheet)["1.1"]
        self.assertEqual(
            (sheet.cell(row, VALUE).value, sheet.cell(row, TOTAL).value), (25, 100)
        )

    def test_each_role_gets_a_form_of_its_own(self):
        self.share.role_id = self._role("librarian")
        wizard = self._export(is_together=False)
        self.assertTrue(wizard.filename.endswith(".zip"))

    def test_a_form_has_a_row_for_each_class(self):
        self.share.scope = "class"
        classes = self.env["vsoko.class"].create(
            [
                {"parallel": 5, "letter": letter, "year_id": self.year.id}
                for letter in "АБ"
            ]
        )
        book = self._book(self._export())
        sheet = book["Показатели"]
        for row in range(1, sheet.max_row + 1):
            if sheet.cell(row, CODE).value == "1.1":
                sheet.cell(row, VALUE).value = 10
                sheet.cell(row, TOTAL).value = 20
        self._import(self._bytes(book)).action_import()
        found = self.env["vsoko.measurement"].search(
            [("indicator_id", "=", self.share.id)]
        )
        self.assertEqual(found.class_id, classes)
        self.assertEqual(set(found.mapped("entry")), {"10/20"})

    def test_wrong_figures_are_told_with_sheet_row_and_column(self):
        file = self._filled(
            {
                "1.1": {VALUE: 30, TOTAL: 25},
                "1.2": {VALUE: 120},
                "1.3": {VALUE: "иногда"},
                "1.4": {VALUE: 7},
                "1.5": {VALUE: "Может быть"},
            }
        )
        wizard = self._import(file)
        wizard.action_preview()
        self.assertEqual(wizard.error_count, 5)
        said = {line.term: line.message for line in wizard.line_ids}
        for code, words in [
            ("1.1", "the part is larger than the whole"),
            ("1.2", "above 100"),
            ("1.3", "neither"),
            ("1.4", "above the most points possible"),
            ("1.5", "The answers are: Есть план; Нет плана"),
        ]:
            with self.subTest(code=code):
                self.assertIn(words, said[code])
                self.assertRegex(
                    said[code], r"Sheet «Показатели», row \d+, column «Значение»"
                )
        with self.assertRaisesRegex(UserError, "Nothing to import"):
            wizard.action_import()
        self.assertEqual(self._entries(), {})

    def test_a_form_of_another_edition_is_refused(self):
        file = self._filled({"1.2": {VALUE: 50}})
        self.framework.edition = "2024"
        with self.assertRaisesRegex(UserError, "another edition"):
            self._import(file).action_preview()

    def test_a_form_of_another_school_is_refused(self):
        file = self._filled({"1.2": {VALUE: 50}})
        theirs = (
            self.env["vsoko.import"]
            .with_user(self.other_deputy)
            .with_company(self.other_school)
            .create({"kind": "indicators", "file": file, "filename": "Бланк.xlsx"})
        )
        with self.assertRaisesRegex(UserError, "another school"):
            theirs.action_preview()

    def test_figures_of_a_closed_period_are_refused(self):
        file = self._filled({"1.2": {VALUE: 50}})
        self.period.with_user(self.deputy).action_close()
        with self.assertRaisesRegex(UserError, "closed"):
            self._import(file).action_preview()

    def test_a_table_of_ones_own_is_read_by_codes(self):
        book = openpyxl.Workbook()
        for row in (
            ["Код", "Показатель", "Значение"],
            ["1.2", "Доля", "61,5"],
            ["9", "?", 1],
        ):
            book.active.append(row)
        file = self._bytes(book)
        with self.assertRaisesRegex(UserError, "choose the framework"):
            self._import(file).action_preview()
        wizard = self._import(
            file, measured_framework_id=self.framework.id, period_id=self.period.id
        )
        wizard.action_preview()
        self.assertEqual((wizard.ok_count, wizard.error_count), (1, 1))
        self.assertIn("no indicator «9»", wizard.line_ids[1].message)
        wizard.action_import()
        self.assertEqual(self._entries(), {"1.2": "61,5"})

    def test_a_teacher_makes_no_forms(self):
        with self.assertRaises(AccessError):
            self.env["vsoko.indicator.form"].with_user(self.teacher).create(
                {"framework_id": self.framework.id, "period_id": self.period.id}
            )

    def test_words_that_look_like_formulas_stay_words(self):
        self.percent.name = "=HYPERLINK(1)"
        sheet = self._book(self._export())["Показатели"]
        cell = sheet.cell(self._rows(sheet)["1.2"], 3)
        self.assertEqual((cell.value, cell.data_type), ("=HYPERLINK(1)", "s"))

    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(
            st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)),
            min_size=1,
            max_size=6,
        )
    )
    def test_whatever_is_filled_in_is_read_back(self, shares):
        rows = [
            FormRow(f"{n}:0:0", code=f"1.{n}", kind="share", value=str(a), total=str(b))
            for n, (a, b) in enumerate(shares, 1)
        ]
        data = build_form(["Школа"], "паспорт", rows)
        passport, read = read_form(read_tables(data, "Бланк.xlsx"))
        self.assertEqual(passport, "паспорт")
        self.assertEqual([row.entry for row in read], [f"{a}/{b}" for a, b in shares])
