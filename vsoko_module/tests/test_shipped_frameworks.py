"""Each shipped framework counted by hand on fixed figures."""

from .measured import MeasuredCase

# By the order: quantity, share and its base, yes or no.
BASES = {
    "учащиеся": "1.5 1.18 1.19 1.19.1 1.19.2 1.19.3 1.20 1.21 1.22 1.23 2.5",
    "выпускники 9 класса": "1.10 1.11 1.14 1.16",
    "выпускники 11 класса": "1.12 1.13 1.15 1.17",
    "педагогические работники": "1.25 1.26 1.27 1.28 1.29 1.29.1 1.29.2 1.30 1.30.1 "
    "1.30.2 1.31 1.32",
    "педагогические и административно-хозяйственные работники": "1.33 1.34",
}
NUMBERS = "1.1 1.2 1.3 1.4 1.6 1.7 1.8 1.9 1.24 2.1 2.2 2.6"
YES_NO = "2.3 2.4 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5"
# Points of an index of 143 by criteria: (indicators, most for one)
INDEX = [(17, 3), (8, 3), (5, 3), (7, 2), (2, 2), (2, 2), (2, 1), (26, 1), (3, 1)]
NOKO_WEIGHTS = {
    "1": [0.3, 0.3, 0.4],
    "2": [0.5, 0.5],
    "3": [0.3, 0.4, 0.3],
    "4": [0.4, 0.4, 0.2],
    "5": [0.3, 0.2, 0.5],
}


def by_number(code):
    return [int(part) for part in code.split(".")]


class TestShippedFrameworks(MeasuredCase):
    def _framework(self, name):
        return self.env.ref(f"vsoko_module.framework_{name}")

    def _indicators(self, name):
        found = self.env["vsoko.indicator"].search(
            [("framework_id", "=", self._framework(name).id)]
        )
        return {one.code: one for one in found}

    def _fill(self, indicators, entries):
        for code, entry in entries.items():
            self._measure(indicators[code], entry)

    def test_every_framework_says_where_it_is_from_and_how_sure_it_is(self):
        for framework in self.env["vsoko.framework"].search(
            [("company_id", "=", False)]
        ):
            with self.subTest(framework=framework.name):
                self.assertTrue(framework.origin)
                self.assertTrue(framework.certainty)

    def test_all_rows_of_the_order_1324_with_their_own_bases(self):
        indicators = self._indicators("1324")
        self.assertEqual(list(indicators), sorted(indicators, key=by_number))
        units = {
            unit: {code for code, one in indicators.items() if one.unit == unit}
            for unit in ("number", "yes_no", "share")
        }
        self.assertEqual(units["number"], set(NUMBERS.split()))
        self.assertEqual(units["yes_no"], set(YES_NO.split()))
        bases = {}
        for code in units["share"]:
            bases.setdefault(indicators[code].denominator_label, set()).add(code)
        self.assertEqual(
            bases, {base: set(codes.split()) for base, codes in BASES.items()}
        )
        self.assertEqual(len(indicators), 52)
        for one in indicators.values():
            self.assertEqual(one.regulation_id.number, "1324")
            self.assertEqual(one.clause, f"п. {one.code} приложения 2")

    def test_1324_is_collected_from_the_records_of_the_school(self):
        self.env["vsoko.class"].create(
            [
                {"parallel": 1, "letter": "А", "year_id": self.year.id}
                | {"student_count": 25},
                {"parallel": 9, "letter": "А", "year_id": self.year.id}
                | {"student_count": 20},
            ]
        )
        indicators = self._indicators("1324")
        evaluation = self._evaluate(self._framework("1324"))
        line = {one.indicator_id.code: one for one in evaluation.line_ids}
        self.assertEqual(line["1.1"].value, 45)
        self.assertEqual(line["1.2"].value, 25)
        self.assertEqual(line["1.3"].value, 20)
        self.assertEqual(line["1.4"].value, 0)
        self.assertFalse(line["1.6"].is_filled)
        self.assertTrue(indicators["1.6"].is_manual)
        self.assertEqual(evaluation.max_points, 0)

    def test_schools_without_senior_classes_leave_their_rows_out(self):
        self.school.vsoko_has_soo = False
        evaluation = self._evaluate(self._framework("1324"))
        out = evaluation.line_ids.filtered(lambda one: not one.applies)
        self.assertEqual(
            set(out.indicator_id.mapped("code")),
            {"1.4", "1.8", "1.9", "1.12", "1.13", "1.15", "1.17"},
        )
        self.assertTrue(all(out.mapped("reason")))

    def test_1547_adds_up_eleven_tens(self):
        indicators = self._indicators("1547")
        self.assertEqual(len(indicators), 11)
        self._fill(indicators, dict.fromkeys(indicators, "7,5"))
        evaluation = self._evaluate(self._framework("1547"))
        self.assertEqual((evaluation.total_points, evaluation.max_points), (82.5, 110))

    def test_noko_weights_are_those_of_the_method(self):
        weights = {}
        for code, one in self._indicators("noko").items():
            if one.weight:
                weights.setdefault(code[0], []).append(one.weight)
        self.assertEqual(weights, NOKO_WEIGHTS)

    def test_noko_is_counted_by_hand(self):
        percents = ["1.3", "2.2", "3.3", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3"]
        worst = {"1.1.1": "0/10", "1.1.2": "0/10", "1.2": "0", "2.1": "0"}
        worst |= {"3.1": "0", "3.2": "0"} | dict.fromkeys(percents, "0")
        best = {"1.1.1": "10/10", "1.1.2": "40/40", "1.2": "5", "2.1": "7"}
        best |= {"3.1": "5", "3.2": "6"} | dict.fromkeys(percents, "100")
        middle = {
            # (80 + 90) / 2 = 85;  0,3·85 + 0,3·60 + 0,4·90 = 79,5
            "1.1.1": "8/10",
            "1.1.2": "36/40",
            "1.2": "2",
            "1.3": "90",
            # 0,5·60 + 0,5·84 = 72
            "2.1": "3",
            "2.2": "84",
            # 0,3·40 + 0,4·80 + 0,3·70 = 65
            "3.1": "2",
            "3.2": "4",
            "3.3": "70",
            # 0,4·95 + 0,4·90 + 0,2·80 = 90
            "4.1": "95",
            "4.2": "90",
            "4.3": "80",
            # 0,3·90 + 0,2·80 + 0,5·88 = 87
            "5.1": "90",
            "5.2": "80",
            "5.3": "88",
        }
        # (79,5 + 72 + 65 + 90 + 87) / 5 = 78,7
        for entries, total in [(worst, 0), (best, 100), (middle, 78.7)]:
            with self.subTest(total=total):
                self.env["vsoko.measurement"].search([]).unlink()
                self._fill(self._indicators("noko"), entries)
                evaluation = self._evaluate(self._framework("noko"))
                self.assertAlmostEqual(evaluation.total_points, total)
                self.assertEqual(evaluation.completeness, 100)
                shares = [share for *_rest, share in evaluation._criterion_scores()]
                if total == 78.7:
                    self.assertEqual(shares, [79.5, 72, 65, 90, 87])
                evaluation.unlink()

    def test_noko_leaves_a_criterion_out_when_nothing_of_it_applies(self):
        indicators = self._indicators("noko")
        for code in ("3.1", "3.2", "3.3"):
            self._set(
                indicators[code], is_excluded=True, reason="Нет получателей услуг"
            )
        percents = "1.3 2.2 4.1 4.2 4.3 5.1 5.2 5.3".split()
        self._fill(
            indicators,
            {"1.1.1": "10/10", "1.1.2": "4/4", "1.2": "4", "2.1": "5"}
            | dict.fromkeys(percents, "100"),
        )
        evaluation = self._evaluate(self._framework("noko"))
        self.assertEqual(evaluation.total_points, 100)

    def test_ways_and_conditions_bring_points_by_half_open_bands(self):
        indicators = self._indicators("noko")
        ways = [indicators["1.2"]._points(count) for count in (0, 1, 2, 3, 4, 9)]
        self.assertEqual(ways, [0, 30, 60, 90, 100, 100])
        conditions = [indicators["2.1"]._points(count) for count in (0, 1, 4, 5, 8)]
        self.assertEqual(conditions, [0, 20, 80, 100, 100])

    def test_the_index_has_72_open_rows_and_143_points(self):
        framework = self._framework("index")
        criteria = framework.block_ids.criterion_ids.sorted("code")
        self.assertEqual(
            [(len(one.indicator_ids), one.indicator_limit) for one in criteria], INDEX
        )
        self.assertEqual(len(self._indicators("index")), 72)
        self.assertEqual(framework.max_points, 143)
        criteria._open_rows()
        self.assertEqual(len(self._indicators("index")), 72)

    def test_levels_of_the_index_at_their_borders(self):
        for points, level in [
            (69, "Низкий"),
            (70, "Средний"),
            (109, "Средний"),
            (110, "Высокий"),
            (143, "Высокий"),
        ]:
            with self.subTest(points=points):
                self.env["vsoko.measurement"].search([]).unlink()
                left = points
                for one in self._indicators("index").values():
                    given = min(left, one.max_points)
                    self._measure(one, str(int(given)))
                    left -= given
                evaluation = self._evaluate(self._framework("index"))
                self.assertEqual(evaluation.total_points, points)
                self.assertEqual(evaluation.level_id.name, level)
                evaluation.unlink()

    def test_nearest_points_of_an_index_of_104(self):
        """N7: the first k of the list bring 110 points."""
        left = 104
        for one in self._indicators("index").values():
            given = min(left, one.max_points)
            self._measure(one, str(int(given)))
            left -= given
        evaluation = self._evaluate(self._framework("index"))
        self.assertEqual(evaluation.missing_points, 6)
        lines = evaluation.nearest_line_ids
        self.assertEqual(
            lines.mapped("per_effort"),
            sorted(lines.mapped("per_effort"), reverse=True),
        )
        enough = int(evaluation.nearest_text.split("the first ")[1].split()[0])
        self.assertGreaterEqual(sum(lines[:enough].mapped("gain")), 6)
        self.assertLess(sum(lines[: enough - 1].mapped("gain")), 6)

    def test_self_diagnosis_has_its_directions_and_variants(self):
        framework = self._framework("smp")
        self.assertEqual(len(framework.block_ids), 8)
        self.assertEqual(len(framework.variant_ids), 21)
        # The limits of its levels are not known: none are invented
        self.assertFalse(framework.level_ids)

    def test_self_examination_has_ten_directions(self):
        blocks = self._framework("self").block_ids.filtered(lambda one: one.code)
        self.assertEqual([one.code for one in blocks], [str(n) for n in range(1, 11)])

    def test_a_new_edition_keeps_all_and_leaves_the_old_results(self):
        self._fill(self._indicators("noko"), {"1.2": "2", "2.1": "3"})
        old = self._evaluate(self._framework("noko"))
        before = old.total_points
        for name in ("noko", "index", "smp", "1324"):
            with self.subTest(framework=name):
                framework = self._framework(name)
                action = framework.with_user(self.deputy).action_new_edition()
                edition = self.env["vsoko.framework"].browse(action["res_id"])
                self.assertEqual(edition.scoring, framework.scoring)
                self.assertEqual(edition.max_points, framework.max_points)
                self.assertEqual(
                    edition.level_ids.mapped("min_points"),
                    framework.level_ids.mapped("min_points"),
                )
                self.assertEqual(len(edition.variant_ids), len(framework.variant_ids))
                copies = self.env["vsoko.indicator"].search(
                    [("framework_id", "=", edition.id)]
                )
                self.assertEqual(
                    set(copies.previous_id.ids),
                    {one.id for one in self._indicators(name).values()},
                )
                bands = {one.code: len(one.band_ids) for one in copies}
                self.assertEqual(
                    bands,
                    {
                        code: len(one.band_ids)
                        for code, one in self._indicators(name).items()
                    },
                )
                copies.weight = 0
        self.assertEqual(old.total_points, before)
