from ..tools.staff import NAMES
from .staff_case import LAST, StaffCase


class TestStaffMeasurements(StaffCase):
    def setUp(self):
        super().setUp()
        framework = self.env["vsoko.framework"].create(
            {"name": "1324", "company_id": self.school.id}
        )
        framework.block_ids = [(0, 0, {"name": "Блок"})]
        framework.block_ids.criterion_ids = [(0, 0, {"name": "Критерий"})]
        self.criterion = framework.block_ids.criterion_ids
        self.period = self.env["vsoko.period"]._calendar_year(2023, self.school)

    def _make_share(self, code, formula, total="педагогов"):
        return self.env["vsoko.indicator"].create(
            {
                "criterion_id": self.criterion.id,
                "name": code,
                "code": code,
                "unit": "share",
                "formula": formula,
                "formula_total": total,
            }
        )

    def _collect(self, indicators):
        values = self.env["vsoko.measurement"].with_user(self.deputy)
        return values._collect(indicators.with_user(self.deputy), self.period)

    def test_a_share_is_collected_with_what_it_was_counted_from(self):
        self._make_staff()
        value, problems = self._collect(self._make_share("1.25", "педагогов_с_высшим"))
        self.assertFalse(problems)
        self.assertEqual((value.entry, value.origin), ("3/7", "formula"))
        self.assertEqual((value.numerator, value.denominator), (3, 7))
        self.assertEqual(
            value.passport["figures"], {"педагогов": 7, "педагогов_с_высшим": 3}
        )
        self.assertEqual(value.criterion_id, self.criterion)
        self.assertEqual(value.year_id, self.period.year_id)
        self.assertEqual(value.change_ids.new_value, "3/7")
        self.assertEqual(value.change_ids.company_id, self.school)

    def test_what_is_unknown_is_not_collected_as_zero(self):
        self._make_card("Первая", "teaching")
        values, problems = self._collect(
            self._make_share("1.31", "педагогов_до_30_лет")
        )
        self.assertFalse(values)
        self.assertFalse(problems)

    def test_only_the_figures_that_formulas_read_are_counted(self):
        self._make_staff()
        figures = self.env["vsoko.figure"].with_context(vsoko_figures={"педагогов"})
        values = figures._values(self.school, self._day("2023-01-01"), self._day(LAST))
        self.assertEqual(values.keys(), NAMES.keys())

    def test_rows_cost_no_queries_of_their_own(self):
        self._make_staff()
        first = self._make_share("1", "педагогов_с_высшим")
        codes = map(str, range(2, 9))
        more = [self._make_share(code, "педагогов_с_категорией") for code in codes]
        # What Odoo keeps between calls is read by the first collecting and the first
        # deletion, whichever tests ran before
        for _warm in range(2):
            self._collect_anew(first)
        one, many = self._collect_anew(first), self._collect_anew(first.union(*more))
        self.assertEqual(many, one)

    def _collect_anew(self, indicators):
        """How many queries it takes to collect values that are not there yet."""
        self.env["vsoko.measurement"].search([]).unlink()
        return self._queries(lambda: self._collect(indicators))
