import base64
import io
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from odoo.exceptions import AccessError, ValidationError

from ..tools.office import convert
from .common import VsokoCase


class TestForms(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["vsoko.class"].create(
            [
                {"year_id": cls.year.id, "parallel": parallel, "letter": "А"}
                for parallel in (1, 5, 10)
            ]
        )

    def _workbook(self):
        """A form as a municipality draws it: merges, fonts, formulas, a chart."""
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Сведения о школе"
        sheet.merge_cells("A1:D1")
        sheet["A1"] = "Мониторинг"
        sheet["A1"].font = Font(name="Arial", size=16, bold=True)
        sheet.column_dimensions["A"].width = 41.5
        rows = [
            ("Наименование", "{школа}"),
            ("Классов 1–4", "{классов_ноо}"),
            ("Классов 5–9", "{классов_ооо}"),
            ("Всего", "=B3+B4"),
            ("Компьютеров", "{компьютеров}"),
            ("Посещено уроков", "{уроков_посещено}"),
        ]
        for number, (name, value) in enumerate(rows, 2):
            sheet.cell(number, 1, name)
            sheet.cell(number, 2, value).number_format = "0.0"
            sheet.cell(number, 2).fill = PatternFill("solid", fgColor="FFEE88")
        allowed = DataValidation(type="list", formula1='"да,нет"')
        sheet.add_data_validation(allowed)
        allowed.add("C3")
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=2, min_row=3, max_row=4))
        sheet.add_chart(chart, "F2")
        hidden = book.create_sheet("Скрытый")
        hidden.sheet_state = "hidden"
        hidden["A1"] = "не трогать"
        return self._saved(book)

    def _saved(self, book):
        result = io.BytesIO()
        book.save(result)
        return result.getvalue()

    def _form(self, content=None, user=None, filename="form.xlsx", **values):
        forms = self.env["vsoko.form"].with_user(user or self.deputy)
        return forms.create(
            {
                "name": "Мониторинг",
                "file": base64.b64encode(content or self._workbook()),
                "filename": filename,
                "company_id": self.school.id,
                **values,
            }
        )

    def _fill(self, form, first="2023-10-01", last="2023-10-31"):
        fill = self.env["vsoko.form.fill"].with_user(self.deputy)
        fill = fill.create({"form_id": form.id, "date_from": first, "date_to": last})
        fill.action_fill()
        return fill

    def _content(self, fill):
        return base64.b64decode(fill.with_context(bin_size=False).file)

    def _sheet(self, fill):
        return openpyxl.load_workbook(io.BytesIO(self._content(fill))).worksheets[0]

    def test_marks_written_into_cells_are_found(self):
        form = self._form()
        marks = {mark.cell: mark for mark in form.mark_ids}
        self.assertEqual(sorted(marks), ["B2", "B3", "B4", "B6", "B7"])
        self.assertEqual(marks["B3"].code, "классов_ноо")
        self.assertEqual(marks["B3"].label, "Классов 1–4")
        self.assertEqual(marks["B6"].state, "unknown")

    def test_values_are_filled_in_and_the_rest_is_reported(self):
        fill = self._fill(self._form())
        sheet = self._sheet(fill)
        self.assertEqual(sheet["B2"].value, self.school.name)
        self.assertEqual((sheet["B3"].value, sheet["B4"].value), (1, 1))
        self.assertEqual(sheet["B5"].value, "=B3+B4")
        self.assertFalse(sheet["B6"].value)
        left = fill.line_ids.filtered(lambda line: line.state == "unknown")
        self.assertEqual((left.cell, left.code), ("B6", "компьютеров"))
        self.assertEqual((fill.filled_count, fill.missing_count), (4, 1))

    def test_fonts_merges_widths_and_the_chart_stay(self):
        before = self._workbook()
        after = self._content(self._fill(self._form(before)))
        parts = [ZipFile(io.BytesIO(one)) for one in (before, after)]
        names = parts[0].namelist()
        self.assertEqual(names, parts[1].namelist())
        changed = [name for name in names if parts[0].read(name) != parts[1].read(name)]
        self.assertEqual(
            sorted(changed), ["xl/workbook.xml", "xl/worksheets/sheet1.xml"]
        )
        old, new = (
            openpyxl.load_workbook(io.BytesIO(one)).worksheets[0]
            for one in (before, after)
        )
        self.assertEqual(old.merged_cells.ranges, new.merged_cells.ranges)
        self.assertEqual(new.column_dimensions["A"].width, 41.5)
        for row in old.iter_rows():
            for cell in row:
                twin = new[cell.coordinate]
                self.assertEqual(
                    repr((cell.font, cell.fill, cell.number_format)),
                    repr((twin.font, twin.fill, twin.number_format)),
                )
        self.assertEqual(len(new.data_validations.dataValidation), 1)

    def test_libreoffice_recounts_the_formulas(self):
        content = self._content(self._fill(self._form()))
        recounted = io.BytesIO(convert(content, "xlsx", "ods"))
        again = io.BytesIO(convert(recounted.getvalue(), "ods", "xlsx"))
        book = openpyxl.load_workbook(again, data_only=True)
        self.assertEqual(book.worksheets[0]["B5"].value, 2)

    def test_what_is_typed_is_kept_when_filled_in_anew(self):
        fill = self._fill(self._form())
        line = fill.line_ids.filtered(lambda line: line.code == "компьютеров")
        line.typed_text = "45,5"
        fill.action_fill()
        self.assertEqual(self._sheet(fill)["B6"].value, 45.5)
        fill.action_fill()
        self.assertEqual(fill.missing_count, 0)

    def test_words_are_never_formulas(self):
        fill = self._fill(self._form())
        line = fill.line_ids.filtered(lambda line: line.code == "компьютеров")
        line.typed_text = '=cmd|"/c calc"'
        fill.action_fill()
        cell = self._sheet(fill)["B6"]
        self.assertEqual((cell.data_type, cell.value), ("s", '=cmd|"/c calc"'))

    def test_the_next_term_is_filled_in_by_the_same_marks(self):
        form = self._form()
        first, second = self._fill(form), self._fill(form, "2023-11-01", "2023-11-30")
        self.assertNotEqual(first.filename, second.filename)
        self.assertEqual(form.fill_count, 2)

    def test_a_cell_may_be_marked_on_the_screen(self):
        form = self._form()
        sheet = "Сведения о школе"
        marks = self.env["vsoko.form.mark"].with_user(self.deputy)
        mark = marks.create(
            {"form_id": form.id, "sheet": sheet, "cell": "d$9", "code": "{приказов}"}
        )
        fill = self._fill(form)
        self.assertEqual(mark.cell, "D9")
        self.assertEqual(self._sheet(fill)["D9"].value, 0)

    def test_a_formula_is_not_overwritten_and_no_cell_is_said(self):
        form = self._form()
        sheet = "Сведения о школе"
        form.mark_ids = [
            (0, 0, {"sheet": sheet, "cell": "B5", "code": "классов"}),
            (0, 0, {"sheet": "Нет такого", "cell": "B5", "code": "классов"}),
        ]
        form._describe_marks()
        fill = self._fill(form)
        states = fill.line_ids.mapped("state")
        self.assertIn("formula", states)
        self.assertIn("nowhere", states)
        self.assertEqual(self._sheet(fill)["B5"].value, "=B3+B4")

    def test_marks_go_along_with_a_new_edition_of_the_file(self):
        form = self._form()
        book = openpyxl.load_workbook(io.BytesIO(self._workbook()))
        book.worksheets[0].insert_rows(3)
        form.file = base64.b64encode(self._saved(book))
        marks = {mark.code: mark.cell for mark in form.mark_ids}
        self.assertEqual(marks["классов_ноо"], "B4")
        self.assertEqual(len(form.mark_ids), 5)

    def test_hostile_files_are_refused(self):
        bomb = io.BytesIO()
        with ZipFile(bomb, "w", ZIP_DEFLATED) as target:
            target.writestr("xl/workbook.xml", b"0" * 300_000_000)
        macros = io.BytesIO(self._workbook())
        with ZipFile(macros, "a") as target:
            target.writestr("xl/vbaProject.bin", b"x")
        entity = io.BytesIO()
        source = ZipFile(io.BytesIO(self._workbook()))
        with ZipFile(entity, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name.endswith("sheet1.xml"):
                    data = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/x">]>' + data
                target.writestr(name, data)
        for content in (b"text", bomb.getvalue(), macros.getvalue(), entity.getvalue()):
            with self.assertRaises(ValidationError), self.cr.savepoint():
                self._form(content)
        with self.assertRaises(ValidationError), self.cr.savepoint():
            self._form(filename="form.xlsm")

    def test_forms_are_the_deputies_of_the_school(self):
        form = self._form()
        with self.assertRaises(AccessError):
            form.with_user(self.teacher).read(["name"])
        with self.assertRaises(AccessError):
            form.with_user(self.other_deputy).read(["name"])

    def test_every_code_of_the_catalogue_has_a_value(self):
        figures = self.env["vsoko.figure"].with_user(self.deputy)
        first, last = self._day("2023-10-01"), self._day("2023-10-31")
        values = figures._values(self.school, first, last)
        self.assertLessEqual(set(figures._catalogue()), set(values))
        self.assertEqual(values["доля_проведённых"], None)
