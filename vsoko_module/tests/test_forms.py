import base64
import io
import time
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula

from odoo.exceptions import AccessError, ValidationError

from ..tools.cell_words import Words
from ..tools.form_cells import Workbook
from ..tools.office import convert
from .common import VsokoCase
from .office_files import EXAMPLES

SAMPLE = EXAMPLES.parent / "forms" / "municipal-form-sample.xlsx"


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

    def test_percents_go_into_cells_of_percents_as_shares(self):
        book = openpyxl.Workbook()
        sheet = book.active
        for row, number_format in enumerate(("0.0%", "0.0"), 1):
            sheet.cell(row, 1, f"Доля {row}")
            sheet.cell(row, 2, "{доля}").number_format = number_format
        fill = self._fill(self._form(self._saved(book)))
        fill.line_ids.typed_text = "66,5 %"
        fill.action_fill()
        filled = self._sheet(fill)
        self.assertEqual((filled["B1"].value, filled["B2"].value), (0.665, 66.5))

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

    def test_a_mark_whose_words_are_gone_is_reported_and_not_filled_in(self):
        form = self._form()
        book = openpyxl.load_workbook(io.BytesIO(self._workbook()))
        book.worksheets[0]["A3"], book.worksheets[0]["B3"] = "Кабинетов", None
        form.file = base64.b64encode(self._saved(book))
        mark = form.mark_ids.filtered(lambda one: one.cell == "B3")
        self.assertEqual((mark.state, mark.label), ("lost", "Классов 1–4"))
        fill = self._fill(form)
        self.assertIsNone(self._sheet(fill)["B3"].value)
        mark.action_keep()
        self.assertEqual((mark.state, mark.label), ("ok", "Кабинетов"))

    def test_a_new_code_written_into_a_cell_goes_before_the_old_one(self):
        form = self._form()
        book = openpyxl.load_workbook(io.BytesIO(self._workbook()))
        book.worksheets[0]["B3"] = "{классов}"
        form.file = base64.b64encode(self._saved(book))
        mark = form.mark_ids.filtered(lambda one: one.cell == "B3")
        self.assertEqual(mark.code, "классов")

    def test_of_merged_cells_the_top_left_is_filled_in(self):
        form = self._form()
        sheet = "Сведения о школе"
        form.mark_ids = [(0, 0, {"sheet": sheet, "cell": "C1", "code": "период"})]
        shown = self._sheet(self._fill(form))["A1"]
        self.assertEqual(shown.value, "01.10.2023 – 31.10.2023")
        self.assertTrue(shown.font.bold)

    def test_a_cell_of_an_array_formula_is_not_overwritten(self):
        book = openpyxl.load_workbook(io.BytesIO(self._workbook()))
        sheet = book.worksheets[0]
        sheet["C9"] = ArrayFormula("C9:C11", "=B3:B5")
        form = self._form(self._saved(book))
        form.mark_ids = [(0, 0, {"sheet": sheet.title, "cell": "C10", "code": "школа"})]
        form._describe_marks()
        self.assertEqual(form.mark_ids[-1:].state, "formula")

    def test_words_that_look_like_numbers_to_a_program_stay_words(self):
        fill = self._fill(self._form())
        for text in ("nan", "infinity", "1_000", "\x0bслово"):
            with self.subTest(text):
                line = fill.line_ids.filtered(lambda one: one.code == "компьютеров")
                line.typed_text = text
                fill.action_fill()
                self.assertIsInstance(self._sheet(fill)["B6"].value, str)

    def test_a_form_of_many_cells_is_read_soon(self):
        book = openpyxl.Workbook()
        for number in range(4000):
            book.active.append([f"Строка {number}", number, "{классов}", number, "да"])
        start = time.monotonic()
        self.assertEqual(len(Workbook(self._saved(book)).cells()), 20_000)
        cells = Workbook(self._saved(book)).cells()
        words = Words(cells)
        found = {words.beside(cell.sheet, cell.address) for cell in cells}
        self.assertGreater(len(found), 4000)
        self.assertLess(time.monotonic() - start, 30)

    def test_links_to_other_files_are_refused_with_the_way_out(self):
        linked = io.BytesIO()
        source = ZipFile(io.BytesIO(self._workbook()))
        link = b'<Relationship Id="rX" Type="a/externalLink" Target="x.xml"/></Rel'
        with ZipFile(linked, "w") as target:
            for name in source.namelist():
                data = source.read(name)
                if name.endswith("workbook.xml.rels"):
                    data = data.replace(b"</Rel", link)
                target.writestr(name, data)
        with self.assertRaisesRegex(ValidationError, "form.xlsx.*Break link"):
            self._form(linked.getvalue())

    def test_hostile_files_are_refused(self):
        bomb = io.BytesIO()
        with ZipFile(bomb, "w", ZIP_DEFLATED) as target:
            target.writestr("xl/workbook.xml", b"0" * 300_000_000)
        macros = io.BytesIO(self._workbook())
        types = ZipFile(macros).read("[Content_Types].xml")
        with ZipFile(macros, "a") as target:
            macro = types.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
            target.writestr("[Content_Types].xml", macro)
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

    def test_the_sample_form_is_filled_in(self):
        if not SAMPLE.is_file():
            self.skipTest("the sample lies in a checkout only")
        form = self._form(SAMPLE.read_bytes())
        fill = self._fill(form)
        self.assertEqual(
            fill.line_ids.filtered(lambda line: line.state == "unknown").code,
            "компьютеров",
        )
        sheet = self._sheet(fill)
        self.assertEqual(sheet["C10"].value, "=SUM(C7:C9)")
        self.assertEqual([sheet[f"C{n}"].value for n in (7, 8, 9)], [1, 1, 1])
