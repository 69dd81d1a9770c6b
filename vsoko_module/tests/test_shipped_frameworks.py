from .shipped_frameworks import ShippedCase

# Rows of приказ № 1324, appendix 2
CODES_1324 = (
    [f"1.{number}" for number in range(1, 20)]
    + ["1.19.1", "1.19.2", "1.19.3"]
    + [f"1.{number}" for number in range(20, 30)]
    + ["1.29.1", "1.29.2", "1.30", "1.30.1", "1.30.2"]
    + ["1.31", "1.32", "1.33", "1.34"]
    + ["2.1", "2.2", "2.3", "2.4", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.4.5"]
    + ["2.5", "2.6"]
)
PUPILS, NINTH, ELEVENTH, TEACHERS, STAFF = (
    "учащиеся",
    "выпускники 9 класса",
    "выпускники 11 класса",
    "педагогические работники",
    "педагогические и административно-хозяйственные работники",
)
BASES_1324 = {
    PUPILS: "1.5 1.18 1.19 1.19.1 1.19.2 1.19.3 1.20 1.21 1.22 1.23 2.5",
    NINTH: "1.10 1.11 1.14 1.16",
    ELEVENTH: "1.12 1.13 1.15 1.17",
    TEACHERS: "1.25 1.26 1.27 1.28 1.29 1.29.1 1.29.2 1.30 1.30.1 1.30.2 1.31 1.32",
    STAFF: "1.33 1.34",
}
# Blocks and criteria of the frameworks that are not scored
TREES = {
    "1324": (2, 6),
    "smp": (8, 8),
    "self_examination": (10, 10),
    "was": (3, 3),
    "now": (3, 3),
    "lipetsk": (6, 15),
}


class TestShippedFrameworks(ShippedCase):
    def test_frameworks_have_their_blocks_and_criteria(self):
        for name, counts in TREES.items():
            framework = self._framework(name)
            with self.subTest(name):
                found = len(framework.block_ids), framework.criterion_count
                self.assertEqual(found, counts)
                self.assertTrue(framework.origin and framework.certainty)
                self.assertFalse(framework.company_id)

    def test_order_1324_has_its_rows_in_order(self):
        rows = self._rows(self._framework("1324"))
        self.assertEqual(rows.mapped("code"), CODES_1324)
        self.assertEqual(rows[-1].clause, "п. 2.6 приложения 2")

    def test_each_share_of_order_1324_has_its_own_base(self):
        rows = self._rows(self._framework("1324"))
        bases = {
            base: " ".join(members.mapped("code"))
            for base, members in rows.filtered(lambda one: one.unit == "share")
            .grouped("denominator_label")
            .items()
        }
        self.assertEqual(bases, BASES_1324)
        others = rows.filtered(lambda one: one.unit != "share")
        self.assertFalse(any(others.mapped("denominator_label")))

    def test_rows_of_graduates_apply_to_schools_that_have_them(self):
        rows = self._rows(self._framework("1324")).grouped("code")
        self.school.vsoko_has_soo = False
        lines = self._evaluate(self._framework("1324")).line_ids
        left_out = lines.filtered(lambda line: not line.applies).indicator_id
        codes = "1.4 1.8 1.9 1.12 1.13 1.15 1.17".split()
        self.assertEqual(set(left_out.mapped("code")), set(codes))
        self.assertEqual(rows["1.10"].better, "less")

    def test_grades_of_classes_are_rolled_up_into_the_school(self):
        row = self._rows(self._framework("1324")).grouped("code")["1.5"]
        self.assertEqual(row.scope, "class")

    def test_school_of_the_ministry_has_variants_and_no_invented_levels(self):
        framework = self._framework("smp")
        self.assertEqual(len(framework.variant_ids), 21)
        self.assertEqual(framework.variant_ids[0].name, "НОО, ООО, СОО с ОБЗ")
        self.assertFalse(framework.level_ids)
        self.assertFalse(framework.indicator_count)

    def test_causes_of_red_figures_are_shared_by_all_schools(self):
        causes = self.env["vsoko.cause"].search([("company_id", "=", False)])
        self.assertEqual(len(causes), 6)
        self.assertTrue(all(causes.mapped("code")))
