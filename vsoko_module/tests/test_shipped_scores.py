from .shipped_frameworks import ShippedCase

# A middle case of НОКО: 12 of 20 on stands and 27 of 30 on the site give 75
MIDDLE = {
    "1.1.1": "12/20",
    "1.1.2": "27/30",
    "1.2": "2",
    "1.3": "80",
    "2.1": "4",
    "2.2": "90",
    "3.1": "1",
    "3.2": "3",
    "3.3": "50",
    "4.1": "95",
    "4.2": "90",
    "4.3": "85",
    "5.1": "70",
    "5.2": "60",
    "5.3": "80",
}


class TestShippedScores(ShippedCase):
    def _noko(self, values):
        """An evaluation of НОКО by ``{code: text}``."""
        framework = self._framework("noko")
        by_code = self._rows(framework).grouped("code")
        self._enter({by_code[code]: text for code, text in values.items()})
        return self._evaluate(framework)

    def _spread(self, rows, total):
        """Whole points given to the rows from the first on until they are spent."""
        entries = {}
        for row in rows:
            given = min(int(row.max_points), total)
            entries[row] = str(given)
            total -= given
        self.assertFalse(total, "more points than the rows may bring")
        return entries

    # ---- НОКО ----

    def test_weights_of_each_criterion_of_noko_make_one(self):
        rows = self._rows(self._framework("noko"))
        scored = rows.filtered("weight")
        self.assertEqual(len(scored), 14)
        for criterion, members in scored.grouped("criterion_id").items():
            with self.subTest(criterion.code):
                self.assertAlmostEqual(sum(members.mapped("weight")), 1.0)

    def test_noko_is_zero_when_nothing_is_there(self):
        zero = dict.fromkeys(MIDDLE, "0") | {"1.1.1": "0/20", "1.1.2": "0/30"}
        evaluation = self._noko(zero)
        self.assertEqual(evaluation.total_points, 0)
        self.assertEqual(evaluation.completeness, 100)

    def test_noko_is_a_hundred_when_all_is_there(self):
        full = dict.fromkeys(MIDDLE, "100")
        full |= {"1.1.1": "20/20", "1.1.2": "30/30", "1.2": "4"}
        full |= dict.fromkeys(("2.1", "3.1", "3.2"), "5")
        self.assertEqual(self._noko(full).total_points, 100)

    def test_noko_in_the_middle_is_what_a_hand_counts(self):
        evaluation = self._noko(MIDDLE)
        shares = [round(share, 6) for *_, share in evaluation._criterion_scores()]
        expected = [
            0.3 * 75 + 0.3 * 60 + 0.4 * 80,  # 72,5
            0.5 * 80 + 0.5 * 90,  # 85
            0.3 * 20 + 0.4 * 60 + 0.3 * 50,  # 45
            0.4 * 95 + 0.4 * 90 + 0.2 * 85,  # 91
            0.3 * 70 + 0.2 * 60 + 0.5 * 80,  # 73
        ]
        self.assertEqual(shares, [round(one, 6) for one in expected])
        # (72,5 + 85 + 45 + 91 + 73) / 5
        self.assertAlmostEqual(evaluation.total_points, 73.3)
        self.assertEqual(evaluation.max_points, 100)

    def test_bands_of_noko_are_half_open(self):
        rows = self._rows(self._framework("noko")).grouped("code")
        ways = [rows["1.2"]._points(value) for value in (0, 0.9, 1, 2, 3, 3.9, 4, 7)]
        self.assertEqual(ways, [0, 0, 30, 60, 90, 90, 100, 100])
        for code in ("2.1", "3.1", "3.2"):
            points = [rows[code]._points(value) for value in (0, 1, 4, 4.9, 5, 9)]
            self.assertEqual(points, [0, 20, 80, 80, 100, 100], code)

    # ---- sums ----

    def test_order_1547_sums_eleven_rows(self):
        framework = self._framework("1547")
        rows = self._rows(framework)
        self._enter(dict(zip(rows, "0 1 2 3 4 5 6 7 8 9 10".split(), strict=True)))
        evaluation = self._evaluate(framework)
        self.assertEqual(evaluation.total_points, 55)
        self.assertEqual(evaluation.max_points, 110)

    def test_index_has_72_open_rows_and_143_points(self):
        framework = self._framework("index")
        rows = self._rows(framework)
        self.assertEqual(len(rows), 72)
        self.assertEqual(framework.max_points, 143)
        criteria = framework.block_ids.criterion_ids
        planned = {one.code: one.planned_count for one in criteria}
        self.assertEqual(
            {one.code: len(one.indicator_ids) for one in criteria}, planned
        )
        self.assertEqual(rows[:1].code, "1.1.1")

    def test_rows_of_the_index_are_not_opened_twice(self):
        criteria = self._framework("index").block_ids.criterion_ids
        criteria.indicator_ids[:1].name = "Наша формулировка"
        self.assertFalse(criteria._open_rows())
        self.assertEqual(criteria.indicator_ids[:1].name, "Наша формулировка")

    def test_levels_of_the_index_begin_at_their_borders(self):
        framework = self._framework("index")
        rows = self._rows(framework)
        measurements = self._enter(dict.fromkeys(rows, "0")).grouped("indicator_id")
        evaluation = self._evaluate(framework)
        levels = {}
        for points in (0, 69, 70, 109, 110, 143):
            for row, text in self._spread(rows, points).items():
                measurements[row].entry = text
            evaluation.action_collect()
            self.assertEqual(evaluation.total_points, points)
            levels[points] = evaluation.level_id.name
        self.assertEqual(
            levels,
            {
                0: "Низкий",
                69: "Низкий",
                70: "Средний",
                109: "Средний",
                110: "Высокий",
                143: "Высокий",
            },
        )

    def test_what_does_not_apply_is_taken_out_of_the_index(self):
        framework = self._framework("index")
        rows = self._rows(framework)
        out = rows.filtered(lambda one: one.criterion_id.code == "3.2")
        entries = self._spread(rows - out, 90) | dict.fromkeys(out, "н/п")
        measurements = self._enter({row: "0" for row in entries})
        for one in measurements:
            text = entries[one.indicator_id]
            why = "Здание на ремонте" if text == "н/п" else False
            one.write({"entry": text, "comment": why})
        evaluation = self._evaluate(framework)
        self.assertEqual(evaluation.total_points, 90)
        # 143 less 26 rows of one point; 90 of 117 is 110 of 143
        self.assertEqual(evaluation.max_points, 117)
        self.assertAlmostEqual(evaluation.scaled_points, 110)
        self.assertEqual(evaluation.level_id.name, "Высокий")

    # ---- editions ----

    def test_a_new_edition_keeps_bands_levels_variants_and_predecessors(self):
        for name in ("1324", "noko", "index", "smp"):
            old = self._framework(name)
            action = old.with_user(self.deputy).action_new_edition()
            new = self.env["vsoko.framework"].browse(action["res_id"])
            with self.subTest(name):
                before, after = self._rows(old), self._rows(new)
                self.assertEqual(after.previous_id, before)
                self.assertEqual(after.mapped("code"), before.mapped("code"))
                self.assertEqual(self._bands(after), self._bands(before))
                self.assertEqual(self._levels(new), self._levels(old))
                self.assertEqual(
                    new.variant_ids.mapped("name"), old.variant_ids.mapped("name")
                )

    def test_an_evaluation_stays_with_its_edition(self):
        evaluation = self._noko(MIDDLE)
        old = evaluation.framework_id
        lines = evaluation.line_ids.mapped("points")
        action = old.with_user(self.deputy).action_new_edition()
        new = self.env["vsoko.framework"].browse(action["res_id"])
        self._rows(new).band_ids.points = 0
        self.assertEqual(evaluation.framework_id, old)
        self.assertEqual(evaluation.line_ids.mapped("points"), lines)
        self.assertAlmostEqual(evaluation.total_points, 73.3)

    def _bands(self, rows):
        return [
            (row.code, band.min_value, band.points)
            for row in rows
            for band in row.band_ids
        ]

    def _levels(self, framework):
        return [(level.name, level.min_points) for level in framework.level_ids]
