from odoo.exceptions import AccessError

from .measured import MeasuredCase


class TestMatrix(MeasuredCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.share = cls._make_indicator("1.1", "share")
        cls.percent = cls._make_indicator("1.2", "percent")

    @property
    def matrix(self):
        return self.env["vsoko.matrix"].with_user(self.deputy).with_company(self.school)

    def _load(self, layout="periods", **values):
        return self.matrix.load(
            layout,
            values.get("framework_id", self.framework.id),
            values.get("period_id", self.period.id),
            values.get("indicator_id"),
        )

    def _save(self, changes, layout="periods", **choices):
        return self.matrix.save(
            layout,
            {"period_id": self.period.id, **choices},
            [
                {"row": row, "column": column, "entry": entry}
                for row, column, entry in changes
            ],
        )

    def test_rows_are_indicators_under_their_criteria(self):
        self._measure(self.percent, "62,5")
        sheet = self._load()
        self.assertEqual(
            [row.get("group") or row["code"] for row in sheet["rows"]],
            ["1. Критерий 1", "1.1", "1.2"],
        )
        cell = sheet["cells"][f"{self.percent.id}:{self.period.id}"]
        self.assertEqual((cell["entry"], cell["text"]), ("62,5", "62,5\xa0%"))
        self.assertTrue(sheet["may_edit"])

    def test_cells_are_saved_and_wrong_ones_are_told(self):
        period = self.period.id
        saved = self._save(
            [(self.share.id, period, "25/100"), (self.percent.id, period, "140")]
        )
        self.assertEqual(saved["cells"][f"{self.share.id}:{period}"]["value"], 25)
        self.assertIn("above 100", saved["errors"][f"{self.percent.id}:{period}"])
        found = self.env["vsoko.measurement"].search([])
        self.assertEqual(found.mapped("entry"), ["25/100"])

    def test_an_emptied_cell_is_no_value(self):
        one = self._measure(self.percent, "62,5")
        self._save([(self.percent.id, self.period.id, "")])
        self.assertFalse(one.is_filled)
        one.invalidate_recordset()
        self.assertEqual(one.change_ids[0].old_value, "62,5")

    def test_classes_stand_in_columns(self):
        self.share.scope = "class"
        school_class = self.env["vsoko.class"].create(
            {"parallel": 5, "letter": "А", "year_id": self.year.id}
        )
        self._save([(self.share.id, school_class.id, "10/20")], "classes")
        sheet = self._load("classes")
        self.assertEqual([one["name"] for one in sheet["columns"]], ["5А"])
        self.assertEqual(
            sheet["cells"][f"{self.share.id}:{school_class.id}"]["numerator"], 10
        )

    def test_subjects_stand_in_columns_and_classes_in_rows(self):
        self.percent.scope = "class_subject"
        school_class = self.env["vsoko.class"].create(
            {"parallel": 5, "letter": "А", "year_id": self.year.id}
        )
        subject = self.env["vsoko.subject"].search([], limit=1)
        self._save(
            [(school_class.id, subject.id, "61,5")],
            "subjects",
            indicator_id=self.percent.id,
        )
        sheet = self._load("subjects")
        self.assertEqual(sheet["indicator_id"], self.percent.id)
        cell = sheet["cells"][f"{school_class.id}:{subject.id}"]
        self.assertEqual(cell["value"], 61.5)

    def test_a_closed_period_takes_nothing(self):
        self.period.with_user(self.deputy).action_close()
        saved = self._save([(self.percent.id, self.period.id, "50")])
        self.assertFalse(saved["cells"])
        self.assertIn("closed", saved["errors"][f"{self.percent.id}:{self.period.id}"])

    def test_a_teacher_looks_and_does_not_write(self):
        theirs = self.env["vsoko.matrix"].with_user(self.teacher)
        theirs = theirs.with_company(self.school)
        sheet = theirs.load("periods", self.framework.id, self.period.id)
        self.assertFalse(sheet["may_edit"])
        with self.assertRaises(AccessError):
            theirs.save("periods", {}, [])
        with self.assertRaises(AccessError):
            theirs.collect(self.framework.id, self.period.id)

    def test_figures_of_another_school_are_neither_shown_nor_written(self):
        self._measure(self.percent, "62,5")
        theirs = self.env["vsoko.matrix"].with_user(self.other_deputy)
        sheet = theirs.with_company(self.other_school).load("periods")
        self.assertFalse(sheet["cells"])
        with self.assertRaises(AccessError):
            theirs.with_company(self.other_school).save(
                "periods",
                {},
                [{"row": self.percent.id, "column": self.period.id, "entry": "5"}],
            )

    def test_three_hundred_indicators_and_four_periods_open_in_few_queries(self):
        years = self.env["vsoko.academic.year"]
        periods = [
            self.env["vsoko.period"]._school_year(years._ensure(start, self.school))
            for start in (2020, 2021, 2022, 2023)
        ]
        indicators = self.env["vsoko.indicator"].create(
            [
                {
                    "name": f"Показатель {number}",
                    "code": f"7.{number}",
                    "unit": "percent",
                    "criterion_id": self.criterion.id,
                }
                for number in range(300)
            ]
        )
        self.env["vsoko.measurement"].create(
            [
                {
                    "indicator_id": indicator.id,
                    "period_id": period.id,
                    "company_id": self.school.id,
                    "entry": "50",
                }
                for indicator in indicators
                for period in periods
            ]
        )
        self.env.flush_all()
        self.env.invalidate_all()
        self._load()
        self.env.invalidate_all()
        with self.assertQueryCount(20):
            sheet = self._load()
        self.assertEqual(len(sheet["cells"]), 1200)
        self.assertEqual(len(sheet["columns"]), 4)
