import io

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from odoo.exceptions import AccessError, UserError

from .indicator_case import CAUSE, COMMENT, TOTAL, VALUE, IndicatorCase
from .office_files import excel, saved

FILLED = {
    ("1.1.1", VALUE): 62.54,
    ("1.1.2", VALUE): 1,
    ("1.1.2", TOTAL): 3,
    ("1.1.3", VALUE): 2.5,
    ("1.1.4", VALUE): "да",
    ("1.1.5", VALUE): "да, всем",
    ("1.1.6", VALUE): 1200,
    ("1.1.6", COMMENT): "Без филиала",
    ("1.1.6", CAUSE): "Нет кадров",
}
BAD = {
    "a percent above 100": ({("1.1.1", VALUE): 120}, "H", "above 100"),
    "a part larger than the whole": (
        {("1.1.2", VALUE): 5, ("1.1.2", TOTAL): 3},
        "H",
        "larger than the whole",
    ),
    "a share without its base": ({("1.1.2", VALUE): 5}, "H", "out of how many"),
    "a base without a part": ({("1.1.2", TOTAL): 5}, "H", "write how many"),
    "too many points": ({("1.1.3", VALUE): 4}, "H", "above the most points"),
    "not a number": ({("1.1.6", VALUE): "много"}, "H", "is not a number"),
    "an answer outside the list": ({("1.1.5", VALUE): "иногда"}, "H", "no answer"),
    "a formula": ({("1.1.6", VALUE): "=1+1"}, "H", "formula"),
    "a cause outside the list": (
        {("1.1.6", VALUE): 1, ("1.1.6", CAUSE): "Дождь"},
        "K",
        "no cause",
    ),
    "not applicable without a word": ({("1.1.6", VALUE): "н/п"}, "J", "comment"),
}


def kept_by_excel(number):
    """A cell keeps 15 digits."""
    return float(f"{number:.15g}")


class TestIndicatorImport(IndicatorCase):
    def test_a_filled_form_becomes_the_same_figures(self):
        wizard = self._import(self._filled(FILLED))
        self.assertEqual((wizard.ok_count, wizard.error_count), (6, 0))
        self.assertEqual(self._measurement(self.percent).value, 62.54)
        share = self._measurement(self.share)
        self.assertEqual((share.numerator, share.denominator), (1, 3))
        self.assertEqual(self._measurement(self.points).value, 2.5)
        self.assertEqual(self._measurement(self.yes_no).value, 1)
        self.assertEqual(self._measurement(self.choice).answer, "да, всем")
        number = self._measurement(self.number)
        self.assertEqual((number.value, number.origin), (1200, "form"))
        self.assertEqual((number.comment, number.cause_id), ("Без филиала", self.cause))

    def test_a_second_import_changes_nothing(self):
        data = self._filled(FILLED)
        self._import(data)
        changes = self.env["vsoko.measurement.change"].search_count([])
        wizard = self._import(data)
        self.assertEqual(wizard.warning_count, 6)
        self.assertIn("already so", wizard.line_ids[0].message)
        self.assertEqual(len(self._measurement(self.percent)), 1)
        self.assertEqual(self.env["vsoko.measurement.change"].search_count([]), changes)

    def test_a_bad_cell_is_a_sentence_with_sheet_row_and_column(self):
        form = self._form()
        for what, (cells, column, words) in BAD.items():
            with self.subTest(what):
                line = self._preview(self._filled(cells, form)).line_ids
                self.assertEqual(line.state, "error")
                self.assertIn(words, line.message)
                self.assertIn("Показатели", line.message)
                self.assertIn(f"row {line.row}, column {column}", line.message)

    def test_bad_rows_do_not_hinder_good_ones(self):
        cells = {("1.1.1", VALUE): 120, ("1.1.6", VALUE): 7}
        self._import(self._filled(cells))
        self.assertFalse(self._measurement(self.percent))
        self.assertEqual(self._measurement(self.number).value, 7)

    def test_a_figure_entered_by_hand_is_shown_beside_the_new_one(self):
        form = self._form()
        self.env["vsoko.measurement"].with_user(self.deputy).create(
            {
                "indicator_id": self.number.id,
                "period_id": self.period.id,
                "company_id": self.school.id,
                "entry": "5",
            }
        )
        line = self._preview(self._filled({("1.1.6", VALUE): 7}, form)).line_ids
        self.assertEqual(line.state, "warning")
        self.assertIn("«5»", line.message)
        self.assertIn("«7»", line.message)

    def test_a_jump_against_the_period_before_is_shown(self):
        year = self.env["vsoko.academic.year"]._ensure(2022, self.school)
        before = self.env["vsoko.period"]._school_year(year)
        self.env["vsoko.measurement"].with_user(self.deputy).create(
            {
                "indicator_id": self.number.id,
                "period_id": before.id,
                "company_id": self.school.id,
                "entry": "100",
            }
        )
        data = self._filled({("1.1.6", VALUE): 10})
        self.assertIn("period before", self._preview(data).line_ids.message)
        calm = self._preview(data, jump_percent=0).line_ids
        self.assertEqual(calm.state, "ok")

    def test_percents_shown_by_the_format_are_read_as_people_see_them(self):
        book = openpyxl.load_workbook(io.BytesIO(self._form()))
        sheet = book["Показатели"]
        cell = sheet[f"H{self._rows(sheet)['1.1.1']}"]
        cell.value, cell.number_format = 0.625, "0.0%"
        self._import(saved(book))
        self.assertEqual(self._measurement(self.percent).value, 62.5)

    def test_another_file_may_be_of_another_period(self):
        wizard = self._preview(self._filled({("1.1.6", VALUE): 7}))
        self.assertEqual(wizard.period_id, self.period)
        wizard.action_back()
        self.assertFalse(wizard.period_id or wizard.framework_id)

    # ---- forms that are not ours ----

    def _whole_error(self, data, **values):
        wizard = self._preview(data, **values)
        self.assertEqual((len(wizard.line_ids), wizard.error_count), (1, 1))
        with self.assertRaises(UserError):
            wizard.action_import()
        return wizard.line_ids.message

    def test_a_form_of_another_edition_is_refused(self):
        data = self._filled({("1.1.6", VALUE): 7})
        self.framework.edition = "2024"
        message = self._whole_error(data)
        self.assertIn("«2023»", message)
        self.assertIn("row ", message)

    def test_a_form_of_another_framework_is_refused(self):
        data = self._filled({("1.1.6", VALUE): 7})
        new = self.framework.copy()
        self.assertIn("edition", self._whole_error(data, framework_id=new.id))

    def test_a_form_of_another_period_is_refused(self):
        data = self._filled({("1.1.6", VALUE): 7})
        other = self.env["vsoko.period"]._calendar_year(2023, self.school)
        self.assertIn("period", self._whole_error(data, period_id=other.id))

    def test_a_form_of_another_school_is_refused(self):
        data = self._filled({("1.1.6", VALUE): 7})
        message = self._whole_error(
            data, user=self.other_deputy, company_id=self.other_school.id
        )
        self.assertIn("another school", message)

    def test_a_closed_period_takes_nothing(self):
        data = self._filled({("1.1.6", VALUE): 7})
        self.period.with_user(self.deputy).action_close()
        self.assertIn("closed", self._whole_error(data))

    def test_keys_changed_by_hand_are_noticed(self):
        book = openpyxl.load_workbook(io.BytesIO(self._form()))
        book["_vsoko"]["B4"].value = self.number.id
        with self.assertRaisesRegex(UserError, "hidden sheet"):
            self._preview(saved(book))

    def test_rows_that_were_moved_are_noticed(self):
        book = openpyxl.load_workbook(io.BytesIO(self._filled(FILLED)))
        sheet = book["Показатели"]
        rows = self._rows(sheet)
        sheet[f"A{rows['1.1.1']}"].value = "1.1.6"
        wizard = self._preview(saved(book))
        self.assertEqual(wizard.error_count, 1)
        self.assertIn("sorting", wizard.line_ids[0].message)

    # ---- a plain table ----

    def test_a_plain_table_is_read_by_codes(self):
        data = excel(
            {"Итоги": [["Код", "Значение", "Всего"], ["1.1.2", 1, 4], ["9.9", 1, None]]}
        )
        chosen = {"framework_id": self.framework.id, "period_id": self.period.id}
        wizard = self._import(data, **chosen)
        self.assertEqual((wizard.ok_count, wizard.error_count), (1, 1))
        self.assertEqual(self._measurement(self.share).value, 25)
        self.assertIn("«9.9»", wizard.line_ids[1].message)
        with self.assertRaisesRegex(UserError, "choose the framework"):
            self._preview(data)

    # ---- who may, and how fast ----

    def test_a_teacher_may_not_import(self):
        data = self._filled({("1.1.6", VALUE): 7})
        with self.assertRaises(AccessError):
            self._preview(data, user=self.teacher)

    def test_hostile_files_are_refused_in_a_sentence(self):
        for data in (b"MZ", b"%PDF-1.4", b"PK\x03\x04" + b"\0" * 99, b""):
            with self.assertRaises(UserError):
                self._preview(data)

    def test_a_preview_of_many_rows_takes_a_fixed_number_of_queries(self):
        few = self._filled({("1.1.6", VALUE): 7})
        counts = [self._queries(lambda data=few: self._preview(data))]
        cells = {}
        for number in range(300):
            self._indicator(f"2.{number}", unit="number")
            cells[f"2.{number}", VALUE] = number
        many = self._filled(cells)
        counts.append(self._queries(lambda: self._preview(many)))
        self.assertLessEqual(counts[1], counts[0] + 5, counts)

    @settings(
        max_examples=8,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        number=st.floats(-1e15, 1e15, allow_nan=False).map(kept_by_excel),
        percent=st.floats(0, 100).map(kept_by_excel),
        parts=st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)).map(sorted),
    )
    def test_any_numbers_are_read_back_equal(self, number, percent, parts):
        part, whole = parts
        cells = {
            ("1.1.6", VALUE): number,
            ("1.1.1", VALUE): percent,
            ("1.1.2", VALUE): part,
            ("1.1.2", TOTAL): whole,
        }
        self._import(self._filled(cells))
        self.assertEqual(self._measurement(self.number).value, number)
        self.assertEqual(self._measurement(self.percent).value, percent)
        share = self._measurement(self.share)
        self.assertEqual((share.numerator, share.denominator), (part, whole))
