"""Rows of shipped frameworks that a school leaves out, deletes or words itself."""

from .measured import MeasuredCase


class TestShippedRows(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.index = cls.env.ref("vsoko_module.framework_index")
        cls.index_rows = cls.env["vsoko.indicator"].search(
            [("framework_id", "=", cls.index.id)]
        )

    def _codes(self, criterion):
        return criterion.indicator_ids.sorted("sequence").mapped("code")

    def test_a_deleted_row_comes_back_under_its_own_code(self):
        criterion = self.env.ref("vsoko_module.criterion_index_1_3")
        before = self._codes(criterion)
        criterion.indicator_ids.filtered(lambda one: one.code == "1.3.2").unlink()
        criterion._open_rows()
        self.assertEqual(self._codes(criterion), before)

    def test_rows_with_codes_of_the_school_are_not_opened_again(self):
        criterion = self.env.ref("vsoko_module.criterion_index_2_2")
        criterion.indicator_ids[0].write({"code": "К-1", "name": "Свой показатель"})
        criterion.indicator_ids[1].active = False
        self.assertFalse(criterion._open_rows())
        self.assertEqual(criterion.indicator_ids.mapped("name"), ["Свой показатель"])

    def test_rows_beyond_the_norm_open_nothing(self):
        criterion = self.env.ref("vsoko_module.criterion_index_3_1")
        self._make_indicator("3.1.3", "points", criterion, max_points=1)
        self.assertFalse(criterion._open_rows())

    def test_what_does_not_apply_is_taken_out_of_the_index(self):
        out = self.index_rows.filtered(lambda one: one.criterion_id.code == "3.2")
        for row in out:
            self._set(row, is_excluded=True, reason="Здание на ремонте")
        left = 90
        for row in self.index_rows - out:
            given = min(left, int(row.max_points))
            self._measure(row, str(given))
            left -= given
        evaluation = self._evaluate(self.index)
        self.assertEqual(evaluation.total_points, 90)
        # 143 less 26 rows of one point; 90 of 117 is 110 of 143
        self.assertEqual(evaluation.max_points, 117)
        self.assertAlmostEqual(evaluation.scaled_points, 110)
        self.assertEqual(evaluation.level_id.name, "Высокий")
        self.assertEqual(evaluation.completeness, 100)

    def test_part_of_a_way_or_condition_brings_nothing(self):
        noko = self.env.ref("vsoko_module.framework_noko")
        rows = self.env["vsoko.indicator"].search([("framework_id", "=", noko.id)])
        by_code = rows.grouped("code")
        ways = [by_code["1.2"]._points(value) for value in (0.9, 3.9, 4)]
        self.assertEqual(ways, [0, 90, 100])
        for code in ("2.1", "3.1", "3.2"):
            points = [by_code[code]._points(value) for value in (0, 1, 4.9, 5, 9)]
            self.assertEqual(points, [0, 20, 80, 100, 100], code)
