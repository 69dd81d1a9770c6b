from odoo.exceptions import ValidationError

from .common import VsokoCase

# words of the author → first day, deadline, repetition, month of the plan
TERMS = {
    "октябрь": ("2023-10-02", "2023-10-27", "none", "1_10"),
    "Октябрь-декабрь 2023г": ("2023-10-02", "2023-12-29", "none", False),
    "в течение года": ("2023-09-01", "2024-05-31", "none", False),
    "постоянно по мере поступления": ("2023-09-01", "2024-05-31", "as_needed", False),
    "III четверть": ("2024-01-09", "2024-03-22", "none", False),
    "1 раз в четверть": ("2023-09-01", "2024-05-31", "period", False),
    "ежемесячно": ("2023-09-01", "2024-05-31", "monthly", False),
    "до 20 апреля": ("2024-04-01", "2024-04-19", "none", "2_04"),
    "10.06.2024": ("2024-06-10", "2024-06-10", "none", "2_06"),
    "январь-февраль": ("2024-01-09", "2024-02-29", "none", False),
    "когда выпадет снег": ("", "", "none", False),
    "": ("", "", "none", False),
}


class TestProcedureTerms(VsokoCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan = cls._make_plan()

    def _line(self, term, **values):
        return self._make_procedure(self.plan, term=term, **values)

    def test_words_become_days_and_repetition_and_stay_as_they_are(self):
        for words, (start, end, repetition, month) in TERMS.items():
            line = self._line(words)
            with self.subTest(term=words):
                self.assertDays(line, start, end)
                self.assertEqual(line.repetition, repetition)
                self.assertEqual(line.month, month)
                self.assertEqual(line.term_text, words)

    def test_only_what_is_not_understood_gets_a_hint(self):
        for words, hinted in {
            "октябрь": False,
            "": False,
            "когда выпадет снег": True,
            "сентябрь 2022 года": True,
            "2 триместр": False,
            "5 четверть": True,
        }.items():
            self.assertEqual(bool(self._line(words).term_hint), hinted, words)

    def test_a_year_copied_from_an_old_plan_is_no_failure(self):
        self.assertDays(self._line("сентябрь 2022 года"), "", "")

    def test_own_dates_of_periods_count(self):
        third = self.year.period_ids.filtered(lambda period: period.number == 3)
        third.date_end = self._day("2024-03-15")
        self.assertDays(self._line("III четверть"), "2024-01-09", "2024-03-15")

    def test_other_words_give_other_days(self):
        line = self._line("октябрь")
        line.term_text = "III четверть"
        self.assertDays(line, "2024-01-09", "2024-03-22")

    def test_the_month_of_the_plan_dates_a_line_without_words(self):
        line = self._line("", month="2_02")
        self.assertDays(line, "2024-02-01", "2024-02-29")

    def test_a_month_the_school_does_not_study_keeps_its_calendar_days(self):
        self.year.day_off_ids = [
            (
                0,
                0,
                {
                    "name": "Летние каникулы",
                    "calendar_id": self.year.calendar_id.id,
                    "vsoko_date_start": "2024-06-01",
                    "vsoko_date_end": "2024-08-31",
                },
            )
        ]
        self.assertDays(self._line("июль"), "2024-07-01", "2024-07-31")

    def test_days_set_by_hand_stay(self):
        line = self._line("когда выпадет снег")
        line.write({"date_start": "2023-11-20", "date_end": "2023-11-24"})
        line.name = "Снег"
        self.assertDays(line, "2023-11-20", "2023-11-24")
        self.assertEqual(line.term_text, "когда выпадет снег")

    def test_a_line_does_not_leave_the_school_year(self):
        line = self._line("октябрь")
        for day in ("2023-07-31", "2024-09-01"):
            with self.assertRaisesRegex(ValidationError, "2023/24"):
                line.write({"date_start": day, "date_end": day})

    def test_a_template_has_no_days(self):
        template = self._make_plan("Образец", is_template=True, year_id=False)
        line = self._make_procedure(template, term="октябрь")
        self.assertDays(line, "", "")
        self.assertEqual(line.month, "1_10")
